"""Who and what takes part in an event: the phrases of a trigger as arguments with roles, spans and entities.

In: a trigger, the `Ground` and the places that hang on it. Out: `Part`s. Figures and times do not belong here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.meaning.events.frames import cut_before, strayed
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.events.lexicon import Kind, lexicon
from rashomon.meaning.events.triggers import Trigger
from rashomon.meaning.phrases import hyphened, to_spans
from rashomon.records import Argument, ArgumentRole
from rashomon.spans import Span

_LEFT_OUT = frozenset({"relcl", "acl", "conj", "cc", "appos", "advcl", "parataxis", "punct", "advmod"})
_SETTINGS = frozenset({"in", "on", "at", "near", "outside", "over", "across", "inside"})
_PENAL = frozenset({"death", "prison", "jail", "life"})
_LASTING = frozenset({"to", "for", "until", "since", "during"})
_JOINED = frozenset({"dobj", "nsubjpass", "pobj"})
_MOVING = frozenset({"agent", "person", "instrument", "target"})
"""Roles of those who are somewhere only for a time."""
_ASIDES = frozenset({"relcl", "advcl", "parataxis", "appos"})
_ARMED = frozenset({"attack", "clash", "raid", "killing", "injury", "arrest", "military_operation"})
_EMPTY = frozenset({"responsibility", "credit", "there", "life", "occasion"})
_CLOSING = frozenset(")]")
_NOUNS = frozenset({"NUM", "NOUN", "PROPN", "PRON"})
_SIDED = frozenset({"attack", "clash", "raid", "investigation", "military_operation", "other"})
_AIMING = frozenset({"on", "against", "at", "into", "of"})
_AWAY = _AIMING | {"in", "near"}
_PLACED: dict[tuple[ArgumentRole | None, str], ArgumentRole] = {
    ("person", "to"): "destination",
    ("target", "at"): "place",
}
_MODIFIERS = frozenset({"compound", "poss"})
_SHORT = re.compile(r"(?:[A-Z]\.?){2,4}")


@dataclass(frozen=True, slots=True)
class Part:
    """An argument and the token at its head."""

    argument: Argument
    head: Token


def arguments(trigger: Trigger, ground: Ground, places: Iterable[Token]) -> list[Part]:
    """The arguments in order of the text, each phrase once."""
    kind = lexicon().kinds[trigger.type]
    found: dict[int, Part] = {}
    for name, head in trigger.frame.phrases:
        role = _role(trigger, ground, kind, name, head)
        listed = role == "cause" and head.dep_ == "conj"
        if role is not None and head.i not in found and not listed:
            found[head.i] = _part(ground, role, head)
    for head in places:
        if head.i not in found:
            found[head.i] = _part(ground, "place", head)
    return [found[at] for at in sorted(found)]


def _role(trigger: Trigger, ground: Ground, kind: Kind, name: str, head: Token) -> ArgumentRole | None:
    """The role of a phrase by the table, if its head can play it."""
    if ground.time[head.i] is not None or head.lower_ in _EMPTY:
        return None
    weapon = head.lemma_.lower() in lexicon().classes["Weapon"]
    if trigger.span.start <= head.idx < trigger.span.end:
        downed = any(child.lower_ == "down" for child in trigger.token.children)
        return ("target" if downed else "instrument") if weapon and name == "object" else None
    if name in {"poss", "compound"} and trigger.token.lemma_.lower() in lexicon().words["suffered"]:
        return "target" if ground.entity_of(head) is not None or name == "poss" else None
    if name in {"compound", "adjective"}:
        return _of_modifier(trigger, ground, kind, name, head, weapon=weapon)
    return _played(trigger, ground, _by_table(trigger, ground, kind, name, head), name, head, weapon=weapon)


def _by_table(trigger: Trigger, ground: Ground, kind: Kind, name: str, head: Token) -> ArgumentRole | None:
    """The role that the table gives a phrase, with what else the trigger has."""
    role = kind.roles.get(name)
    if name == "subject":
        return _of_subject(trigger, ground, kind)
    if name == "of" and not trigger.noun and role != "cause":
        return kind.roles.get("from")
    waging = name == "of" and role == "target" and _waging(trigger, ground, head)
    if waging or (name == "poss" and role == kind.roles.get("of") and trigger.frame.heads("of")):
        return kind.roles.get("by")
    if role == "cause" and kind.roles.get("object") == "person" and _is_person(ground, head):
        return "person"
    left = name == "object" and trigger.token.lemma_.lower() in lexicon().words["leaving"]
    return "origin" if left and role == "target" and _is_place(ground, head) else role


def _of_subject(trigger: Trigger, ground: Ground, kind: Kind) -> ArgumentRole | None:
    """The role of a subject: who did it, or whom it befell where that is not said otherwise."""
    made = trigger.frame
    if made.blaming is not None:
        return kind.roles.get("by", kind.roles.get("subject"))
    ruled = made.governor is not None and made.governor.lemma_.lower() in lexicon().words["ruling"]
    if kind.alone is not None and not ruled and not _transitive(trigger, ground):
        return kind.alone
    return "person" if _bereft(trigger, ground, kind) else kind.roles.get("subject")


def _played(
    trigger: Trigger, ground: Ground, role: ArgumentRole | None, name: str, head: Token, *, weapon: bool
) -> ArgumentRole | None:
    """The role that a phrase plays in fact: weapons and vehicles do nothing themselves, places are no targets."""
    classes = lexicon().classes
    lemma = head.lemma_.lower()
    placed = _is_place(ground, head)
    nowhere = role == "place" and not placed and name not in _MODIFIERS
    if nowhere or (role == "cause" and weapon and name == "with"):
        return None
    if role == "instrument":
        return role if weapon or lemma in classes["Tool"] else None
    if name == "poss" and role == "agent" and lemma in lexicon().words["settlements"]:
        return "place"
    if placed and (role, name) in _PLACED:
        return _PLACED[role, name]
    hurled = weapon or (lemma in classes["Tool"] and trigger.token.lemma_.lower() in lexicon().words["hurling"])
    if hurled and role == "target" and any(child.lower_ == "down" for child in trigger.token.children):
        return role
    used = name in {"subject", "object"} or (name == "of" and trigger.noun)
    armed = hurled and role in {"agent", "target"} and used and trigger.type in _ARMED
    ridden = role == "agent" and head.dep_ == "pobj" and lemma in classes["Vehicle"] and not any(head.children)
    if armed or ridden:
        return "instrument"
    named = head.pos_ in _NOUNS or ground.entity_of(head) is not None
    return role if named or (role == "cause" and head.pos_ == "VERB") else None


def _of_modifier(
    trigger: Trigger, ground: Ground, kind: Kind, name: str, head: Token, *, weapon: bool
) -> ArgumentRole | None:
    """The role of a word before an event noun: "bomb attack", "Berlin attack", "Indian strikes", "police raid"."""
    table = lexicon()
    lemma = head.lemma_.lower()
    entity = ground.entity_of(head)
    by = kind.roles.get("by")
    if name == "adjective":
        side = head.i + 1 < len(head.doc) and _is_side(head.nbor(1))
        waged = trigger.token.lemma_.lower() in table.words["waged"]
        return by if (entity is not None or waged) and not side else None
    if weapon or lemma in table.classes["Tool"]:
        return "instrument"
    if lemma in table.classes["Side"] and trigger.type in _SIDED:
        return by
    if entity is None:
        return None
    role = kind.roles.get(name)
    if by == "agent" and trigger.type in _SIDED:
        waged = trigger.token.lemma_.lower() in table.words["waged"]
        aimed = bool(_AIMING.intersection(name for name, _ in trigger.frame.phrases))
        elsewhere = _SHORT.fullmatch(head.text) or any(
            name in _AWAY and ground.entity_of(other) is not None for name, other in trigger.frame.phrases
        )
        if (waged and elsewhere) if entity.type == "place" else (waged or aimed) and entity.type == "organization":
            return by
    return role if role != "place" or entity.type == "place" else None


def _is_person(ground: Ground, token: Token) -> bool:
    entity = ground.entity_of(token)
    return token.lemma_.lower() in lexicon().classes["Person"] or (entity is not None and entity.type == "person")


def _waging(trigger: Trigger, ground: Ground, head: Token) -> bool:
    """Whether what stands behind "of" is whose doing it is: "the raids of the army", "operations of the Reed Front"."""
    entity = ground.entity_of(head)
    waged = trigger.token.lemma_.lower() in lexicon().words["waged"]
    sided = head.lemma_.lower() in lexicon().classes["Side"] or (entity is not None and entity.type == "organization")
    return waged and sided


def _is_side(token: Token) -> bool:
    return token.dep_ == "compound" and token.lemma_.lower() in lexicon().classes["Side"]


def _bereft(trigger: Trigger, ground: Ground, kind: Kind) -> bool:
    """Whether a verb that needs a victim has none but its subject: "Eight killed in blast", "Man jailed two years"."""
    verb = trigger.token
    lacking = not trigger.noun and not _objects(trigger, ground) and verb.dep_ not in {"relcl", "ccomp"}
    return lacking and verb.tag_ in {"VBD", "VBN"} and kind.roles.get("object") == "person" and kind.alone != "person"


def _transitive(trigger: Trigger, ground: Ground) -> bool:
    """Whether the verb has an object other than the words of the trigger."""
    return any(not trigger.span.start <= head.idx < trigger.span.end for head in _objects(trigger, ground))


def _objects(trigger: Trigger, ground: Ground) -> list[Token]:
    return [head for head in trigger.frame.heads("object") if ground.time[head.i] is None]


def _part(ground: Ground, role: ArgumentRole, head: Token) -> Part:
    entity = ground.referent(head)
    span = _phrase(ground, head, role)
    return Part(Argument(role, span.start, span.end, entity.id if entity else None), head)


def _setting(ground: Ground, token: Token, role: ArgumentRole) -> bool:
    """Whether a phrase behind a noun tells when the event was, or where people were: "suspects in Lomar on Monday"."""
    if ground.time[token.i] is not None:
        return token.dep_ in {"npadvmod", "nummod"} and token.head.pos_ in {"NOUN", "PROPN"}
    if token.dep_ != "prep" or token.lower_ not in _SETTINGS | _LASTING:
        return False
    inside = [child for child in token.children if child.dep_ == "pobj"]
    if any(ground.time[each.i] is not None for each in inside):
        return True
    moving = role in _MOVING or token.head.lemma_.lower() in lexicon().classes["Person"]
    return moving and token.lower_ in _SETTINGS and any(_is_place(ground, each) for each in token.subtree)


def _is_place(ground: Ground, token: Token) -> bool:
    entity = ground.entity_of(token)
    return entity is not None and entity.type == "place"


def _hanging(token: Token) -> bool:
    return token.dep_ in {"punct", "cc", "case"} or token.is_space


def _tail(ground: Ground, token: Token, head: Token, role: ArgumentRole) -> bool:
    """Whether words deep in a phrase are no part of it: "the hall in Lomar late Friday", "one of the men to death"."""
    if token.i < head.i or token.head.i > token.i:
        return False
    penal = token.dep_ == "prep" and token.lower_ == "to" and role == "person"
    dates = token.dep_ == "npadvmod" and ground.time[token.i] is not None
    return (
        dates or token.dep_ in {"relcl", "acl"} or (penal and any(child.lower_ in _PENAL for child in token.children))
    )


def _past_bracket(head: Token, first: int) -> int:
    """Where a phrase begins behind the agency of a dateline: "(CNN) Militants"."""
    doc = head.doc
    if doc[first].text != "(":
        return first
    return next((at + 1 for at in range(first, head.i) if doc[at].text == ")"), first)


def _phrase(ground: Ground, head: Token, role: ArgumentRole) -> Span:
    """The noun phrase of a head, without what is joined to it or said of it behind; a cause with what is joined."""
    whole = role == "cause"
    dropped = {each.i for stray in strayed(head) for each in stray.subtree}
    if not whole:
        dropped |= {each.i for far in head.subtree if _tail(ground, far, head, role) for each in far.subtree}
    for child in head.subtree if whole else head.children:
        aside = child.dep_ in _ASIDES if whole else child.dep_ in _LEFT_OUT or _setting(ground, child, role)
        if aside and child.i > head.i:
            dropped.update(each.i for each in child.subtree)
    numbers = [each.i for each in head.subtree if each.i not in dropped]
    first = last = head.i
    inside = set(numbers)
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    if head.lower_ in lexicon().nobody:
        last = max(last, hyphened(head)[-1].i)
    while first and head.dep_ in _JOINED and cut_before(head.doc[first - 1], head):
        first = head.doc[first - 1].left_edge.i
    while _is_side(head) and first and head.doc[first - 1].head.i == head.head.i and head.doc[first - 1].ent_type_:
        first -= 1
    first = _past_bracket(head, first)
    while head.doc[first].dep_ in {"punct", "cc"} and first < head.i:
        first += 1
    while last > head.i and head.doc[last].text not in _CLOSING and _hanging(head.doc[last]):
        last -= 1
    return to_spans(head.doc, range(first, last + 1))[0]
