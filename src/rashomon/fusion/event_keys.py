"""The keys of an event form: events are compared only where they share one.

In: a happening. Out: keys. A key is made of the family of the event, a stretch of time and an anchor: a telling word
of a party or place. Events of one day, and of days next to it, share stretches; an event without a time stands in the
days before it was told. Times that leave more open, and what both leave open, must share two anchors of a year.
"""

from datetime import date
from functools import lru_cache
from itertools import combinations

from rashomon.fusion.happenings import Happening, family, is_number
from rashomon.fusion.stems import stems
from rashomon.fusion.weighing import weight

_ANCHORS = 4
_TELLING = 0.35
"""Weight from which on a word is an anchor: "army" is, "people" is not."""

_STRETCH = 3
"""Days of a stretch: two events two days apart share one."""

_EXACT = 3
"""Days that a time may leave open to count as one of days."""

_FRESH = 6
"""Days before its telling in which an event without a time stands."""


def keys(happening: Happening) -> tuple[str, ...]:
    """The keys, sorted."""
    kind = family(happening.type)
    found = anchors(happening)
    first, last = interval(happening)
    out: set[str] = set()
    if first is not None and last is not None:
        if last - first <= max(_EXACT, _FRESH):
            stretches = range((first - 1) // _STRETCH, (last + 1) // _STRETCH + 1)
            out |= {f"{kind}|{stretch}|{anchor}" for stretch in stretches for anchor in found}
        years = {date.fromordinal(first).year, date.fromordinal(last).year}
        if max(years) - min(years) <= 1:
            out |= {f"{kind}|{year}|{one}|{two}" for year in years for one, two in combinations(found, 2)}
    else:
        out |= {f"{kind}||{one}|{two}" for one, two in combinations(found, 2)}
    return tuple(sorted(out))


def anchors(happening: Happening) -> tuple[str, ...]:
    """The words that tell most, names first, then other words of parties and places, then of the sentence. Sorted."""
    ranks: dict[str, tuple[int, float, str]] = {}
    named = [word for party in happening.parties if party.named for word in stems(party.words)]
    others = [word for party in happening.parties if not party.named for word in stems(party.words)]
    trigger = set(stems(happening.trigger))
    sentence = [word for word in happening.sentence if word not in trigger]
    for rank, words in enumerate((sentence, others, named)):
        ranks |= {
            word: (rank, weight(word), word) for word in words if weight(word) >= _TELLING and not is_number(word)
        }
    return tuple(sorted(sorted(ranks, key=lambda word: ranks[word], reverse=True)[:_ANCHORS]))


def interval(happening: Happening) -> tuple[int | None, int | None]:
    """First and last day, as ordinals; without a time, the days before it was told."""
    first, last = _ordinal(happening.earliest), _ordinal(happening.latest)
    if first is not None and last is not None:
        return first, last
    told = _ordinal(happening.told)
    return (None, None) if told is None else (max(told - _FRESH, 1), told)


@lru_cache(maxsize=4096)
def _ordinal(day: str | None) -> int | None:
    try:
        return date.fromisoformat(day).toordinal() if day else None
    except ValueError:
        return None
