"""Days and months of the calendar: "2019-03-04", "Friday, Jan. 6", "14 February", "Easter 2018".

In: pieces and where to look. Out: where the date ends and the `Point` that it names, or None. Larger stretches belong
to `years`, days that only hang on an anchor ("tomorrow") to `shifts`.
"""

from dataclasses import replace
from datetime import date

from rashomon.meaning.times.numbers import ordinal
from rashomon.meaning.times.senses import Point
from rashomon.meaning.times.words import BREAK, Pieces, words
from rashomon.meaning.times.years import Dated, in_year, plain_year

_PLACING = frozenset({"on", "by", "until", "till", "since", "from", "before", "after"})
_CLOSING = frozenset({'"', "'", "”", "’"})
_SENTENCE_START = frozenset({"", ".", "!", "?", BREAK, '"', "'", "`", "“", "”", ":", ")"})


def numeric(pieces: Pieces, at: int) -> Dated | None:
    """A day in figures: 2019-03-04, 03/04/2019, 4.3.2019 (with full stops the day is first)."""
    first, mark, second, same, third = pieces.words[at : at + 5]
    if (
        mark not in ("-", "/", ".")
        or same != mark
        or not (first.isdecimal() and second.isdecimal() and third.isdecimal())
    ):
        return None
    if not all(pieces.glued(i) for i in range(at + 1, at + 5)) or len(second) > 2:
        return None
    end = at + 5
    if len(first) == 4 and len(third) <= 2:
        clock = ""
        if pieces.words[end] == "t" and pieces.glued(end):
            end, clock = _iso_clock(pieces, end + 1)
        elif pieces.words[end][:1] == "t":
            return None
        return end, Point(year=int(first), month=int(second), day=int(third), clock=clock)
    if len(first) > 2 or len(third) not in (2, 4) or (len(third) == 2 and mark != "/"):
        return None
    a, b = int(first), int(second)
    if not (1 <= a <= 31 and 1 <= b <= 31 and min(a, b) <= 12):
        return None
    day_first = mark == "." or a > 12
    order = Point(month=b, day=a) if day_first else Point(month=a, day=b)
    return end, replace(order, year=int(third), short=len(third) == 2, swappable=not day_first and b <= 12)


def _iso_clock(pieces: Pieces, at: int) -> tuple[int, str]:
    """The time of day after the T of an ISO date-time, with its seconds and zone: "10:15:00Z"."""
    hour, colon, minute = pieces.words[at : at + 3]
    if colon != ":" or not (hour.isdecimal() and minute.isdecimal() and len(hour) == len(minute) == 2):
        return at, ""
    end, clock = at + 3, f"T{hour}:{minute}"
    while pieces.words[end] in (":", ".", "+", "-") and pieces.glued(end) and pieces.words[end + 1].isdecimal():
        end += 2
    zulu = pieces.words[end] == "z" and pieces.glued(end)
    return end + zulu, clock + "Z" * zulu


def named_day(pieces: Pieces, at: int) -> Dated | None:
    """A day with a name of its own: "9/11"."""
    for phrase, iso in words().named.get(pieces.words[at], ()):
        if pieces.matches(at, phrase) and not pieces.words[at + len(phrase)].startswith("/"):
            day = date.fromisoformat(iso)
            return at + len(phrase), Point(year=day.year, month=day.month, day=day.day)
    return None


def holiday(pieces: Pieces, at: int) -> Dated | None:
    """A holiday with or without its year."""
    for phrase, rule in words().holidays.get(pieces.words[at], ()):
        if pieces.matches(at, phrase) and pieces.raw(at)[:1].isupper() | (pieces.words[at] == "the"):
            end = at + len(phrase)
            after = end + (pieces.words[end] in (",", "of"))
            found = plain_year(pieces, after)
            point = Point(holiday=tuple(rule) if isinstance(rule, list) else rule)
            if found is None and pieces.words[end] == "weekend":
                return end + 1, Point(unit="weekend", shift=0, within=point)
            return (found[0], replace(point, year=found[1])) if found else (end, point)
    return None


def weekday(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """A day of the week and where its name ends (an abbreviation with its full stop)."""
    word = pieces.words[at]
    day = words().weekdays.get(word)
    if day is None:
        return None
    if word.endswith("day"):
        return at + 1, day
    stop = at + 1 + (pieces.words[at + 1] == "." and pieces.glued(at + 1))
    dated = stop + (pieces.words[stop] == ",")
    beside = dated > at + 1 and pieces.words[dated].isdecimal()
    if pieces.raw(at)[:1].isupper() and (month(pieces, dated) or beside):
        return stop, day
    return None


def weekday_date(pieces: Pieces, at: int) -> Dated | None:
    """A weekday with the date that may follow it: "Friday", "Thursday, Jan. 6"."""
    found = weekday(pieces, at)
    if found is None:
        return None
    end, day = found
    if _titled(pieces, at, end):
        return None
    after = end + (pieces.words[end] == ",")
    after += pieces.words[after] == "the"
    dated = month_date(pieces, after) or day_first(pieces, after) or numeric(pieces, after)
    dated = dated or numbered_day(pieces, end)
    if dated and dated[1].day is not None:
        return dated[0], replace(dated[1], weekday=day)
    return end, Point(weekday=day)


def numbered_day(pieces: Pieces, at: int) -> Dated | None:
    """A day of a month that is not named: "on [the 15th]", "Friday [the 13th]"."""
    if pieces.words[at] != "the" or not pieces.words[at + 1].isdecimal():
        return None
    found, before = ordinal(pieces, at + 1), pieces.words[at - 1] if at else ""
    if found is None or not 1 <= found[1] <= 31 or not (before in _PLACING or before in words().weekdays):
        return None
    owned = pieces.words[found[0]] == "of" and pieces.words[found[0] + 2] == "month"
    return None if pieces.goes_on(found[0]) and not owned else (found[0], Point(day=found[1]))


def _titled(pieces: Pieces, at: int, end: int) -> bool:
    """Whether a weekday is part of a name: "Super Tuesday", "Monday Night Football"."""
    if at and pieces.words[at - 1] == "super":
        return True
    part, after = pieces.raw(end), pieces.raw(end + 1)
    return part.istitle() and part.lower() in words().parts and (after.istitle() or after in _CLOSING)


def month(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """A month and where its name ends; "may" and "march" only where their company shows that they are months."""
    word = pieces.words[at]
    number = words().months.get(word)
    if number is None:
        return None
    end = at + 1
    if len(word) <= 4 and word not in ("may", "june", "july"):
        if pieces.words[end] == "." and pieces.glued(end):
            end += 1
        elif not pieces.words[end].isdecimal() and not pieces.words[at - 1 - (pieces.words[at - 1] == "-")].isdecimal():
            return None
    raw = pieces.raw(at)
    if not raw[0].isupper() and word in (
        "may",
        "march",
        "mar",
        "sep",
        "dec",
        "jan",
        "jun",
        "jul",
        "apr",
        "nov",
        "oct",
        "aug",
    ):
        return None
    if word in ("may", "march", "mar"):
        before, after = pieces.words[at - 1] if at else "", pieces.words[end + (pieces.words[end] in (",", "of"))]
        dated = (after.isdecimal() and (int(after) <= 31 or len(after) == 4)) or ordinal(pieces, end) is not None
        named = word == "may" and raw == "May" and before not in _SENTENCE_START and not pieces.raw(at - 1).istitle()
        named |= word == "march" and raw == "March" and before not in _SENTENCE_START | {"the", "a"} and after != "for"
        if not (
            dated
            or named
            or before in words().company["with_month"]
            or before.isdecimal()
            or before in ("'", "st", "nd", "rd", "th")
        ):
            return None
    return end, number


def month_date(pieces: Pieces, at: int) -> Dated | None:
    """A month with what follows it: day, year, or both."""
    found = month(pieces, at)
    if found is None:
        return None
    end, number = found
    point = Point(month=number)
    dated = _day(pieces, end + (pieces.words[end] == "the"))
    if dated:
        end, through = _through(pieces, *dated)
        point = replace(point, day=dated[1], through=through)
    after = end + (pieces.words[end] == ",")
    after += pieces.words[after] == "of"
    known = plain_year(pieces, after)
    if known is None and point.day:
        event = words().known.get(f"{number:02}-{point.day:02}")
        if event and pieces.words[end] in event["before"]:
            return end, replace(point, year=event["year"])
    return (known[0], in_year(point, known[1])) if known else (end, point)


def _through(pieces: Pieces, end: int, first: int) -> tuple[int, int | None]:
    """The last of two days joined by a hyphen, and where it ends: "Dec. 6-9"."""
    last = pieces.words[end + 1]
    joined = pieces.words[end] == "-" and pieces.glued(end) and pieces.glued(end + 1) and last.isdecimal()
    if not joined or len(last) > 2 or not first < int(last) <= 31:
        return end, None
    follows = pieces.words[end + 2]
    further = pieces.glued(end + 2) and (follows in ("-", "/", ":", "%") or follows[:1].isalnum())
    return (end, None) if further else (end + 2, int(last))


def _day(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """The day of a month after its name; not the hour, year or count that may follow it as well."""
    found = ordinal(pieces, at)
    word = pieces.words[at]
    if found is None and word.isdecimal() and len(word) <= 2:
        after = pieces.words[at + 1]
        joined = pieces.glued(at + 1) and (after in ("/", "%") or after[:1].isalpha())
        joined |= after == ":" and pieces.glued(at + 1) and pieces.glued(at + 2) and pieces.words[at + 2].isdecimal()
        joined |= after == "-" and pieces.words[at + 2] in words().units
        clock = after in ("a", "p") and pieces.words[at + 2 : at + 4] == (".", "m")
        decimal = after == "." and pieces.glued(at + 1) and pieces.glued(at + 2) and pieces.words[at + 2].isdecimal()
        if not joined and not decimal and not clock and after not in ("percent", "pm", "am", "million", "billion"):
            found = at + 1, int(word)
    return found if found and 1 <= found[1] <= 31 else None


def day_first(pieces: Pieces, at: int) -> Dated | None:
    """As in "14 February 2019", "14th of February"; of "31 February" the value will stay open."""
    found = ordinal(pieces, at)
    word = pieces.words[at]
    if found is None and word.isdecimal() and len(word) <= 2:
        found = at + 1, int(word)
    if found is None or not 1 <= found[1] <= 31:
        return None
    joined, through = _through(pieces, *found)
    end = joined + (pieces.words[joined] in ("of", "-"))
    named = month(pieces, end)
    if named is None:
        return None
    end = named[0]
    point = Point(month=named[1], day=found[1], through=through)
    after = end + (pieces.words[end] in (",", "-"))
    known = plain_year(pieces, after) or _dateline_year(pieces, after)
    return (known[0], in_year(point, known[1])) if known else (end, point)


def _dateline_year(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """Two digits after a day and a month in capitals, as agencies write in datelines: "12 JAN 90"."""
    word, after = pieces.words[at], pieces.words[at + 1]
    capitals = pieces.raw(at - 1).isupper() and len(pieces.raw(at - 1)) > 1
    if capitals and len(word) == 2 and word.isdecimal() and not after.isalnum() and after not in (":", "%", "-"):
        return at + 1, int(word)
    return None
