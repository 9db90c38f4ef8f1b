"""Accounts that cannot all hold, side by side, each with who says it, in which words, and with what doubt.

In: a `Reading`. Out: `Quarrel` records in the order of the text. No side goes before another but by its place in the
text, and none is called right. How they are printed does not belong here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rashomon.records import Dispute, DisputeKind, Reading, Side
from rashomon.views.evidence import Account, accounts

_QUESTIONS: dict[DisputeKind, str] = {
    "denial": "said and denied",
    "value": "different figures",
    "date": "different dates",
    "place": "different places",
    "agent": "different doers",
    "status": "so and not so",
}
"""A kind in words."""


@dataclass(frozen=True, slots=True)
class Party:
    """One side: who says it, through which claim, what, in which words, and what must stand beside them."""

    label: str
    claim: int | None
    """The claim's number on the page."""
    value: str
    words: str
    doubt: tuple[str, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Quarrel:
    """One dispute in words."""

    id: str
    kind: DisputeKind
    question: str
    parties: tuple[Party, ...]


def quarrels(reading: Reading) -> tuple[Quarrel, ...]:
    """Every dispute of a reading, in the order of the text."""
    told = {account.id: account for account in accounts(reading)}
    found = (_quarrel(reading, dispute, told) for dispute in reading.disputes)
    return tuple(sorted(found, key=lambda each: (each.parties[0].start if each.parties else 0, each.id)))


def _quarrel(reading: Reading, dispute: Dispute, told: Mapping[str, Account]) -> Quarrel:
    parties = sorted((_party(reading, side, told) for side in dispute.sides), key=lambda party: party.start)
    return Quarrel(dispute.id, dispute.kind, _QUESTIONS[dispute.kind], tuple(parties))


def _party(reading: Reading, side: Side, told: Mapping[str, Account]) -> Party:
    account = told.get(side.claim or "")
    words = " … ".join(" ".join(span.cut(reading.page.text).split()) for span in side.evidence)
    return Party(
        label=account.source if account else reading.page.publisher or "the page",
        claim=account.number if account else None,
        value=side.value,
        words=words,
        doubt=account.doubt if account else (),
        start=min((span.start for span in side.evidence), default=0),
    )
