"""Rashomon reads news pages and keeps every account apart: who said what, about whom, when, and how sure they were.

    import rashomon

    reading = rashomon.read("page.html", published="2031-05-04")
    for claim in reading.claims:
        print(claim.stance, [span.cut(reading.page.text) for span in claim.source])

This is the whole public door. Importing it loads no model and opens nothing: `read`, `read_all` and `open_case` fetch
what they need when they are first called.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from rashomon.errors import CaseError, ModelError, PageError, RashomonError, UsageError
from rashomon.records import (
    Argument,
    Block,
    Claim,
    Count,
    Description,
    Dispute,
    Entity,
    Event,
    Flag,
    Mention,
    Outcome,
    Page,
    Perspective,
    Published,
    Reading,
    Sentence,
    Side,
    Tie,
    Time,
)
from rashomon.settings import Settings
from rashomon.spans import Span

if TYPE_CHECKING:
    from rashomon.case import Case, open_case
    from rashomon.pipeline import read, read_all

__version__ = "0.1.0"

__all__ = [
    "Argument",
    "Block",
    "Case",
    "CaseError",
    "Claim",
    "Count",
    "Description",
    "Dispute",
    "Entity",
    "Event",
    "Flag",
    "Mention",
    "ModelError",
    "Outcome",
    "Page",
    "PageError",
    "Perspective",
    "Published",
    "RashomonError",
    "Reading",
    "Sentence",
    "Settings",
    "Side",
    "Span",
    "Tie",
    "Time",
    "UsageError",
    "open_case",
    "read",
    "read_all",
]

_LAZY = {
    "Case": "rashomon.case",
    "open_case": "rashomon.case",
    "read": "rashomon.pipeline",
    "read_all": "rashomon.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_LAZY})
