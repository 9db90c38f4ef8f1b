"""Units, months, weekdays, seasons placed against an anchor: "last week", "this morning", "the following year", "the
weekend".

In: pieces and where to look. Out: where the words end and what they say, or None. Counting from the anchor belongs to
`anchors`.
"""

from dataclasses import replace
from fractions import Fraction

from rashomon.meaning.times import clock as clocks
from rashomon.meaning.times.amounts import alternative, amount, vague
from rashomon.meaning.times.dates import calendar_date
from rashomon.meaning.times.days import holiday, month, weekday
from rashomon.meaning.times.numbers import number
from rashomon.meaning.times.periods import compared, of_year
from rashomon.meaning.times.senses import Base, Found, Length, Point, Reference
from rashomon.meaning.times.values import Amount, Unit
from rashomon.meaning.times.words import Pieces, words
from rashomon.meaning.times.years import plain_year

_LINKS = frozenset({"fiscal", "calendar", "academic", "school", "financial", "full", "whole", "entire"})
_WHOLE = frozenset({"fiscal", "calendar", "full", "entire", "whole"})
_OVER = frozenset({"over", "in", "within", "for", "during", "through", "throughout"})
_DOUBLED = frozenset(
    {
        ("this", "past"),
        ("this", "last"),
        ("this", "coming"),
        ("this", "same"),
        ("that", "same"),
        ("that", "very"),
        ("these", "past"),
        ("these", "last"),
    }
)
_NOT_AFTER_UNIT = frozenset(
    {"-", "of", "when", "that", "before", "after", "since", "he", "she", "they", "final", "finals"}
)
_MARKS = frozenset({'"', "'", "`", "“", "‘"})


def shifted(pieces: Pieces, at: int) -> Found | None:
    """A unit, part of the day, month, weekday or season placed by "this", "last", "next", "the following" ..."""
    begin = at
    at += pieces.words[at] == "the"
    at += pieces.words[at : at + 2] in _DOUBLED
    known = words().shifts.get(pieces.words[at])
    if known is None or (pieces.words[at] == "following" and at == begin) or pieces.words[at + 1] == "-":
        return compared(pieces, at, the=at > begin)
    count, base = known[0], _base(known[1])
    after = at + 1
    while pieces.words[after] in _LINKS:
        after += 1
    if pieces.words[at] == "last" and pieces.words[at - 1] in words().company["auxiliaries"]:
        return None
    if pieces.words[at] == "last" and pieces.matches(at + 1, ("quarter", "of")) and plain_year(pieces, at + 3):
        return None
    several = _several(pieces, at, after, count if base == "published" else 0) if count else None
    if several or _programme(pieces, at, after):
        return several
    unit = words().units.get(pieces.words[after]) if pieces.words[after + 1 : after + 3] != ("-", "century") else None
    if unit and unit not in ("second", "minute", "night") and not pieces.words[after].endswith("s"):
        span: Unit | None = "year" if "fiscal" in pieces.words[at:after] else None
        return _unit(pieces, (begin, at, after), unit, Point(unit=unit, shift=count, base=base, span=span))
    if pieces.words[at] == "same" and pieces.words[after] == "period":
        return of_year(pieces, after + 1, Point(unit="quarter", shift=0, base="focus"))
    return _named(pieces, after, count, "focus" if pieces.words[begin] == "the" else base, base)


def _base(word: str) -> Base:
    return "focus" if word == "focus" else "published"


def _programme(pieces: Pieces, at: int, after: int) -> bool:
    """Whether the words are a title in quotation marks: "This Week"."""
    raw = pieces.raw(after)
    opened = at > 0 and pieces.words[at - 1] in _MARKS and pieces.glued(at)
    return opened and raw[:1].isupper() and raw[1:].islower()


def _named(pieces: Pieces, after: int, count: int, part_base: Base, base: Base) -> Found | None:
    """What has a name: a part of the day, a season, a month, a weekday, a holiday."""
    part = clocks.part(pieces, after)
    if part and not pieces.words[after].endswith("s"):
        return part[0], Point(unit="day", shift=count, base=part_base, clock=part[1])
    season = words().seasons.get(pieces.words[after])
    if season:
        return None if plain_year(pieces, after + 1) else (after + 1, Point(season=season, shift=count, base=base))
    if month(pieces, after) or weekday(pieces, after) or holiday(pieces, after):
        inner = calendar_date(pieces, after)
        if inner and inner[1].year is not None:
            return None
        return (inner[0], replace(inner[1], shift=count, base=base)) if inner else None
    return None


def _unit(pieces: Pieces, places: tuple[int, int, int], unit: Unit, sense: Point) -> Found | None:
    """One unit placed by a word; with "the" and a word like "over" before it, the length that ends or begins now."""
    begin, at, after = places
    base = sense.base
    word, the = pieces.words[at], begin < at and pieces.words[begin] == "the"
    if the and word in ("past", "last", "next", "coming") and unit != "weekend":
        if word == "past" or unit == "decade" or (begin and pieces.words[begin - 1] in _OVER):
            end = alternative(pieces, after + 1)
            return end, Length(Amount(Fraction(1), unit), 1 if (sense.shift or 0) > 0 else -1)
        if word == "next":
            sense = replace(sense, base="focus")
    if unit == "quarter" and base == "focus" and not sense.shift:
        return of_year(pieces, after + 1, sense)
    if unit in ("hour", "fortnight") or (unit == "day" and word in ("this", "last", "past", "current")):
        return None
    return after + 1, sense


def _several(pieces: Pieces, at: int, after: int, way: int) -> Found | None:
    """More than one: "last three years", "next few days", "coming weeks"."""
    table, word = words(), pieces.words[at]
    first = pieces.words[after]
    bare = first in ("few", "couple") or "century" in (pieces.words[after + 2], pieces.words[after + 3])
    half = first == "half" and pieces.words[after + 1 + (pieces.words[after + 1] == "-")] in table.units
    bare |= half or pieces.matches(after, ("half", "-", "dozen"))
    if bare or (
        first not in ("a", "an", "half", "second", "quarter") and (number(pieces, after) or vague(pieces, after))
    ):
        counted = _couple(pieces, after) if first == "couple" else amount(pieces, after)
        if counted:
            return alternative(pieces, counted[0]), Length(counted[1], way)
    unit = table.units.get(first)
    if unit and first.endswith("s") and word in ("past", "coming", "upcoming", "previous", "next", "last"):
        later = Length(Amount(None, unit), 1)
        return after + 1, Reference("PAST_REF", table.reaches.get(unit)) if way < 1 else later
    return None


def _couple(pieces: Pieces, at: int) -> tuple[int, Amount] | None:
    unit = words().units.get(pieces.words[at + 2])
    return (at + 3, Amount(Fraction(2), unit)) if unit and pieces.words[at + 1] == "of" else None


def plain_part(pieces: Pieces, at: int) -> Found | None:
    """A part of the day or a season after a preposition: "in the morning", "over the summer"."""
    before = pieces.words[at - 1] if at else ""
    if pieces.words[at] in words().company["turns"]:
        turn = clocks.part(pieces, at) if before in words().company["before_turn"] else None
        return (turn[0], Point(clock=turn[1])) if turn else None
    placed = pieces.words[at] == "the" and before in words().company["before_part"]
    follows = pieces.words[at + 2]
    if not placed or follows in _NOT_AFTER_UNIT or follows[:1].isdecimal() or plain_year(pieces, at + 2):
        return None
    part, season = clocks.part(pieces, at + 1), words().seasons.get(pieces.words[at + 1])
    if pieces.words[at + 1].endswith("s"):
        return None
    if part:
        return part[0], Point(clock=part[1])
    return (at + 2, Point(season=season)) if season else None


def plain_unit(pieces: Pieces, at: int) -> Found | None:
    """A unit that the context places: "the weekend", "the quarter", "the fiscal year", "the month"."""
    if pieces.words[at] != "the":
        return None
    after = at + 1
    while pieces.words[after] in _WHOLE:
        after += 1
    word, follows = pieces.words[after], pieces.words[after + 1]
    unit = words().units.get(word)
    if unit not in ("weekend", "quarter", "year", "month", "week") or word.endswith("s"):
        return None
    if follows in _NOT_AFTER_UNIT or follows[:1].isdecimal() or plain_year(pieces, after + 1):
        return None
    if follows in ("ended", "ending"):
        day = calendar_date(pieces, after + 2)
        if unit != "quarter":
            return after + 1, Length(Amount(Fraction(1), unit))
        if day and day[1].month:
            return after + 1, Point(unit="quarter", shift=0, base="focus", within=day[1])
    base: Base = "focus" if unit == "quarter" else "published"
    return after + 1, Point(unit=unit, shift=0, base=base, span="year" if "fiscal" in pieces.words[at:after] else None)
