"""Links to groups: forms are joined where they are the same on average (average-link clustering).

In: the forms of one connected component, their links, what people decided. Out: groups, sorted. Nothing hangs on the
order of what comes in: scores are counted in whole numbers, ties are settled by id. How alike two forms are does not
belong here.
"""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from rashomon.graph import Link

Decided = tuple[str, str, str]
"""Two form ids and what a person decided of them, `same` or `different`."""
Groups = tuple[tuple[str, ...], ...]

_UNITS = 10_000
"""Scores are counted in parts of this, so that their sums are exact in any order."""


def average_link(ids: Iterable[str], links: Iterable[Link], decided: Iterable[Decided], least: float) -> Groups:
    """Groups of ids: as long as two groups have an average score of `least`, the two that are most alike become one.

    A pair without a link counts as 0. Decisions outrank links: `same` joins first, and no link joins groups that hold
    a pair decided `different`.
    """
    known = set(ids)
    settled = sorted((*sorted((left, right)), what) for left, right, what in decided if {left, right} <= known)
    clusters = _Clusters(known)
    for left, right, what in settled:
        if what == "same":
            clusters.join(left, right)
    for left, right, what in settled:
        if what == "different":
            clusters.keep_apart(left, right)
    for link in links:
        if link.left in known and link.right in known and link.verdict != "different":
            clusters.tie(link.left, link.right, round(link.score * _UNITS))
    clusters.grow(round(least * _UNITS))
    return clusters.groups()


class _Clusters:
    """Groups under way; each is known by its smallest id."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._members: dict[str, list[str]] = {each: [each] for each in ids}
        self._of: dict[str, str] = {each: each for each in self._members}
        self._sums: dict[str, dict[str, int]] = {each: {} for each in self._members}
        self._apart: dict[str, set[str]] = {each: set() for each in self._members}

    def join(self, left: str, right: str) -> None:
        """Make the groups of two ids one."""
        keep, gone = sorted((self._of[left], self._of[right]))
        if keep == gone:
            return
        for each in self._members[gone]:
            self._of[each] = keep
        self._members[keep] += self._members.pop(gone)
        for other, total in self._sums.pop(gone).items():
            del self._sums[other][gone]
            if other != keep:
                self._add(keep, other, total)
        for other in self._apart.pop(gone):
            self._apart[other].discard(gone)
            self._apart[other].add(keep)
            self._apart[keep].add(other)

    def keep_apart(self, left: str, right: str) -> None:
        """Never make the groups of two ids one, unless they already are."""
        one, two = self._of[left], self._of[right]
        if one != two:
            self._apart[one].add(two)
            self._apart[two].add(one)

    def tie(self, left: str, right: str, score: int) -> None:
        """Count a score between two ids."""
        if self._of[left] != self._of[right]:
            self._add(self._of[left], self._of[right], score)

    def grow(self, least: int) -> None:
        """Join the two groups that are most alike until no two are alike enough."""
        places = (self._place(one, two) for one, others in self._sums.items() for two in others if one < two)
        heap = [place for place in places if -place[0] >= least]
        heapify(heap)
        while heap:
            place = heappop(heap)
            _, one, two = place
            if two not in self._sums.get(one, ()) or place != self._place(one, two) or two in self._apart[one]:
                continue
            self.join(one, two)
            for other in self._sums[one]:
                place = self._place(*sorted((one, other)))
                if -place[0] >= least:
                    heappush(heap, place)

    def groups(self) -> Groups:
        """The groups, each sorted, in order of their smallest ids."""
        return tuple(tuple(sorted(members)) for _, members in sorted(self._members.items()))

    def _add(self, one: str, two: str, score: int) -> None:
        self._sums[one][two] = self._sums[two][one] = self._sums[one].get(two, 0) + score

    def _place(self, one: str, two: str) -> tuple[float, str, str]:
        pairs = len(self._members[one]) * len(self._members[two])
        return -self._sums[one][two] / pairs, one, two
