"""The options that several commands share, how they are checked, and the frozen records in which they travel."""

import getpass
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

from rashomon.errors import UsageError
from rashomon.isodates import is_iso_date


def iso_date(value: str | None) -> str | None:
    """The value if it is an ISO date or date-time; wrong usage otherwise."""
    if value is not None and not is_iso_date(value):
        raise typer.BadParameter(f"{value!r} is not an ISO date such as 2031-05-04")
    return value


def named(value: str | None) -> str | None:
    """The path or address if there is one in it; wrong usage where it is empty, which would mean this very folder."""
    if value is not None and not value.strip():
        raise UsageError("a name is empty; give that of a file, or leave the option out")
    return value


def me() -> str:
    """Who sits here, as the system calls them; `local` where it does not say."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "local"


Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", callback=iso_date, help="The ISO date that 'last Thursday' counts from."
    ),
]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Where the page came from.")]
CasePath = Annotated[str, typer.Option("--case", metavar="FILE", callback=named, help="The case: one SQLite file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object a line, and nothing else.")]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, metavar="N", help="How many to show at most.")]
MORE = "; there are more: raise --limit"
"""Behind the count of a list that was cut."""
What = Literal["claims", "entities", "pages", "page", "copies"]


@dataclass(frozen=True, slots=True)
class Input:
    """Which pages to read, and what the user knows of them."""

    pages: tuple[str, ...] = ()
    jsonl: str | None = None
    published: str | None = None
    url: str | None = None

    def check(self) -> None:
        """Raise `UsageError` where the options do not go together."""
        if self.jsonl is not None and (self.pages or self.published or self.url):
            raise UsageError("--jsonl reads its own lines; leave out PAGE, --published and --url")
        if self.jsonl is None and not self.pages:
            raise UsageError("give a page, a folder or - for standard input; see rashomon read --help")
        if not all(page.strip() for page in self.pages):
            raise UsageError("the name of a page is empty; give a file, a folder or - for standard input")
        if self.url is not None and not _is_single(self.pages):
            raise UsageError("--url names one page; give exactly one")


@dataclass(frozen=True, slots=True)
class Output:
    """Where the reading goes: the terminal, lines of JSON, a report."""

    json: bool = False
    html: str | None = None

    def check(self, given: Input) -> None:
        """Raise `UsageError` where one report file would have to hold several pages."""
        if self.html is None:
            return
        if given.jsonl is not None:
            raise UsageError("--html needs pages; it does not go with --jsonl")
        if not _is_single(given.pages) and not is_folder(self.html):
            raise UsageError(f"several pages need a folder for their reports; write --html {self.html.rstrip('/')}/")


@dataclass(frozen=True, slots=True)
class Question:
    """What to show of which case, and how."""

    what: What
    page: str | None
    case: str
    output: Output

    def check(self) -> None:
        """Raise `UsageError` where the parts of the question do not go together."""
        if (self.what in ("page", "copies")) != (self.page is not None):
            raise UsageError("rashomon show page takes the ID of one page, so does copies; the other lists take none")
        if self.output.html is not None and (self.what != "page" or is_folder(self.output.html)):
            raise UsageError("--html OUT.html goes with rashomon show page ID and names a file")


def is_folder(path: str) -> bool:
    """Whether a path given for output means a folder: it is one, or it ends in a slash."""
    return path.endswith("/") or Path(path).is_dir()


def _is_single(pages: Sequence[str]) -> bool:
    return len(pages) == 1 and not Path(pages[0]).is_dir()
