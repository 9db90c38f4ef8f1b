"""Names as they are compared: without titles, accents and legal forms, cut into words, each with its sound.

In: names as pages write them. Out: `Name`, what keys and comparison are made of. Who bears a name does not belong here.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:['’`ʼ‘][^\W_]+)*")
_MARKS = re.compile(r"['’`ʼ‘]")
_POINTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_SHORT_LETTERS = range(2, 9)


@dataclass(frozen=True, slots=True)
class Tables:
    """The word lists of `data/names.toml`; every word is folded."""

    titles: frozenset[str]
    small: frozenset[str]
    legal: dict[str, str]
    general: frozenset[str]
    crowded: frozenset[str]
    letters: dict[str, str]
    sounds: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    `words`: its folded words without titles, articles and particles (all of them where nothing else is left).
    `sounds`: the key of each word's sound. `legal`: legal forms, in their short spelling. `short`: the letters, where
    the name looks like an acronym. `plain`: the words in one string: equal for names that differ in dress alone.
    """

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    legal: tuple[str, ...]
    short: str
    plain: str


@cache
def tables() -> Tables:
    """The word lists, read once."""
    raw = tomllib.loads((files(__package__) / "data" / "names.toml").read_text(encoding="utf-8"))
    return Tables(
        titles=frozenset(raw["titles"].split()),
        small=frozenset(raw["small"].split()),
        legal={
            spelling: short for short, spellings in raw["legal"].items() for spelling in [short, *spellings.split()]
        },
        general=frozenset(raw["general"].split()),
        crowded=frozenset(raw["crowded"].split()),
        letters=raw["letters"],
        sounds=tuple((pair[0], pair[1]) for pair in raw["sounds"]),
    )


def fold(text: str) -> str:
    """The text in lower case without accents; letters of other alphabets in Latin ones where a table has them."""
    letters = tables().letters
    bare = unicodedata.normalize("NFKD", "".join(letters.get(char, char) for char in text.casefold()))
    return "".join(char for char in bare if not unicodedata.combining(char))


@lru_cache(maxsize=65_536)
def parse(name: str, type: str) -> Name:
    """The name of an entity of this type, taken apart. Never fails: an empty name has no words."""
    lists = tables()
    joined = _POINTED.sub(lambda found: found.group().replace(".", ""), name)
    written = [_MARKS.sub("", word) for word in _WORD.findall(joined)]
    folded = [fold(word) for word in written]
    legal = tuple(lists.legal[word] for word in folded if word in lists.legal) if type == "organization" else ()
    words = [word for word in folded if word not in lists.small and not (legal and word in lists.legal)]
    if type == "person":
        while len(words) > 1 and words[0] in lists.titles:
            del words[0]
    words = words or folded
    return Name(tuple(words), tuple(map(sound, words)), legal, _letters(written), " ".join(words))


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A key that spellings of one word share: letters that sound alike are one, only consonants count after the first."""
    heard = word
    for written, said in tables().sounds:
        heard = heard.replace(written, said)
    heard = "".join(char for at, char in enumerate(heard) if at == 0 or char != heard[at - 1])
    if not heard or heard.isdigit():
        return word
    first = "a" if heard[0] in "aeiou" else heard[0]
    return first + "".join(char for char in heard[1:] if char not in "aeiouh")


def initials(name: Name) -> str:
    """The first letters of the name's words."""
    return "".join(word[0] for word in name.words)


def _letters(written: list[str]) -> str:
    """The letters of a one-word name with more capitals than not, or an empty string."""
    if len(written) != 1 or len(written[0]) not in _SHORT_LETTERS:
        return ""
    capitals = sum(map(str.isupper, written[0]))
    return written[0].casefold() if capitals >= 2 and 2 * capitals > len(written[0]) else ""
