"""What one page says of one event, in the words that fusion compares; and the families of event types.

In: nothing. Out: the nouns of the event joiner, and their facts as plain JSON values. How they come from a reading is
for event_forms.py.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from rashomon.fusion.stems import stems

Side = Literal["agent", "object", "instrument", "cause", "place"]
Figure = tuple[str, float | None, float | None]
"""Kind, lower and upper bound."""


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """Who or what takes part: its side, its name or, where it has none, the page's words for it."""

    side: Side
    words: str
    named: bool
    form: str = ""
    """Form of the entity, where there is one."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What one page says of one event. Days are ISO; `told` is the day of publication."""

    type: str
    head: str
    """Stem of the chief word of the trigger."""
    trigger: str
    earliest: str | None = None
    latest: str | None = None
    told: str | None = None
    parties: tuple[Party, ...] = ()
    counts: tuple[Figure, ...] = ()
    denied: bool = False
    """Whether no account affirms it."""
    real: bool = True
    """Whether any account has it as actual or ongoing."""
    sentence: tuple[str, ...] = ()
    """Stems of the words of its sentence that say something."""
    near: tuple[str, ...] = ()
    """Those of them that stand next to the trigger."""
    page: tuple[tuple[str, float], ...] = ()
    """The heaviest words of the page, with their weights."""


def to_facts(happening: Happening) -> dict[str, Any]:
    """A happening as plain JSON values."""
    facts = {name: getattr(happening, name) for name in ("type", "head", "trigger", "earliest", "latest", "told")}
    return facts | {
        "parties": [[each.side, each.words, each.named, each.form] for each in happening.parties],
        "counts": [list(each) for each in happening.counts],
        "denied": happening.denied,
        "real": happening.real,
        "sentence": list(happening.sentence),
        "near": list(happening.near),
        "page": [list(each) for each in happening.page],
    }


def of_facts(facts: Mapping[str, Any]) -> Happening:
    """The happening that the facts are of."""
    parts = {
        "parties": tuple(Party(*each) for each in facts["parties"]),
        "counts": tuple((kind, low, high) for kind, low, high in facts["counts"]),
        "sentence": tuple(facts["sentence"]),
        "near": tuple(facts["near"]),
        "page": tuple((word, share) for word, share in facts["page"]),
    }
    return Happening(**{**facts, **parts})


def family(type: str) -> str:
    """The family of an event type; a type in no family is one by itself."""
    return _families().get(type, type)


def kind(type: str) -> str:
    """The type itself, or the one that says the same: who died of an attack was killed."""
    kinds: Mapping[str, str] = _table()["kinds"]
    return kinds.get(type, type)


def side(role: str) -> Side:
    """The side on which a role of an argument is."""
    sides: Mapping[str, Side] = _table()["sides"]
    return sides[role]


def is_number(word: str) -> bool:
    """Whether a stem is a number: figures are compared as such, not as words."""
    return word[:1].isdigit() or word in _numbers()


@cache
def _numbers() -> frozenset[str]:
    return frozenset(stems(" ".join(_table()["numbers"])))


@cache
def _families() -> Mapping[str, str]:
    return {each: name for name, types in _table()["families"].items() for each in types}


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("rashomon.fusion").joinpath("data/families.toml").read_text(encoding="utf-8"))
