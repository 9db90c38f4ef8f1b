"""What all HTML of ours has in common: templates that escape everything, days in words, style classes of marked text.

In: the package that holds the templates; segments of `views.passages`. Out: an environment, words, class names. What is
shown is decided where it is shown.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from rashomon.views.evidence import told_by
from rashomon.views.passages import Mark, Segment
from rashomon.views.plurals import plural
from rashomon.views.printable import printable


def environment(package: str) -> Environment:
    """The templates of a package: everything escaped and printable, nothing unknown passed over."""
    made = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(classes=classes, fresh=set, plural=plural)
    made.filters.update(plain=lambda word: word.replace("_", " "), day=day, told_by=told_by)
    return made


def _finalize(value: Any) -> Any:
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def day(value: str | None) -> str:
    """An ISO date, or the beginning of one, in words: as exact as it is, no more."""
    if not value:
        return "date unknown"
    parts = value[:10].split("-")
    try:
        if len(parts) == 3:
            found = date.fromisoformat(value[:10])
            return f"{found.day} {found:%B} {found.year}"
        if len(parts) == 2:
            return f"{date(int(parts[0]), int(parts[1]), 1):%B %Y}"
    except ValueError:
        pass
    return value


def classes(segment: Segment) -> str:
    """The style classes of a segment: what it is part of, and whether what it says is denied or hedged."""
    return " ".join(dict.fromkeys(name for mark in segment.marks for name in _classes(mark)))


def _classes(mark: Mark) -> Iterator[str]:
    yield mark.kind
    if mark.type is not None:
        yield mark.type
    if mark.kind == "content" and mark.denied:
        yield "denied"
    elif mark.kind == "content" and mark.hedged:
        yield "hedged"
