"""Reports on disk: one self-contained HTML file a page."""

import re
from pathlib import Path

from rashomon.cli.lines import say
from rashomon.cli.options import is_folder
from rashomon.errors import UsageError
from rashomon.records import Reading


def write(reading: Reading, out: str) -> None:
    """Write the report of a page to a file, or into a folder under a name made of its input and its id."""
    from rashomon.exports.report import render

    path = Path(out) / _name(reading) if is_folder(out) else Path(out)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render(reading), encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}; name another file with --html") from error
    say(f"report: {path}")


def _name(reading: Reading) -> str:
    stem = re.sub(r"[^\w-]+", "-", Path(reading.input).name.partition(".")[0]).strip("-") or "page"
    return f"{stem}-{reading.page.id.removeprefix('page-')[:8]}.html"
