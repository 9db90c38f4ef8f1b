"""Groups in and out: the forms that links and judgements lead to, what is made of them, and the disputes of events.

In: a connection, forms, groups as fusion made them. Out: components, links within one, what was moved. What is the same
as what is not decided here.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Text, bindparam, case, delete, func, or_, select, type_coerce

from rashomon.graph import ItemKind, Link, Verdict
from rashomon.store.batches import insert_rows, looked_up, some
from rashomon.store.graph import decided, groups_of_forms
from rashomon.store.tables import DECIDED, DISPUTED, FORMS, GROUPS, LINKS, PLACED

_LEFT, _RIGHT, _FORM = (type_coerce(end, Text) for end in (LINKS.c.left, LINKS.c.right, FORMS.c.id))
"""Forms and the ends of links as they stand: ids hold nothing that a database could not, and there may be very many."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What came of grouping forms again.

    `groups`: ids of those that hold other forms than before. `moved`: forms that are now with others than before, as
    seen from the others: of two groups that become one, the forms of the smaller.
    """

    groups: frozenset[str]
    moved: frozenset[str]


def components(connection: Connection, seeds: Iterable[str]) -> tuple[frozenset[str], ...]:
    """The forms that links with the verdict `same`, or people's `same`, lead to from these, by component."""
    found = {form: {form} for form in seeds}
    judged = connection.scalar(select(DECIDED.c.judgement).limit(1)) is not None
    todo = set(found)
    while todo:
        pairs = _reached(connection, todo)
        for left, right in pairs:
            _merge(found, left, right)
        new = todo | {right for _, right in pairs}
        decisions = decided(connection, new) if judged else ()
        todo = set()
        for left, right, decision in decisions:
            if decision == "same":
                todo |= {left, right} - found.keys()
                _merge(found, left, right)
    each = {id(members): members for members in found.values()}
    return tuple(sorted(map(frozenset, each.values()), key=min))


def _reached(connection: Connection, forms: Collection[str]) -> set[tuple[str, str]]:
    """Pairs of one of the forms and one that links lead to from there: all of these, each in some pair.

    Of forms that have links in common one goes all the way, within the database: thousands may be linked pairwise.
    """
    near = {form: {form} for form in forms}
    pairs: set[tuple[str, str]] = set()
    for end, other in ((_LEFT, _RIGHT), (_RIGHT, _LEFT)):
        for part in some(sorted(forms)):
            rows = connection.execute(select(end, other).where(end.in_(part), LINKS.c.verdict == "same"))
            pairs |= {(form, linked) for form, linked in rows.all()}
    for form, linked in pairs:
        _merge(near, form, linked)
    firsts = {min(members.intersection(forms)) for members in near.values() if len(members) > 1}
    begun = select(_FORM.label("first"), _FORM.label("form")).where(FORMS.c.id.in_(bindparam("firsts", expanding=True)))
    ways = begun.cte(recursive=True)
    here = ways.c.form
    onward = select(ways.c.first, case((here == _LEFT, _RIGHT), else_=_LEFT))
    ways = ways.union(onward.where(or_(here == _LEFT, here == _RIGHT), LINKS.c.verdict == "same"))
    asked = select(ways.c.first, ways.c.form)
    for part in some(sorted(firsts)):
        pairs |= {(first, form) for first, form in connection.execute(asked, {"firsts": part}).all()}
    return pairs


def _merge(found: dict[str, set[str]], left: str, right: str) -> None:
    fewer, more = sorted((found.setdefault(left, {left}), found.setdefault(right, {right})), key=len)
    if fewer is not more:
        more |= fewer
        found.update(dict.fromkeys(fewer, more))


def within(connection: Connection, forms: Collection[str], verdicts: Collection[Verdict]) -> tuple[Link, ...]:
    """The links with these verdicts between these forms, without their reasons, in order."""
    columns = (_LEFT, _RIGHT, LINKS.c.score, type_coerce(LINKS.c.verdict, Text))
    found = []
    for part in some(sorted(forms)):
        rows = connection.execute(select(*columns).where(LINKS.c.left.in_(part), LINKS.c.verdict.in_(verdicts))).all()
        found += [Link(left, right, score, verdict, ()) for left, right, score, verdict in rows if right in forms]
    return tuple(sorted(found, key=lambda link: (link.left, link.right)))


def regroup(connection: Connection, kind: ItemKind, groups: Mapping[str, Iterable[str]]) -> Regrouped:
    """Give forms their groups, id to forms, in place of those that they had."""
    after = {form: group for group, members in groups.items() for form in members}
    before = groups_of_forms(connection, after)
    changed = sorted(form for form in after if before.get(form) != after[form])
    for part in some(changed):
        connection.execute(delete(GROUPS).where(GROUPS.c.form.in_(part)))
        insert_rows(connection, GROUPS, [{"form": form, "kind": kind, "id": after[form]} for form in part])
    overlaps = Counter((before[form], after[form]) for form in after if form in before)
    kept: dict[str, str] = {}
    for (old, new), _ in sorted(overlaps.items(), key=lambda pair: (-pair[1], pair[0])):
        if old not in kept and new not in kept.values():
            kept[old] = new
    moved = frozenset(form for form, old in before.items() if kept.get(old) != after[form])
    touched = {after[form] for form in changed} | {before[form] for form in changed if form in before}
    return Regrouped(frozenset(touched), moved)


def of_events(connection: Connection, pages: Collection[str]) -> frozenset[str]:
    """The groups of all events of these pages."""
    found: set[str] = set()
    for part in some(sorted(pages)):
        asked = select(GROUPS.c.id).join(PLACED, PLACED.c.form == GROUPS.c.form)
        found |= set(connection.scalars(asked.where(PLACED.c.page.in_(part), PLACED.c.kind == "event").distinct()))
    return frozenset(found)


def pages_with(connection: Connection, forms: Collection[str]) -> frozenset[str]:
    """The pages with a record of one of these forms."""
    found: set[str] = set()
    for part in some(sorted(forms)):
        found |= set(connection.scalars(select(PLACED.c.page).where(PLACED.c.form.in_(part)).distinct()))
    return frozenset(found)


def every_group(connection: Connection, kind: ItemKind) -> dict[str, tuple[str, ...]]:
    """All groups of a kind with their forms."""
    found: dict[str, list[str]] = {}
    for group, form in connection.execute(select(GROUPS.c.id, GROUPS.c.form).where(GROUPS.c.kind == kind)):
        found.setdefault(group, []).append(form)
    return {group: tuple(sorted(members)) for group, members in found.items()}


def keep_disputed(connection: Connection, found: Mapping[str, Collection[tuple[str, str]]]) -> None:
    """Keep in which columns, and of which kinds, the accounts of events are at odds, in place of what was kept."""
    for part in some(sorted(found)):
        connection.execute(delete(DISPUTED).where(DISPUTED.c.event.in_(part)))
    last = select(GROUPS.c.id, func.max(PLACED.c.day)).join(PLACED, PLACED.c.form == GROUPS.c.form)
    odd = [event for event in found if found[event]]
    days = looked_up(connection, last.group_by(GROUPS.c.id), GROUPS.c.id, odd)
    rows = [
        {"event": event, "slot": name, "kind": kind, "day": days[event]}
        for event in sorted(days)
        for name, kind in found[event]
    ]
    insert_rows(connection, DISPUTED, rows)


def every_disputed(connection: Connection) -> dict[str, tuple[tuple[str, str], ...]]:
    """In what the accounts of each event are at odds: column and kind."""
    found: dict[str, list[tuple[str, str]]] = {}
    for event, name, kind in connection.execute(select(DISPUTED.c.event, DISPUTED.c.slot, DISPUTED.c.kind)):
        found.setdefault(event, []).append((name, kind))
    return {event: tuple(sorted(columns)) for event, columns in found.items()}
