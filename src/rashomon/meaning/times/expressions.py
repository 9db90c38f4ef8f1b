"""Where time expressions stand and what they say: the grammar over the pieces of a text.

In: pieces. Out: expressions in order, without overlaps. Counting from the publication date or the date in focus
belongs to `anchors`, judging by the parse to `syntax`.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from rashomon.meaning.times import clock as clocks
from rashomon.meaning.times.amounts import amount
from rashomon.meaning.times.dates import calendar_date
from rashomon.meaning.times.days import weekday
from rashomon.meaning.times.lengths import length, quantity
from rashomon.meaning.times.numbers import number
from rashomon.meaning.times.points import names_day, point
from rashomon.meaning.times.senses import Expression, Length, Point, Reference, Repeat
from rashomon.meaning.times.shifts import shifted
from rashomon.meaning.times.values import Amount
from rashomon.meaning.times.words import Pieces, words
from rashomon.meaning.times.years import plain_year, year

_DETERMINERS = frozenset({"the", "a", "an"})
_EDGES = frozenset({"beginning", "start", "middle", "end", "close", "outset", "opening", "turn"})
_OPEN_ENDED = {
    ("or", "later"): "ON_OR_AFTER", ("and", "beyond"): "ON_OR_AFTER", ("onwards",): "ON_OR_AFTER",
    ("onward",): "ON_OR_AFTER", ("or", "earlier"): "ON_OR_BEFORE",
}  # fmt: skip


def expressions(pieces: Pieces) -> Iterator[Expression]:
    """All time expressions, in order."""
    near = words().near(pieces)
    at = 0
    while at < len(pieces):
        found = _expression(pieces, at) if near[at] else None
        if found:
            yield found
        at = found.end if found else at + 1


def _expression(pieces: Pieces, at: int) -> Expression | None:
    """The longest expression that begins there."""
    rules = (_point, _timed, _around, _modified, length, _repeat, _reference)
    found = [expression for rule in rules if (expression := rule(pieces, at))]
    return max(found, key=lambda expression: expression.end) if found else None


def _reference(pieces: Pieces, at: int) -> Expression | None:
    """A fixed expression, where no number or season follows ("the past three summers")."""
    table = words()
    for phrase, meant in table.references.get(pieces.words[at], ()):
        follows = pieces.words[at + len(phrase)]
        goes_on = follows in table.numbers or follows in table.seasons or follows[:1].isdecimal()
        compares = pieces.words[at - 1] == "as" and follows == "as"
        if pieces.matches(at, phrase) and not goes_on and not compares:
            reach = table.reaches[meant.reach] if meant.reach else None
            return Expression(at, at + len(phrase), Reference(meant.value, reach))
    return None


def _point(pieces: Pieces, at: int) -> Expression | None:
    """A point in time, perhaps open at one end: "1994 or later"."""
    found = point(pieces, at)
    if found is None:
        return None
    end, sense = found
    open_end = next((phrase for phrase in _OPEN_ENDED if pieces.matches(end, phrase)), None)
    determiner = pieces.words[at] in _DETERMINERS
    if open_end and isinstance(sense, Point):
        return Expression(at, end + len(open_end), sense, _OPEN_ENDED[open_end], determiner=determiner)
    return Expression(at, end, sense, determiner=determiner)


def _timed(pieces: Pieces, at: int) -> Expression | None:
    """A time of day, with the day that follows it: "10 p.m. Wednesday", "around 7:15 p.m.", "mid afternoon"."""
    start, mod = quantity(pieces, at) or (at, None)
    found = clocks.clock(pieces, start) if pieces.words[at - 1] != "high" else None
    if (
        found is None
        and pieces.words[at] in ("mid", "early", "late")
        and pieces.words[at + 1 : at + 3] != ("-", "night")
    ):
        found, mod = clocks.part(pieces, at + 1 + (pieces.words[at + 1] == "-")), words().modifiers[pieces.words[at]]
    if found is None and pieces.words[at] == "midday":
        found = at + 1, "T12:00"
    if found is None:
        return _hour_of_part(pieces, at)
    end, clock = found
    day = point(pieces, end + (pieces.words[end] == ","))
    if day and isinstance(day[1], Point) and names_day(day[1]):
        halved = clock if {"a", "am"} & set(pieces.words[start:end]) else clocks.in_part(clock, day[1].clock)
        if halved:
            return Expression(at, day[0], replace(day[1], clock=halved), mod)
    return Expression(at, end, Point(clock=clock), mod)


def _hour_of_part(pieces: Pieces, at: int) -> Expression | None:
    """A bare hour of a part of a day: "at [nine Monday morning]"."""
    hour = clocks.spoken(pieces, at) if clocks.announced(pieces, at) else None
    day = point(pieces, hour[0]) if hour else None
    if hour is None or day is None or not isinstance(day[1], Point) or not (day[1].clock and names_day(day[1])):
        return None
    clock = clocks.in_part(f"T{hour[1]:02}:{hour[2]:02}", day[1].clock)
    return Expression(at, day[0], replace(day[1], clock=clock)) if clock else None


def _around(pieces: Pieces, at: int) -> Expression | None:
    """As in "around Nov. 1", "at least the past year"; not "some 1998", which counts something."""
    start, mod = quantity(pieces, at) or (at, None)
    placed = shifted(pieces, start) if mod and pieces.words[at] != "over" else None
    if placed and isinstance(placed[1], Length):
        return Expression(at, *placed, mod)
    if mod != "APPROX" or pieces.words[at] == "some":
        return None
    ended, dated = _ended(pieces, start), calendar_date(pieces, start)
    if ended:
        return Expression(at, *ended, mod)
    return Expression(at, dated[0], dated[1], mod) if dated and dated[1].weekday is None else None


def _modified(pieces: Pieces, at: int) -> Expression | None:
    """A point with the part of it that is meant: "early this week", "the end of November", "mid-1996", "year-end"."""
    start = at + (pieces.words[at] == "the")
    word = pieces.words[start]
    ended = _ended(pieces, start)
    if ended:
        return Expression(at, *ended, "END")
    if word in ("pre", "post") and pieces.words[start + 1] == "-":
        dated = year(pieces, start + 2)
        return Expression(start, dated[0], dated[1], "BEFORE" if word == "pre" else "AFTER") if dated else None
    middle = words().middles.get(word)
    if middle:
        return Expression(at, start + 1, _bare(middle), "MID")
    part = _part(pieces, start)
    if part is None:
        return None
    after, mod = part
    found = point(pieces, after)
    day = found is not None and isinstance(found[1], Point) and found[1].unit == "day"
    if found is None or not isinstance(found[1], Point) or (day and (word in _EDGES or found[1].shift is None)):
        found = _undetermined(pieces, word, after)
    if found is None:
        return None
    end, sense = found
    assert isinstance(sense, Point)
    if pieces.words[after - 2] == "hours" and pieces.words[after - 3] in words().parts and not sense.clock:
        sense = replace(sense, clock=f"T{words().parts[pieces.words[after - 3]]}")
    if pieces.words[after - 2] == "half" and sense.unit == "year":
        return Expression(at, end, Point(half=1 if mod == "START" else 2, within=sense), determiner=True)
    side: Literal["earlier", "later"] | None = "earlier" if word == "earlier" else "later" if word == "later" else None
    return Expression(at, end, sense, mod, side, determiner=pieces.words[at] == "the")


def _undetermined(pieces: Pieces, word: str, at: int) -> tuple[int, Point] | None:
    """What names a point only after "early", "late" or "mid": "later in the day", "late summer", "mid-year"."""
    follows = pieces.words[at]
    if word in ("early", "late", "earlier", "later") and follows == "the":
        whole, part = pieces.words[at + 1], clocks.part(pieces, at + 1)
        if whole == "day" or (part and not whole.endswith("s")):
            return at + 2, Point(unit="day", shift=0, base="focus", clock=part[1] if part else "")
    units = ("decade", "century", "millennium")
    if word in _EDGES and follows == "the" and pieces.words[at + 1] in units:
        return at + 2, Point(unit=words().units[pieces.words[at + 1]], shift=0)
    season = follows in words().seasons and word in ("early", "mid", "late")
    middle = follows in ("decade", "century") or follows in words().middles.values()
    if season or (word == "mid" and pieces.words[at - 1] == "-" and middle):
        return at + 1, _bare(follows)
    return None


def _bare(word: str) -> Point:
    """The season, part of the day or unit of a word that stands for the present one."""
    if word in words().parts:
        return Point(clock=f"T{words().parts[word]}")
    return Point(season=words().seasons[word]) if word in words().seasons else Point(unit=words().units[word], shift=0)


def _part(pieces: Pieces, start: int) -> tuple[int, str] | None:
    """Words for a part, where they end, and the modifier: "early", "the middle of", "first half of", "last days of"."""
    word, follows = pieces.words[start], pieces.words[start + 1]
    opening = word in ("first", "early")
    if word in ("first", "second", "last", "latter") and pieces.matches(start + 1, ("half", "of")):
        return start + 3, "START" if opening else "END"
    if word in ("early", "late") and follows in words().parts and pieces.matches(start + 2, ("hours", "of")):
        return start + 4, "START" if opening else "END"
    if word in ("early", "late", "latter", "first", "last") and pieces.matches(start + 1, ("part", "of")):
        return start + 3, "START" if opening else "END"
    if word in ("first", "last", "final", "early") and follows in ("weeks", "days", "months", "hours"):
        of = pieces.words[start + 2] == "of"
        return (start + 2 + of, "START" if opening else "END") if of or (word, follows) == ("early", "hours") else None
    mod = words().modifiers.get(word)
    if mod is None or (word in _EDGES and follows != "of"):
        return None
    return start + 1 + (follows == "of" if word in _EDGES else follows in ("in", "-", "on")), mod


def _ended(pieces: Pieces, at: int) -> tuple[int, Point] | None:
    """As in "year-end", "month's end", "year-end 1990": where it ends, and the whole that it is the end of."""
    unit, end = words().units.get(pieces.words[at]), at + 1
    if pieces.words[end] == "-":
        end += 1
    elif pieces.matches(end, ("'", "s")):
        end += 2
    if unit not in ("week", "month", "quarter", "year", "decade", "century") or pieces.words[end] != "end":
        return None
    if end == at + 1 and unit != "year":
        return None
    known = plain_year(pieces, end + 1) if unit == "year" else None
    if known:
        return known[0], Point(year=known[1], short=known[1] < 100)
    return end + 1, Point(unit=unit, shift=0)


def _repeat(pieces: Pieces, at: int) -> Expression | None:
    """How often: "every day", "each July", "daily", "Mondays", "Monday mornings"."""
    table, word = words(), pieces.words[at]
    if word in table.repeats:
        return None if _named(pieces, at) else Expression(at, at + 1, Repeat(table.repeats[word]))
    if word.endswith("days") and word[:-1] in table.weekdays:
        return Expression(at, at + 1, Repeat(f"XXXX-WXX-{table.weekdays[word[:-1]] + 1}"))
    day = weekday(pieces, at)
    if day and pieces.words[day[0]] in table.parts and pieces.words[day[0]].endswith("s"):
        return Expression(at, day[0] + 1, Repeat(f"XXXX-WXX-{day[1] + 1}T{table.parts[pieces.words[day[0]]]}"))
    return _every(pieces, at) if word in ("every", "each") else None


def _named(pieces: Pieces, at: int) -> bool:
    """Whether a word like "daily" is part of a name: "the Northern Daily", "Weekly Digest"."""
    around = (pieces.raw(at - 1) if at else "", pieces.raw(at + 1))
    return pieces.raw(at).istitle() and any(raw.istitle() for raw in around)


def _every(pieces: Pieces, at: int) -> Expression | None:
    table, other = words(), pieces.words[at + 1] == "other"
    after = at + 1 + (pieces.words[at + 1] in ("other", "single"))
    counted = amount(pieces, after) if number(pieces, after) or pieces.words[after] == "few" else None
    if counted:
        return Expression(at, counted[0], Repeat(counted[1].value))
    word = pieces.words[after]
    unit = table.units.get(word)
    if unit and unit not in ("second", "night") and not word.endswith("s"):
        return Expression(at, after + 1, Repeat(Amount(Fraction(2 if other else 1), unit).value))
    if word in table.parts or word in table.seasons:
        part = f"XXXX-XX-XXT{table.parts[word]}" if word in table.parts else f"XXXX-{table.seasons[word]}"
        return Expression(at, after + 1, Repeat(part))
    dated = calendar_date(pieces, after)
    value = _recurring(dated[1]) if dated and dated[1].year is None else None
    return Expression(at, dated[0], Repeat(value)) if dated and value else None


def _recurring(sense: Point) -> str | None:
    """The value of a weekday, month or day of the month that comes again and again."""
    if sense.weekday is not None:
        return f"XXXX-WXX-{sense.weekday + 1}{sense.clock}"
    if sense.month is None:
        return None
    return f"XXXX-{sense.month:02}" + (f"-{sense.day:02}" if sense.day else "")
