"""Spans as W3C Web Annotation selectors: a position (code points, as everywhere here) and the words themselves.

In: spans and the text, or a stretch of it. Out: plain JSON values. https://www.w3.org/TR/annotation-model/#selectors
"""

from collections.abc import Sequence
from typing import Any

from rashomon.spans import Span

_AROUND = 32


def position(span: Span) -> dict[str, Any]:
    """The selector of a place."""
    return {"type": "TextPositionSelector", "start": span[0], "end": span[1]}


def quote(text: str, span: Span, *, start: int = 0) -> dict[str, Any]:
    """The selector of the words in a text that begins at `start` of the page."""
    first, last = max(span[0] - start, 0), min(span[1] - start, len(text))
    return {
        "type": "TextQuoteSelector",
        "exact": text[first:last],
        "prefix": text[max(first - _AROUND, 0) : first],
        "suffix": text[last : last + _AROUND],
    }


def selector(text: str, span: Span, *, start: int = 0) -> dict[str, Any]:
    """Both: the place, refined by the words."""
    return {**position(span), "refinedBy": quote(text, span, start=start)}


def target(page: str, text: str, spans: Sequence[Span], *, start: int = 0) -> dict[str, Any]:
    """What an annotation stands on: spans of a page's text."""
    return {"source": f"/api/v1/pages/{page}/text", "selector": [selector(text, span, start=start) for span in spans]}
