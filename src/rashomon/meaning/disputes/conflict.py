"""A conflict: accounts that cannot all hold, before it is a record.

The nouns that the modules of this package hand on; how they are found, and what becomes of them, is theirs.
"""

from dataclasses import dataclass

from rashomon.meaning.disputes.voices import Voice
from rashomon.records import DisputeKind


@dataclass(frozen=True, slots=True)
class Stand:
    """What one voice holds: the numbers of the words that say it, and its value where that is less than all of them."""

    voice: Voice
    words: tuple[int, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two stands or more on one thing; `about` is the id of the event or claim in dispute."""

    kind: DisputeKind
    about: str | None
    stands: tuple[Stand, ...]
