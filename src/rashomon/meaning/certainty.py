"""How sure a statement is said to be: hedges, certainty and polarity from the words of cue and content.

In: a Doc and the token numbers of an attribution. Out: a `Hedging`. Nothing is judged true or false here.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from spacy.tokens import Doc, Token

from rashomon.meaning import phrases
from rashomon.records import Certainty, Polarity, Stance

_NEGATIONS = frozenset({"no", "nobody", "none", "neither", "nothing"})
_REFUSALS = frozenset({"decline", "refuse"})
_ORDER: tuple[Certainty, ...] = ("unknown", "possible", "alleged", "probable", "reported")
"""Where several hedges meet, the first of these wins."""
_MODALS = frozenset({"may", "might", "could"})
_DESCRIBING = frozenset({"amod", "acomp", "oprd", "attr", "ROOT", "conj", "relcl", "ccomp"})
_SEEMING = frozenset({"appear", "seem"})
_MODIFYING = frozenset({"aux", "advmod", "acomp", "attr", "neg"})
_TAKEN_UP = frozenset({"ccomp", "xcomp"})
_KNOWING = frozenset({"know", "clear", "certain", "sure", "determine", "establish", "verify", "confirm", "say"})
_ASKING = frozenset({"if", "whether", "who", "what", "how", "why", "where", "when", "which"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acomp", "oprd"})

Values = dict[str, Certainty]


@dataclass(frozen=True, slots=True)
class Hedging:
    """Token numbers of the words that hedge, and what they come to."""

    words: tuple[int, ...]
    certainty: Certainty
    polarity: Polarity


def hedging(doc: Doc, cue: Sequence[int], source: Sequence[int], content: Sequence[int], *, stance: Stance) -> Hedging:
    """The hedges of its cue and of what is said, and how sure they make it.

    A hedge in an aside ("the gate, which was allegedly locked") makes the aside less than certain, not the claim: it
    stays with the event that the aside tells of.
    """
    found = dict(_of_cue(doc, cue, named=bool(source)))
    values: set[Certainty | None] = set(found.values())
    if stance != "demands":
        values |= {_table()["shown"].get(doc[i].lemma_.lower()) for i in cue}
    negated = any(doc[i].dep_ == "neg" for i in cue)
    if negated and ((not source and any(doc[i].tag_ == "MD" for i in cue)) or _left_open(doc, cue, content)):
        return Hedging(tuple(cue), "unknown", "affirmed")
    heads = {token.i for token in phrases.heads(doc[i] for i in content)}
    for i in content:
        value = hedge(doc[i]) if _bears_on(doc[i], heads) else None
        if value is not None:
            found.setdefault(i, value)
            values.add(value)
    certainty: Certainty = next((value for value in _ORDER if value in values), "certain")
    return Hedging(tuple(sorted(found)), certainty, _polarity(doc, cue, source, stance))


def hedge(token: Token) -> Certainty | None:
    """What a word makes of the statement that it stands in: allegedly, may, suspected, is believed to, appears to."""
    word = token.lower_
    table = _table()
    value = table["words"].get(word)
    if value is not None:
        if word in _MODALS:
            ability = word == "could" and any(child.dep_ == "neg" for child in token.head.children)
            return value if token.tag_ == "MD" and not ability else None
        return value if token.pos_ == "ADV" or (token.tag_ != "VBD" and token.dep_ in _DESCRIBING) else None
    lemma = token.lemma_.lower()
    value = table["verbs"].get(lemma) or table["nameless"].get(lemma)
    if value is None or not any(child.dep_ in _COMPLEMENTS for child in token.children):
        return None
    if lemma in _SEEMING or (phrases.is_passive(token) and phrases.agent(token) is None):
        return value
    return None


def _left_open(doc: Doc, cue: Sequence[int], content: Sequence[int]) -> bool:
    """Whether what is not known is a question: "it is not known how many died", "police do not know who did it"."""
    known = any(doc[i].lemma_.lower() in _KNOWING for i in cue)
    return known and bool(content) and doc[content[0]].lower_ in _ASKING


def _of_cue(doc: Doc, cue: Sequence[int], *, named: bool) -> Iterator[tuple[int, Certainty]]:
    table = _table()
    for i in cue:
        lemma = doc[i].lemma_.lower()
        value = table["words"].get(doc[i].lower_) if doc[i].tag_ not in {"VBD", "VBN"} else None
        value = value or table["verbs"].get(lemma) or (None if named else table["nameless"].get(lemma))
        if value is not None:
            yield i, value


def _bears_on(token: Token, heads: set[int]) -> bool:
    """Whether a word belongs to the main clause of what is said, or to one that this takes up: "he thinks it may"."""
    at = token.head if token.i not in heads and token.dep_ in _MODIFYING else token
    while at.i not in heads:
        if at.dep_ not in _TAKEN_UP or at.head.i == at.i:
            return False
        at = at.head
    return True


def _polarity(doc: Doc, cue: Sequence[int], source: Sequence[int], stance: Stance) -> Polarity:
    """Denied where the source denies it, did not say it, would not say it, or is nobody."""
    negated = any(doc[i].dep_ == "neg" or doc[i].lemma_.lower() in _REFUSALS for i in cue) or (
        bool(source) and doc[source[0]].lower_ in _NEGATIONS
    )
    return "denied" if negated != (stance == "denies") else "affirmed"


@cache
def _table() -> dict[str, Values]:
    table = tomllib.loads(files(__package__).joinpath("data/hedges.toml").read_text(encoding="utf-8"))
    return {
        part: {word: cast(Certainty, value) for value, words in rows.items() for word in words}
        for part, rows in table.items()
    }
