"""What the words around an event say of it: certainty, polarity and status."""

from dataclasses import replace

import pytest

from rashomon.meaning.events import read
from rashomon.records import Claim
from rashomon.spans import Span
from tests.meaning.events import sentences
from tests.meaning.events.made import doc_of


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(sentences.ALLOWS, ("certain", "affirmed", "hypothetical"), id="what a law allows"),
        pytest.param(sentences.AFRAID, ("possible", "affirmed", "hypothetical"), id="what is feared"),
        pytest.param(sentences.SUPPOSED, ("possible", "affirmed", "hypothetical"), id="one of a kind would"),
        pytest.param(sentences.NOT_TRIED, ("certain", "denied", "hypothetical"), id="not even tried"),
        pytest.param(sentences.LET, ("certain", "affirmed", "actual"), id="what errors let happen"),
        pytest.param(sentences.ORDERS, ("certain", "affirmed", "planned"), id="orders to do it"),
        pytest.param(sentences.BEFORE_RELEASE, ("certain", "affirmed", "planned"), id="before what is to come"),
        pytest.param(sentences.UNTIL, ("certain", "affirmed", "hypothetical"), id="what always is so"),
        pytest.param(sentences.NO_REASON, ("certain", "denied", "hypothetical"), id="no reason for it"),
        pytest.param(sentences.REASON_FOR, ("certain", "affirmed", "actual"), id="no reason for what was"),
        pytest.param(sentences.NOT_RECOMMENDING, ("certain", "denied", "hypothetical"), id="not recommended"),
        pytest.param(sentences.UNDER, ("possible", "affirmed", "hypothetical"), id="would be under it"),
        pytest.param(sentences.UPCOMING, ("certain", "affirmed", "planned"), id="anticipated"),
        pytest.param(sentences.AWAITING, ("certain", "affirmed", "actual"), id="an attribute is a fact"),
        pytest.param(sentences.PLANNED, ("certain", "affirmed", "planned"), id="planned an assassination"),
        pytest.param(sentences.ORDERED, ("certain", "affirmed", "planned"), id="ordered to do it"),
        pytest.param(sentences.WANT, ("certain", "affirmed", "hypothetical"), id="not wanted is not denied"),
        pytest.param(sentences.ATTEMPTED, ("certain", "affirmed", "actual"), id="an attempt took place"),
    ],
)
def test_perspective(notation, expected):
    (event,) = read(doc_of(notation))
    (perspective,) = event.perspectives
    assert (perspective.certainty, perspective.polarity, perspective.status) == expected


def test_what_was_not_led_to_did_not_come_about():
    events = read(doc_of(sentences.NOT_LED))
    assert [event.perspectives[0].polarity for event in events if event.type == "charge"] == ["denied"]


def _claim(doc, **changes) -> Claim:
    values = {"stance": "says", "certainty": "certain", "polarity": "denied"} | changes
    content = max(doc.text.find("criminal"), 4)
    return Claim(
        id="c", source=(Span(0, 2),), cue=(Span(3, content - 1),), content=(Span(content, len(doc.text)),), hedge=(),
        source_entity=None, source_kind="unnamed", mode="indirect", parent=None, about=(), score=1.0, **values,
    )  # fmt: skip


def test_who_denies_reports_denies_what_they_say():
    doc = doc_of(sentences.REPORTS)
    claim = replace(_claim(doc, stance="denies"), cue=(Span(3, 9),), content=(Span(10, len(doc.text)),))
    doc._.rashomon_claims = (claim,)
    assert read(doc)[0].perspectives[0].polarity == "denied"


@pytest.mark.parametrize(("stance", "polarity"), [("says", "denied"), ("demands", "affirmed")])
def test_the_not_of_a_cue_counts_once(stance, polarity):
    doc = doc_of(sentences.NOT_RECOMMENDING)
    doc._.rashomon_claims = (_claim(doc, stance=stance),)
    assert read(doc)[0].perspectives[0].polarity == polarity
