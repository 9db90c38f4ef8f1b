"""One event as its sources tell it: a table with one row for each source chain, and where the rows are at odds.

In: the mentions of an event on many pages, groups of copied pages, groups of entities. Out: `AccountTable`, and its
disputes. What is counted is independent sources, with the list; it is no score of truth.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise, product

from rashomon.fusion import cells as columns
from rashomon.fusion.agreement import KINDS, Related, kind, related, verdict
from rashomon.fusion.chains import Chain, chain, independent, notes, origins
from rashomon.fusion.voices import Same, Speakers
from rashomon.graph import Account, AccountDispute, AccountSide, AccountTable, Cell
from rashomon.ids import make_id
from rashomon.records import Certainty, DisputeKind, Event, Perspective, Reading, Status

_SURER: tuple[Certainty, ...] = ("alleged", "possible", "probable", "reported", "unknown", "certain")
"""From the least sure: where a source is now more and now less sure, an account shows the lesser."""
_AHEAD: frozenset[Status] = frozenset({"planned", "hypothetical"})


@dataclass(frozen=True, slots=True)
class _Row:
    """An account while it is made."""

    chain: Chain
    account: Account

    @property
    def said(self) -> dict[str, tuple[object, ...]]:
        """What it says, so far as two copies of it would say the same."""
        return {cell.column: (cell.stand, cell.value.casefold(), cell.low, cell.high) for cell in self.account.cells}


def accounts(
    mentions: Sequence[tuple[Reading, Event]], copies: Iterable[Iterable[str]] = (), same: Same | None = None
) -> AccountTable:
    """The accounts of one event, given its mentions on pages, with the columns in which they agree and differ."""
    table = laid_out(mentions, copies, same)
    at_odds = {each.column for each in disputes(table) if not each.update}
    agreed = tuple(column for column in table.columns if column not in at_odds and _agreed(table, column))
    return replace(table, agreed=agreed, disputed=tuple(column for column in table.columns if column in at_odds))


def laid_out(
    mentions: Sequence[tuple[Reading, Event]], copies: Iterable[Iterable[str]] = (), same: Same | None = None
) -> AccountTable:
    """The accounts of one event side by side; in what they agree and differ is not looked for.

    `copies`: groups of page ids that carry one text. `same`: (page, entity id) -> group of the entity; what has none
    stands for itself. The order of mentions and groups makes no difference.
    """
    groups = same or {}
    readings = {reading.page.id: reading for reading, _ in mentions}
    grouped = sorted(sorted(set(group)) for group in copies)
    speakers = Speakers(readings.values(), grouped, groups)
    told: dict[tuple[str, tuple[str, ...], str], list[tuple[Chain, Perspective, tuple[Cell, ...]]]] = {}
    for reading, event in sorted(mentions, key=lambda each: (each[0].page.id, each[1].id)):
        for seen, cells in columns.cells(reading, event, groups):
            own = chain(reading, seen.claim, speakers)
            told.setdefault((reading.page.id, own.keys, seen.polarity), []).append((own, seen, cells))
    rows = [_row(readings[page], each) for (page, _, _), each in told.items()]
    rows = list(_without_copies(rows, grouped))
    carried = [(row.chain, page) for row in rows for page in (row.account.page, *row.account.copies)]
    everyone = origins(carried, readings)
    counted = _independent(row.account for row in rows)
    found = tuple(origin for origin in everyone if origin.id in counted)
    others = tuple(origin for origin in everyone if origin.id not in counted)
    used = {cell.column for row in rows for cell in row.account.cells}
    shown = tuple(column for column in columns.COLUMNS if column in used)
    names = {origin.id: origin.name for origin in everyone}
    ordered = sorted((row.account for row in rows), key=lambda each: (names[each.origin], *_order(each)))
    return AccountTable(
        columns=shown,
        accounts=tuple(_filled(account, shown) for account in ordered),
        agreed=(),
        disputed=(),
        chains=len(found),
        origins=found,
        notes=notes(found, others),
        related=tuple(sorted(related(readings.values(), groups))),
    )


def _independent(told: Iterable[Account]) -> frozenset[str]:
    """The sources that count: of those who tell of the event, and of those who deny it."""
    denying: dict[bool, list[Account]] = {}
    for each in told:
        denying.setdefault(any(cell.stand == "denies" for cell in each.cells), []).append(each)
    return frozenset[str]().union(*map(independent, denying.values()))


def disputes(table: AccountTable) -> tuple[AccountDispute, ...]:
    """Where accounts cannot all hold, column by column, with who holds what.

    What a source said before and says otherwise later is an update; against others its last word counts.
    """
    bound = frozenset(table.related)
    found: list[AccountDispute] = []
    for column in table.columns:
        if column in KINDS:
            for told in _of_one_moment(table, _told(table, column), column):
                found += _updates(told, bound)
                found += _between(_camps(_current(told, bound)), bound)
    return tuple(found)


_Told = tuple[Account, Cell]


def _told(table: AccountTable, column: str) -> list[_Told]:
    at = table.columns.index(column)
    return [(each, each.cells[at]) for each in table.accounts if each.cells[at].stand != "silent"]


def _of_one_moment(table: AccountTable, told: list[_Told], column: str) -> Iterable[list[_Told]]:
    """What is told of what has happened, and of what is planned or might be: the one says nothing against the other."""
    if column == "status" or "status" not in table.columns:
        return (told,)
    at = table.columns.index("status")
    parts: tuple[list[_Told], list[_Told]] = ([], [])
    for each in told:
        parts[each[0].cells[at].value in _AHEAD].append(each)
    return parts


def _camps(told: Iterable[_Told]) -> list[list[_Told]]:
    """Accounts whose cells say the very same, together."""
    camps: dict[tuple[object, ...], list[_Told]] = {}
    for account, cell in told:
        bounds = (cell.low, cell.high)
        said = bounds if bounds != (None, None) else cell.groups or cell.value.casefold()
        camps.setdefault((cell.stand, said, cell.value if cell.column == "status" else None), []).append(
            (account, cell)
        )
    return list(camps.values())


def _between(camps: Sequence[Sequence[_Told]], bound: Related) -> Iterator[AccountDispute]:
    """The disputes of one column among accounts that are not outdated."""
    involved: dict[DisputeKind, list[Sequence[_Told]]] = {}
    for one, other in combinations(camps, 2):
        called = kind(one[0][1], other[0][1])
        if called and _exclude(one, other, bound):
            sides = involved.setdefault(called, [])
            sides += [camp for camp in (one, other) if camp not in sides]
    for called in sorted(involved):
        yield _dispute(called, involved[called], update=False)


def _exclude(one: Sequence[_Told], other: Sequence[_Told], bound: Related) -> bool:
    """Whether no account of one camp can hold beside one of the other, by whatever words each calls the same."""
    return all(verdict(ours, theirs, bound) == "odds" for (_, ours), (_, theirs) in product(one, other))


def _updates(told: Sequence[_Told], bound: Related) -> Iterator[AccountDispute]:
    """Where a source says otherwise than on the last day before on which it said anything."""
    for days in _by_day(told):
        for before, after in pairwise(days):
            for one, other in product(before, after):
                called = kind(one[1], other[1])
                if called and verdict(one[1], other[1], bound) == "odds":
                    yield _dispute(called, ((one,), (other,)), update=True)


def _current(told: Sequence[_Told], bound: Related) -> list[_Told]:
    """Without what its own source said otherwise later."""
    outdated = {
        id(each)
        for days in _by_day(told)
        for place, day in enumerate(days)
        for each in day
        if any(verdict(each[1], other[1], bound) == "odds" for later in days[place + 1 :] for other in later)
    }
    return [each for each in told if id(each) not in outdated]


def _by_day(told: Sequence[_Told]) -> Iterator[list[list[_Told]]]:
    """For each source its accounts by date of publication, the earliest first; those without a date are left out."""
    held: dict[str, dict[str, list[_Told]]] = {}
    for each in told:
        if each[0].published is not None:
            held.setdefault(each[0].origin, {}).setdefault(each[0].published, []).append(each)
    for dated in held.values():
        yield [dated[day] for day in sorted(dated)]


def _dispute(called: DisputeKind, camps: Iterable[Sequence[_Told]], *, update: bool) -> AccountDispute:
    held = [sorted(camp, key=lambda each: _order(each[0])) for camp in camps]
    held.sort(key=lambda camp: (camp[0][1].stand == "denies", _order(camp[0][0])))
    sides = tuple(
        AccountSide(camp[0][1].value, "denies" if camp[0][1].stand == "denies" else "says", tuple(a for a, _ in camp))
        for camp in held
    )
    column = held[0][0][1].column
    who = [(account.page, account.chain, account.claim) for side in sides for account in side.accounts]
    return AccountDispute(make_id("dispute", column, called, update, *who), called, column, sides, update)


def _agreed(table: AccountTable, column: str) -> bool:
    """Whether two sources say the same and none says otherwise, as far as the words tell."""
    bound = frozenset(table.related)
    camps = _camps(_current(_told(table, column), bound))
    found = {verdict(one[0][1], other[0][1], bound) for one, other in combinations(camps, 2)}
    if "odds" in found or (column not in KINDS and "open" in found):
        return False
    alike = any(_is_twice(camp) for camp in camps if camp[0][1].stand == "says")
    return alike or any(
        verdict(one[0][1], other[0][1], bound) == "same" and _is_twice((*one, *other))
        for one, other in combinations(camps, 2)
    )


def _is_twice(told: Iterable[_Told]) -> bool:
    """Whether more than one independent source says so."""
    return len(independent(account for account, _ in told)) > 1


def _row(reading: Reading, told: Sequence[tuple[Chain, Perspective, tuple[Cell, ...]]]) -> _Row:
    own = min((own for own, _, _ in told), key=lambda own: [(-len(label), label) for label in own.labels])
    account = Account(
        chain=own.labels,
        page=reading.page.id,
        claim=min((seen.claim for _, seen, _ in told if seen.claim is not None), default=None),
        cells=columns.merged(cell for _, _, cells in told for cell in cells),
        copies=(),
        origin=own.origin,
        published=reading.page.published.value,
        certainty=min((seen.certainty for _, seen, _ in told), key=_SURER.index),
    )
    return _Row(own, account)


def _without_copies(rows: Sequence[_Row], groups: Sequence[Sequence[str]]) -> Iterator[_Row]:
    """One row for what copies of a page say alike: the fullest, else the first; what a copy says otherwise stays."""
    home = {page: place for place, group in enumerate(groups) for page in group}
    kept: list[_Row] = []
    for row in sorted(rows, key=lambda row: (-len(row.account.cells), *_order(row.account))):
        for place, other in enumerate(kept):
            together = home.get(row.account.page, -1) == home.get(other.account.page, -2)
            if together and row.chain.keys == other.chain.keys and row.said.items() <= other.said.items():
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
