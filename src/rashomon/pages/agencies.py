"""Credits of news agencies: in bylines, in datelines, in the line that closes a story.

In: authors, and the texts of bylines and of the article. Out: the agency's usual name. A name in running prose is no
credit.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

_OPENING = 160
_CLOSING_LINE = 90
_DATELINE = re.compile(r"[A-Z][A-Z.'’ /-]{2,40}(?:, [^()\n]{3,30})?\s?\(([A-Z]{3,6})\)\s?(?:[–—]|--?)\s")
"""Place in capitals, day, and the initials of an agency that is in no list: `MERROW, July 16 (MPW) — `.

Two letters, and the code of a country or state, belong to the place: `MERROW (USA) — `."""


def agency_of(authors: Iterable[str], bylines: Iterable[str], paragraphs: Sequence[str]) -> str | None:
    """The agency that a page credits, None if it credits none."""
    credit, named = _patterns()
    for line in (*authors, *bylines):
        found = credit.search(line)
        if found and len(line) < _OPENING:
            return _usual(found.group(0))
    for paragraph in paragraphs[:2]:
        found = re.match(rf".{{0,60}}?\(\s*(?:with )?({named})\s*\)\s*[-–—:]*", paragraph) or re.match(
            rf"[^a-z.]{{3,60}},?\s[^.]{{0,25}}?[-–—(]\s*({named})\s*[)–—:-]", paragraph
        )
        if found:
            return _usual(found.group(1))
        unknown = _DATELINE.match(paragraph)
        if unknown and unknown[1] not in _codes():
            return unknown[1]
    for paragraph in paragraphs[-3:]:
        found = credit.search(paragraph)
        if found and len(paragraph) <= _CLOSING_LINE and _is_credit_line(paragraph, found.group(0)):
            return _usual(found.group(0))
    return None


def _is_credit_line(line: str, name: str) -> bool:
    """`— Reuters`, `(With inputs from PTI)`, `Source: ANI`, `AFP/Getty`."""
    rest = line.replace(name, "").strip(" .()[]–—-/|©")
    return not rest or bool(
        re.match(
            r"(?:\W*)(?:with|source|sources|by|from|via|©|copyright|credit|text by|additional|reporting)\b",
            line,
            re.IGNORECASE,
        )
    )


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Every name of every agency -> its usual name."""
    return {name: usual for usual, row in _table("agencies").items() for name in (*row["long"], *row["short"])}


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    """The codes of countries and states."""
    return frozenset(code for codes in _table("codes").values() for code in codes.split())


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("rashomon.pages").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


def _usual(name: str) -> str:
    return _names()[name]


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], str]:
    named = "|".join(re.escape(name) for name in sorted(_names(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{named})(?!\w)"), named
