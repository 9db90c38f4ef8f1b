"""States by what they are called.

In: a name as pages write it. Out: the state's ISO 3166 code. What else names have in them belongs to `vocabulary`. Who
only compares accounts needs no more than this.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from rashomon.folding import fold

_WORD = re.compile(r"[^\W_]+")
_POINTS = re.compile(r"(?<=\b\w)\.(?=\w\b)\.?|['’]s\b|['’]")


def country(name: str) -> str | None:
    """The code of the state of this name, or None: Pakistan, the U.S., but not Pakistani forces."""
    return codes().get(line(name).removeprefix("the "))


def line(text: str, folded: Callable[[str], str] = fold) -> str:
    """The folded words of a text on one line, without points inside them and possessive endings: "us" of "U.S.'s"."""
    return " ".join(_WORD.findall(folded(_POINTS.sub("", text))))


@cache
def codes() -> dict[str, str]:
    """The code of each state by what it, its people and its things are called, in folded words."""
    table = tomllib.loads((files(__package__) / "data" / "countries.toml").read_text(encoding="utf-8"))
    return {name: code for code, names in table.items() for name in str(names).split(", ")}
