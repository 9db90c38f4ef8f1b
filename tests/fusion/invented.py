"""Readings of invented pages, as far as fusion looks at them."""

from rashomon.records import Argument, Entity, Event, Mention, Page, Perspective, Published, Reading, Tie, Time
from rashomon.spans import Span


def perspective(certainty="certain", polarity="affirmed", status="actual"):
    return Perspective(None, certainty, polarity, status, ())


class Story:
    """A page's text with entities found in it by their words, and what is said of them."""

    def __init__(self, text, page="page-1", published="2031-07-18"):
        self.text, self.page, self.published = text, page, published
        self.entities, self.ties, self.times, self.events = [], [], [], []

    def entity(self, name, type="person", aliases=(), descriptions=(), form="name"):
        at = self.text.find(name)
        mention = Mention(max(at, 0), max(at, 0) + len(name), form)
        self.entities.append(Entity(f"e-{name}", type, name, tuple(aliases), tuple(descriptions), (mention,)))
        return self

    def tie(self, subject, predicate, object, words, view=None, status="current"):
        at = self.text.index(words)
        span = Span(at, at + len(words))
        views = (view or perspective(),)
        self.ties.append(Tie("t", f"e-{subject}", predicate, f"e-{object}", status, None, (span,), views, 0.9))
        return self

    def death(self, name, day, view=None):
        self.times.append(Time("time-1", 0, 1, "DATE", day, None, day, day, True))
        argument = Argument("person", 0, 1, f"e-{name}")
        views = (view or perspective(),)
        self.events.append(Event("ev", "death", Span(0, 1), (argument,), "time-1", (), views, 0.9))
        return self

    def reading(self):
        page = Page(
            self.page, "0" * 64, None, None, None, (), None, "en", self.text, Published(self.published, "given")
        )
        return Reading(
            "0", "m", "in", page, entities=tuple(self.entities), times=tuple(self.times), events=tuple(self.events),
            ties=tuple(self.ties),
        )  # fmt: skip
