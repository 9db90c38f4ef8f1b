"""Amounts of time, and what makes a point of them: "a couple of years", "two to three weeks", "three days later".

In: pieces and where to look. Out: where the words end and the amount or offset, or None.
"""

from fractions import Fraction

from rashomon.meaning.times.numbers import number
from rashomon.meaning.times.senses import Offset, Point
from rashomon.meaning.times.values import PARTS, Amount
from rashomon.meaning.times.words import Pieces, words

_BETWEEN = frozenset(
    {"more", "full", "straight", "consecutive", "trading", "business", "working", "solid", "long", "short",
     "additional", "extra", "whole", "successive", "further", "other", "entire"}
)  # fmt: skip
_JOINTS = (("-", "to", "-"), ("-", "or", "-"), ("-", "to"), ("-", "or"), ("to",), ("or",), ("-",))
_OR_MORE = (("or", "more"), ("-", "plus"), ("plus",), ("+",))
_LATER = frozenset({"later", "afterwards", "afterward", "thereafter"})
_EARLIER = frozenset({"earlier", "previously", "beforehand"})


def vague(pieces: Pieces, at: int) -> int | None:
    """Where words for an unknown many end: "several", "a few"."""
    phrases = words().vague.get(pieces.words[at], ())
    return next((at + len(phrase) for phrase, _ in phrases if pieces.matches(at, phrase)), None)


def amount(pieces: Pieces, at: int) -> tuple[int, Amount] | None:
    """So many units, figures first: "five hours", "two to three weeks", "a couple of years", "half an hour"."""
    end, count = _count(pieces, at)
    if end is None:
        return None
    if pieces.words[end] == "-" and pieces.glued(end):
        end += 1
    while pieces.words[end] in _BETWEEN:
        end += 1
    unit = words().units.get(pieces.words[end])
    if (
        unit is None
        or _titled(pieces, end)
        or (count is None and not pieces.words[end].endswith("s") and pieces.words[end - 1] != "-")
        or (unit == "quarter" and pieces.words[end - 1] == "-" and pieces.words[end].endswith("s"))
        or (len(pieces.words[at]) == 4 and pieces.words[at].isdecimal() and pieces.words[end] == "year")
        or (pieces.words[at] in ("a", "an") and end == at + 1 and pieces.words[end].endswith("s"))
    ):
        return None
    end += 1
    if count is None:
        return end, Amount(None, unit)
    if pieces.matches(end, ("and", "a", "half")):
        return end + 3, Amount(count + Fraction(1, 2), unit)
    return _and_part(pieces, end, Amount(count, unit))


def _and_part(pieces: Pieces, end: int, whole: Amount) -> tuple[int, Amount]:
    """The amount with the smaller unit that may follow: "two hours and 30 minutes", "7 minutes 41 seconds"."""
    after = end + (pieces.words[end] in ("and", ","))
    part, rest = PARTS.get(whole.unit), number(pieces, after)
    if part is None or rest is None or words().units.get(pieces.words[rest[0]]) != part[0] or whole.number is None:
        return end, whole
    return rest[0] + 1, Amount(whole.number + rest[1] / part[1], whole.unit)


def _titled(pieces: Pieces, at: int) -> bool:
    """Whether a unit stands with a capital, as in the name of a programme: "60 Minutes"."""
    raw = pieces.raw(at)
    return raw[:1].isupper() and raw[1:].islower()


def _count(pieces: Pieces, at: int) -> tuple[int | None, Fraction | None]:
    """The end of a count and its number (None: an unknown many); end None where there is no count."""
    words_ = pieces.words
    some = vague(pieces, at)
    if some:
        return some, None
    if words_[at] in ("a", "an", "another", "the") and words_[at + 1] == "couple":
        return at + 2 + (words_[at + 2] == "of"), Fraction(2)
    if words_[at] == "quarter" or (words_[at] in ("a", "the") and words_[at + 1] == "quarter"):
        end = at + 1 + (words_[at] != "quarter")
        end += 2 if words_[end : end + 2] == ("of", "a") else words_[end] == "-"
        return (end, Fraction(1, 4)) if words_[end] == "century" else (None, None)
    if words_[at] == "half" and "dozen" not in words_[at + 1 : at + 3]:
        return at + 1 + (words_[at + 1] in ("a", "an", "-")), Fraction(1, 2)
    if words_[at] in ("a", "an") and words_[at + 1] == "half" and "dozen" not in words_[at + 2 : at + 4]:
        return at + 2, Fraction(1, 2)
    found = number(pieces, at)
    if found and found[1]:
        end = next((found[0] + len(more) for more in _OR_MORE if pieces.matches(found[0], more)), found[0])
        return _upper(pieces, end), found[1]
    if words_[at] in ("a", "an", "another"):
        return at + 1, Fraction(1)
    return None, None


def _upper(pieces: Pieces, at: int) -> int:
    """Where "two to three" ends, given where "two" did."""
    joint = next((phrase for phrase in _JOINTS if pieces.matches(at, phrase)), None)
    found = number(pieces, at + len(joint)) if joint else None
    if found is None:
        return at
    dash = pieces.words[found[0]] == "-"
    return found[0] if words().units.get(pieces.words[found[0] + dash]) else at


def bare_unit(pieces: Pieces, at: int) -> tuple[int, Amount] | None:
    """A unit in the plural without a number, large as it may be, before it: "months"."""
    word, before = pieces.words[at], pieces.words[at - 1] if at else ""
    if before[:1].isdecimal() or before in words().multipliers:
        return None
    unit = words().units.get(word)
    counted = word != "seconds" or pieces.words[at + 1] in _LATER | _EARLIER | {"ago", "after", "before"}
    return (at + 1, Amount(None, unit)) if unit and word.endswith("s") and counted else None


def ago(pieces: Pieces, at: int) -> tuple[int, Offset] | None:
    """An amount before or after an anchor: "two weeks ago", "a year earlier", "a month from now"."""
    counted = amount(pieces, at) or bare_unit(pieces, at)
    return tail(pieces, *counted) if counted else None


def tail(pieces: Pieces, end: int, counted: Amount) -> tuple[int, Offset] | None:
    """What follows an amount and makes it a point: "ago", "earlier", "later", "from now"."""
    end = alternative(pieces, end)
    word = pieces.words[end]
    if word == "ago":
        return _ago_from(pieces, end + 1, counted) or (end + 1, Offset(counted, -1))
    if word == "back" and not pieces.goes_on(end + 1):
        return end + 1, Offset(counted, -1)
    if word in _EARLIER or (word == "before" and not pieces.goes_on(end + 1)):
        return end + 1, Offset(counted, -1, "focus")
    if word in _LATER:
        return end + 1, Offset(counted, 1, "focus")
    if word == "hence" or pieces.matches(end, ("from", "now")):
        return end + (1 if word == "hence" else 2), Offset(counted, 1)
    return _from_day(pieces, end, counted) if word == "from" else None


def _ago_from(pieces: Pieces, at: int, counted: Amount) -> tuple[int, Offset] | None:
    """From a day or month of now back: "a year ago [today]", "two years ago [this month]"."""
    word, unit = pieces.words[at], words().units.get(pieces.words[at + 1])
    if word == "today":
        return at + 1, Offset(counted, -1, start=Point(unit="day", shift=0))
    if word == "this" and unit in ("week", "month") and counted.unit == "year":
        return at + 2, Offset(counted, -1, start=Point(unit=unit, shift=0))
    return None


def _from_day(pieces: Pieces, at: int, counted: Amount) -> tuple[int, Offset] | None:
    """From a day on: "a week [from Tuesday]", "two weeks [from tomorrow]"; weeks count as days here."""
    table, word = words(), pieces.words[at + 1]
    shift = table.days.get(word)
    day = table.weekdays.get(word) if word.endswith("day") else None
    if (shift is None and day is None) or counted.number is None or pieces.words[at + 2] in ("to", "through", "until"):
        return None
    start = Point(unit="day", shift=shift) if day is None else Point(weekday=day, shift=1)
    exact = Amount(7 * counted.number, "day") if counted.unit == "week" else counted
    return at + 2, Offset(exact, 1, start=start)


def alternative(pieces: Pieces, end: int) -> int:
    """Past "or two", "or months", "or so", "or more" after an amount."""
    alike = pieces.words[end + 1] in words().units or pieces.words[end + 1] in ("two", "so", "more", "less", "longer")
    return end + 2 if pieces.words[end] == "or" and alike else end
