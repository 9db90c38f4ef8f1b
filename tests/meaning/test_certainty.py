"""Hedges, certainty and polarity of a cue and what is said."""

import pytest

from rashomon.meaning.certainty import Hedging, hedge, hedging
from tests.handmade import parsed

SAID = (
    "{0}|PRON|3|nsubj {1}|PART|3|{2} {3}|VERB:VBD|0|ROOT||{4} it|PRON|7|nsubj {5}|AUX:MD|7|aux||{5} not|PART|7|neg "
    "fall|VERB:VB|3|ccomp"
)


@pytest.mark.parametrize(
    ("words", "stance", "expected"),
    [
        (("Ada", "then", "advmod", "said", "say", "did"), "says", ((), "certain", "affirmed")),
        (("Ada", "then", "advmod", "said", "say", "may"), "says", (("may",), "possible", "affirmed")),
        (("Ada", "not", "neg", "said", "say", "did"), "says", ((), "certain", "denied")),
        (("Nobody", "ever", "advmod", "said", "say", "did"), "says", ((), "certain", "denied")),
        (("Ada", "then", "advmod", "denied", "deny", "did"), "denies", ((), "certain", "denied")),
        (("Ada", "then", "advmod", "declined", "decline", "did"), "says", ((), "certain", "denied")),
        (("Ada", "not", "neg", "denied", "deny", "did"), "denies", ((), "certain", "affirmed")),
        (("Ada", "then", "advmod", "believed", "believe", "did"), "believes", (("believed",), "probable", "affirmed")),
        (
            ("Ada", "then", "advmod", "feared", "fear", "would"),
            "believes",
            (("feared",), "possible", "affirmed"),
        ),
        (("Ada", "then", "advmod", "doubted", "doubt", "did"), "doubts", ((), "unknown", "affirmed")),
        (("Ada", "then", "advmod", "asked", "ask", "did"), "asks", ((), "unknown", "affirmed")),
        (("Ada", "then", "advmod", "asked", "ask", "did"), "demands", ((), "certain", "affirmed")),
        (("Ada", "then", "advmod", "accused", "accuse", "did"), "accuses", ((), "alleged", "affirmed")),
        (("Ada", "then", "advmod", "said", "say", "could"), "says", ((), "certain", "affirmed")),
        (("Ada", "then", "advmod", "said", "say", "would"), "says", ((), "certain", "affirmed")),
    ],
)
def test_hedging(words, stance, expected):
    doc = parsed(SAID.format(*words))
    found = hedging(doc, [1, 2], [0], [3, 4, 5, 6], stance=stance)
    assert (tuple(doc[i].text for i in found.words), found.certainty, found.polarity) == expected


def test_a_hedge_in_an_aside_is_not_that_of_the_claim():
    doc = parsed(
        "Ada|PROPN|2|nsubj said|VERB:VBD|0|ROOT||say gates|NOUN:NNS|8|nsubj||gate which|PRON|6|nsubj "
        "allegedly|ADV|6|advmod jammed|VERB:VBD|3|relcl||jam were|AUX|8|aux opened|VERB:VBN|2|ccomp||open"
    )
    assert hedging(doc, [1], [0], [2, 3, 4, 5, 6, 7], stance="says") == Hedging((), "certain", "affirmed")


def test_a_hedge_of_what_is_thought_is_that_of_the_claim():
    doc = parsed(
        "Ada|PROPN|2|nsubj said|VERB:VBD|0|ROOT||say he|PRON|4|nsubj knew|VERB:VBD|2|ccomp||know gates|NOUN|7|nsubj "
        "may|AUX:MD|7|aux fall|VERB:VB|4|ccomp||fall"
    )
    assert hedging(doc, [1], [0], [2, 3, 4, 5, 6], stance="says") == Hedging((5,), "possible", "affirmed")


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("a|DET|3|det suspected|VERB:VBN|3|amod||suspect thief|NOUN|0|ROOT", {"suspected": "probable"}),
        ("Ada|PROPN|2|nsubj suspected|VERB:VBD|0|ROOT||suspect Cole|PROPN|2|dobj", {}),
        ("Cole|PROPN|2|nsubj appears|VERB|0|ROOT||appear to|PART|4|aux sleep|VERB|2|xcomp", {"appears": "probable"}),
        ("Cole|PROPN|2|nsubj appeared|VERB:VBD|0|ROOT||appear yesterday|NOUN|2|npadvmod", {}),
        (
            "Cole|PROPN|3|nsubjpass is|AUX|3|auxpass said|VERB:VBN|0|ROOT||say to|PART|5|aux sleep|VERB|3|xcomp",
            {"said": "reported"},
        ),
        ("in|ADP|0|ROOT May|PROPN:NNP|1|pobj||may", {}),
    ],
)
def test_words_that_hedge(notation, expected):
    assert {token.text: hedge(token) for token in parsed(notation) if hedge(token)} == expected


def test_saying_hedges_where_nobody_is_named():
    doc = parsed(SAID.format("Ada", "is", "auxpass", "said", "say", "did"))
    assert hedging(doc, [1, 2], [], [3, 4, 5, 6], stance="says").certainty == "reported"


def test_what_could_not_be_established_is_unknown():
    doc = parsed(
        "It|PRON|5|nsubjpass could|AUX:MD|5|aux not|PART|5|neg be|AUX|5|auxpass verified|VERB:VBN|0|ROOT||verify "
        "whether|SCONJ|8|mark it|PRON|8|nsubj fell|VERB:VBD|5|ccomp||fall"
    )
    assert hedging(doc, [1, 2, 3, 4], [], [5, 6, 7], stance="says") == Hedging((1, 2, 3, 4), "unknown", "affirmed")


@pytest.mark.parametrize(
    ("verb", "opening", "expected"),
    [
        ("known|VERB:VBN|4|ROOT||know", "how|ADV|6|advmod", "unknown"),
        ("known|VERB:VBN|4|ROOT||know", "that|SCONJ|6|mark", "reported"),
        ("shown|VERB:VBN|4|ROOT||show", "how|ADV|6|advmod", "certain"),
    ],
)
def test_what_is_asked_and_not_known_is_unknown(verb, opening, expected):
    doc = parsed(f"It|PRON|4|nsubjpass is|AUX|4|auxpass not|PART|4|neg {verb} {opening} fell|VERB:VBD|4|ccomp||fall")
    assert hedging(doc, [1, 2, 3], [], [4, 5], stance="says").certainty == expected
