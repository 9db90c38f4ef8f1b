"""The words that tell sources apart: data/sources.toml as sets.

In: nothing. Out: the tables, and the kind that the words of a name show. What a source in a text is belongs to
source_kinds.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import cast

from rashomon.records import SourceKind

_WORD = re.compile(r"\w+")


@cache
def tables() -> dict[str, dict[str, frozenset[str]]]:
    """The tables by part and name, read at first use."""
    table = tomllib.loads(files(__package__).joinpath("data/sources.toml").read_text(encoding="utf-8"))
    return {part: {name: frozenset(words) for name, words in rows.items()} for part, rows in table.items()}


def words_of(text: str) -> list[str]:
    """The words of a name or description, in lower case."""
    return _WORD.findall(text.casefold())


def kind_of_name(name: str) -> SourceKind | None:
    """The kind that words in a name show, None where they show none."""
    words = words_of(name)
    for kind, known in tables()["names"].items():
        if any(word in known for word in words) or " ".join(words) in known:
            return cast(SourceKind, kind)
    return None
