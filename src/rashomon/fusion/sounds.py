"""How a word sounds, so that its spellings meet: Mohammad and Muhammad, Yelena and Elena, Masood and Masud.

In: folded words (lower case, Latin letters). Out: what is heard, the consonants that carry it, how far two words may be
one. What a word names does not belong here.

The rules are those common to systems that romanise Arabic, Persian, Russian and Korean, cut down to classes of letters
that these systems write for one sound. The idea of a key of consonants is that of Soundex and of Philips' Metaphone
(Hanging on the Metaphone, Computer Language 7(12), 1990); unlike those it knows no English.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

_WRITTEN = {
    "tsch": "C", "shch": "C", "sch": "C", "tch": "C", "dzh": "C", "dj": "C", "zh": "C", "sh": "C", "ch": "C", "cz": "C",
    "j": "C", "kh": "k", "ck": "k", "q": "k", "gh": "g", "ph": "f", "th": "t", "dh": "d", "ts": "z", "tz": "z",
    "x": "ks", "ce": "se", "ci": "si", "cy": "si", "c": "k",
}  # fmt: skip
"""Letters for one sound; C stands for all that hiss."""
_DIGRAPHS = re.compile("|".join(_WRITTEN))
_GLIDES = re.compile("(ff$|w$)|((?<=[aeiouy])w)|(w)|(^y(?=[aeiou])|(?<=[aeiouy])h(?![aeiouy])|(?<=[^aeiouy])h|h$)")
_GLIDING = frozenset("fhwy")
_GLIDED = ("", "v", "u", "v", "")
_RUNS = re.compile(r"([ou]+)|([eiy]+)|([^\d])\3+")
_COARSE = str.maketrans({"C": "s", "z": "s", "g": "k", "t": "d", "b": "b", "u": None, "i": None, "a": None, "h": None})
_VOWELS = frozenset("aui")
SPELLING = 0.97
"""How far words are one that sound the same and are spelt otherwise."""


@lru_cache(maxsize=65_536)
def heard(word: str) -> str:
    """The word as it sounds: letters that are written for one sound are one, vowels are three."""
    word = _DIGRAPHS.sub(lambda found: _WRITTEN[found[0]], word)
    if not _GLIDING.isdisjoint(word):
        word = _GLIDES.sub(lambda found: _GLIDED[found.lastindex or 0], word)
    return _RUNS.sub(lambda found: "u" if found[1] else "i" if found[2] else found[3], word)


@lru_cache(maxsize=65_536)
def key(word: str) -> str:
    """The consonants that are heard, in classes, and whether a vowel comes first: what spellings of a word share."""
    sound = heard(word)
    first = "a" if sound[:1] in _VOWELS else "h" if sound[:1] == "h" else ""
    return first + sound.translate(_COARSE) or word


@lru_cache(maxsize=262_144)
def likeness(one: str, other: str) -> float:
    """How far two words may be spellings of one: 1 where they are equal, 0 where they have nothing in common.

    Azhar and Asghar are far apart: short words must agree in all their consonants.
    """
    if one == other:
        return 1.0
    if one.isdigit() or other.isdigit():
        return 0.0
    if min(len(one), len(other)) == 1:
        return 0.7 if one[0] == other[0] else 0.0
    first, second = heard(one), heard(other)
    if first == second:
        return SPELLING
    if (carried := key(one)) == key(other):
        return _same_consonants(first, second, len(carried))
    shorter = min(len(first), len(second))
    edits = OSA.distance(first, second, score_cutoff=2)
    if shorter >= 5 and edits <= 1 + (shorter >= 8) and may_be_like(carried, key(other)):
        return 0.85 - 0.1 * (edits - 1)
    return 0.0


def may_be_like(one: str, other: str) -> bool:
    """Whether words of these keys can be alike at all: a quick answer before `likeness`."""
    if one == other:
        return True
    fewer, more = len(one), len(other)
    if fewer > more:
        fewer, more = more, fewer
    return fewer == 1 or (fewer >= 4 and more - fewer <= 2)


def _same_consonants(first: str, second: str, consonants: int) -> float:
    alike = ratio(first, second) / 100
    if consonants <= 2:
        return 0.8 if alike >= 0.75 else 0.3
    return 0.93 if alike >= 0.8 else 0.85 if alike >= 0.6 else 0.7
