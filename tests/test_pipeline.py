import pytest

import rashomon
from rashomon.meaning import harvest as harvesting
from rashomon.pages.sources import RawPage
from rashomon.records import Outcome

PAGE = RawPage("mill.txt", b"The mayor of Greyford said that the mill was safe.", "text")


def test_a_page_that_cannot_be_read_raises_with_its_outcome(tmp_path):
    with pytest.raises(rashomon.PageError, match="gone") as raised:
        rashomon.read(tmp_path / "gone.html")
    assert raised.value.outcome.status == "failed"


@pytest.mark.parametrize("published", ["2019-02-31", "yesterday", "20190231"])
def test_a_date_that_is_none_is_wrong_usage(published):
    with pytest.raises(rashomon.UsageError, match="ISO date"):
        rashomon.read_all(["page.html"], published=published)


def test_a_fault_of_ours_costs_one_page_and_not_the_batch(reader, monkeypatch):
    harvest = harvesting.harvest

    def faulty(doc, *, input, model):
        if input == "bad.txt":
            raise IndexError("no such token\nand more")
        return harvest(doc, input=input, model=model)

    monkeypatch.setattr(harvesting, "harvest", faulty)
    bad = RawPage("bad.txt", b"The mayor of Greyford denied it.", "text")
    first, second = reader.read_all([bad, PAGE])
    reason = "reading it went wrong (IndexError: no such token); please report this page"
    assert first.outcome == Outcome("bad.txt", "failed", reason)
    assert second.outcome.status == "read"
