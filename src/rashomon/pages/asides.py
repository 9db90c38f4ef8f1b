"""Paragraphs that stand among those of an article and are not of it, told from their words alone.

In: the text of a paragraph. Out: whether it points elsewhere or asks the reader for something. The patterns are data.
"""

import re
import tomllib
from functools import lru_cache
from importlib import resources

_LONGEST = 400
"""A longer paragraph tells something, whatever it begins with."""


def is_aside(text: str) -> bool:
    """Whether a paragraph is a pointer to other pages, a request to the reader, or a mere label."""
    if len(text) > _LONGEST:
        return False
    start, whole = _patterns()
    return bool(start.match(text) or whole.fullmatch(text.strip(" .:|>»→")))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    raw = tomllib.loads(resources.files("rashomon.pages").joinpath("data/asides.toml").read_text(encoding="utf-8"))
    start, whole = (
        re.compile("|".join(f"(?:{each})" for each in raw[key]), re.IGNORECASE) for key in ("start", "whole")
    )
    return start, whole
