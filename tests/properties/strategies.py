"""Hypothesis strategies for whole readings: any text, spans within it, references that lead somewhere, unique ids.

`readings()` builds arbitrary valid ones; `texts()` any text that a record may hold, NUL and lone surrogates included.
"""

import re
from typing import get_args

from hypothesis import strategies as st

from rashomon import records as r
from rashomon.ids import make_id, sha256
from rashomon.spans import Span

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_AWKWARD = "\0\ud83d\udc80\U00100000\U0010d83d\U0010fffd\n\r\u2028\"'\\%_\N{PILE OF POO}é…"
_DATES = st.dates().map(str)
_CONFIDENCE = st.floats(0, 1)


def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Any text but one with the halves of a surrogate pair side by side, which is no text."""
    letters = st.characters(exclude_categories=()) | st.sampled_from(_AWKWARD)
    return st.text(letters, max_size=max_size).filter(lambda text: not _PAIR.search(text))


def one_of(literal) -> st.SearchStrategy:
    """One value of a closed list of `records`."""
    return st.sampled_from(get_args(literal))


def spans_in(text: str) -> st.SearchStrategy[Span]:
    """A span of the text; may be empty."""
    place = st.integers(0, len(text))
    return st.tuples(place, place).map(lambda ends: Span(*sorted(ends)))


def some(strategy, max_size: int = 3) -> st.SearchStrategy[tuple]:
    """A few of these, as a tuple."""
    return st.lists(strategy, max_size=max_size).map(tuple)


@st.composite
def readings(draw, page: st.SearchStrategy[r.Page] | None = None) -> r.Reading:
    """A valid reading of an arbitrary page (or of one from `page`)."""
    made = draw(page or pages())
    parts = _Parts(draw, made)
    entities = parts.entities()
    times = parts.times()
    claims = parts.claims(entities)
    return r.Reading(
        rashomon=draw(st.sampled_from(["0.1.0", "0.2.0"])),
        model=draw(st.sampled_from(["en_core_web_sm-3.8.0", "en_core_web_md-3.8.0"])),
        input=draw(texts()),
        page=made,
        blocks=parts.blocks(),
        sentences=draw(some(spans_in(made.text).map(lambda span: r.Sentence(*span)))),
        entities=entities,
        times=times,
        claims=claims,
        events=parts.events(entities, times, claims),
        ties=parts.ties(entities, times, claims),
        disputes=parts.disputes(claims),
    )


@st.composite
def pages(draw) -> r.Page:
    """An arbitrary page."""
    text = draw(texts(60))
    digest = sha256(text.encode("utf-8", "surrogatepass"))
    published = r.Published() if draw(st.booleans()) else r.Published(draw(_DATES), draw(one_of(r.Basis)))
    return r.Page(
        id=make_id("page", digest),
        sha256=digest,
        url=draw(st.none() | texts()),
        title=draw(st.none() | texts()),
        publisher=draw(st.none() | texts()),
        authors=draw(some(texts())),
        agency=draw(st.none() | texts()),
        language=draw(st.none() | st.just("en")),
        text=text,
        published=published,
    )


class _Parts:
    """Draws the lists of one reading, each record with an id of its own."""

    def __init__(self, draw, page: r.Page) -> None:
        self.draw = draw
        self.page = page
        self.span = spans_in(page.text)
        self.spans = some(self.span)

    def ids(self, kind: str) -> list[str]:
        return [make_id(kind, self.page.id, n) for n in self.draw(st.permutations(range(self.draw(st.integers(0, 3)))))]

    def ref(self, found) -> st.SearchStrategy[str | None]:
        return st.none() | st.sampled_from([one.id for one in found]) if found else st.none()

    def blocks(self):
        draw = self.draw
        flag = st.builds(r.Flag, name=st.just("spam"), score=_CONFIDENCE, reasons=some(texts()))
        return tuple(
            r.Block(key, draw(one_of(r.Role)), *draw(self.span), draw(some(flag)), draw(st.none() | texts()))
            for key in self.ids("block")
        )

    def entities(self):
        draw = self.draw
        names = some(texts())
        mention = st.builds(lambda span, form: r.Mention(*span, form), self.span, one_of(r.Form))
        role = st.builds(
            lambda words, span, status: r.Description(words, *span, status, None),
            texts(), self.span, one_of(r.Standing),
        )  # fmt: skip
        return tuple(
            r.Entity(
                key, draw(one_of(r.EntityType)), draw(texts()), draw(names), draw(names), draw(some(mention)),
                draw(st.none() | one_of(r.Subtype)), draw(names), draw(some(role)), draw(names),
                draw(st.none() | st.integers(0, 99)), draw(st.none() | texts()),
            )
            for key in self.ids("entity")
        )  # fmt: skip

    def times(self):
        day = st.none() | _DATES
        value = st.none() | texts()
        draw = self.draw
        return tuple(
            r.Time(key, *draw(self.span), draw(one_of(r.TimeType)), draw(value), draw(value), draw(day), draw(day),
                   draw(st.booleans()))
            for key in self.ids("time")
        )  # fmt: skip

    def claims(self, entities):
        draw = self.draw
        made: list[r.Claim] = []
        for key in self.ids("claim"):
            claim = r.Claim(
                id=key,
                source=draw(self.spans),
                cue=draw(self.spans),
                content=draw(self.spans),
                hedge=draw(self.spans),
                source_entity=draw(self.ref(entities)),
                source_kind=draw(one_of(r.SourceKind)),
                stance=draw(one_of(r.Stance)),
                mode=draw(one_of(r.Mode)),
                certainty=draw(one_of(r.Certainty)),
                polarity=draw(one_of(r.Polarity)),
                parent=draw(self.ref(made)),
                about=tuple(entity.id for entity in entities if draw(st.booleans())),
                score=draw(_CONFIDENCE),
            )
            made.append(claim)
        return tuple(made)

    def perspectives(self, claims):
        return some(
            st.builds(
                r.Perspective,
                claim=self.ref(claims),
                certainty=one_of(r.Certainty),
                polarity=one_of(r.Polarity),
                status=one_of(r.Status),
                evidence=self.spans,
            ),
            max_size=2,
        )

    def events(self, entities, times, claims):
        draw = self.draw
        figure = st.none() | st.integers(0, 10**6).map(float)
        argument = st.builds(lambda role, span, entity: r.Argument(role, *span, entity),
                             one_of(r.ArgumentRole), self.span, self.ref(entities))  # fmt: skip
        count = st.builds(lambda kind, low, high, span: r.Count(kind, low, high, *span),
                          one_of(r.CountKind), figure, figure, self.span)  # fmt: skip
        return tuple(
            r.Event(key, draw(one_of(r.EventType)), draw(self.span), draw(some(argument)), draw(self.ref(times)),
                    draw(some(count)), draw(self.perspectives(claims)), draw(_CONFIDENCE))
            for key in self.ids("event")
        )  # fmt: skip

    def ties(self, entities, times, claims):
        if not entities:
            return ()
        draw = self.draw
        end = st.sampled_from([entity.id for entity in entities])
        return tuple(
            r.Tie(key, draw(end), draw(one_of(r.Predicate)), draw(end), draw(one_of(r.TieStatus)),
                  draw(self.ref(times)), draw(self.spans), draw(self.perspectives(claims)), draw(_CONFIDENCE))
            for key in self.ids("tie")
        )  # fmt: skip

    def disputes(self, claims):
        draw = self.draw
        side = st.builds(r.Side, claim=self.ref(claims), page=st.just(self.page.id), value=texts(), evidence=self.spans)
        return tuple(
            r.Dispute(key, draw(one_of(r.DisputeKind)), draw(self.ref(claims)), draw(some(side)))
            for key in self.ids("dispute")
        )
