"""Whether a case file keeps its promises: every record on its span, nothing lost or left over, the graph as it follows.

In: a reading connection and joiners. Out: findings; none where all is well. Everything that is made from readings is
made again and compared with what is kept. Nothing is repaired here.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rashomon import graphing
from rashomon.accounting import at_odds
from rashomon.findable import text_hash
from rashomon.fusion.joining import Joiner, Joiners
from rashomon.graph import Form, Item, ItemKind
from rashomon.ids import make_id
from rashomon.notation import to_plain
from rashomon.records import Reading
from rashomon.store import graph, groups, health, judgements
from rashomon.store import reader as questions
from rashomon.store.batches import some

if TYPE_CHECKING:
    from sqlalchemy import Connection

Promise = Literal["file", "hash", "span", "reference", "orphan", "graph", "search", "judgement"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A promise that is not kept: which, where (a page, form, table or judgement), and what is wrong, in words."""

    promise: Promise
    where: str
    what: str


def check(connection: "Connection", joiners: Joiners) -> tuple[Finding, ...]:
    """All findings, page by page, then of the case as a whole."""
    found = [Finding("file", "case", fault) for fault in health.faults(connection)]
    if owed := judgements.owed(connection):
        what = f"the bytes of {owed} deletions are not overwritten yet; finish with: rashomon forget --rest"
        found.append(Finding("file", "deletions", what))
    found += [Finding("orphan", table, what) for table, what in health.orphans(connection)]
    for reading in questions.readings(connection):
        found += _of_reading(reading)
        found += _of_page(connection, reading, joiners)
    found += _of_graph(connection, joiners)
    found += [Finding("search", "texts", what) for what in health.search_faults(connection)]
    found += _of_judgements(connection)
    return tuple(found)


def _of_reading(reading: Reading) -> Iterator[Finding]:
    page = reading.page
    if page.id != make_id("page", page.sha256):
        yield Finding("hash", page.id, "the page's id is not made of its hash")
    if any(not 0 <= start <= end <= len(page.text) for start, end in _spans(to_plain(reading))):
        yield Finding("span", page.id, "a record stands outside the page's text")
    for record, reference in _dangling(reading):
        yield Finding("reference", page.id, f"{record} speaks of {reference}, which the page does not have")


def _spans(value: object) -> Iterator[tuple[int, int]]:
    """Every span in plain values."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value["start"], value["end"]
        for each in value.values():
            yield from _spans(each)
    elif isinstance(value, list):
        if len(value) == 2 and all(type(each) is int for each in value):
            yield value[0], value[1]
        else:
            for each in value:
                yield from _spans(each)


def _dangling(reading: Reading) -> Iterator[tuple[str, str]]:
    """Records of a reading and the ids in them that lead nowhere."""
    entities = {entity.id for entity in reading.entities}
    times = {time.id for time in reading.times}
    claims = {claim.id for claim in reading.claims}
    for claim in reading.claims:
        yield from _missing(claim.id, [claim.source_entity, *claim.about], entities)
        yield from _missing(claim.id, [claim.parent], claims)
    for event in reading.events:
        yield from _missing(event.id, [argument.entity for argument in event.arguments], entities)
        yield from _missing(event.id, [event.time], times)
        yield from _missing(event.id, [seen.claim for seen in event.perspectives], claims)
    for tie in reading.ties:
        yield from _missing(tie.id, [tie.subject, tie.object], entities)
        yield from _missing(tie.id, [tie.time], times)
        yield from _missing(tie.id, [seen.claim for seen in tie.perspectives], claims)


def _missing(record: str, references: list[str | None], known: set[str]) -> Iterator[tuple[str, str]]:
    return ((record, reference) for reference in references if reference is not None and reference not in known)


def _of_page(connection: "Connection", reading: Reading, joiners: Joiners) -> Iterator[Finding]:
    page = reading.page.id
    standing = judgements.on_pages(connection, [page])
    kept = graph.kept(connection, page)
    if kept is None:
        yield Finding("graph", page, "the page is in no graph; open the case with: rashomon add")
        return
    if kept.text != text_hash(reading.page.text):
        yield Finding("hash", page, "the page's text is not the one that was kept")
    made = graphing.facts(connection, reading, standing, joiners)
    for name in ("placed", "forms", "names", "arguments", "perspectives", "texts"):
        one, other = (sorted(map(_plain, getattr(facts, name))) for facts in (kept, made))
        if one != other:
            yield Finding("graph", page, f"the {name} of the page are not what follows from its reading")


def _plain(row: object) -> str:
    """A row as text that compares; what a form knows as JSON, in which it is kept."""
    if isinstance(row, Form):
        return json.dumps([row.id, row.kind, row.type, row.label, sorted(set(row.keys)), row.facts], sort_keys=True)
    return repr(row)


def _of_graph(connection: "Connection", joiners: Joiners) -> Iterator[Finding]:
    for form in graph.every_form(connection):
        if form.kind in joiners and not _follow(connection, form, joiners[form.kind]):
            yield Finding("graph", form.id, "the links of the form are not what follows from it and its neighbours")
    for kind, joiner in joiners.items():
        yield from _of_groups(connection, kind, joiner)
    yield from _of_disputes(connection)
    for miscounted in graph.miscounted(connection):
        yield Finding("graph", miscounted, "the form has more or fewer records than it is said to")


def _follow(connection: "Connection", form: Form, joiner: Joiner) -> bool:
    """Whether the links of a form follow from it and its neighbours."""
    others = graph.neighbours(connection, form.kind, [form])[form.id]
    made = {(link.left, link.right): link for other in others if (link := joiner.compare(form, other))}
    return made == {(link.left, link.right): link for link in graph.links(connection, [form.id])}


def _of_groups(connection: "Connection", kind: ItemKind, joiner: Joiner) -> Iterator[Finding]:
    kept = groups.every_group(connection, kind)
    for part in some(groups.components(connection, graph.ids_of(connection, kind))):
        for group, forms in graphing.grouped(connection, kind, part, joiner).items():
            if kept.pop(group, None) != forms:
                yield Finding("graph", group, "the group is not what follows from links and judgements")
    for group in sorted(kept):
        yield Finding("graph", group, "the group is one of no forms")


def _of_disputes(connection: "Connection") -> Iterator[Finding]:
    kept = groups.every_disputed(connection)
    for events in some(sorted(groups.every_group(connection, "event").keys() | kept.keys())):
        for group, columns in at_odds(connection, events).items():
            if columns != kept.get(group, ()):
                yield Finding("graph", group, "the disputes of the event are not what follows from its accounts")


def _of_judgements(connection: "Connection") -> Iterator[Finding]:
    for standing in judgements.every(connection):
        judgement = standing.judgement
        if judgement.undone is not None:
            continue
        for item, now in ((judgement.left, standing.left), (judgement.right, standing.right)):
            if item and (now is None or not _there(connection, item, now)):
                yield Finding("judgement", judgement.id, f"{item.page} has no {item.kind} any more that it speaks of")


def _there(connection: "Connection", item: Item, record: str) -> bool:
    return health.has_record(connection, item.kind, item.page, record)
