"""The varied pages of a large case, and the readings that they are made from."""

import json
from dataclasses import replace

import pytest

from quality import case
from rashomon import __version__
from rashomon.exports.jsonl import dumps
from rashomon.ids import make_id
from rashomon.language.nlp import model_of
from rashomon.pipeline import Result
from rashomon.records import Dispute, Outcome, Side
from tests import invented

MODEL = model_of(invented.Prepared.nlp)


def disputed(number: int):
    made = invented.reading(number)
    sides = tuple(Side(claim.id, None, "three", claim.content) for claim in made.claims)
    dispute = Dispute(make_id("dispute", made.page.id), "denial", made.claims[0].id, sides)
    return replace(made, disputes=(dispute,), rashomon=__version__, model=MODEL)


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


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        pytest.param({}, 0, id="kept"),
        pytest.param({"model": "another-1.0"}, 1, id="another model"),
        pytest.param({"rashomon": "0.0.1"}, 1, id="another version"),
    ],
)
def test_readings_of_another_version_or_model_are_read_anew(rows, tmp_path, changed, asked):
    path = tmp_path / "readings.jsonl"
    path.write_text(json.dumps(["e1", "a.example", dumps(replace(disputed(0), **changed))]), encoding="utf-8")
    expected = replace(disputed(0), page=replace(disputed(0).page, publisher="a.example"))
    assert case.templates(path) == [("e1", expected)]
    assert Counting.asked == asked
    assert case.templates(path) == [("e1", expected)]
    assert Counting.asked == asked


def test_without_a_file_all_is_read(rows, tmp_path):
    ((event, made),) = case.templates(tmp_path / "readings.jsonl")
    assert (event, made.page.publisher, Counting.asked) == ("e1", "a.example", 1)
