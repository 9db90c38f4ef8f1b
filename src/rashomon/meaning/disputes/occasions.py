"""Two dates or two places for one event: a person is killed on one day and in one place.

In: the clauses of a Doc, its events and ties. Out: conflicts of kind `date` and `place`, each between two voices that
speak of one named victim. A day within the month that another gives is no other date, a part no other place.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon import layers
from rashomon.intervals import days
from rashomon.meaning.disputes.clauses import Clauses
from rashomon.meaning.disputes.conflict import Conflict, Stand
from rashomon.meaning.disputes.voices import differ, voice_at
from rashomon.meaning.phrases import trimmed
from rashomon.records import Event, Tie, Time

_ONCE = frozenset({"killing", "death", "kidnapping"})
_VICTIMS = frozenset({"person", "target"})
_NEAR = 3
"""How many sentences apart they may be told."""


@dataclass(frozen=True, slots=True)
class _Occasion:
    """One telling of what befell a named person."""

    event: Event
    trigger: Token
    victims: frozenset[str]
    places: frozenset[str]
    time: Time | None


def occasions(clauses: Clauses, events: Sequence[Event], ties: Sequence[Tie]) -> Iterator[Conflict]:
    """Each pair of tellings that give two dates, or two places."""
    times = {each.id: each for each in layers.times(clauses.ground.doc)}
    near = {frozenset({tie.subject, tie.object}) for tie in ties}
    found = [each for event in events if (each := _occasion(event, clauses, times)) is not None]
    for one, two in clauses.ground.near(found, lambda each: each.trigger, _NEAR):
        if one.event.type != two.event.type or not one.victims & two.victims or not _are_two_voices(one, two, clauses):
            continue
        stands = (_stand(one, clauses), _stand(two, clauses))
        if _apart(one.time, two.time):
            yield Conflict("date", one.event.id, stands)
        elif _elsewhere(one.places, two.places) and one.places | two.places not in near:
            yield Conflict("place", one.event.id, stands)


def _occasion(event: Event, clauses: Clauses, times: Mapping[str, Time]) -> _Occasion | None:
    real = all(each.polarity == "affirmed" and each.status == "actual" for each in event.perspectives)
    victims = frozenset(each.entity for each in event.arguments if each.role in _VICTIMS and each.entity)
    if event.type not in _ONCE or not real or not victims:
        return None
    trigger = clauses.ground.doc[clauses.ground.tokens(*event.trigger).start]
    places = frozenset(each.entity for each in event.arguments if each.role == "place" and each.entity)
    return _Occasion(event, trigger, victims, places, times.get(event.time or ""))


def _are_two_voices(one: _Occasion, two: _Occasion, clauses: Clauses) -> bool:
    return differ(voice_at(one.trigger, clauses.ground), voice_at(two.trigger, clauses.ground))


def _stand(each: _Occasion, clauses: Clauses) -> Stand:
    top = each.trigger
    while top.pos_ not in {"VERB", "AUX"} and top.head.i != top.i:
        top = top.head
    return Stand(voice_at(each.trigger, clauses.ground), tuple(trimmed(top.doc, (token.i for token in top.subtree))))


def _elsewhere(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether each names one place, and not the same."""
    return len(one) == len(two) == 1 and one != two


def _apart(one: Time | None, two: Time | None) -> bool:
    """Whether two times are known and have no day in common."""
    if one is None or two is None:
        return False
    return days(one.earliest, one.latest).excludes(days(two.earliest, two.latest))
