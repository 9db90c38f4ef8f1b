"""What is still to come by its grammar."""

import pytest

from rashomon.meaning.events import ahead
from tests.handmade import parsed

DEAL = (
    "They|PRON|2|nsubj signed|VERB:VBD|0|ROOT||sign a|DET|4|det deal|NOUN|2|dobj to|PART:TO|6|aux "
    "free|VERB:VB|4|acl him|PRON|6|dobj"
)
MET = "They|PRON|2|nsubj met|VERB:VBD|0|ROOT||meet to|PART:TO|4|aux free|VERB:VB|2|advcl him|PRON|4|dobj"
BEGAN = "They|PRON|2|nsubj began|VERB:VBD|0|ROOT||begin to|PART:TO|4|aux flee|VERB:VB|2|xcomp"
FLED = (
    "They|PRON|3|nsubjpass are|AUX|3|auxpass said|VERB:VBN|0|ROOT||say to|PART:TO|6|aux have|AUX|6|aux "
    "fled|VERB:VBN|3|xcomp||flee"
)
FIRST = "He|PRON|2|nsubj was|AUX:VBD|0|ROOT||be the|DET|4|det first|ADJ|2|attr to|PART:TO|6|aux flee|VERB:VB|4|relcl"
ONLY = "He|PRON|2|nsubj came|VERB:VBD|0|ROOT||arrive only|ADV|5|advmod to|PART:TO|5|aux fall|VERB:VB|2|advcl"
RULED = (
    "It|PRON|2|nsubj ruled|VERB:VBD|0|ROOT||rule that|SCONJ|6|mark he|PRON|6|nsubjpass be|AUX:VB|6|auxpass "
    "freed|VERB:VBN|2|ccomp||free"
)
RESIGN = "They|PRON|2|nsubj ask|VERB|0|ROOT||ask that|SCONJ|5|mark he|PRON|5|nsubj resign|VERB:VB|2|ccomp"
SAW = "They|PRON|2|nsubj saw|VERB:VBD|0|ROOT||see him|PRON|4|nsubj flee|VERB:VB|2|ccomp"
WAS = "They|PRON|2|nsubj say|VERB|0|ROOT||say he|PRON|5|nsubjpass was|AUX:VBD|5|auxpass freed|VERB:VBN|2|ccomp||free"
WOULD = (
    "They|PRON|2|nsubj said|VERB:VBD|0|ROOT||say he|PRON|6|nsubjpass would|AUX:MD|6|aux be|AUX:VB|6|auxpass "
    "freed|VERB:VBN|2|ccomp||free"
)
UNLESS = WOULD + " unless|SCONJ|9|mark he|PRON|9|nsubj fled|VERB:VBD|6|advcl||flee"
HE_WOULD = "He|PRON|3|nsubj would|AUX:MD|3|aux flee|VERB:VB|0|ROOT"
WOULD_HAVE = (
    "They|PRON|2|nsubj said|VERB:VBD|0|ROOT||say he|PRON|6|nsubj would|AUX:MD|6|aux have|AUX|6|aux||have "
    "fled|VERB:VBN|2|ccomp||flee"
)


@pytest.mark.parametrize(
    ("notation", "verb", "expected"),
    [
        pytest.param(DEAL, 5, True, id="a deal to free him"),
        pytest.param(MET, 3, True, id="met to free him"),
        pytest.param(BEGAN, 3, False, id="began to flee"),
        pytest.param(FLED, 5, False, id="said to have fled"),
        pytest.param(FIRST, 5, False, id="the first to flee"),
        pytest.param(FIRST.replace("first|ADJ", "12th|ADJ"), 5, False, id="the 12th to flee"),
        pytest.param(FIRST.replace("first|ADJ", "youngest|ADJ:JJS"), 5, False, id="the youngest to flee"),
        pytest.param(ONLY, 4, False, id="only to fall"),
        pytest.param(WOULD, 5, False, id="no to"),
    ],
)
def test_aims(notation, verb, expected):
    assert ahead.is_aim(parsed(notation)[verb]) is expected


@pytest.mark.parametrize(
    ("notation", "verb", "expected"), [(RULED, 5, True), (RESIGN, 4, True), (WAS, 4, False), (SAW, 3, False)]
)
def test_what_is_called_for(notation, verb, expected):
    assert ahead.is_called_for(parsed(notation)[verb]) is expected


@pytest.mark.parametrize(
    ("notation", "verb", "expected"),
    [(WOULD, 5, True), (UNLESS, 5, False), (HE_WOULD, 2, False), (WOULD_HAVE, 5, False), (WAS, 4, False)],
)
def test_what_is_foretold(notation, verb, expected):
    assert ahead.is_foretold(parsed(notation)[verb]) is expected
