"""`rashomon serve`: a case in the browser; `rashomon access`: who may come in, where others can reach it."""

import secrets
from importlib.util import find_spec
from typing import Annotated, Literal

import typer

from rashomon.cli.lines import say
from rashomon.cli.options import me, named
from rashomon.errors import UsageError

_NEEDED = ("fastapi", "uvicorn", "argon2", "multipart", "networkx")


def serve(
    case: Annotated[
        str,
        typer.Argument(metavar="CASE", callback=named, help="The case: one SQLite file; made if there is none."),
    ],
    *,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port.")] = 8470,
    name: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="A host name that it is opened under.")
    ] = None,
    access: Annotated[
        str | None, typer.Option("--access", metavar="FILE", help="Who may come in; see rashomon access.")
    ] = None,
    certificate: Annotated[
        str | None, typer.Option("--certificate", metavar="FILE", help="The certificate for https.")
    ] = None,
    key: Annotated[str | None, typer.Option("--key", metavar="FILE", help="The key of the certificate.")] = None,
    workers: Annotated[int, typer.Option("--workers", min=0, max=64, help="How many processes read pages.")] = 1,
    seconds: Annotated[float, typer.Option("--seconds", min=1, help="How long one page may take to read.")] = 300.0,
) -> None:
    """Open a case in the browser: read, check, decide, add. Only this machine can reach it unless you say so."""
    _check()
    from rashomon.web.serving import Place
    from rashomon.web.serving import serve as run

    place = Place(
        case,
        host,
        port,
        tuple(name or ()),
        access,
        certificate,
        key,
        person=me(),
        workers=workers,
        seconds=seconds,
    )
    run(place, opened=lambda: say(f"the case {case} is open at {place.address} · Ctrl+C ends it"))


def access(
    file: Annotated[str, typer.Argument(metavar="FILE", callback=named, help="The file of those who may come in.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who.")],
    role: Annotated[
        Literal["reader", "editor"], typer.Option("--role", help="A reader looks; an editor adds and decides.")
    ] = "reader",
    token: Annotated[bool, typer.Option("--token", help="Make a token for a program, and print it once.")] = False,
) -> None:
    """Let somebody in, or give them another password or role. Passwords are kept as argon2 hashes."""
    _check()
    from rashomon.web.people import AccessFile, Person

    secret = secrets.token_urlsafe(32) if token else typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    AccessFile(file).write(Person(name, role), secret)
    if token:
        typer.echo(f"{name}:{secret}")
    say(f"{name} may come in as {role}")


def _check() -> None:
    """Raise `UsageError` where the extra is not installed."""
    missing = [module for module in _NEEDED if find_spec(module) is None]
    if missing:
        raise UsageError(f"this needs what is not installed ({', '.join(missing)}): pip install 'rashomon[web]'")
