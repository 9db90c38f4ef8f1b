"""How marks in a text look and where links lead: style classes, anchors, addresses.

In: segments of `views.passages`, spans. Out: strings for templates. Escaping is the templates' part.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from rashomon.spans import Span
from rashomon.views.passages import Mark, Segment
from rashomon.views.ties import Teller


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


def touched(segment: Segment) -> str:
    """What the segment belongs to, for lighting up: claims by number, events and ties by id."""
    keys = [f"c{mark.claim}" for mark in segment.marks if mark.claim is not None]
    keys += [mark.record for mark in segment.marks if mark.record is not None]
    return " ".join(dict.fromkeys(keys))


def anchor(segment: Segment, seen: set[str]) -> list[str]:
    """The anchors that a segment begins, each once on a page: of claims by number, of events and ties by id."""
    found = ["here" for mark in segment.opens if mark.kind == "here"]
    found += [f"s{mark.claim}" for mark in segment.opens if mark.claim is not None and mark.kind != "hedge"]
    found += [f"t-{mark.record}" for mark in segment.opens if mark.record is not None]
    made = [name for name in dict.fromkeys(found) if name not in seen]
    seen.update(made)
    return made


def link_of(segment: Segment) -> str | None:
    """The id of the entity that the segment names, None where it names none."""
    return next((mark.entity for mark in segment.marks if mark.entity is not None), None)


def voices(tellers: Sequence[Teller]) -> list[tuple[str, tuple[str, ...], list[int]]]:
    """Who tells it, each with what doubt, and the numbers of the claims in which they do; alike ones together."""
    found: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for teller in tellers:
        found.setdefault((teller.label, teller.doubt), []).extend([teller.claim] if teller.claim is not None else [])
    return [(label, doubt, claims) for (label, doubt), claims in found.items()]


def place(page: str, spans: Span | Sequence[Span] | None = None) -> str:
    """The address of a page, at the words asked for: from the first to the last of the spans."""
    path = f"/pages/{quote(page, safe='')}"
    if not spans:
        return path
    every = [Span(*spans)] if isinstance(spans[0], int) else [Span(*span) for span in spans]  # type: ignore[misc]
    start, end = min(span.start for span in every), max(span.end for span in every)
    return f"{path}?at={start}-{end}#here"


SIGNS = "●▲■◆▼★⬟⬢"
"""Shapes that tell values apart without colour."""


def sign(number: int) -> str:
    """The shape of the value of this number."""
    return SIGNS[number] if number < len(SIGNS) else f"({number + 1})"


def pieces(text: str, start: int, marks: Sequence[Span], limit: int) -> list[tuple[str, bool]]:
    """A stretch of a page, which begins at `start` of it, in pieces: the words, and whether they are marked.

    Where it is longer than `limit`, what stands far from the marks goes: an ellipsis says so.
    """
    inside = [Span(max(s.start - start, 0), min(s.end - start, len(text))) for s in map(Span._make, marks)]
    joined = _joined([span for span in inside if span.start < span.end])
    first, last = _window(text, joined, limit)
    found: list[tuple[str, bool]] = [("… ", False)] if first else []
    at = first
    for span in joined:
        found += [(text[at : max(span.start, at)], False), (text[max(span.start, at) : min(span.end, last)], True)]
        at = max(at, min(span.end, last))
    found += [(text[at:last], False), (" …" if last < len(text) else "", False)]
    return [piece for piece in found if piece[0]]


def _joined(spans: Sequence[Span]) -> list[Span]:
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made


def _window(text: str, marks: Sequence[Span], limit: int) -> Span:
    """The part that is shown: all marks, and as much around them as the limit allows, cut at words."""
    if len(text) <= limit:
        return Span(0, len(text))
    low, high = (marks[0].start, marks[-1].end) if marks else (0, 0)
    around = max(limit - (high - low), 80) // 2
    first, last = max(0, low - around), min(len(text), high + around)
    if first:
        first = next((at + 1 for at in range(first, low) if text[at].isspace()), low)
    if last < len(text):
        last = next((at for at in range(last, high, -1) if text[at - 1].isspace()), high)
    return Span(first, last)
