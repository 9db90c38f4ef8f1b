"""Names as they are compared: without titles, accents and legal forms, cut into words, each with its sound.

In: names as pages write them. Out: `Name`, what keys and comparison are made of. Who bears a name does not belong here.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rashomon import folding
from rashomon.fusion import sounds
from rashomon.fusion.countries import codes

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"(?<=\w)['’`ʼ‘]s\b|['’`ʼ‘]")
_POINTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_ABDUL = re.compile(r"\babd(?:[aeou]?l| [aeu][ldnrstz]h?|[aeu]([nrstz])(?=\1)) ?(?=\w{3})")
_ULLAH = re.compile(r"(?<=\w{3}) ?[aeiu]l?lah\b")
_UDDIN = re.compile(r"(?<=\w\w)(?: ?[aeou]d ?| [aeu]l )d(?:i|ei|ee|ai)ne?\b")
_SHORT_LETTERS = range(2, 9)
_COMMON_WEIGHT = 0.6
_GENERAL_WEIGHT = 0.35
_SLIGHT_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Tables:
    """The word lists of `data/names.toml`, and the words for states; every word is folded."""

    titles: frozenset[str]
    small: frozenset[str]
    particles: frozenset[str]
    given_particles: frozenset[str]
    suffixes: frozenset[str]
    crowded: frozenset[str]
    general: dict[str, str]
    slight: frozenset[str]
    institutions: frozenset[str]
    loose_kinds: frozenset[str]
    loose_places: frozenset[str]
    known: dict[str, list[str]]
    given: dict[str, str]
    towns: dict[str, str]
    legal: dict[str, str]
    legal_pattern: re.Pattern[str]
    legal_words: frozenset[str]
    letters: dict[int, str]


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    `words`: its folded words without titles, articles and legal forms (all of them where nothing else is left), in one
    spelling where a table has several; `shown`: the same in their own. `label`: the whole name as it is written.
    `keys`: how each sounds. `weights`: how much each tells, up to 1; `weight`: their sum. `figures`: numbers. `legal`:
    legal forms, in their short spelling.
    `short`: the letters as written, where the name looks like an acronym. `initials`: those of the words, with and
    without small ones. `plain`: the words in one string: equal for names that differ in dress alone.
    """

    label: str
    words: tuple[str, ...]
    shown: tuple[str, ...]
    keys: tuple[str, ...]
    weights: tuple[float, ...]
    weight: float
    figures: frozenset[str]
    legal: frozenset[str]
    short: str
    initials: frozenset[str]
    plain: str


@cache
def tables() -> Tables:
    """The word lists, read once."""
    raw = tomllib.loads((files(__package__) / "data" / "names.toml").read_text("utf-8"))
    legal = _by_spelling(raw["legal"])
    general = _by_spelling({kind: more.split() for kind, more in raw["general"].items()})
    longest = sorted(legal, key=lambda spelling: (-len(spelling), spelling))
    return Tables(
        titles=frozenset(raw["titles"].split()),
        small=frozenset(raw["small"].split()),
        particles=frozenset(raw["particles"].split()),
        given_particles=frozenset(raw["given_particles"].split()),
        suffixes=frozenset(raw["suffixes"].split()),
        crowded=frozenset(raw["crowded"].split()),
        general=general,
        loose_kinds=frozenset(raw["loose_kinds"].split()),
        loose_places=frozenset(raw["loose_places"].split()),
        known={short: full.split() for short, full in raw["known"].items()},
        given=_by_spelling({name: more.split() for name, more in raw["given"].items()}),
        towns=_by_spelling(raw["towns"]),
        slight=frozenset([*general, *codes()]),
        institutions=frozenset([*raw["institutions"].split(), *raw["general"]]),
        legal=legal,
        legal_pattern=re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"),
        legal_words=frozenset(spelling.split()[0] for spelling in legal),
        letters={ord(letter): latin for letter, latin in raw["letters"].items()},
    )


def _by_spelling(table: dict[str, list[str]]) -> dict[str, str]:
    return {spelling: first for first, more in table.items() for spelling in [first, *more]}


def fold(text: str) -> str:
    """The text in lower case without accents; letters of other alphabets in Latin ones where a table has them."""
    text = text.casefold()
    if text.isascii():
        return text
    return folding.fold(text.translate(tables().letters))


@lru_cache(maxsize=65_536)
def parse(name: str, type: str) -> Name:
    """The name of an entity of this type, taken apart. Never fails: an empty name has no words."""
    clean = _without_points(name)
    if "'" in clean or not clean.isascii():
        clean = _MARKS.sub("", clean)
    written = _WORD.findall(clean)
    folded = list(map(fold, written))
    if not all(folded):
        written = [word for word, low in zip(written, folded, strict=True) if low]
        folded = list(filter(None, folded))
    if type == "organization":
        folded = _spelt_out(written, folded)
    legal: frozenset[str] = frozenset()
    if type == "person":
        words = _of_person(folded, _begins_with_given(written, clean))
    elif type == "organization":
        words, legal = _of_organization(folded)
    else:
        words = _without_small(folded)
    shown = words or folded
    words = _canonical(shown, type)
    weights = _weights(words, type)
    return Name(
        label=" ".join(name.split()),
        words=tuple(words),
        shown=tuple(shown if len(shown) == len(words) else words),
        keys=tuple(map(sounds.key, words)),
        weights=weights,
        weight=sum(weights),
        figures=frozenset(word for word in words if word.isdigit()),
        legal=legal,
        short=_letters(written),
        initials=_initials(folded) if type == "organization" else frozenset(),
        plain=" ".join(words),
    )


def _canonical(words: list[str], type: str) -> list[str]:
    """The words in one spelling where a table has several: kinds of body, given names, towns."""
    lists = tables()
    if type == "organization":
        return [lists.general.get(word, word) for word in words]
    if type == "person":
        return [lists.given.get(words[0], words[0]), *words[1:]] if len(words) > 1 else words
    return lists.towns.get(" ".join(words), " ".join(words)).split() if type == "place" else words


def _spelt_out(written: list[str], folded: list[str]) -> list[str]:
    """The folded words of a body's name, with well-known short forms in full."""
    known = tables().known
    if known.keys().isdisjoint(folded):
        return folded
    spelt = zip(written, folded, strict=True)
    return [part for word, low in spelt for part in (known.get(low, [low]) if word.isupper() else [low])]


def _without_points(name: str) -> str:
    """The name with U.S. as US; other points stay."""
    return _POINTED.sub(lambda found: found.group().replace(".", ""), name) if "." in name else name


def _without_small(words: list[str]) -> list[str]:
    return [word for word in words if word not in tables().small]


def _begins_with_given(written: list[str], clean: str) -> bool:
    """Whether a name's first word looks like a particle and is none: Al Varga, Ben Karst, but not al-Karimi."""
    first = written[0] if written else ""
    after = clean[clean.find(first) + len(first) :][:1]
    return first.lower() in tables().given_particles and first[:1].isupper() and after != "-"


def _of_person(words: list[str], given_first: bool) -> list[str]:  # noqa: FBT001
    """The words of a person's name: Abd al-Rahman, Habib Ullah and Nur al-Din are one word each."""
    lists = tables()
    line = " ".join(words)
    if "abd" in line:
        line = _ABDUL.sub("abdul", line)
    if "lah" in line:
        line = _ULLAH.sub("ullah", line)
    if "din" in line or "dein" in line or "deen" in line or "dain" in line:
        line = _UDDIN.sub("uddin", line)
    words = line.split()
    last = len(words) - 1
    kept = [
        word for at, word in enumerate(words) if word not in lists.particles or at == last or (at == 0 and given_first)
    ]
    while len(kept) > 1 and kept[0] in lists.titles:
        del kept[0]
    while len(kept) > 1 and kept[-1] in lists.suffixes:
        del kept[-1]
    return kept


def _of_organization(words: list[str]) -> tuple[list[str], frozenset[str]]:
    """The words of a body's name, and its legal forms."""
    lists = tables()
    if lists.legal_words.isdisjoint(words):
        return _without_small(words), frozenset()
    line = " ".join(words)
    legal = {lists.legal[found] for found in lists.legal_pattern.findall(line)}
    kept = _without_small(lists.legal_pattern.sub(" ", line).split()) if legal else _without_small(words)
    return kept, frozenset(legal if kept else ())


def _weights(words: list[str], type: str) -> tuple[float, ...]:
    lists = tables()
    if type == "person":
        return tuple([_weight(word, _COMMON_WEIGHT if word in lists.crowded else 1.0) for word in words])
    if type == "organization":
        return tuple([_weight(word, _GENERAL_WEIGHT if word in lists.slight else 1.0) for word in words])
    return tuple([_weight(word, 1.0) for word in words])


def _weight(word: str, weight: float) -> float:
    return _SLIGHT_WEIGHT if len(word) == 1 else weight


def _letters(written: list[str]) -> str:
    """The letters of a one-word name with more capitals than not, or an empty string."""
    if len(written) != 1 or len(written[0]) not in _SHORT_LETTERS:
        return ""
    capitals = sum(map(str.isupper, written[0]))
    return written[0] if capitals >= 2 and 2 * capitals > len(written[0]) else ""


def _initials(words: list[str]) -> frozenset[str]:
    """What the first letters of the words spell, with the small words and without."""
    spelt = ("".join(word[0] for word in each) for each in (words, _without_small(words)))
    return frozenset(letters for letters in spelt if len(letters) > 1)
