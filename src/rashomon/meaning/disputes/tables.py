"""The words that set accounts against each other: data/disputes.toml.

In: nothing. Out: the table. Where such words stand in a text does not belong here.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Words = frozenset[str]

_ROOM = "rashomon.meaning"


@dataclass(frozen=True, slots=True)
class Tables:
    """All of it; `same` gives for a lemma the one that stands for it."""

    clauses: dict[str, Words]
    denials: dict[str, Words]
    agents: dict[str, Words]
    contrasts: dict[str, Words]
    figures: dict[str, Words]
    harm: dict[str, Words]
    same: dict[str, str]


@cache
def tables() -> Tables:
    """The table, read at first use."""
    raw = tomllib.loads(files(_ROOM).joinpath("data/disputes.toml").read_text(encoding="utf-8"))
    parts = {
        part: {name: frozenset(words) for name, words in raw[part].items()}
        for part in ("clauses", "denials", "agents", "contrasts", "figures", "harm")
    }
    return Tables(same={word: row[0] for row in raw["same"]["words"] for word in row}, **parts)
