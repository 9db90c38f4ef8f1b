"""The words that tell kinds of organizations and places apart: data/entities.toml.

In: nothing. Out: the table. Where such words stand in a text does not belong here.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import cast

from rashomon.records import Subtype

Words = frozenset[str]

_ROOM = "rashomon.meaning"


@cache
def subtypes() -> dict[str, dict[str, Subtype]]:
    """By type of entity, the subtype of each word or run of words, in lower case."""
    return {
        kind: {word: cast(Subtype, name) for name, words in table.items() for word in words}
        for kind, table in _raw().items()
        if kind != "words"
    }


@cache
def former() -> Words:
    """Words that say that a description no longer holds."""
    return frozenset(_raw()["words"]["former"])


@cache
def _raw() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files(_ROOM).joinpath("data/entities.toml").read_text(encoding="utf-8"))
