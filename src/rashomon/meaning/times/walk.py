"""Through the expressions of a page in order: what each means, given what the page has told so far.

In: expressions and the parse. Out: their meanings. How a single expression is resolved is the matter of `anchors`.
"""

import re
from dataclasses import replace
from datetime import date

from rashomon.meaning.times.anchors import Meaning, resolve
from rashomon.meaning.times.context import Context
from rashomon.meaning.times.intervals import around_day
from rashomon.meaning.times.senses import Expression, Length, Offset, Point
from rashomon.meaning.times.syntax import Syntax
from rashomon.meaning.times.values import Period, add
from rashomon.meaning.times.words import BREAK, Pieces

_DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])/(?:0?\d|1[0-2])/\d{2,4}\b")
_MONTH_FIRST = re.compile(r"\b(?:0?\d|1[0-2])/(?:1[3-9]|2\d|3[01])/\d{2,4}\b")
_RANGE = frozenset({"to", "through", "until", "till", "-", "--", "and"})
_STOPS = frozenset({".", "!", "?", BREAK})
_REPORTED = 4
"""For so many expressions after a quarter was named, "a year earlier" is that quarter a year earlier."""


class Walk:
    """Goes through the expressions of a page in order and keeps what later ones count from."""

    def __init__(self, pieces: Pieces, syntax: Syntax, published: date | None) -> None:
        self.pieces, self.syntax = pieces, syntax
        order = bool(_DAY_FIRST.search(pieces.text)) and not _MONTH_FIRST.search(pieces.text)
        self.context = Context(published=published, day_first=order)
        self.floor: date | None = None
        self.last: tuple[Expression, Meaning] | None = None
        self.age = _REPORTED + 1

    def step(self, found: list[Expression], at: int) -> Meaning:
        """The meaning of the next expression."""
        expression = self._told(found[at])
        reported = self.context.quarter if self.age <= _REPORTED else None
        context = replace(self.context, way=self._way(expression), beside=self._beside(found, at), reported=reported)
        meaning = self._after_start(expression, resolve(expression, context))
        meaning = self._counted_from(found, at, meaning)
        if not meaning.anchored and context.published is None and self.floor:
            known = resolve(expression, replace(context, published=self.floor))
            if known.anchored and known.interval[0]:
                meaning = replace(meaning, interval=(known.interval[0], None))
        self._remember(expression, meaning, context.way)
        return meaning

    def _told(self, expression: Expression) -> Expression:
        """Month and day swapped where the page puts the day first; the day of "Oct. 12, the day before it", told."""
        sense = expression.sense
        if isinstance(sense, Point) and sense.swappable and self.context.day_first:
            return replace(expression, sense=replace(sense, month=sense.day, day=sense.month))
        apposed = self.last and self.pieces.words[self.last[0].end : expression.start] == (",",)
        if apposed and isinstance(sense, Point) and sense.unit == "day" and sense.shift is None:
            return replace(expression, sense=replace(sense, shift=0, base="focus"))
        return expression

    def _way(self, expression: Expression) -> int:
        sense = expression.sense
        if not isinstance(sense, Point) or sense.year is not None:
            return self.syntax.way(*self._offsets(expression)) if self.context.published is None else 0
        if sense.shift is not None and sense.shift and sense.unit is None:
            return 0
        return self.syntax.way(*self._offsets(expression))

    def _offsets(self, expression: Expression) -> tuple[int, int]:
        return self.pieces.starts[expression.start], self.pieces.ends[expression.end - 1]

    def _beside(self, found: list[Expression], at: int) -> Period | None:
        """The day that a bare time of day belongs to: one in the same sentence, else the day in focus."""
        sense = found[at].sense
        if not (isinstance(sense, Point) and sense == Point(clock=sense.clock)):
            return None
        linked = at + 1 < len(found) and self.pieces.words[found[at].end : found[at + 1].start] in (("on",), (",",), ())
        before = self.last[1].period if self.last and self._same_sentence(self.last[0].end, found[at].start) else None
        if before and before.unit == "day" and not linked:
            return replace(before, clock="")
        if at + 1 < len(found) and self._same_sentence(found[at].end, found[at + 1].start):
            following = found[at + 1]
            if isinstance(following.sense, Point) and following.sense != Point(clock=following.sense.clock):
                meaning = resolve(following, replace(self.context, way=self._way(following)))
                if meaning.period and meaning.period.unit == "day":
                    return replace(meaning.period, clock="")
        focus = self.context.focus
        return replace(focus, clock="") if focus and focus.unit == "day" else None

    def _counted_from(self, found: list[Expression], at: int, meaning: Meaning) -> Meaning:
        """The days that a length before or after a date comes to: "two days after Christmas"."""
        sense = found[at].sense
        between = self.pieces.words[found[at].end : found[at + 1].start] if at + 1 < len(found) else ()
        if not isinstance(sense, Length) or sense.way or sense.amount.number is None or len(between) != 1:
            return meaning
        way = {"before": -1, "after": 1, "following": 1}.get(between[0], 0)
        anchor = resolve(found[at + 1], replace(self.context, way=self._way(found[at + 1]))).period if way else None
        day = add(anchor.first, sense.amount.unit, way * sense.amount.number) if anchor else None
        return replace(meaning, interval=around_day(day, sense.amount)) if day else meaning

    def _same_sentence(self, start: int, end: int) -> bool:
        return _STOPS.isdisjoint(self.pieces.words[start:end])

    def _after_start(self, expression: Expression, meaning: Meaning) -> Meaning:
        """The end of a range moved on where it would lie before its start: "from Saturday to Tuesday"."""
        sense, end = expression.sense, meaning.period
        if (
            self.last is None
            or end is None
            or not isinstance(sense, Point)
            or sense.year is not None
            or sense.shift is not None
        ):
            return meaning
        start, between = self.last[1].period, self.pieces.words[self.last[0].end : expression.start]
        opening = self.pieces.words[self.last[0].start - 1] if self.last[0].start else ""
        ranged = len(between) == 1 and between[0] in _RANGE and opening in ("from", "between")
        if start is None or not (ranged or between == ("through",)):
            return meaning
        if start.unit != end.unit or end.first >= start.first:
            return meaning
        moved = add(end.first, "week" if sense.weekday is not None and sense.month is None else "year", 1)
        if moved is None:
            return meaning
        later = replace(end, first=moved)
        return replace(meaning, value=later.value, interval=(later.first, later.last), period=later)

    def _remember(self, expression: Expression, meaning: Meaning, way: int) -> None:
        """Keeps what later expressions count from."""
        self.last, self.age = (expression, meaning), self.age + 1
        sense, period = expression.sense, meaning.period
        if isinstance(sense, Length) and not sense.way and sense.amount.unit in ("month", "year"):
            self.age = _REPORTED + 1
        if period is None or (isinstance(sense, Offset) and sense.base == "focus" and sense.amount.unit == "year"):
            return
        if isinstance(sense, Point) and _compared(sense):
            return
        self.context = replace(self.context, focus=period)
        if not isinstance(sense, Point):
            return
        if period.unit == "quarter" and sense.year is None and not isinstance(sense.within, Offset):
            self.context, self.age = replace(self.context, quarter=period), 0
        if sense.year is not None and way < 0 and (self.floor is None or period.first > self.floor):
            self.floor = period.first


def _compared(sense: Point) -> bool:
    """Whether a period is named for comparison only: "the 1988 period"; later dates do not count from it."""
    dated = isinstance(sense.within, Point) and sense.within.month is not None
    return sense.unit == "quarter" and sense.base == "focus" and sense.within is not None and not dated
