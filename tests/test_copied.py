"""Copies and versions of a page in a case, with the passages that differ."""

import pytest

from rashomon.case import Case
from rashomon.errors import UnknownError
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Result
from rashomon.records import Outcome
from rashomon.store.connection import Database
from tests.databases import place  # noqa: F401
from tests.fusion.pages import OTHER, STORY, page
from tests.invented import Prepared

ADDRESS = "https://courier.example/merrow"
FIRST = page(STORY, url=ADDRESS, publisher="Kestrova Courier", published="2031-07-16")
LATER = page((STORY[0].replace("nine", "eleven"), *STORY[1:]), url=ADDRESS, publisher="Kestrova Courier",
             published="2031-07-17")  # fmt: skip
COPY = page((*STORY, "Harbour Post staff added to this report."), publisher="Harbour Post", agency="MPW")
ELSE = page(OTHER, publisher="Oskarin Tribune", published="2031-07-18")
PAGES = (FIRST, LATER, COPY, ELSE)


class Given(Prepared):
    """Reads page `n` of these."""

    def read(self, raw) -> Result:
        reading = PAGES[int(raw.data)]
        return Result(Outcome(raw.input, "read", page=reading.page.id), reading)


@pytest.fixture
def case(place):  # noqa: F811
    with Case(Database.open(place), Given()) as made:
        list(made.add(RawPage(f"{n}.txt", str(n).encode()) for n in range(len(PAGES))))
        yield made


def test_versions_and_copies_show_what_only_one_of_two_says(case):
    found = {each.page.id: each for each in case.copies(FIRST.page.id)}
    assert found.keys() == {LATER.page.id, COPY.page.id}
    version, copy = found[LATER.page.id], found[COPY.page.id]
    assert (version.relation, version.later) == ("version", True)
    assert [each.text for each in version.here] == ["nine"]
    assert [each.text for each in version.there] == ["eleven"]
    assert version.there[0].marks[0].cut(LATER.page.text) == "eleven"
    assert (copy.relation, copy.later, copy.here) == ("copy", None, ())
    assert [each.text for each in copy.there] == ["Harbour Post staff added to this report"]
    assert "are the same words" in copy.reasons[0]


def test_a_later_version_has_the_earlier_one(case):
    [back] = [each for each in case.copies(LATER.page.id) if each.relation == "version"]
    assert (back.page.id, back.later, back.there[0].text) == (FIRST.page.id, False, "nine")
    assert len(case.copies(LATER.page.id, limit=1)) == 1


def test_a_page_that_nobody_carries_has_none(case):
    assert case.copies(ELSE.page.id[:9]) == ()
    with pytest.raises(UnknownError, match="no page has an id"):
        case.copies("page-0")
