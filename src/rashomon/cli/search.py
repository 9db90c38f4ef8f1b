"""`rashomon search`, `rashomon suggestions`: finding by words, and what waits for a person."""

from typing import Annotated

import typer
from rich.text import Text

from rashomon.cli.dossier import claim_row, grid
from rashomon.cli.lines import print_rows
from rashomon.cli.options import MORE, AsJson, CasePath, Limit
from rashomon.cli.telling import page_words, suggestion_rows
from rashomon.cli.terminal import console, styled
from rashomon.graph import ItemKind
from rashomon.notation import to_plain
from rashomon.settings import Settings
from rashomon.views.plurals import plural
from rashomon.views.search import Hit, HitKind, Snippet


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help='All must be there; "two words", begin*.')],
    case: CasePath = "case.rashomon",
    kind: Annotated[HitKind | None, typer.Option("--kind", help="Only what is of a kind.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="NAME", help="Only by a source or paper.")] = None,
    cursor: Annotated[str | None, typer.Option("--cursor", metavar="CURSOR", help="Go on from there.")] = None,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Find pages, claims and names that hold all the words."""
    from rashomon.case import open_case

    asked = " ".join(f'"{word}"' if " " in word else word for word in words)
    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        found = opened.search(asked, kinds=[kind] if kind else None, source=source, limit=limit, cursor=cursor)
    if as_json:
        print_rows(to_plain(hit) for hit in found.hits)
        return
    out = console()
    if found.hits:
        out.print(grid((styled(hit.kind, "dim"), _hit(hit)) for hit in found.hits))
    more = f"; go on with --cursor {found.cursor}" if found.cursor else ""
    out.print(styled(f"{plural(len(found.hits), 'hit')}{more}", "dim"))


def suggestions(
    case: CasePath = "case.rashomon",
    kind: Annotated[ItemKind | None, typer.Option("--kind", help="Only of a kind.")] = None,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Show what may be the same; decide with: rashomon judge same LEFT RIGHT."""
    from rashomon.case import open_case

    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        found = opened.suggestions(kind=kind, limit=limit + 1)
    more, found = len(found) > limit, found[:limit]
    if as_json:
        print_rows(to_plain(each) for each in found)
        return
    out = console()
    if found:
        out.print(grid(suggestion_rows(found)))
    out.print(styled(f"{plural(len(found), 'suggestion')}{MORE if more else ''}", "dim"))


def _hit(hit: Hit) -> Text:
    lines = [styled(hit.title, "bold")]
    if hit.group:
        lines.append(styled(f"{hit.group.type} · {plural(hit.group.items, 'record')} · {hit.group.id}", "dim"))
    if hit.claim:
        lines.append(Text(" ").join(claim_row(hit.claim)))
    else:
        lines += [_marked(snippet) for snippet in hit.snippets]
    if hit.page:
        lines.append(styled(page_words(hit.page), "dim"))
    return Text("\n").join(lines)


def _marked(snippet: Snippet) -> Text:
    """A snippet on one line, with the words that were found in bold."""
    parts, at = [], 0
    for mark in snippet.marks:
        start, end = mark.start - snippet.start, mark.end - snippet.start
        parts += [styled(_line(snippet.text[at:start])), styled(_line(snippet.text[start:end]), "bold cyan")]
        at = end
    return Text("").join([styled("… "), *parts, styled(_line(snippet.text[at:])), styled(" …")])


def _line(text: str) -> str:
    return "".join(" " if char.isspace() else char for char in text)
