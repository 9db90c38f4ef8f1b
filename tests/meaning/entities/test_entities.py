"""What a page says of its entities beside their names, on parses made by hand."""

import re
from time import process_time

import pytest

from rashomon.meaning.entities import detailed
from rashomon.meaning.entities.roles import roles
from rashomon.meaning.entities.subtypes import subtype
from rashomon.meaning.events.ground import Ground
from rashomon.records import Claim, Entity, Mention
from rashomon.spans import Span
from tests.handmade import named, parsed

OWNER = (
    "Renko|PROPN|2|nsubj|PERSON was|AUX:VBD|0|ROOT||be the|DET|4|det owner|NOUN|2|attr of|ADP|4|prep "
    "Corvane|PROPN|5|pobj|ORG"
)
APPOSED = (
    "Renko|PROPN|7|nsubj|PERSON ,|PUNCT|1|punct a|DET|5|det former|ADJ|5|amod minister|NOUN|1|appos "
    ",|PUNCT|1|punct fled|VERB|0|ROOT"
)
ONE_TIME = (
    "Renko|PROPN|9|nsubj|PERSON ,|PUNCT|1|punct a|DET|7|det one|NUM|6|nummod ~-|PUNCT|6|punct ~time|NOUN|7|compound "
    "minister|NOUN|1|appos ,|PUNCT|1|punct fled|VERB|0|ROOT"
)
TITLED = "The|DET|4|det Ostian|ADJ|3|amod|NORP minister|NOUN|4|compound Renko|PROPN|5|nsubj|PERSON fled|VERB|0|ROOT"
TOWN = (
    "He|PRON|2|nsubj fled|VERB|0|ROOT to|ADP|2|prep the|DET|5|det town|NOUN|3|pobj of|ADP|5|prep "
    "Merrow|PROPN|6|pobj|GPE"
)
PORT = TOWN.replace("town", "port")
TWO = (
    "Two|NUM|3|nummod Ostian|ADJ|3|amod|NORP guards|NOUN:NNS|9|nsubj||guard who|PRON|5|nsubj asked|VERB|3|relcl||ask "
    "not|PART|8|neg to|PART|8|aux named|VERB|5|xcomp||name fled|VERB|0|ROOT"
)


def _detailed(notation, words, kind="person", form="name", descriptions=(), claims=()):
    doc = parsed(notation)
    start = doc.text.index(words)
    entity = Entity("entity-1", kind, words, (), descriptions, (Mention(start, start + len(words), form),))
    doc._.rashomon_entities, doc._.rashomon_claims = (entity,), claims
    return detailed(entity, Ground(doc)), doc.text


@pytest.mark.parametrize(
    ("notation", "descriptions", "expected"),
    [
        pytest.param(OWNER, (), [("the owner of Corvane", "former")], id="a predicate in the past"),
        pytest.param(APPOSED, (), [("a former minister", "former")], id="an apposition"),
        pytest.param(ONE_TIME, (), [("a one-time minister", "former")], id="a word that hyphens join"),
        pytest.param(TITLED, ("Ostian minister",), [("Ostian minister", "current")], id="a title"),
    ],
)
def test_roles_have_their_spans(notation, descriptions, expected):
    found, text = _detailed(notation, "Renko", descriptions=descriptions)
    assert [(each.words, each.status) for each in found.roles] == expected
    assert [text[each.start : each.end] for each in found.roles] == [words for words, _ in expected]
    assert set(found.descriptions) == {words for words, _ in expected}


NAMED_SO = "the army chief  Renko, a poet of Merrow, met minister Renko (an army chief)."


@pytest.mark.parametrize(
    ("descriptions", "expected"),
    [
        pytest.param(("army chief", "chief"), ["army chief"], id="of two before a name the longer"),
        pytest.param(("poet", "a poet of Merrow", "a poet"), ["a poet of Merrow"], id="of two after it the longer"),
        pytest.param(("mini", "ster", "rmy chief"), [], id="whole words only"),
        pytest.param(("minister", "an army chief"), ["minister"], id="not in brackets"),
        pytest.param(("–", ""), [], id="no words"),
    ],
)
def test_descriptions_count_right_beside_the_name(descriptions, expected):
    doc = named(NAMED_SO)
    starts = [match.start() for match in re.finditer("Renko", NAMED_SO)]
    mentions = tuple(Mention(start, start + 5, "name") for start in starts)
    entity = Entity("entity-1", "person", "Renko", (), descriptions, mentions)
    assert [each.words for each in roles(entity, Ground(doc))] == expected


def test_thousands_of_descriptions_and_mentions_are_held_against_each_other_in_seconds():
    called = [f"guard{number}" for number in range(800)]
    text = " ".join(f"{each} Renko fled." for each in called)
    starts = [match.start() for match in re.finditer("Renko", text)]
    mentions = tuple(Mention(start, start + 5, "name") for start in starts)
    entity = Entity("entity-1", "person", "Renko", (), tuple(called), mentions)
    ground = Ground(named(text))
    before = process_time()
    assert [each.words for each in roles(entity, ground)] == called
    assert process_time() - before < 3


def test_what_a_source_calls_somebody_is_the_source_s_claim():
    claim = Claim(
        "claim-1", (), (), (Span(0, 40),), (), None, "unnamed", "says", "indirect", "certain", "affirmed", None, (), 0.9
    )
    found, _ = _detailed(OWNER, "Renko", claims=(claim,))
    assert found.roles == ()


def test_titles_and_nationality():
    found, _ = _detailed(TITLED, "Renko", descriptions=("Ostian minister",))
    assert (found.titles, found.nationality) == (("Ostian minister",), ("Ostian",))


@pytest.mark.parametrize(("notation", "expected"), [(TOWN, "city"), (PORT, None)])
def test_a_place_is_what_the_noun_before_it_says(notation, expected):
    found, _ = _detailed(notation, "Merrow", kind="place")
    assert found.subtype == expected


@pytest.mark.parametrize(
    ("name", "called", "expected"),
    [
        ("Marsh Liberation Army", (), "armed_group"),
        ("Agrarian Unity Party", (), "party"),
        ("Ministry of Tides", (), "government_body"),
        ("Corvane", ("a shipping company in Oskarin",), "company"),
        ("Reed Banner", ("the terrorist group",), "armed_group"),
        ("Corvane", ("the owner of a newspaper",), None),
    ],
)
def test_what_an_organization_is_stands_in_its_name_or_in_what_it_is_called(name, called, expected):
    assert subtype(Entity("entity-1", "organization", name, (), (), ()), called) == expected


def test_those_without_a_name_are_counted_and_why_they_have_none_is_kept():
    found, _ = _detailed(TWO, "Two Ostian guards", kind="other", form="nominal")
    assert (found.number, found.nationality, found.withheld) == (2, ("Ostian",), "who asked not to named")
