"""`rashomon judge`, `undo`, `judgements`, `forget`, `check`: what people decide of a case, and whether it is whole."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rashomon.cli.dossier import grid
from rashomon.cli.lines import print_line, print_rows, safe, say
from rashomon.cli.options import AsJson, CasePath, me, named
from rashomon.cli.terminal import console, styled
from rashomon.errors import UsageError
from rashomon.exports import jsonl
from rashomon.graph import Decision, Item, Judgement
from rashomon.notation import to_plain
from rashomon.settings import Settings
from rashomon.views.evidence import shorten
from rashomon.views.plurals import plural
from rashomon.views.record import RecordView

if TYPE_CHECKING:
    from rashomon.case import Case

By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who decides; you, if left out.")]
Reason = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.")]
_LINE = 100
_CLAIMS = {"true": True, "false": False, "null": None}


def judge(
    decision: Annotated[Decision, typer.Argument(metavar="same|different|confirm|reject|correct", help="What is so.")],
    left: Annotated[str, typer.Argument(metavar="LEFT", help="Id of a record or of a group.")],
    right: Annotated[str | None, typer.Argument(metavar="RIGHT", help="With same and different: the other.")] = None,
    case: CasePath = "case.rashomon",
    field: Annotated[str | None, typer.Option("--field", metavar="FIELD", help="With correct: which field.")] = None,
    value: Annotated[str | None, typer.Option("--value", metavar="VALUE", help="With correct: its value.")] = None,
    by: By = None,
    reason: Reason = "",
    as_json: AsJson = False,
) -> None:
    """Decide what is the same, or right, or wrong; `rashomon undo` takes it back."""
    from rashomon.case import open_case

    items = [left] if right is None else [left, right]
    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        made = opened.judge(decision, *items, field=field, value=_value(value), by=by or me(), reason=reason)
        _show(opened, made, as_json=as_json)


def undo(
    id: Annotated[str, typer.Argument(metavar="ID", help="The judgement's id, or how it begins.")],
    case: CasePath = "case.rashomon",
    as_json: AsJson = False,
) -> None:
    """Take a judgement back: all is as it would be without it."""
    from rashomon.case import open_case

    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        made = opened.undo(id)
        _show(opened, made, as_json=as_json)


def judgements(
    case: CasePath = "case.rashomon",
    every: Annotated[bool, typer.Option("--all", help="With those that were taken back.")] = False,
    take: Annotated[
        str | None, typer.Option("--apply", metavar="FILE", callback=named, help="Take over what --json printed.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what people decided, or take over judgements from another case."""
    from rashomon.case import open_case

    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        if take is not None:
            given = _read(take)
            lost = opened.apply(given)
            taken = plural(len(given) - len(lost), "judgement")
            say(f"{taken} taken over, {len(lost)} of pages that are not in the case")
            return
        found = opened.judgements(undone=every)
        told = {} if as_json else opened.told(item for each in found for item in _items(each))
    if as_json:
        for judgement in found:
            print_line(jsonl.dumps_graph(judgement))
        return
    out = console()
    if found:
        out.print(grid((styled(each.decision, "cyan"), styled(_words(each, told))) for each in found))
    out.print(styled(plural(len(found), "judgement"), "dim"))


def forget(
    page: Annotated[str | None, typer.Option("--page", metavar="ID", help="A page, by its id.")] = None,
    entity: Annotated[str | None, typer.Option("--entity", metavar="NAME", help="All pages that name it.")] = None,
    case: CasePath = "case.rashomon",
    rest: Annotated[bool, typer.Option("--rest", help="Finish a deletion that was cut short.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    by: By = None,
    reason: Reason = "",
    as_json: AsJson = False,
) -> None:
    """Delete a page, or all pages that name an entity, for good: text, records, judgements and indexes."""
    if [page is not None, entity is not None, rest].count(True) != 1:
        raise UsageError("give --page ID, --entity NAME, or --rest to finish what was cut short")
    from rashomon.case import open_case

    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        if rest:
            owed = opened.erase()
            say(f"overwrote what {plural(owed, 'deletion')} had left" if owed else "no deletion had left anything")
            return
        count = 1 if entity is None else opened.who(entity, limit=1).totals.pages
        pages = plural(count, "page")
        if not yes and not typer.confirm(f"Delete {pages} for good?", err=True):
            raise typer.Exit(1)
        gone = opened.forget(page=page, entity=entity, by=by or me(), reason=reason)
    if as_json:
        print_rows({"page": each} for each in gone)
        return
    typer.echo(f"forgot {plural(len(gone), 'page')}")


def check(case: CasePath = "case.rashomon", as_json: AsJson = False) -> None:
    """Check that the case keeps its promises: spans, hashes, references, graph, judgements."""
    from rashomon.case import open_case

    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        found, pages = opened.check(), len(opened.pages())
    if as_json:
        print_rows(to_plain(finding) for finding in found)
    else:
        for finding in found:
            typer.echo(safe(f"{finding.promise} {finding.where}: {finding.what}"))
        say(f"{plural(pages, 'page')} checked, {plural(len(found), 'finding')}")
    raise typer.Exit(1 if found else 0)


def _show(case: "Case", judgement: Judgement, *, as_json: bool) -> None:
    if as_json:
        print_line(jsonl.dumps_graph(judgement))
    else:
        told = case.told(_items(judgement))
        typer.echo(safe(f"{judgement.id}: {judgement.decision} {_words(judgement, told)}"))


def _items(judgement: Judgement) -> list[Item]:
    return [item for item in (judgement.left, judgement.right) if item]


def _words(judgement: Judgement, told: Mapping[Item, RecordView]) -> str:
    called = [
        _item(item, judgement.anchors[n].words if n < len(judgement.anchors) else "", told.get(item))
        for n, item in enumerate(_items(judgement))
    ]
    parts = [" and ".join(called)]
    if judgement.field:
        parts.append(f"{judgement.field}: {json.dumps(judgement.was)} → {json.dumps(judgement.value)}")
    parts += [judgement.reason, f"by {judgement.by}" if judgement.by else "", judgement.at[:16]]
    parts += [f"taken back {judgement.undone[:16]}" if judgement.undone else "", judgement.id]
    return " · ".join(part for part in parts if part)


def _item(item: Item, words: str, told: RecordView | None) -> str:
    """A record as the case tells of it, with every doubt; else in the words that it had when it was judged."""
    if told is not None:
        doubts = f" ({', '.join(told.doubts)})" if told.doubts else ""
        return f"{item.kind} “{shorten(told.words, _LINE)}”{doubts}"
    return f"{item.kind} “{words}”" if words else f"{item.kind} {item.record}"


def _value(words: str | None) -> Any:
    """What --value says: JSON where it is a list, an object, null or a truth value, else the very words."""
    if words is None or not (words[:1] in "[{" or words in _CLAIMS):
        return words
    try:
        return json.loads(words)
    except ValueError as error:
        raise UsageError(f"--value {words} is not JSON: {error}") from error


def _read(path: str) -> list[Judgement]:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is no text; give the lines that rashomon judgements --json prints") from error
    return [jsonl.loads_judgement(line) for line in lines if line.strip()]
