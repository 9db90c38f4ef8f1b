"""How sure a statement is said to be: hedges, certainty and polarity from the words of cue and content.

In: a Doc and the token numbers of an attribution. Out: a `Hedging`. Nothing is judged true or false here.
"""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from spacy.tokens import Doc, Token

from rashomon.records import Certainty, Polarity, Stance

_NEGATIONS = frozenset({"no", "nobody", "none", "neither", "nothing"})
_ORDER: tuple[Certainty, ...] = ("unknown", "possible", "alleged", "probable", "reported")
"""Where several hedges meet, the first of these wins."""


@dataclass(frozen=True, slots=True)
class Hedging:
    """Token numbers of the words that hedge, and what they come to."""

    words: tuple[int, ...]
    certainty: Certainty
    polarity: Polarity


def hedging(doc: Doc, cue: Sequence[int], source: Sequence[int], content: Sequence[int], *, stance: Stance) -> Hedging:
    """The hedges of an attribution: those of its cue, and those at the head of what is said."""
    table, nameless = _table()
    found: dict[int, Certainty] = {}
    for i in cue:
        lemma = doc[i].lemma_.lower()
        if lemma in table and not (source and lemma in nameless):
            found[i] = table[lemma]
    for token in _heads(doc, content):
        for word in (token, *token.children):
            lemma = word.lemma_.lower()
            if lemma in table and word.dep_ in {"aux", "advmod", "acomp", "ROOT"} and lemma not in nameless:
                found.setdefault(word.i, table[lemma])
    values = set(found.values())
    certainty: Certainty = next((value for value in _ORDER if value in values), "certain")
    return Hedging(tuple(sorted(found)), certainty, _polarity(doc, cue, source, stance))


def _heads(doc: Doc, content: Sequence[int]) -> Iterable[Token]:
    """The tokens of the content that hang on nothing inside it."""
    inside = set(content)
    return (doc[i] for i in content if doc[i].head.i not in inside or doc[i].head.i == i)


def _polarity(doc: Doc, cue: Sequence[int], source: Sequence[int], stance: Stance) -> Polarity:
    """Denied where the source denies it, did not say it, or is nobody."""
    negated = any(doc[i].dep_ == "neg" for i in cue) or (bool(source) and doc[source[0]].lower_ in _NEGATIONS)
    return "denied" if negated != (stance == "denies") else "affirmed"


@cache
def _table() -> tuple[dict[str, Certainty], frozenset[str]]:
    table = tomllib.loads(files(__package__).joinpath("data/hedges.toml").read_text(encoding="utf-8"))
    by_word = {word: cast(Certainty, value) for value, words in table["certainty"].items() for word in words}
    return by_word, frozenset(table["scope"]["nameless"])
