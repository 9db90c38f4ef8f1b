"""A time axis: days to places from left to right, empty stretches left out and said to be.

In: intervals of days. Out: an `Axis`. What stands on it does not belong here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

GAP = 26.0
"""Width of a place where time was left out."""
_EMPTY = 0.2
"""An empty stretch longer than this share of the filled ones is left out."""
_WORDS = 44.0
"""Room for the words of a mark."""
_LEAST = 70.0
"""Least width of a stretch."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis with its words; `major` ones begin a year, or a month where the axis is short."""

    x: float
    words: str
    major: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days drawn to one scale: from `first` to before `last`, from `x` on, `width` wide."""

    first: int
    last: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Days and their places. `breaks`: where time was left out."""

    stretches: tuple[Stretch, ...]
    width: float

    @property
    def breaks(self) -> tuple[float, ...]:
        """The middle of each place where time was left out."""
        return tuple(stretch.x - GAP / 2 for stretch in self.stretches[1:])

    def x(self, day: int) -> float:
        """The place of the beginning of a day (ordinal)."""
        for stretch in self.stretches:
            if day <= stretch.last:
                share = (max(day, stretch.first) - stretch.first) / (stretch.last - stretch.first)
                return stretch.x + share * stretch.width
        return self.width

    def ticks(self) -> tuple[Tick, ...]:
        """Marks that are far enough from each other to be read."""
        return tuple(tick for stretch in self.stretches for tick in _ticks(stretch))


def make_axis(intervals: Iterable[tuple[int, int]], width: float) -> Axis:
    """The axis of intervals of days (ordinals, both ends included)."""
    filled = _merged(intervals)
    if not filled:
        return Axis((), width)
    total = sum(last - first for first, last in filled)
    longest = max(total * _EMPTY, 14)
    runs = [[*filled[0]]]
    for first, last in filled[1:]:
        if first - runs[-1][1] > longest:
            runs.append([first, last])
        else:
            runs[-1][1] = last
    padded = [_padded(first, last) for first, last in runs]
    free = width - GAP * (len(padded) - 1) - _LEAST * len(padded)
    days = sum(last - first for first, last in padded)
    stretches, x = [], 0.0
    for first, last in padded:
        wide = _LEAST + max(free, 0) * (last - first) / days
        stretches.append(Stretch(first, last, x, wide))
        x += wide + GAP
    return Axis(tuple(stretches), x - GAP)


def _padded(first: int, last: int) -> tuple[int, int]:
    """A little room on both sides, within the calendar."""
    pad = max(1, round((last - first) * 0.03))
    return max(first - pad, date.min.toordinal()), min(last + pad, date.max.toordinal())


def _merged(intervals: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    made: list[tuple[int, int]] = []
    for first, last in sorted((first, last + 1) for first, last in intervals):
        if made and first <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], last))
        else:
            made.append((first, last))
    return made


def _ticks(stretch: Stretch) -> Iterator[Tick]:
    per_day = stretch.width / (stretch.last - stretch.first)
    for n, (day, words, major) in enumerate(_calendar(stretch, per_day)):
        x = stretch.x + (day - stretch.first) * per_day
        if n == 0 or x + _WORDS <= stretch.x + stretch.width:
            yield Tick(x, words, major)


def _calendar(stretch: Stretch, per_day: float) -> Sequence[tuple[int, str, bool]]:
    """Days, months or years, whichever are some 60 units apart at least; the first of a stretch says the year."""
    first, last = date.fromordinal(stretch.first), date.fromordinal(stretch.last)
    if per_day * 5 >= 60:
        step = next(days for days in (1, 2, 5) if per_day * days >= 60)
        days = [
            first + timedelta(n)
            for n in range((last - first).days + 1)
            if (first + timedelta(n)).day % step == 0 or step == 1
        ]
        return [(d.toordinal(), _day(d, n == 0), d.day == 1 or n == 0) for n, d in enumerate(days)]
    if per_day * 180 >= 60:
        step = next(months for months in (1, 3, 6) if per_day * 30 * months >= 60 or months == 6)
        months = [d for d in _months(first, last) if (d.month - 1) % step == 0]
        return [
            (d.toordinal(), f"{d:%b %Y}" if n == 0 or d.month == 1 else f"{d:%b}", d.month == 1)
            for n, d in enumerate(months)
        ]
    every = next(
        years for years in (1, 2, 5, 10, 20, 50, 100, 500, 1000) if per_day * 365 * years >= 60 or years == 1000
    )
    years = [date(year, 1, 1) for year in range(max(first.year, 1), last.year + 1) if year % every == 0]
    return [(d.toordinal(), str(d.year), True) for d in years if d >= first]


def _day(day: date, whole: bool) -> str:  # noqa: FBT001  whether the month and the year are said
    return f"{day.day} {day:%b} {day.year}" if whole else f"{day.day} {day:%b}" if day.day == 1 else str(day.day)


def _months(first: date, last: date) -> Iterator[date]:
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        if date(year, month, 1) >= first:
            yield date(year, month, 1)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
