"""What a rule of tagging finds, before it is spans: one attribution as token numbers.

In and out: plain data, shared by the rules of tagging. The rules themselves do not belong here.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution as token numbers; `head` is the token that carries the cue."""

    head: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: tuple[int, ...]
    score: float
