"""The command line: pages read, kept in a case, asked about and judged.

In: arguments, files, standard input. Out: text or JSON on standard output, what went wrong on standard error, an exit
code: 0 all pages read, 1 some page not read, 2 wrong usage. Nothing is inferred here, and nothing heavy is loaded
before a command needs it.
"""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from rashomon import __version__
from rashomon.cli import add, event, judge, read, search, serve, show, who
from rashomon.cli.lines import say
from rashomon.errors import RashomonError, UsageError


class Commands(TyperGroup):
    """The commands, with each error raised on purpose turned into one line and its exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except RashomonError as error:
            say(f"rashomon: {error}")
            raise typer.Exit(2 if isinstance(error, UsageError) else 1) from error


app = typer.Typer(
    cls=Commands, no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)
app.command("read", epilog="Example: rashomon read page.html --published 2031-05-04")(read.read)
app.command("add", epilog="Example: rashomon add pages/ --case fire.rashomon")(add.add)
app.command("show", epilog="Example: rashomon show claims --case fire.rashomon")(show.show)
app.command("who", epilog="Example: rashomon who 'Halvard Renko'")(who.who)
app.command("event", epilog="Example: rashomon event event-group-1f0c2b7a9d3e4c55")(event.event)
app.command("timeline", epilog="Example: rashomon timeline --since 2031-05-01 --type attack")(event.timeline)
app.command("network", epilog="Example: rashomon network 'Reed Banner' --depth 2")(who.network)
app.command("disputes", epilog="Example: rashomon disputes --kind value")(event.disputes)
app.command("search", epilog="Example: rashomon search minister 'harbour fire'")(search.search)
app.command("suggestions", epilog="Example: rashomon suggestions --kind entity")(search.suggestions)
app.command("judge", epilog="Example: rashomon judge same entity-1f0c2b7a9d3e4c55 entity-83fb1edda816ad5c")(judge.judge)
app.command("judgements", epilog="Example: rashomon judgements --json > decided.jsonl")(judge.judgements)
app.command("undo", epilog="Example: rashomon undo judgement-1f0c")(judge.undo)
app.command("forget", epilog="Example: rashomon forget --page page-1f0c2b7a9d3e4c55")(judge.forget)
app.command("check", epilog="Example: rashomon check --case fire.rashomon")(judge.check)
app.command("serve", epilog="Example: rashomon serve fire.rashomon")(serve.serve)
app.command("access", epilog="Example: rashomon access people.json ines --role editor")(serve.access)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"rashomon {__version__}")
        raise typer.Exit


@app.callback()
def rashomon(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read news pages and keep every account apart: who said what, about whom, when, and how sure they were."""


def main() -> None:
    """The command `rashomon`. Text that the terminal's encoding lacks is replaced, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app(prog_name="rashomon")
