"""Periods told by comparison: "the year-ago quarter", "the latest period", "the 1988 third quarter", "recent months".

In: pieces and where to look (after "the"). Out: where the words end and what they say, or None.
"""

from dataclasses import replace
from fractions import Fraction

from rashomon.meaning.times.amounts import amount
from rashomon.meaning.times.numbers import number
from rashomon.meaning.times.senses import Found, Length, Offset, Point, Reference
from rashomon.meaning.times.values import Amount
from rashomon.meaning.times.words import Pieces, words
from rashomon.meaning.times.years import plain_year, quarter

_ALIKE = frozenset(
    {"comparable", "corresponding", "same", "latest", "most", "recent", "fiscal", "current", "full", "equivalent"}
)
_YEAR_AGO = frozenset(
    {("year", "-", "ago"), ("year", "-", "earlier"), ("prior", "-", "year"), ("previous", "-", "year")}
)
_MOST = 4
"""So many words of comparison at most before a period."""


def compared(pieces: Pieces, at: int, *, the: bool) -> Found | None:
    """A period compared with now or with the one under report."""
    found = _recent(pieces, at)
    if found:
        return found
    start, year, old = at, None, False
    while at < start + _MOST:
        known = plain_year(pieces, at) if year is None and pieces.words[at].isdecimal() else None
        if known:
            at, year = known
        elif not old and _old(pieces, at) > at:
            at, old = _old(pieces, at), True
        elif pieces.words[at] in _ALIKE or (pieces.words[at] == "like" and the):
            at += 1
        else:
            break
    if old:
        return _year_ago(pieces, at)
    if year is not None or (the and at > start):
        return _same(pieces, start, at, year)
    return None


def _old(pieces: Pieces, at: int) -> int:
    """Where "year-ago", "prior-year" ends, `at` where it does not stand there."""
    return at + 3 if pieces.words[at : at + 3] in _YEAR_AGO else at


def _year_ago(pieces: Pieces, at: int) -> Found:
    """As in "year-ago" with the period that it stands before, if any."""
    named = quarter(pieces, at)
    end = named[0] if named else at + (pieces.words[at] in ("quarter", "period"))
    return end, Offset(Amount(Fraction(1), "year"), -1)


def _same(pieces: Pieces, start: int, at: int, year: int | None) -> Found | None:
    """As in "the latest quarter", "the 1988 period", "the current fiscal third quarter"."""
    unit = pieces.words[at]
    if unit in ("quarter", "period"):
        if "latest" in pieces.words[start:at]:
            return at + 1, Point(unit="quarter", shift=-1)
        point = Point(unit="quarter", shift=0, base="focus")
        return (at + 1, replace(point, within=Point(year=year))) if year else of_year(pieces, at + 1, point)
    if unit == "year" and pieces.words[at + 1] in ("ended", "ending"):
        return at + 1, Length(Amount(Fraction(1), "year"))
    if unit == "year" and year:
        return at + 1, Point(year=year)
    if unit in ("year", "month", "week") and {"latest", "recent"}.intersection(pieces.words[start:at]):
        return at + 1, Point(unit=words().units[unit], shift=-1)
    if unit in ("year", "month", "week") and not year:
        return at + 1, Point(unit=words().units[unit], shift=0, base="focus")
    inner = quarter(pieces, at)
    if inner and inner[1].quarter and inner[1].year is None:
        return inner[0], replace(inner[1], year=year) if year else inner[1]
    return None


def of_year(pieces: Pieces, end: int, point: Point) -> tuple[int, Point]:
    """A period under report with the year that may follow: "the same period of 1988"."""
    known = plain_year(pieces, end + 1) if pieces.words[end] == "of" else None
    return (known[0], replace(point, within=Point(year=known[1], short=known[1] < 100))) if known else (end, point)


def _recent(pieces: Pieces, at: int) -> Found | None:
    """As in "recent months", "most recent weeks", "latest nine months"."""
    table, after = words(), at + 1 + (pieces.words[at] == "most")
    if pieces.words[after - 1] == "latest":
        counted = amount(pieces, after) if number(pieces, after) else None
        return (counted[0], Length(counted[1])) if counted else None
    unit = table.units.get(pieces.words[after])
    if pieces.words[after - 1] != "recent" or unit is None or not pieces.words[after].endswith("s"):
        return None
    more = pieces.words[after + 1] in ("and", "or") and pieces.words[after + 2] in table.units
    if more or unit == "year":  # as the corpora have it: "recent years" points back, "recent months" is a length
        return after + 1 + 2 * more, Reference("PAST_REF", table.reaches.get(unit))
    return after + 1, Length(Amount(None, unit), -1)
