"""`rashomon show`: what a case holds: its pages, names and claims, or one page in full."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.table import Table

from rashomon.cli import dossier
from rashomon.cli.options import AsJson, CasePath, Output, is_folder
from rashomon.cli.terminal import console, print_rows, styled
from rashomon.errors import UsageError
from rashomon.notation import to_plain
from rashomon.settings import Settings
from rashomon.views.dossier import voices
from rashomon.views.evidence import accounts

if TYPE_CHECKING:
    from rashomon.case import Case

What = Literal["claims", "entities", "pages", "page"]


@dataclass(frozen=True, slots=True)
class Question:
    """What to show of which case, and how."""

    what: What
    page: str | None
    case: str
    output: Output

    def check(self) -> None:
        """Raise `UsageError` where the parts of the question do not go together."""
        if (self.what == "page") != (self.page is not None):
            raise UsageError("rashomon show page takes the ID of one page, the other lists take none")
        if self.output.html is not None and (self.what != "page" or is_folder(self.output.html)):
            raise UsageError("--html OUT.html goes with rashomon show page ID and names a file")


def show(
    what: Annotated[What, typer.Argument(metavar="[claims|entities|pages|page]", help="What to list.")] = "claims",
    page: Annotated[str | None, typer.Argument(metavar="[ID]", help="With page: its id, or how the id begins.")] = None,
    case: CasePath = "case.rashomon",
    html: Annotated[
        str | None, typer.Option("--html", metavar="OUT", help="With page: write its report as well.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what a case holds, or one of its pages in full."""
    from rashomon.case import open_case

    question = Question(what, page, case, Output(json=as_json, html=html))
    question.check()
    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        _ANSWERS[what](opened, question)


def _page(case: "Case", question: Question) -> None:
    dossier.deliver(case.page(question.page or ""), question.output)


def _pages(case: "Case", question: Question) -> None:
    kept = case.pages()
    if question.output.json:
        print_rows(to_plain(page) for page in kept)
        return
    table = _table("published", "title", "publisher", "claims", "id")
    for page in kept:
        published = (page.published.value or "unknown")[:10]
        _row(table, published, page.title or page.input, page.publisher or "unknown", page.claims, page.id)
    _print(table, f"{len(kept)} pages")


def _entities(case: "Case", question: Question) -> None:
    kept = case.entities()
    if question.output.json:
        print_rows(to_plain(entity) for entity in kept)
        return
    table = _table("name", "type", "pages", "mentions", "claims")
    for entity in kept:
        _row(table, entity.name, entity.type, entity.pages, entity.mentions, entity.claims)
    _print(table, f"{len(kept)} names; the same name on two pages need not be the same one")


def _claims(case: "Case", question: Question) -> None:
    out = console()
    for reading in case.readings():
        found = accounts(reading)
        if question.output.json:
            print_rows({"page": reading.page.id, **to_plain(claim)} for claim in found)
        else:
            dossier.show_claims(out, reading, voices(found))


_ANSWERS: dict[What, Callable[["Case", Question], None]] = {
    "claims": _claims, "entities": _entities, "pages": _pages, "page": _page,
}  # fmt: skip


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in columns:
        count = name in ("claims", "mentions", "pages")
        table.add_column(
            name, justify="right" if count else "left", no_wrap=count or name in ("id", "published"), overflow="fold"
        )
    return table


def _row(table: Table, *cells: object) -> None:
    table.add_row(*(styled(str(cell)) for cell in cells))


def _print(table: Table, count: str) -> None:
    out = console()
    out.print(table)
    out.print(styled(count, "dim"))
