"""What all HTML of ours has in common: templates that escape everything, and the style classes of marked text.

In: the package that holds the templates; segments of `views.passages`. Out: an environment, class names. What is shown
is decided where it is shown.
"""

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from rashomon.views.passages import Mark, Segment
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
    made.globals.update(classes=classes, fresh=set)
    made.filters.update(plain=lambda word: word.replace("_", " "))
    return made


def _finalize(value: Any) -> Any:
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


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
