"""Ties as sentences, each with the words that state it, its status, and who says so with what doubt.

In: a `Reading`. Out: `Bond` records in the order of the text. How they are printed does not belong here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.records import Perspective, Predicate, Reading, Tie, TieStatus
from rashomon.spans import Spans
from rashomon.views.evidence import Account, accounts
from rashomon.views.material import doubt

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
class Teller:
    """One who holds the tie to be so, or denies it: a source, or the publisher where `claim` is None."""

    label: str
    claim: int | None
    """The claim's number on the page."""
    denied: bool
    doubt: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """One tie in words."""

    id: str
    subject: str
    phrase: str
    object: str
    status: TieStatus
    words: tuple[str, ...]
    """The words of the page that state it, each once."""
    when: str
    tellers: tuple[Teller, ...]
    start: int
    """Where the first of the words stands."""

    @property
    def denied(self) -> bool:
        """Whether all who speak of it deny it."""
        return bool(self.tellers) and all(teller.denied for teller in self.tellers)

    @property
    def sentence(self) -> str:
        """Subject, predicate and object; `not:` goes before what nobody affirms."""
        return f"{'not: ' if self.denied else ''}{self.subject} {self.phrase} {self.object}"


def bonds(reading: Reading) -> tuple[Bond, ...]:
    """Every tie of a reading, in the order of the text; one whose ends the reading does not have is left out."""
    names = {entity.id: entity.name for entity in reading.entities}
    told = {account.id: account for account in accounts(reading)}
    known = (tie for tie in reading.ties if tie.subject in names and tie.object in names)
    return tuple(sorted((_bond(reading, tie, names, told) for tie in known), key=lambda bond: (bond.start, bond.id)))


def phrase(predicate: Predicate, status: TieStatus) -> str:
    """A predicate in words: "leads", or "led" where it is over."""
    return _PHRASES[predicate][status == "former"]


def _bond(reading: Reading, tie: Tie, names: Mapping[str, str], told: Mapping[str, Account]) -> Bond:
    text = reading.page.text
    time = next((each for each in reading.times if each.id == tie.time), None)
    return Bond(
        id=tie.id,
        subject=names[tie.subject],
        phrase=phrase(tie.predicate, tie.status),
        object=names[tie.object],
        status=tie.status,
        words=tuple(dict.fromkeys(" ".join(span.cut(text).split()) for span in tie.evidence)),
        when=(time.value or " ".join(text[time.start : time.end].split())) if time else "",
        tellers=tuple(teller(reading, seen, tie.evidence, told) for seen in tie.perspectives),
        start=min((span.start for span in tie.evidence), default=0),
    )


def teller(reading: Reading, seen: Perspective, stated: Spans, told: Mapping[str, Account]) -> Teller:
    """Who holds an event or tie to be so; `stated` are the words that state the thing itself, `told` claims by id."""
    account = told.get(seen.claim or "")
    label = account.source if account else reading.page.publisher or "the page"
    number = account.number if account else None
    return Teller(label, number, seen.polarity == "denied", doubt(reading.page.text, seen, stated, account))
