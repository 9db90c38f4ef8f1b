"""Chains without a name as entities."""

import re

import pytest

from rashomon.language.coreference.candidates import SORTS
from rashomon.language.coreference.listing import listed
from rashomon.layers import Chain
from rashomon.records import Entity, Mention
from tests.handmade import named

TEXT = (
    "Two gunmen fled. They hid. The two masked gunmen fell. Renko saw it. I heard a blast and my door shook me. "
    "“We won. Our men and we sing,” it read. A draft law came. The law went. Tolmar police left, Tolmar police said. "
    "In custody or in custody. Monday morning came, and that morning went. "
    "The gate, which was shut, burned. The old gate “of hell” fell. No gate is left."
)


def _chain(*mentions, entity=None, kind="people", part=False, head=""):
    """A chain of words of the text, each the next time it stands there; its heads are a word, or its last ones."""
    found, times = [], {}
    for words in mentions:
        at = times[words] = times.get(words, -1) + 1
        start = [each.start() for each in re.finditer(rf"\b{words}\b", TEXT)][at]
        form = "pronoun" if words.lower() in SORTS else "nominal"
        found.append(Mention(start, start + len(words), form))
    last = [head or TEXT[each.start : each.end].rsplit(maxsplit=1)[-1] for each in found]
    heads = tuple(TEXT.rindex(word, each.start, each.end) for word, each in zip(last, found, strict=True))
    return Chain(entity, tuple(found), heads, kind, part)


def _doc(*chains):
    doc = named(TEXT)
    start = TEXT.index("Renko")
    renko = Entity("entity-renko", "person", "Renko", (), (), (Mention(start, start + 5, "name"),))
    doc._.rashomon_entities, doc._.rashomon_chains = (renko,), chains
    return doc


GUNMEN = ("Two gunmen", "They", "The two masked gunmen")


@pytest.mark.parametrize(
    ("chain", "name", "type"),
    [
        pytest.param(_chain(*GUNMEN), "The two masked gunmen", "other", id="several, by the fullest words"),
        pytest.param(_chain(*GUNMEN[:2], kind="person"), "Two gunmen", "person", id="its kind is that of its words"),
        pytest.param(_chain("A draft law", "The law", kind="thing"), "A draft law", "other", id="a thing taken up"),
        pytest.param(
            _chain("Tolmar police", "Tolmar police", kind="organization"), "Tolmar police", "organization",
            id="a body described twice",
        ),
        pytest.param(
            _chain("a blast", "The law", "A draft law", kind="thing"), "A draft law", "other",
            id="by the noun that most of its words have",
        ),
        pytest.param(
            _chain("The gate, which was shut", "The old gate “of hell", "No gate", kind="thing", head="gate"),
            "The old gate", "other", id="without clause and quotation, and not by what is not",
        ),
        pytest.param(_chain("I", "my", "me", kind=""), "I", "person", id="who writes"),
    ],
)  # fmt: skip
def test_a_chain_that_comes_back_is_an_entity(chain, name, type):
    found = [each for each in listed(_doc(chain)) if each.name != "Renko"]
    assert [(each.name, each.type, each.mentions) for each in found] == [(name, type, chain.mentions)]


@pytest.mark.parametrize(
    "chain",
    [
        pytest.param(_chain("They", "it", kind=""), id="pronouns alone"),
        pytest.param(_chain("I", "my", kind=""), id="who writes, in passing"),
        pytest.param(_chain("We", "Our", "we", kind=""), id="who speaks in a quotation"),
        pytest.param(_chain("Two gunmen"), id="mentioned once"),
        pytest.param(_chain("custody", "custody", kind="thing"), id="a word that recurs"),
        pytest.param(_chain("Monday morning", "that morning", kind="time"), id="a time"),
        pytest.param(_chain(*GUNMEN, entity="entity-renko"), id="named"),
        pytest.param(_chain(*GUNMEN, part=True), id="a noun before a noun"),
        pytest.param(_chain("Renko", "it"), id="known already"),
    ],
)
def test_what_is_no_entity(chain):
    assert [each.name for each in listed(_doc(chain))] == ["Renko"]


def test_entities_stand_in_the_order_of_the_text():
    found = listed(_doc(_chain("A draft law", "The law", kind="thing"), _chain(*GUNMEN)))
    assert [each.name for each in found] == ["The two masked gunmen", "Renko", "A draft law"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_chains_that_are_called_alike_from_the_same_word_on_are_one_entity(order):
    chains = _chain("Two gunmen", "They"), _chain("Two gunmen", "it", "it")
    [gunmen] = [each for each in listed(_doc(*(chains[at] for at in order))) if each.name != "Renko"]
    assert (gunmen.name, gunmen.mentions) == ("Two gunmen", chains[1].mentions)
