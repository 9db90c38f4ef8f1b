"""Spellings of one name: Mohammad and Muhammad, Masood and Masud, U.S. and US; and what is no spelling: Azhar, Asghar.

In: words. Out: whether they may be one word in two spellings. What they name does not belong here.
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

_SAME_SOUND = (
    ("oo", "u"), ("ou", "u"), ("ee", "i"), ("ei", "i"), ("ie", "i"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("y", "i"),
    ("w", "v"), ("dh", "d"), ("dd", "d"),
)  # fmt: skip
_ULLAH = re.compile(r"\b(\w{3,}) [ua]llah\b")
_LINKED = re.compile(r"\b(\w{3,}) (u[lrdsz]) (?=\w)")
_EL = re.compile(r"\bel (?=\w)")
_VOWELS = frozenset("aeiou")
_LONG = 5
_CLOSE = 70.0


def plain(name: str) -> str:
    """A name without case, accents, article, full stops and hyphens: the key under which equal names meet.

    What some write as one word and some as two is one: Habib Ullah, Mati ur Rahman; and el- is al-.
    """
    bare = unicodedata.normalize("NFKD", name)
    kept = "".join(char for char in bare if char.isalnum() or char.isspace() or char in "-–&")
    words = kept.replace("-", " ").replace("–", " ").casefold().split()
    whole = " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
    return _EL.sub("al ", _ULLAH.sub(r"\1ullah", _LINKED.sub(r"\1\2 ", whole)))


@lru_cache(maxsize=4096)
def same_word(one: str, other: str) -> bool:
    """Whether two words may be one name spelt in two ways: the same consonants and nearly the same vowels."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4:
        return False
    first, second = _sound(one), _sound(other)
    if first == second:
        return True
    if min(len(first), len(second)) < _LONG or first[0] != second[0]:
        return False
    if first[-1] != second[-1] and (first[-1] in _VOWELS or second[-1] in _VOWELS):
        return False
    return consonants(one) == consonants(other) and fuzz.ratio(first, second) >= _CLOSE


@lru_cache(maxsize=4096)
def consonants(word: str) -> str:
    """What is heard of a word without its vowels: the same for any two words that `same_word` takes for one."""
    return _skeleton(_sound(word))


def same_name(one: str, other: str) -> bool:
    """Whether two names (see `plain`) are one, word by word."""
    if one == other:
        return True
    first, second = one.split(), other.split()
    return len(first) == len(second) and all(map(same_word, first, second))


def _sound(word: str) -> str:
    for written, heard in _SAME_SOUND:
        word = word.replace(written, heard)
    word = "".join(char for at, char in enumerate(word) if at == 0 or char != word[at - 1])
    return "u" + word[1:] if word[:1] == "o" else word


def _skeleton(word: str) -> str:
    return "".join(char for char in word if char not in _VOWELS)
