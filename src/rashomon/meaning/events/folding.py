"""Sightings that are part of another in the same sentence: the toll of an attack, the verb of an event noun.

In: sightings by the number of their trigger token. Out: those that stay, with what the others told. Which sightings of
different sentences are one event does not belong here.
"""

from spacy.tokens import Token

from rashomon.meaning.events.frames import resolved
from rashomon.meaning.events.sighting import Sighting

_TOLLS = frozenset({"killing", "injury", "death"})
_CAUSES = frozenset({"attack", "clash", "accident", "disaster", "raid", "protest", "military_operation"})
_SWALLOWING = frozenset({"attack", "accident", "disaster"})
_BY = frozenset({"in", "by", "from", "during", "after", "of"})
_RESULTS = frozenset({"result", "cause", "lead", "claim"})
_HARM = frozenset({"person", "target"})


def fold(made: dict[int, Sighting]) -> list[Sighting]:
    """The sightings that stay, in order: no record apart for "the blast killed 12" or "opened fire, killing 12"."""
    around = {each.trigger.frame.governor.i: each for each in made.values() if each.trigger.frame.governor is not None}
    gone: set[int] = set()
    for at, each in reversed(made.items()):
        for cause, apart in _causes(each, made, around):
            _give(each, cause, apart=apart)
            if not apart:
                gone.add(at)
    return [each for at, each in made.items() if at not in gone]


def _causes(each: Sighting, made: dict[int, Sighting], around: dict[int, Sighting]) -> list[tuple[Sighting, bool]]:
    """The events that a sighting belongs to, and whether it stays a record of its own."""
    out: list[tuple[Sighting, bool]] = []
    toll = each.type in _TOLLS
    own_agent = any(part.argument.role == "agent" and part.head.i not in made for part in each.parts)
    for name, head in _phrases(each, made) if toll else each.trigger.frame.phrases:
        cause = made.get(head.i)
        if cause is None or cause is each or not cause.trigger.noun:
            continue
        if name in {"subject", "object"} and cause.type == each.type and not each.trigger.noun:
            out.append((cause, False))
        elif toll and cause.type in _CAUSES and (name == "subject" or name in _BY):
            swallowed = cause.type in _SWALLOWING or (each.type != "injury" and not each.entities("person"))
            stays = name != "subject" and (not swallowed or (own_agent and not each.trigger.noun))
            out.append((cause, stays))
    if each.trigger.noun and not toll:
        listed = _listed(each, made)
        return [(listed, False)] if listed is not None else []
    if toll and each.trigger.noun:
        out += [(cause, False) for cause in _resulting(each.trigger.token, made)]
    if out or each.trigger.noun:
        return out
    above = _above(each.trigger.token, made, around)
    if above is None:
        return []
    if each.trigger.token.tag_ == "VBG" and (above.type == each.type or (toll and above.type in _CAUSES)):
        return [(above, False)]
    if each.type == "injury" and above.type in {"killing", "death", "attack"} and above.counts:
        return [(above, False)]
    return []


def _listed(each: Sighting, made: dict[int, Sighting]) -> Sighting | None:
    """The event noun that this one only spells out: "firing, including gunfire", "exchanges of fire"."""
    token = each.trigger.token
    if token.dep_ == "conj":
        other = made.get(token.head.i)
    elif token.dep_ == "pobj" and token.head.lower_ in {"including", "of"}:
        other = made.get(token.head.head.i)
    else:
        return None
    if other is None or not other.trigger.noun:
        return None
    named = any(child.dep_ in {"det", "poss"} for child in token.children)
    alike = other.type == each.type or {other.type, each.type} == {"attack", "clash"}
    return other if alike and not named else None


def _resulting(noun: Token, made: dict[int, Sighting]) -> list[Sighting]:
    """The event of which the deaths are said to be the result."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.lemma_.lower() not in _RESULTS:
        return []
    heads = [resolved(child).i for child in verb.children if child.dep_ == "nsubj"]
    return [made[at] for at in heads if at in made and made[at].type in _CAUSES]


def _phrases(each: Sighting, made: dict[int, Sighting]) -> list[tuple[str, Token]]:
    """The phrases of a toll, with those of the toll that is joined to it: "killed and wounded in the blast"."""
    joined = (made.get(child.i) for child in each.trigger.token.children if child.dep_ == "conj")
    return each.trigger.frame.phrases + [
        phrase
        for other in joined
        if other is not None and other.type in _TOLLS
        for phrase in other.trigger.frame.phrases
        if phrase[0] in _BY
    ]


def _above(token: Token, made: dict[int, Sighting], around: dict[int, Sighting]) -> Sighting | None:
    """The event that a participle or joined verb hangs on; after a comma also through the noun before it."""
    at = token
    if token.dep_ == "acl" and token.tag_ == "VBG" and token.i and token.nbor(-1).text == ",":
        while at.head.i != at.i and at.head.pos_ not in {"VERB", "AUX"}:
            at = at.head
    elif token.dep_ not in {"advcl", "conj"}:
        return None
    found = made.get(at.head.i) or around.get(at.head.i)
    return None if found is not None and found.trigger.token.i == token.i else found


def _give(each: Sighting, cause: Sighting, *, apart: bool) -> None:
    """Counts, victims and time go to the event that they belong to."""
    kinds = {count.kind for count in cause.counts}
    cause.counts += [count for count in each.counts if count.kind not in kinds]
    each.time = each.time or cause.time
    if apart:
        return
    heads = {part.head.i for part in cause.parts} | {cause.trigger.token.i}
    wanted = _HARM if each.type in _TOLLS else _HARM | {"agent", "instrument", "place"}
    if each.type == "injury" and cause.type in {"killing", "death"}:
        wanted = frozenset()
    cause.parts += [part for part in each.parts if part.argument.role in wanted and part.head.i not in heads]
    cause.time = cause.time or each.time
