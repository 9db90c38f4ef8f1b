"""What two pages state of two bearers of a like name: facts that go together, and facts that no one person can have.

In: the facts of two forms. Out: reasons, and whether they set the two apart. Names as such do not belong here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.fusion.alignment import align
from rashomon.fusion.names import parse
from rashomon.fusion.vocabulary import is_general
from rashomon.graph import Reason

Facts = dict[str, Any]
_BODY = 1.8
_OFFICE = 1.4
_SAME_STATE = 0.4
_OTHER_STATE = -1.6
_SAME_WORK = 0.4
_OTHER_WORK = -1.5
_STATE_AND_WORK = -1.5
_SAME_FAMILY = 1.5
_SAME_AGE = 1.0
_SAME_PLACE = 1.0
_OWN_STATE = 2.5
_WITHIN = -3.0
_ELSEWHERE = -1.2
_NEVER = -6.0
_YEARS = 1
"""Ages in the news are off by a year, and so are accounts of when somebody died."""
_SAME_PERSON = 0.9


@dataclass(frozen=True, slots=True)
class Ground:
    """Reasons beside the names; `apart` where one of them rules out that the two are one."""

    reasons: tuple[Reason, ...]
    apart: bool

    def without_support(self) -> "Ground":
        """What speaks against alone: no fact that two share makes one of two unlike names."""
        return Ground(tuple(reason for reason in self.reasons if reason.weight < 0), self.apart)


def grounds(left: Facts, right: Facts, type: str) -> Ground:
    """What the facts of two forms of one type say for and against. Facts that only one has say nothing."""
    if not _told(left) and not _told(right):
        return Ground((), apart=False)
    found = tuple(_of_persons(left, right) if type == "person" else _where(left, right, type))
    return Ground(found, apart=any(reason.weight <= _NEVER for reason in found))


_NAMES = frozenset(["name", "aliases"])


def _told(facts: Facts) -> bool:
    return not facts.keys() <= _NAMES


def _both(left: Facts, right: Facts, fact: str) -> tuple[set[str], set[str]] | None:
    """The values of both, or None where one page is silent."""
    one, other = left.get(fact), right.get(fact)
    return (set(one), set(other)) if one and other else None


def _of_persons(left: Facts, right: Facts) -> Iterator[Reason]:
    yield from _family(left, right)
    yield from _offices(left, right)
    bodies = _both(left, right, "bodies")
    if bodies and (shared := bodies[0] & bodies[1]):
        yield Reason("same_body", f"both belong to {_words(shared)}", _BODY)
    yield from _state_and_work(left, right)
    yield from _life(left, right)


def _state_and_work(left: Facts, right: Facts) -> Iterator[Reason]:
    apart = 0
    for fact, name, same, other in (
        ("countries", "state", _SAME_STATE, _OTHER_STATE),
        ("kinds", "work", _SAME_WORK, _OTHER_WORK),
    ):
        values = _both(left, right, fact)
        if values and (shared := values[0] & values[1]):
            yield Reason(f"same_{name}", f"both are of {_words(shared)}", same)
        elif values:
            apart += 1
            yield Reason(f"other_{name}", f"one is of {_words(values[0])}, the other of {_words(values[1])}", other)
    if apart == 2:
        yield Reason("other_state_and_work", "neither where they belong nor what they do is the same", _STATE_AND_WORK)


def _family(left: Facts, right: Facts) -> Iterator[Reason]:
    """Nobody is their own brother; whoever has the same relative is likely the same."""
    for mine, theirs in ((left, right), (right, left)):
        for relation, name in mine.get("kin", ()):
            if name != parse(mine["name"], "person").plain and _is_one(name, theirs["name"]):
                yield Reason("is_relative", f"{name} is named as a {relation} of {mine['name']}", _NEVER)
                return
    ours = [(relation, name) for relation, name in left.get("kin", ())]
    others = [(relation, name) for relation, name in right.get("kin", ())]
    shared = {name for relation, name in ours for kind, other in others if relation == kind and _is_one(name, other)}
    if shared:
        yield Reason("same_family", f"both are related to {_words(shared)}", _SAME_FAMILY)


def _is_one(one: str, other: str) -> bool:
    """Whether two names of relatives are one: all their words are."""
    found = align(parse(one, "person"), parse(other, "person"))
    return found.whole > 0 and found.cover >= _SAME_PERSON


def _offices(left: Facts, right: Facts) -> Iterator[Reason]:
    """Two presidents of two states are two people; two of one state, or of none that is named, may be one."""
    mine, theirs = _holders(left), _holders(right)
    for office in sorted(mine.keys() & theirs.keys()):
        here, there = mine[office], theirs[office]
        if here and there and not here & there:
            words = f"one is {office} of {_words(here)}, the other of {_words(there)}"
            yield Reason("other_office", words, _NEVER)
        else:
            yield Reason("same_office", f"both are called {office}", _OFFICE)
        return


def _holders(facts: Facts) -> dict[str, set[str]]:
    """The bodies of each office; an office whose body no page names has none."""
    found: dict[str, set[str]] = {}
    for office, body in facts.get("offices", ()):
        found.setdefault(office, set()).update({body} - {""})
    return found


def _life(left: Facts, right: Facts) -> Iterator[Reason]:
    born = left.get("born"), right.get("born")
    if born[0] and born[1]:
        if _far(born[0], born[1]):
            yield Reason("other_age", f"born {_span(born[0])} and {_span(born[1])}", _NEVER)
        else:
            yield Reason("same_age", f"born {_span(born[0])}", _SAME_AGE)
    died = [[[day[:4] for day in span] for span in facts.get("died", ())] for facts in (left, right)]
    if died[0] and died[1] and _far(died[0], died[1]):
        yield Reason("other_death", f"died {_span(died[0])} and {_span(died[1])}", _NEVER)


def _far(left: list[list[Any]], right: list[list[Any]]) -> bool:
    """Whether every span of years of the one is more than a year away from every one of the other."""
    return all(
        int(ours[1]) + _YEARS < int(others[0]) or int(others[1]) + _YEARS < int(ours[0])
        for ours in left
        for others in right
    )


def _span(spans: list[list[Any]]) -> str:
    years = sorted({str(year) for span in spans for year in span})
    return "-".join(dict.fromkeys((years[0], years[-1])))


def _where(left: Facts, right: Facts, type: str) -> Iterator[Reason]:
    """Bodies that every state has are as many as there are states; other bodies and places may lie in several."""
    general = type == "organization" and is_general(left["name"]) and is_general(right["name"])
    for fact, weight in (("countries", _NEVER if general else _ELSEWHERE), ("within", _WITHIN)):
        values = _both(left, right, fact)
        if values:
            yield _place(values, _OWN_STATE if general else _SAME_PLACE, weight)
    stated = [facts.get("countries") or facts.get("about") for facts in (left, right)]
    if general and stated[0] and stated[1] and not _both(left, right, "countries"):
        yield _place((set(stated[0]), set(stated[1])), _OWN_STATE, _ELSEWHERE)


def _place(values: tuple[set[str], set[str]], together: float, otherwise: float) -> Reason:
    here, there = values
    if shared := here & there:
        return Reason("same_place", f"both are of {_words(shared)}", together)
    return Reason("other_place", f"one is of {_words(here)}, the other of {_words(there)}", otherwise)


def _words(values: set[str]) -> str:
    return ", ".join(sorted(values))
