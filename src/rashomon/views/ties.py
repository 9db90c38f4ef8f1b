"""Ties of one page as sentences, each with the words that state it, its status, and who says so with what doubt.

In: a page of `Material`. Out: `Bond` records in the order of the text. How they are printed does not belong here.
"""

from dataclasses import dataclass

from rashomon.records import Predicate, Tie, TieStatus
from rashomon.views.material import Material, Page, Telling, Told

_PHRASES: dict[Predicate, tuple[str, str]] = {
    "parent": ("is a parent of", "was a parent of"),
    "child": ("is a child of", "was a child of"),
    "sibling": ("is a sibling of", "was a sibling of"),
    "spouse": ("is married to", "was married to"),
    "relative": ("is a relative of", "was a relative of"),
    "founded": ("founded", "founded"),
    "leads": ("leads", "led"),
    "member_of": ("is a member of", "was a member of"),
    "employed_by": ("works for", "worked for"),
    "holds_post": ("holds a post of", "held a post of"),
    "owns": ("owns", "owned"),
    "controls": ("controls", "controlled"),
    "part_of": ("is part of", "was part of"),
    "front_of": ("is a front of", "was a front of"),
    "publishes": ("publishes", "published"),
    "funds": ("funds", "funded"),
    "supports": ("supports", "supported"),
    "opposes": ("opposes", "opposed"),
    "linked_to": ("is linked to", "was linked to"),
    "based_in": ("is based in", "was based in"),
    "alias_of": ("is another name of", "was another name of"),
}
"""A predicate in words, for what holds (or is alleged) and for what held."""


@dataclass(frozen=True, slots=True)
class Bond(Told):
    """One tie in words."""

    id: str
    subject: str
    phrase: str
    object: str
    ends: tuple[str, str]
    """The ids of subject and object."""
    status: TieStatus
    words: tuple[str, ...]
    """The words of the page that state it, each once."""
    when: str
    tellings: tuple[Telling, ...]
    start: int
    """Where the first of the words stands."""

    @property
    def sentence(self) -> str:
        """Subject, predicate and object; `not:` goes before what nobody affirms."""
        return f"{'not: ' if self.denied else ''}{self.subject} {self.phrase} {self.object}"


def bonds(page: str, material: Material) -> tuple[Bond, ...]:
    """Every tie of a page, in the order of the text; one whose ends the page does not have is left out."""
    held = material.pages[page]
    known = (tie for tie in held.ties.values() if tie.subject in held.entities and tie.object in held.entities)
    return tuple(sorted((bond(tie, held, material) for tie in known), key=lambda bond: (bond.start, bond.id)))


def phrase(predicate: Predicate, status: TieStatus) -> str:
    """A predicate in words: "leads", or "led" where it is over."""
    return _PHRASES[predicate][status == "former"]


def bond(tie: Tie, held: Page, material: Material) -> Bond:
    """One tie of a page in words; an end that the page does not have is called "?"."""
    text, time = held.reading.page.text, held.times.get(tie.time or "")
    subject, other = (held.entities[end].name if end in held.entities else "?" for end in (tie.subject, tie.object))
    return Bond(
        id=tie.id,
        subject=subject,
        phrase=phrase(tie.predicate, tie.status),
        object=other,
        ends=(tie.subject, tie.object),
        status=tie.status,
        words=tuple(dict.fromkeys(" ".join(span.cut(text).split()) for span in tie.evidence)),
        when=(time.value or " ".join(text[time.start : time.end].split())) if time else "",
        tellings=tuple(material.telling(held.ref.id, seen, tie.evidence) for seen in tie.perspectives),
        start=min((span.start for span in tie.evidence), default=0),
    )
