"""Numbers, ordinals and spoken years in words and figures: "2 1/2", "twenty-four", "nineteen ninety-six".

In: pieces and where to look. Out: where the number ends and what it is, or None.
"""

from fractions import Fraction

from rashomon.meaning.times.words import Pieces, words

_AND_HALF = (("and", "a", "half"), ("and", "one", "-", "half"), ("-", "and", "-", "a", "-", "half"))
_HALF_DOZEN = (("half", "-", "dozen"), ("half", "a", "dozen"), ("a", "half", "-", "dozen"), ("a", "half", "dozen"))
_LARGEST = 10**7


def number(pieces: Pieces, at: int) -> tuple[int, Fraction] | None:
    """A number in figures or words, with its fraction."""
    word = pieces.words[at]
    if word == "½":
        return at + 1, Fraction(1, 2)
    for dozen in _HALF_DOZEN:
        if pieces.matches(at, dozen):
            return at + len(dozen), Fraction(6)
    found = _figures(pieces, at) if word[:1].isdecimal() else _spelled(pieces, at)
    if found and found[1].denominator == 1:
        for phrase in _AND_HALF:
            if pieces.matches(found[0], phrase):
                return found[0] + len(phrase), found[1] + Fraction(1, 2)
    return found


def _figures(pieces: Pieces, at: int) -> tuple[int, Fraction] | None:
    words_ = pieces.words
    value, end = Fraction(words_[at].replace(",", "")), at + 1
    if value > _LARGEST:
        return None
    if words_[end] == "." and words_[end + 1].isdecimal() and pieces.glued(end) and pieces.glued(end + 1):
        return end + 2, value + Fraction(int(words_[end + 1]), 10 ** len(words_[end + 1]))
    if words_[end] == "½":
        return end + 1, value + Fraction(1, 2)
    half = end
    if words_[end] == "-" and pieces.glued(end):
        half = end + 1
    if words_[half : half + 3] == ("1", "/", "2"):
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
    if word.isdecimal():
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
