"""Years and what is larger or a part of them: "1998", "fiscal 1989", "the '90s", "20th century", "Q3 2019", "spring
2004".

In: pieces and where to look. Out: where the date ends and the `Point` that it names, or None. A bare number is a year
only where its company (data/times.toml) shows that it is one.
"""

from dataclasses import replace

from rashomon.meaning.times.numbers import ordinal, spoken_year
from rashomon.meaning.times.senses import Point
from rashomon.meaning.times.words import Pieces, words

Dated = tuple[int, Point]
"""Where a date ends, and what it is."""

_PARTS = frozenset({"mid", "early", "late"})


def in_year(point: Point, year: int) -> Point:
    """The point in a year of four digits, or two."""
    return replace(point, year=year, short=0 <= year < 100)


def plain_year(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """A year after a month, season or quarter, where nothing else can stand: 1998, '98."""
    word = pieces.words[at]
    if len(word) == 4 and word.isdecimal() and 1000 <= int(word) < 2200 and not _measured(pieces, at):
        return at + 1, int(word)
    if word == "'" and len(pieces.words[at + 1]) == 2 and pieces.words[at + 1].isdecimal() and pieces.glued(at + 1):
        return (at + 2, int(pieces.words[at + 1])) if pieces.words[at + 2] != "s" else None
    return spoken_year(pieces, at)


def said_year(pieces: Pieces, at: int) -> Dated | None:
    """As in "the year 2000", "fiscal 1989", "fiscal year 1989", "FY 2019"."""
    word, after = pieces.words[at], at + 1
    fiscal = word in ("fiscal", "financial", "fy")
    after += fiscal and pieces.words[after] in ("year", "-")
    if word != "year" and not fiscal:
        return None
    figures = pieces.words[after]
    far = word == "year" and len(figures) == 4 and figures.isdecimal() and int(figures) >= 1000
    known = plain_year(pieces, after) or ((after + 1, int(figures)) if far and not _measured(pieces, after) else None)
    if known is None:
        return None
    joined = _second_year(pieces, *known)
    return joined or (known[0], Point(year=known[1], short=known[1] < 100, span="year" if fiscal else None))


def _second_year(pieces: Pieces, end: int, first: int) -> Dated | None:
    """Two years joined, the second short: "1998-99", "the 2018/19 season"."""
    second = pieces.words[end + 1]
    if pieces.words[end] not in ("-", "/") or not (pieces.glued(end) and pieces.glued(end + 1)) or len(second) != 2:
        return None
    if (
        not second.isdecimal()
        or not _next(first, int(second))
        or (pieces.glued(end + 2) and pieces.words[end + 2] in ("-", "/"))
    ):
        return None
    return end + 2, Point(year=first, until=first + (int(second) - first) % 100)


def _next(first: int, second: int) -> bool:
    """Whether two digits after a year name one soon after it, and no month: "1998-99", "1914-18"."""
    return second == (first + 1) % 100 or max(12, first % 100) < second <= first % 100 + 30


def era(pieces: Pieces, at: int) -> Dated | None:
    """As in "44 BC", "A.D. 79"; years before Christ are negative."""
    word = pieces.words[at]
    if word in ("ad", "bc") and pieces.raw(at).isupper() and pieces.words[at + 1].isdecimal() and word == "ad":
        return at + 2, Point(year=int(pieces.words[at + 1]))
    if (
        word.isdecimal()
        and len(word) <= 4
        and pieces.words[at + 1] in ("bc", "bce", "ad", "ce")
        and pieces.raw(at + 1).isupper()
    ):
        return at + 2, Point(year=int(word) * (-1 if pieces.words[at + 1].startswith("b") else 1))
    return None


def year(pieces: Pieces, at: int) -> Dated | None:
    """A year by itself: in figures where its company shows that it is one, or spoken."""
    spoken = spoken_year(pieces, at)
    if spoken and (spoken[1] < 2000 or pieces.words[at - 1] in words().company["before_year"]):
        return spoken[0], Point(year=spoken[1])
    word = pieces.words[at]
    if word == "'" and not pieces.glued(at):
        short = plain_year(pieces, at)
        return (
            (short[0], Point(year=short[1], short=True))
            if short and pieces.words[at - 1] in words().company["before_year"]
            else None
        )
    if len(word) != 4 or not word.isdecimal() or not 1000 <= int(word) < 2200 or _measured(pieces, at):
        return None
    return _second_year(pieces, at + 1, int(word)) or ((at + 1, Point(year=int(word))) if _shown(pieces, at) else None)


def _shown(pieces: Pieces, at: int) -> bool:
    """Whether the company of a number of four figures shows that it is a year; the farther off, the more it takes."""
    before, after, company = pieces.words[at - 1] if at else "", pieces.words[at + 1], words().company
    joined = _joined(pieces, at)
    if (before in company["numbered"] and (before.isalpha() or pieces.glued(at))) or (
        before in ("-", "'") and pieces.glued(at) and not joined
    ):
        return False
    number = int(pieces.words[at])
    closed = (before == "(" and after in (")", "-")) or (before == "," and after in (".", ")") and number > 1600)
    if number < 1500:
        return before in ("in", "since", "year") or closed
    in_table = before[:1].isdecimal() or after[:1].isdecimal()
    return before in company["before_year"] or (not in_table and 1900 <= number < 2060) or joined or closed


def _joined(pieces: Pieces, at: int) -> bool:
    """Whether a hyphen binds the number to a word or year before it: "mid-1996", "2001-2004"."""
    before = pieces.words[at - 2] if at > 1 else ""
    return pieces.words[at - 1] == "-" and (
        before in words().company["before_year"] or (len(before) == 4 and before.isdecimal())
    )


def _measured(pieces: Pieces, at: int) -> bool:
    """Whether a number of four figures counts something rather than names a year."""
    after = pieces.words[at + 1]
    if after in words().company["calendars"] and pieces.raw(at + 1).isupper():
        return True
    if pieces.glued(at + 1):
        if after in ("%", "°") or after.isalpha():
            return True
        if after in (":", ".") and pieces.glued(at + 2) and pieces.words[at + 2].isdecimal():
            return True
    return after in words().company["counted"] or (after in words().units and after.endswith("s")) or after == "%"


def quarter(pieces: Pieces, at: int, *, owned: bool = False) -> Dated | None:
    """A quarter or half of a year: "third-quarter", "the 1988 second quarter", "Q3 2019", "the last half of 1989".

    `owned` where the year stands before it: "last year's [second half]".
    """
    if pieces.words[at] == "fiscal":
        return quarter(pieces, at + 1 + (pieces.words[at + 1] == "-")) if pieces.words[at + 1] != "fiscal" else None
    found = _q(pieces, at) or _part_of_year(pieces, at, owned=owned)
    if found is None:
        return None
    end, point = found
    after = end + (pieces.words[end] in (",", "of"))
    after += pieces.words[after] == "fiscal"
    known = plain_year(pieces, after)
    if known:
        return known[0], in_year(point, known[1])
    return (end, point) if point.quarter or owned or pieces.words[end - 2] == "-" else None


def _q(pieces: Pieces, at: int) -> Dated | None:
    """As in "Q3"."""
    number = pieces.words[at + 1]
    if pieces.words[at] != "q" or number not in ("1", "2", "3", "4") or not pieces.glued(at + 1):
        return None
    return at + 2, Point(quarter=int(number))


def _part_of_year(pieces: Pieces, at: int, *, owned: bool) -> Dated | None:
    """As in "third quarter", "final quarter of", "second half of"."""
    ending = pieces.words[at] in ("last", "final")
    found = (at + 1, 2 if pieces.words[at + 1] == "half" else 4) if ending else ordinal(pieces, at)
    if found is None:
        return None
    end = found[0] + (pieces.words[found[0]] == "-")
    end += pieces.words[end] == "fiscal"
    unit, of = pieces.words[end], pieces.words[end + 1] == "of"
    if (unit in ("quarter", "quarters") or (owned and unit == "period")) and found[1] <= 4 and (of or not ending):
        return end + 1, Point(quarter=found[1])
    shown = of or owned or pieces.words[end - 1] == "-"
    return (end + 1, Point(half=found[1])) if unit == "half" and found[1] <= 2 and shown else None


def season(pieces: Pieces, at: int) -> Dated | None:
    """A season with its year; without one it needs a word that places it (`expressions`)."""
    code = words().seasons.get(pieces.words[at])
    if code is None:
        return None
    known = plain_year(pieces, at + 1 + (pieces.words[at + 1] in (",", "of")))
    return (known[0], Point(season=code, year=known[1], short=known[1] < 100)) if known else None


def decade(pieces: Pieces, at: int) -> Dated | None:
    """As in "1990s", "the '90s", "the nineties"; "1800s" is a century."""
    word, before = pieces.words[at], pieces.words[at - 1] if at else ""
    end = at + (word == "'")
    digits = pieces.words[end]
    if digits.isdecimal() and digits.endswith("0") and len(digits) in (2, 4) and pieces.glued(end + 1):
        if len(digits) == 2 and (_aged(pieces, at) or (before == "-" and pieces.words[at - 2] not in _PARTS)):
            return None
        after = end + 1 + (pieces.words[end + 1] == "'")
        if pieces.words[after] == "s" and pieces.glued(after):
            if len(digits) == 4 and digits.endswith("00") and int(digits) < 2000:
                return after + 1, Point(year=int(digits), span="century")
            if len(digits) == 4 or end > at or before in ("the", "-", "mid", "early", "late", "and"):
                return after + 1, Point(year=int(digits), short=len(digits) == 2, span="decade")
    tens = words().decades.get(pieces.words[at + 1])
    if tens is not None and words().numbers.get(word) in (18, 19):
        return at + 2, Point(year=100 * words().numbers[word] + 10 * tens, span="decade")
    tens = words().decades.get(word)
    if tens is not None and before in ("the", "-", "mid", "early", "late") and not _aged(pieces, at):
        return at + 1, Point(year=1900 + 10 * tens, span="decade")
    return None


def _aged(pieces: Pieces, at: int) -> bool:
    """Whether a number of tens is somebody's age: "in his mid-[40s]", "in their [fifties]"."""
    while at and pieces.words[at - 1] in _PARTS | {"-"}:
        at -= 1
    return pieces.words[at - 1] in words().company["owners"] if at else False


def century(pieces: Pieces, at: int) -> Dated | None:
    """As in "the 20th century", "twentieth-century"."""
    found = ordinal(pieces, at)
    if found is None:
        return None
    end = found[0] + (pieces.words[found[0]] == "-")
    if pieces.words[end] not in ("century", "centuries") or not 1 <= found[1] <= 22:
        return None
    if pieces.words[end + 1] in ("bc", "bce") or pieces.words[end + 1 : end + 4] == ("b", ".", "c"):
        return end + 1, Point(year=-found[1], span="century")
    return end + 1, Point(year=100 * (found[1] - 1), span="century")
