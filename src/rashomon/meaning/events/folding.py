"""Sightings that are part of another in the same sentence: the toll of an attack, the verb of an event noun.

In: sightings by the number of their trigger token. Out: those that stay, with what the others told. Which sightings of
different sentences are one event does not belong here.
"""

from rashomon.meaning.events.sighting import Sighting

_TOLLS = frozenset({"killing", "injury", "death"})
_CAUSES = frozenset({"attack", "clash", "accident", "disaster", "raid", "protest", "military_operation"})
_SWALLOWING = frozenset({"attack", "accident", "disaster"})
_BY = frozenset({"in", "by", "from", "during", "after", "of"})
_HARM = frozenset({"person", "target"})


def fold(made: dict[int, Sighting]) -> list[Sighting]:
    """The sightings that stay, in order: no record apart for "the blast killed 12" or "opened fire, killing 12"."""
    around = {each.trigger.frame.governor.i: each for each in made.values() if each.trigger.frame.governor is not None}
    gone: set[int] = set()
    for at, each in made.items():
        for cause, apart in _causes(each, made, around):
            _give(each, cause, apart=apart)
            if not apart:
                gone.add(at)
    return [each for at, each in made.items() if at not in gone]


def _causes(each: Sighting, made: dict[int, Sighting], around: dict[int, Sighting]) -> list[tuple[Sighting, bool]]:
    """The events that a sighting belongs to, and whether it stays a record of its own."""
    out = []
    toll = each.type in _TOLLS
    own_agent = any(name == "subject" and head.i not in made for name, head in each.trigger.frame.phrases)
    for name, head in each.trigger.frame.phrases:
        cause = made.get(head.i)
        if cause is None or cause is each or not cause.trigger.noun:
            continue
        if name in {"subject", "object"} and cause.type == each.type and not each.trigger.noun:
            out.append((cause, False))
        elif toll and cause.type in _CAUSES and (name == "subject" or name in _BY):
            stays = name != "subject" and (cause.type not in _SWALLOWING or (own_agent and not each.trigger.noun))
            out.append((cause, stays))
    if out or each.trigger.noun:
        return out
    token = each.trigger.token
    if token.dep_ not in {"advcl", "conj"}:
        return []
    above = made.get(token.head.i) or around.get(token.head.i)
    if above is None or above is each:
        return []
    if token.tag_ == "VBG" and token.dep_ == "advcl" and (above.type == each.type or (toll and above.type in _CAUSES)):
        return [(above, False)]
    if each.type == "injury" and above.type in {"killing", "death", "attack"} and above.counts:
        return [(above, False)]
    return []


def _give(each: Sighting, cause: Sighting, *, apart: bool) -> None:
    """Counts, victims and time go to the event that they belong to."""
    kinds = {count.kind for count in cause.counts}
    cause.counts += [count for count in each.counts if count.kind not in kinds]
    each.time = each.time or cause.time
    if apart:
        return
    heads = {part.head.i for part in cause.parts} | {cause.trigger.token.i}
    wanted = _HARM if each.type in _TOLLS else _HARM | {"agent", "instrument", "place"}
    cause.parts += [part for part in each.parts if part.argument.role in wanted and part.head.i not in heads]
    cause.time = cause.time or each.time
