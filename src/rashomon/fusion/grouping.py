"""Which forms are one: groups of what links join, under what people decided.

In: forms, links, decisions. Out: groups of form ids. Why two forms are linked does not belong here.

Constrained agglomerative clustering with must-link and cannot-link pairs (after Wagstaff et al., Constrained k-means
clustering with background knowledge, ICML 2001; Davidson and Ravi, Agglomerative hierarchical clustering with
constraints, PKDD 2005): what a person judged the same is joined first, then the surest links, unless that would bring
together what a person judged, or evidence says, to be different.
"""

from collections import defaultdict
from collections.abc import Iterable

from rashomon.fusion.names import parse
from rashomon.graph import Form, Link

Decided = tuple[str, str, str]
"""Two form ids and what a person decided of them, `same` or `different`."""
_TWICE = 2.0
"""A form that may be one of several joins the one that has at least so much more for it."""
_Pair = frozenset[str]


class _Groups:
    """Disjoint sets of forms, and which of them must stay apart."""

    def __init__(self, forms: Iterable[str]) -> None:
        self.members = {form: {form} for form in forms}
        self.apart: defaultdict[str, set[str]] = defaultdict(set)

    def hold(self, one: str, other: str) -> None:
        """Keep two forms, and with them their groups, apart."""
        self.apart[one].add(other)
        self.apart[other].add(one)

    def may_join(self, one: str, other: str) -> bool:
        """Whether the two groups are two, and no form of the one must stay apart from one of the other."""
        fewer, more = sorted((self.members[one], self.members[other]), key=len)
        return fewer is not more and all(more.isdisjoint(self.apart[form]) for form in fewer if form in self.apart)

    def join(self, one: str, other: str) -> None:
        """Make the groups of two forms one."""
        fewer, more = sorted((self.members[one], self.members[other]), key=len)
        more |= fewer
        self.members.update(dict.fromkeys(fewer, more))


def group(forms: Iterable[Form], links: Iterable[Link], decided: Iterable[Decided] = ()) -> tuple[tuple[str, ...], ...]:
    """The groups of one connected component, each its form ids in order, the groups in order of their first.

    Full names are joined first. Then every form that may be one of several (a surname, an acronym, a name that two
    namesakes bear) joins the group that most speaks for, or none: it never brings two groups together. The outcome
    hangs on the sets of links and decisions alone, not on their order; those that speak of other forms are passed over.
    """
    by_id = {form.id: form for form in forms}
    groups = _Groups(by_id)
    decisions = sorted({each for each in decided if each[0] in by_id and each[1] in by_id})
    judged: set[_Pair] = {frozenset(each[:2]) for each in decisions}
    found = [e for e in links if e.left in by_id and e.right in by_id and frozenset((e.left, e.right)) not in judged]
    for one, other, decision in decisions:
        if decision == "same":
            groups.join(one, other)
        else:
            groups.hold(one, other)
    for link in found:
        if link.verdict == "different":
            groups.hold(link.left, link.right)
    same = sorted((link for link in found if link.verdict == "same"), key=lambda e: (-e.score, e.left, e.right))
    short = {form.id for form in by_id.values() if not is_full(form.label, form.type)}
    loose = short | _between(same, groups)
    for link in same:
        if link.left not in loose and link.right not in loose and groups.may_join(link.left, link.right):
            groups.join(link.left, link.right)
    _place(loose, same, groups)
    return tuple(sorted({tuple(sorted(members)) for members in groups.members.values()}))


def is_full(name: str, type: str) -> bool:
    """Whether a name is none that several may be called by for short, as a surname or an acronym is."""
    parsed = parse(name, type)
    return len(parsed.words) > 1 if type == "person" else not parsed.short


def _between(same: list[Link], groups: _Groups) -> set[str]:
    """Forms that are linked to two forms which must stay apart: they may be either."""
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for link in same:
        linked[link.left].add(link.right)
        linked[link.right].add(link.left)
    return {form for form, near in linked.items() if any(not near.isdisjoint(groups.apart[each]) for each in near)}


def _place(loose: set[str], same: list[Link], groups: _Groups) -> None:
    """Let each loose form join what most speaks for, first among full names, then among its like."""
    weight: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for link in same:
        for form, other in ((link.left, link.right), (link.right, link.left)):
            if form in loose and other not in loose:
                weight[form][min(groups.members[other])] += link.score
    chosen = {form: choice for form in sorted(weight) if (choice := _choice(weight[form]))}
    for form, choice in chosen.items():
        if groups.may_join(form, choice):
            groups.join(form, choice)
    for link in same:
        ends = (link.left, link.right)
        alone = any(groups.members[end] <= loose for end in ends)
        if loose.issuperset(ends) and alone and groups.may_join(*ends):
            groups.join(*ends)


def _choice(weight: dict[str, float]) -> str | None:
    """The group that has at least twice as much for it as any other, or None."""
    (most, first), *others = sorted(((score, name) for name, score in weight.items()), reverse=True)
    return first if not others or most >= _TWICE * others[0][0] else None
