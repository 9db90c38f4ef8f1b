"""What the reader was not sure that the text says, for a person to look at: the words, the sentence, the score.

In: records with their scores, and `Material`. Out: `Unsure`. A score is how sure the reader is, never how true it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.graph import Item, RecordKind
from rashomon.views.happening import parts
from rashomon.views.material import Excerpt, Material, PageRef, doubt
from rashomon.views.ties import phrase


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


def unsure(found: Iterable[tuple[Item, float]], material: Material) -> tuple[Unsure, ...]:
    """The records in words, in the order given; those that the pages no longer hold are left out."""
    made = (_unsure(item, score, material) for item, score in found)
    return tuple(each for each in made if each is not None)


def _unsure(item: Item, score: float, material: Material) -> Unsure | None:
    held = material.pages[item.page]
    text = held.reading.page.text
    claim, event, tie = (table.get(item.record) for table in (held.claims, held.events, held.ties))
    if claim is not None:
        words = f"{claim.source} {claim.verb}: {claim.content}"
        doubts, spans = claim.doubt, claim.spans
    elif event is not None:
        told = ", ".join(f"{part.role}: {part.words}" for part in parts(event, item.page, material))
        words = f"{event.type.replace('_', ' ')}" + (f" ({told})" if told else "")
        doubts = tuple(each for seen in event.perspectives for each in doubt(text, seen, (event.trigger,)))
        spans = (event.trigger,)
    elif tie is not None:
        ends = [held.entities[end].name if end in held.entities else "?" for end in (tie.subject, tie.object)]
        words = f"{ends[0]} {phrase(tie.predicate, tie.status)} {ends[1]}"
        doubts = tuple(each for seen in tie.perspectives for each in doubt(text, seen, tie.evidence))
        doubts = (*((tie.status,) if tie.status != "current" else ()), *doubts)
        spans = tie.evidence
    else:
        return None
    plain = " ".join(words.split())
    excerpt = material.excerpt(item.page, spans)
    return Unsure(item.kind, item.record, held.ref, plain, tuple(dict.fromkeys(doubts)), excerpt, score)
