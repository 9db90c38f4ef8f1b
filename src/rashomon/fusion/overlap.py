"""What two pages have in common, word by word: of their own prose, and of what they quote.

In: two texts as their forms keep them. Out: the overlap of each with the other. Words count that stand among `RUN` in a
row of which all stand in shingles of the other; what one of the pages quotes counts as quoted by both. What follows
from an overlap does not belong here.

A page meets many others, most of which share a phrase with it. So a set of its words is one whole number with a bit for
each, the first word highest, and shingles are looked up by their first bits before they are compared. The left page is
taken apart once for many right ones.
"""

import base64
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rashomon.fusion.shingles import SHINGLE, Hashes
from rashomon.graph import Form

RUN = 6
"""Words in a row that must be common for any of them to count: shorter runs are mere turns of phrase."""
CHANCE = 15
"""Words of prose that two pages may have in common by chance: they weigh on short pages."""
_REST = 16
"""Bits of a shingle that do not count when it is looked up at first."""

Shingles = NDArray[np.uint32]
Marks = NDArray[np.bool_]


class Overlap(NamedTuple):
    """What a page has in common with another: words of its own prose, of all its prose, and words that it quotes."""

    prose: int
    all_prose: int
    quoted: int

    @property
    def share(self) -> float:
        """Share of the prose; a few words may be common by chance."""
        return self.prose / (self.all_prose + CHANCE)


class _Text(NamedTuple):
    """A form's shingles, how many words it has, and which of them stand in quotations."""

    shingles: Shingles
    words: int
    quoted: int


class _Index(NamedTuple):
    """A text's shingles in order, each once; where in that order each of its own is; which are in quotations; and of
    all first bits whether a shingle has them.
    """

    known: Shingles
    places: NDArray[np.intp]
    quoted: Marks
    beginnings: Marks


def packed(hashes: Hashes) -> str:
    """The upper halves of hashes, in base 64: what a form keeps of its shingles."""
    return base64.b64encode((hashes >> np.uint64(32)).astype("<u4").tobytes()).decode("ascii")


def marks(marked: Sequence[bool]) -> str:
    """One bit for each word, in base 64: what a form keeps of its quotations."""
    return base64.b64encode(np.packbits(np.array(marked, np.bool_)).tobytes()).decode("ascii")


def overlaps(left: Form, right: Form) -> tuple[Overlap, Overlap]:
    """What the left page has in common with the right, and the right with the left."""
    (one, index), other = _at_hand(left), _text(right)
    likely = np.flatnonzero(index.beginnings[other.shingles >> _REST])
    at = index.known.searchsorted(other.shingles[likely])
    found = index.known.take(at, mode="clip") == other.shingles[likely]
    theirs, at = likely[found], at[found]
    ours = _with(index, at)
    within = _runs(other.quoted, SHINGLE)
    said_there = at[_bits(within, other.words)[theirs]] if within else at[:0]
    said_here = theirs[index.quoted[at]]
    quoted_ours = one.quoted | _covered(_with(index, said_there), one.words)
    quoted_theirs = other.quoted | _covered(_marked(said_here, other), other.words)
    return (
        _overlap(_covered(ours, one.words), one.words, quoted_ours),
        _overlap(_covered(_marked(theirs, other), other.words), other.words, quoted_theirs),
    )


def _overlap(covered: int, words: int, quoted: int) -> Overlap:
    common = _spread(_runs(covered, RUN), RUN)
    both = common & quoted
    return Overlap(common.bit_count() - both.bit_count(), words - quoted.bit_count(), both.bit_count())


@lru_cache(maxsize=1)
def _at_hand(form: Form) -> tuple[_Text, _Index]:
    text = _text(form)
    known, places = np.unique(text.shingles, return_inverse=True)
    within = np.zeros(len(known), np.bool_)
    within[places[_bits(_runs(text.quoted, SHINGLE), text.words)[: len(places)]]] = True
    beginnings = np.zeros(1 << (32 - _REST), np.bool_)
    beginnings[known >> _REST] = True
    return text, _Index(known, places, within, beginnings)


def _text(form: Form) -> _Text:
    shingles, quoted = (base64.b64decode(form.facts[name]) for name in ("shingles", "quoted"))
    return _Text(np.frombuffer(shingles, "<u4"), form.facts["words"], int.from_bytes(quoted, "big"))


def _with(index: _Index, at: NDArray[np.intp]) -> Marks:
    """Which shingles of a text are among those at some places of its index."""
    known = np.zeros(len(index.known), np.bool_)
    known[at] = True
    return known[index.places]


def _marked(at: NDArray[np.intp], text: _Text) -> Marks:
    """Marks of the shingles at some places of a text."""
    found = np.zeros(len(text.shingles), np.bool_)
    found[at] = True
    return found


def _covered(marked: Marks, words: int) -> int:
    """The words, of so many, in the marked shingles."""
    return _spread(_number(marked, words), SHINGLE)


def _number(marked: Marks, words: int) -> int:
    """Marks of the first of so many words as one number."""
    whole = int.from_bytes(np.packbits(marked).tobytes(), "big")
    return whole << 8 * (_bytes(words) - _bytes(len(marked)))


def _bits(number: int, words: int) -> Marks:
    """The other way round: a mark for each word."""
    held = np.frombuffer(number.to_bytes(_bytes(words), "big"), np.uint8)
    return np.unpackbits(held, count=words).astype(np.bool_)


def _bytes(words: int) -> int:
    return (words + 7) // 8


def _spread(starts: int, length: int) -> int:
    """The words in runs of this length that start at these."""
    covered = starts
    for offset in range(1, length):
        covered |= starts >> offset
    return covered


def _runs(marked: int, length: int) -> int:
    """The words that start a run of this length which is marked throughout."""
    whole = marked
    for offset in range(1, length):
        whole &= marked << offset
    return whole
