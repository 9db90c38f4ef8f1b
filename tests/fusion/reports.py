"""Readings of short reports built by hand, for what fuses them. All names are invented."""

from rashomon.ids import make_id, sha256
from rashomon.records import (
    Argument,
    ArgumentRole,
    Count,
    Entity,
    EntityType,
    Event,
    EventType,
    Mention,
    Page,
    Perspective,
    Polarity,
    Published,
    Reading,
    Sentence,
    Status,
    Time,
)
from rashomon.spans import Span


class Report:
    """A page of one sentence a line; `event` finds its parts by their words."""

    def __init__(self, text: str, *, published: str | None = None) -> None:
        self.text = text
        digest = sha256(text.encode())
        self.page = Page(
            make_id("page", digest), digest, None, None, None, (), None, "en", text, Published(published, "given")
        )
        self.events: list[Event] = []
        self.times: list[Time] = []
        self.entities: list[Entity] = []

    def span(self, words: str) -> Span:
        """Where words first stand."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def name(self, type: EntityType, words: str) -> "Report":
        """An entity of that name."""
        own = make_id("entity", self.page.id, type, words)
        self.entities.append(Entity(own, type, words, (), (), (Mention(*self.span(words), "name"),)))
        return self

    def event(
        self,
        type: EventType,
        trigger: str,
        *arguments: tuple[ArgumentRole, str],
        day: str | tuple[str, str] | None = None,
        killed: int | None = None,
        polarity: Polarity = "affirmed",
        status: Status = "actual",
    ) -> "Report":
        """An event of these words; `day` is its date or the first and last that it may have."""
        known = {entity.name: entity.id for entity in self.entities}
        time = None
        if day is not None:
            first, last = (day, day) if isinstance(day, str) else day
            time = make_id("time", self.page.id, trigger)
            self.times.append(Time(time, 0, 0, "DATE", first, None, first, last, True))
        self.events.append(
            Event(
                make_id("event", self.page.id, trigger),
                type,
                self.span(trigger),
                tuple(Argument(role, *self.span(words), known.get(words)) for role, words in arguments),
                time,
                () if killed is None else (Count("killed", float(killed), float(killed), *self.span(trigger)),),
                (Perspective(None, "certain", polarity, status, ()),),
                1.0,
            )
        )
        return self

    def reading(self) -> Reading:
        """All of it."""
        starts = [0, *(at + 1 for at, letter in enumerate(self.text) if letter == "\n")]
        ends = [*(start - 1 for start in starts[1:]), len(self.text)]
        return Reading(
            "test",
            "test",
            "test",
            self.page,
            sentences=tuple(Sentence(start, end) for start, end in zip(starts, ends, strict=True)),
            entities=tuple(self.entities),
            times=tuple(self.times),
            events=tuple(self.events),
        )
