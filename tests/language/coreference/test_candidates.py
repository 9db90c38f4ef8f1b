"""Which phrases may be mentions, and where they begin and end."""

import pytest

from rashomon import layers
from rashomon.language.coreference import candidates, traits
from rashomon.language.coreference.columns import OUTSIDE, Columns
from tests.handmade import parsed
from tests.language.coreference.examples import with_names

RAID = (
    "The|DET:DT|3|det armed|ADJ:JJ|3|amod group|NOUN:NN|4|nsubj||group raided|VERB:VBD|0|ROOT||raid "
    "Ada|PROPN:NNP|6|compound|PERSON Karst|PROPN:NNP|8|poss|PERSON 's|PART:POS|6|case house|NOUN:NN|4|dobj||house "
    "on|ADP:IN|4|prep Monday|PROPN:NNP|9|pobj|DATE"
)
BOTH = (
    "Guards|NOUN:NNS|5|nsubj||guard and|CCONJ:CC|1|cc two|NUM:CD|4|nummod clerks|NOUN:NNS|1|conj||clerk "
    "fled|VERB:VBD|0|ROOT||flee"
)
BESIDE = (
    "Varga|PROPN:NNP|6|nsubj|PERSON ,|PUNCT|1|punct the|DET:DT|4|det mayor|NOUN:NN|1|appos||mayor ,|PUNCT|1|punct "
    "left|VERB:VBD|0|ROOT||leave"
)
HERS = (
    "She|PRON:PRP|2|nsubj said|VERB:VBD|0|ROOT||say that|SCONJ:IN|5|mark it|PRON:PRP|5|nsubj "
    "rained|VERB:VBD|2|ccomp||rain"
)


def found(notation):
    doc = with_names(parsed(notation))
    columns = Columns(doc)
    return doc, columns, candidates.find(columns, layers.entities(doc))


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            RAID,
            [("The armed group", "the"), ("Ada Karst's house", "own"), ("Ada Karst's", "name"), ("Monday", "bare")],
            id="a possessor is a mention in a mention",
        ),
        pytest.param(BOTH, [("Guards", "bare"), ("two clerks", "bare")], id="each of two alone"),
        pytest.param(BESIDE, [("Varga", "name"), ("the mayor", "the")], id="an apposition is its own"),
        pytest.param(HERS, [("She", "she"), ("it", "it")], id="pronouns, but no that before a clause"),
    ],
)
def test_candidates(notation, expected):
    doc, _, answer = found(notation)
    assert [(doc[each.start : each.end].text, each.sort) for each in answer] == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            RAID,
            [("organization", "", "s"), ("place", "", "s"), ("person", "female", "s"), ("time", "", "s")],
            id="kinds",
        ),
        pytest.param(BOTH, [("person", "", "p"), ("thing", "", "p")], id="plurals"),
        pytest.param(HERS, [("person", "female", "s"), ("", "", "s")], id="pronouns"),
    ],
)
def test_traits(notation, expected):
    doc, columns, answer = found(notation)
    shown = traits.of(columns, answer, layers.entities(doc))
    assert [(each.kind, each.gender, each.number) for each in shown] == expected


def test_columns_know_quotations():
    doc = parsed(
        "“|PUNCT|2|punct Go|VERB:VB|0|ROOT||go home|ADV|2|advmod before|ADP|2|prep night|NOUN|4|pobj ,|PUNCT|2|punct "
        "”|PUNCT|2|punct he|PRON:PRP|9|nsubj said|VERB:VBD|2|parataxis||say"
    )
    columns = Columns(doc)
    assert [number != OUTSIDE for number in columns.quote] == [True] * 7 + [False] * 2
