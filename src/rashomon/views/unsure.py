"""What the reader was not sure that the text says, for a person to look at: the words, the sentence, the score.

In: records with their scores, and `Material`. Out: `Unsure`. A score is how sure the reader is, never how true it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.graph import Item, Judgement, RecordKind
from rashomon.spans import Spans
from rashomon.views.happening import parts
from rashomon.views.material import Excerpt, Material, Page, PageRef, doubt
from rashomon.views.ties import phrase

_Told = tuple[str, tuple[str, ...], Spans]
"""A record in words, its doubts, and where it stands."""


@dataclass(frozen=True, slots=True)
class Unsure:
    """One record in words, with every doubt that the text has."""

    kind: RecordKind
    record: str
    page: PageRef
    words: str
    doubt: tuple[str, ...]
    excerpt: Excerpt
    score: float


@dataclass(frozen=True, slots=True)
class Seen:
    """One record, looked at by itself: what people judged of it, and which fields can be corrected.

    `fields`: for each its value, and the values that there are.
    """

    told: Unsure
    judgements: tuple[Judgement, ...]
    fields: Mapping[str, tuple[str, tuple[str, ...]]]


def unsure(found: Iterable[tuple[Item, float]], material: Material) -> tuple[Unsure, ...]:
    """The records in words, in the order given; those that the pages no longer hold are left out."""
    made = (_unsure(item, score, material) for item, score in found)
    return tuple(each for each in made if each is not None)


def _unsure(item: Item, score: float, material: Material) -> Unsure | None:
    held = material.pages[item.page]
    found = _claim(item, held) or _event(item, held, material) or _tie(item, held)
    if found is None:
        return None
    words, doubts, spans = found
    plain = " ".join(words.split())
    excerpt = material.excerpt(item.page, spans)
    return Unsure(item.kind, item.record, held.ref, plain, tuple(dict.fromkeys(doubts)), excerpt, score)


def _claim(item: Item, held: Page) -> _Told | None:
    claim = held.claims.get(item.record)
    return (f"{claim.source} {claim.verb}: {claim.content}", claim.doubt, claim.spans) if claim else None


def _event(item: Item, held: Page, material: Material) -> _Told | None:
    event = held.events.get(item.record)
    if event is None:
        return None
    text = held.reading.page.text
    told = ", ".join(f"{part.role}: {part.words}" for part in parts(event, item.page, material))
    words = event.type.replace("_", " ") + (f" ({told})" if told else "")
    doubts = (each for seen in event.perspectives for each in doubt(text, seen, (event.trigger,)))
    return words, tuple(doubts), (event.trigger,)


def _tie(item: Item, held: Page) -> _Told | None:
    tie = held.ties.get(item.record)
    if tie is None:
        return None
    text = held.reading.page.text
    ends = [held.entities[end].name if end in held.entities else "?" for end in (tie.subject, tie.object)]
    doubts = [each for seen in tie.perspectives for each in doubt(text, seen, tie.evidence)]
    standing = [] if tie.status == "current" else [tie.status]
    return f"{ends[0]} {phrase(tie.predicate, tie.status)} {ends[1]}", (*standing, *doubts), tie.evidence
