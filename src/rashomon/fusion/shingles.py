"""Words of an article and what their runs are known by: shingles, and the few of them that make keys.

In: a reading. Out: words with offsets, hashes. Hashes are made of bytes alone: they are the
same on every machine.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.records import Reading
from rashomon.spans import Span

ARTICLE = ("standfirst", "dateline", "body", "heading", "quote", "list", "table")
"""Roles whose words are compared. A headline is written anew by every paper, so it is no part of what is copied."""

SHINGLE = 4
"""Words of a shingle: long enough that two pages on one story share few, short enough to survive an editor's pen."""
KEY_SHINGLE = 8
"""Words of a run that makes a key: longer, since only few pages may share one."""
WINDOW = 24
KEYS = 40
"""The widest window, and how many windows side by side a short page has."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_QUOTATION = re.compile(
    r"""“[^”“\n]*(?:”|$)|"[^"\n]*(?:"|$)|‘(?:[^’\n]|’(?=\w))*(?:’|$)|(?<!\w)'(?:[^'\n]|'(?=\w))*'(?!\w)""", re.MULTILINE
)
_SENTENCE_END = '.!?:“”"‘\n'
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_NO_KEY = np.uint64(0xFFFFFFFFFFFFFFFF)

Hashes = NDArray[np.uint64]


class Word(NamedTuple):
    """A word: its form for comparing, its place in the page's text, and how it stands there."""

    form: str
    start: int
    end: int
    telling: bool
    """A name or a figure: what a phrase that any story may use does not hold."""
    quoted: bool


def article(reading: Reading) -> tuple[Span, ...]:
    """The stretches of the page's text that are the article; all of it where the page has no blocks."""
    if not reading.blocks:
        return (Span(0, len(reading.page.text)),)
    found = [Span(block.start, block.end) for block in reading.blocks if block.role in ARTICLE]
    return tuple(sorted(found))


def words(text: str, spans: Sequence[Span]) -> tuple[Word, ...]:
    """The words of some stretches of a text, in order."""
    made: list[Word] = []
    for span in spans:
        part = span.cut(text)
        quotes = [match.span() for match in _QUOTATION.finditer(part)]
        at = 0
        for match in _WORD.finditer(part):
            start, end = match.span()
            while at < len(quotes) and quotes[at][1] <= start:
                at += 1
            made.append(
                Word(
                    _form(match.group()),
                    span.start + start,
                    span.start + end,
                    _is_telling(part, match.group(), start),
                    at < len(quotes) and quotes[at][0] <= start,
                )
            )
    return tuple(made)


def shingles(found: Sequence[Word], size: int = SHINGLE) -> Hashes:
    """One hash for every run of `size` words, in the order of the text; none where there are fewer words."""
    if len(found) < size:
        return np.zeros(0, np.uint64)
    known: dict[str, int] = {}
    for word in found:
        if word.form not in known:
            digest = hashlib.blake2b(word.form.encode("utf-8", "surrogatepass"), digest_size=8).digest()
            known[word.form] = int.from_bytes(digest, "little")
    each = np.array([known[word.form] for word in found], np.uint64)
    runs = len(found) - size + 1
    total = np.zeros(runs, np.uint64)
    for offset in range(size):
        total = total * _FACTOR + each[offset : offset + runs]
    return _mixed(total)


def winnowed(found: Sequence[Word]) -> tuple[str, ...]:
    """The keys of a text: in every window of runs the one of the smallest hash, runs that say nothing left out.

    A run says something with a name or figure, or as somebody's words. Two texts share a key where they share
    `KEY_SHINGLE + WINDOW - 1` words in a row of which every run says something, however long the rest of them is
    (Schleimer, Wilkerson, Aiken: Winnowing, 2003). A short text has narrower windows, so that of each of its sentences
    some run is a key: the keys of wide windows are among those of narrow ones.
    """
    runs = shingles(found, KEY_SHINGLE)
    if not len(runs):
        return ()
    told = _in_runs([word.telling for word in found]) > 0
    quoted = _in_runs([word.quoted for word in found]) == KEY_SHINGLE
    runs = np.where(told | quoted, runs, _NO_KEY)
    window = max(1, min(WINDOW, len(found) // KEYS))
    smallest = np.unique(np.lib.stride_tricks.sliding_window_view(runs, window).min(axis=1))
    return tuple(f"run:{value:016x}" for value in smallest.tolist() if value != int(_NO_KEY))


def _in_runs(marks: Sequence[bool]) -> NDArray[np.int64]:
    """How many words of each run that makes a key are marked."""
    total = np.cumsum(np.array([0, *marks], np.int64))
    held: NDArray[np.int64] = total[KEY_SHINGLE:] - total[:-KEY_SHINGLE]
    return held


def _mixed(values: Hashes) -> Hashes:
    """The finaliser of SplitMix64: near values come out far apart."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _form(word: str) -> str:
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word).replace("’", "")
    return word.replace("'", "").casefold()


def _is_telling(text: str, word: str, start: int) -> bool:
    if any(letter.isdigit() for letter in word):
        return True
    before = text[max(0, start - 3) : start].rstrip(" ")[-1:]
    return word[0].isupper() and bool(before) and before not in _SENTENCE_END
