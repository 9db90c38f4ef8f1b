"""Short forms from initials: JeN for Jaish-e-Noor, UFM-N for United Front Movement-North.

In: names. Out: whether one is the initials of the other. Where they stand does not belong here.
"""

import re
from collections.abc import Collection, Iterable

_PARTS = re.compile(r"[^\W_]+")
_SMALL = frozenset({
    "of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "la", "du", "des", "e", "i", "o", "ul", "ur", "ud",
    "al", "el", "und", "y", "et", "da", "do", "der", "von",
})  # fmt: skip
_LONGEST = 8


def is_short(name: str) -> bool:
    """Whether a name looks like an acronym: one word, at least two capitals, more capitals than not."""
    letters = [char for char in name if char.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return " " not in name and 2 <= len(letters) <= _LONGEST and capitals >= 2 and 2 * capitals > len(letters)


def letters_of(short: str) -> str:
    """The letters and figures of a short form, without case."""
    return "".join(char for char in short if char.isalnum()).casefold()


def beginnings(letters: Iterable[str]) -> frozenset[str]:
    """All that the letters begin with, nothing and all of them included: see `spelled`."""
    return frozenset(each[:end] for each in letters for end in range(len(each) + 1))


def spelled(full: str, begun: Collection[str]) -> frozenset[str]:
    """What the initials of `full` spell in order, small words counting or not, as far as it is among `begun`.

    With the `beginnings` of many short forms a name is read once for all of them.
    """
    words = [word.casefold() for word in _PARTS.findall(full)]
    if not 2 <= len(words) <= 2 * _LONGEST:
        return frozenset()
    reached = frozenset({""})
    for word in words:
        taken = frozenset(more for more in (before + word[0] for before in reached) if more in begun)
        reached = taken | reached if word in _SMALL else taken
    return reached


def stands_for(short: str, full: str) -> bool:
    """Whether `short` is made of the initials of `full`; small words may count or not."""
    letters = letters_of(short)
    return len(letters) > 1 and letters in spelled(full, beginnings([letters]))


def may_stand_for(short: str, full: str) -> bool:
    """As `stands_for`, less strictly: for a short form in brackets right after the full name.

    Every letter must come in order from the full name, the first from its first letter (DSM for Marl Democratic
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
