"""One page as a sheet: its text in passages, and beside each the claims, events and ties that stand on its words.

In: a `Reading`, and the spans that were asked for. Out: one `Sheet`. Every event and tie carries who says so, with what
doubt. How a sheet looks does not belong here.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.records import Argument, ArgumentRole, Count, Event, EventType, Reading, Tie
from rashomon.spans import Span
from rashomon.views.dossier import Dossier, dossier
from rashomon.views.evidence import Account, accounts
from rashomon.views.passages import Mark, Passage, passages
from rashomon.views.ties import Bond, Teller, bonds, teller


@dataclass(frozen=True, slots=True)
class Part:
    """What takes part in an event, in the words of the page; `entity` is an id, or None."""

    role: ArgumentRole
    words: str
    entity: str | None


@dataclass(frozen=True, slots=True)
class Happening:
    """One event in words, as this page tells it."""

    id: str
    type: EventType
    trigger: Span
    words: str
    parts: tuple[Part, ...]
    counts: tuple[str, ...]
    when: str
    """The words that say when, empty where none do; `value`: their TIMEX3 value."""
    value: str | None
    tellers: tuple[Teller, ...]
    score: float

    @property
    def denied(self) -> bool:
        """Whether all who speak of it deny it."""
        return bool(self.tellers) and all(teller.denied for teller in self.tellers)

    @property
    def planned(self) -> bool:
        """Whether nobody says that it has happened."""
        return bool(self.tellers) and all({"planned", "hypothetical"} & {*teller.doubt} for teller in self.tellers)


@dataclass(frozen=True, slots=True)
class Held:
    """A tie of the page, with the ids of its ends and how sure the reader is that the text says so."""

    bond: Bond
    subject: str
    object: str
    score: float


@dataclass(frozen=True, slots=True)
class Leaf:
    """One passage and what stands beside it."""

    passage: Passage
    happenings: tuple[Happening, ...]
    ties: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, to be read."""

    dossier: Dossier
    leaves: tuple[Leaf, ...]
    scores: Mapping[str, float]
    """How sure the reader is of each claim, by id: never a measure of truth."""


def sheet(reading: Reading, *, here: Iterable[Span] = ()) -> Sheet:
    """The sheet of one page; what is `here` is marked in the text."""
    told = {account.id: account for account in accounts(reading)}
    happenings = [happening(reading, event, told) for event in reading.events]
    ties = list(_held(reading))
    text = passages(reading, extra=[*_marks(reading), *(Mark("here", *span) for span in here)])
    starts = [block.start for block in reading.blocks]
    beside: list[tuple[list[Happening], list[Held]]] = [([], []) for _ in starts]
    for each in happenings:
        beside[max(bisect_right(starts, each.trigger.start) - 1, 0)][0].append(each)
    for tie in ties:
        beside[max(bisect_right(starts, tie.bond.start) - 1, 0)][1].append(tie)
    return Sheet(
        dossier=dossier(reading),
        leaves=tuple(Leaf(passage, tuple(a), tuple(b)) for passage, (a, b) in zip(text, beside, strict=True)),
        scores={claim.id: claim.score for claim in reading.claims},
    )


def happening(reading: Reading, event: Event, told: Mapping[str, Account]) -> Happening:
    """One event of the page in words; `told` are the page's claims by id."""
    text = reading.page.text
    time = next((each for each in reading.times if each.id == event.time), None)
    return Happening(
        id=event.id,
        type=event.type,
        trigger=event.trigger,
        words=_line(event.trigger.cut(text)),
        parts=tuple(_part(text, argument) for argument in event.arguments),
        counts=tuple(_count(text, count) for count in event.counts),
        when=_line(text[time.start : time.end]) if time else "",
        value=time.value if time else None,
        tellers=tuple(teller(reading, seen, (event.trigger,), told) for seen in event.perspectives),
        score=event.score,
    )


def _part(text: str, argument: Argument) -> Part:
    return Part(argument.role, _line(text[argument.start : argument.end]), argument.entity)


def _count(text: str, count: Count) -> str:
    return f"{_line(text[count.start : count.end])} {count.kind}"


def _held(reading: Reading) -> Iterator[Held]:
    known: dict[str, Tie] = {tie.id: tie for tie in reading.ties}
    for bond in bonds(reading):
        tie = known[bond.id]
        yield Held(bond, tie.subject, tie.object, tie.score)


def _marks(reading: Reading) -> Iterable[Mark]:
    for event in reading.events:
        yield Mark("trigger", *event.trigger, record=event.id)
    for tie in reading.ties:
        for span in tie.evidence:
            yield Mark("tie", *span, record=tie.id)


def _line(words: str) -> str:
    return " ".join(words.split())
