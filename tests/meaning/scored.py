"""Scores of an encoder made by hand: the tags of each word as sure as one likes."""

from collections.abc import Sequence

import numpy as np

from rashomon.encoder import Scores, Tags
from rashomon.wordpieces import WordPieces, Words

KINDS = ("source", "cue", "content")
LETTERS = "oSsCcTt"
"""One letter a tag: o outside; S, C, T begin a source, a cue, a content; s, c, t go on with it."""

STEPS = np.zeros((2, 7, 7), dtype=np.float32)
for kind in range(3):
    STEPS[:, :, 2 * kind + 2] = -100
    STEPS[0, [2 * kind + 1, 2 * kind + 2], 2 * kind + 2] = 0
TAGS = Tags(KINDS, STEPS)


def words_of(text: str) -> Words:
    """The words of a text; pieces do not matter."""
    return WordPieces({"[UNK]": 0}).cut(text)


def scored(text: str, tags: str, *, sure: float = 5.0, doubts: Sequence[tuple[int, str, float]] = ()) -> Scores:
    """Scores that say the letters of `tags`, one a word; `doubts` set single (word, letter) scores."""
    words = words_of(text)
    assert len(words) == len(tags), [text[start:end] for start, end in words.spans]
    emissions = np.zeros((len(words), 7), dtype=np.float32)
    for word, letter in enumerate(tags):
        emissions[word, LETTERS.index(letter)] = sure
    for word, letter, value in doubts:
        emissions[word, LETTERS.index(letter)] = value
    empty = np.zeros((len(words), 4), dtype=np.float32)
    return Scores(words, {"attribution": emissions, "asks": empty, "offers": empty}, {"attribution": TAGS})
