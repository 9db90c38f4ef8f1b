"""Points in time, put together: "tomorrow morning", "June last year", "the week of March 6", "the day before last
Tuesday".

In: pieces and where to look. Out: where the words end and what they say, or None.
"""

from dataclasses import replace
from fractions import Fraction

from rashomon.meaning.times import clock as clocks
from rashomon.meaning.times.amounts import ago
from rashomon.meaning.times.dates import calendar_date
from rashomon.meaning.times.days import numbered_day, weekday
from rashomon.meaning.times.numbers import ordinal
from rashomon.meaning.times.senses import Found, Offset, Point
from rashomon.meaning.times.shifts import plain_part, plain_unit, shifted
from rashomon.meaning.times.values import Amount, Unit
from rashomon.meaning.times.words import Pieces, words
from rashomon.meaning.times.years import quarter

_UNITS = ("day", "week", "month", "year")


def point(pieces: Pieces, at: int) -> Found | None:
    """A point in time with its part of the day and the larger point that it is part of."""
    found = _part_of(pieces, at) or _nth_weekday(pieces, at) or _beside(pieces, at)
    return _placed(pieces, found) if found else _simple(pieces, at)


def _simple(pieces: Pieces, at: int) -> Found | None:
    """A point without a smaller one before it."""
    found = _day(pieces, at) or shifted(pieces, at) or plain_unit(pieces, at) or plain_part(pieces, at)
    found = found or numbered_day(pieces, at)
    if found is None:
        determined = pieces.words[at] in ("the", "a", "an") and not _specific(pieces, at + 1)
        found = calendar_date(pieces, at + determined)
    return _placed(pieces, found) if found else None


def _placed(pieces: Pieces, found: Found) -> Found:
    """The point with the part of the day and the larger point that follow it."""
    end, sense = found
    if not isinstance(sense, Point):
        return found
    if names_day(sense) and not sense.clock:
        part = clocks.part(pieces, end)
        if part and pieces.words[end] != "dawn" and not pieces.words[end].endswith("s"):
            end, sense = part[0], replace(sense, clock=part[1])
        elif pieces.words[end] in words().clock:
            end, sense = end + 1, replace(sense, clock=f"T{words().clock[pieces.words[end]]:02}:00")
    return _possessed(pieces, end, sense) or _within(pieces, end, sense)


def names_day(sense: Point) -> bool:
    """Whether the point is a single day."""
    return sense.weekday is not None or sense.day is not None or sense.holiday is not None or sense.unit == "day"


def _specific(pieces: Pieces, at: int) -> bool:
    """Whether a date begins there that never has a determiner of its own: "the [August 7] bombings", "a [1971] law"."""
    word, table = pieces.words[at], words()
    year = word.isdecimal() and len(word) == 4 and pieces.words[at + 1] != "s"
    return year or word in table.months or word in table.weekdays


def _possessed(pieces: Pieces, end: int, sense: Point) -> Found | None:
    """As in "last year's third quarter", "1989's first half", "fiscal 1990 third quarter"."""
    if sense.year is not None:
        return _of_the_year(pieces, end, sense)
    if sense.unit != "year" or not pieces.matches(end, ("'", "s")):
        return None
    inner = quarter(pieces, end + 2, owned=True) or calendar_date(pieces, end + 2)
    if inner and inner[1].year is None and (inner[1].quarter or inner[1].half or inner[1].month or inner[1].season):
        return inner[0], replace(inner[1], within=sense)
    if pieces.words[end + 2] in ("quarter", "period"):
        return end + 3, Point(unit="quarter", shift=0, base="focus", within=sense)
    season = words().seasons.get(pieces.words[end + 2])
    return (end + 3, Point(season=season, within=sense)) if season else None


def _of_the_year(pieces: Pieces, end: int, sense: Point) -> Found | None:
    """A quarter or half after the year that it is in."""
    whole = sense.month is None and sense.span in (None, "year") and not sense.quarter and not sense.season
    belongs = pieces.matches(end, ("'", "s"))
    inner = quarter(pieces, end + 2 * belongs, owned=True) if whole and (belongs or sense.span) else None
    if inner is None or inner[1].year is not None:
        return None
    return inner[0], replace(inner[1], year=sense.year, short=sense.short)


def _within(pieces: Pieces, end: int, sense: Point) -> Found:
    """Adds the larger point that follows: "June last year", "December of that year", "Monday of last week"."""
    larger = _larger(sense)
    if larger:
        after = end + (pieces.words[end] in ("of", ","))
        outer = shifted(pieces, after) or plain_unit(pieces, after) or ago(pieces, after)
        if outer and isinstance(outer[1], Point | Offset):
            unit = outer[1].unit if isinstance(outer[1], Point) else outer[1].amount.unit
            if unit in larger:
                return outer[0], replace(sense, within=outer[1])
    return end, sense


def _larger(sense: Point) -> tuple[Unit, ...]:
    """The units that can still be said of a point."""
    if sense.within is not None or sense.year is not None:
        return ()
    if sense.base == "focus" and sense.unit in ("quarter", "month"):
        return ("year",)
    if sense.shift is not None:
        return ()
    if sense.day and not sense.month:
        return ("month",)
    if sense.month or sense.quarter or sense.season or sense.half:
        return ("year",)
    return ("week", "month") if sense.weekday is not None else ()


def _day(pieces: Pieces, at: int) -> Found | None:
    """As in "today", "tomorrow", "tonight"; not in the name of a paper ("USA Today")."""
    shift = words().days.get(pieces.words[at])
    before = pieces.raw(at - 1) if at else ""
    if shift is None or (len(before) > 2 and before.isupper() and pieces.raw(at).istitle()):
        return None
    return at + 1, Point(unit="day", shift=shift, clock="TNI" if pieces.words[at] == "tonight" else "")


def _part_of(pieces: Pieces, at: int) -> Found | None:
    """A part named before its whole: "the week of March 6", "the night of Oct. 23", "the last week of March"."""
    at += pieces.words[at] == "the"
    last = pieces.words[at] in ("last", "final")
    nth = (at + 1, 1) if last else ordinal(pieces, at)
    start = nth[0] if nth else at
    word, after = pieces.words[start], start + 2
    unit, part = words().units.get(word), words().parts.get(word)
    whole = unit in ("week", "weekend", "month") or (nth is not None and word in ("day", "decade"))
    linked = pieces.words[after - 1] == "of" or (nth is not None and pieces.words[after - 1] == "in")
    if not linked or not (part or whole) or (part and nth):
        return None
    inner = _simple(pieces, after)
    if inner is None or not isinstance(inner[1], Point) or inner[1].clock:
        return None
    in_century = "century" in (inner[1].span, inner[1].unit)
    if unit in ("day", "decade") and (names_day(inner[1]) or (unit == "decade") != in_century):
        return None
    if part:
        return (inner[0], replace(inner[1], clock=f"T{part}")) if names_day(inner[1]) else None
    if unit == "month":
        return inner if inner[1].month and not nth else None
    return inner[0], Point(unit=unit, shift=-1 if last else nth[1] - 1 if nth else 0, within=inner[1])


def _nth_weekday(pieces: Pieces, at: int) -> Found | None:
    """As in "the first Friday of the month", "the last Tuesday in March"."""
    at += pieces.words[at] == "the"
    last = pieces.words[at] in ("last", "final")
    nth = (at + 1, -1) if last else ordinal(pieces, at)
    day = weekday(pieces, nth[0]) if nth and abs(nth[1]) <= 5 else None
    if nth is None or day is None or pieces.words[day[0]] not in ("of", "in"):
        return None
    outer = calendar_date(pieces, day[0] + 1) or shifted(pieces, day[0] + 1) or plain_unit(pieces, day[0] + 1)
    if (
        not outer
        or not isinstance(outer[1], Point)
        or not ((outer[1].month and not outer[1].day) or outer[1].unit == "month")
    ):
        return None
    return outer[0], Point(weekday=day[1], nth=nth[1], within=outer[1])


def _beside(pieces: Pieces, at: int) -> Found | None:
    """As in "the day before last Tuesday"; at the end of a clause "the year before", counted from the date in focus.

    "The day" before or after something else is a point that the words alone do not place.
    """
    determined = pieces.words[at] == "the"
    at += determined
    unit, link = words().units.get(pieces.words[at]), pieces.words[at + 1]
    if unit == "night" and determined and link == "before" and not pieces.goes_on(at + 2):
        return at + 2, Point(unit="day", shift=-1, base="focus", clock="TNI")
    if unit not in _UNITS or pieces.words[at].endswith("s") or link not in ("before", "after", "previous", "earlier"):
        return None
    amount, way = Amount(Fraction(1), unit), 1 if link == "after" else -1
    if not pieces.goes_on(at + 2):
        return at + 2, Offset(amount, way, "focus")
    if link == "earlier":
        return None
    if link == "before" and pieces.words[at + 2] == "last" and not pieces.goes_on(at + 3):
        return at + 3, Offset(Amount(Fraction(2), unit), -1)
    inner = _day(pieces, at + 2) or shifted(pieces, at + 2) or calendar_date(pieces, at + 2)
    if inner and isinstance(inner[1], Point):
        return inner[0], Offset(amount, way, start=inner[1])
    placeless = determined and link != "previous"
    return (at + 1, Point(unit=unit)) if placeless else None
