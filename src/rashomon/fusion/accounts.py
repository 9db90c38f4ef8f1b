"""One event as its sources tell it: a table with one row for each source chain, and where the rows are at odds.

In: the mentions of an event on many pages, groups of copied pages, groups of entities. Out: `AccountTable`, and its
disputes. What is counted is independent sources, with the list; it is no score of truth.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.fusion import cells as columns
from rashomon.fusion.agreement import KINDS, Related, kind, related, verdict
from rashomon.fusion.chains import Chain, Same, chain, notes, origins, publishers
from rashomon.graph import Account, AccountDispute, AccountSide, AccountTable, Cell
from rashomon.ids import make_id
from rashomon.records import Certainty, DisputeKind, Event, Perspective, Reading

_SURER: tuple[Certainty, ...] = ("alleged", "possible", "probable", "reported", "unknown", "certain")
"""From the least sure: where a source is now more and now less sure, an account shows the lesser."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An account while it is made."""

    chain: Chain
    account: Account

    @property
    def keys(self) -> tuple[str, ...]:
        """What the links of its chain are known by, whatever the page calls them."""
        return tuple(link.key for link in self.chain.links)

    @property
    def said(self) -> dict[str, tuple[object, ...]]:
        """What it says, so far as two copies of it would say the same."""
        return {cell.column: (cell.stand, cell.value.casefold(), cell.low, cell.high) for cell in self.account.cells}


def accounts(
    mentions: Sequence[tuple[Reading, Event]], copies: Iterable[Iterable[str]] = (), same: Same | None = None
) -> AccountTable:
    """The accounts of one event, given its mentions on pages.

    `copies`: groups of page ids that carry one text. `same`: (page, entity id) -> group of the entity; what has none
    stands for itself. The order of mentions and groups makes no difference.
    """
    groups = same or {}
    readings = {reading.page.id: reading for reading, _ in mentions}
    grouped = sorted(sorted(set(group)) for group in copies)
    speakers = publishers(readings.values(), grouped)
    told: dict[tuple[str, Chain, str], list[tuple[Perspective, tuple[Cell, ...]]]] = {}
    for reading, event in sorted(mentions, key=lambda each: (each[0].page.id, each[1].id)):
        for seen, cells in columns.cells(reading, event, groups):
            own = chain(reading, seen.claim, speakers, groups)
            told.setdefault((reading.page.id, own, seen.polarity), []).append((seen, cells))
    rows = [_row(readings[page], own, each) for (page, own, _), each in told.items()]
    rows = list(_without_copies(rows, grouped))
    carried = [(row.chain, page) for row in rows for page in (row.account.page, *row.account.copies)]
    found = origins(carried, readings)
    used = {cell.column for row in rows for cell in row.account.cells}
    shown = tuple(column for column in columns.COLUMNS if column in used)
    names = {origin.id: origin.name for origin in found}
    ordered = sorted((row.account for row in rows), key=lambda each: (names[each.origin], *_order(each)))
    table = AccountTable(
        columns=shown,
        accounts=tuple(_filled(account, shown) for account in ordered),
        agreed=(),
        disputed=(),
        chains=len(found),
        origins=found,
        notes=notes(found),
        related=tuple(sorted(related(readings.values(), groups))),
    )
    at_odds = {each.column for each in disputes(table) if not each.update}
    agreed = tuple(column for column in shown if column not in at_odds and _agreed(table, column))
    return replace(table, agreed=agreed, disputed=tuple(column for column in shown if column in at_odds))


def disputes(table: AccountTable) -> tuple[AccountDispute, ...]:
    """Where accounts cannot all hold, column by column, with who holds what.

    What a source said before and says otherwise later is an update; against others its last word counts.
    """
    bound = frozenset(table.related)
    found: list[AccountDispute] = []
    for column in table.columns:
        if column in KINDS:
            told = [(account, cell) for account in table.accounts if (cell := _cell(account, column)).stand != "silent"]
            found += _updates(told, bound)
            found += _between([each for each in told if not _outdated(each, told, bound)], bound)
    return tuple(found)


_Told = tuple[Account, Cell]


def _between(told: Sequence[_Told], bound: Related) -> Iterator[AccountDispute]:
    """The disputes of one column among accounts of different origins, or of one that says two things at once."""
    at_odds = [(one, other) for one, other in combinations(told, 2) if verdict(one[1], other[1], bound) == "odds"]
    for called in sorted({name for one, other in at_odds if (name := kind(one[1], other[1]))}):
        involved = [each for pair in at_odds if kind(pair[0][1], pair[1][1]) == called for each in pair]
        yield _dispute(called, involved, update=False)


def _updates(told: Sequence[_Told], bound: Related) -> Iterator[AccountDispute]:
    for one, other in combinations(told, 2):
        called = kind(one[1], other[1])
        if called and _follows(one[0], other[0]) and verdict(one[1], other[1], bound) == "odds":
            yield _dispute(called, (one, other), update=True)


def _outdated(each: _Told, told: Sequence[_Told], bound: Related) -> bool:
    """Whether its own source says otherwise later."""
    return any(
        _follows(each[0], other[0])
        and _order(each[0]) < _order(other[0])
        and verdict(each[1], other[1], bound) == "odds"
        for other in told
    )


def _follows(one: Account, other: Account) -> bool:
    """Whether two accounts are of one origin, on different days or at different hours."""
    dates = (one.published, other.published)
    return one.origin == other.origin and None not in dates and dates[0] != dates[1]


def _dispute(called: DisputeKind, involved: Iterable[_Told], *, update: bool) -> AccountDispute:
    sides: dict[tuple[object, ...], list[_Told]] = {}
    for account, cell in sorted(involved, key=lambda each: (each[1].stand == "denies", _order(each[0]))):
        held = sides.setdefault((cell.stand, cell.low, cell.high, cell.groups or cell.value.casefold()), [])
        if (account, cell) not in held:
            held.append((account, cell))
    made = [
        AccountSide(held[0][1].value, "denies" if held[0][1].stand == "denies" else "says", tuple(a for a, _ in held))
        for held in sides.values()
    ]
    column = next(cell.column for held in sides.values() for _, cell in held)
    who = [(account.page, account.chain, account.claim) for side in made for account in side.accounts]
    return AccountDispute(make_id("dispute", column, called, update, *who), called, column, tuple(made), update)


def _agreed(table: AccountTable, column: str) -> bool:
    """Whether two origins say the same, and none is at odds with another."""
    bound = frozenset(table.related)
    told = [(account, _cell(account, column)) for account in table.accounts]
    pairs = [(one, other) for one, other in combinations(told, 2) if one[0].origin != other[0].origin]
    current = [pair for pair in pairs if not any(_outdated(each, told, bound) for each in pair)]
    found = {verdict(one[1], other[1], bound) for one, other in current}
    return "same" in found and "odds" not in found


def _row(reading: Reading, own: Chain, told: Sequence[tuple[Perspective, tuple[Cell, ...]]]) -> _Row:
    account = Account(
        chain=own.labels,
        page=reading.page.id,
        claim=min((seen.claim for seen, _ in told if seen.claim is not None), default=None),
        cells=columns.merged(cell for _, cells in told for cell in cells),
        copies=(),
        origin=own.origin,
        published=reading.page.published.value,
        certainty=min((seen.certainty for seen, _ in told), key=_SURER.index),
    )
    return _Row(own, account)


def _without_copies(rows: Sequence[_Row], groups: Sequence[Sequence[str]]) -> Iterator[_Row]:
    """One row for what copies of a page say alike: the fullest, else the first; what a copy says otherwise stays."""
    home = {page: place for place, group in enumerate(groups) for page in group}
    kept: list[_Row] = []
    for row in sorted(rows, key=lambda row: (-len(row.account.cells), *_order(row.account))):
        for place, other in enumerate(kept):
            together = home.get(row.account.page, -1) == home.get(other.account.page, -2)
            if together and row.keys == other.keys and row.said.items() <= other.said.items():
                pages = tuple(sorted({*other.account.copies, row.account.page}))
                kept[place] = replace(other, account=replace(other.account, copies=pages))
                break
        else:
            kept.append(row)
    yield from kept


def _order(account: Account) -> tuple[bool, str, str, tuple[str, ...], str]:
    """By date, those without one last."""
    return account.published is None, account.published or "", account.page, account.chain, account.claim or ""


def _filled(account: Account, shown: Sequence[str]) -> Account:
    told = {cell.column: cell for cell in account.cells}
    return replace(account, cells=tuple(told.get(column) or columns.silent(column, account.page) for column in shown))


def _cell(account: Account, column: str) -> Cell:
    return next(cell for cell in account.cells if cell.column == column)
