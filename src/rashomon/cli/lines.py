"""Lines in and out: JSON on standard output, outcomes on standard error, and the exit code they add up to.

Page content is hostile until shown otherwise: no control character or ANSI escape in it may act on the terminal.
"""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

import typer

from rashomon.records import Outcome
from rashomon.views.printable import printable


def safe(text: str) -> str:
    """The text on one line, with white space as single spaces and all that could act on a terminal made visible."""
    return printable(" ".join(text.split()))


def print_line(line: str) -> None:
    """One line of JSON on standard output, whatever the encoding of the terminal."""
    out = typer.get_binary_stream("stdout")
    out.write(line.encode("utf-8") + b"\n")
    out.flush()


def print_rows(rows: Iterable[dict[str, Any]]) -> None:
    """Plain values as lines of JSON on standard output."""
    for row in rows:
        print_line(json.dumps(row, separators=(",", ":")))


class Tally:
    """Counts outcomes and reports those that went wrong, one line each, on standard error."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def take(self, outcome: Outcome) -> None:
        """Count one outcome; say so where its page was not read."""
        self.counts[outcome.status] += 1
        if outcome.status != "read":
            say(f"{outcome.status} {outcome.input}: {outcome.reason}")

    def line(self) -> str:
        """The counts in words."""
        return f"{self.counts['read']} read, {self.counts['skipped']} skipped, {self.counts['failed']} failed"

    def finish(self) -> int:
        """The exit code; the count line goes out where more than one page came in or one was not read."""
        if self.counts.total() != 1 or self.counts["read"] != 1:
            say(self.line())
        return 0 if self.counts["read"] == self.counts.total() > 0 else 1


def say(line: str) -> None:
    """One line on standard error."""
    typer.echo(safe(line), err=True)
