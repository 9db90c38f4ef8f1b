"""Which sightings are one event."""

from dataclasses import replace

import pytest

from rashomon.meaning.events import read
from rashomon.records import Claim
from rashomon.spans import Span
from tests.meaning.events import sentences
from tests.meaning.events.made import doc_of


def _claimed(doc, words: str):
    """The Doc with a claim of somebody whose content begins with some words."""
    start = doc.text.rindex(words)
    claim = Claim(
        id="c", source=(Span(0, 3),), cue=(), content=(Span(start, len(doc.text)),), hedge=(), source_entity="other",
        source_kind="person", stance="says", mode="indirect", certainty="certain", polarity="affirmed", parent=None,
        about=(), score=1.0,
    )  # fmt: skip
    doc._.rashomon_claims = (claim,)
    return doc


@pytest.mark.parametrize(
    ("notation", "claimed", "expected"),
    [
        pytest.param(sentences.DIED_TWICE, None, 1, id="one dies once"),
        pytest.param(sentences.DIED_TWICE, "Orla", 1, id="whoever says so"),
        pytest.param(sentences.KILLED_BY, "Rebels", 2, id="unless only one says who did it"),
        pytest.param(sentences.THEIR_KIDNAPPING, None, 1, id="their kidnapping"),
        pytest.param(sentences.FOUR_MASSACRES, None, 2, id="one of four"),
        pytest.param(f"police|NOUN|0|ROOT\n\n{sentences.THREE_MEN}", None, 2, id="three men and one"),
        pytest.param(sentences.RETOLD, "A shootout", 1, id="in another's words"),
        pytest.param(sentences.RETOLD, None, 2, id="another one"),
    ],
)
def test_how_many_events(notation, claimed, expected):
    doc = doc_of(notation, person=("Orla Venn",) if "Orla" in notation else ())
    if "Orla" in notation:
        (entity,) = doc._.rashomon_entities
        again = doc.text.rindex("Orla Venn")
        mentions = (*entity.mentions, replace(entity.mentions[0], start=again, end=again + len("Orla Venn")))
        doc._.rashomon_entities = (replace(entity, mentions=mentions),)
    assert len(read(_claimed(doc, claimed) if claimed else doc)) == expected


@pytest.mark.parametrize(("role", "expected"), [("title", 1), ("body", 2)])
def test_a_title_tells_of_the_first_event_of_its_type(role, expected):
    first, second = sentences.TOLD_IN_TITLE.strip().split("\nOrla|")
    doc = doc_of(f"{first}\n\nOrla|{second}")
    heading, *body = doc._.rashomon_blocks
    doc._.rashomon_blocks = (replace(heading, role=role), *body)
    assert len(read(doc)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(sentences.THE_BOMBING, sentences.THE_BOMBING_KILLED, 1, id="what came of it, soon after"),
        pytest.param(sentences.THE_BOMBING, sentences.THE_AIRSTRIKE, 2, id="by other means"),
        pytest.param(sentences.THE_BOMBING, sentences.PREVIOUS_BOMBING, 2, id="the previous one"),
        pytest.param(sentences.THE_BOMBING, sentences.HAPPENED_AT_NOON, 1, id="when it happened"),
        pytest.param(sentences.AIRSTRIKES, sentences.THE_AIRSTRIKE, 2, id="many and one"),
        pytest.param(sentences.THE_AIRSTRIKE, sentences.THE_AIRSTRIKE, 1, id="one and one"),
        pytest.param(sentences.FIRED_MISSILE, sentences.THE_MISSILE_TEST, 1, id="an attack or a test"),
        pytest.param(sentences.FIRED_MISSILE, sentences.FIRED_MISSILE, 1, id="fired twice"),
        pytest.param(sentences.FIRED_MISSILE, sentences.SECOND_MISSILE, 2, id="a second missile"),
    ],
)
def test_told_again(first, second, expected):
    doc = doc_of(
        f"{first.strip()}\n\n{second.strip()}", times=[("Monday", "2031-05-05", "DATE")] * ("Monday" in second)
    )
    assert len(read(doc)) == expected


@pytest.mark.parametrize(("number", "expected"), [("ten", 1), ("nine", 2)])
def test_the_same_toll_by_two_sources(number, expected):
    told = sentences.SAID_TEN_KILLED.strip().replace("ten|", f"{number}|")
    doc = doc_of(f"{sentences.TEN_KILLED.strip()}\n\n{told}")
    assert len(read(_claimed(doc, number))) == expected


def test_who_dies_dies_once_wherever_it_is_said_to_have_been():
    first, second = sentences.DIED_TWICE.strip().split("\nMany")
    placed = "in|ADP:IN|3|prep {0}|PROPN:NNP|4|pobj|GPE|{0} .|PUNCT|3|punct"
    last = second.splitlines()[1]
    told = [line.replace(".|PUNCT|3|punct", placed.format(at)) for line, at in ((first, "Lomar"), (last, "Merrow"))]
    doc = doc_of("\n\n".join(told), person=("Orla Venn",), place=("Lomar", "Merrow"))
    orla, *places = doc._.rashomon_entities
    again = doc.text.rindex("Orla Venn")
    mentions = (*orla.mentions, replace(orla.mentions[0], start=again, end=again + len("Orla Venn")))
    doc._.rashomon_entities = (replace(orla, mentions=mentions), *places)
    (event,) = read(doc)
    assert {doc.text[each.start : each.end] for each in event.arguments} == {"Orla Venn", "Lomar", "Merrow"}
