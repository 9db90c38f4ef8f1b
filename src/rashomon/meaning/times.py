"""Doc to times: time expressions found, counted from the publication date or the date in focus, written as records.

In: a `Doc`. Out: `doc._.rashomon_times`. Where expressions stand is the matter of time_expressions, what they mean that of
time_anchors; what happened at a time does not belong here.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning import time_syntax as syntax
from rashomon.meaning.time_anchors import Context, Meaning, resolve
from rashomon.meaning.time_expressions import expressions
from rashomon.meaning.time_senses import Expression, Length, Offset, Point
from rashomon.meaning.time_values import Period, add, around
from rashomon.meaning.time_words import Pieces, cut
from rashomon.records import Time

_DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])/(?:0?\d|1[0-2])/\d{2,4}\b")
_MONTH_FIRST = re.compile(r"\b(?:0?\d|1[0-2])/(?:1[3-9]|2\d|3[01])/\d{2,4}\b")
_RANGE = frozenset({"to", "through", "until", "till", "-", "--", "and"})
_STOPS = frozenset({".", "!", "?", "\n\n"})


class Times:
    """Writes the layer TIMES."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its time expressions."""
        doc._.rashomon_times = tuple(read(doc, published=_day(layers.published(doc))))
        return doc


@Language.factory("rashomon_times")
def make_times(nlp: Language, name: str) -> Times:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Times()


def _day(value: str | None) -> date | None:
    """The day of an ISO date or date-time; None where it is neither."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def read(doc: Doc, *, published: date | None) -> list[Time]:
    """The time expressions of a Doc, in order."""
    pieces = cut(doc.text)
    found = [_trimmed(doc, pieces, expression) for expression in expressions(pieces)]
    walk = Walk(doc, pieces, published)
    page = layers.page_id(doc)
    out = []
    for at, expression in enumerate(found):
        meaning = walk.step(found, at)
        start, end = pieces.starts[expression.start], pieces.ends[expression.end - 1]
        earliest, latest = meaning.interval
        out.append(
            Time(
                id=make_id("time", page, start, end),
                start=start,
                end=end,
                type=meaning.type,
                value=meaning.value,
                mod=expression.mod,
                earliest=earliest.isoformat() if earliest else None,
                latest=latest.isoformat() if latest else None,
                anchored=meaning.anchored,
            )
        )
    return out


def _trimmed(doc: Doc, pieces: Pieces, expression: Expression) -> Expression:
    """The expression without a determiner that belongs to the noun after it."""
    if not expression.determiner:
        return expression
    start, end = pieces.starts[expression.start], pieces.ends[expression.end - 1]
    return expression if syntax.owns_determiner(doc, start, end) else replace(expression, start=expression.start + 1)


class Walk:
    """Goes through the expressions of a page in order and keeps what later ones count from."""

    def __init__(self, doc: Doc, pieces: Pieces, published: date | None) -> None:
        self.doc, self.pieces = doc, pieces
        order = bool(_DAY_FIRST.search(doc.text)) and not _MONTH_FIRST.search(doc.text)
        self.context = Context(published=published, day_first=order)
        self.floor: date | None = None
        self.last: tuple[Expression, Meaning] | None = None

    def step(self, found: list[Expression], at: int) -> Meaning:
        """The meaning of the next expression."""
        expression = self._ordered(found[at])
        context = replace(self.context, way=self._way(expression), beside=self._beside(found, at))
        meaning = self._after_start(expression, resolve(expression, context))
        if not meaning.anchored and context.published is None and self.floor:
            known = resolve(expression, replace(context, published=self.floor))
            if known.anchored and known.interval[0]:
                meaning = replace(meaning, interval=(known.interval[0], None))
        self._remember(expression, meaning, context.way)
        return meaning

    def _ordered(self, expression: Expression) -> Expression:
        """Month and day swapped where the page puts the day first."""
        sense = expression.sense
        if isinstance(sense, Point) and sense.swappable and self.context.day_first:
            return replace(expression, sense=replace(sense, month=sense.day, day=sense.month))
        return expression

    def _way(self, expression: Expression) -> int:
        sense = expression.sense
        if not isinstance(sense, Point) or sense.year is not None:
            return syntax.way(self.doc, *self._offsets(expression)) if self.context.published is None else 0
        if sense.shift is not None and sense.shift and sense.unit is None:
            return 0
        return syntax.way(self.doc, *self._offsets(expression))

    def _offsets(self, expression: Expression) -> tuple[int, int]:
        return self.pieces.starts[expression.start], self.pieces.ends[expression.end - 1]

    def _beside(self, found: list[Expression], at: int) -> Period | None:
        """The day that a bare time of day belongs to: one in the same sentence, else the day in focus."""
        sense = found[at].sense
        if not (isinstance(sense, Point) and sense == Point(clock=sense.clock)):
            return None
        linked = at + 1 < len(found) and self.pieces.words[found[at].end : found[at + 1].start] in (("on",), (",",), ())
        if not linked and self.last and self.last[1].period and self.last[1].period.unit == "day":
            if self._same_sentence(self.last[0].end, found[at].start):
                return replace(self.last[1].period, clock="")
        if at + 1 < len(found) and self._same_sentence(found[at].end, found[at + 1].start):
            following = found[at + 1]
            if isinstance(following.sense, Point) and following.sense != Point(clock=following.sense.clock):
                meaning = resolve(following, replace(self.context, way=self._way(following)))
                if meaning.period and meaning.period.unit == "day":
                    return replace(meaning.period, clock="")
        focus = self.context.focus
        return replace(focus, clock="") if focus and focus.unit == "day" else None

    def _same_sentence(self, start: int, end: int) -> bool:
        return _STOPS.isdisjoint(self.pieces.words[start:end])

    def _after_start(self, expression: Expression, meaning: Meaning) -> Meaning:
        """The end of a range moved on where it would lie before its start: "from Saturday to Tuesday"."""
        sense, end = expression.sense, meaning.period
        if self.last is None or end is None or not isinstance(sense, Point) or sense.year is not None or sense.shift is not None:
            return meaning
        start, between = self.last[1].period, self.pieces.words[self.last[0].end : expression.start]
        opening = self.pieces.words[self.last[0].start - 1] if self.last[0].start else ""
        if start is None or len(between) != 1 or between[0] not in _RANGE or opening not in ("from", "between"):
            return meaning
        if start.unit != end.unit or end.first >= start.first:
            return meaning
        moved = add(end.first, "week" if sense.weekday is not None and sense.month is None else "year", 1)
        if moved is None:
            return meaning
        later = replace(end, first=moved)
        return replace(meaning, value=later.value, interval=(later.first, later.last), period=later)

    def _remember(self, expression: Expression, meaning: Meaning, way: int) -> None:
        self.last = expression, meaning
        period, day = meaning.period, self.context.published
        if isinstance(expression.sense, Length) and expression.sense.amount.unit == "month" and not expression.sense.way and day:
            self.context = replace(self.context, focus=around("year", day))
        if period is None:
            return
        sense = expression.sense
        if isinstance(sense, Offset) and sense.base == "focus" and sense.amount.unit == "year":
            return
        self.context = replace(self.context, focus=period)
        if period.unit == "quarter" and isinstance(sense, Point) and sense.year is None and sense.within is None:
            self.context = replace(self.context, quarter=period)
        explicit = isinstance(sense, Point) and sense.year is not None and not isinstance(sense, Length | Offset)
        if explicit and way < 0 and (self.floor is None or period.first > self.floor):
            self.floor = period.first


Side = Literal["earlier", "later"]
