"""Which sightings are one event: the same type, nothing that speaks against it, and a word or fact that speaks for it.

In: sightings in order of the text. Out: groups of them, the first full one first. What they say is left as it is.
"""

from collections.abc import Sequence

from rashomon.intervals import Interval, days
from rashomon.meaning.events.counts import of_people
from rashomon.meaning.events.sighting import Sighting
from rashomon.records import EventType, Polarity, Time

_FAMILY: dict[EventType, str] = {"death": "killing", "killing": "killing"}
_BACK = 40
_REAL = frozenset({"actual", "ongoing"})
_PLACES = ("place", "origin", "destination")
_VICTIMS = ("target", "person", "organization", "beneficiary")
_ONCE = frozenset({"killing", "death"})
"""What befalls somebody once: two of it with the same victim are one."""
_MOSTLY = frozenset({"kidnapping", "release", "arrest", "injury", "conviction", "acquittal", "sentence", "resignation"})
"""What befalls somebody seldom twice on a page."""

Group = list[Sighting]
_Fact = tuple[str, object]
_Range = tuple[float | None, float | None]


class _Draft:
    """A group under way: its sightings and what they say together."""

    def __init__(self, first: Sighting) -> None:
        self.sightings: Group = []
        self.facts: set[_Fact] = set()
        self.sides: dict[str, set[str]] = {}
        self.time: Time | None = None
        self.days: set[Interval] = set()
        self.counts: dict[str, set[_Range]] = {}
        self.sources: set[str | None] = set()
        self.manner = _manner(first)
        self.people = _people(first)
        self.add(first)

    def add(self, each: Sighting) -> None:
        """Take a sighting in."""
        self.sightings.append(each)
        self.facts |= _facts(each)
        self.time = self.time or each.time
        if each.time is not None:
            self.days.add(_days(each.time))
        self.sources.add(each.source)
        for count in each.counts:
            self.counts.setdefault(count.kind, set()).add((count.low, count.high))
        for side, entity in _entities(each):
            self.sides.setdefault(side, set()).add(entity)


def join(found: Sequence[Sighting]) -> list[Group]:
    """Groups in order of their first sighting; headings and captions look for their event in the body first.

    A title tells of the first event of its type that the page goes on to tell of.
    """
    families: dict[str, list[_Draft]] = {}
    for heading in (False, True):
        for each in found:
            if each.heading is not heading:
                continue
            drafts = families.setdefault(_FAMILY.get(each.type, each.type), [])
            draft = _fitting(each, drafts[:_BACK] if heading else drafts[-_BACK:])
            if draft is None and each.title:
                draft = next((lead for lead in drafts if not _conflict(each, lead)), None)
            if draft is None:
                each.time = each.time or _known_time(each, drafts[-_BACK:])
                drafts.append(_Draft(each))
            else:
                draft.add(each)
    joined = [draft.sightings for drafts in families.values() for draft in drafts]
    return sorted(joined, key=lambda group: group[0].trigger.span)


def _known_time(each: Sighting, drafts: Sequence[_Draft]) -> Time | None:
    """The time of the event that another source speaks of as known: "the attack, which killed 26"."""
    if not each.definite or each.entities(*_PLACES):
        return None
    earlier = (draft for draft in reversed(drafts) if draft.time is not None and not _conflict(each, draft))
    found = next(earlier, None)
    return found.time if found else None


def _fitting(each: Sighting, drafts: Sequence[_Draft]) -> _Draft | None:
    best: tuple[int, int] | None = None
    mine = _facts(each)
    for at, draft in enumerate(drafts):
        points = _points(each, mine, draft)
        if points and (best is None or (points, at) > best):
            best = (points, at)
    return None if best is None else drafts[best[1]]


def _points(each: Sighting, mine: set[_Fact], draft: _Draft) -> int:
    """What speaks for it; 0 where too little does, or anything speaks against it.

    "A shootout" in the words of another source may be "the shootout" of the first.
    """
    if _conflict(each, draft):
        return 0
    shared = len(mine & draft.facts)
    same_source = each.source in draft.sources
    anaphoric = (each.definite or _owned(each, draft)) and not each.counts
    first = draft.sightings[0]
    if anaphoric and _counted(first) and (each.trigger.token.tag_ in {"NN", "NNP"} or _over_time(first)):
        return 0
    if each.heading:
        return shared + 1 if shared or anaphoric or not _told(each) else 0
    if anaphoric:
        new = _told(each) and not shared
        return 0 if new else shared + 1 + same_source
    if _again(each, draft):
        return shared + 1 + same_source
    alike = each.trigger.token.lemma_.lower() == first.trigger.token.lemma_.lower()
    if _indefinite(each):
        own = any(part.argument.role not in _PLACES for part in each.parts)
        retold = alike and first.definite and not (same_source or own or each.time)
        return shared + 1 if retold else 0
    if not same_source:
        return 0
    points = shared + alike
    return points if points > 1 else 0


def _again(each: Sighting, draft: _Draft) -> bool:
    """Whether the same befell the same: one death, or one arrest, told twice without another doer."""
    victims = {entity for side, entity in _entities(each) if side == "victim"}
    mine, theirs = _agents(each), _agents(*draft.sightings)
    alike = mine <= theirs if each.source in draft.sources else mine == theirs
    if not (alike and victims & draft.sides.get("victim", set())):
        return False
    return each.type in _ONCE or (each.type in _MOSTLY and not _indefinite(each))


def _agents(*sightings: Sighting) -> set[str]:
    return {
        part.argument.entity or part.head.lemma_.lower()
        for each in sightings
        for part in each.parts
        if part.argument.role == "agent"
    }


def _owned(each: Sighting, draft: _Draft) -> bool:
    """Whether a noun may speak of an event by whose it is, who is not named: "their kidnapping"."""
    token = each.trigger.token
    owners = [part for part in each.parts if part.head.dep_ == "poss" and part.head.head.i == token.i]
    alike = each.type in _ONCE | _MOSTLY or token.lemma_.lower() == draft.sightings[0].trigger.token.lemma_.lower()
    return each.trigger.noun and bool(owners) and alike and owners[0].argument.entity is None


def _counted(each: Sighting) -> bool:
    """Whether a noun speaks of several events at once: "four attacks in two years"."""
    children = each.trigger.token.children
    return each.trigger.noun and any(child.dep_ == "nummod" and child.lower_ not in {"one", "1"} for child in children)


def _people(each: Sighting) -> float | None:
    """How many at least a sighting says that it befell, by the first phrase that counts them."""
    found = (of_people(part.head) for part in each.parts if part.argument.role == "person")
    return next((amount.low for amount in found if amount is not None), None)


def _over_time(each: Sighting) -> bool:
    preps = (child for child in each.trigger.token.children if child.dep_ == "prep")
    return any(far.ent_type_ == "DATE" and far.tag_ == "NNS" for prep in preps for far in prep.children)


def _told(each: Sighting) -> bool:
    """Whether a sighting tells something that a bare "the attack" does not."""
    own = any(part.head.dep_ not in {"compound", "poss", "amod"} for part in each.parts)
    return own or bool(each.counts) or each.time is not None


def _indefinite(each: Sighting) -> bool:
    return each.trigger.noun and any(child.lower_ in {"a", "an", "another"} for child in each.trigger.token.children)


def _facts(each: Sighting) -> set[_Fact]:
    out: set[_Fact] = {
        (_side(part.argument.role), part.argument.entity or part.head.lemma_.lower()) for part in each.parts
    }
    out |= {(count.kind, (count.low, count.high)) for count in each.counts}
    if each.time is not None and each.time.value:
        out.add(("time", each.time.value))
    return out


def _entities(each: Sighting) -> set[tuple[str, str]]:
    return {(_side(part.argument.role), part.argument.entity) for part in each.parts if part.argument.entity}


def _side(role: str) -> str:
    return "victim" if role in _VICTIMS else "place" if role in _PLACES else role


def _conflict(each: Sighting, draft: _Draft) -> bool:
    """Whether anything that a sighting says cannot hold beside what the group says."""
    if _manner(each) != draft.manner:
        return True
    if draft.people is not None and _people(each) not in {None, draft.people}:
        return True
    if each.time is not None and any(not other.meets(_days(each.time)) for other in draft.days):
        return True
    if any(draft.counts.get(count.kind, set()) - {(count.low, count.high)} for count in each.counts):
        return True
    here: dict[str, set[str]] = {}
    for side, entity in _entities(each):
        here.setdefault(side, set()).add(entity)
    return any(
        side in {"agent", "place", "victim"} and draft.sides.get(side) and not entities & draft.sides[side]
        for side, entities in here.items()
    )


def _manner(each: Sighting) -> tuple[Polarity, bool]:
    """Whether an event is said to have been, and as something real."""
    return each.perspective.polarity, each.perspective.status in _REAL


def _days(time: Time) -> Interval:
    return days(time.earliest, time.latest)
