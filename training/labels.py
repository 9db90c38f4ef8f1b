"""The label sets of the tag heads and how they are written on words.

In: spans of characters with a kind. Out: for each word the set of tags it may carry, as a bit mask, so that a corpus
that leaves something open can say so. Networks and corpora do not belong here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

KINDS = {
    "attribution": ("source", "cue", "content"),
    "names": ("person", "organization", "place", "other"),
}
OUTSIDE = 0  # the tag O; kind k has the tags 2k + 1 (its first word) and 2k + 2 (the words after)


def tag_count(task: str) -> int:
    """How many tags the head of `task` has."""
    return 1 + 2 * len(KINDS[task])


def first_tag(task: str, kind: str) -> int:
    """The tag of the first word of a span of `kind`; the words after it carry the next tag."""
    return 1 + 2 * KINDS[task].index(kind)


def bits_of(task: str, kinds: Iterable[str], *, outside: bool) -> int:
    """Every tag of `kinds`, and O where `outside`, as a bit mask."""
    bits = 1 if outside else 0
    for kind in kinds:
        bits |= 0b11 << first_tag(task, kind)
    return bits


class Places:
    """Finds the words under a span of characters."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.spans = spans
        self.at: dict[int, int] = {}
        for word, (start, end) in enumerate(spans):
            for place in range(start, end):
                self.at[place] = word

    def under(self, start: int, end: int) -> range:
        """The words that share a character with [start, end)."""
        found = [self.at[place] for place in range(start, end) if place in self.at]
        return range(found[0], found[-1] + 1) if found else range(0)


@dataclass(frozen=True)
class Named:
    """A sentence with its names, before it becomes an example."""

    id: str
    corpus: str
    tokens: list[str]
    entities: list[tuple[int, int, tuple[str, ...], bool]]  # token span, allowed types, whether O is allowed as well
    open_kinds: tuple[str, ...] = ()  # types that the corpus does not annotate at all
