"""Words to stems: what is left of a word without its inflection, so that "bombed", "bombing" and "bombs" are one.

In: a word or a text. Out: stems. A stem is no word; it is only compared. Irregular forms: data/irregular.toml.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.folding import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s)?$")
_VOWEL = re.compile(r"[aeiouy]")
_HISSES = ("ss", "sh", "ch", "x", "z")
_SHORTEST = 2
"""Letters that must be left where an ending is taken off."""


def words(text: str) -> list[str]:
    """The words of a text, without accents, capitals and possessive endings."""
    return [folded(word) for word in _WORD.findall(text)]


def stems(text: str) -> list[str]:
    """The stems of the words of a text, in order."""
    return [stem(word) for word in words(text)]


def folded(word: str) -> str:
    """A word without accents, capitals and possessive ending."""
    return _POSSESSIVE.sub("", fold(word))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a folded word."""
    return _without_end(_irregular().get(word, word))


def _without_end(word: str) -> str:
    left = next((left for left in _lefts(word) if len(left) >= _SHORTEST and _VOWEL.search(left)), word)
    if len(left) <= _SHORTEST:
        return left
    if left[-1] == left[-2] and left[-1] not in "aeiouy":
        return left[:-1]
    return left[:-1] + "i" if left.endswith("y") else left.removesuffix("e")


def _lefts(word: str) -> Iterator[str]:
    """What may be left without a plural, a third person, "-ing" or "-ed", the surest first."""
    if word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith("es") and word[:-2].endswith(_HISSES):
        yield word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield from (_without_verbal(word[:-1]), word[:-1])
    else:
        yield _without_verbal(word)


def _without_verbal(word: str) -> str:
    """Without its verbal ending, where what is left could be a word."""
    if word.endswith("ied"):
        return word[:-3] + "y"
    left = word.removesuffix("ing") if word.endswith("ing") else word.removesuffix("ed")
    return word if word.endswith("eed") or not _VOWEL.search(left) else left


@cache
def _irregular() -> dict[str, str]:
    table = tomllib.loads(files("rashomon.fusion").joinpath("data/irregular.toml").read_text(encoding="utf-8"))
    return {form: base for base, forms in table["forms"].items() for form in forms}
