"""The varied pages of a large case, and the readings that they are made from."""

from dataclasses import replace

import pytest

from quality import case
from rashomon.ids import make_id
from rashomon.pipeline import Result
from rashomon.records import Dispute, Outcome, Side
from tests import invented


def disputed(number: int):
    made = invented.reading(number)
    sides = tuple(Side(claim.id, None, "three", claim.content) for claim in made.claims)
    dispute = Dispute(make_id("dispute", made.page.id), "denial", made.claims[0].id, sides)
    return replace(made, disputes=(dispute,))


def test_all_records_of_a_variant_have_ids_of_their_own():
    made = disputed(0)
    told = [case.Variant(number).of(made) for number in range(4)]
    for records in ("blocks", "entities", "times", "claims", "events", "ties", "disputes"):
        ids = {record.id for reading in told for record in getattr(reading, records)}
        assert len(ids) == 4 * len(getattr(made, records)), records


def test_a_dispute_of_a_variant_is_about_its_own_claims():
    varied = case.Variant(3).of(disputed(0))
    (dispute,) = varied.disputes
    assert [side.claim for side in dispute.sides] == [claim.id for claim in varied.claims]
    assert dispute.about == varied.claims[0].id


class Counting:
    """Reads every page as the same reading, and counts them."""

    nlp = invented.Prepared.nlp
    asked = 0

    def read(self, raw):
        Counting.asked += 1
        return Result(Outcome(raw.input, "read"), disputed(0))


@pytest.fixture
def rows(monkeypatch):
    """A corpus of one page, and a reader that counts."""
    row = {
        "id": "page-1",
        "text": "Nine fled.",
        "title": "",
        "date": "2031-05-04",
        "event_id": "e1",
        "domain": "a.example",
    }
    monkeypatch.setattr(case, "jsonl", lambda _: [row])
    monkeypatch.setattr(case, "Reader", Counting)
    monkeypatch.setattr(Counting, "asked", 0)


def test_readings_are_read_once_by_one_state_of_the_reader(rows, tmp_path, monkeypatch):
    expected = [("e1", replace(disputed(0), page=replace(disputed(0).page, publisher="a.example")))]
    for digest, asked in (("a", 1), ("a", 1), ("b", 2), ("b", 2), ("a", 2)):
        monkeypatch.setattr(case, "reader_digest", lambda digest=digest: digest)
        assert case.templates(tmp_path) == expected
        assert Counting.asked == asked


def test_the_state_of_the_reader_is_told_by_its_bytes():
    assert case.reader_digest() == case.reader_digest()
    assert len(case.reader_digest()) == 16
