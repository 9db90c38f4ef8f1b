"""Write the generated parts of the documentation: docs/schema.json and docs/cli.md. `--check` only compares.

Run by `make docs`; a test in tests/house fails where they are out of date.
"""

import argparse
import json
import sys
from pathlib import Path

import click
import typer.main
from pydantic import TypeAdapter

from rashomon.cli import app
from rashomon.records import Reading

DOCS = Path(__file__).parent


def schema() -> str:
    """The JSON Schema of a reading, made from records.py."""
    made = TypeAdapter(Reading).json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Reading"}
    return json.dumps({**head, **made}, indent=1, sort_keys=True) + "\n"


def commands() -> str:
    """The help of every command, as a person sees it in a terminal 100 characters wide."""
    command = typer.main.get_command(app)
    out = ["# Commands\n\nMade from the program itself by `make docs`.\n"]
    with click.Context(command, info_name="rashomon") as context:
        names = command.list_commands(context) if isinstance(command, click.Group) else []
        for name in names:
            found = command.get_command(context, name) if isinstance(command, click.Group) else None
            if found is None or found.hidden:
                continue
            with click.Context(found, info_name=f"rashomon {name}", parent=None) as inner:
                lines = [found.get_usage(inner), "", (found.help or "").strip(), ""]
                formatter = click.HelpFormatter(width=100)
                rows = [r for p in found.get_params(inner) if (r := p.get_help_record(inner))]
                if rows:
                    formatter.write_dl(rows)
                out.append(f"## rashomon {name}\n\n```\n" + "\n".join(lines) + formatter.getvalue() + "```\n")
    return "\n".join(out)


def main() -> int:
    """Write, or with `--check` compare; the exit code says whether all was current."""
    parser = argparse.ArgumentParser(description="Write the generated documentation.")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 where a file is out of date")
    args = parser.parse_args()
    stale = []
    for path, text in ((DOCS / "schema.json", schema()), (DOCS / "cli.md", commands())):
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if not args.check:
                path.write_text(text, encoding="utf-8")
    if args.check and stale:
        print(f"out of date: {', '.join(stale)}; run: make docs")  # noqa: T201
    return 1 if args.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
