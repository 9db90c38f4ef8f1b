"""What is marked as an attribution and nobody says."""

import pytest

from rashomon.meaning import unsaid
from tests.handmade import parsed

HAVEN = "It|PRON|3|nsubjpass is|AUX|3|auxpass known|VERB:VBN|0|ROOT||know as|ADP|3|prep a|DET|6|det haven|NOUN|4|pobj"
KNOWN = (
    "Square|NOUN:NN|5|nsubj known|VERB:VBN|1|acl||know as|ADP|2|prep Pit|PROPN|3|pobj is|AUX|0|ROOT empty|ADJ|5|acomp"
)
ASKED = (
    "It|PRON|4|nsubjpass is|AUX|4|auxpass not|PART|4|neg known|VERB:VBN|0|ROOT||know who|PRON|6|nsubj fell|VERB|4|ccomp"
)
NAMED = "They|PRON|2|nsubj called|VERB:VBD|0|ROOT||call the|DET|4|det raid|NOUN|5|nsubj revenge|NOUN|2|oprd"
DUBBED = "Ship|NOUN|4|nsubjpass was|AUX|4|auxpass later|ADV|4|advmod dubbed|VERB:VBN|0|ROOT||dub Rover|PROPN|4|oprd"
SHOUTED = "She|PRON|2|nsubj shouted|VERB:VBD|0|ROOT||shout at|ADP|2|prep them|PRON|3|pobj"
CALLS = "Calls|NOUN:NNS|0|ROOT||call for|ADP|1|prep peace|NOUN|2|pobj"


@pytest.mark.parametrize(
    ("notation", "source", "cue", "content", "expected"),
    [
        (KNOWN, [], [1, 2], [3], True),
        (KNOWN, [0], [1, 2], [3], False),
        (HAVEN, [], [1, 2, 3], [4, 5], False),
        (ASKED, [], [1, 2, 3], [4, 5], False),
        (DUBBED, [], [1, 2, 3], [0, 4], True),
        (NAMED, [], [1], [2, 3, 4], False),
        (SHOUTED, [0], [1, 2], [3], True),
        (CALLS, [], [0, 1], [2], False),
    ],
)
def test_what_nobody_says(notation, source, cue, content, expected):
    assert unsaid.is_unsaid(parsed(notation), source, cue, content) is expected


CHARGED = "Men|NOUN:NNS|2|nsubj charged|VERB:VBN|0|ROOT||charge with|ADP|2|prep theft|NOUN|3|pobj"
CHARGES = "Court|NOUN|2|nsubj charged|VERB:VBD|0|ROOT||charge men|NOUN|2|dobj with|ADP|2|prep theft|NOUN|4|pobj"
TOLD = "Crowd|NOUN|3|nsubjpass was|AUX|3|auxpass told|VERB:VBN|0|ROOT||tell he|PRON|5|nsubj fell|VERB|3|ccomp"
BY = (
    "Crowd|NOUN|3|nsubjpass was|AUX|3|auxpass told|VERB:VBN|0|ROOT||tell by|ADP|3|agent police|NOUN|4|pobj "
    "he|PRON|7|nsubj fell|VERB|3|ccomp"
)
WARNED = "Others|NOUN|2|nsubj warned|VERB:VBD|0|ROOT||warn of|ADP|2|prep floods|NOUN|3|pobj"
QUOTED = "Bell|PROPN|3|nsubjpass was|AUX|3|auxpass quoted|VERB:VBN|0|ROOT||quote saying|VERB:VBG|3|advcl||say"


@pytest.mark.parametrize(
    ("notation", "source", "cue", "expected"),
    [
        (CHARGED, [0], [1], True),
        (CHARGES, [0], [1], False),
        (TOLD, [0], [1, 2], True),
        (BY, [4], [1, 2], False),
        (WARNED, [0], [1, 2], False),
        (QUOTED, [0], [1, 2, 3], False),
    ],
)
def test_who_is_only_spoken_of(notation, source, cue, expected):
    assert unsaid.is_spoken_of(parsed(notation), source, cue) is expected


@pytest.mark.parametrize(
    ("notation", "source", "cue", "content", "expected"),
    [
        ("He|PRON|2|nsubj said|VERB:VBD|0|ROOT||say so|ADV|2|advmod", [0], [1], [2], 0.2),
        ("Board|NOUN|2|nsubj launched|VERB:VBD|0|ROOT||launch it|PRON|2|dobj", [0], [1], [2], 0.4),
        ('He|PRON|2|nsubj launched|VERB:VBD|0|ROOT||launch "|PUNCT|2|punct hope|NOUN|2|dobj', [0], [1], [2, 3], 0.2),
        ('Hired|VERB:VBN|0|ROOT||hire "|PUNCT|1|punct hands|NOUN|1|dobj', [], [0], [1, 2], 0.4),
        ("Fate|NOUN|2|nsubj is|AUX|0|ROOT||be unclear|ADJ|2|acomp", [], [1, 2], [0], 0.2),
        ("According|VERB|0|ROOT||accord to|ADP|1|prep Bell|PROPN|2|pobj yes|INTJ|1|dep", [2], [0, 1], [3], 0.2),
        ("To|ADP|0|ROOT Bell|PROPN|1|pobj yes|INTJ|1|dep", [1], [0], [2], 0.2),
    ],
)
def test_less_usual_words_must_be_likelier(notation, source, cue, content, expected):
    assert unsaid.least(parsed(notation), source, cue, content, 0.2) == expected


@pytest.mark.parametrize(
    ("notation", "cue", "expected"),
    [
        ("It|PRON|4|nsubj may|AUX:MD|4|aux have|AUX|4|aux fallen|VERB:VBN|0|ROOT||fall", [1], True),
        ("It|PRON|2|nsubj seems|VERB|0|ROOT||seem old|ADJ|2|oprd", [1], True),
        ("It|PRON|3|nsubj apparently|ADV|3|advmod fell|VERB|0|ROOT||fall", [1], True),
        ("It|PRON|3|nsubj reportedly|ADV|3|advmod fell|VERB|0|ROOT||fall", [1], False),
        ("He|PRON|3|nsubj could|AUX:MD|3|aux reportedly|ADV|3|advmod flee|VERB:VB|0|ROOT", [1, 2], False),
        ("It|PRON|5|nsubjpass could|AUX:MD|5|aux not|PART|5|neg be|AUX|5|auxpass verified|VERB:VBN|0|ROOT||verify",
         [1, 2, 3, 4], False),
    ],
)  # fmt: skip
def test_the_writer_guesses(notation, cue, expected):
    assert unsaid.is_guess(parsed(notation), cue) is expected
