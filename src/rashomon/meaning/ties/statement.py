"""A statement: what the words of one place say of two ends, before it is a tie.

In and out: plain data that the rules of this package share. Who says so, and how surely, does not belong here.
"""

from dataclasses import dataclass

from rashomon.meaning.ties.ends import End
from rashomon.records import Predicate, TieStatus

OF_WHOLES: frozenset[Predicate] = frozenset({"founded", "leads", "owns"})
"""Who does so to a part does not to the whole."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Subject predicate object; `anchor` is the token that says so, `clause` the verb that carries it, else the anchor.

    `words` are the numbers of the tokens that state it; `status` is None where the words leave it open; `granted` where
    it stands inside a name's own phrase, which takes it for granted whatever the sentence doubts.
    """

    predicate: Predicate
    subject: End
    object: End
    anchor: int
    clause: int
    words: tuple[int, ...]
    status: TieStatus | None
    score: float
    granted: bool = False
