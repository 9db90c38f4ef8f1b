"""Two candidates to yes or no: whether gender, number, kind or the tree forbids that they be one.

In: candidates with their traits. Out: True where nothing forbids it. How likely it is belongs to features.
"""

from dataclasses import dataclass

from rashomon.language.coreference.candidates import Candidate
from rashomon.language.coreference.columns import OUTSIDE, Columns
from rashomon.language.coreference.traits import Traits, tables

_VERBS = frozenset({"VERB", "AUX"})
_SPEECH = frozenset({"i", "we", "you"})
_ONE_PERSON = frozenset({"he", "she", "i", "you"})


@dataclass(frozen=True, slots=True)
class _Bar:
    """What a pronoun does not stand for: these kinds, these sorts, plurals."""

    kinds: frozenset[str]
    sorts: frozenset[str]
    plural: bool = True


_NO_PERSON = frozenset({"organization", "place", "people", "time"})
_HE = _Bar(_NO_PERSON, frozenset({"it", "they", "this", "part"}) | _SPEECH)
_I = _Bar(_NO_PERSON | {"thing", ""}, frozenset({"he", "she"}))
_BARS = {
    "he": _HE,
    "she": _HE,
    "it": _Bar(frozenset({"person", "time"}), _SPEECH),
    "i": _I,
    "you": _I,
    "they": _Bar(frozenset({"time"}), frozenset({"it", "he", "she"}) | _SPEECH, plural=False),
    "we": _Bar(frozenset({"time", "place"}), frozenset({"he", "she", "it", "this"}), plural=False),
    "this": _Bar(frozenset(), frozenset({"name"}), plural=False),
}


def fits(columns: Columns, one: tuple[Candidate, Traits], two: tuple[Candidate, Traits]) -> bool:
    """Whether the second candidate may mean what the first, which stands before it, does."""
    (before, first), (after, second) = one, two
    if {first.gender, second.gender} == {"male", "female"} or _inside(columns, after, before):
        return False
    if after.form == "pronoun" and _owns_predicate(columns, after, before):
        return False
    if before.form == "name" and after.form == "name":
        return before.entity == after.entity
    if before.form == "name" and after.sort in _SPEECH and second.quote == OUTSIDE:
        return False  # who writes or reads the page is nobody that it names
    if _misnames(one, two) or _misnames(two, one):
        return False
    if after.form == "pronoun":
        bar = _BARS[after.sort]
        return not (first.kind in bar.kinds or before.sort in bar.sorts or (bar.plural and first.number == "p"))
    if before.sort in _ONE_PERSON:
        return second.kind in {"person", "thing"} and second.number != "p"
    return before.sort != "it" or (second.kind != "person" and second.number != "p")


def _misnames(name: tuple[Candidate, Traits], noun: tuple[Candidate, Traits]) -> bool:
    """Whether a noun can be no word for a name: several for one person, and of rebels nobody says "the army"."""
    if name[0].form != "name" or noun[0].form != "nominal":
        return False
    if name[1].kind == "person":
        return noun[1].number == "p"
    return noun[1].lemma in tables()["of_states"] and not name[1].words.isdisjoint(tables()["of_rebels"])


def _owns_predicate(columns: Columns, after: Candidate, before: Candidate) -> bool:
    """Whether a pronoun owns what the other is said to be: Osip is his brother; Osip, his brother."""
    owned = columns.head[after.head]
    if columns.dep[after.head] != "poss":
        return False
    if columns.dep[owned] == "appos":
        return columns.head[owned] == before.head
    return columns.dep[owned] == "attr" and columns.head[owned] == columns.head[before.head]


def _inside(columns: Columns, after: Candidate, before: Candidate) -> bool:
    """Whether a phrase stands in another with no verb between: "his" in "a senator from his state"."""
    at = after.head
    if at >= before.end or columns.dep[at] == "appos":
        return False
    while at != before.head:
        above = columns.head[at]
        if above == at or columns.pos[at] in _VERBS:
            return False
        at = above
    return True
