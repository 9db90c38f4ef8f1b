"""Where time expressions stand and what they say: the grammar over the pieces of a text.

In: pieces. Out: expressions in order, without overlaps. Counting from the publication date or the date in focus belongs to
time_anchors, judging by the parse to time_syntax.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from rashomon.meaning import time_clock as clocks
from rashomon.meaning.time_dates import calendar_date, holiday, month, weekday, year
from rashomon.meaning.time_numbers import amount, number, ordinal
from rashomon.meaning.time_senses import Expression, Length, Offset, Point, Reference, Repeat, Sense
from rashomon.meaning.time_shifts import bare_unit, point, tail
from rashomon.meaning.time_values import Amount
from rashomon.meaning.time_words import Pieces, words

_DETERMINERS = frozenset({"the", "a", "an"})
_LENGTHENED = frozenset({"period", "term", "span", "stretch", "interval"})
_PLURAL_AFTER = frozenset({"for", "after", "in", "within", "over", "through", "lasting", "lasted", "takes", "took",
                           "spent", "with"})  # fmt: skip
_RATED = frozenset({"once", "twice", "times", "cents", "dollars", "million", "billion", "pounds", "euros", "percent", "%"})
_PEOPLE = frozenset({"son", "daughter", "boy", "girl", "baby", "infant", "child", "toddler", "twins", "brother", "sister"})
_EDGES = frozenset({"beginning", "start", "middle", "end", "close", "outset", "opening", "turn"})


def expressions(pieces: Pieces) -> Iterator[Expression]:
    """All time expressions, in order."""
    near = words().near(pieces)
    at = 0
    while at < len(pieces):
        found = _expression(pieces, at) if near[at] else None
        if found:
            yield found
            at = found.end
        else:
            at += 1


def _expression(pieces: Pieces, at: int) -> Expression | None:
    """The longest expression that begins there."""
    found = [e for rule in (_point, _timed, _modified, _length, _repeat, _reference) if (e := rule(pieces, at))]
    return max(found, key=lambda expression: expression.end) if found else None


def _reference(pieces: Pieces, at: int) -> Expression | None:
    table = words()
    for phrase, meant in table.references.get(pieces.words[at], ()):
        if pieces.matches(at, phrase) and not _goes_on(pieces, at + len(phrase)):
            reach = table.reaches[meant.reach] if meant.reach else None
            return Expression(at, at + len(phrase), Reference(meant.value, reach))
    return None


def _goes_on(pieces: Pieces, end: int) -> bool:
    """Whether a number or season follows, so that "the past" is no expression of its own."""
    word = pieces.words[end]
    return word in words().numbers or word in words().seasons or word[:1].isdigit()


def _point(pieces: Pieces, at: int) -> Expression | None:
    found = point(pieces, at)
    if found is None:
        return None
    end, sense = found
    mod = None
    for words_, meant in ((("or", "later"), "ON_OR_AFTER"), (("and", "beyond"), "ON_OR_AFTER"), (("or", "earlier"), "ON_OR_BEFORE"),
                          (("onwards",), "ON_OR_AFTER"), (("onward",), "ON_OR_AFTER")):  # fmt: skip
        if pieces.matches(end, words_) and isinstance(sense, Point):
            end, mod = end + len(words_), meant
    return Expression(at, end, sense, mod, determiner=pieces.words[at] in _DETERMINERS)


def _timed(pieces: Pieces, at: int) -> Expression | None:
    """A time of day, with the day that follows it: "10 p.m. Wednesday", "around 7:15 p.m.", "mid afternoon"."""
    quantity = _quantity(pieces, at)
    start, mod = quantity or (at, None)
    if quantity and mod == "APPROX" and pieces.words[at] != "some":
        ended, dated = _year_end(pieces, start), calendar_date(pieces, start)
        if ended or (dated and dated[1].year != dated[0]):
            return Expression(at, ended or dated[0], Point(unit="year", shift=0) if ended else dated[1], mod)
    found = clocks.clock(pieces, start) if pieces.words[at - 1] != "high" else None
    if found is None and pieces.words[at] in ("mid", "early", "late"):
        dashed = at + 1 + (pieces.words[at + 1] == "-")
        found, mod = clocks.part(pieces, dashed), words().modifiers[pieces.words[at]]
    if found is None and pieces.words[at] == "midday":
        found = at + 1, "T12:00"
    if found is None:
        return None
    end, clock = found
    after = end + (pieces.words[end] == ",")
    day = point(pieces, after)
    if day and isinstance(day[1], Point) and not day[1].clock and _names_day(day[1]):
        return Expression(at, day[0], replace(day[1], clock=clock), mod)
    return Expression(at, end, Point(clock=clock), mod)


def _names_day(sense: Point) -> bool:
    return sense.weekday is not None or sense.day is not None or sense.unit == "day"


def _quantity(pieces: Pieces, at: int) -> tuple[int, str] | None:
    """Words before an amount that bound it: "nearly", "more than"."""
    for phrase, mod in words().quantities.get(pieces.words[at], ()):
        if pieces.matches(at, phrase):
            return at + len(phrase), mod
    return None


def _modified(pieces: Pieces, at: int) -> Expression | None:
    """A point with the part of it that is meant: "early this week", "the end of November", "mid-1996", "year-end"."""
    start = at + (pieces.words[at] == "the")
    word = pieces.words[start]
    ended = _year_end(pieces, start)
    if ended:
        return Expression(at, ended, Point(unit="year", shift=0), "END")
    if word in ("pre", "post") and pieces.words[start + 1] == "-":
        dated = year(pieces, start + 2)
        return Expression(start, dated[0], dated[1], "BEFORE" if word == "pre" else "AFTER") if dated else None
    mod = words().modifiers.get(word)
    after = start + 1
    if word in ("first", "second", "last", "latter") and pieces.matches(start + 1, ("half", "of")):
        mod, after = "START" if word == "first" else "END", start + 3
    elif word in _EDGES:
        if pieces.words[start + 1] != "of":
            return None
        after = start + 2
    elif word in ("first", "last", "final", "early") and pieces.words[start + 1] in ("weeks", "days", "months", "hours"):
        if pieces.words[start + 2] != "of":
            return None
        mod, after = "START" if word in ("first", "early") else "END", start + 3
    if mod is None:
        return None
    return _part_of(pieces, at, after, word, mod)


def _part_of(pieces: Pieces, at: int, after: int, word: str, mod: str) -> Expression | None:
    after += pieces.words[after] in ("in", "-", "on") and word not in _EDGES
    found = point(pieces, after)
    if found is None or not isinstance(found[1], Point) or (found[1].unit == "day" and word in _EDGES):
        if not (word in ("early", "late", "earlier", "later") and pieces.matches(after, ("the", "day"))):
            return None
        found = after + 2, Point(unit="day", shift=0, base="focus")
    end, sense = found
    assert isinstance(sense, Point)
    if word in ("first", "second", "last") and sense.unit == "year" and pieces.words[after - 2] == "half":
        return Expression(at, end, Point(half=1 if mod == "START" else 2, within=sense), determiner=True)
    side: Literal["earlier", "later"] | None = "earlier" if word == "earlier" else "later" if word == "later" else None
    return Expression(at, end, sense, mod, side, determiner=pieces.words[at] == "the")


def _year_end(pieces: Pieces, at: int) -> int | None:
    end = at + 1
    if pieces.words[at] != "year":
        return None
    if pieces.words[end] == "-":
        end += 1
    elif pieces.words[end : end + 2] == ("'", "s"):
        end += 2
    return end + 1 if pieces.words[end] == "end" else None


def _length(pieces: Pieces, at: int) -> Expression | None:
    """An amount of time, or a point so far from an anchor: "nearly two years", "five-year", "two weeks ago"."""
    quantity = _quantity(pieces, at)
    start, mod = quantity or (at, None)
    if pieces.words[at] == "about":
        start, mod = at + 1, "APPROX"
    the = pieces.words[start] == "the"
    counted = _amount(pieces, start + the, the=the)
    if counted is None:
        return None
    end, length, dashed = counted
    if quantity and not dashed:
        over = point(pieces, start)
        if over and over[0] >= end:
            return None
    placed = tail(pieces, end, length)
    if placed:
        return Expression(at, placed[0], placed[1], mod)
    if pieces.words[at] == "about" or (pieces.words[end] == "-" and pieces.words[end + 1] in ("ago", "earlier")):
        return None
    if pieces.words[end] in ("a", "per") and pieces.words[end + 1] in words().units:
        return None
    if _aged(pieces, end):
        return None
    determiner = start == at and pieces.words[at] in _DETERMINERS
    if pieces.words[end] == "-" and pieces.words[end + 1] in ("long", "old"):
        return Expression(at, end + 2, Length(length), mod)
    if pieces.words[end] in _LENGTHENED:
        begin = at - 1 if dashed and at and pieces.words[at - 1] in ("a", "an") else at
        return Expression(begin, end + 1, Length(length), mod)
    if pieces.words[at] in ("a", "an") and pieces.words[at - 1] in words().units and pieces.words[at - 1].endswith("s"):
        return None
    if pieces.words[at] in ("a", "an") and pieces.words[at - 1] in _RATED:
        return Expression(at, end, Repeat(length.value))
    end = _alternative(pieces, end)
    return Expression(at, end, Length(length), mod, determiner=determiner or dashed)


def _amount(pieces: Pieces, at: int, *, the: bool) -> tuple[int, Amount, bool] | None:
    """An amount, its end, and whether a hyphen makes it an adjective; not every "a second" or bare "days" is one."""
    first = at
    if the and pieces.words[at] in ("first", "last", "final", "latest", "remaining"):
        first = at + 1
    counted = amount(pieces, first) if not (the and pieces.words[first] in ("a", "an")) else None
    if counted:
        end, length = counted
        unit_word = pieces.words[end - 1]
        dashed = "-" in pieces.words[first:end] and not unit_word.endswith("s")
        single = pieces.words[first] in ("a", "an", "another", "half")
        if length.unit in ("second", "quarter") and (single or (length.number and pieces.words[end] == "of")):
            return None
        if the and not unit_word.endswith("s") and not dashed:
            return None
        return end, length, dashed
    unit = words().units.get(pieces.words[at])
    if unit and pieces.words[at + 1 : at + 3] == ("-", "long"):
        return at + 1, Amount(amount_of(1), unit), True
    plural = bare_unit(pieces, first)
    if plural is None or first > at + 1:
        return None
    after = pieces.words[plural[0]]
    if the:
        return (plural[0] + 1, plural[1], False) if after == "ahead" else None
    dashed = after == "-" and pieces.words[plural[0] + 1] in ("long", "old")
    if dashed or after in ("ago", "later", "earlier") or pieces.words[at - 1] in _PLURAL_AFTER:
        return (*plural, False)
    return None


def _aged(pieces: Pieces, end: int) -> bool:
    """Whether the amount is somebody's age: "37 years old", "6-year-old"."""
    if pieces.words[end] == "-" and pieces.words[end + 1] == "old":
        return pieces.words[end - 1] == "year" or pieces.words[end + 2] in _PEOPLE
    return pieces.words[end] == "old" or pieces.matches(end, ("of", "age"))


def _alternative(pieces: Pieces, end: int) -> int:
    """Past "or two", "or months", "or so", "or more" after an amount."""
    if pieces.words[end] == "or":
        after = pieces.words[end + 1]
        if after in words().units or after in ("two", "so", "more", "less", "longer"):
            return end + 2
    return end


def _repeat(pieces: Pieces, at: int) -> Expression | None:
    """How often: "every day", "each July", "daily", "Mondays"."""
    table, word = words(), pieces.words[at]
    if word in table.repeats:
        return Expression(at, at + 1, Repeat(table.repeats[word]))
    if word.endswith("s") and word.endswith("days") and word[:-1] in table.weekdays:
        return Expression(at, at + 1, Repeat(f"XXXX-WXX-{table.weekdays[word[:-1]] + 1}"))
    if word in ("every", "each"):
        return _every(pieces, at)
    day = weekday(pieces, at)
    if day and pieces.words[day[0]] in table.parts and pieces.words[day[0]].endswith("s"):
        return Expression(at, day[0] + 1, Repeat(f"XXXX-WXX-{day[1] + 1}T{table.parts[pieces.words[day[0]]]}"))
    return None


def _every(pieces: Pieces, at: int) -> Expression | None:
    table, after = words(), at + 1
    other = pieces.words[after] == "other"
    after += other
    counted = amount(pieces, after) if number(pieces, after) else None
    if counted and counted[1].number is not None:
        return Expression(at, counted[0], Repeat(counted[1].value))
    word = pieces.words[after]
    unit = table.units.get(word)
    if unit and unit != "second" and not word.endswith("s"):
        return Expression(at, after + 1, Repeat(Amount(amount_of(2 if other else 1), unit).value))
    if word in table.parts:
        return Expression(at, after + 1, Repeat(f"XXXX-XX-XXT{table.parts[word]}"))
    if word in table.seasons:
        return Expression(at, after + 1, Repeat(f"XXXX-{table.seasons[word]}"))
    dated = calendar_date(pieces, after)
    if dated is None or dated[1].year is not None:
        return None
    return Expression(at, dated[0], Repeat(_recurring(dated[1]))) if _recurring(dated[1]) else None


def amount_of(count: int) -> Any:
    """A whole number as amounts hold it."""
    from fractions import Fraction

    return Fraction(count)


def _recurring(sense: Point) -> str:
    if sense.weekday is not None:
        return f"XXXX-WXX-{sense.weekday + 1}{sense.clock}"
    if sense.month is None:
        return ""
    return f"XXXX-{sense.month:02}" + (f"-{sense.day:02}" if sense.day else "")


__all__ = ["Offset", "Sense", "expressions", "holiday", "month", "ordinal"]
