"""The page's text as passages: each block cut into segments that carry all marks which hold there, with its claims.

In: a `Reading` and its claims. Out: `Passage` records in reading order; the segments of a passage, joined, are the
block's text to the letter; `Row`s of them, in which what is not read is folded away. How marks look does not belong
here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from rashomon.records import Block, EntityType, Flag, Reading, Role
from rashomon.spans import Span
from rashomon.views.evidence import ClaimView
from rashomon.views.plurals import plural

Kind = Literal["name", "time", "source", "cue", "content", "hedge", "trigger", "tie", "here"]

UNREAD: frozenset[Role] = frozenset({"comment_heading", "comment", "form", "boilerplate"})
"""Roles of blocks that are folded away where a page is read. Captions, bylines and datelines stay in the text."""
_LABELS: dict[Role, tuple[str, str]] = {
    "comment_heading": ("comment heading", "comment headings"),
    "comment": ("comment", "comments"),
    "form": ("form line", "form lines"),
    "boilerplate": ("piece of page furniture", "pieces of page furniture"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What holds over a stretch of text: `claim` is a claim's number, `entity` an entity's id and `type` its type.

    `record`: the id of the event that a `trigger` names, of the tie that the words state. `here`: the words asked for.
    """

    kind: Kind
    start: int
    end: int
    claim: int | None = None
    entity: str | None = None
    type: EntityType | None = None
    denied: bool = False
    hedged: bool = False
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch over which the same marks hold; `opens` are the marks that begin with it, `closes` claims that end."""

    text: str
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    closes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One block with its segments, the claims that begin in it, and its flags; `start`: where it begins in the text."""

    id: str
    role: Role
    start: int
    segments: tuple[Segment, ...]
    claims: tuple[ClaimView, ...]
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A passage that is read, or a run of passages folded away under a label."""

    folded: bool
    label: str
    passages: tuple[Passage, ...]

    @property
    def asked(self) -> bool:
        """Whether words that were asked for stand in it."""
        return any(mark.kind == "here" for each in self.passages for part in each.segments for mark in part.marks)


def rows(text: Iterable[Passage]) -> Iterator[Row]:
    """Passages as they stand where a page is read, in reading order."""
    for folded, run in groupby(text, key=lambda passage: passage.role in UNREAD):
        found = tuple(run)
        if folded:
            yield Row(folded=True, label=_label(found), passages=found)
        else:
            yield from (Row(folded=False, label=passage.role, passages=(passage,)) for passage in found)


def _label(found: Sequence[Passage]) -> str:
    roles = [passage.role for passage in found]
    parts = [plural(count, *names) for role, names in _LABELS.items() if (count := roles.count(role))]
    flagged = sum(bool(passage.flags) for passage in found)
    return ", ".join(parts) + (f"; {flagged} flagged as spam" if flagged else "")


def passages(reading: Reading, claims: Collection[ClaimView], *, extra: Iterable[Mark] = ()) -> tuple[Passage, ...]:
    """Every block of the page, in reading order; `extra`: more marks than those of claims, names and times."""
    by_block: dict[str | None, list[ClaimView]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for claim in claims:
        by_block[claim.block].append(claim)
        if claim.spans:
            closing[max(span.end for span in claim.spans)].append(claim.number)
    return tuple(
        Passage(
            id=block.id,
            role=block.role,
            start=block.start,
            segments=tuple(_segments(reading.page.text, block, marks, closing)),
            claims=tuple(by_block[block.id]),
            flags=block.flags,
        )
        for block, marks in _marked(reading, claims, extra)
    )


def _marked(reading: Reading, claims: Iterable[ClaimView], extra: Iterable[Mark]) -> Iterator[tuple[Block, list[Mark]]]:
    """Each block with the marks that touch it, in the order of their start, the longer first."""
    found = [*_claim_marks(reading, claims), *_name_marks(reading), *extra]
    marks = sorted(found, key=lambda mark: (mark.start, -mark.end))
    open_, at = [], 0
    for block in reading.blocks:
        while at < len(marks) and marks[at].start < block.end:
            open_.append(marks[at])
            at += 1
        open_ = [mark for mark in open_ if block.start < mark.end]
        yield block, open_


def _claim_marks(reading: Reading, claims: Iterable[ClaimView]) -> Iterable[Mark]:
    views = {claim.id: claim for claim in claims}
    for claim in reading.claims:
        view = views[claim.id]
        parts: tuple[tuple[Kind, tuple[Span, ...]], ...] = (
            ("source", claim.source), ("cue", claim.cue), ("content", claim.content), ("hedge", claim.hedge),
        )  # fmt: skip
        for kind, spans in parts:
            for start, end in spans:
                yield Mark(kind, start, end, claim=view.number, denied=view.denied, hedged=view.hedged)


def _name_marks(reading: Reading) -> Iterable[Mark]:
    for entity in reading.entities:
        for mention in (each for each in entity.mentions if each.form == "name"):
            yield Mark("name", mention.start, mention.end, entity=entity.id, type=entity.type)
    for time in reading.times:
        yield Mark("time", time.start, time.end)


def _segments(text: str, block: Block, marks: list[Mark], closing: Mapping[int, list[int]]) -> Iterator[Segment]:
    bounds = {at for mark in marks for at in (mark.start, mark.end) if block.start < at < block.end}
    over: list[Mark] = []
    at = 0
    for start, end in pairwise(sorted({block.start, block.end, *bounds})):
        while at < len(marks) and marks[at].start < end:
            over.append(marks[at])
            at += 1
        over = [mark for mark in over if start < mark.end]
        opens = tuple(mark for mark in over if mark.start == start)
        yield Segment(text[start:end], tuple(over), opens, tuple(closing.get(end, ())))
