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
