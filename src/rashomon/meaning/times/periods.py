"""Periods told by comparison: "the year-ago quarter", "the latest period", "the 1988 third quarter", "recent months".

In: pieces and where to look (after "the"). Out: where the words end and what they say, or None.
"""

from dataclasses import replace
from fractions import Fraction

from rashomon.meaning.times.amounts import amount
from rashomon.meaning.times.numbers import number
from rashomon.meaning.times.senses import Length, Offset, Point, Reference, Sense
from rashomon.meaning.times.values import Amount
from rashomon.meaning.times.words import Pieces, words
from rashomon.meaning.times.years import plain_year, quarter

_ALIKE = frozenset(
    {"comparable", "corresponding", "same", "latest", "most", "recent", "fiscal", "current", "full", "equivalent"}
)

Found = tuple[int, Sense]


def compared(pieces: Pieces, at: int, *, the: bool) -> Found | None:
    """A period compared with now or with the one under report."""
    found = _recent(pieces, at)
    if found:
        return found
    known = plain_year(pieces, at) if pieces.words[at].isdecimal() else None
    start, old = known[0] if known else _old(pieces, at), _old(pieces, at) > at
    at = start
    while pieces.words[at] in _ALIKE and at < start + 3:
        at += 1
    if not known and not old and at > start:
        old, at = _old(pieces, at) > at, _old(pieces, at)
    if old:
        return _year_ago(pieces, at)
    if known or (the and at > start):
        return _same(pieces, start, at, known[1] if known else None)
    return None


def _old(pieces: Pieces, at: int) -> int:
    """Where "year-ago" ends, `at` where it does not stand there."""
    old = pieces.words[at : at + 2] == ("year", "-") and pieces.words[at + 2] in ("ago", "earlier")
    return at + 3 if old else at


def _year_ago(pieces: Pieces, at: int) -> Found:
    """As in "year-ago" with the period that it stands before, if any."""
    named = quarter(pieces, at)
    end = named[0] if named else at + (pieces.words[at] in ("quarter", "period"))
    return end, Offset(Amount(Fraction(1), "year"), -1, "focus")


def _same(pieces: Pieces, start: int, at: int, year: int | None) -> Found | None:
    """As in "the latest quarter", "the 1988 period", "the current fiscal third quarter"."""
    unit = pieces.words[at]
    if unit in ("quarter", "period"):
        if "latest" in pieces.words[start:at]:
            return at + 1, Point(unit="quarter", shift=-1)
        of = plain_year(pieces, at + 2) if pieces.words[at + 1] == "of" and not year else None
        end, year = of or (at + 1, year)
        within = Point(year=year, short=year < 100) if year else None
        return end, Point(unit="quarter", shift=0, base="focus", within=within)
    if unit == "year" and pieces.words[at + 1] in ("ended", "ending"):
        return at + 1, Length(Amount(Fraction(1), "year"))
    if unit in ("year", "month", "week") and not year:
        return at + 1, Point(unit=words().units[unit], shift=0, base="focus")
    inner = quarter(pieces, at)
    if inner and inner[1].quarter and inner[1].year is None:
        return inner[0], replace(inner[1], year=year) if year else inner[1]
    return None


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
