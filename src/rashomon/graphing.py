"""The graph of a case kept current: forms of each page, links to their neighbours, groups, under what people decided.

In: a writing connection, readings, joiners. Nothing comes out. What is the same as what is fusion's to say, how it is
kept the store's; here it is carried between them. All of it hangs on the readings and the judgements that hold, so that
their order does not show, and taking a judgement back restores what was.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from rashomon import __version__
from rashomon.accounting import keep_disputes, of_records
from rashomon.findable import facts_of
from rashomon.fusion.joining import Joiner, Joiners
from rashomon.fusion.judged import as_judged, find
from rashomon.graph import Form, Item, ItemKind, Judgement, Verdict
from rashomon.ids import make_id
from rashomon.records import Reading
from rashomon.store import graph, groups, judgements
from rashomon.store import reader as questions
from rashomon.store.graph import Facts
from rashomon.store.judgements import Standing

if TYPE_CHECKING:
    from sqlalchemy import Connection

_APART: tuple[Verdict, ...] = ("different",)


@dataclass(frozen=True, slots=True)
class Left:
    """What pages left in the graph when they were taken out: forms that may be nobody's, and groups of events."""

    forms: frozenset[str]
    events: frozenset[str]

    def and_(self, other: "Left") -> "Left":
        """What both left behind."""
        return Left(self.forms | other.forms, self.events | other.events)


def leave(connection: "Connection", page: str) -> Left:
    """Take a page out of the graph, before its reading gives way to another; `enter` or `clear` must follow."""
    events = groups.of_events(connection, [page])
    return Left(graph.take_out(connection, page), events)


def enter(connection: "Connection", reading: Reading, joiners: Joiners, left: Left | None = None) -> None:
    """Put a page into the graph, joined with its neighbours. `left`: what it left there when it was taken out."""
    left = left if left is not None else leave(connection, reading.page.id)
    standing = _found_again(connection, reading)
    made = facts(connection, reading, standing, joiners)
    new = set(graph.keep(connection, made))
    seeds = {(form.kind, form.id) for form in made.forms if form.id in new}
    for kind, joiner in joiners.items():
        _link(connection, kind, [form for form in made.forms if form.kind == kind and form.id in new], joiner)
    seeds |= _drop(connection, left.forms)
    seeds |= _decide(connection, standing)
    _regroup(connection, seeds, joiners, left.events | groups.of_events(connection, [reading.page.id]))
    for page in _unsettled(connection, reading.page.id, standing):
        enter(connection, questions.page(connection, page), joiners)


def facts(connection: "Connection", reading: Reading, standing: tuple[Standing, ...], joiners: Joiners) -> Facts:
    """What a page puts into the graph under these judgements."""
    made = _Made(connection, reading, standing, joiners)
    return facts_of(made.judged, made.placings(), made.rejected, __version__)


def grouped(
    connection: "Connection", kind: ItemKind, components: Collection[frozenset[str]], joiner: Joiner
) -> dict[str, tuple[str, ...]]:
    """The groups, id to forms, that follow from the links of some components and from what people decided."""
    found = [tuple(component) for component in components if len(component) == 1]
    several = [component for component in components if len(component) > 1]
    joined = frozenset[str]().union(*several)
    forms, decided = graph.named(connection, joined), graph.decided(connection, joined)
    whole = _whole(connection, several, joiner, forms, decided)
    found += [tuple(sorted(component)) for component in whole]
    several = [component for component in several if component not in whole]
    links = groups.within(connection, frozenset[str]().union(*several), joiner.heeds)
    for component in several:
        ours = [link for link in links if link.left in component]
        judged = [pair for pair in decided if component.issuperset(pair[:2])]
        found += joiner.group([forms[form] for form in sorted(component)], ours, judged)
    return {group_id(kind, members): tuple(members) for members in found}


def _whole(
    connection: "Connection",
    components: Collection[frozenset[str]],
    joiner: Joiner,
    forms: Mapping[str, Form],
    decided: Iterable[tuple[str, str, str]],
) -> frozenset[frozenset[str]]:
    """The components that are one group each, which can be told without their links."""
    if joiner.whole is None:
        return frozenset()
    apart = {link.left for link in groups.within(connection, forms, _APART)}
    apart |= {form for pair in decided for form in pair[:2]}
    apart |= {form.id for form in forms.values() if not joiner.whole(form.label, form.type)}
    return frozenset(component for component in components if component.isdisjoint(apart))


def missing(connection: "Connection") -> tuple[str, ...]:
    """The pages that are in no graph."""
    return graph.missing(connection)


def is_stale(connection: "Connection") -> bool:
    """Whether another version of Rashomon made the graph: its keys, scores and links need not be those of today."""
    return graph.stale(connection, __version__)


def unjoined(connection: "Connection") -> str:
    """Why the pages are not joined as this version would join them; empty where they are."""
    if is_stale(connection):
        return "another version of Rashomon joined its pages"
    found = len(missing(connection))
    return f"{found} of its pages are not joined yet" if found else ""


def empty(connection: "Connection") -> None:
    """Take everything out of a graph that another version made; to be asked again under the lock."""
    if is_stale(connection):
        graph.clear(connection)


def complete(connection: "Connection", page: str, joiners: Joiners) -> None:
    """Join a page that was missing, unless it is gone, or another program has joined it meanwhile."""
    if questions.kept(connection, page) and not graph.graphed(connection, page):
        enter(connection, questions.page(connection, page), joiners)


def clear(connection: "Connection", left: Left, joiners: Joiners) -> None:
    """Drop what pages that are gone left in the graph."""
    _regroup(connection, _drop(connection, left.forms), joiners, left.events)


def release(connection: "Connection", judgement: Judgement, joiners: Joiners) -> None:
    """Group again what a judgement that holds no more kept together or apart."""
    before = judgements.decide(connection, judgement.id, judgement.left.kind, None)
    kind: ItemKind = judgement.left.kind  # type: ignore[assignment]  # two claims or ties are never judged
    _regroup(connection, {(kind, form) for form in before}, joiners)


def group_id(kind: ItemKind, forms: Iterable[str]) -> str:
    """The id of a group: made of the smallest of its forms' ids."""
    return make_id(f"{kind}-group", min(forms))


class _Made:
    """The forms of one page, with a form of its own for each record that a person set apart from one of its form."""

    def __init__(
        self, connection: "Connection", reading: Reading, standing: tuple[Standing, ...], joiners: Joiners
    ) -> None:
        page = reading.page.id
        records = of_records(page, standing)
        self.judged = as_judged(reading, records)
        self.rejected = frozenset(
            Item(judgement.left.kind, page, record) for judgement, record in records if judgement.decision == "reject"
        )
        self._connection = connection
        self._standing = standing
        self._base: dict[Item, Form] = {}
        self._own: dict[Item, Form] = {}
        for kind in ("entity", "event", "page"):
            if kind in joiners:
                self._make(kind, joiners[kind])

    def placings(self) -> tuple[tuple[Item, Form, Form], ...]:
        """Each record with its form, and the form that it has by itself."""
        return tuple((item, form, self._base[item]) for item, form in self._own.items())

    def _make(self, kind: ItemKind, joiner: Joiner) -> None:
        page = self.judged.page.id
        given = (self.judged,)
        if kind == "event":
            entities = {item.record: form.id for item, form in self._own.items() if item.kind == "entity"}
            formed = joiner.forms(*given, entities)
        else:
            formed = joiner.forms(*given)
        found = {Item(kind, page, record): form for record, form in formed}
        self._base |= {item: form for item, form in found.items() if item not in self.rejected}
        for item, form in self._base.items():
            if item.kind == kind:
                self._own[item] = self._salted(item, form)

    def _salted(self, item: Item, form: Form) -> Form:
        own = _own_form(item, form.id, self._standing, self._base_of)
        return form if own == form.id else replace(form, id=own)

    def _base_of(self, item: Item) -> str | None:
        return self._base[item].id if item in self._base else graph.base_of(self._connection, item)


def _own_form(item: Item, base: str, standing: Iterable[Standing], base_of: Callable[[Item], str | None]) -> str:
    """The id of a record's form: the one that it has by itself, or its own where it was set apart from one of that."""
    for each in standing:
        if each.judgement.decision == "different" and _now(each, "left") == item:
            other = _now(each, "right")
            if other and base_of(other) == base:
                return make_id("form", base, each.judgement.left.page, each.judgement.left.record)
    return base


def _found_again(connection: "Connection", reading: Reading) -> tuple[Standing, ...]:
    """The judgements that speak of a page, with the ids that their records have in this reading."""
    page, found = reading.page.id, []
    for standing in judgements.on_pages(connection, [page]):
        judgement = standing.judgement
        ids = [standing.left, standing.right]
        for side, item in enumerate((judgement.left, judgement.right)):
            if item and item.page == page:
                was = judgement.anchors[side] if side < len(judgement.anchors) else None
                ids[side] = find(reading, item, was)
        if ids != [standing.left, standing.right]:
            judgements.place(connection, judgement.id, *ids)
        found.append(Standing(judgement, *ids))
    return tuple(found)


def _now(standing: Standing, side: Literal["left", "right"]) -> Item | None:
    item: Item | None = getattr(standing.judgement, side)
    record = getattr(standing, side)
    return replace(item, record=record) if item and record else None


def _link(connection: "Connection", kind: ItemKind, new: Collection[Form], joiner: Joiner) -> None:
    """Compare new forms with their neighbours; two new ones meet once."""
    ids = {form.id for form in new}
    near = graph.neighbours(connection, kind, new)
    pairs = ((form, other) for form in new for other in near[form.id] if other.id not in ids or other.id > form.id)
    graph.keep_links(connection, kind, [link for pair in pairs if (link := joiner.compare(*pair))])


def _drop(connection: "Connection", forms: Iterable[str]) -> set[tuple[ItemKind, str]]:
    """Drop forms that are nobody's; those that were joined with them come back."""
    return graph.drop(connection, graph.idle(connection, forms))


def _decide(connection: "Connection", standing: Iterable[Standing]) -> set[tuple[ItemKind, str]]:
    """Carry judgements of two records over to their forms; the forms that they touch come back."""
    touched: set[tuple[ItemKind, str]] = set()
    for each in standing:
        judgement = each.judgement
        if judgement.right is None:
            continue
        left, right = _now(each, "left"), _now(each, "right")
        one, other = (graph.placed(connection, item) if item else None for item in (left, right))
        pair = (one[0], other[0], judgement.decision) if one and other and one[0] != other[0] else None
        before = judgements.decide(connection, judgement.id, judgement.left.kind, pair)
        kind: ItemKind = judgement.left.kind  # type: ignore[assignment]  # two claims or ties are never judged
        touched |= {(kind, form) for form in (*before, *(pair or ())[:2])}
    return touched


def _unsettled(connection: "Connection", page: str, standing: Iterable[Standing]) -> tuple[str, ...]:
    """Other pages with a record that was set apart from one of this page, and whose form is not what follows now."""
    found = set()
    for item in {_now(each, "left") for each in standing if each.judgement.decision == "different"}:
        known = graph.placed(connection, item) if item and item.page != page else None
        if item and known:
            there = judgements.on_pages(connection, [item.page])
            if _own_form(item, known[1], there, partial(graph.base_of, connection)) != known[0]:
                found.add(item.page)
    return tuple(sorted(found))


def _regroup(
    connection: "Connection",
    seeds: set[tuple[ItemKind, str]],
    joiners: Joiners,
    events: frozenset[str] = frozenset(),
) -> None:
    """Group again the components that hold these forms; look again at the disputes of all events that it touches."""
    touched, moved = set(events), set[str]()
    for kind, joiner in joiners.items():
        todo = {form for of, form in seeds if of == kind}
        components = groups.components(connection, todo)
        made = groups.regroup(connection, kind, grouped(connection, kind, components, joiner))
        touched |= made.groups if kind == "event" else frozenset()
        moved |= made.moved if kind != "event" else frozenset()
    touched |= groups.of_events(connection, groups.pages_with(connection, moved))
    keep_disputes(connection, touched)
