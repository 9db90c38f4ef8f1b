"""What is said of an entity, by whom, since when, and who denies it; with how many sources are independent.

In: statements as fusion made them, and `Material`. Out: `StatementView`. How many say so is not whether it is so.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.graph import Origin, Statement, Teller
from rashomon.records import Certainty, Polarity, Stance
from rashomon.views.material import Excerpt, Material, PageRef


@dataclass(frozen=True, slots=True)
class TellerView:
    """Who says it or denies it, through whom, where and how; `copies`: how many other pages carry the same."""

    chain: tuple[str, ...]
    page: PageRef
    claim: str | None
    stance: Stance | None
    certainty: Certainty
    polarity: Polarity
    doubt: tuple[str, ...]
    excerpt: Excerpt
    copies: int


@dataclass(frozen=True, slots=True)
class StatementView:
    """One thing that is said. `since`: the first date of a page that says so.

    `confirming`, `denying`: the independent sources that say so and that deny it, each in one of the two or in both.
    `least`: there may be more.
    """

    id: str
    words: str
    since: str | None
    confirming: tuple[Origin, ...]
    denying: tuple[Origin, ...]
    least: bool
    tellers: tuple[TellerView, ...]

    @property
    def denied(self) -> bool:
        """Whether nobody says so but who denies it."""
        return not self.confirming


def statement_views(statements: Iterable[Statement], material: Material) -> tuple[StatementView, ...]:
    """What is said, the most widely told first, then the earliest."""
    made = (_view(each, material) for each in statements)
    return tuple(sorted(made, key=lambda each: (-len(each.confirming), -len(each.denying), each.since or "~", each.id)))


def _view(said: Statement, material: Material) -> StatementView:
    return StatementView(
        id=said.id,
        words=said.words,
        since=said.since,
        confirming=said.confirming,
        denying=said.denying,
        least=said.least,
        tellers=tuple(_teller(each, material) for each in said.tellers),
    )


def _teller(told: Teller, material: Material) -> TellerView:
    claim = material.pages[told.page].claims.get(told.claim or "")
    return TellerView(
        chain=told.chain,
        page=material.pages[told.page].ref,
        claim=told.claim,
        stance=told.stance,
        certainty=told.certainty,
        polarity=told.polarity,
        doubt=(*claim.doubt, *claim.passed_on) if claim else told.doubt,
        excerpt=material.excerpt(told.page, told.evidence),
        copies=len(told.copies),
    )
