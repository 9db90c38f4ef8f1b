"""What an answer over many pages is made from: parts of readings, what each record is joined to, what people judged.

In: readings (whole, or the parts that a question needs), groups and judgements. Out: the pieces that every such answer
shows: the page, the sentence behind a line, who says so. Which question is asked does not belong here.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from rashomon.graph import Group, Item, ItemKind, Judgement, RecordKind
from rashomon.records import Certainty, Entity, Event, Perspective, Polarity, Reading, Status, Tie, Time
from rashomon.spans import Span, Spans, cut
from rashomon.views.evidence import ClaimView, carrier, claims, sentences_at


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page in a list: what it is called, who published it and when."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    url: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The sentences behind a line: `text` begins at `start` of the page's text; `marks` are spans of the page."""

    page: str
    start: int
    text: str
    marks: Spans


@dataclass(frozen=True, slots=True)
class Telling:
    """Who holds something to be so, or denies it, and how.

    `label`: the innermost source. `chain`: all voices from the publisher to it. `claim`: the claim's id, None where the
    publisher speaks; `number`: the claim's number on its page. `doubt`: hedge and denial in the page's words, of those
    through whom it came too; never dropped.
    """

    label: str
    chain: tuple[str, ...]
    page: str
    claim: str | None
    number: int | None
    certainty: Certainty
    polarity: Polarity
    status: Status
    doubt: tuple[str, ...]
    evidence: Spans

    @property
    def denied(self) -> bool:
        """Whether it denies rather than affirms."""
        return self.polarity == "denied"

    @property
    def plain(self) -> bool:
        """Whether it says so without hedge, denial or plan; that something goes on is none of these."""
        return {*self.doubt} <= {"ongoing"}


Look = Literal["reported", "hedged", "planned", "denied"]
"""How something is told of, taken together."""
LOOK_WORDS: Mapping[Look, str] = {
    "reported": "",
    "hedged": "hedged by all who tell of it",
    "planned": "planned or not certain to come",
    "denied": "denied by all who speak of it",
}
"""The same in words, which stand beside what nobody says plainly."""


class _WithTellings(Protocol):
    @property
    def tellings(self) -> Collection[Telling]: ...


class Told:
    """What is told of an event or tie, taken together; who inherits this has the `tellings`."""

    __slots__ = ()

    @property
    def denied(self: _WithTellings) -> bool:
        """Whether all who speak of it deny it; not where nobody does."""
        return look_of(self.tellings) == "denied"

    @property
    def doubted(self: _WithTellings) -> bool:
        """Whether nobody says it plainly: all who speak of it hedge, plan or deny it."""
        return look_of(self.tellings) != "reported"

    @property
    def look(self: _WithTellings) -> Look:
        """Denied where all deny it, planned where nobody says that it happened, hedged where nobody says it plainly."""
        return look_of(self.tellings)


def look_of(tellings: Collection[Telling]) -> Look:
    """How something is told of by these, taken together; see `Told`."""
    if not tellings or any(telling.plain for telling in tellings):
        return "reported"
    if all(telling.denied for telling in tellings):
        return "denied"
    return "planned" if all(telling.status in ("planned", "hypothetical") for telling in tellings) else "hedged"


@dataclass(frozen=True, slots=True)
class JudgementView:
    """A judgement as it stands beside a record: a correction says what it replaced."""

    id: str
    decision: str
    field: str | None
    value: Any
    was: Any
    by: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """A claim, tie, event or entity needs its page: one reading with its records by id."""

    reading: Reading
    ref: PageRef
    entities: Mapping[str, Entity]
    claims: Mapping[str, ClaimView]
    events: Mapping[str, Event]
    ties: Mapping[str, Tie]
    times: Mapping[str, Time]

    def chain(self, claim: ClaimView | None) -> tuple[str, ...]:
        """Through whom words of the page come: all voices of a claim, else the publisher alone."""
        return claim.chain if claim else (carrier(self.reading),)


class Material:
    """All that one answer is made from."""

    def __init__(
        self, readings: Iterable[Reading], groups: Mapping[Item, Group], judgements: Iterable[Judgement] = ()
    ) -> None:
        self.pages: dict[str, Page] = {reading.page.id: _page(reading) for reading in readings}
        self._groups = groups
        self._judgements: dict[tuple[RecordKind, str, str], list[JudgementView]] = {}
        for judgement in judgements:
            for item in filter(None, (judgement.left, judgement.right)):
                self._judgements.setdefault((item.kind, item.page, item.record), []).append(_judgement(judgement))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings that it holds."""
        return tuple(page.reading for page in self.pages.values())

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups that it knows, each once."""
        return tuple(dict.fromkeys(self._groups.values()))

    def group(self, kind: ItemKind, page: str, record: str | None) -> Group | None:
        """What a record of a page is joined to; None where it is in no group."""
        return self._groups.get(Item(kind, page, record)) if record else None

    def rejected(self, kind: RecordKind, page: str, record: str) -> bool:
        """Whether a person rejected a record."""
        return any(each.decision == "reject" for each in self.judgements(kind, page, record))

    def judgements(self, kind: RecordKind, page: str, record: str) -> tuple[JudgementView, ...]:
        """What people judged of a record."""
        return tuple(self._judgements.get((kind, page, record), ()))

    def excerpt(self, page: str, spans: Iterable[Span]) -> Excerpt:
        """The sentence of a page that holds the first of these spans, with those beside it that hold the others."""
        given, reading = list(spans), self.pages[page].reading
        where = sentences_at(reading, given[0] if given else Span(0, 0))
        marks, beside = sorted(set(given)), list[Span]()
        for more in sorted({where, *(sentences_at(reading, mark) for mark in marks)}):
            if not beside or reading.page.text[beside[-1].end : more.start].strip():
                beside.append(more)
            else:
                beside[-1] = Span(beside[-1].start, max(beside[-1].end, more.end))
        where = next(each for each in beside if each.contains(where))
        return Excerpt(page, where.start, where.cut(reading.page.text), tuple(m for m in marks if where.contains(m)))

    def naming(self, page: str, *words: str) -> Excerpt | None:
        """The first sentence of a page with the first of these words that it has; None where it has none of them."""
        text = self.pages[page].reading.page.text
        at = next(((start, each) for each in words if (start := text.find(each)) >= 0), None)
        return self.excerpt(page, [Span(at[0], at[0] + len(at[1]))]) if at else None

    def telling(self, page: str, seen: Perspective, stated: Spans) -> Telling:
        """Who holds an event or tie of a page to be so; `stated` are the words that state the thing itself."""
        held = self.pages[page]
        claim = held.claims.get(seen.claim or "")
        chain = held.chain(claim)
        return Telling(
            label=chain[-1],
            chain=chain,
            page=page,
            claim=claim.id if claim else None,
            number=claim.number if claim else None,
            certainty=seen.certainty,
            polarity=seen.polarity,
            status=seen.status,
            doubt=_doubt(held.reading.page.text, seen, stated, claim),
            evidence=seen.evidence,
        )


def _doubt(text: str, seen: Perspective, stated: Spans, claim: ClaimView | None) -> tuple[str, ...]:
    """What must stand beside a perspective: denial, the words that hedge, a status that is not actual.

    What is told in a claim that is denied, or that stands in a denied one, is not affirmed by who tells it.
    """
    found = ["denied"] if seen.polarity == "denied" else []
    if seen.certainty not in {"certain", "unknown"}:
        hedges = [span.cut(text) for span in seen.evidence if span not in stated]
        if claim and claim.hedge and (not hedges or claim.certainty == seen.certainty):
            hedges = [claim.hedge]
        words = f"hedged: “{' … '.join(hedges)}” ({seen.certainty})" if hedges else seen.certainty
        found.append(" ".join(words.split()))
    if seen.status != "actual":
        found.append(seen.status)
    if claim is not None:
        found += ["in what is denied"] if claim.denied and seen.polarity != "denied" else []
        found += claim.passed_on
    return tuple(dict.fromkeys(found))


def page_ref(reading: Reading) -> PageRef:
    """How a page is shown in a list: by its title, else by what was asked for."""
    page = reading.page
    return PageRef(page.id, page.title or reading.input, page.publisher, page.published.value, page.url, page.agency)


def words(reading: Reading, spans: Spans) -> str:
    """The words of spans on one line."""
    return " ".join(cut(reading.page.text, spans).split())


def _page(reading: Reading) -> Page:
    return Page(
        reading=reading,
        ref=page_ref(reading),
        entities={entity.id: entity for entity in reading.entities},
        claims={claim.id: claim for claim in claims(reading)},
        events={event.id: event for event in reading.events},
        ties={tie.id: tie for tie in reading.ties},
        times={time.id: time for time in reading.times},
    )


def _judgement(judgement: Judgement) -> JudgementView:
    return JudgementView(
        judgement.id, judgement.decision, judgement.field, judgement.value, judgement.was, judgement.by, judgement.at,
        judgement.reason,
    )  # fmt: skip
