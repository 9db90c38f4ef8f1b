"""`rashomon read`: pages in, a dossier, lines of JSON or reports out; nothing is kept."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from rashomon.cli.lines import Tally
from rashomon.cli.options import AsJson, Input, Output, Published, Url, named
from rashomon.errors import UsageError
from rashomon.settings import Settings

if TYPE_CHECKING:
    from rashomon.pipeline import Result


def read(
    pages: Annotated[
        list[str] | None, typer.Argument(metavar="PAGE...", help="Files, folders, or - for stdin.")
    ] = None,
    lines: Annotated[
        str | None,
        typer.Option(
            "--jsonl", metavar="FILE", callback=named, help='Read lines {"id","text","published"?,"title"?} instead.'
        ),
    ] = None,
    published: Published = None,
    url: Url = None,
    html: Annotated[
        str | None,
        typer.Option(
            "--html", metavar="OUT", callback=named, help="Write a report as well: OUT.html, or a folder of reports."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read pages and show who said what."""
    given = Input(pages=tuple(pages or ()), jsonl=lines, published=published, url=url)
    output = Output(json=as_json or lines is not None, html=html)
    given.check()
    output.check(given)
    from rashomon.cli import dossier

    tally = Tally()
    for result in _results(given):
        tally.take(result.outcome)
        if result.reading is not None:
            dossier.deliver(result.reading, output)
    raise typer.Exit(tally.finish())


def _results(given: Input) -> "Iterator[Result]":
    from rashomon.pages.sources import from_jsonl, from_paths
    from rashomon.pipeline import Reader

    settings = Settings.from_environment()
    reader = Reader(settings)
    if given.jsonl is None:
        yield from reader.read_all(from_paths(given.pages, settings, url=given.url, published=given.published))
        return
    try:
        with _lines(given.jsonl) as stream:
            yield from reader.read_all(from_jsonl(stream, settings))
    except OSError as error:
        raise UsageError(f"cannot read {given.jsonl}: {error.strerror}") from error


def _lines(path: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(typer.get_binary_stream("stdin")) if path == "-" else Path(path).open("rb")
