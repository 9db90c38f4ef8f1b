"""The command line: `rashomon read`, `rashomon add` and `rashomon show`.

In: arguments, files, standard input. Out: text or JSON on standard output, what went wrong on standard error, an exit
code: 0 all pages read, 1 some page not read, 2 wrong usage. Nothing is inferred here, and nothing heavy is loaded
before a command needs it.
"""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from rashomon import __version__
from rashomon.cli import add, read, serve, show
from rashomon.errors import RashomonError, UsageError


class Commands(TyperGroup):
    """The commands, with each error raised on purpose turned into one line and its exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except RashomonError as error:
            typer.echo(f"rashomon: {error}", err=True)
            raise typer.Exit(2 if isinstance(error, UsageError) else 1) from error


app = typer.Typer(
    cls=Commands, no_args_is_help=True, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)
app.command("read", epilog="Example: rashomon read page.html --published 2031-05-04")(read.read)
app.command("add", epilog="Example: rashomon add pages/ --case fire.rashomon")(add.add)
app.command("show", epilog="Example: rashomon show claims --case fire.rashomon")(show.show)
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
