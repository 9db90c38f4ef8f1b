"""From what an expression says to what it means on this page: counted from the publication date or the date in focus.

In: an expression and the context that it stands in. Out: TIMEX3 type and value, and the days it allows. Without a
publication date nothing is guessed: what hangs on it stays open, or partial ("XXXX-10"), and is marked so.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import get_args

from rashomon.meaning.times.context import Context
from rashomon.meaning.times.intervals import Interval, allowed, around_day, clip, stretch
from rashomon.meaning.times.senses import Expression, Length, Offset, Point, Reference, Repeat
from rashomon.meaning.times.specified import nth_weekday, period_in
from rashomon.meaning.times.underspecified import nearest, nearest_weekday, partial_value
from rashomon.meaning.times.values import Amount, Period, Unit, add, around, moved
from rashomon.records import TimeType

_FINE = {"day": ("day",), "week": ("day", "week", "weekend"), "weekend": ("day", "week", "weekend")}
"""How fine the date in focus must be for "that day", "the following week"."""

_CALENDAR = ("week", "month", "quarter", "year")
"""Units of which "the past year" is told as the one before, as the corpora have it; a decade is a length."""

_MIDDLE = 45
"""So many days lie between the middle and the end of a quarter that ends on a day: "the quarter ended July 31"."""

_SHOWN: dict[Unit, Unit] = {
    "decade": "year", "century": "year", "millennium": "year", "fortnight": "week", "night": "day",
}  # fmt: skip
"""The unit that a point is told in, where it is not the unit that was counted in."""

_FINER: dict[Unit, Unit] = {"century": "year", "decade": "year", "year": "month"}
"""The unit that a point is told in, where fractions of a unit were counted: "a year and a half ago"; else the day."""

_OPEN: Interval = (None, None)


@dataclass(frozen=True, slots=True)
class Meaning:
    """An expression resolved; `period` is what later expressions may count from."""

    type: TimeType
    value: str | None
    interval: Interval = _OPEN
    anchored: bool = True
    period: Period | None = None


_UNKNOWN = Meaning("DATE", None, anchored=False)


def resolve(expression: Expression, context: Context) -> Meaning:
    """The meaning of an expression in its context."""
    sense = expression.sense
    if isinstance(sense, Repeat):
        return Meaning("SET", sense.value)
    if isinstance(sense, Length):
        return _length(sense, context)
    if isinstance(sense, Reference):
        return _reference(sense, context)
    if isinstance(sense, Offset):
        return _offset(sense, context)
    return _point(expression, sense, context)


def _length(sense: Length, context: Context) -> Meaning:
    if not sense.way:
        return Meaning("DURATION", sense.amount.value)
    if context.published is None:
        return Meaning("DURATION", sense.amount.value, anchored=False)
    interval = stretch(context.published, sense.amount, sense.way)
    if sense.way < 0 and sense.amount.number == 1 and sense.amount.unit in _CALENDAR:
        before = moved(around(sense.amount.unit, context.published), -1)
        return Meaning("DATE", before.value if before else None, interval, period=before)
    return Meaning("DURATION", sense.amount.value, interval)


def _reference(sense: Reference, context: Context) -> Meaning:
    day = context.published
    if day is None:
        return Meaning("DATE", sense.value, anchored=False)
    back = add(day, "day", -sense.reach) if sense.reach else None
    on = add(day, "day", sense.reach) if sense.reach else None
    interval = {"PRESENT_REF": (day, day), "PAST_REF": (back, day), "FUTURE_REF": (day, on)}[sense.value]
    return Meaning("DATE", sense.value, interval)


def _offset(sense: Offset, context: Context) -> Meaning:
    """So much before or after an anchor, as exact as the unit that was counted: "two weeks ago", "a year earlier"."""
    counted, anchor = sense.amount, _anchor(sense, context)
    type_: TimeType = "TIME" if counted.unit in ("second", "minute", "hour") else "DATE"
    if counted.number is None:
        return _vague(sense, anchor)
    if counted == Amount(Fraction(1), "year") and sense.start is None and context.reported:
        same = moved(context.reported, 4 * sense.way)
        return Meaning("DATE", same.value, allowed(same, None), period=same) if same else _UNKNOWN
    day = add(anchor.first, counted.unit, sense.way * counted.number) if anchor else None
    if day is None:
        return Meaning(type_, None, anchored=False)
    if type_ == "TIME":
        return Meaning("TIME", f"{day.isoformat()}TXX", (day, day), period=Period("day", day))
    if counted.number.denominator != 1:
        unit = _FINER.get(counted.unit, "day")
    elif sense.start and sense.start.shift == 0:
        unit = sense.start.unit or "day"
    else:
        unit = _SHOWN.get(counted.unit, counted.unit)
    period = around(unit, day)
    return Meaning(type_, period.value, around_day(day, counted), period=period)


def _vague(sense: Offset, anchor: Period | None) -> Meaning:
    """An unknown many before or after an anchor: "several years ago", "a few days later"."""
    interval = stretch(anchor.first, sense.amount, sense.way) if anchor else _OPEN
    if sense.base == "focus":
        return Meaning("DURATION", sense.amount.value, interval)
    return Meaning("DATE", "PAST_REF" if sense.way < 0 else "FUTURE_REF", interval, anchored=anchor is not None)


def _anchor(sense: Offset, context: Context) -> Period | None:
    """What is counted from; None where the date in focus is less exact than the count: "in 2019 ... an hour later"."""
    if sense.start:
        return _period(sense.start, context)
    anchor = context.anchor(sense.base)
    exact = anchor is None or _ranks(anchor.unit) <= max(_ranks(sense.amount.unit), _ranks("day"))
    return anchor if exact else None


def _ranks(unit: Unit) -> int:
    """How coarse a unit is."""
    return get_args(Unit).index(unit)


def _point(expression: Expression, sense: Point, context: Context) -> Meaning:
    type_: TimeType = "TIME" if sense.clock else "DATE"
    if sense.year is not None and sense.year < 0:
        return Meaning("DATE", f"BC{-sense.year - 1:02}" if sense.span == "century" else f"BC{-sense.year:04}")
    if sense.until:
        first, last = Period("year", date(sense.year or 1, 1, 1)), Period("year", date(sense.until, 1, 1))
        return Meaning("DATE", f"{first.value}/{last.value}", (first.first, last.last), period=first)
    if sense.year is not None and sense.year < 100 and sense.short and context.published is None:
        return Meaning(type_, partial_value(sense), anchored=False)
    period = _period(sense, context)
    if period is None:
        return Meaning(type_, partial_value(sense), anchored=False)
    if sense.through:
        return _days(period, sense.through)
    interval = allowed(period, None if expression.side else expression.mod)
    if sense.span == "year" and (sense.year is not None or period.unit == "year"):
        interval = add(period.first, "month", -9), add(period.last, "month", 3)
    anchor = context.focus.first if sense.base == "focus" and context.focus else context.published
    return Meaning(type_, period.value, clip(interval, expression.side, anchor), period=period)


def _days(period: Period, through: int) -> Meaning:
    """From a day on through a later day of the same month."""
    try:
        last = period.first.replace(day=through)
    except ValueError:
        return _UNKNOWN
    return Meaning("DATE", f"{period.value}/{last.isoformat()}", (period.first, last), period=period)


def _period(sense: Point, context: Context) -> Period | None:
    """The period that a point names, None where the page does not tell it or there is no such day."""
    try:
        found = _named(sense, context)
    except (ValueError, OverflowError):
        return None
    if found and sense.clock:
        return replace(found, clock=sense.clock) if found.unit == "day" else None
    return found


def _named(sense: Point, context: Context) -> Period | None:
    if sense.within is not None:
        return _inside(sense, context)
    if sense.unit is not None:
        return _shifted(sense, context)
    if sense.year is not None:
        return period_in(sense, _full_year(sense, context))
    if sense.weekday is not None and sense.month is None and sense.day is None:
        return nearest_weekday(sense, context)
    if sense.clock and sense.month is None and sense.day is None and sense.holiday is None:
        return context.beside or (Period("day", context.published) if context.published else None)
    return nearest(sense, context)


def _full_year(sense: Point, context: Context) -> int:
    """The year in full; two digits are the last such year up to ten years after publication."""
    year = sense.year or 0
    if not sense.short or context.published is None:
        return year if not sense.short or sense.span != "decade" else 1900 + year
    limit = context.published.year + 10
    return limit - (limit - year) % 100


def _inside(sense: Point, context: Context) -> Period | None:
    """A part of a larger point: "June last year", "the week of March 6", "Monday of last week"."""
    assert sense.within is not None
    outer = _period(sense.within, context) if isinstance(sense.within, Point) else _offset(sense.within, context).period
    if outer is None:
        return None
    if sense.unit == "quarter" and outer.unit in ("day", "month"):
        return around("quarter", outer.last - timedelta(days=_MIDDLE))
    if sense.unit == "quarter":
        number = (context.quarter.first.month + 2) // 3 if context.quarter else None
        if number is None or outer.unit == "quarter":
            return outer
        return Period("quarter", date(outer.first.year, 3 * number - 2, 1))
    if sense.unit == "month":
        return Period("month", date(outer.first.year, context.focus.first.month, 1)) if context.focus else None
    if sense.unit is not None:
        shift, beside = sense.shift or 0, 2 * (sense.unit == "weekend" and outer.unit == "day")  # beside a holiday
        first = around(sense.unit, outer.first - timedelta(days=beside))
        return around(sense.unit, outer.last) if shift < 0 else moved(first, shift)
    if sense.weekday is not None:
        return nth_weekday(outer, sense.weekday, sense.nth)
    numbered = sense.day is not None and sense.month is None
    return period_in(replace(sense, month=outer.first.month) if numbered else sense, outer.first.year)


def _shifted(sense: Point, context: Context) -> Period | None:
    """A unit placed against the publication date or the date in focus."""
    assert sense.unit is not None
    if sense.unit == "quarter" and sense.base == "focus" and not sense.shift:
        if context.quarter:
            return context.quarter
        return moved(around("quarter", context.published), -1) if context.published else None
    anchor = context.anchor(sense.base)
    if anchor is None or sense.shift is None:
        return None
    if sense.base == "focus" and context.focus and anchor.unit not in _FINE.get(sense.unit, (anchor.unit,)):
        return None
    period = around(sense.unit, anchor.first)
    if sense.unit == "weekend" and sense.shift == 0 and sense.base == "published" and context.way <= 0:
        period = _past_weekend(period, anchor.first)
    return moved(period, sense.shift or 0)


def _past_weekend(period: Period, day: date) -> Period:
    """The weekend that has begun: "over the weekend", unless the verb looks on."""
    return period if period.first <= day else replace(period, first=period.first - timedelta(days=7))
