"""`rashomon who`, `rashomon network`: an entity over all pages of a case, and who is tied to whom."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from rashomon.cli.dossier import claim_row, grid, section
from rashomon.cli.lines import print_rows
from rashomon.cli.options import MORE, AsJson, CasePath, Limit
from rashomon.cli.telling import event_rows, page_words, suggestion_rows, telling_words
from rashomon.cli.terminal import beside, console, styled
from rashomon.notation import to_plain
from rashomon.settings import Settings
from rashomon.views.entity import EntityView, Said
from rashomon.views.evidence import shorten
from rashomon.views.network import Edge
from rashomon.views.plurals import plural
from rashomon.views.statements import StatementView, TellerView

_WORDS = 320


def who(
    name: Annotated[str, typer.Argument(metavar="NAME|ID", help="A name, or an id of an entity.")],
    case: CasePath = "case.rashomon",
    limit: Limit = 10,
    as_json: AsJson = False,
) -> None:
    """Show all that pages say of a person, organization or place."""
    from rashomon.case import open_case

    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        view = opened.who(name, limit=limit)
    if as_json:
        print_rows([to_plain(view)])
        return
    out = console()
    for part in _parts(view):
        out.print(part)


def network(
    entity: Annotated[str | None, typer.Argument(metavar="NAME|ID", help="Whose ties; all if left out.")] = None,
    case: CasePath = "case.rashomon",
    depth: Annotated[int, typer.Option("--depth", min=1, max=4, help="How many steps away from NAME.")] = 1,
    limit: Limit = 50,
    as_json: AsJson = False,
) -> None:
    """Show who is tied to whom, by which words, and how many independent sources say so."""
    from rashomon.case import open_case

    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        found = opened.network(entity, depth=depth, limit=limit)
    if as_json:
        print_rows(to_plain(edge) for edge in found.edges)
        return
    out = console()
    if found.edges:
        out.print(grid(edge_row(edge) for edge in found.edges))
    counts = f"{plural(len(found.edges), 'tie')} of {plural(len(found.nodes), 'name')}"
    out.print(styled(f"{counts}{MORE if found.more else ''}", "dim"))


def edge_row(edge: Edge) -> tuple[Text, Text]:
    """A tie: its status, its sentence, the words that state it and who says so."""
    style = "bold red" if edge.denied else "yellow" if edge.status == "alleged" or edge.doubted else "cyan"
    words = dict.fromkeys(f"“{word}”" for each in edge.evidence for word in each.words)
    tellers = dict.fromkeys(telling_words(telling) for each in edge.evidence for telling in each.tellings)
    notes = " · ".join([", ".join(words), *_corroboration(edge), *tellers])
    return styled(edge.status, style), styled(edge.sentence) + Text("\n") + styled(notes, "dim")


def _parts(view: EntityView) -> Iterator[RenderableType]:
    yield Text()
    yield styled(view.group.label, "bold")
    others = [f"{each.name} ({each.items})" for each in view.names if each.name != view.group.label]
    yield styled(" · ".join([view.group.type, *(["also " + ", ".join(others)] if others else [])]))
    totals = view.totals
    counts = (plural(totals.pages, "page"), plural(totals.mentions, "mention"), view.group.id)
    yield styled(" · ".join(counts), "dim")
    yield from _list("Called", len(view.descriptions), len(view.descriptions), [
        (styled(f"{each.items:>3}", "dim"), beside(styled(each.words), styled(page_words(each.page), "dim")))
        for each in view.descriptions
    ])  # fmt: skip
    shown = sum(len(edge.evidence) for edge in view.ties)
    yield from _list("Ties", shown, totals.ties, [edge_row(edge) for edge in view.ties])
    yield from _list("Says", len(view.said), totals.said, [_said(each) for each in view.said])
    yield from _list("Is said", len(view.told), totals.told, [_told(each) for each in view.told])
    yield from _list("Events", len(view.events), totals.events, event_rows(view.events))
    yield from _list("Pages", len(view.pages), totals.pages, [
        (styled((page.published or "unknown")[:10]), styled(page_words(page))) for page in view.pages
    ])  # fmt: skip
    yield from _list("May be the same", len(view.suggestions), len(view.suggestions), suggestion_rows(view.suggestions))
    namesakes = [(styled(each.id, "dim"), styled(f"{each.label} ({each.items})")) for each in view.namesakes]
    yield from _list("Namesakes", len(namesakes), len(namesakes), namesakes)


def _list(heading: str, shown: int, total: int, rows: list[tuple[Text, Text]]) -> Iterator[RenderableType]:
    if rows:
        count = f"{shown} of {total}, newest first" if shown < total else str(total)
        yield from section(heading, count)
        yield grid(rows)


def _said(said: Said) -> tuple[Text, Text]:
    label, words = claim_row(said.claim)
    judged = "".join(f" · {each.decision} by {each.by or 'a person'}" for each in said.judgements)
    return label, Text.assemble(words, "\n", styled(f"{page_words(said.page)}{judged}", "dim"))


def _told(told: StatementView) -> tuple[Text, Text]:
    """What is said of it, since when, by how many and whom, and where."""
    label = styled("denied" if told.denied else "said", "bold red" if told.denied else "cyan")
    lines = [styled(shorten(told.words, _WORDS)), styled(" · ".join(_corroboration(told)), "dim")]
    return label, Text("\n").join([*lines, *(styled(_teller(each), "dim") for each in told.tellers)])


def _corroboration(told: StatementView | Edge) -> Iterator[str]:
    """Since when, how many independent sources say so, and how many deny it, with the list."""
    if told.since:
        yield f"since {told.since[:10]}"
    for origins, what in ((told.confirming, ""), (told.denying, "denied by ")):
        if origins:
            names = "; ".join(" › ".join(origin.name) for origin in origins)
            count = f"{'at least ' if told.least else ''}{plural(len(origins), 'independent source')}"
            yield f"{what}{count}: {names}"


def _teller(told: TellerView) -> str:
    stance = f" {told.stance.replace('_', ' ')}" if told.stance else ""
    doubt = f" ({', '.join(told.doubt)})" if told.doubt else ""
    copies = f" (and {plural(told.copies, 'copy', 'copies')})" if told.copies else ""
    return f"{' › '.join(told.chain)}{stance}{doubt} · {page_words(told.page)}{copies}"
