"""Dates that leave the year or the week open ("March 3", "Friday", "the 15th"): which one is meant.

In: a point and the context. Out: the nearest `Period` that tense and "last", "this" or "next" allow; where the page has
no date to count from, the part of a TIMEX3 value that is known ("XXXX-10"). Points that give their year belong to
`specified`.
"""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from rashomon.meaning.times.context import Context
from rashomon.meaning.times.senses import Point
from rashomon.meaning.times.specified import period_in
from rashomon.meaning.times.values import Period

_AGAINST = 120
"""Days by which a day of the month that the verb's tense speaks against counts as farther away."""
_AGAINST_MONTH = 300
"""The same for a month without a day."""


def partial_value(sense: Point) -> str | None:
    """What can be said of a date without its year."""
    year = f"XX{sense.year:02}" if sense.year is not None and sense.short else "XXXX"
    if sense.shift is not None or sense.within is not None or (sense.year is not None and not sense.short):
        return None
    if sense.month:
        if sense.day and sense.day > monthrange(2000, sense.month)[1]:
            return None
        return f"{year}-{sense.month:02}" + (f"-{sense.day:02}{sense.clock}" if sense.day else "")
    named = {
        f"XXXX-XX-{sense.day or 0:02}": sense.day,
        f"XXXX-WXX-{(sense.weekday or 0) + 1}{sense.clock}": sense.weekday is not None,
        f"{year}-Q{sense.quarter}": sense.quarter,
        f"{year}-{sense.season}": sense.season,
        f"XXXX-XX-XX{sense.clock}": sense.clock,
        year: sense.short,
    }
    return next((value for value, told in named.items() if told), None)


def nearest_weekday(sense: Point, context: Context) -> Period | None:
    """A day of the week: the last or next one, by the word that places it, else by the tense of the verb.

    What is named by the weekday after the date of publication ("Friday's test") has just happened further east, or the
    page is dated by another clock: six days before, "last" would stand with it. Where the date hangs on a verb in the
    past itself ("fell on Friday"), agencies do mean six days before.
    """
    period = context.anchor(sense.base)
    if period is None or sense.weekday is None:
        return None
    anchor = period.first
    back, on = (anchor.weekday() - sense.weekday) % 7, (sense.weekday - anchor.weekday()) % 7
    if sense.shift is not None and sense.shift:
        days = -(back or 7) if sense.shift < 0 else on or 7
    elif sense.shift == 0:
        days = on if context.way >= 0 else -back
    elif context.way > 1:
        days = on if on < back else -back
    else:
        dawning = on == 1 and context.way > -2 and anchor == context.published
        days = on if context.way > 0 or dawning else -back
    return Period("day", anchor + timedelta(days=days))


def nearest(sense: Point, context: Context) -> Period | None:
    """A month, day, season, quarter or holiday without a year: the nearest that tense and "last" or "next" allow."""
    focus = context.anchor(sense.base)
    if focus is None:
        return None
    anchor = focus.first
    candidates = []
    months = range(1, 13) if sense.day and sense.month is None else (sense.month,)
    for year, month in product(range(max(anchor.year - 4, 1), min(anchor.year + 5, 9999)), months):
        try:
            found = period_in(replace(sense, month=month), year)
        except ValueError:
            continue
        if found:
            candidates.append(found)
    if sense.weekday is not None:
        candidates = [c for c in candidates if c.first.weekday() == sense.weekday] or candidates
    return min(candidates, key=lambda period: _distance(period, anchor, sense, context), default=None)


def _distance(period: Period, anchor: date, sense: Point, context: Context) -> tuple[int, int]:
    """How far a candidate is from the anchor, in days, with what speaks against it added."""
    first, last = period.first, period.last
    days = (first - anchor).days if first > anchor else (last - anchor).days if last < anchor else 0
    way = 0 if days == 0 else 1 if days > 0 else -1
    far = abs(days)
    if sense.shift is not None:
        if sense.shift:
            far += 10**6 * (way != sense.shift)
        else:
            far += 10**6 * (first.year != anchor.year)
    elif sense.quarter or sense.half:
        far += (10**4 if context.way < 0 else _AGAINST if context.way == 0 else 0) * (way > 0)
    elif way * context.way < 0 and context.way < 2:
        far += (
            10**4
            if context.way < -1 and sense.day
            else _AGAINST
            if sense.day or sense.holiday is not None
            else _AGAINST_MONTH
        )
    return far, way
