"""The words that say that somebody said: data/cues.toml as sets, by the frame that a word takes.

In: nothing. Out: the table. Where such words stand in a text does not belong here.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemmas by frame."""

    quotation: Words
    clause: Words
    channels: Words
    mute: Words
    undetermined: Words
    naming: Words
    addressed: Words
    undergone: Words
    blaming: Words


@cache
def cues() -> Cues:
    """The table, read at first use."""
    table = tomllib.loads(files(__package__).joinpath("data/cues.toml").read_text(encoding="utf-8"))
    return Cues(**{name: frozenset(words) for name, words in table["frames"].items()})
