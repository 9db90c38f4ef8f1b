"""Records and rows out, by question; each function answers from the one connection it is handed.

In: a reading connection. Out: readings equal to those that were kept, and rows for lists. Pages come in the order of
their publication (unknown last), then title, then id; what a page holds comes in the order of its reading. So the order
of arrival does not show. Formatting, and joining what different pages say, do not belong here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, RowMapping, Subquery, Table, and_, func, select

from rashomon.errors import UnknownError
from rashomon.nesting import outward
from rashomon.notation import from_plain, hints
from rashomon.records import Certainty, Claim, Mention, Outcome, Page, Polarity, Published, Reading, Stance
from rashomon.spans import cut
from rashomon.store import dialects
from rashomon.store.tables import CLAIM_ABOUT, MENTIONS, OUTCOMES, PAGES, PARTS, READINGS, leaves, part_kinds

_COUNTED = ("blocks", "sentences", "entities", "times", "claims")
EVERYTHING = (*part_kinds(), "mentions", "about")
"""All parts of a reading, by which `parts` gives whole ones."""


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page of the case in a list, with how many of each it holds."""

    id: str
    title: str | None
    publisher: str | None
    published: Published
    url: str | None
    input: str
    blocks: int
    sentences: int
    entities: int
    times: int
    claims: int


@dataclass(frozen=True, slots=True)
class Outer:
    """A claim that another is told in: who says so, in words and by name, and every doubt that this adds."""

    id: str
    source: str
    source_name: str | None
    cue: str
    stance: Stance
    hedge: str
    certainty: Certainty
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A claim with the words of its spans, the names of its entities, and the page it stands on.

    `outer`: the claims that it is told in, the outermost first: said there is not said by the page, nor at first hand.
    """

    claim: Claim
    page: KeptPage
    source: str
    cue: str
    content: str
    hedge: str
    source_name: str | None
    about: tuple[str, ...]
    outer: tuple[Outer, ...]


@dataclass(frozen=True, slots=True)
class KeptEntity:
    """What pages call by one name and type; whether it is the same one on all of them is not decided here.

    `pages`, `mentions`: on how many pages, how often; `claims`: how many claims have it as source; `ids`: its ids on
    those pages.
    """

    name: str
    type: str
    pages: int
    mentions: int
    claims: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """How a page that is in the case was read."""

    rashomon: str
    model: str
    options: str


def kept(connection: Connection, page: str) -> Kept | None:
    """How this page was read, None where it is not in the case."""
    row = connection.execute(
        select(READINGS.c.rashomon, READINGS.c.model, READINGS.c.options).where(READINGS.c.page == page)
    ).one_or_none()
    return Kept(*row) if row else None


def noted(connection: Connection, outcome: Outcome) -> bool:
    """Whether this is the outcome that is kept of its input."""
    row = connection.execute(select(OUTCOMES).where(OUTCOMES.c.input == outcome.input)).mappings().one_or_none()
    return row is not None and from_plain(Outcome, dict(row)) == outcome


def pages(connection: Connection, *, begin: int = 0, limit: int | None = None) -> tuple[KeptPage, ...]:
    """The pages in order, or `limit` of them from the place `begin` on."""
    value, title, id_ = PAGES.c.published_value, PAGES.c.title, PAGES.c.id
    day, name, last = (dialects.by_letters(connection.dialect.name, column) for column in (value, title, id_))
    order = (value.is_(None), day, title.is_(None), name, last)  # as the index `pages_order` has it
    totals = [
        select(func.count()).where(PARTS[name].c.page == PAGES.c.id).scalar_subquery().label(name) for name in _COUNTED
    ]
    columns = [PAGES.c[name] for name in ("id", "title", "publisher", "published_value", "published_basis", "url")]
    asked = select(*columns, READINGS.c.input, *totals).join(READINGS, READINGS.c.page == PAGES.c.id)
    if limit is not None:
        asked = asked.where(PAGES.c.id.in_(select(PAGES.c.id).order_by(*order).offset(begin).limit(limit)))
    return tuple(
        KeptPage(
            published=Published(row["published_value"], row["published_basis"]),
            **{name: row[name] for name in hints(KeptPage) if name != "published"},
        )
        for row in connection.execute(asked.order_by(*order)).mappings()
    )


def count_pages(connection: Connection) -> int:
    """How many pages there are."""
    return connection.scalar(select(func.count()).select_from(PAGES)) or 0


def page(connection: Connection, begins: str) -> Reading:
    """The reading of the page with this id, or with the only id that begins so; `page-` may be left out."""
    return _reading(connection, page_id(connection, begins))


def readings(connection: Connection) -> Iterator[Reading]:
    """The readings of all pages, in order, one in memory at a time."""
    for known in pages(connection):
        yield _reading(connection, known.id)


def claims(
    connection: Connection, *, source: str | None = None, entity: str | None = None, page: str | None = None
) -> Iterator[KeptClaim]:
    """The claims of all pages, or of the one whose id begins with `page`; in order.

    `source`: only those whose source, in words or by name, holds this text; `entity`: only those whose source or
    content has an entity with this text in its name. Capitals do not matter.
    """
    only = None if page is None else page_id(connection, page)
    for known in pages(connection):
        if only in {None, known.id}:
            for claim in _claims(connection, known):
                if _holds(source, claim.source, claim.source_name) and _holds(entity, claim.source_name, *claim.about):
                    yield claim


def entities(connection: Connection, *, type: str | None = None) -> tuple[KeptEntity, ...]:
    """Who and what the pages name, most pages first, then most mentions, then by name; what is `other` comes last."""
    table = PARTS["entities"]
    mentions = _per_entity(MENTIONS, MENTIONS.c.entity)
    said = _per_entity(PARTS["claims"], PARTS["claims"].c.source_entity)
    asked = (
        select(table.c.name, table.c.type, table.c.page, table.c.id, mentions.c.total, said.c.total)
        .outerjoin(mentions, and_(mentions.c.page == table.c.page, mentions.c.entity == table.c.id))
        .outerjoin(said, and_(said.c.page == table.c.page, said.c.entity == table.c.id))
    )
    if type is not None:
        asked = asked.where(table.c.type == type)
    grouped: dict[tuple[str, str], list[Any]] = {}
    for row in connection.execute(asked):
        grouped.setdefault((row[0], row[1]), []).append(row)
    made = (
        KeptEntity(
            *key,
            pages=len({row[2] for row in rows}),
            mentions=sum(row[4] or 0 for row in rows),
            claims=sum(row[5] or 0 for row in rows),
            ids=tuple(sorted(row[3] for row in rows)),
        )
        for key, rows in grouped.items()
    )
    return tuple(sorted(made, key=_rank))


def outcomes(connection: Connection) -> tuple[Outcome, ...]:
    """The latest outcome of each input, in order of their names."""
    rows = connection.execute(select(OUTCOMES)).mappings()
    return tuple(sorted((from_plain(Outcome, dict(row)) for row in rows), key=lambda outcome: outcome.input))


def page_id(connection: Connection, begins: str) -> str:
    """The id of the page with this id, or with the only one that begins so; `UnknownError` where there is none."""
    whole = f"page-{begins.removeprefix('page-')}"
    same = func.substr(PAGES.c.id, 1, len(whole)) == whole
    found = connection.scalars(select(PAGES.c.id).where(same)).all()
    if whole == "page-" and len(found) == 1:
        raise UnknownError("an empty id means no page; see the ids with: rashomon show pages")
    if len(found) == 1 or whole in found:
        return whole if whole in found else found[0]
    if not found:
        raise UnknownError(f"no page has an id that begins with {whole}; see the ids with: rashomon show pages")
    raise UnknownError(f"{len(found)} pages have an id that begins with {whole}; give more of it")


def parts(connection: Connection, pages: Collection[str], names: Collection[str]) -> tuple[Reading, ...]:
    """The readings of these pages with no more than the parts that are named (`claims`, `times` ...), in order of ids.

    `mentions` of entities, and what claims are `about`, are parts of their own: without them these are empty.
    """
    ids = sorted(set(pages))
    plain = heads(connection, ids)
    for name, kind in part_kinds().items():
        if name in names:
            for row in _rows(connection, PARTS[name], ids):
                plain[row["page"]][name].append(plain_of(kind, row))
    _give_mentions(connection, ids if "mentions" in names else [], plain)
    _give_about(connection, ids if "about" in names else [], plain)
    return tuple(from_plain(Reading, plain[page]) for page in ids if page in plain)


def heads(connection: Connection, pages: Collection[str]) -> dict[str, dict[str, Any]]:
    """The plain notation of the readings of these pages, with all lists empty."""
    plain: dict[str, dict[str, Any]] = {}
    for row in connection.execute(select(READINGS).where(READINGS.c.page.in_(pages))).mappings():
        plain[row["page"]] = {name: row[name] for name, hint in hints(Reading).items() if hint is str}
        plain[row["page"]] |= {name: [] for name in part_kinds()}
    for row in connection.execute(select(PAGES).where(PAGES.c.id.in_(pages))).mappings():
        plain[row["id"]]["page"] = plain_of(Page, row)
    return plain


def _reading(connection: Connection, page: str) -> Reading:
    return parts(connection, [page], EVERYTHING)[0]


def _claims(connection: Connection, known: KeptPage) -> Iterator[KeptClaim]:
    (reading,) = parts(connection, [known.id], ("entities", "claims", "about"))
    names = {entity.id: entity.name for entity in reading.entities}
    held = {claim.id: claim for claim in reading.claims}
    for claim in reading.claims:
        words = {part: cut(reading.page.text, getattr(claim, part)) for part in ("source", "cue", "content", "hedge")}
        about = tuple(names[entity] for entity in claim.about if entity in names)
        _, *around = outward(claim.id, held)
        outer = tuple(_outer(reading.page.text, each, names) for each in around[::-1])
        name = names.get(claim.source_entity or "")
        yield KeptClaim(claim, known, **words, source_name=name, about=about, outer=outer)


def _outer(text: str, claim: Claim, names: Mapping[str, str]) -> Outer:
    source, cue, hedge = (cut(text, spans) for spans in (claim.source, claim.cue, claim.hedge))
    name = names.get(claim.source_entity or "")
    return Outer(claim.id, source, name, cue, claim.stance, hedge, claim.certainty, claim.polarity)


def _rows(connection: Connection, table: Table, pages: Collection[str]) -> Iterable[RowMapping]:
    if not pages:
        return ()
    return connection.execute(
        select(table).where(table.c.page.in_(pages)).order_by(table.c.page, table.c.position)
    ).mappings()


def plain_of(kind: type, row: RowMapping) -> dict[str, Any]:
    """The plain notation of a record from its columns: the way back of the writer's."""
    plain: dict[Any, Any] = {}
    for column, (_, (name, *inner)) in leaves(kind).items():
        if not inner:
            plain[name] = row[column]
        elif isinstance(inner[0], int):
            plain.setdefault(name, []).append(row[column])
        else:
            plain.setdefault(name, {})[inner[0]] = row[column]
    return plain


def _give_mentions(connection: Connection, pages: Collection[str], plain: dict[str, dict[str, Any]]) -> None:
    """Put the mentions of these pages back into their entities."""
    owners = {(page, entity["id"]): entity for page, parts in plain.items() for entity in parts["entities"]}
    for entity in owners.values():
        entity["mentions"] = []
    names = tuple(hints(Mention))
    for row in _rows(connection, MENTIONS, pages):
        owners[row["page"], row["entity"]]["mentions"].append({name: row[name] for name in names})


def _give_about(connection: Connection, pages: Collection[str], plain: dict[str, dict[str, Any]]) -> None:
    """Put what the claims of these pages are about back into them."""
    owners = {(page, claim["id"]): claim for page, parts in plain.items() for claim in parts["claims"]}
    for claim in owners.values():
        claim["about"] = []
    for row in _rows(connection, CLAIM_ABOUT, pages):
        owners[row["page"], row["claim"]]["about"].append(row["entity"])


def _per_entity(table: Table, entity: Column[Any]) -> Subquery:
    return (
        select(table.c.page, entity.label("entity"), func.count().label("total"))
        .group_by(table.c.page, entity)
        .subquery()
    )


def _rank(entity: KeptEntity) -> tuple[bool, int, int, str, str]:
    return entity.type == "other", -entity.pages, -entity.mentions, entity.name, entity.type


def _holds(wanted: str | None, *texts: str | None) -> bool:
    return wanted is None or any(wanted.casefold() in text.casefold() for text in texts if text)
