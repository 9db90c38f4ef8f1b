"""Points of the calendar that the words give in full, once the year or the larger period is known.

In: a point and the year, or the period that it is in. Out: its `Period`; raises `ValueError` where the calendar has no
such day. Which year is meant belongs to `anchors` and `underspecified`.
"""

from datetime import date, timedelta

from rashomon.meaning.times.senses import Point
from rashomon.meaning.times.values import Period, easter, season


def period_in(sense: Point, year: int) -> Period | None:
    """The day, month, quarter ... of a point whose year is known."""
    if sense.span in ("decade", "century"):
        return Period(sense.span, date(max(year, 1), 1, 1))
    if sense.holiday is not None:
        return Period("day", _feast(sense.holiday, year))
    if sense.month is not None:
        return Period("day" if sense.day else "month", date(year, sense.month, sense.day or 1))
    if sense.quarter:
        return Period("quarter", date(year, 3 * sense.quarter - 2, 1))
    if sense.half:
        return Period("half", date(year, 6 * sense.half - 5, 1))
    if sense.season:
        return season(year, sense.season)
    return Period("year", date(year, 1, 1))


def _feast(rule: object, year: int) -> date:
    """The day of a holiday: a month and day, the first such weekday from a day on, or days from Easter."""
    if isinstance(rule, str):
        return date(year, int(rule[:2]), int(rule[3:]))
    if isinstance(rule, tuple):
        month, day, weekday = rule
        first = date(year, month, day)
        return first + timedelta(days=(weekday - first.weekday()) % 7)
    return easter(year) + timedelta(days=int(str(rule)))


def nth_weekday(outer: Period, weekday: int, nth: int) -> Period | None:
    """The first, second ... or last such weekday of a period; None where there are not so many."""
    if nth < 0:
        return Period("day", outer.last - timedelta(days=(outer.last.weekday() - weekday) % 7))
    day = outer.first + timedelta(days=(weekday - outer.first.weekday()) % 7 + 7 * (nth - 1))
    return Period("day", day) if day <= outer.last else None
