"""The nouns of a case: what joins the records of many pages, and what people decide about it. No I/O.

A record of a page (an entity, an event, the page itself) is an `Item`. What fusion knows of it is a `Form`: items that
fusion cannot tell apart share one (the same name on a thousand pages is one form), so that a new page is compared with
forms, not with pages. A `Link` says how far two forms are the same, and why. A `Group` is what links and judgements
make of the forms. Items and records are never rewritten: links, groups and judgements lie over them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rashomon.records import Certainty, DisputeKind, Polarity, Predicate, Stance
from rashomon.spans import Span

ItemKind = Literal["entity", "event", "page"]
RecordKind = Literal["entity", "event", "page", "claim", "tie"]
"""What a person can judge: the kinds that are joined over pages, and the claims and ties that stand on one page."""
LISTS: Mapping[RecordKind, str] = {"entity": "entities", "event": "events", "claim": "claims", "tie": "ties"}
"""The list of a reading, and the table of a case, that holds the records of a kind."""
Verdict = Literal["same", "maybe", "different"]
"""What the machine makes of two forms: joined, offered to a person, or held apart."""
Relation = Literal["version", "copy", "part", "quotation"]
"""What two pages are to each other: versions of one page, copies, copies in part, or pages that quote one statement."""
Decision = Literal["same", "different", "confirm", "reject", "correct"]
"""What a person decides: of two items `same` or `different`; of one record `confirm`, `reject` or `correct`."""


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One record of one page: `record` is its id in the reading (for a page, the page's id)."""

    kind: RecordKind
    page: str
    record: str


@dataclass(frozen=True, slots=True)
class Form:
    """What fusion compares: equal forms have equal ids, and the id is made of all that tells them apart.

    `keys`: blocking keys; only forms with keys that meet (see `meeting`) are compared, so each must be selective.
    `facts`: plain JSON values that `compare` needs (names, dates, places, hashes), never more than the page states.
    """

    id: str
    kind: ItemKind
    type: str
    label: str
    keys: tuple[str, ...]
    facts: dict[str, Any] = field(hash=False)


_FACING = {"brief": "full", "full": "brief"}


def meeting(key: str) -> str:
    """The key that this one meets: the same, but `full:` for `brief:` and the other way round.

    So a surname meets the full names that it may be short for, and these do not all meet one another.
    """
    head, colon, rest = key.partition(":")
    return f"{_FACING.get(head, head)}{colon}{rest}"


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for or against, by name, in words, with its weight in the score (negative: against)."""

    name: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """How far two forms (`left` < `right` by id) are the same. `score` is 0..1."""

    left: str
    right: str
    score: float
    verdict: Verdict
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What links and judgements make of the forms: one person, one event, one text, on however many pages.

    `id` is made of the smallest of its forms' ids; `label` is what most items call it.
    """

    id: str
    kind: ItemKind
    type: str
    label: str
    items: int
    """How many records of pages are in it."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A group with all that is in it: its forms and the records of pages."""

    group: Group
    forms: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a record was when it was judged: its type and its words, by which it is found again after another reading.

    Words are a name, a trigger, the words of a claim; a page needs none.
    """

    type: str
    words: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided, with reason, name and time (ISO, UTC).

    Of two items (`left`, `right`), or of one record (`right` None). `field` and `value`: what a correction sets;
    `was`: what it replaced. `anchors`: of `left` and `right`. `undone`: when it was taken back, None while it holds.
    """

    id: str
    decision: Decision
    left: Item
    right: Item | None
    field: str | None
    value: Any
    was: Any
    reason: str
    by: str
    at: str
    anchors: tuple[Anchor, ...] = ()
    undone: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says in one column: a value in plain form, the words behind it, and how it is said.

    `stand`: `says`, `denies`, `silent`. `doubt`: hedge and denial in the page's words, never dropped. `low` and `high`
    bound figures and days (days counted from the calendar's first). `sentence`: where the evidence stands. `groups`:
    the entities that the value names.
    """

    column: str
    stand: Literal["says", "denies", "silent"]
    value: str
    low: float | None
    high: float | None
    page: str
    evidence: tuple[Span, ...]
    doubt: tuple[str, ...]
    sentence: Span | None = None
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One source chain's version of an event: publisher, then the sources that it names, outermost first.

    `copies`: ids of other pages that carry the same account by copying; they add no source. `origin`: id of the source
    whose account it is; accounts of one origin count once, whoever carries them.
    """

    chain: tuple[str, ...]
    page: str
    claim: str | None
    cells: tuple[Cell, ...]
    copies: tuple[str, ...]
    origin: str = ""
    published: str | None = None
    certainty: Certainty = "unknown"


@dataclass(frozen=True, slots=True)
class Origin:
    """One source: a named one whoever quotes it, else a publisher, else a publisher's unnamed source.

    `carriers`: the publishers that carry it. One that is not `named` may be the same as another: nothing tells.
    """

    id: str
    name: tuple[str, ...]
    named: bool
    carriers: tuple[str, ...]
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountTable:
    """The accounts of one event side by side; `chains` counts the independent sources, which `origins` lists.

    A publisher is none beside the sources that it names.

    `related`: pairs of groups of which one is part of the other, so that to name the one is not to deny the other.
    """

    columns: tuple[str, ...]
    accounts: tuple[Account, ...]
    agreed: tuple[str, ...]
    """Columns in which at least two independent accounts say the same and none says otherwise."""
    disputed: tuple[str, ...]
    chains: int
    origins: tuple[Origin, ...] = ()
    notes: tuple[str, ...] = ()
    """What a reader must know before counting: unnamed sources that may be one, publishers that are not counted."""
    related: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AccountSide:
    """The accounts that hold one value in one column; the words of each stand in its cell."""

    value: str
    stand: Literal["says", "denies"]
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class AccountDispute:
    """Accounts that cannot all hold in one column. `update`: one source says later what it said otherwise before."""

    id: str
    kind: DisputeKind
    column: str
    sides: tuple[AccountSide, ...]
    update: bool


@dataclass(frozen=True, slots=True)
class Teller:
    """Who says a statement, or denies it, through whom, when, and how surely; the sentence that shows it."""

    chain: tuple[str, ...]
    origin: str
    page: str
    claim: str | None
    published: str | None
    certainty: Certainty
    polarity: Polarity
    stance: Stance | None
    """How the source says it; None for the publisher's own voice."""
    doubt: tuple[str, ...]
    evidence: tuple[Span, ...]
    sentence: Span | None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of an entity, by whom, since when, and who denies it.

    Of a tie `predicate`, `subject` and `object` (groups) say what holds, or held (`former`); else `words` is what a
    claim says. `confirming` are the independent sources that say so, `denying` those that deny it: how many say so is
    not whether it is so. `least`: not all that says so was looked at, there may be more.
    """

    id: str
    words: str
    subject: str | None
    predicate: Predicate | None
    object: str | None
    former: bool
    since: str | None
    """The first date of a page on which it is said."""
    tellers: tuple[Teller, ...]
    confirming: tuple[Origin, ...]
    denying: tuple[Origin, ...]
    least: bool = False
