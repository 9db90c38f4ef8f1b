"""Which sightings are one event: the same type, nothing that speaks against it, and a word or fact that speaks for it.

In: sightings in order of the text. Out: groups of them, the first full one first. What they say is left as it is.
"""

from collections.abc import Sequence
from math import inf

from rashomon.intervals import Interval, days
from rashomon.meaning.events.counts import of_people
from rashomon.meaning.events.lexicon import lexicon
from rashomon.meaning.events.sighting import DAY, Sighting
from rashomon.records import EventType, Polarity, Time

_FAMILY: dict[EventType, str] = {"death": "killing", "killing": "killing"}
_LAUNCHED = frozenset({"attack", "military_operation"})
_BACK = 40
_NEAR = 25
"""How many tokens after an event was told "the blast killed 12" still is of it."""
_REAL = frozenset({"actual", "ongoing"})
_PLACES = ("place", "origin", "destination")
_VICTIMS = ("target", "person", "organization", "beneficiary")
_ONCE = frozenset({"killing", "death"})
"""What befalls somebody once: two of it with the same victim are one."""
_MOSTLY = frozenset({"kidnapping", "release", "arrest", "injury", "conviction", "acquittal", "sentence", "resignation"})
"""What befalls somebody seldom twice on a page."""
_APART = frozenset({"attack", "military_operation", "raid", "accident", "kidnapping"})
"""What is told of in the plural where it was several times; "the elections" may be one."""
_PLURAL = frozenset({"NNS", "NNPS"})

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
        self.lemmas: set[str] = set()
        self.methods: set[str] = set()
        self.kinds = _kinds(first)
        self.manner = _manner(first)
        self.people = _people(first)
        self.add(first)

    def add(self, each: Sighting) -> None:
        """Take a sighting in."""
        self.sightings.append(each)
        self.lemmas.add(each.trigger.token.lemma_.lower())
        self.methods |= _methods(each)
        self.kinds |= _kinds(each)
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
    made: list[_Draft] = []
    for heading in (False, True):
        for each in found:
            if each.heading is not heading:
                continue
            kinds = _kinds(each)
            drafts = [draft for draft in made if kinds & draft.kinds]
            draft = _fitting(each, drafts[:_BACK] if heading else drafts[-_BACK:])
            if draft is None and each.title:
                draft = next((lead for lead in drafts if not _conflict(each, lead)), None)
            if draft is None:
                each.time = each.time or _known_time(each, drafts[-_BACK:])
                made.append(_Draft(each))
            else:
                draft.add(each)
    return sorted((draft.sightings for draft in made), key=lambda group: group[0].trigger.span)


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
    again = _again(each, draft)
    once = again and each.type in _ONCE
    if _conflict(each, draft, once=once) or (_another(each) and not each.heading):
        return 0
    both = mine & draft.facts
    shared = len(both)
    same_source = each.source in draft.sources
    alike = each.trigger.token.lemma_.lower() in draft.lemmas
    first = draft.sightings[0]
    anaphoric = each.definite or _owned(each, draft)
    if not once and _several(first, each):
        return 0
    if each.heading:
        return shared + 1 if shared or anaphoric or not _told(each) else 0
    if again:
        return shared + 1 + same_source
    if anaphoric and not each.counts:
        new = _told(each) and not shared and not _placed(each)
        return 0 if new else shared + 1 + same_source + alike
    if anaphoric and (alike or _methods(each) & draft.methods) and _follows(each, draft):
        return shared + 1 + same_source
    if _indefinite(each):
        own = any(part.argument.role not in _PLACES for part in each.parts)
        retold = alike and first.definite and not (same_source or own or each.time)
        return shared + 1 if retold else 0
    points = shared + alike
    dated = any(kind == "time" and _is_day(str(value)) for kind, value in both)
    return points if points > (1 if same_source else _doubt(each, draft, dated=dated)) else 0


def _doubt(each: Sighting, draft: _Draft, *, dated: bool) -> float:
    """How many points do not yet make one event of what two sources tell, by what they have in common.

    Somebody named on the same day is enough; the same toll, or somebody named, only beside more.
    """
    named = any(entity in draft.sides.get(side, ()) for side, entity in _entities(each))
    if named and dated:
        return 1
    if any((count.low or 0) > 1 and count.kind in draft.counts for count in each.counts):
        return 2
    return 3 if named else inf


def _several(first: Sighting, each: Sighting) -> bool:
    """Whether one of the two tells of several events, of which the other can be no more than one."""
    many, apart = _counted(first), each.type in _APART
    if not first.trigger.noun or (many and _over_time(first)):
        return many
    if not each.trigger.noun:
        return many and not each.counts
    plural = first.trigger.token.tag_ in _PLURAL
    if each.trigger.token.tag_ in _PLURAL:
        return apart and not (plural or each.definite or each.heading)
    return many or (plural and apart and not each.heading)


def _another(each: Sighting) -> bool:
    """Whether it is said to be another than one that was told of: "the previous attack", "fired a second missile"."""
    apart = lexicon().words["apart"]
    nouns = [part.head for part in each.parts if part.argument.role == "instrument"]
    if each.trigger.noun:
        nouns.append(each.trigger.token)
    return any(child.lower_ in apart for noun in nouns for child in noun.children)


def _placed(each: Sighting) -> bool:
    """Whether a clause tells of a noun only when and where it was: "the attack happened on Monday"."""
    token = each.trigger.token
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in lexicon().words["happen"]


def _follows(each: Sighting, draft: _Draft) -> bool:
    """Whether a noun tells soon after an event what came of it: "The blast killed 12"."""
    far = each.trigger.token.i - draft.sightings[-1].trigger.token.i
    return 0 < far < _NEAR and not draft.counts and each.time is None and not _entities(each)


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
    """Whether a noun speaks of several events at once, or of one long past: "four attacks", "the 2009 attack"."""
    token = each.trigger.token
    numbers = [child for child in token.children if child.dep_ == "nummod"]
    return any(token.tag_ in _PLURAL or child.ent_type_ == "DATE" for child in numbers)


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


def _conflict(each: Sighting, draft: _Draft, *, once: bool = False) -> bool:
    """Whether anything that a sighting says cannot hold beside what the group says.

    Of what befalls somebody `once`, two accounts may differ in where it was; in when, they are set against each other.
    """
    if _manner(each) != draft.manner:
        return True
    if draft.people is not None and _people(each) not in {None, draft.people}:
        return True
    methods = _methods(each)
    if methods and draft.methods and not methods & draft.methods:
        return True
    if each.time is not None and any(not other.meets(_days(each.time)) for other in draft.days):
        return True
    if any(draft.counts.get(count.kind, set()) - {(count.low, count.high)} for count in each.counts):
        return True
    here: dict[str, set[str]] = {}
    for side, entity in _entities(each):
        here.setdefault(side, set()).add(entity)
    return any(
        side in ({"agent", "victim"} if once else {"agent", "victim", "place"})
        and draft.sides.get(side)
        and not entities & draft.sides[side]
        for side, entities in here.items()
    )


def _manner(each: Sighting) -> tuple[Polarity, bool]:
    """Whether an event is said to have been, and as something real."""
    return each.perspective.polarity, each.perspective.status in _REAL


def _kinds(each: Sighting) -> set[str]:
    """What a sighting may be told of as: its type; a missile fired is an attack to one and a test to another."""
    kinds = {_FAMILY.get(each.type, each.type)}
    missiles = lexicon().words["missiles"]
    if each.type in _LAUNCHED and any(part.head.lemma_.lower() in missiles for part in each.parts):
        kinds.add("launch")
    return kinds


def _methods(each: Sighting) -> set[str]:
    """By what method an event was done, as far as its word tells: "bombing", "air strikes"."""
    token = each.trigger.token
    words = {token.lemma_.lower(), *(child.lemma_.lower() for child in token.children if child.dep_ == "compound")}
    found = {name for name, telling in lexicon().methods.items() if words & telling}
    return found | {"launch"} if "launch" in _kinds(each) and not each.entities(*_VICTIMS) else found


def _is_day(value: str) -> bool:
    return len(value) >= DAY and value[:DAY].replace("-", "").isdigit()


def _days(time: Time) -> Interval:
    return days(time.earliest, time.latest)
