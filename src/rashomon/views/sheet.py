"""One page as a sheet: its text in passages, and beside each the claims, events and ties that stand on its words.

In: a `Reading`, and the spans that were asked for. Out: one `Sheet`. Every event and tie carries who says so, with what
doubt. How a sheet looks does not belong here.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rashomon.records import Reading
from rashomon.spans import Span
from rashomon.views.dossier import Head, head, sightings, voices
from rashomon.views.happening import Sighting
from rashomon.views.material import Material
from rashomon.views.passages import Mark, Passage, passages
from rashomon.views.ties import Bond, bonds

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, to be read. `sightings`, `bonds`: the events and ties of a passage, by its id."""

    head: Head
    sources: int
    """How many sources the claims of the page have."""
    passages: tuple[Passage, ...]
    sightings: Mapping[str, Sequence[Sighting]]
    bonds: Mapping[str, Sequence[Bond]]
    scores: Mapping[str, float]
    """How sure the reader is of each claim, by id: never a measure of truth."""


def sheet(reading: Reading, *, here: Iterable[Span] = ()) -> Sheet:
    """The sheet of one page; what is `here` is marked in the text."""
    material = Material([reading], {})
    claims = tuple(material.pages[reading.page.id].claims.values())
    events, ties = sightings(reading.page.id, material), bonds(reading.page.id, material)
    text = passages(reading, claims, extra=[*_marks(reading), *(Mark("here", *span) for span in here)])
    return Sheet(
        head=head(reading),
        sources=len(voices(claims)),
        passages=text,
        sightings=_beside(text, ((each.at.start, each) for each in events)),
        bonds=_beside(text, ((each.start, each) for each in ties)),
        scores={claim.id: claim.score for claim in reading.claims},
    )


def _beside(text: Sequence[Passage], found: Iterable[tuple[int, T]]) -> dict[str, list[T]]:
    """What begins in each passage; what begins before all of them stands with the first."""
    starts = [passage.start for passage in text]
    beside: dict[str, list[T]] = {passage.id: [] for passage in text}
    for start, each in found if text else ():
        beside[text[max(bisect_right(starts, start) - 1, 0)].id].append(each)
    return beside


def _marks(reading: Reading) -> Iterable[Mark]:
    for event in reading.events:
        yield Mark("trigger", *event.trigger, record=event.id)
    for tie in reading.ties:
        for span in tie.evidence:
            yield Mark("tie", *span, record=tie.id)
