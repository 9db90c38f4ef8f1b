"""What the reader was not sure that the text says, for a person to look at: the words, the sentence, the score.

In: records with their scores, and `Material`. Out: `Unsure`. A score is how sure the reader is, never how true it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon.graph import Item, Judgement, RecordKind
from rashomon.views.evidence import ClaimView
from rashomon.views.happening import parts
from rashomon.views.material import Excerpt, Material, PageRef, Telling, denied_by_all
from rashomon.views.ties import phrase


@dataclass(frozen=True, slots=True)
class Unsure:
    """One record in words, with every doubt that the text has, and through whom it came.

    `doubt`: what stands beside the words themselves. `claim`: the claim, if it is one. `tellings`: who tells of the
    event or tie, if it is one.
    """

    kind: RecordKind
    record: str
    page: PageRef
    words: str
    doubt: tuple[str, ...]
    claim: ClaimView | None
    tellings: tuple[Telling, ...]
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
    made = _claim(item, score, material) or _event(item, score, material) or _tie(item, score, material)
    return made and replace(made, words=" ".join(made.words.split()))


def _claim(item: Item, score: float, material: Material) -> Unsure | None:
    held = material.pages[item.page]
    claim = held.claims.get(item.record)
    if claim is None:
        return None
    words, excerpt = f"{claim.source} {claim.verb}: {claim.content}", material.excerpt(item.page, claim.spans)
    return Unsure(item.kind, item.record, held.ref, words, claim.doubt, claim, (), excerpt, score)


def _event(item: Item, score: float, material: Material) -> Unsure | None:
    held = material.pages[item.page]
    event = held.events.get(item.record)
    if event is None:
        return None
    named = ", ".join(f"{part.role}: {part.words}" for part in parts(event, item.page, material))
    words = event.type.replace("_", " ") + (f" ({named})" if named else "")
    stated = (event.trigger,)
    tellings = tuple(material.telling(item.page, seen, stated) for seen in event.perspectives)
    return Unsure(
        item.kind, item.record, held.ref, words, (), None, tellings, material.excerpt(item.page, stated), score
    )


def _tie(item: Item, score: float, material: Material) -> Unsure | None:
    held = material.pages[item.page]
    tie = held.ties.get(item.record)
    if tie is None:
        return None
    ends = [held.entities[end].name if end in held.entities else "?" for end in (tie.subject, tie.object)]
    tellings = tuple(material.telling(item.page, seen, tie.evidence) for seen in tie.perspectives)
    denied = "not: " if denied_by_all(tellings) else ""
    words = f"{denied}{ends[0]} {phrase(tie.predicate, tie.status)} {ends[1]}"
    standing = () if tie.status == "current" else (tie.status,)
    excerpt = material.excerpt(item.page, tie.evidence)
    return Unsure(item.kind, item.record, held.ref, words, standing, None, tellings, excerpt, score)
