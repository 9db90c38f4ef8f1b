"""Which pages count as one source: groups of what links of pages join, under what people decided.

In: forms of pages, links, decisions. Out: groups of form ids. Why two pages are linked does not belong here.

Agglomerative clustering by average linkage with must-link and cannot-link pairs (Davidson and Ravi, Agglomerative
hierarchical clustering with constraints, PKDD 2005): single linkage would make one source of two wire stories as soon
as one page carries both.
"""

from collections import Counter
from collections.abc import Iterable

from rashomon.graph import Form, Link


def group(
    forms: Iterable[Form], links: Iterable[Link], decided: Iterable[tuple[str, str, str]] = ()
) -> tuple[tuple[str, ...], ...]:
    """The pages that count as one source: form ids, sorted, every form in one group.

    What people decided comes first, then the surest links. A link joins two groups only where more than half of the
    pairs between them share text, if only in part: a page that carries two wire stories is put to the one that it has
    more of, and does not make one story of them. The outcome hangs on the sets of links and decisions alone.
    """
    pages = {form.id for form in forms}
    groups = _Groups(pages)
    known = sorted(each for each in decided if {*each[:2]} <= pages)
    found = [each for each in links if {each.left, each.right} <= pages]
    for left, right, decision in known:
        if decision == "different":
            groups.keep_apart(left, right)
    for link in found:
        if link.verdict != "different":
            groups.share(link.left, link.right)
    for left, right, decision in known:
        if decision == "same":
            groups.join(left, right, judged=True)
    surest = sorted((-each.score, each.left, each.right) for each in found if each.verdict == "same")
    again = True
    while again:
        again = False
        for _, left, right in surest:
            again |= groups.may_join(left, right) and groups.join(left, right)
    return tuple(sorted(tuple(sorted(each)) for each in groups.members.values()))


class _Groups:
    """Disjoint sets of pages, how many pairs between each two of them share text, and which must stay apart.

    What people joined weighs as one page.
    """

    def __init__(self, pages: Iterable[str]) -> None:
        self.members = {page: [page] for page in pages}
        self._home = {page: page for page in self.members}
        self._weight = dict.fromkeys(self.members, 1)
        self._shared: dict[str, Counter[str]] = {page: Counter() for page in self.members}
        self._apart: dict[str, set[str]] = {page: set() for page in self.members}

    def share(self, left: str, right: str) -> None:
        """Note, before anything is joined, that two pages share text."""
        self._shared[left][right] = self._shared[right][left] = 1

    def keep_apart(self, left: str, right: str) -> None:
        """Note, before anything is joined, that a person holds two pages apart."""
        self._apart[left].add(right)
        self._apart[right].add(left)

    def may_join(self, left: str, right: str) -> bool:
        """Whether more than half of all pairs between the groups of two pages share text."""
        one, other = self._home[left], self._home[right]
        return one != other and 2 * self._shared[one][other] > self._weight[one] * self._weight[other]

    def join(self, left: str, right: str, *, judged: bool = False) -> bool:
        """Make the groups of two pages one, unless a person holds them apart; whether they were made one."""
        one, other = sorted((self._home[left], self._home[right]), key=lambda home: (len(self.members[home]), home))
        if one == other or other in self._apart[one]:
            return False
        self._home.update(dict.fromkeys(self.members[one], other))
        self.members[other] += self.members.pop(one)
        self._weight[other] = 1 if judged else self._weight[one] + self._weight[other]
        for third, count in self._shared.pop(one).items():
            del self._shared[third][one]
            if third != other:
                total = min(1, self._shared[other][third] + count) if judged else self._shared[other][third] + count
                self._shared[other][third] = self._shared[third][other] = total
        for third in self._apart.pop(one):
            self._apart[third].remove(one)
            self._apart[third].add(other)
            self._apart[other].add(third)
        return True
