"""What forbids that two phrases be one, and what the words state."""

import pytest

from rashomon.language.coreference import rules
from rashomon.language.coreference.station import pairs_of
from tests.handmade import parsed
from tests.language.coreference.examples import with_names

BROTHER = "Osip|PROPN:NNP|2|nsubj|PERSON is|AUX:VBZ|0|ROOT||be his|PRON:PRP$|4|poss brother|NOUN:NN|2|attr||brother"
BESIDE = (
    "Osip|PROPN:NNP|8|nsubj|PERSON ,|PUNCT|1|punct the|DET:DT|5|det former|ADJ:JJ|5|amod mayor|NOUN:NN|1|appos||mayor "
    "of|ADP:IN|5|prep ,|PUNCT|1|punct left|VERB:VBD|0|ROOT||leave"
)
OWNED = (
    "A|DET:DT|2|det senator|NOUN:NN|6|nsubj||senator from|ADP:IN|2|prep his|PRON:PRP$|5|poss "
    "state|NOUN:NN|3|pobj||state left|VERB:VBD|0|ROOT||leave"
)
OSIP = "Osip|PROPN:NNP|2|nsubj|PERSON left|VERB:VBD|0|ROOT||leave"
CLERKS = f"{OSIP}\nThe|DET:DT|2|det clerks|NOUN:NNS|3|nsubj||clerk left|VERB:VBD|0|ROOT||leave"
MEN = f"{OSIP}\nThe|DET:DT|2|det mayor|NOUN:NN|3|nsubj||mayor left|VERB:VBD|0|ROOT||leave"
UNION = (
    "Union|PROPN:NNP|2|nsubj|ORG met|VERB:VBD|0|ROOT||meet\n"
    "The|DET:DT|2|det group|NOUN:NN|3|nsubj||group left|VERB:VBD|0|ROOT||leave"
)
TWO = (
    "Union|PROPN:NNP|2|nsubj|ORG met|VERB:VBD|0|ROOT||meet League|PROPN:NNP|2|dobj|ORG\n"
    "The|DET:DT|2|det group|NOUN:NN|3|nsubj||group left|VERB:VBD|0|ROOT||leave"
)


def pairs(notation, descriptions=()):
    return pairs_of(with_names(parsed(notation), descriptions))


def number(found, words):
    """The number of the candidate with these words."""
    doc = found.columns.doc
    return next(at for at, each in enumerate(found.candidates) if doc[each.start : each.end].text == words)


@pytest.mark.parametrize(
    ("notation", "before", "after", "expected"),
    [
        pytest.param(BROTHER, "Osip", "his", False, id="whose brother he is, is another"),
        pytest.param(BROTHER, "Osip", "his brother", True, id="he is the brother"),
        pytest.param(OWNED, "A senator from his state", "his", False, id="nobody is in himself"),
        pytest.param(CLERKS, "Osip", "The clerks", False, id="one man is not several"),
        pytest.param(MEN, "Osip", "The mayor", True, id="a man may be the mayor"),
    ],
)
def test_agreement(notation, before, after, expected):
    found = pairs(notation)
    assert found.fits(number(found, before), number(found, after)) is expected


@pytest.mark.parametrize(
    ("notation", "words", "descriptions", "expected"),
    [
        pytest.param(BESIDE, "the former mayor of", (), "Osip", id="an apposition"),
        pytest.param(UNION, "The group", (), "Union", id="the only body just before"),
        pytest.param(TWO, "The group", (), None, id="one of two"),
        pytest.param(MEN, "The mayor", ("Mayor",), "Osip", id="the only mayor"),
        pytest.param(MEN, "The mayor", ("spokesman for the mayor",), None, id="the mayor's spokesman is no mayor"),
        pytest.param(MEN, "The mayor", (), None, id="nobody is called mayor"),
    ],
)
def test_rules(notation, words, descriptions, expected):
    found = pairs(notation, descriptions)
    other = rules.antecedent(found, number(found, words))
    doc = found.columns.doc
    answer = None if other is None else doc[found.candidates[other].start : found.candidates[other].end].text
    assert answer == expected


I_LEFT = "I|PRON:PRP|2|nsubj left|VERB:VBD|0|ROOT||leave"
QUOTED = (
    "Osip|PROPN:NNP|2|nsubj|PERSON said|VERB:VBD|0|ROOT||say :|PUNCT|2|punct “|PUNCT|6|punct I|PRON:PRP|6|nsubj "
    "left|VERB:VBD|2|ccomp||leave the|DET:DT|8|det town|NOUN:NN|6|dobj early|ADV|6|advmod .|PUNCT|6|punct "
    "”|PUNCT|6|punct"
)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(f"{OSIP}\n{I_LEFT}", False, id="who writes is nobody named"),
        pytest.param(QUOTED, True, id="who is quoted may be"),
    ],
)
def test_the_first_person(notation, expected):
    found = pairs(notation)
    assert found.fits(number(found, "Osip"), number(found, "I")) is expected
