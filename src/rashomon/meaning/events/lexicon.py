"""The table of event types (data/events.toml) as records: words, frames, roles and codes.

In: nothing, or a user's own table beside ours. Out: the lexicon, read at first use. Where its words stand in a text
does not belong here.
"""

import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from rashomon.errors import UsageError
from rashomon.records import ArgumentRole, CountKind, EventType

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A way to trigger a type; of the conditions, each a set of words, all that are not empty must hold.

    `without` holds where none of its words is there.
    """

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
    without: Words = frozenset()
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
    methods: dict[str, Words]
    """Words of one type that tell by what method it was done; an event is done by one."""
    numbers: dict[str, float]
    scales: dict[str, float]
    open: dict[str, float]
    floor: tuple[str, ...]
    ceiling: tuple[str, ...]
    nobody: Words


_OWN: ContextVar[str | None] = ContextVar("own", default=None)
_ADDABLE = frozenset({"verbs", "nouns", "when", "not_object", "not_subject", "not_modifier"})
_CONDITIONS = frozenset({"verb", "noun", "with", *(each.name for each in fields(Entry))} - {"type", "within"})


def lexicon() -> Lexicon:
    """The table, with the user's own where one is in use; each is read once."""
    return _read(_OWN.get())


@contextmanager
def in_use(own: str | None) -> Iterator[None]:
    """Within: the lexicon holds what the file `own` adds."""
    before = _OWN.set(own)
    try:
        yield
    finally:
        _OWN.reset(before)


@cache
def _read(own: str | None) -> Lexicon:
    """The tables as records; raises `UsageError` where the user's own cannot be read or is no such table."""
    package = files("rashomon.meaning")
    table = tomllib.loads(package.joinpath("data/events.toml").read_text(encoding="utf-8"))
    if own is not None:
        try:
            _add(table, tomllib.loads(Path(own).read_text(encoding="utf-8")), own)
        except (OSError, ValueError, AttributeError, TypeError) as error:
            raise UsageError(f"{own}: the event words cannot be read ({error})") from error
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
        methods={name: frozenset(words) for name, words in table["methods"].items()},
        numbers={word: float(value) for word, value in numbers["words"].items()},
        scales={word: float(value) for word, value in numbers["scales"].items()},
        open={word: float(value) for word, value in numbers["open"].items()},
        floor=tuple(numbers["floor"]),
        ceiling=tuple(numbers["ceiling"]),
        nobody=frozenset(numbers["nobody"]),
    )


def _add(table: dict[str, Any], more: dict[str, Any], own: str) -> None:
    """Put the words of a user's table to those of ours: `[classes]`, and under `[types.X]` words and frames."""
    types = more.get("types", {})
    _refuse(own, {*more} - {"classes", "types"}, {"classes", "types"})
    _refuse(own, {*types} - {*table["types"]}, table["types"])
    for name, words in more.get("classes", {}).items():
        table["classes"].setdefault(name, []).extend(map(str, words))
    for name, row in types.items():
        _refuse(own, {*row} - _ADDABLE, _ADDABLE)
        _refuse(own, {key for when in row.get("when", ()) for key in when} - _CONDITIONS, _CONDITIONS)
        for key, values in row.items():
            if not isinstance(values, list):
                raise UsageError(f"{own}: {key} of {name} must be a list")
            table["types"][name].setdefault(key, []).extend(values)


def _refuse(own: str, unknown: Iterable[str], allowed: Iterable[str]) -> None:
    for name in sorted(unknown):
        raise UsageError(f"{own}: {name!r} is none of {', '.join(sorted(allowed))}")


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
