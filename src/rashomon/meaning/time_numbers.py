"""Numbers, ordinals and amounts of time in words and figures: "2 1/2", "twenty-four", "a couple of years".

In: pieces and where to look. Out: where the number ends and what it is, or None.
"""

from fractions import Fraction

from rashomon.meaning.time_values import Amount
from rashomon.meaning.time_words import Pieces, words

_VAGUE = (
    ("several",), ("a", "few"), ("few",), ("many",), ("a", "number", "of"), ("dozens", "of"), ("scores", "of"),
    ("hundreds", "of"), ("thousands", "of"), ("some",), ("countless",), ("numerous",),
)  # fmt: skip
_BETWEEN = frozenset(
    {"more", "full", "straight", "consecutive", "trading", "business", "working", "solid", "long", "short",
     "additional", "extra", "whole", "successive", "further", "other", "entire"}
)  # fmt: skip
_LARGEST = 10**7


def number(pieces: Pieces, at: int) -> tuple[int, Fraction] | None:
    """A number in figures or words, with its fraction."""
    word = pieces.words[at]
    if word[:1].isdigit():
        return _figures(pieces, at)
    if word == "½":
        return at + 1, Fraction(1, 2)
    found = _spelled(pieces, at)
    if found and pieces.words[found[0] : found[0] + 3] == ("and", "a", "half"):
        return found[0] + 3, found[1] + Fraction(1, 2)
    return found


def _figures(pieces: Pieces, at: int) -> tuple[int, Fraction] | None:
    words_ = pieces.words
    value, end = Fraction(words_[at].replace(",", "")), at + 1
    if value > _LARGEST:
        return None
    if words_[end] == "." and words_[end + 1].isdigit() and pieces.glued(end) and pieces.glued(end + 1):
        return end + 2, value + Fraction(int(words_[end + 1]), 10 ** len(words_[end + 1]))
    if words_[end] == "½":
        return end + 1, value + Fraction(1, 2)
    half = end
    if words_[end] == "-" and pieces.glued(end):
        half = end + 1
    if words_[half : half + 3] == ("1", "/", "2"):
        return half + 3, value + Fraction(1, 2)
    if words_[half : half + 3] == ("and", "a", "half"):
        return half + 3, value + Fraction(1, 2)
    if words_[end] == "/" and pieces.glued(end):
        return (end + 2, Fraction(1, 2)) if words_[at : end + 2] == ("1", "/", "2") else None
    return end, value


def _spelled(pieces: Pieces, at: int) -> tuple[int, Fraction] | None:
    table = words()
    total = current = 0
    end, last = at, 0
    if pieces.words[at] in ("a", "an") and pieces.words[at + 1] in table.multipliers:
        current, end = 1, at + 1
    while True:
        word = pieces.words[end]
        if word == "-" and end > at and pieces.glued(end) and pieces.words[end + 1] in table.numbers and last >= 20:
            end += 1
            continue
        if word == "and" and end > at and last >= 100 and pieces.words[end + 1] in table.numbers:
            end += 1
            continue
        if word in table.numbers and (last == 0 or last >= 100 or (last >= 20 and table.numbers[word] < 10)):
            last = table.numbers[word]
            current += last
        elif word in table.multipliers and (current or end > at):
            last = table.multipliers[word]
            current *= last
            if last >= 1000:
                total, current = total + current, 0
        else:
            break
        end += 1
    return (end, Fraction(total + current)) if end > at and pieces.words[end - 1] not in ("a", "an") else None


def ordinal(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """An ordinal: "third", "21st", "twenty-first"."""
    table, word = words(), pieces.words[at]
    if word.isdigit():
        if len(word) <= 2 and pieces.words[at + 1] in ("st", "nd", "rd", "th") and pieces.glued(at + 1):
            return at + 2, int(word)
        return None
    if word in table.ordinals:
        return at + 1, table.ordinals[word]
    tens = table.numbers.get(word, 0)
    if tens >= 20:
        end = at + 2 if pieces.words[at + 1] == "-" else at + 1
        ones = table.ordinals.get(pieces.words[end], 0)
        if 0 < ones < 10:
            return end + 1, tens + ones
    return None


def spoken_year(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """A year as it is spoken: "nineteen ninety-six", "two thousand and one"."""
    table = words()
    hundreds = table.numbers.get(pieces.words[at], 0)
    if hundreds == 2 and pieces.words[at + 1] == "thousand":
        found = _spelled(pieces, at)
        if found and 2000 <= found[1] < 2100:
            return found[0], int(found[1])
    if hundreds not in (17, 18, 19, 20):
        return None
    if pieces.words[at + 1] in ("oh", "o") and 0 < table.numbers.get(pieces.words[at + 2], 0) < 10:
        return at + 3, 100 * hundreds + table.numbers[pieces.words[at + 2]]
    rest = _spelled(pieces, at + 1) if pieces.words[at + 1] in table.numbers else None
    if rest and 10 <= rest[1] < 100:
        return rest[0], 100 * hundreds + int(rest[1])
    return None


def vague(pieces: Pieces, at: int) -> int | None:
    """Where words for an unknown many end: "several", "a few"."""
    return next((at + len(phrase) for phrase in _VAGUE if pieces.matches(at, phrase)), None)


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
    if unit is None or _titled(pieces, end) or (pieces.words[at] in ("a", "an") and end == at + 1 and pieces.words[end].endswith("s")):
        return None
    end += 1
    if pieces.matches(end, ("and", "a", "half")) and count is not None:
        return end + 3, Amount(count + Fraction(1, 2), unit)
    return end, Amount(count, unit)


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
    if words_[at] == "half":
        return at + 1 + (words_[at + 1] in ("a", "an", "-")), Fraction(1, 2)
    if words_[at] in ("a", "an") and words_[at + 1] == "half":
        return at + 2, Fraction(1, 2)
    found = number(pieces, at)
    if found:
        return _upper(pieces, found[0]), found[1]
    if words_[at] in ("a", "an", "another"):
        return at + 1, Fraction(1)
    return None, None


def _upper(pieces: Pieces, at: int) -> int:
    """Where "two to three" ends, given where "two" did."""
    if pieces.words[at] in ("to", "or", "-"):
        found = number(pieces, at + 1)
        if found and found[0] and words().units.get(pieces.words[found[0]]):
            return found[0]
    return at
