"""The words that state a tie: data/ties.toml, looked up by lemma.

In: nothing. Out: the table. Where such words stand in a text does not belong here.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from rashomon.records import Predicate, TieStatus

Words = frozenset[str]

_ROOM = "rashomon.meaning"


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that says what its holder is to its owner."""

    predicate: Predicate
    holder: Words
    owner: Words
    prepositions: Words
    before: bool
    flip: bool
    equative: bool
    had: bool


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that says what its subject is to one of its phrases."""

    predicate: Predicate
    subject: Words
    phrases: Words
    of: Words
    alone: Words
    without: Words
    voice: str | None
    flip: bool
    status: TieStatus | None


@dataclass(frozen=True, slots=True)
class Between:
    """Words between two names, split, with what they state."""

    words: tuple[str, ...]
    predicate: Predicate
    status: TieStatus | None


@dataclass(frozen=True, slots=True)
class Learned:
    """A kind of relation that the weights know; without a predicate it makes no tie."""

    predicate: Predicate | None
    flip: bool
    subject: Words
    object: Words
    ends: tuple[Words, Words]
    words: Words


@dataclass(frozen=True, slots=True)
class Tables:
    """All of it."""

    nouns: Mapping[str, tuple[Noun, ...]]
    verbs: Mapping[str, tuple[Verb, ...]]
    hyphens: Mapping[str, Predicate]
    hyphens_flip: Mapping[str, Predicate]
    between: tuple[Between, ...]
    learned: Mapping[str, Learned]
    words: Mapping[str, Words]


@cache
def tables() -> Tables:
    """The table, read at first use."""
    raw = tomllib.loads(files(_ROOM).joinpath("data/ties.toml").read_text(encoding="utf-8"))
    kinds = {name: frozenset(each) for name, each in raw["kinds"].items()}
    between = [
        Between(tuple(phrase.split()), row["predicate"], row.get("status"))
        for row in raw["between"]
        for phrase in row["phrases"]
    ]
    return Tables(
        nouns=_by_lemma(raw["nouns"], lambda row: _noun(row, kinds)),
        verbs=_by_lemma(raw["verbs"], lambda row: _verb(row, kinds)),
        hyphens=cast(dict[str, Predicate], raw["hyphens"]),
        hyphens_flip=cast(dict[str, Predicate], raw["hyphens_flip"]),
        between=tuple(sorted(between, key=lambda each: -len(each.words))),
        learned={kind: _learned(row, kinds) for kind, row in raw["learned"].items()},
        words={name: frozenset(words) for name, words in raw["words"].items()},
    )


def _by_lemma(rows: Iterable[dict[str, Any]], make: Any) -> dict[str, tuple[Any, ...]]:
    out: dict[str, tuple[Any, ...]] = {}
    for row in rows:
        made = make(row)
        for lemma in row["lemmas"]:
            out[lemma] = (*out.get(lemma, ()), made)
    return out


def _noun(row: dict[str, Any], kinds: dict[str, Words]) -> Noun:
    return Noun(
        predicate=row["predicate"],
        holder=kinds[row["holder"]],
        owner=kinds[row["owner"]],
        prepositions=frozenset(row["prepositions"]),
        before=row.get("before", True),
        flip=row.get("flip", False),
        equative=row.get("equative", False),
        had=row.get("had", False),
    )


def _verb(row: dict[str, Any], kinds: dict[str, Words]) -> Verb:
    return Verb(
        predicate=row["predicate"],
        subject=kinds[row["subject"]],
        phrases=frozenset(row["object"]),
        of=kinds[row["of"]],
        alone=frozenset(row.get("alone", ())),
        without=frozenset(row.get("without", ())),
        voice=row.get("voice"),
        flip=row.get("flip", False),
        status=row.get("status"),
    )


def _learned(row: dict[str, Any], kinds: dict[str, Words]) -> Learned:
    first, second = row.get("ends", (row["subject"], row["object"]))
    return Learned(
        predicate=row.get("predicate"),
        flip=row.get("flip", False),
        subject=kinds[row["subject"]],
        object=kinds[row["object"]],
        ends=(kinds[first], kinds[second]),
        words=frozenset(row.get("words", ())),
    )
