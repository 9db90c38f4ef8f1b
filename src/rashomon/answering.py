"""Questions to a case over many pages: the store finds the records, fusion compares accounts, the views answer.

In: a reading connection and what is asked. Out: a record of `views`. How it is shown does not belong here.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rashomon import accounting
from rashomon.errors import UnknownError, UsageError
from rashomon.findable import name_key, words_of
from rashomon.fusion.accounts import disputes as fused
from rashomon.graph import AccountDispute, Group, Item, ItemKind, Link, Statement
from rashomon.records import DisputeKind, Reading
from rashomon.store import answers, finding, graph
from rashomon.store import reader as questions
from rashomon.store.excerpts import Purpose
from rashomon.store.finding import Asked, Moment, Term
from rashomon.views.disputes import DisputeView, account_dispute, page_dispute
from rashomon.views.entity import Chosen, EntityView, Known, NameCount, Totals, entity_view
from rashomon.views.happening import EventView, event_view
from rashomon.views.material import Excerpt, Material
from rashomon.views.network import Network, network
from rashomon.views.search import Found, Hit, claim_hit, entity_hit, page_hit
from rashomon.views.suggestions import Candidate, Suggestion
from rashomon.views.timeline import Timeline, TimelineRow, row

if TYPE_CHECKING:
    from sqlalchemy import Connection

KINDS: tuple[ItemKind, ...] = ("entity", "event", "page")
_FEW = 10
"""How many suggestions stand with an entity or event."""
_COPIES = 2
"""How many claims about an entity are looked at for one that is shown: copies say the same."""
_COUNTED = 30
"""Of so many ties of an entity all that say the same are looked at for their sources; of more, those that are shown."""
_EVENTS = 3
"""So many events are looked through at once for their disputes."""
_PER_ROW = 8
"""How many records of pages one row of a timeline shows."""
_TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Period:
    """Which events a timeline shows; see `Case.timeline`."""

    entity: str | None = None
    type: str | None = None
    source: str | None = None
    certainty: str | None = None
    since: str | None = None
    until: str | None = None
    dated: bool = True


def who(connection: "Connection", asked: str, *, limit: int) -> EntityView:
    """The entity that goes by this name or id, and its namesakes; each list holds `limit` records at most."""
    first, *others = _groups(connection, asked, "entity")
    chosen = Chosen(
        answers.items(connection, first.id, limit=limit),
        answers.said(connection, first.id, limit=limit),
        answers.told(connection, first.id, limit=limit * _COPIES),
        answers.ties(connection, [first.id], limit=limit),
    )
    part_in = Asked(entities=(first.id,))
    moments = finding.moments(connection, part_in, limit=limit, newest=True)
    totals = Totals(*answers.totals(connection, first.id))
    alike = answers.tied_alike(connection, first.id, chosen.ties) if totals.ties <= _COUNTED else ()
    listed = (*chosen.items, *chosen.said, *chosen.told, *chosen.ties)
    pages = {item.page for item in listed}
    material = _material(connection, (*listed, *(item for item in alike if item.page in pages)), "chains")
    found = accounting.said(connection, material.readings, [first.id], alike)
    said = [replace(each, least=_is_cut(each, chosen, totals)) for each in found]
    known = Known(
        types=_counted(answers.types(connection, first.id)),
        names=_counted(answers.names(connection, first.id)),
        totals=totals,
        events=_rows(connection, moments, part_in, newest=True),
        suggestions=_suggestions_for(connection, "entity", first.id, limit),
        namesakes=tuple(others),
        limit=limit,
    )
    return entity_view(first, chosen, known, material, said)


def _is_cut(said: Statement, chosen: Chosen, totals: Totals) -> bool:
    """Whether not all that says so was looked at."""
    return totals.ties > max(_COUNTED, len(chosen.ties)) if said.predicate else totals.told > len(chosen.told)


def entity(connection: "Connection", asked: str) -> Group:
    """The entity that goes by this name or id."""
    return _groups(connection, asked, "entity")[0]


def event(connection: "Connection", asked: str) -> EventView:
    """One happening with all that pages say of it."""
    group = _groups(connection, asked, "event")[0]
    items = answers.items(connection, group.id)
    material = _material(connection, items, "accounts")
    table = accounting.told(connection, material.readings).table(items)
    return event_view(
        group,
        items,
        material,
        table,
        disputes=_disputed(group, fused(table), material),
        suggestions=_suggestions_for(connection, "event", group.id, _FEW),
    )


def timeline(connection: "Connection", period: Period, *, limit: int, cursor: str | None = None) -> Timeline:
    """Events in the order of time; the cursor of one stretch leads to the next."""
    source, folded = _source(period.source) or (None, None)
    asked = Asked(
        entities=_namesakes(connection, period.entity),
        type=period.type,
        source=source,
        folded=folded,
        certainty=period.certainty,
        since=period.since,
        until=period.until,
        dated=period.dated,
    )
    moments = finding.moments(connection, asked, limit=limit + 1, cursor=cursor)
    more = len(moments) > limit
    rows = _rows(connection, moments[:limit], asked)
    return Timeline(rows, finding.cursor_of(moments[limit - 1]) if more else None)


def net(connection: "Connection", entity: str | None, *, depth: int, limit: int) -> Network:
    """The ties around an entity, `depth` steps far, or those of the newest pages; `limit` ties at most."""
    if entity is None:
        return _network(connection, answers.all_ties(connection, limit=limit + 1), limit)
    reached = set(_namesakes(connection, entity))
    for _ in range(depth - 1):
        reached |= _ends(_material(connection, answers.ties(connection, reached, limit=limit)))
    return _network(connection, answers.ties(connection, reached, limit=limit + 1), limit)


def _network(connection: "Connection", items: tuple[Item, ...], limit: int) -> Network:
    material = _material(connection, items[:limit], "chains")
    more = len(items) > limit
    said = accounting.said(connection, material.readings, _ends(material))
    return network(items[:limit], [replace(each, least=more) for each in said if each.predicate], material, more=more)


def _ends(material: Material) -> set[str]:
    """The groups of the entities that ties are between."""
    return {group.id for group in material.groups if group.kind == "entity"}


def disputes(
    connection: "Connection", *, entity: str | None, kind: DisputeKind | None, begin: int = 0, limit: int
) -> tuple[DisputeView, ...]:
    """A stretch of what cannot all hold, between pages first, then on single pages."""
    entities = None if entity is None else _namesakes(connection, entity)
    most = begin + limit
    between = _disputes_between(connection, entities, kind, most)[:most]
    left = most - len(between)
    return (*between, *(_disputes_on_pages(connection, entities, kind, left) if left else ()))[begin:]


def suggestions(
    connection: "Connection", kind: ItemKind | None, *, begin: int = 0, limit: int
) -> tuple[Suggestion, ...]:
    """A stretch of what may be the same, surest first."""
    kinds = KINDS if kind is None else (kind,)
    found = [(each, link) for each in kinds for link in answers.suggestions(connection, each, limit=begin + limit)]
    found.sort(key=lambda pair: (pair[1].score, pair[1].left, pair[1].right), reverse=True)  # as the store has them
    found = found[begin : begin + limit]
    return _suggested(connection, found) if found else ()


def search(
    connection: "Connection", words: str, *, kinds: Collection[str], source: str | None, limit: int, cursor: str | None
) -> Found:
    """Pages, claims and entities that hold all the words; `"two words"` stand together, `begin*` goes on."""
    terms = _terms(words)
    items, after = finding.search(connection, terms, kinds=kinds, source=_source(source), limit=limit, cursor=cursor)
    marked = {word + "*" * (term.begins and word == term.words[-1]) for term in terms for word in term.words}
    material = _material(connection, [item for item in items if item.page])
    ids = graph.groups_of_forms(connection, [item.record for item in items if not item.page])
    groups = answers.groups(connection, ids.values())
    hits = (_hit(item, marked, material, groups, ids) for item in items)
    return Found(tuple(dict.fromkeys(hit for hit in hits if hit)), after)


def _hit(
    item: Item, words: Collection[str], material: Material, groups: Mapping[str, Group], ids: Mapping[str, str]
) -> Hit | None:
    if not item.page:
        return entity_hit(groups[ids[item.record]]) if item.record in ids else None
    if item.page not in material.pages:
        return None
    if item.kind == "page":
        return page_hit(item.page, words, material)
    return claim_hit(item.page, item.record, words, material)


def _terms(words: str) -> tuple[Term, ...]:
    found = []
    for quoted, plain in _TERM.findall(words):
        spoken = words_of(quoted or plain)
        if spoken:
            found.append(Term(spoken, begins=plain.endswith("*")))
    if not found:
        raise UsageError("nothing to search for; give words, as: rashomon search minister fire")
    return tuple(found)


def _source(asked: str | None) -> tuple[str, str] | None:
    """A source as it was asked for, and in folded words; `UsageError` where it has none."""
    if asked is None:
        return None
    folded = " ".join(words_of(asked))
    if not folded:
        raise UsageError(f"{asked!r} names no source; give a name, or leave it out")
    return asked, folded


def _groups(connection: "Connection", asked: str, kind: ItemKind) -> tuple[Group, ...]:
    """The groups that are meant by an id or, for an entity, a name: the one with most records first."""
    ids = [asked] if asked.startswith(f"{kind}-group-") else []
    if not ids and asked.startswith(f"{kind}-"):
        items = [item for item in answers.of_record(connection, asked) if item.kind == kind]
        ids = list(answers.group_of(connection, items).values())
    if not ids and kind == "entity":
        ids = _called(connection, asked)
    found = sorted(answers.groups(connection, ids).values(), key=lambda group: (-group.items, group.label, group.id))
    if not found:
        entities = f"search {asked}" if asked.strip() else "show entities"
        where = entities if kind == "entity" else "timeline"
        raise UnknownError(f"no {kind} of the case goes by {asked!r}; look for it with: rashomon {where}")
    return tuple(found)


def _namesakes(connection: "Connection", asked: str | None) -> tuple[str, ...]:
    """The ids of all entities that go by a name, or of the one with an id."""
    return () if asked is None else tuple(group.id for group in _groups(connection, asked, "entity"))


def _called(connection: "Connection", name: str) -> list[str]:
    """The groups of entities that go by a name, else of those whose names hold its words."""
    exact, words = answers.named(connection, name_key(name)), words_of(name)
    if exact or not words:
        return list(exact)
    terms = [Term((word,)) for word in words]
    items, _ = finding.search(connection, terms, kinds=("entity",), source=None, limit=20)
    return list(graph.groups_of_forms(connection, [item.record for item in items]).values())


def _material(
    connection: "Connection",
    items: Iterable[Item],
    purpose: Purpose = "lines",
    *,
    parts: Collection[str] = (),
) -> Material:
    """What views need to show these records, as judged, and the groups of what they name; or these `parts` of pages."""
    listed = tuple(items)
    if parts:
        readings, standing = accounting.overlaid(connection, {item.page for item in listed}, parts)
    else:
        readings, standing = accounting.shown(connection, listed, purpose)
    named = _named(readings, listed)
    ids = answers.group_of(connection, named)
    groups = answers.groups(connection, ids.values())
    return Material(readings, {item: groups[id] for item, id in ids.items()}, [each.today() for each in standing])  # noqa: A001


def _named(readings: Iterable[Reading], listed: Collection[Item]) -> set[Item]:
    """The records whose groups are shown with the listed ones: themselves, ends of ties, parts of events, pages."""
    wanted = {(item.page, item.record) for item in listed}
    found = {item for item in listed if item.kind in KINDS}
    for reading in readings:
        page = reading.page.id
        entities = [end for tie in reading.ties if (page, tie.id) in wanted for end in (tie.subject, tie.object)]
        entities += [
            each.entity
            for event in reading.events
            if (page, event.id) in wanted
            for each in event.arguments
            if each.entity
        ]
        found |= {Item("entity", page, entity) for entity in entities} | {Item("page", page, page)}
    return found


def _rows(
    connection: "Connection", moments: Iterable[Moment], asked: Asked, *, newest: bool = False
) -> tuple[TimelineRow, ...]:
    """One row for each group and interval, where its first event stands."""
    found: dict[tuple[str, str | None, str | None], tuple[Moment, ...]] = {}
    for moment, alike in finding.alike(connection, tuple(moments), asked).items():
        if newest or alike[0] == moment:
            found.setdefault((moment.group, moment.earliest, moment.latest), alike)
    items = [moment.item for alike in found.values() for moment in alike[:_PER_ROW]]
    material = _material(connection, items)
    groups = answers.groups(connection, {key[0] for key in found})
    return tuple(
        row(groups[key[0]], [moment.item for moment in alike[:_PER_ROW]], material, total=len(alike))
        for key, alike in found.items()
    )


def _disputed(
    group: Group, found: Iterable[AccountDispute], material: Material, kind: DisputeKind | None = None
) -> tuple[DisputeView, ...]:
    return tuple(account_dispute(each, group, material) for each in found if kind is None or each.kind == kind)


def _disputes_between(
    connection: "Connection", entities: Collection[str] | None, kind: DisputeKind | None, limit: int
) -> list[DisputeView]:
    """At least `limit` disputes where there are so many: of a few events at a time, as one may have several."""
    ids = answers.disputed(connection, kind=kind, limit=limit, entities=entities)
    groups, found = answers.groups(connection, ids), list[DisputeView]()
    for begin in range(0, len(ids), _EVENTS):
        part = ids[begin : begin + _EVENTS]
        items = answers.told_twice(connection, part)
        material = _material(connection, [item for each in part for item in items[each]], "accounts")
        told = accounting.told(connection, material.readings)
        for each in part:
            found += _disputed(groups[each], told.disputes(items[each]), material, kind)
        if len(found) >= limit:
            break
    return found


def _disputes_on_pages(
    connection: "Connection", entities: Collection[str] | None, kind: DisputeKind | None, limit: int
) -> list[DisputeView]:
    known = answers.read_disputes(connection, kind=kind, limit=limit, entities=entities)
    items = [Item("event", page, id) for page, id in known]  # noqa: A001
    material = _material(connection, items, parts=questions.EVERYTHING)
    held = {page: {each.id: each for each in material.pages[page].reading.disputes} for page, _ in known}
    return [page_dispute(held[page][id], page, material) for page, id in known if id in held[page]]  # noqa: A001


def _suggestions_for(connection: "Connection", kind: ItemKind, group: str, limit: int) -> tuple[Suggestion, ...]:
    found = answers.suggestions_for(connection, group, limit=min(limit, _FEW))
    return _suggested(connection, [(kind, link) for link in found]) if found else ()


def _suggested(connection: "Connection", found: Collection[tuple[ItemKind, Link]]) -> tuple[Suggestion, ...]:
    forms = [form for _, link in found for form in (link.left, link.right)]
    shown = answers.shown_by(connection, forms)
    material = _material(connection, shown.values())
    named = graph.named(connection, forms)

    def candidate(form: str) -> Candidate | None:
        item = shown.get(form)
        group = material.group(item.kind, item.page, item.record) if item and item.kind in KINDS else None
        if item is None or group is None:
            return None
        return Candidate(group, named[form].label, item, material.pages[item.page].ref, _excerpt(item, material))

    made = []
    for kind, link in found:
        left, right = candidate(link.left), candidate(link.right)
        if left and right:
            made.append(Suggestion(kind, left, right, link.score, link.reasons))
    return tuple(made)


def _excerpt(item: Item, material: Material) -> Excerpt | None:
    """A sentence that shows a record: the first with an entity's name, that of an event's trigger."""
    held = material.pages[item.page]
    if item.kind == "entity":
        return material.naming(item.page, held.entities[item.record].name)
    if item.kind == "event" and item.record in held.events:
        return material.excerpt(item.page, [held.events[item.record].trigger])
    return None


def _counted(pairs: Iterable[tuple[str, int]]) -> tuple[NameCount, ...]:
    return tuple(NameCount(name, count) for name, count in pairs)
