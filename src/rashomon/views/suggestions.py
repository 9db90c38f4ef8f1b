"""What may be the same, offered to a person: two sides, how far they agree, and why.

In: links with the verdict `maybe`, and what their forms are. Out: `Suggestion`. A suggestion changes nothing.
"""

from dataclasses import dataclass

from rashomon.graph import Group, Item, ItemKind, Reason
from rashomon.views.material import Excerpt, PageRef


@dataclass(frozen=True, slots=True)
class Candidate:
    """One side of a suggestion: what it is called, a record by which it can be judged, and a sentence that shows it."""

    group: Group
    label: str
    item: Item
    page: PageRef
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two that may be one; `score` 0..1 says how far the machine holds them the same. Not a judgement."""

    kind: ItemKind
    left: Candidate
    right: Candidate
    score: float
    reasons: tuple[Reason, ...]
