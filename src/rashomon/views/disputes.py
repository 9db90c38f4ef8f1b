"""Accounts that cannot all hold, on one page or between pages, each side with its voices and the words that say it.

In: disputes as they were read or fused, and `Material`. Out: `DisputeView`. No side goes before another but by its
place in the text, and none is right here.
"""

from dataclasses import dataclass
from typing import Literal

from rashomon.graph import Account, AccountDispute, Cell, Group
from rashomon.records import Dispute, DisputeKind, Side
from rashomon.views.material import Excerpt, Material, PageRef, words

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
class SideView:
    """One side: what it says, through whom, on which page, and the sentence behind it."""

    value: str
    number: int | None
    """The claim's number on its page, None where the publisher speaks."""
    stand: Literal["says", "denies"]
    chain: tuple[str, ...]
    page: PageRef
    doubt: tuple[str, ...]
    excerpt: Excerpt

    @property
    def label(self) -> str:
        """Who says it: the innermost of the chain."""
        return self.chain[-1]

    @property
    def words(self) -> str:
        """The words of the page that say it."""
        text, start = self.excerpt.text, self.excerpt.start
        return " … ".join(" ".join(text[mark.start - start : mark.end - start].split()) for mark in self.excerpt.marks)


@dataclass(frozen=True, slots=True)
class DisputeView:
    """One dispute. `column`: what it is about (`killed`, `date`, `agent` ...); `event`: the happening, if it is one."""

    id: str
    kind: DisputeKind
    column: str
    update: bool
    """Whether one source said otherwise before, rather than two at odds."""
    event: Group | None
    page: str | None
    """The page that it stands on, None where it is between pages."""
    sides: tuple[SideView, ...]

    @property
    def question(self) -> str:
        """What the sides are at odds about, in words."""
        return _QUESTIONS[self.kind]


def page_dispute(dispute: Dispute, page: str, material: Material) -> DisputeView:
    """A dispute that was read on one page, its sides in the order of the text."""
    held = material.pages[page]
    about = dispute.about if dispute.about in held.events else None
    return DisputeView(
        id=dispute.id,
        kind=dispute.kind,
        column=dispute.kind,
        update=False,
        event=material.group("event", page, about),
        page=page,
        sides=tuple(sorted((_side(side, page, material) for side in dispute.sides), key=_place)),
    )


def account_dispute(dispute: AccountDispute, event: Group, material: Material) -> DisputeView:
    """What the accounts of an event differ in, in one column of its table."""
    sides = (
        _told(account, cell, side.stand, material)
        for side in dispute.sides
        for account in side.accounts
        for cell in account.cells
        if cell.column == dispute.column
    )
    return DisputeView(dispute.id, dispute.kind, dispute.column, dispute.update, event, None, tuple(sides))


def _side(side: Side, page: str, material: Material) -> SideView:
    held = material.pages[side.page or page]
    claim = held.claims.get(side.claim or "")
    return SideView(
        value=side.value or words(held.reading, side.evidence),
        number=claim.number if claim else None,
        stand="denies" if claim and claim.denied else "says",
        chain=held.chain(claim),
        page=held.ref,
        doubt=(*claim.doubt, *claim.passed_on) if claim else (),
        excerpt=material.excerpt(held.ref.id, side.evidence),
    )


def _place(side: SideView) -> int:
    return side.excerpt.marks[0].start if side.excerpt.marks else side.excerpt.start


def _told(account: Account, cell: Cell, stand: Literal["says", "denies"], material: Material) -> SideView:
    claim = material.pages[cell.page].claims.get(account.claim or "")
    return SideView(
        value=cell.value,
        number=claim.number if claim else None,
        stand=stand,
        chain=account.chain,
        page=material.pages[cell.page].ref,
        doubt=cell.doubt,
        excerpt=material.excerpt(cell.page, cell.evidence),
    )
