"""Phrases of a parse made by hand."""

import pytest

from rashomon.meaning.phrases import heads, hyphened
from tests.handmade import named, parsed

FED = "The|DET|2|det guard|NOUN|3|nsubj fed|VERB|0|ROOT old|ADJ|5|amod dogs|NOUN|3|dobj and|CCONJ|5|cc cats|NOUN|5|conj"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The guard fed old dogs and cats", ["fed"]),
        ("The guard", ["guard"]),
        ("guard old dogs", ["guard", "dogs"]),
        ("The old cats", ["The", "old", "cats"]),
        ("", []),
    ],
)
def test_the_heads_of_words_hang_on_none_of_the_others(words, expected):
    doc = parsed(FED)
    assert [head.text for head in heads(token for token in doc if token.text in words.split())] == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("his brother-in-law fled", "brother", "brother-in-law"),
        ("his brother-in-law fled", "law", "brother-in-law"),
        ("a one-time chief", "time", "one-time"),
        ("a one-time chief", "chief", "chief"),
        ("the gate - fled", "gate", "gate"),
    ],
)
def test_hyphens_join_words(text, word, expected):
    token = next(token for token in named(text) if token.text == word)
    assert "".join(each.text for each in hyphened(token)) == expected
