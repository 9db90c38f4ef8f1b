"""`rashomon add`: pages in, kept in a case; each page is reported only once it is safe in the file."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.lines import Tally, safe
from rashomon.cli.options import CasePath, Input, Published, Url
from rashomon.settings import Settings
from rashomon.views.entities import shown
from rashomon.views.plurals import plural

if TYPE_CHECKING:
    from rich.progress import Progress

    from rashomon.pipeline import Result


def add(
    pages: Annotated[list[str], typer.Argument(metavar="PAGE|FOLDER...", help="Files, folders, or - for stdin.")],
    case: CasePath = "case.rashomon",
    published: Published = None,
    url: Url = None,
) -> None:
    """Read pages and keep them in a case; it may be stopped and run again."""
    given = Input(pages=tuple(pages), published=published, url=url)
    given.check()
    tally = Tally()
    with _progress() as progress:
        task = progress.add_task(tally.line(), total=None)
        for result in _results(given, case):
            with _above(progress):
                tally.take(result.outcome)
                if result.outcome.status == "read":
                    typer.echo(_line(result))
            progress.update(task, description=tally.line())
    raise typer.Exit(tally.finish())


def _results(given: Input, case: str) -> "Iterator[Result]":
    from rashomon.case import open_case
    from rashomon.pages.sources import from_paths

    settings = Settings.from_environment()
    with open_case(case, settings=settings) as opened:
        yield from opened.add(from_paths(given.pages, settings, url=given.url, published=given.published))


def _line(result: "Result") -> str:
    outcome, reading = result.outcome, result.reading
    what = (
        f"{plural(len(reading.claims), 'claim')}, {plural(len(shown(reading)), 'name')}" if reading else outcome.reason
    )
    return safe(f"read {outcome.input}: {what} · {outcome.page}")


def _progress() -> "Progress":
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from rashomon.cli.terminal import console

    out = console(stderr=True)
    columns = (BarColumn(bar_width=20), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    return Progress(*columns, console=out, transient=True, disable=not out.is_terminal)


@contextmanager
def _above(progress: "Progress") -> Iterator[None]:
    """Print lines while the bar is out of their way."""
    if progress.disable:
        yield
        return
    progress.stop()
    yield
    progress.start()
