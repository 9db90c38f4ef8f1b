"""Who and what takes part in an event: the phrases of a trigger as arguments with roles, spans and entities.

In: a trigger, the `Ground` and the places that hang on it. Out: `Part`s. Figures and times do not belong here.
"""

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
_LOCATED = frozenset({"attack", "clash", "raid", "killing", "arrest", "military_operation"})
_NUMBERS = frozenset({"NUM", "NOUN", "PROPN", "PRON"})


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
        if role is not None and head.i not in found:
            found[head.i] = _part(ground, role, head)
    for head in places:
        if head.i not in found:
            found[head.i] = _part(ground, "place", head)
    return [found[at] for at in sorted(found)]


def _role(trigger: Trigger, ground: Ground, kind: Kind, name: str, head: Token) -> ArgumentRole | None:
    role = kind.roles.get(name)
    if name == "subject" and kind.alone is not None and not _transitive(trigger):
        role = kind.alone
    if ground.time[head.i] is not None or head.lower_ == "responsibility":
        return None
    weapon = head.lemma_.lower() in lexicon().classes["Weapon"]
    if trigger.span.start <= head.idx < trigger.span.end:
        return "instrument" if weapon and name == "object" else None
    if weapon and role in {"agent", "target"} and name in {"subject", "object", "compound"} and head.pos_ == "NOUN":
        return "instrument" if trigger.type in _LOCATED or trigger.type == "injury" else role
    if name == "compound":
        if weapon:
            return "instrument"
        entity = ground.entity_of(head)
        return role if entity is not None and (role != "place" or entity.type == "place") else None
    if name == "adjective":
        return kind.roles.get("by") if ground.entity_of(head) is not None else None
    if role is None or head.pos_ not in _NUMBERS:
        return "cause" if role == "cause" and head.pos_ == "VERB" else None
    return role


def _transitive(trigger: Trigger) -> bool:
    """Whether the verb has an object other than the words of the trigger."""
    objects = trigger.frame.heads("object")
    return any(not trigger.span.start <= head.idx < trigger.span.end for head in objects)


def _part(ground: Ground, role: ArgumentRole, head: Token) -> Part:
    entity = ground.referent(head)
    span = _phrase(head)
    return Part(Argument(role, span.start, span.end, entity.id if entity else None), head)


def _phrase(head: Token) -> Span:
    """The noun phrase of a head, without what is joined to it or said of it behind."""
    dropped: set[int] = set()
    for child in head.children:
        if child.dep_ in _LEFT_OUT and child.i > head.i:
            dropped.update(each.i for each in child.subtree)
    numbers = [each.i for each in head.subtree if each.i not in dropped]
    first = last = head.i
    inside = set(numbers)
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while head.doc[first].dep_ in {"punct", "cc"} and first < head.i:
        first += 1
    while (head.doc[last].dep_ in {"punct", "cc", "case"} or head.doc[last].is_space) and last > head.i:
        last -= 1
    return to_spans(head.doc, range(first, last + 1))[0]
