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
    """Lemmas by frame; `prepositions` gives for each lemma the words that may follow it."""

    quotation: Words
    clause: Words
    infinitive: Words
    gerund: Words
    object: Words
    object_as: Words
    complement: Words
    passive: Words
    addressed: Words
    prepositions: dict[str, Words]
    channels: Words
    mute: Words
    undetermined: Words
    naming: Words


@cache
def cues() -> Cues:
    """The table, read at first use."""
    table = tomllib.loads(files(__package__).joinpath("data/cues.toml").read_text(encoding="utf-8"))
    frames = {name: frozenset(words) for name, words in table["frames"].items()}
    return Cues(
        **frames,
        prepositions=_inverted(table["prepositions"]),
    )


def _inverted(table: dict[str, list[str]]) -> dict[str, Words]:
    lemmas = {lemma for words in table.values() for lemma in words}
    return {lemma: frozenset(name for name, words in table.items() if lemma in words) for lemma in lemmas}
