"""From a period and the modifier of its words to the days that the expression allows.

    early, the beginning of    the first third of the period       START   ("early 2016": January to April)
    mid, the middle of         its middle third                    MID
    late, the end of           its last third                      END     ("late 2016": September to December)
    earlier (this year)        from its first day to the anchor
    later (this year)          from the anchor to its last day
    before 1990, pre-1990      until its first day, without a start
    after, or later            from its end or start on, without an end
    two years ago              half a unit on either side of the exact day

The thirds are in data/times.toml. Seasons are those of the northern half with a month's grace; winter is the one at
either end of its year. A fiscal year may begin nine months before the calendar year of its name and end three months
after it.
"""

from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from rashomon.meaning.times.values import MONTHS, Amount, Period, add, add_months
from rashomon.meaning.times.words import words

Interval = tuple[date | None, date | None]


def allowed(period: Period, mod: str | None) -> Interval:
    """First and last day that a period with a modifier allows."""
    first, last = _whole(period)
    if mod in ("BEFORE", "ON_OR_BEFORE"):
        return None, (first if mod == "BEFORE" else last)
    if mod in ("AFTER", "ON_OR_AFTER"):
        return (last if mod == "AFTER" else first), None
    days = (last - first).days + 1
    if mod in words().thirds and days > 1:
        low, high = words().thirds[mod]
        if period.unit != "season" and MONTHS.get(period.unit, 0) > 1:
            third = MONTHS[period.unit]
            start, after = add_months(first, third * low // 12), add_months(first, third * high // 12)
            return start, after - timedelta(days=1) if after else last
        return first + timedelta(days=days * low // 12), first + timedelta(days=max(days * high // 12 - 1, 0))
    return first, last


def _whole(period: Period) -> tuple[date, date]:
    if period.unit == "season":
        if period.first.month == 12:
            start = add_months(period.first, -12)
            return start or period.first, add_months(period.last, 1) or period.last
        return period.first, period.last + timedelta(days=22)
    return period.first, period.last


def around_day(day: date, counted: Amount) -> Interval:
    """Half a unit on either side of a day that was counted in these units."""
    if counted.unit in ("second", "minute", "hour", "day", "night"):
        return day, day
    span = add(day, counted.unit, 1)
    half = (span - day) // 2 if span else timedelta(days=1)
    try:
        return day - half, day + half
    except OverflowError:
        return day, day


def stretch(day: date, counted: Amount, way: int) -> Interval:
    """The stretch of that length which ends (way -1) or begins (1) on the day."""
    if counted.number is None:
        reach = words().reaches.get(counted.unit, 365)
        other = add(day, "day", way * reach)
    else:
        other = add(day, counted.unit, way * Fraction(counted.number))
    return (other, day) if way < 0 else (day, other)


def clip(interval: Interval, side: Literal["earlier", "later"] | None, anchor: date | None) -> Interval:
    """Only the part before (or after) the anchor, where the words say so and such a part is there."""
    first, last = interval
    if side is None or anchor is None or first is None or last is None or not first <= anchor <= last:
        return interval
    return (first, anchor) if side == "earlier" else (anchor, last)
