"""Answers from a case on the terminal: its pages, names and claims, or one page in full."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.table import Table

from rashomon.cli import dossier
from rashomon.cli.lines import print_rows
from rashomon.cli.options import Question, What
from rashomon.cli.telling import page_words
from rashomon.cli.terminal import console, styled
from rashomon.notation import to_plain
from rashomon.views.dossier import voices
from rashomon.views.evidence import claims
from rashomon.views.plurals import plural

if TYPE_CHECKING:
    from rashomon.case import Case


_COPIES = 100
"""So many copies of a page are shown, the newest."""


def answer(case: "Case", question: Question) -> None:
    """Print what was asked for."""
    _ANSWERS[question.what](case, question)


def _page(case: "Case", question: Question) -> None:
    dossier.deliver(case.page(question.page or ""), question.output)


def _copies(case: "Case", question: Question) -> None:
    found = case.copies(question.page or "", limit=_COPIES + 1)
    more, found = len(found) > _COPIES, found[:_COPIES]
    if question.output.json:
        print_rows(to_plain(each) for each in found)
        return
    out = console()
    for each in found:
        order = {None: "", True: "later", False: "earlier"}[each.later]
        for part in dossier.section(each.called, " · ".join(filter(None, (order, page_words(each.page))))):
            out.print(part)
        rows = [("only here", here) for here in each.here] + [("only there", there) for there in each.there]
        if rows:
            out.print(dossier.grid((styled(where, "cyan"), styled(words.text)) for where, words in rows))
        out.print(styled("; ".join(each.reasons), "dim"))
    count = (
        f"{'at least ' if more else ''}{plural(len(found), 'other page')} {'carries' if len(found) == 1 else 'carry'}"
    )
    out.print(styled(f"{count} this text", "dim"))


def _pages(case: "Case", question: Question) -> None:
    kept = case.pages()
    if question.output.json:
        print_rows(to_plain(page) for page in kept)
        return
    table = _table("published", "title", "publisher", "claims", "id")
    for page in kept:
        published = (page.published.value or "unknown")[:10]
        _row(table, published, page.title or page.input, page.publisher or "unknown", page.claims, page.id)
    _print(table, plural(len(kept), "page"))


def _entities(case: "Case", question: Question) -> None:
    kept = case.entities()
    if question.output.json:
        print_rows(to_plain(entity) for entity in kept)
        return
    table = _table("name", "type", "pages", "mentions", "claims")
    for entity in kept:
        _row(table, entity.name, entity.type, entity.pages, entity.mentions, entity.claims)
    _print(table, f"{plural(len(kept), 'entity', 'entities')}; the same name on two pages need not be the same one")


def _claims(case: "Case", question: Question) -> None:
    out = console()
    for reading in case.readings():
        found = claims(reading)
        if question.output.json:
            print_rows({"page": reading.page.id, **to_plain(claim)} for claim in found)
        else:
            dossier.show_claims(out, reading, voices(found))


_ANSWERS: dict[What, Callable[["Case", Question], None]] = {
    "claims": _claims, "entities": _entities, "pages": _pages, "page": _page, "copies": _copies,
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
