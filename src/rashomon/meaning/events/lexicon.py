"""The table of event types (data/events.toml) as records: words, frames, roles and codes.

In: nothing. Out: the lexicon, read at first use. Where its words stand in a text does not belong here.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from rashomon.records import ArgumentRole, CountKind, EventType

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A way to trigger a type; of the conditions, each a set of words, all that are not empty must hold."""

    type: EventType
    whole: bool = False
    passive: bool = False
    tag: Words = frozenset()
    particle: Words = frozenset()
    prep: Words = frozenset()
    subject: Words = frozenset()
    object: Words = frozenset()
    either: Words = frozenset()
    prep_inside: Words = frozenset()
    within: Words = frozenset()
    page: Words = frozenset()
    above: Words = frozenset()
    near: Words = frozenset()


@dataclass(frozen=True, slots=True)
class Kind:
    """What holds for all triggers of a type."""

    roles: dict[str, ArgumentRole]
    alone: ArgumentRole | None
    """What the subject is where there is no object."""
    count: CountKind | None
    not_object: Words
    not_subject: Words
    not_modifier: Words


@dataclass(frozen=True, slots=True)
class Codes:
    """The type in other schemes; an empty string where the scheme has none."""

    plover: str
    cameo: str
    acled: str
    muc4: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All types; `verbs` and `nouns` give for each lemma its entries, those with conditions first."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    kinds: dict[EventType, Kind]
    codes: dict[EventType, Codes]
    classes: dict[str, Words]
    words: dict[str, Words]
    numbers: dict[str, float]
    scales: dict[str, float]
    open: dict[str, float]
    floor: tuple[str, ...]
    ceiling: tuple[str, ...]
    nobody: Words


@cache
def lexicon() -> Lexicon:
    """The table, read at first use."""
    package = files("rashomon.meaning")
    table = tomllib.loads(package.joinpath("data/events.toml").read_text(encoding="utf-8"))
    classes = {name: frozenset(words) for name, words in table["classes"].items()}
    types: dict[EventType, dict[str, Any]] = table["types"]
    numbers = table["numbers"]
    return Lexicon(
        verbs=_entries(types, classes, "verb"),
        nouns=_entries(types, classes, "noun"),
        kinds={name: _kind(row, classes) for name, row in types.items()},
        codes={name: Codes(row["plover"], row["cameo"], row["acled"], row["muc4"]) for name, row in types.items()},
        classes=classes,
        words={name: frozenset(words) for name, words in table["words"].items()},
        numbers={word: float(value) for word, value in numbers["words"].items()},
        scales={word: float(value) for word, value in numbers["scales"].items()},
        open={word: float(value) for word, value in numbers["open"].items()},
        floor=tuple(numbers["floor"]),
        ceiling=tuple(numbers["ceiling"]),
        nobody=frozenset(numbers["nobody"]),
    )


def _kind(row: dict[str, Any], classes: dict[str, Words]) -> Kind:
    return Kind(
        roles=cast(dict[str, ArgumentRole], row["roles"]),
        alone=row.get("alone"),
        count=row.get("count"),
        not_object=frozenset(row.get("not_object", ())),
        not_subject=_expanded(row.get("not_subject", ()), classes),
        not_modifier=frozenset(row.get("not_modifier", ())),
    )


def _entries(
    types: dict[EventType, dict[str, Any]], classes: dict[str, Words], part: str
) -> dict[str, tuple[Entry, ...]]:
    out: dict[str, list[Entry]] = {}
    for name, row in types.items():
        for when in row.get("when", ()):
            for lemma in when.get(part, ()):
                out.setdefault(lemma, []).append(_entry(name, when, classes))
    for name, row in types.items():
        for lemma in row[part + "s"]:
            out.setdefault(lemma, []).append(Entry(name))
    return {lemma: tuple(entries) for lemma, entries in out.items()}


def _entry(name: EventType, when: dict[str, Any], classes: dict[str, Words]) -> Entry:
    words = {
        "within" if key == "with" else key: _expanded(value, classes)
        for key, value in when.items()
        if isinstance(value, list) and key not in {"verb", "noun"}
    }
    return Entry(name, whole=bool(when.get("whole")), passive=bool(when.get("passive")), **words)


def _expanded(words: Iterable[str], classes: dict[str, Words]) -> Words:
    out: set[str] = set()
    for word in words:
        out |= classes.get(word, frozenset({word}))
    return frozenset(out)
