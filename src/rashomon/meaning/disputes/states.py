"""What one source says to be so and another says not to be so.

In: the clauses of a Doc. Out: conflicts of kind `status`. A difference of tone is none: one of the two must
deny, of the same thing, what the other affirms.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product

from rashomon.intervals import days
from rashomon.meaning.disputes.clauses import DONE, Clause, Clauses
from rashomon.meaning.disputes.conflict import Conflict, Stand
from rashomon.meaning.disputes.nearest import nearest
from rashomon.meaning.disputes.tables import tables
from rashomon.meaning.disputes.voices import differ
from rashomon.records import Time

_VAGUE = ("light", "copula", "common", "weak", "expecting")
_SHARED, _COVERED = 3, 0.6
"""How many words that carry meaning two clauses share, and how much of the denial that is, where the verbs differ."""


def states(clauses: Clauses) -> Iterator[Conflict]:
    """Each clause that denies, with the affirmation that comes nearest to it."""
    affirmed: dict[str, list[tuple[int, Clause]]] = defaultdict(list)
    """By the words that may be what a denial says, in order: their predicates and all else that they speak of."""
    for at, clause in enumerate(clauses.all):
        for key in () if clause.denied else {clause.predicate, *clause.keys}:
            affirmed[key].append((at, clause))
    for at, denial in enumerate(clauses.all):
        if not denial.denied:
            continue
        near = nearest(affirmed[denial.predicate], at)
        fitting = [(score, clause) for _, clause in near if (score := likeness(denial, clause)) > 0]
        if fitting:
            best = max(score for score, _ in fitting)
            other = next(clause for score, clause in fitting if score == best)
            about = other.voice.id or denial.voice.id
            yield Conflict("status", about, (Stand(other.voice, other.words), Stand(denial.voice, denial.words)))


def likeness(denial: Clause, other: Clause) -> float:
    """How much of what is denied the other clause affirms; 0 where the two do not speak of one thing."""
    if not differ(denial.voice, other.voice) or denial.ahead != other.ahead or _apart(denial.times, other.times):
        return 0.0
    if set(denial.words) & set(other.words):
        return 0.0
    shared = denial.keys & other.keys
    same = denial.predicate == other.predicate
    vague = any(denial.predicate in tables().clauses[name] for name in _VAGUE)
    if same and (denial.predicate == DONE or (not vague and _is_of_same(denial, other))):
        return 1.0 + len(shared)
    if _are_strangers(denial, other) or denial.predicate not in other.keys:
        return 0.0
    alike = len(shared) >= max(_SHARED, _COVERED * len(denial.keys))
    return len(shared) / len(denial.keys) if alike else 0.0


def _is_of_same(denial: Clause, other: Clause) -> bool:
    """Whether two clauses with one predicate have subject and object in common, as far as they have both."""
    who, what = bool(denial.who & other.who), bool(denial.what & other.what)
    if _are_strangers(denial, other) or (denial.what and other.what and not what):
        return False
    rest = (denial.keys & other.keys) - {denial.predicate} - denial.who
    if who:
        return what or bool(rest) or not denial.what or (not other.what and _has_gap(other))
    return what and bool(rest - denial.what)


def _are_strangers(one: Clause, two: Clause) -> bool:
    """Whether two clauses are about two subjects of which neither is the other's."""
    return bool(one.who and two.who) and not (one.who | one.whose) & (two.who | two.whose)


def _has_gap(clause: Clause) -> bool:
    """Whether the object stands before the clause: "a programme that they say they need"."""
    at = clause.head
    while at.dep_ == "ccomp" and at.head.i != at.i:
        at = at.head
    return at.dep_ == "relcl"


def _apart(one: Sequence[Time], two: Sequence[Time]) -> bool:
    """Whether both have times and no two of them have a day in common."""
    known = [[days(time.earliest, time.latest) for time in times] for times in (one, two)]
    pairs = [(a, b) for a, b in product(*known) if None not in (*a, *b)]
    return bool(pairs) and not any(a.meets(b) for a, b in pairs)
