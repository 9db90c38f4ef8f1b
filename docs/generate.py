"""Write the generated parts of the documentation: docs/schema.json, docs/cli.md, and the output that README and
tutorial show. `--check` only compares the first two.

Run by `make docs`; tests in tests/house fail where they are out of date.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import typer.main
from pydantic import TypeAdapter

from rashomon.cli import app
from rashomon.records import Reading

DOCS = Path(__file__).parent
SHOWN = (DOCS.parent / "README.md", DOCS / "tutorial.md")
PROGRAM = Path(sys.executable).with_name("rashomon")


def schema() -> str:
    """The JSON Schema of a reading, made from records.py."""
    made = TypeAdapter(Reading).json_schema(mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Reading"}
    return json.dumps({**head, **made}, indent=1, sort_keys=True) + "\n"


def commands() -> str:
    """The help of every command, as a person sees it in a terminal 100 characters wide."""
    group: Any = typer.main.get_command(app)
    out = ["# Commands\n\nMade from the program itself by `make docs`.\n"]
    for name, command in group.commands.items():
        with command.context_class(command, info_name=f"rashomon {name}", terminal_width=100) as context:
            formatter = context.make_formatter()
            rows = [row for each in command.get_params(context) if (row := each.get_help_record(context))]
            if rows:
                formatter.write_dl(rows)
            lines = [command.get_usage(context), "", (command.help or "").strip(), ""]
            out.append(f"## rashomon {name}\n\n```\n" + "\n".join(lines) + f"\n{formatter.getvalue()}```\n")
    return "\n".join(out)


def with_output(text: str, desk: Path) -> str:
    """A document with what its commands print now in the folder `desk`.

    From the heading that it shows, to the first gap after as much as it shows.
    """

    def printed(found: re.Match[str]) -> str:
        command, before = found[1].replace(".venv/bin/rashomon", str(PROGRAM)), found[2].splitlines()
        environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
        done = subprocess.run(  # noqa: S603  commands of our own documents
            command.split(), cwd=desk, env=environment, capture_output=True, text=True, check=True
        )
        lines = [line.rstrip() for line in done.stdout.splitlines()]
        first = next(at for at, line in enumerate(lines) if line.split()[:1] == before[0].split()[:1])
        gaps = (at for at in range(first, len(lines)) if not lines[at] and at - first >= len(before) - 2)
        shown = [*lines[first : next(gaps, len(lines))], "…"]
        return f"<!-- output of: {found[1]} -->\n```\n" + "\n".join(shown) + "\n```"

    return re.sub(r"<!-- output of: (.*?) -->\n```\n(.*?)^```", printed, text, flags=re.S | re.M)


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
    if not args.check:
        with tempfile.TemporaryDirectory() as name:
            desk = Path(name)
            shutil.copytree(DOCS.parent / "samples", desk / "samples")
            case = [str(PROGRAM), "add", "samples", "--case", "case.rashomon"]
            subprocess.run(case, cwd=desk, check=True, capture_output=True)  # noqa: S603
            for path in SHOWN:
                path.write_text(with_output(path.read_text(encoding="utf-8"), desk), encoding="utf-8")
    if args.check and stale:
        print(f"out of date: {', '.join(stale)}; run: make docs")  # noqa: T201
    return 1 if args.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
