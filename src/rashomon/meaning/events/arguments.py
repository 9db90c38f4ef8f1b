"""Who and what takes part in an event: the phrases of a trigger as arguments with roles, spans and entities.

In: a trigger, the `Ground` and the places that hang on it. Out: `Part`s. Figures and times do not belong here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.meaning.events.ground import Ground
from rashomon.meaning.events.lexicon import Kind, lexicon
from rashomon.meaning.events.triggers import Trigger
from rashomon.meaning.phrases import to_spans
from rashomon.records import Argument, ArgumentRole
from rashomon.spans import Span

_LEFT_OUT = frozenset({"relcl", "acl", "conj", "cc", "appos", "advcl", "parataxis", "punct", "advmod"})
_SETTINGS = frozenset({"in", "on", "at", "near", "outside"})
_ASIDES = frozenset({"relcl", "advcl", "parataxis", "appos"})
_ARMED = frozenset({"attack", "clash", "raid", "killing", "injury", "arrest", "military_operation"})
_EMPTY = frozenset({"responsibility", "credit", "there"})
_CLOSING = frozenset(")]")
_NOUNS = frozenset({"NUM", "NOUN", "PROPN", "PRON"})
_SIDED = frozenset({"attack", "clash", "raid", "investigation", "military_operation", "other"})
_AIMING = frozenset({"on", "against", "at", "into", "of"})
_AWAY = _AIMING | {"in", "near"}
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
        return "instrument" if weapon and name == "object" else None
    if name in {"poss", "compound"} and trigger.token.lemma_.lower() in lexicon().words["suffered"]:
        return "target" if ground.entity_of(head) is not None or name == "poss" else None
    if name in {"compound", "adjective"}:
        return _of_modifier(trigger, ground, kind, name, head, weapon=weapon)
    return _played(trigger, ground, _by_table(trigger, ground, kind, name), name, head, weapon=weapon)


def _by_table(trigger: Trigger, ground: Ground, kind: Kind, name: str) -> ArgumentRole | None:
    """The role that the table gives a phrase, with what else the trigger has."""
    role = kind.roles.get(name)
    if name == "subject" and kind.alone is not None and not _transitive(trigger, ground):
        return kind.alone
    if name == "subject" and _bereft(trigger, ground, kind):
        return "person"
    if name == "poss" and role == kind.roles.get("of") and trigger.frame.heads("of"):
        return kind.roles.get("by")
    return role


def _played(
    trigger: Trigger, ground: Ground, role: ArgumentRole | None, name: str, head: Token, *, weapon: bool
) -> ArgumentRole | None:
    """The role that a phrase plays in fact: weapons and vehicles do nothing themselves, places are no targets."""
    classes = lexicon().classes
    lemma = head.lemma_.lower()
    placed = _is_place(ground, head)
    if role == "instrument":
        return role if weapon or lemma in classes["Tool"] else None
    if role == "person" and name == "to" and placed:
        return "destination"
    if role == "target" and name == "at" and placed:
        return "place"
    armed = weapon and role in {"agent", "target"} and name in {"subject", "object"} and trigger.type in _ARMED
    ridden = role == "agent" and head.dep_ == "pobj" and lemma in classes["Vehicle"] and not any(head.children)
    if armed or ridden:
        return "instrument"
    return role if head.pos_ in _NOUNS or (role == "cause" and head.pos_ == "VERB") else None


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
        return by if entity is not None and not side else None
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
    if token.dep_ != "prep" or token.lower_ not in _SETTINGS:
        return False
    inside = [child for child in token.children if child.dep_ == "pobj"]
    located = role in {"agent", "person"}
    return any(ground.time[each.i] is not None or (located and _is_place(ground, each)) for each in inside)


def _is_place(ground: Ground, token: Token) -> bool:
    entity = ground.entity_of(token)
    return entity is not None and entity.type == "place"


def _hanging(token: Token) -> bool:
    return token.dep_ in {"punct", "cc", "case"} or token.is_space


def _phrase(ground: Ground, head: Token, role: ArgumentRole) -> Span:
    """The noun phrase of a head, without what is joined to it or said of it behind; a cause with what is joined."""
    whole = role == "cause"
    dropped: set[int] = set()
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
    while _is_side(head) and first and head.doc[first - 1].head.i == head.head.i and head.doc[first - 1].ent_type_:
        first -= 1
    while head.doc[first].dep_ in {"punct", "cc"} and first < head.i:
        first += 1
    while last > head.i and head.doc[last].text not in _CLOSING and _hanging(head.doc[last]):
        last -= 1
    return to_spans(head.doc, range(first, last + 1))[0]
