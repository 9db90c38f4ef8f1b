"""`rashomon event`, `rashomon timeline`, `rashomon disputes`: what happened when, according to whom."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rashomon.cli.dossier import grid, section
from rashomon.cli.lines import print_rows
from rashomon.cli.options import MORE, AsJson, CasePath, Limit, iso_date
from rashomon.cli.telling import event_rows, interval, page_words, suggestion_rows, telling_words
from rashomon.cli.terminal import console, styled
from rashomon.graph import Account, AccountTable, Cell
from rashomon.notation import to_plain
from rashomon.records import Certainty, DisputeKind, EventType
from rashomon.settings import Settings
from rashomon.views.disputes import DisputeView, SideView
from rashomon.views.evidence import shorten
from rashomon.views.happening import EventView, Sighting
from rashomon.views.material import LOOK_WORDS
from rashomon.views.plurals import plural

_SENTENCE = 240
_SHORT = 30
_STANDS = {"says": "", "denies": "denies: ", "silent": ""}

Entity = Annotated[str | None, typer.Option("--entity", metavar="NAME", help="Only what this entity takes part in.")]


def event(
    id: Annotated[str, typer.Argument(metavar="ID", help="The id of an event, as timeline shows it.")],
    case: CasePath = "case.rashomon",
    as_json: AsJson = False,
) -> None:
    """Show the accounts of one event side by side."""
    from rashomon.case import open_case

    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        view = opened.event(id)
    if as_json:
        print_rows([to_plain(view)])
        return
    out = console()
    for part in _parts(view):
        out.print(part)


def timeline(
    case: CasePath = "case.rashomon",
    entity: Entity = None,
    type: Annotated[
        EventType | None, typer.Option("--type", metavar="TYPE", help="Only events of a type: attack.")
    ] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="Only by a source or paper.")] = None,
    certainty: Annotated[Certainty | None, typer.Option("--certainty", help="Only what is so sure.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="DATE", callback=iso_date, help="From a day.")] = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", callback=iso_date, help="To a day.")] = None,
    undated: Annotated[bool, typer.Option("--undated", help="Also events of which nobody says when.")] = False,
    cursor: Annotated[str | None, typer.Option("--cursor", metavar="CURSOR", help="Go on from there.")] = None,
    limit: Limit = 30,
    as_json: AsJson = False,
) -> None:
    """Show events in the order of time, each with who says so."""
    from rashomon.answering import Period
    from rashomon.case import open_case

    period = Period(entity, type, source, certainty, since, until, dated=not undated)
    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        found = opened.timeline(period, limit=limit, cursor=cursor)
    if as_json:
        print_rows(to_plain(row) for row in found.rows)
        return
    out = console()
    if found.rows:
        out.print(grid(event_rows(found.rows)))
    more = f"; go on with --cursor '{found.cursor}'" if found.cursor else ""
    out.print(styled(f"{plural(len(found.rows), 'event')}{more}", "dim"))


def disputes(
    case: CasePath = "case.rashomon",
    entity: Entity = None,
    kind: Annotated[DisputeKind | None, typer.Option("--kind", help="Only disputes of a kind.")] = None,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Show which accounts cannot all hold."""
    from rashomon.case import open_case

    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        found = opened.disputes(entity=entity, kind=kind, limit=limit + 1)
    more, found = len(found) > limit, found[:limit]
    if as_json:
        print_rows(to_plain(dispute) for dispute in found)
        return
    out = console()
    for dispute in found:
        for part in dispute_parts(dispute):
            out.print(part)
    out.print(styled(f"{plural(len(found), 'dispute')}{MORE if more else ''}", "dim"))


def dispute_parts(dispute: DisputeView) -> Iterator[RenderableType]:
    """A dispute: what it is about, and each side with its voice and its sentence, which holds a value that is long."""
    about = dispute.event.label if dispute.event else ""
    yield from section(
        dispute.column.replace("_", " "),
        " · ".join(filter(None, (dispute.question, "said otherwise later" if dispute.update else "", about))),
    )
    yield grid((styled(_held(side), _style(side.stand)), _side(side)) for side in dispute.sides)


def _held(side: SideView) -> str:
    return f"{_STANDS.get(side.stand, '')}{side.value}" if len(side.value) <= _SHORT else side.stand


def _side(side: SideView) -> Text:
    lines = [styled(telling_words(side)), styled(shorten(side.excerpt.text, _SENTENCE), "italic")]
    return Text("\n").join([*lines, styled(page_words(side.page), "dim")])


def _parts(view: EventView) -> Iterator[RenderableType]:
    yield Text()
    yield styled(f"{'not: ' if view.look == 'denied' else ''}{view.group.label}", "bold")
    pages, voices = plural(len(view.pages), "page"), plural(view.table.chains, "independent source")
    notes = (view.group.type.replace("_", " "), LOOK_WORDS[view.look], pages, voices, view.group.id)
    yield styled(" · ".join(filter(None, notes)), "dim")
    if view.table.accounts:
        yield from section("Accounts", f"{len(view.table.accounts)}, side by side")
        yield _table(view.table)
    for dispute in view.disputes:
        yield from dispute_parts(dispute)
    yield from section("Sentences", str(len(view.sightings)))
    yield grid(_sighting(each, view) for each in view.sightings)
    if view.suggestions:
        yield from section("May be the same", str(len(view.suggestions)))
        yield grid(suggestion_rows(view.suggestions))


def _table(accounts: AccountTable) -> Table:
    """Accounts as columns would not fit a terminal: one row for each, one column for each slot."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("account", overflow="fold", ratio=2)
    for column in accounts.columns:
        style = "bold red" if column in accounts.disputed else "green" if column in accounts.agreed else ""
        table.add_column(styled(column.replace("_", " "), style), overflow="fold", ratio=1)
    for account in accounts.accounts:
        cells = (_cell(account, column) for column in accounts.columns)
        copies = f" (and {plural(len(account.copies), 'copy', 'copies')})" if account.copies else ""
        table.add_row(styled(" › ".join(account.chain) + copies), *cells)
    return table


def _cell(account: Account, column: str) -> Text:
    cells: list[Cell] = [cell for cell in account.cells if cell.column == column and cell.stand != "silent"]
    if not cells:
        return styled("–", "dim")
    return Text("\n").join(
        styled(
            _STANDS[cell.stand] + cell.value + (f" ({', '.join(cell.doubt)})" if cell.doubt else ""), _style(cell.stand)
        )
        for cell in cells
    )


def _sighting(each: Sighting, view: EventView) -> tuple[Text, Text]:
    page = next(page for page in view.pages if page.id == each.item.page)
    tellers = " · ".join(map(telling_words, each.tellings))
    lines = [
        styled(shorten(each.excerpt.text, _SENTENCE)),
        styled(f"{tellers} · {page_words(page)} · {each.item.record}", "dim"),
    ]
    return styled(interval(each.when.earliest, each.when.latest, each.when.precision), "cyan"), Text("\n").join(lines)


def _style(stand: str) -> str:
    return "bold red" if stand == "denies" else "cyan"
