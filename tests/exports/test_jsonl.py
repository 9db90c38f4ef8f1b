import json
import re

import pytest

from rashomon.errors import UsageError
from rashomon.exports.jsonl import dumps, loads, to_json
from rashomon.records import (
    Argument,
    Block,
    Claim,
    Count,
    Dispute,
    Entity,
    Event,
    Flag,
    Mention,
    Page,
    Perspective,
    Published,
    Reading,
    Sentence,
    Side,
    Tie,
    Time,
)
from rashomon.spans import Span

OWN_VOICE = Perspective(None, "certain", "affirmed", "actual", (Span(0, 4),))
READING = Reading(
    rashomon="0.1.0",
    model="en_core_web_sm-3.8.0",
    input="quay.txt",
    page=Page(
        id="page-1",
        sha256="ab",
        url=None,
        title="Qüay",
        publisher=None,
        authors=("Ana Ruiz",),
        agency=None,
        language="en",
        text="Mara said the quay, \0 and \ud83d, burned.\u2028",
        published=Published("2031-05-04", "text"),
    ),
    blocks=(Block("block-1", "comment", 0, 40, (Flag("spam", 1, ("a link", "praise")),), "lines 1-2"),),
    sentences=(Sentence(0, 37),),
    entities=(Entity("entity-1", "person", "Mara", ("M.",), (), (Mention(0, 4, "name"),)),),
    times=(Time("time-1", 0, 4, "DATE", None, "APPROX", None, "2031-05-04", anchored=False),),
    claims=(
        Claim("claim-1", (Span(0, 4),), (Span(5, 9),), (Span(10, 18), Span(30, 36)), (), "entity-1", "person", "says",
              "indirect", "reported", "affirmed", None, ("entity-1",), 0.5),
    ),
    events=(
        Event("event-1", "attack", Span(30, 36), (Argument("agent", 0, 4, None),), "time-1",
              (Count("killed", 3, None, 1, 2),), (OWN_VOICE,), 0.5),
    ),
    ties=(Tie("tie-1", "entity-1", "leads", "entity-1", "former", None, (Span(0, 4),), (), 0.5),),
    disputes=(Dispute("dispute-1", "value", "event-1", (Side("claim-1", None, "three", ()),)),),
)  # fmt: skip
PRINTED = {
    "rashomon": "0.1.0",
    "model": "en_core_web_sm-3.8.0",
    "input": "quay.txt",
    "page": {
        "id": "page-1",
        "sha256": "ab",
        "url": None,
        "title": "Qüay",
        "publisher": None,
        "authors": ["Ana Ruiz"],
        "agency": None,
        "language": "en",
        "text": "Mara said the quay, \0 and \ud83d, burned.\u2028",
        "published": {"value": "2031-05-04", "basis": "text"},
    },
    "blocks": [
        {"id": "block-1", "role": "comment", "start": 0, "end": 40,
         "flags": [{"name": "spam", "score": 1.0, "reasons": ["a link", "praise"]}], "location": "lines 1-2"}
    ],
    "sentences": [{"start": 0, "end": 37}],
    "entities": [
        {"id": "entity-1", "type": "person", "name": "Mara", "aliases": ["M."], "descriptions": [],
         "mentions": [{"start": 0, "end": 4, "form": "name"}], "subtype": None, "titles": [], "roles": [],
         "nationality": [], "number": None, "withheld": None}
    ],
    "times": [
        {"id": "time-1", "start": 0, "end": 4, "type": "DATE", "value": None, "mod": "APPROX", "earliest": None,
         "latest": "2031-05-04", "anchored": False}
    ],
    "claims": [
        {"id": "claim-1", "source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 18], [30, 36]], "hedge": [],
         "source_entity": "entity-1", "source_kind": "person", "stance": "says", "mode": "indirect",
         "certainty": "reported", "polarity": "affirmed", "parent": None, "about": ["entity-1"], "score": 0.5}
    ],
    "events": [
        {"id": "event-1", "type": "attack", "trigger": [30, 36],
         "arguments": [{"role": "agent", "start": 0, "end": 4, "entity": None}], "time": "time-1",
         "counts": [{"kind": "killed", "low": 3.0, "high": None, "start": 1, "end": 2}],
         "perspectives": [{"claim": None, "certainty": "certain", "polarity": "affirmed", "status": "actual",
                           "evidence": [[0, 4]]}], "score": 0.5}
    ],
    "ties": [
        {"id": "tie-1", "subject": "entity-1", "predicate": "leads", "object": "entity-1", "status": "former",
         "time": None, "evidence": [[0, 4]], "perspectives": [], "score": 0.5}
    ],
    "disputes": [
        {"id": "dispute-1", "kind": "value", "about": "event-1",
         "sides": [{"claim": "claim-1", "page": None, "value": "three", "evidence": []}]}
    ],
}  # fmt: skip


def test_every_record_is_printed_in_the_order_of_its_fields():
    line = dumps(READING)
    assert json.dumps(json.loads(line)) == json.dumps(PRINTED)
    assert to_json(READING) == PRINTED


def test_a_line_is_ascii_and_comes_back_whole():
    line = dumps(READING)
    assert line.isascii()
    assert r"\u0000 and \ud83d, burned.\u2028" in line
    assert loads(line) == loads(line.encode()) == READING


def test_parts_that_were_not_read_are_empty_lists():
    bare = Reading("0.1.0", "m", "in", READING.page)
    lists = {"blocks", "sentences", "entities", "times", "claims", "events", "ties", "disputes"}
    assert {key: value for key, value in to_json(bare).items() if key in lists} == {key: [] for key in lists}


def test_numbers_are_printed_alike_whichever_way_they_were_made():
    assert '"score":1.0' in dumps(READING)  # made as 1
    assert '"low":3.0' in dumps(READING)  # made as 3


def altered(*way, value):
    """The printed reading with another value at the end of the way; `...` takes the key out."""
    row = json.loads(dumps(READING))
    *path, last = way
    at = row
    for step in path:
        at = at[step]
    if value is ...:
        del at[last]
    else:
        at[last] = value
    return json.dumps(row)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (altered("claims", 0, "stance", value="shouts"), "claims[0].stance: must be one of says, confirms, "),
        (altered("claims", 0, "source", value=[[0]]), "claims[0].source[0]: must be a span [start, end], not [0]"),
        (altered("claims", 0, "source", value=[[0, 4.0]]), "claims[0].source[0]: must be a span [start, end], not "),
        (altered("claims", 0, "score", value="high"), "claims[0].score: must be a number, not 'high'"),
        (altered("claims", 0, "score", value=True), "claims[0].score: must be a number, not True"),
        (altered("blocks", 0, "start", value=1.5), "blocks[0].start: must be a whole number, not 1.5"),
        (altered("blocks", 0, "start", value=False), "blocks[0].start: must be a whole number, not False"),
        (altered("times", 0, "anchored", value=0), "times[0].anchored: must be true or false, not 0"),
        (altered("page", "text", value=None), "page.text: must be a string, not None"),
        (altered("page", "authors", value="Ana"), "page.authors: must be a list, not 'Ana'"),
        (altered("events", value={}), "events: must be a list, not {}"),
        (altered("page", "published", value="2031"), "page.published: must be an object with the keys of Published"),
        (altered("page", "agency", value=...), "page: Page lacks 'agency'"),
        (altered("ties", value=...), "Reading lacks 'ties'"),
        (altered("page", "colour", value="red"), "page: Page has the unknown key 'colour'"),
        ("[]", "must be an object with the keys of Reading, not []"),
        ("3", "must be an object with the keys of Reading, not 3"),
    ],
)
def test_a_line_that_is_no_reading_is_refused_by_its_key(line, said):
    with pytest.raises(UsageError, match=rf"^not a reading of this version of Rashomon: {re.escape(said)}"):
        loads(line)


@pytest.mark.parametrize("line", ["", "{", "NaN", '{"a": 1e', b"\xff\xfe\xff", "[" * 100_000])
def test_a_line_that_is_not_json_is_refused(line):
    with pytest.raises(UsageError, match=r"^not a line of JSON: "):
        loads(line)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_only_finite_numbers_are_read(number):
    with pytest.raises(UsageError):
        loads(dumps(READING).replace('"score":1.0', f'"score":{number}'))
