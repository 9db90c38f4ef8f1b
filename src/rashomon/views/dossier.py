"""One page as a dossier: head, names, ties, events, disputes, claims by source, dates, what is apart.

In: a `Reading`. Out: one `Dossier`. How it is printed does not belong here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.graph import Item
from rashomon.records import Basis, EntityType, Flag, Reading, Role, SourceKind
from rashomon.views.disputes import DisputeView, page_dispute
from rashomon.views.entities import shown
from rashomon.views.evidence import NO_SOURCE, ClaimView
from rashomon.views.happening import Sighting, sighting
from rashomon.views.material import Material
from rashomon.views.ties import Bond, bonds

APART: tuple[Role, ...] = ("caption", "byline", "dateline", "comment_heading", "comment", "form", "boilerplate")
"""Roles that stand beside the article rather than in it, in the order in which a dossier lists them."""

HEADINGS: dict[EntityType, str] = {
    "person": "People",
    "organization": "Organizations",
    "place": "Places",
    "other": "Other names",
}
"""What names of a type stand under, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says of itself, and what it was read with."""

    input: str
    title: str
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None
    basis: Basis
    url: str | None
    agency: str | None
    language: str | None
    page: str
    sha256: str
    model: str
    rashomon: str


@dataclass(frozen=True, slots=True)
class Name:
    """One entity: its fullest name, the others, how often it is mentioned."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...]
    descriptions: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Voice:
    """One source and all that it says, in the order of the text."""

    source: str
    source_kind: SourceKind
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """One point in time and the words that name it; `value` None where the page does not say which day it is."""

    value: str | None
    words: tuple[str, ...]
    count: int
    anchored: bool


@dataclass(frozen=True, slots=True)
class Apart:
    """One block that is set apart, with its flags."""

    id: str
    role: Role
    text: str
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One page, answered."""

    head: Head
    names: tuple[Name, ...]
    bonds: tuple[Bond, ...]
    sightings: tuple[Sighting, ...]
    disputes: tuple[DisputeView, ...]
    claims: tuple[ClaimView, ...]
    """In the order of the text; `voices` has them by source."""
    voices: tuple[Voice, ...]
    days: tuple[Day, ...]
    apart: tuple[Apart, ...]


def dossier(reading: Reading) -> Dossier:
    """The dossier of one page."""
    material = Material([reading], {})
    claims = tuple(material.pages[reading.page.id].claims.values())
    return Dossier(
        head=head(reading),
        names=names(reading),
        bonds=bonds(reading.page.id, material),
        sightings=sightings(reading.page.id, material),
        disputes=_disputes(reading, material),
        claims=claims,
        voices=voices(claims),
        days=_days(reading),
        apart=apart(reading),
    )


def head(reading: Reading) -> Head:
    """The page's head; a page without a title is headed by its first title block, else by what was asked for."""
    page = reading.page
    lines = (page.text[block.start : block.end] for block in reading.blocks if block.role == "title")
    return Head(
        input=reading.input,
        title=page.title or next(lines, None) or reading.input,
        publisher=page.publisher,
        authors=page.authors,
        published=page.published.value,
        basis=page.published.basis,
        url=page.url,
        agency=page.agency,
        language=page.language,
        page=page.id,
        sha256=page.sha256,
        model=reading.model,
        rashomon=reading.rashomon,
    )


def names(reading: Reading) -> tuple[Name, ...]:
    """The entities that are shown, by type, the most mentioned first, then by first mention."""
    rows = [
        Name(entity.id, entity.type, entity.name, entity.aliases, entity.descriptions, len(entity.mentions))
        for entity in shown(reading)
    ]
    types = list(HEADINGS)
    return tuple(sorted(rows, key=lambda row: (types.index(row.type), -row.mentions)))


def sightings(page: str, material: Material) -> tuple[Sighting, ...]:
    """The events of a page, in the order of the text."""
    ordered = sorted(material.pages[page].events.values(), key=lambda event: (event.trigger, event.id))
    return tuple(sighting(Item("event", page, event.id), material) for event in ordered)


def _disputes(reading: Reading, material: Material) -> tuple[DisputeView, ...]:
    """The disputes of the page, in the order of the text."""
    found = (page_dispute(each, reading.page.id, material) for each in reading.disputes)
    return tuple(sorted(found, key=lambda each: (each.sides[0].excerpt.marks[:1] if each.sides else (), each.id)))


def voices(claims: Iterable[ClaimView]) -> tuple[Voice, ...]:
    """Claims by source, in the order in which sources first speak; what no named source says comes last."""
    groups: dict[str, list[ClaimView]] = {}
    for claim in claims:
        groups.setdefault(claim.entity or claim.source.casefold(), []).append(claim)
    found = [Voice(group[0].source, group[0].source_kind, tuple(group)) for group in groups.values()]
    return tuple(sorted(found, key=lambda voice: voice.source == NO_SOURCE))


def _days(reading: Reading) -> tuple[Day, ...]:
    groups: dict[str, list[tuple[str, bool]]] = {}
    values: dict[str, str | None] = {}
    for time in reading.times:
        words = " ".join(reading.page.text[time.start : time.end].split())
        key = time.value or words.casefold()
        values[key] = time.value
        groups.setdefault(key, []).append((words, time.anchored))
    return tuple(
        Day(values[key], tuple(dict.fromkeys(words for words, _ in group)), len(group), all(sure for _, sure in group))
        for key, group in groups.items()
    )


def apart(reading: Reading) -> tuple[Apart, ...]:
    """The blocks that stand beside the article, by role, in the order of the text."""
    chosen = [block for block in reading.blocks if block.role in APART]
    return tuple(
        Apart(block.id, block.role, reading.page.text[block.start : block.end], block.flags)
        for block in sorted(chosen, key=lambda block: APART.index(block.role))
    )
