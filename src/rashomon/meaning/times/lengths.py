"""Lengths of time and rates in a sentence: "nearly two years", "five-year", "two weeks ago", "day-long", "twice [a
year]".

In: pieces and where to look. Out: an expression or None. Which amounts are somebody's age, an hour's rate or no time
at all is told here; amounts themselves belong to `amounts`.
"""

from fractions import Fraction

from rashomon.meaning.times.amounts import alternative, amount, bare_unit, tail
from rashomon.meaning.times.numbers import number
from rashomon.meaning.times.points import point
from rashomon.meaning.times.senses import Expression, Length, Reference, Repeat
from rashomon.meaning.times.values import Amount
from rashomon.meaning.times.words import Pieces, words

_LENGTHENED = frozenset({"period", "term", "span", "stretch", "interval"})
_PLURAL_AFTER = frozenset(
    {"for", "after", "in", "within", "over", "through", "lasting", "lasted", "takes", "took", "spent", "with",
     "despite", "follows", "followed", "following", "last", "spend", "spending"}
)  # fmt: skip
_PLURAL_BEFORE = frozenset({"ago", "later", "earlier", "after", "before", "into"})
_LASTING = frozenset({"hour", "day", "week", "month", "year", "decade", "century"})
_ARTICLES = frozenset({"the", "a", "an"})
_AHEAD = frozenset({"can", "could", "may", "might", "should", "to", "will", "would"})
_ONE_DAY = Amount(Fraction(1), "day")
_STAGES = frozenset({"first", "final", "early", "opening", "closing"})
_BOUNDED = frozenset({"before", "after", "since", "following", "preceding", "leading"})
_RATED = frozenset(
    {"once", "twice", "times", "cents", "dollars", "million", "billion", "pounds", "euros", "percent", "%"}
)
_PEOPLE = frozenset(
    {"son", "daughter", "boy", "girl", "baby", "infant", "child", "toddler", "twins", "brother", "sister"}
)


def quantity(pieces: Pieces, at: int) -> tuple[int, str] | None:
    """Words before an amount that bound it, and the TIMEX3 modifier: "nearly", "more than".

    "Over" is such a word only where no noun or verb before it makes it a preposition ("spread over two years").
    """
    if pieces.words[at] == "over" and pieces.words[at - 1] not in words().company["before_over"]:
        return None
    rows = words().quantities.get(pieces.words[at], ())
    return next(((at + len(phrase), mod) for phrase, mod in rows if pieces.matches(at, phrase)), None)


def length(pieces: Pieces, at: int) -> Expression | None:
    """An amount of time, or a point so far from an anchor."""
    bound = quantity(pieces, at)
    start, mod = bound or (at, None)
    if pieces.words[at] == "about":
        start, mod = at + 1, "APPROX"
    counted = _amount(pieces, start)
    if counted is None or (bound and _reaches(pieces, start, counted[0])):
        return None
    end, told, dashed = counted
    placed = tail(pieces, end, told)
    if placed:
        return Expression(at, placed[0], placed[1], mod)
    if told == _ONE_DAY and pieces.words[at] == "one" and pieces.words[at - 1] in _AHEAD:
        return Expression(at, end, Reference("FUTURE_REF"))
    if pieces.words[at] == "about" or _no_length(pieces, at, end):
        return None
    if pieces.words[end] == "-" and pieces.words[end + 1] in ("long", "old"):
        return Expression(at, end + 2, Length(told), mod, determiner=start == at and pieces.words[at] in _ARTICLES)
    if pieces.words[end] in _LENGTHENED:
        begin = at - 1 if dashed and at and pieces.words[at - 1] in ("a", "an") else at
        return Expression(begin, end + 1, Length(told), mod)
    if pieces.words[at] in ("a", "an") and at and _rated(pieces, at):
        return Expression(at, end, Repeat(told.value))
    determiner = start == at and pieces.words[at] in _ARTICLES
    return Expression(at, alternative(pieces, end), Length(told), mod, determiner=determiner)


def _rated(pieces: Pieces, at: int) -> bool:
    """Whether the words before "a year" make a rate of it: "twice", "15", "40 seats"."""
    word, before = pieces.words[at - 1], pieces.words[at - 2] if at > 1 else ""
    counted = before[:1].isdecimal() or before in words().numbers or before in words().multipliers
    return word in _RATED or word.isdecimal() or (counted and word.endswith("s") and word not in words().units)


def _reaches(pieces: Pieces, start: int, end: int) -> bool:
    """Whether a point that is no amount begins there too and goes on as far: "around [two years ago]"."""
    over = point(pieces, start)
    return over is not None and over[0] >= end


def _amount(pieces: Pieces, at: int) -> tuple[int, Amount, bool] | None:
    """An amount, its end, and whether a hyphen makes it an adjective."""
    the = pieces.words[at] == "the"
    first = at + (1 if the else _further(pieces, at))
    first += the and pieces.words[first] in ("first", "last", "final", "latest", "remaining")
    counted = amount(pieces, first) if not (the and pieces.words[first] in ("a", "an")) else None
    if counted:
        return _told(pieces, first if the else at, *counted, the=the)
    unit = words().units.get(pieces.words[at])
    if unit and pieces.words[at + 1 : at + 3] == ("-", "long"):
        return at + 1, Amount(None if pieces.words[at].endswith("s") else Fraction(1), unit), True
    if pieces.words[at] in words().longs:
        return at + 1, Amount(Fraction(1), words().longs[pieces.words[at]]), True
    if the and pieces.words[at + 1] in _STAGES and pieces.words[at + 1 : at + 3] != ("early", "hours"):
        plural = bare_unit(pieces, at + 2)
        return (*plural, False) if plural else None
    return _bare(pieces, at, the=the)


def _further(pieces: Pieces, at: int) -> int:
    """How many words there make no count of their own: "those [two years]", "an additional [six months]"."""
    if pieces.words[at] in ("those", "these") or (pieces.words[at] == "another" and number(pieces, at + 1)):
        return 1
    more = pieces.words[at] == "an" and pieces.words[at + 1] in ("additional", "extra")
    return 2 if more and number(pieces, at + 2) else 0


def _told(pieces: Pieces, first: int, end: int, told: Amount, *, the: bool) -> tuple[int, Amount, bool] | None:
    """A counted amount, but not "a second" (attempt), "three quarters of" or "the one day"."""
    plural = pieces.words[end - 1].endswith("s")
    dashed = "-" in pieces.words[first:end] and not plural
    single = pieces.words[first] in ("a", "an", "another", "half") and end == first + 2
    if told.unit in ("second", "quarter") and (single or (told.number and pieces.words[end] == "of")):
        return None
    return None if the and not plural and not dashed else (end, told, dashed)


def _bare(pieces: Pieces, at: int, *, the: bool) -> tuple[int, Amount, bool] | None:
    """A plural without a number, where its company shows that it is a length: "for weeks", "the weeks ahead"."""
    plural = bare_unit(pieces, at + the)
    if plural is None or (pieces.words[at - 1] == "-" and pieces.glued(at)):
        return None
    end, follows = plural[0], pieces.words[plural[0]]
    if follows == "ahead" or pieces.matches(end, ("to", "come")):
        return (end + (1 if follows == "ahead" else 2), plural[1], False) if the else None
    if the:
        shown = follows in _BOUNDED or pieces.matches(end, ("that", "followed"))
        shown |= pieces.words[at - 1] in ("over", "through") and follows != "of"
        return (end, plural[1], False) if shown else None
    dashed = follows == "-" and pieces.words[end + 1] in ("long", "old")
    shown = dashed or follows in _PLURAL_BEFORE or pieces.words[at - 1] in _PLURAL_AFTER
    shown |= follows == "of" and plural[1].unit in _LASTING and pieces.words[at - 1] != "the"
    shown |= pieces.matches(end, ("from", "now"))
    return (end, plural[1], False) if shown else None


def _no_length(pieces: Pieces, at: int, end: int) -> bool:
    """Whether the amount is an age ("37 years old"), part of a rate ("24 hours a day") or of "year-ago"."""
    follows, then = pieces.words[end], pieces.words[end + 1]
    if follows == "-" and then == "olds":
        return True
    if follows == "-" and then == "old":
        return (words().units.get(pieces.words[end - 1]) == "year" and at < end - 1) or pieces.words[end + 2] in _PEOPLE
    if pieces.words[at] in ("a", "an") and pieces.words[at - 1] == "-" and pieces.glued(at):
        return True
    rated = pieces.words[at] in ("a", "an") and at > 0 and pieces.words[at - 1] in words().units
    return (
        follows == "old"
        or pieces.matches(end, ("of", "age"))
        or (follows == "-" and then in ("ago", "earlier"))
        or (follows in ("a", "per") and then in words().units and pieces.words[end + 2] not in ("ago", "earlier"))
        or (rated and pieces.words[at - 1].endswith("s"))
    )
