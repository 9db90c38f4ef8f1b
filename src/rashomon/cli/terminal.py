"""Rich on the terminal: consoles and styled text. Neither Rich markup nor anything else in page content acts on it."""

import os
import sys

from rich.console import Console
from rich.text import Text

from rashomon.cli.lines import safe

_WIDTH_WHEN_PIPED = 100


def styled(text: str, style: str = "") -> Text:
    """Safe text in a style: markup in it is text like any other."""
    return Text(safe(text), style=style)


def beside(*texts: Text, gap: str = "  ") -> Text:
    """Texts on one line, the empty ones left out."""
    return Text(gap).join(text for text in texts if text)


def console(*, stderr: bool = False) -> Console:
    """A console that takes every string as plain text; where nobody set a width and nothing is a terminal, 100 wide."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS") else _WIDTH_WHEN_PIPED
    return Console(file=stream, width=width, markup=False, emoji=False, highlight=False, soft_wrap=False)
