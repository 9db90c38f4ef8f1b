"""Dates of the calendar: days, months, quarters, seasons, years, decades and centuries that are named as such.

In: pieces and where to look. Out: where the date ends and the `Point` that it names, or None. Dates that only hang on an
anchor ("last week") belong to time_expressions.
"""

from dataclasses import replace
from datetime import date

from rashomon.meaning.time_numbers import ordinal, spoken_year
from rashomon.meaning.time_senses import Point
from rashomon.meaning.time_words import BREAK, Pieces, words

Found = tuple[int, Point]

_BEFORE_YEAR = frozenset(
    {"in", "since", "until", "till", "by", "of", "from", "before", "after", "during", "to", "through", "between", "early",
     "late", "mid", "circa", "year", "fiscal", "around", "(", "winter", "spring", "summer", "autumn", "fall", "and", "or",
     "than", "for", "pre", "post", "as", "throughout", "ad", "or", "into", "within", "over", "on", "prior"}
)  # fmt: skip
_COUNTED = frozenset(
    {"people", "men", "women", "children", "percent", "per", "cent", "dollars", "dlrs", "pounds", "euros", "feet", "foot",
     "meters", "metres", "miles", "mile", "km", "kilometers", "kilometres", "kg", "tons", "tonnes", "barrels", "acres",
     "square", "gmt", "hours", "hrs", "local", "yards", "votes", "watts", "rpm", "gallons", "inches", "degrees", "million",
     "police", "utc", "troops", "soldiers", "civilians", "workers", "houses", "homes", "jobs", "refugees", "families",
     "protesters", "officers", "students", "prisoners", "members", "fighters", "rebels", "victims", "bodies", "employees",
 "personnel", "staff", "odd", "strong"}
)  # fmt: skip
_NUMBERED = frozenset({"$", "#", "£", "€", "no", "number", "flight", "page", "route", "highway", "room", "box", "channel", "model",
                       "resolution", "unit", "about", "some", "nearly", "almost", "boeing", "/", ":", "."})  # fmt: skip
_MONTH_COMPANY = frozenset({"in", "of", "last", "next", "this", "since", "until", "by", "early", "late", "mid", "from", "through",
                            "during", "between", "every", "each", "to", "before", "after", "for", "and", "or", "-"})  # fmt: skip
_SENTENCE_START = frozenset({"", ".", "!", "?", BREAK, '"', "'", "`", "“", "”", ":", ")"})


def calendar_date(pieces: Pieces, at: int) -> Found | None:
    """A date that names a day, month or larger stretch."""
    for rule in (numeric, _named, holiday, _weekday, _month, _day_first, _quarter, _season, decade, century, _said_year, _era, year):
        found = rule(pieces, at)
        if found:
            return found
    return None


def numeric(pieces: Pieces, at: int) -> Found | None:
    """A day in figures: 2019-03-04, 03/04/2019, 4.3.2019 (with full stops the day is first)."""
    first, mark, second, same, third = pieces.words[at : at + 5]
    if mark not in ("-", "/", ".") or same != mark or not (first.isdigit() and second.isdigit() and third.isdigit()):
        return None
    if not all(pieces.glued(i) for i in range(at + 1, at + 5)) or len(second) > 2:
        return None
    end = at + 5
    if len(first) == 4 and len(third) <= 2:
        if pieces.words[end] == "t" and pieces.glued(end):
            end += 1
        elif pieces.words[end][:1] == "t":
            return None
        return end, Point(year=int(first), month=int(second), day=int(third))
    if len(first) > 2 or len(third) not in (2, 4) or (len(third) == 2 and mark != "/"):
        return None
    a, b = int(first), int(second)
    if not (1 <= a <= 31 and 1 <= b <= 31 and min(a, b) <= 12):
        return None
    day_first = mark == "." or a > 12
    order = Point(month=b, day=a) if day_first else Point(month=a, day=b)
    return end, replace(order, year=int(third), short=len(third) == 2, swappable=not day_first and b <= 12)


def _named(pieces: Pieces, at: int) -> Found | None:
    for phrase, iso in words().named.get(pieces.words[at], ()):
        if pieces.matches(at, phrase) and not pieces.words[at + len(phrase)].startswith("/"):
            day = date.fromisoformat(iso)
            return at + len(phrase), Point(year=day.year, month=day.month, day=day.day)
    return None


def holiday(pieces: Pieces, at: int) -> Found | None:
    """A holiday with or without its year."""
    for phrase, rule in words().holidays.get(pieces.words[at], ()):
        if pieces.matches(at, phrase) and pieces.raw(at)[:1].isupper() | (pieces.words[at] == "the"):
            end = at + len(phrase)
            after = end + (pieces.words[end] in (",", "of"))
            found = plain_year(pieces, after)
            point = Point(holiday=tuple(rule) if isinstance(rule, list) else rule)
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
    if pieces.raw(at)[:1].isupper() and (month(pieces, dated) or pieces.words[dated].isdigit()) and dated > at + 1:
        return stop, day
    return None


def _weekday(pieces: Pieces, at: int) -> Found | None:
    found = weekday(pieces, at)
    if found is None:
        return None
    end, day = found
    after = end + (pieces.words[end] == ",")
    after += pieces.words[after] == "the"
    dated = _month(pieces, after) or _day_first(pieces, after) or numeric(pieces, after)
    if dated and dated[1].day is not None:
        return dated[0], replace(dated[1], weekday=day)
    return end, Point(weekday=day)


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
        elif not pieces.words[end].isdigit() and not (at and pieces.words[at - 1].isdigit()):
            return None
    raw = pieces.raw(at)
    if not raw[0].isupper() and word in ("may", "march", "mar", "sep", "dec", "jan", "jun", "jul", "apr", "nov", "oct", "aug"):
        return None
    if word in ("may", "march", "mar"):
        before, after = pieces.words[at - 1] if at else "", pieces.words[end + (pieces.words[end] in (",", "of"))]
        dated = (after.isdigit() and (int(after) <= 31 or len(after) == 4)) or ordinal(pieces, end) is not None
        named = word == "may" and raw == "May" and before not in _SENTENCE_START
        named |= word == "march" and raw == "March" and before not in _SENTENCE_START | {"the", "a"} and after != "for"
        if not (dated or named or before in _MONTH_COMPANY or before.isdigit() or before in ("'", "st", "nd", "rd", "th")):
            return None
    return end, number


def _month(pieces: Pieces, at: int) -> Found | None:
    """A month with what follows it: day, year, or both."""
    found = month(pieces, at)
    if found is None:
        return None
    end, number = found
    point = Point(month=number)
    dated = _day(pieces, end + (pieces.words[end] == "the"))
    if dated:
        end, point = dated[0], replace(point, day=dated[1])
    after = end + (pieces.words[end] == ",")
    after += pieces.words[after] == "of"
    known = plain_year(pieces, after)
    if known is None and point.day:
        event = words().known.get(f"{number:02}-{point.day:02}")
        if event and pieces.words[end] in event["before"]:
            return end, replace(point, year=event["year"])
    return (known[0], replace(point, **_year(known))) if known else (end, point)


def _year(known: tuple[int, int]) -> dict[str, int | bool]:
    return {"year": known[1], "short": known[1] < 100}


def _day(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """The day of a month after its name; not the hour, year or count that may follow it as well."""
    found = ordinal(pieces, at)
    word = pieces.words[at]
    if found is None and word.isdigit() and len(word) <= 2:
        after = pieces.words[at + 1]
        joined = pieces.glued(at + 1) and (after in ("/", "%") or after[:1].isalpha())
        joined |= after == ":" and pieces.glued(at + 1) and pieces.glued(at + 2) and pieces.words[at + 2].isdigit()
        decimal = after == "." and pieces.glued(at + 1) and pieces.glued(at + 2) and pieces.words[at + 2].isdigit()
        if not joined and not decimal and after not in ("percent", "p", "a", "pm", "am", "million", "billion"):
            found = at + 1, int(word)
    return found if found and 1 <= found[1] <= 31 else None


def _day_first(pieces: Pieces, at: int) -> Found | None:
    """ "14 February 2019", "14th of February", and days with a month that never has them: their value stays open."""
    found = ordinal(pieces, at)
    word = pieces.words[at]
    if found is None and word.isdigit() and len(word) <= 2:
        found = at + 1, int(word)
    if found is None or not 1 <= found[1] <= 31:
        return None
    end = found[0] + (pieces.words[found[0]] in ("of", "-"))
    named = month(pieces, end)
    if named is None:
        return None
    end = named[0]
    point = Point(month=named[1], day=found[1])
    after = end + (pieces.words[end] in (",", "-"))
    known = plain_year(pieces, after) or _dateline_year(pieces, after)
    return (known[0], replace(point, **_year(known))) if known else (end, point)


def _dateline_year(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """Two digits after a day and a month in capitals, as agencies write in datelines: "12 JAN 90"."""
    word, after = pieces.words[at], pieces.words[at + 1]
    capitals = pieces.raw(at - 1).isupper() and len(pieces.raw(at - 1)) > 1
    if capitals and len(word) == 2 and word.isdigit() and not after.isalnum() and after not in (":", "%", "-"):
        return at + 1, int(word)
    return None


def plain_year(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """A year after a month, season or quarter, where nothing else can stand: 1998, '98."""
    word = pieces.words[at]
    if len(word) == 4 and word.isdigit() and 1000 <= int(word) < 2200 and not _measured(pieces, at):
        return at + 1, int(word)
    if word == "'" and len(pieces.words[at + 1]) == 2 and pieces.words[at + 1].isdigit() and pieces.glued(at + 1):
        return (at + 2, int(pieces.words[at + 1])) if pieces.words[at + 2] != "s" else None
    return spoken_year(pieces, at)


def _said_year(pieces: Pieces, at: int) -> Found | None:
    """ "the year 2000", "fiscal 1989", "fiscal year 1989", "FY 2019"."""
    word, after = pieces.words[at], at + 1
    fiscal = word in ("fiscal", "financial", "fy")
    after += fiscal and pieces.words[after] in ("year", "-")
    if word != "year" and not fiscal:
        return None
    known = plain_year(pieces, after)
    if known is None:
        return None
    joined = _second_year(pieces, *known)
    return joined or (known[0], Point(year=known[1], short=known[1] < 100, span="year" if fiscal else None))


def _second_year(pieces: Pieces, end: int, first: int) -> Found | None:
    """Two years joined, the second short: "1998-99", "the 2018/19 season"."""
    second = pieces.words[end + 1]
    if pieces.words[end] not in ("-", "/") or not (pieces.glued(end) and pieces.glued(end + 1)) or len(second) != 2:
        return None
    if not second.isdigit() or int(second) != (first + 1) % 100 or pieces.glued(end + 2) and pieces.words[end + 2] in ("-", "/"):
        return None
    return end + 2, Point(year=first, until=first + 1)


def _era(pieces: Pieces, at: int) -> Found | None:
    """ "44 BC", "A.D. 79"; years before Christ are negative."""
    word = pieces.words[at]
    if word in ("ad", "bc") and pieces.raw(at).isupper() and pieces.words[at + 1].isdigit() and word == "ad":
        return at + 2, Point(year=int(pieces.words[at + 1]))
    if word.isdigit() and len(word) <= 4 and pieces.words[at + 1] in ("bc", "bce", "ad", "ce") and pieces.raw(at + 1).isupper():
        return at + 2, Point(year=int(word) * (-1 if pieces.words[at + 1].startswith("b") else 1))
    return None


def year(pieces: Pieces, at: int) -> Found | None:
    """A year by itself: in figures where its company shows that it is one, or spoken."""
    spoken = spoken_year(pieces, at)
    if spoken and (spoken[1] < 2000 or pieces.words[at - 1] in _BEFORE_YEAR):
        return spoken[0], Point(year=spoken[1])
    word = pieces.words[at]
    if word == "'" and not pieces.glued(at) | pieces.glued(at + 2):
        short = plain_year(pieces, at)
        return (short[0], Point(year=short[1], short=True)) if short and pieces.words[at - 1] in _BEFORE_YEAR else None
    if len(word) != 4 or not word.isdigit() or not 1000 <= int(word) < 2200 or _measured(pieces, at):
        return None
    before = pieces.words[at - 1] if at else ""
    if before in _NUMBERED or (before in ("-", "'") and pieces.glued(at) and not _joined(pieces, at)):
        return None
    joined = _second_year(pieces, at + 1, int(word))
    if joined:
        return joined
    if before in _BEFORE_YEAR or 1900 <= int(word) < 2060 or _joined(pieces, at):
        return at + 1, Point(year=int(word))
    return None


def _joined(pieces: Pieces, at: int) -> bool:
    """Whether a hyphen binds the number to a word or year before it: "mid-1996", "2001-2004"."""
    before = pieces.words[at - 2] if at > 1 else ""
    return pieces.words[at - 1] == "-" and (before in _BEFORE_YEAR or (len(before) == 4 and before.isdigit()))


def _measured(pieces: Pieces, at: int) -> bool:
    """Whether a number of four figures counts something rather than names a year."""
    after = pieces.words[at + 1]
    if pieces.glued(at + 1) and (after in ("%", ":", "°") or after.isalpha() or (after == "." and pieces.glued(at + 2))):
        return not (after == "." and not pieces.words[at + 2].isdigit())
    return after in _COUNTED or (after in words().units and after.endswith("s")) or after == "%"


def _quarter(pieces: Pieces, at: int) -> Found | None:
    """A quarter or half of a year: "third-quarter", "the 1988 second quarter", "Q3 2019", "the last half of 1989"."""
    word = pieces.words[at]
    if word == "q" and pieces.words[at + 1] in ("1", "2", "3", "4") and pieces.glued(at + 1):
        end, point = at + 2, Point(quarter=int(pieces.words[at + 1]))
    else:
        found = (at + 1, 2 if pieces.words[at + 1] == "half" else 4) if word in ("last", "final") else ordinal(pieces, at)
        if found is None:
            return None
        end = found[0] + (pieces.words[found[0]] == "-")
        end += pieces.words[end] == "fiscal"
        unit = pieces.words[end]
        if unit in ("quarter", "quarters") and found[1] <= 4 and (word not in ("last", "final") or pieces.words[end + 1] == "of"):
            point = Point(quarter=found[1])
        elif unit == "half" and found[1] <= 2 and pieces.words[end + 1] == "of":
            point = Point(half=found[1])
        else:
            return None
        end += 1
    after = end + (pieces.words[end] in (",", "of"))
    after += pieces.words[after] == "fiscal"
    known = plain_year(pieces, after)
    if known:
        return known[0], replace(point, **_year(known))
    return (end, point) if point.quarter else None


def _season(pieces: Pieces, at: int) -> Found | None:
    """A season with its year; without one it needs a word that places it (time_expressions)."""
    code = words().seasons.get(pieces.words[at])
    if code is None:
        return None
    known = plain_year(pieces, at + 1 + (pieces.words[at + 1] in (",", "of")))
    return (known[0], Point(season=code, year=known[1], short=known[1] < 100)) if known else None


def decade(pieces: Pieces, at: int) -> Found | None:
    """ "1990s", "the '90s", "the nineties"; "1800s" is a century."""
    word, before = pieces.words[at], pieces.words[at - 1] if at else ""
    end = at + (word == "'")
    digits = pieces.words[end]
    if digits.isdigit() and digits.endswith("0") and len(digits) in (2, 4) and pieces.glued(end + 1):
        after = end + 1 + (pieces.words[end + 1] == "'")
        if pieces.words[after] == "s" and pieces.glued(after):
            if len(digits) == 4 and digits.endswith("00") and int(digits) < 2000:
                return after + 1, Point(year=int(digits), span="century")
            if len(digits) == 4 or end > at or before in ("the", "-", "mid", "early", "late", "and"):
                return after + 1, Point(year=int(digits), short=len(digits) == 2, span="decade")
    tens = words().decades.get(word)
    if tens is not None and before in ("the", "-", "mid", "early", "late"):
        return at + 1, Point(year=1900 + 10 * tens, span="decade")
    return None


def century(pieces: Pieces, at: int) -> Found | None:
    """ "the 20th century", "twentieth-century"."""
    found = ordinal(pieces, at)
    if found is None:
        return None
    end = found[0] + (pieces.words[found[0]] == "-")
    if pieces.words[end] not in ("century", "centuries") or not 1 <= found[1] <= 22:
        return None
    return end + 1, Point(year=100 * (found[1] - 1), span="century")
