"""Short forms from initials: JeM for Jaish-e-Mohammad, PML-N for Pakistan Muslim League-Nawaz.

In: names. Out: whether one is the initials of the other. Where they stand does not belong here.
"""

import re

_PARTS = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "to",
        "a",
        "an",
        "de",
        "la",
        "du",
        "des",
        "e",
        "i",
        "o",
        "ul",
        "ur",
        "ud",
        "al",
        "el",
        "und",
        "y",
        "et",
        "da",
        "do",
        "der",
        "von",
    ]
)
_LONGEST = 8


def is_short(name: str) -> bool:
    """Whether a name looks like an acronym: one word, at least two capitals, more capitals than not."""
    letters = [char for char in name if char.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return " " not in name and 2 <= len(letters) <= _LONGEST and capitals >= 2 and 2 * capitals > len(letters)


def stands_for(short: str, full: str) -> bool:
    """Whether `short` is made of the initials of `full`; small words may count or not."""
    letters = "".join(char for char in short if char.isalnum()).casefold()
    words = [word.casefold() for word in _PARTS.findall(full)]
    if len(words) < 2 or len(letters) < 2 or len(words) > 2 * _LONGEST:
        return False
    return _spells(letters, words)


def may_stand_for(short: str, full: str) -> bool:
    """As `stands_for`, less strictly: for a short form in brackets right after the full name.

    Every letter must come in order from the full name, the first from its first letter (SDI for Italian Democratic
    Socialists passes where the first letter of any word will do).
    """
    if stands_for(short, full):
        return True
    letters = [char.casefold() for char in short if char.isalpha()]
    words = [word.casefold() for word in _PARTS.findall(full)]
    initials = {word[0] for word in words}
    if not letters or letters[0] not in initials:
        return False
    rest = iter("".join(words))
    return all(letter in rest for letter in letters) or {*letters} <= initials


def _spells(letters: str, words: list[str]) -> bool:
    """Whether the letters are the words' initials in order, where only small words may be passed over."""
    reached = {0}
    for word in words:
        taken = {at + 1 for at in reached if at < len(letters) and letters[at] == word[0]}
        reached = taken | (reached if word in _SMALL else set())
        if not reached:
            return False
    return len(letters) in reached
