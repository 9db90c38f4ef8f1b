"""Spans: where in a page's text something stands.

In and out: `[start, end)` offsets in Unicode code points of `Page.text`. What a span means does not belong here.
"""

from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text, `start` included, `end` excluded, in code points."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every character of `other` is in this span."""
        return self.start <= other.start and other.end <= self.end

    def cut(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]


def trim(text: str, span: Span, chars: str | None = None) -> Span:
    """The span without white space (or any of `chars`) at its ends; may come out empty."""
    start, end = span
    strip = str.isspace if chars is None else chars.__contains__
    while start < end and strip(text[start]):
        start += 1
    while end > start and strip(text[end - 1]):
        end -= 1
    return Span(start, end)


def cut(text: str, spans: Sequence[Span]) -> str:
    """The words of several spans, parts that do not stand together joined by an ellipsis."""
    return " … ".join(span.cut(text) for span in spans)
