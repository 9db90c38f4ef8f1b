"""Text to words and word pieces, as uncased BERT cuts them, with the marks that the encoder reads beside them.

In: a text and a vocabulary. Out: `Words`: offsets, pieces and features of each word. The cut follows the reference
tokenizer of BERT (Devlin et al. 2019); it is written here because the libraries that have it bring more than they are
worth (`docs/decisions/0006`). What the network does with the pieces does not belong here.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]

LOWER, TITLE, UPPER = range(3)
OUTSIDE, OPENING, INSIDE, CLOSING = range(4)
FEATURES = (3, 4, 2)
"""How many values the case, the quotation and the paragraph start of a word have."""

UNKNOWN = "[UNK]"
LONGEST = 100
"""Characters of a word; a longer one is unknown."""

_CHUNK = re.compile(r"(?P<word>[^\W_]+)|(?P<space>\s+)|(?P<sign>.)", re.DOTALL)
_WIDE = re.compile("([\u3400-\u9fff\uf900-\ufaff\U00020000-\U0002ebef\U0002f800-\U0002fa1f])")
_REMOVED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
_OPENERS, _CLOSERS = "“„«", "”»"


@dataclass(frozen=True)
class Words:
    """A text cut into words: offsets, word pieces, (case, quotation, paragraph start) and paragraph number of each."""

    text: str
    spans: list[tuple[int, int]]
    pieces: list[list[int]]
    features: list[tuple[int, int, int]]
    paragraphs: list[int]

    def __len__(self) -> int:
        return len(self.spans)

    @property
    def starts(self) -> Flags:
        """True for the words with which a paragraph starts."""
        return np.array([feature[2] == 1 for feature in self.features], dtype=np.bool_)


class WordPieces:
    """Cuts texts by one vocabulary (piece to number)."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._known = lru_cache(maxsize=50_000)(self._pieces)

    def cut(self, text: str, paragraphs: Collection[int] | None = None) -> Words:
        """The words of `text`; `paragraphs` are the offsets where one starts, by default wherever a line does."""
        found = list(_words(text))
        spans = [(start, end) for start, end, _ in found]
        starts = _line_starts(text, spans) if paragraphs is None else _starts(spans, paragraphs)
        quotation = _quotation(text, spans, starts)
        features = [
            (_case(text[start:end]), state, int(first))
            for (start, end), state, first in zip(spans, quotation, starts, strict=True)
        ]
        numbers = [number - 1 for number in accumulate(starts, initial=0)][1:]
        return Words(text, spans, [self._known(word) for _, _, word in found], features, numbers)

    def _pieces(self, word: str) -> list[int]:
        """The longest pieces from the left (WordPiece)."""
        if len(word) > LONGEST:
            return [self._vocabulary[UNKNOWN]]
        found: list[int] = []
        at = 0
        while at < len(word):
            before = "##" if at else ""
            fits = (end for end in range(len(word), at, -1) if before + word[at:end] in self._vocabulary)
            end = next(fits, None)
            if end is None:
                return [self._vocabulary[UNKNOWN]]
            found.append(self._vocabulary[before + word[at:end]])
            at = end
        return found


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and plain form of each word; punctuation marks and ideographs are words of their own."""
    start, parts, last = 0, list[str](), 0
    for chunk in _CHUNK.finditer(text):
        kind = chunk.lastgroup
        if kind == "sign":
            kind = _kind(chunk[0])
        if kind == "removed":
            continue
        if kind == "word" and not _WIDE.search(chunk[0]):
            if not parts:
                start = chunk.start()
            parts.append(chunk[0])
            last = chunk.end()
            continue
        if parts:
            yield from _word(start, last, parts)
            parts = []
        if kind == "mark":
            yield chunk.start(), chunk.end(), chunk[0]
        elif kind == "word":
            at = chunk.start()
            for part in filter(None, _WIDE.split(chunk[0])):
                yield from _word(at, at + len(part), [part])
                at += len(part)
    if parts:
        yield from _word(start, last, parts)


def _kind(sign: str) -> str:
    """What a character is that is no letter or digit: a mark of its own, part of a word, or nothing at all."""
    if sign.isascii() and sign.isprintable():
        return "mark"
    category = unicodedata.category(sign)
    return "removed" if category in _REMOVED or sign == "\ufffd" else "mark" if category[0] == "P" else "word"


def _word(start: int, end: int, parts: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """A word in its plain form: small letters without accents; nothing where it has only accents."""
    word = "".join(parts)
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c) != "Mn")
    if word:
        yield start, end, word.lower()


def _case(word: str) -> int:
    """Lower, Title or UPPER; a single capital counts as Title."""
    if not word[:1].isupper():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else TITLE


def _line_starts(text: str, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """True for each word that is the first after a line break, and for the first word of all."""
    ends = [0, *(end for _, end in spans)]
    return [number == 0 or "\n" in text[ends[number] : start] for number, (start, _) in enumerate(spans)]


def _starts(spans: Sequence[tuple[int, int]], paragraphs: Collection[int]) -> list[bool]:
    """True for each word that is the first at or after one of `paragraphs`, and for the first word of all."""
    coming = sorted(paragraphs, reverse=True)
    found = []
    for number, (_, end) in enumerate(spans):
        first = number == 0
        while coming and coming[-1] < end:
            coming.pop()
            first = True
        found.append(first)
    return found


def _quotation(text: str, spans: Sequence[tuple[int, int]], starts: Sequence[bool]) -> list[int]:
    """Whether each word opens, stands in, or closes double quotation marks; every paragraph starts outside."""
    states: list[int] = []
    inside = False
    for (start, end), first in zip(spans, starts, strict=True):
        word = text[start:end]
        inside = inside and not first
        if word in _OPENERS:
            inside = True
            states.append(OPENING)
        elif word in _CLOSERS:
            inside = False
            states.append(CLOSING)
        elif word == '"' or text[start : start + 2] in ("''", "``"):
            inside = not inside
            states.append(OPENING if inside else CLOSING)
        elif states and word in "'`" and text[start - 1 : start + 1] in ("''", "``"):
            states.append(states[-1])
        else:
            states.append(INSIDE if inside else OUTSIDE)
    return states
