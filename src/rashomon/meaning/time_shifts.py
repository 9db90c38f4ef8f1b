"""Points that hang on an anchor: "last week", "this morning", "the following year", "the year-ago quarter", "June last year".

In: pieces and where to look. Out: where the words end and what they say, or None. Counting from the anchor belongs to
time_anchors.
"""

from dataclasses import replace
from fractions import Fraction

from rashomon.meaning import time_clock as clocks
from rashomon.meaning.time_dates import calendar_date, holiday, month, plain_year, weekday
from rashomon.meaning.time_numbers import amount, number, ordinal, vague
from rashomon.meaning.time_senses import Base, Length, Offset, Point, Reference, Sense
from rashomon.meaning.time_values import Amount, Unit
from rashomon.meaning.time_words import Pieces, words

_LINKS = frozenset({"fiscal", "calendar", "academic", "school", "financial", "full", "whole", "entire"})
_OVER = frozenset({"over", "in", "within", "for", "during", "through", "throughout"})
_SAME = frozenset({"comparable", "corresponding", "same", "latest", "most", "recent", "fiscal", "current", "full", "equivalent"})
_QUOTES = frozenset({'"', "'", "`", "“", "‘"})
_AS_BEFORE = frozenset({"same", "comparable", "corresponding", "equivalent"})
_LATER, _EARLIER = ("later", "afterwards", "afterward", "thereafter"), ("earlier", "previously", "beforehand")

Found = tuple[int, Sense]


def point(pieces: Pieces, at: int) -> Found | None:
    """A point in time with its part of the day and the larger point that it is part of."""
    found = _compound(pieces, at)
    return found if found and not isinstance(found[1], Point) else _placed(pieces, found) if found else _simple(pieces, at)


def _simple(pieces: Pieces, at: int) -> Found | None:
    """A point without a smaller one before it."""
    found = _day(pieces, at) or _shifted(pieces, at) or _plain_unit(pieces, at)
    if found is None:
        found = calendar_date(pieces, at + (pieces.words[at] in ("the", "a", "an") and not _specific(pieces, at + 1)))
    return _placed(pieces, found) if found else None


def _placed(pieces: Pieces, found: Found) -> Found:
    """The point with the part of the day and the larger point that follow it."""
    end, sense = found
    if not isinstance(sense, Point):
        return found
    if _is_day(sense) and not sense.clock:
        part = clocks.part(pieces, end)
        if part and not (pieces.words[end] == "dawn" or pieces.words[end].endswith("s")):
            end, sense = part[0], replace(sense, clock=part[1])
    return _within(pieces, end, sense)


def _specific(pieces: Pieces, at: int) -> bool:
    """Whether a date begins there that never has a determiner of its own: "the [August 7] bombings", "a [1971] law"."""
    word, table = pieces.words[at], words()
    return word in table.months or word in table.weekdays or (word.isdigit() and len(word) == 4 and pieces.words[at + 1] != "s")


def _is_day(sense: Point) -> bool:
    return sense.weekday is not None or sense.day is not None or sense.holiday is not None or sense.unit == "day"


def _within(pieces: Pieces, end: int, sense: Point) -> Found:
    """Adds the year (or week) that follows: "June last year", "December of that year", "last year's third quarter"."""
    if pieces.words[end] == "'" and pieces.words[end + 1] == "s" and sense.unit == "year":
        inner = calendar_date(pieces, end + 2)
        if inner and inner[1].year is None and (inner[1].quarter or inner[1].month or inner[1].season):
            return inner[0], replace(inner[1], within=sense)
        if pieces.words[end + 2] in ("quarter", "period"):
            return end + 3, Point(unit="quarter", shift=0, base="focus", within=sense)
        season = words().seasons.get(pieces.words[end + 2])
        return (end + 3, Point(season=season, within=sense)) if season else (end, sense)
    larger: tuple[Unit, ...] = ()
    if sense.year is None and sense.shift is None and (sense.month or sense.quarter or sense.season or sense.half):
        larger = ("year",)
    elif sense.weekday is not None and sense.month is None and sense.shift is None:
        larger = ("week", "month")
    elif sense.base == "focus" and sense.unit in ("quarter", "month"):
        larger = ("year",)
    if larger:
        after = end + (pieces.words[end] in ("of", ","))
        outer = _shifted(pieces, after) or _plain_unit(pieces, after) or ago(pieces, after)
        if outer:
            unit = outer[1].unit if isinstance(outer[1], Point) else getattr(getattr(outer[1], "amount", None), "unit", None)
            if unit in larger and isinstance(outer[1], Point | Offset):
                return outer[0], replace(sense, within=outer[1])
    return end, sense


def _day(pieces: Pieces, at: int) -> Found | None:
    """ "today", "tomorrow", "tonight"."""
    shift = words().days.get(pieces.words[at])
    if shift is None or (at and pieces.raw(at - 1).isupper() and len(pieces.raw(at - 1)) > 2 and pieces.raw(at).istitle()):
        return None
    return at + 1, Point(unit="day", shift=shift, clock="TNI" if pieces.words[at] == "tonight" else "")


def _compound(pieces: Pieces, at: int) -> Found | None:
    """ "the week of March 6", "the night of Oct. 23", "the day before last Tuesday"."""
    at += pieces.words[at] == "the"
    word, link = pieces.words[at], pieces.words[at + 1]
    unit = words().units.get(word)
    if word in ("first", "last", "final") and link == "week" and pieces.words[at + 2] == "of":
        inner = _simple(pieces, at + 3)
        if inner and isinstance(inner[1], Point) and not inner[1].clock:
            return inner[0], Point(unit="week", shift=0 if word == "first" else -1, within=inner[1])
    if link in ("before", "previous", "after") and unit in ("day", "week", "month", "year") and _clause_ends(pieces, at + 2):
        return at + 2, Offset(Amount(Fraction(1), unit), 1 if link == "after" else -1, "focus")
    if link == "of" and (unit in ("week", "weekend", "month") or word in words().parts):
        inner = _simple(pieces, at + 2)
        if inner and isinstance(inner[1], Point) and not inner[1].clock:
            if word in words().parts:
                return (inner[0], replace(inner[1], clock=f"T{words().parts[word]}")) if _is_day(inner[1]) else None
            if unit != "month" or inner[1].month:
                return inner[0], inner[1] if unit == "month" else Point(unit=unit, shift=0, within=inner[1])
    if link in ("before", "after") and word in ("day", "week", "month", "year"):
        inner = _day(pieces, at + 2) or _shifted(pieces, at + 2)
        if inner and isinstance(inner[1], Point):
            way = -1 if link == "before" else 1
            return inner[0], Offset(Amount(Fraction(1), unit), way, start=inner[1])
    return None


def _clause_ends(pieces: Pieces, at: int) -> bool:
    return not pieces.words[at][:1].isalnum() and pieces.words[at] not in ("'", "`", "“", "$")


def _shifted(pieces: Pieces, at: int) -> Found | None:
    """A unit, part of the day, month, weekday or season placed by "this", "last", "next", "the following" ..."""
    table, begin = words(), at
    the = pieces.words[at] == "the"
    at += the
    if pieces.words[at] in ("this", "these") and pieces.words[at + 1] in ("past", "last", "coming"):
        at += 1
    word = pieces.words[at]
    known = table.shifts.get(word)
    if known is None:
        return _period_of_old(pieces, at, the=the)
    if word in _AS_BEFORE and pieces.words[at + 1] in ("period", "quarter"):
        return at + 2, Point(unit="quarter", shift=0, base="focus")
    count, base = known
    after = at + 1
    while pieces.words[after] in _LINKS:
        after += 1
    fiscal = "fiscal" in pieces.words[at:after]
    unit = table.units.get(pieces.words[after])
    if count:
        several = _several(pieces, at, after, count if base == "published" else 0)
        if several:
            return several
    if at and pieces.words[at - 1] in _QUOTES and pieces.raw(after)[:1].isupper() and pieces.raw(after)[1:].islower():
        return None
    if unit and unit not in ("second", "minute", "night") and not pieces.words[after].endswith("s"):
        return _unit(pieces, (begin, at, after), unit, Point(unit=unit, shift=count, base=_base(base), span="year" if fiscal else None))
    part = clocks.part(pieces, after)
    if part and not pieces.words[after].endswith("s"):
        day = Point(unit="day", shift=count, base="focus" if the else _base(base), clock=part[1])
        return part[0], day
    season = table.seasons.get(pieces.words[after])
    if season:
        known_year = plain_year(pieces, after + 1)
        return (after + 1, Point(season=season, shift=count, base=_base(base))) if not known_year else None
    if month(pieces, after) or weekday(pieces, after) or holiday(pieces, after):
        inner = calendar_date(pieces, after)
        if inner:
            return inner[0], replace(inner[1], shift=count, base=_base(base))
    return None


def _base(word: str) -> Base:
    return "focus" if word == "focus" else "published"


def _unit(pieces: Pieces, places: tuple[int, int, int], unit: Unit, sense: Point) -> Found | None:
    """One unit placed by a word; with "the" and a word like "over" before it, the length that ends or begins now."""
    begin, at, after = places
    word, the = pieces.words[at], begin < at and pieces.words[begin] == "the"
    if word in ("past", "last", "next", "coming") and the:
        if word == "past" or unit == "decade" or (begin and pieces.words[begin - 1] in _OVER):
            return after + 1, Length(Amount(Fraction(1), unit), 1 if (sense.shift or 0) > 0 else -1)
        if word == "next":
            sense = replace(sense, base="focus")
    if unit in ("day", "hour") and word in ("this", "last", "past", "current"):
        return None
    if unit in ("hour", "fortnight") or (word == "that" and unit == "quarter" and after == at):
        return None
    return after + 1, sense


def _several(pieces: Pieces, at: int, after: int, way: int) -> Found | None:
    """ "last three years", "next few days", "coming weeks", after a word that looks back or on."""
    table, word = words(), pieces.words[at]
    counted = amount(pieces, after) if pieces.words[after] not in ("a", "an", "half", "second", "quarter") else None
    if counted is None and pieces.words[after] in ("few", "several", "couple"):
        counted = amount(pieces, after)
    if counted and (number(pieces, after) or vague(pieces, after)):
        return counted[0] + 2 * pieces.matches(counted[0], ("or", "so")), Length(counted[1], way)
    if counted is None and pieces.words[after] == "couple" and pieces.words[after + 1] == "of":
        unit = table.units.get(pieces.words[after + 2])
        return (after + 3, Length(Amount(Fraction(2), unit), way)) if unit else None
    unit = table.units.get(pieces.words[after])
    if unit and pieces.words[after].endswith("s") and word in ("past", "coming", "upcoming", "previous", "next", "last"):
        return after + 1, Reference("PAST_REF" if way < 1 else "FUTURE_REF", table.reaches.get(unit))
    return None


def _period_of_old(pieces: Pieces, at: int, *, the: bool) -> Found | None:
    """ "the year-ago quarter", "the latest period", "the 1988 period", "recent months"."""
    table, word = words(), pieces.words[at]
    if word in ("recent", "latest", "most") and pieces.words[at + (word == "most")] in ("recent", "latest"):
        after = at + 1 + (word == "most")
        unit = table.units.get(pieces.words[after])
        if unit and pieces.words[after].endswith("s") and word != "latest":
            after = _and_unit(pieces, after + 1)
            return after, Reference("PAST_REF", table.reaches.get(unit))
        counted = amount(pieces, after) if number(pieces, after) else None
        if counted and word == "latest":
            return counted[0], Length(counted[1])
    year = plain_year(pieces, at) if word.isdigit() else None
    old = pieces.matches(at, ("year", "-")) and pieces.words[at + 2] in ("ago", "earlier")
    if old:
        at += 3
    elif year:
        at = year[0]
    start = at
    while pieces.words[at] in _SAME and at < start + 3:
        at += 1
    if old and at == start and pieces.words[at] not in ("quarter", "period"):
        old_quarter = _quarter(pieces, at)
        return (old_quarter or start), Offset(Amount(Fraction(1), "year"), -1, "focus")
    if not old and pieces.matches(at, ("year", "-")) and pieces.words[at + 2] in ("ago", "earlier") and at > start:
        old, at = True, at + 3
    if not (old or year or (the and at > start)):
        return None
    if pieces.words[at] in ("quarter", "period"):
        if old:
            return at + 1, Offset(Amount(Fraction(1), "year"), -1, "focus")
        within = Point(year=year[1]) if year else None
        latest = "latest" in pieces.words[start:at]
        base: Base = "published" if latest else "focus"
        return at + 1, Point(unit="quarter", shift=-1 if latest else 0, base=base, within=within)
    if pieces.words[at] in ("year", "month", "week") and the and not year:
        return at + 1, Point(unit=table.units[pieces.words[at]], shift=0, base="focus")
    inner = calendar_date(pieces, at)
    if inner and inner[1].quarter and inner[1].year is None:
        return inner[0], replace(inner[1], year=year[1]) if year else inner[1]
    return None


def _quarter(pieces: Pieces, at: int) -> int | None:
    found = ordinal(pieces, at)
    return found[0] + 1 if found and pieces.words[found[0]] == "quarter" else None


def _and_unit(pieces: Pieces, end: int) -> int:
    """The end of "weeks and months", given that of "weeks"."""
    return end + 2 if pieces.words[end] in ("and", "or") and pieces.words[end + 1] in words().units else end


def _plain_unit(pieces: Pieces, at: int) -> Found | None:
    """ "the weekend", "the quarter", "the fiscal year", "the month": a unit that the context places."""
    if pieces.words[at] != "the":
        return None
    after = at + 1
    while pieces.words[after] in ("fiscal", "calendar"):
        after += 1
    word = pieces.words[after]
    unit = words().units.get(word)
    if unit not in ("weekend", "quarter", "year", "month", "week") or word.endswith("s"):
        return None
    if pieces.words[after + 1] in ("-", "of", "when", "that", "before", "after", "since", "he", "she", "they", "final", "finals"):
        return None
    if pieces.words[after + 1][:1].isdigit() or plain_year(pieces, after + 1):
        return None
    if pieces.words[after + 1] in ("ended", "ending") and unit != "quarter":
        return after + 1, Length(Amount(Fraction(1), unit))
    return after + 1, Point(unit=unit, shift=0, base="focus" if unit == "quarter" else "published", span="year" if after > at + 1 else None)


def ago(pieces: Pieces, at: int) -> Found | None:
    """An amount before or after an anchor: "two weeks ago", "a year earlier", "three days later", "a month from now"."""
    counted = amount(pieces, at) or bare_unit(pieces, at)
    return tail(pieces, *counted) if counted else None


def bare_unit(pieces: Pieces, at: int) -> tuple[int, Amount] | None:
    """A unit in the plural without a number: "months"."""
    word = pieces.words[at]
    unit = words().units.get(word)
    return (at + 1, Amount(None, unit)) if unit and word.endswith("s") and word != "seconds" else None


def tail(pieces: Pieces, end: int, counted: Amount) -> Found | None:
    """What follows an amount and makes it a point: "ago", "earlier", "later", "from now"."""
    if pieces.matches(end, ("or", "so")):
        end += 2
    word = pieces.words[end]
    if word == "ago":
        return end + 1, Offset(counted, -1)
    if word in _EARLIER:
        return end + 1, Offset(counted, -1, "focus")
    if word in _LATER:
        return end + 1, Offset(counted, 1, "focus")
    if word == "hence" or pieces.matches(end, ("from", "now")) or pieces.matches(end, ("from", "today")):
        return end + (1 if word == "hence" else 2), Offset(counted, 1)
    return None
