"""One claim, event or tie in words, by itself: the words, every doubt, through whom it came, the sentence, the score.

In: records of pages, and `Material`. Out: `RecordView`. A score is how sure the reader is that the text says so, never
how true it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from rashomon.graph import Item, Judgement, RecordKind
from rashomon.views.evidence import ClaimView
from rashomon.views.happening import sighting
from rashomon.views.material import Excerpt, Material, PageRef, Telling
from rashomon.views.ties import bond


@dataclass(frozen=True, slots=True)
class RecordView:
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

    @property
    def item(self) -> Item:
        """The record that it shows."""
        return Item(self.kind, self.page.id, self.record)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What must stand beside the words where nobody is named who tells of it: all that any of them adds."""
        passed_on = self.claim.passed_on if self.claim else ()
        told = (words for telling in self.tellings for words in telling.doubt)
        return tuple(dict.fromkeys([*self.doubt, *passed_on, *told]))


@dataclass(frozen=True, slots=True)
class Seen:
    """One record, looked at by itself: what people judged of it, and which fields can be corrected.

    `fields`: for each its value, and the values that there are.
    """

    told: RecordView
    judgements: tuple[Judgement, ...]
    fields: Mapping[str, tuple[str, tuple[str, ...]]]


def record_views(items: Iterable[Item], material: Material) -> tuple[RecordView, ...]:
    """The records in words, in the order given; those that the pages no longer hold are left out."""
    made = (_claim(item, material) or _event(item, material) or _tie(item, material) for item in items)
    return tuple(replace(each, words=" ".join(each.words.split())) for each in made if each is not None)


def _claim(item: Item, material: Material) -> RecordView | None:
    held = material.pages[item.page]
    claim = held.claims.get(item.record)
    if claim is None:
        return None
    words, excerpt = f"{claim.source} {claim.verb}: {claim.content}", material.excerpt(item.page, claim.spans)
    return RecordView(item.kind, item.record, held.ref, words, claim.doubt, claim, (), excerpt, claim.score)


def _event(item: Item, material: Material) -> RecordView | None:
    held = material.pages[item.page]
    event = held.events.get(item.record)
    if event is None:
        return None
    found = sighting(item, material)
    named = ", ".join(f"{part.role}: {part.words}" for part in found.parts)
    words = event.type.replace("_", " ") + (f" ({named})" if named else "")
    excerpt = material.excerpt(item.page, [event.trigger])
    return RecordView(item.kind, item.record, held.ref, words, (), None, found.tellings, excerpt, event.score)


def _tie(item: Item, material: Material) -> RecordView | None:
    held = material.pages[item.page]
    tie = held.ties.get(item.record)
    if tie is None:
        return None
    found = bond(tie, held, material)
    standing = () if tie.status == "current" else (tie.status,)
    excerpt = material.excerpt(item.page, tie.evidence)
    return RecordView(
        item.kind, item.record, held.ref, found.sentence, standing, None, found.tellings, excerpt, tie.score
    )
