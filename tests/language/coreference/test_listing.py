"""Chains without a name as entities."""

import pytest

from rashomon.language.coreference.listing import listed
from rashomon.layers import Chain
from rashomon.records import Entity, Mention
from tests.handmade import named

TEXT = "Two gunmen fled. They hid. The two masked gunmen fell. Renko saw it."


def _chain(*mentions, entity=None, kind="people", part=False):
    found = tuple(Mention(TEXT.index(words), TEXT.index(words) + len(words), form) for words, form in mentions)
    return Chain(entity, found, tuple(each.start for each in found), kind, part)


def _doc(*chains):
    doc = named(TEXT)
    start = TEXT.index("Renko")
    renko = Entity("entity-renko", "person", "Renko", (), (), (Mention(start, start + 5, "name"),))
    doc._.rashomon_entities, doc._.rashomon_chains = (renko,), chains
    return doc


GUNMEN = (("Two gunmen", "nominal"), ("They", "pronoun"), ("The two masked gunmen", "nominal"))


def test_a_chain_that_comes_back_is_an_entity_called_by_its_fullest_words():
    found = listed(_doc(_chain(*GUNMEN)))
    assert [(each.name, each.type, len(each.mentions)) for each in found] == [
        ("The two masked gunmen", "other", 3),
        ("Renko", "person", 1),
    ]


@pytest.mark.parametrize(
    "chain",
    [
        pytest.param(_chain(("They", "pronoun"), ("it", "pronoun"), kind=""), id="pronouns alone"),
        pytest.param(_chain(("Two gunmen", "nominal")), id="mentioned once"),
        pytest.param(_chain(*GUNMEN, entity="entity-renko"), id="named"),
        pytest.param(_chain(*GUNMEN, kind="thing"), id="things"),
        pytest.param(_chain(*GUNMEN, part=True), id="a noun before a noun"),
        pytest.param(_chain(("Renko", "nominal"), ("it", "pronoun")), id="known already"),
    ],
)
def test_what_is_no_entity(chain):
    assert [each.name for each in listed(_doc(chain))] == ["Renko"]


def test_its_kind_is_that_of_its_words():
    assert listed(_doc(_chain(*GUNMEN[:2], kind="person")))[0].type == "person"
