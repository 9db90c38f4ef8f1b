"""Readings of invented pages that tell of one event, built by hand from the words of their texts."""

from dataclasses import dataclass, field

from rashomon.ids import make_id, sha256
from rashomon.records import (
    Argument,
    ArgumentRole,
    Block,
    Certainty,
    Claim,
    Count,
    CountKind,
    Entity,
    EntityType,
    Event,
    EventType,
    Form,
    Mention,
    Page,
    Perspective,
    Polarity,
    Predicate,
    Published,
    Reading,
    Sentence,
    SourceKind,
    Stance,
    Status,
    Tie,
    Time,
)
from rashomon.spans import Span


@dataclass(frozen=True)
class Voice:
    """Who says it on the page: words of source and content; `within` is the number of the claim that holds this one."""

    source: str
    content: str
    kind: SourceKind = "person"
    name: str | None = None
    certainty: Certainty = "certain"
    polarity: Polarity = "affirmed"
    stance: Stance = "says"
    hedge: str | None = None
    within: int | None = None


OWN = Voice("", "", "self")


@dataclass(frozen=True)
class Tale:
    """A page and what it says of the event. Figures: kind, words, low, high. Parts: role, words, entity name.

    `described`: entities that the page does not name.
    """

    publisher: str | None
    text: str
    trigger: str
    voices: tuple[Voice, ...] = (OWN,)
    figures: tuple[tuple[CountKind, str, float | None, float | None], ...] = ()
    parts: tuple[tuple[ArgumentRole, str, str | None], ...] = ()
    day: tuple[str, str, str] | None = None
    names: tuple[tuple[str, EntityType], ...] = ()
    described: tuple[tuple[str, EntityType], ...] = ()
    ties: tuple[tuple[str, Predicate, str], ...] = ()
    published: str | None = None
    agency: str | None = None
    type: EventType = "killing"
    status: Status = "actual"
    extra: str = field(default="", repr=False)

    def reading(self) -> Reading:
        """The page as if it had been read."""
        page = self._page()
        entities = {name: self._entity(page, name, kind) for name, kind in self.names}
        entities |= {words: self._entity(page, words, kind, "nominal") for words, kind in self.described}
        claims: list[Claim] = []
        for number, voice in enumerate(self.voices):
            if voice.content:
                claims.append(self._claim(page, number, voice, claims, entities))
        events = (self._event(page, entities),) if self.trigger else ()
        return Reading(
            rashomon="0.1.0",
            model="none",
            input=self.publisher or "page",
            page=page,
            blocks=(Block(make_id("block", page.id), "body", 0, len(self.text)),),
            sentences=self._sentences(),
            entities=tuple(entities.values()),
            times=self._times(page),
            claims=tuple(claims),
            events=events,
            ties=tuple(self._tie(page, tie, entities) for tie in self.ties),
        )

    def mention(self) -> tuple[Reading, Event]:
        """The page with its one event."""
        reading = self.reading()
        return reading, reading.events[0]

    def span(self, words: str) -> Span:
        """Where words stand in the text."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def _page(self) -> Page:
        digest = sha256(repr((self.text, self.publisher, self.published, self.extra)).encode())
        return Page(
            id=make_id("page", digest),
            sha256=digest,
            url=None,
            title=None,
            publisher=self.publisher,
            authors=(),
            agency=self.agency,
            language="en",
            text=self.text,
            published=Published(self.published, "given") if self.published else Published(),
        )

    def _sentences(self) -> tuple[Sentence, ...]:
        ends = [place + 1 for place, letter in enumerate(self.text) if letter == "."]
        starts = [0, *(end + 1 for end in ends[:-1])]
        return tuple(Sentence(start, end) for start, end in zip(starts, ends, strict=True))

    def _entity(self, page: Page, name: str, type: EntityType, form: Form = "name") -> Entity:
        mentions = (Mention(*self.span(name), form),) if name in self.text else ()
        return Entity(make_id("entity", page.id, name), type, name, (), (), mentions)

    def _claim(self, page: Page, number: int, voice: Voice, before: list[Claim], entities: dict[str, Entity]) -> Claim:
        named = entities.get(voice.name or "")
        return Claim(
            id=make_id("claim", page.id, number),
            source=(self.span(voice.source),) if voice.source else (),
            cue=(),
            content=(self.span(voice.content),),
            hedge=(self.span(voice.hedge),) if voice.hedge else (),
            source_entity=named.id if named else None,
            source_kind=voice.kind,
            stance=voice.stance,
            mode="indirect",
            certainty=voice.certainty,
            polarity=voice.polarity,
            parent=before[voice.within].id if voice.within is not None else None,
            about=tuple(entity.id for name, entity in entities.items() if name in voice.content),
            score=1.0,
        )

    def _times(self, page: Page) -> tuple[Time, ...]:
        if self.day is None:
            return ()
        words, earliest, latest = self.day
        value = earliest if earliest == latest else None
        return (Time(make_id("time", page.id), *self.span(words), "DATE", value, None, earliest, latest, True),)

    def _perspective(self, page: Page, number: int) -> Perspective:
        voice = self.voices[number]
        claim = make_id("claim", page.id, number) if voice.content else None
        return Perspective(claim, voice.certainty, voice.polarity, self.status, (self.span(self.trigger),))

    def _event(self, page: Page, entities: dict[str, Entity]) -> Event:
        return Event(
            id=make_id("event", page.id),
            type=self.type,
            trigger=self.span(self.trigger),
            arguments=tuple(
                Argument(role, *self.span(words), entities[name].id if name else None)
                for role, words, name in self.parts
            ),
            time=make_id("time", page.id) if self.day else None,
            counts=tuple(Count(kind, low, high, *self.span(words)) for kind, words, low, high in self.figures),
            perspectives=tuple(self._perspective(page, number) for number in range(len(self.voices))),
            score=1.0,
        )

    def _tie(self, page: Page, tie: tuple[str, Predicate, str], entities: dict[str, Entity]) -> Tie:
        subject, predicate, object_ = tie
        ends = entities[subject].id, entities[object_].id
        return Tie(
            id=make_id("tie", page.id, *tie),
            subject=ends[0],
            predicate=predicate,
            object=ends[1],
            status="current",
            time=None,
            evidence=(),
            perspectives=tuple(self._stated(page, number) for number in range(len(self.voices))),
            score=1.0,
        )

    def _stated(self, page: Page, number: int) -> Perspective:
        voice = self.voices[number]
        claim = make_id("claim", page.id, number) if voice.content else None
        return Perspective(claim, voice.certainty, voice.polarity, "actual", (self.span(voice.content or self.text),))


def by_name(*readings: Reading) -> dict[tuple[str, str], str]:
    """Every entity in the group of its name."""
    return {(reading.page.id, each.id): f"group of {each.name}" for reading in readings for each in reading.entities}
