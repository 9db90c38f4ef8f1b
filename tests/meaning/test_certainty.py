"""Hedges, certainty and polarity of a cue and what is said."""

import pytest

from rashomon.meaning.certainty import hedging
from tests.handmade import parsed

SAID = (
    "{0}|PRON|3|nsubj {1}|PART|3|{2} {3}|VERB:VBD|0|ROOT||{4} it|PRON|7|nsubj {5}|AUX|7|aux||{5} not|PART|7|neg "
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
        (("Ada", "not", "neg", "denied", "deny", "did"), "denies", ((), "certain", "affirmed")),
        (("Ada", "then", "advmod", "believed", "believe", "did"), "believes", (("believed",), "probable", "affirmed")),
        (
            ("Ada", "then", "advmod", "feared", "fear", "would"),
            "believes",
            (("feared", "would"), "possible", "affirmed"),
        ),
    ],
)
def test_hedging(words, stance, expected):
    doc = parsed(SAID.format(*words))
    found = hedging(doc, [1, 2], [0], [3, 4, 5, 6], stance=stance)
    assert (tuple(doc[i].text for i in found.words), found.certainty, found.polarity) == expected


def test_saying_hedges_where_nobody_is_named():
    doc = parsed(SAID.format("Ada", "is", "auxpass", "said", "say", "did"))
    assert hedging(doc, [1, 2], [], [3, 4, 5, 6], stance="says").certainty == "reported"
