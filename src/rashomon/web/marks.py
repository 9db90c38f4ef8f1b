"""Where marks in a text and links lead: anchors, addresses, signs.

In: segments of `views.passages`, spans. Out: strings for templates. Escaping is the templates' part.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote

from rashomon.spans import Span
from rashomon.views.disputes import SideView
from rashomon.views.evidence import beside_its_page, doubts, sentence_in
from rashomon.views.material import Telling
from rashomon.views.passages import Segment

_WHITE = re.compile(r"\s+")
_BESIDE_DOUBT = 30
"""Characters that are shown on both sides of a word of doubt."""


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


def voices(tellings: Sequence[Telling]) -> list[tuple[str, tuple[str, ...], list[int]]]:
    """Who tells it on a page, through whom, each with what doubt, and the numbers of their claims; alike together."""
    found: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for each in tellings:
        voice = " › ".join(beside_its_page(each.chain))
        found.setdefault((voice, each.doubt), []).extend([each.number] if each.number is not None else [])
    return [(voice, doubt, numbers) for (voice, doubt), numbers in found.items()]


def place(page: str, spans: Span | Sequence[Span] | None = None) -> str:
    """The address of a page, at the words asked for."""
    path = f"/pages/{quote(page, safe='')}"
    if not spans:
        return path
    every: list[Span] = [Span(*spans)] if isinstance(spans[0], int) else [Span(*span) for span in spans]  # type: ignore[misc]
    asked = ",".join(f"{span.start}-{span.end}" for span in sorted(set(every))[:MOST_SPANS])
    return f"{path}?at={asked}#here"


MOST_SPANS = 24
"""How many stretches of a text one address can ask for."""
SIGNS = "●▲■◆▼★⬟⬢"
"""Shapes that tell values apart without colour."""


def sign(number: int) -> str:
    """The shape of the value of this number."""
    return SIGNS[number] if number < len(SIGNS) else f"({number + 1})"


def numbered(sides: Sequence[SideView]) -> list[tuple[SideView, int]]:
    """The sides of a dispute, each with the number of its value: equal values have equal numbers, so equal signs."""
    known: list[tuple[str, str]] = []
    made = []
    for side in sides:
        key = value_key(side.stand, side.value)
        if key not in known:
            known.append(key)
        made.append((side, known.index(key)))
    return made


def value_key(stand: str, value: str) -> tuple[str, str]:
    """By which values are held equal: what is said or denied, whatever its capitals and white space."""
    return stand, " ".join(value.casefold().split())


def pieces(text: str, start: int, marks: Sequence[Span], limit: int) -> list[tuple[str, bool]]:
    """A stretch of a page, which begins at `start` of it, in pieces: words on one line, and whether they are marked.

    Where it is longer than `limit`, what stands far from the marks goes: an ellipsis says so. Words of doubt in the
    sentence of a mark stay.
    """
    inside = [Span(max(s.start - start, 0), min(s.end - start, len(text))) for s in map(Span._make, marks)]
    joined = _joined([span for span in inside if span.start < span.end], gap=0)
    found: list[tuple[str, bool]] = []
    at = 0
    for window in _windows(text, joined, limit):
        if window.start > at:
            found.append((" … " if found else "… ", False))
        at = window.start
        for span in (each for each in joined if window.contains(each)):
            found += [(text[at : span.start], False), (span.cut(text), True)]
            at = span.end
        found.append((text[at : window.end], False))
        at = window.end
    if at < len(text):
        found.append((" …", False))
    return [(_WHITE.sub(" ", words), marked) for words, marked in found if words]


def _joined(spans: Sequence[Span], *, gap: int) -> list[Span]:
    """Spans in order; those that touch, or stand no more than `gap` apart, are one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start <= made[-1].end + gap:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made


def _windows(text: str, marks: Sequence[Span], limit: int) -> list[Span]:
    """What is shown: all marks, and around each as much as the limit allows, cut at words; and their words of doubt."""
    if len(text) <= limit:
        return [Span(0, len(text))]
    around = max((limit - sum(span.end - span.start for span in marks)) // (2 * max(len(marks), 1)), 60)
    wide = [_wide(text, span, around) for span in marks] or [Span(0, max(text.rfind(" ", 0, limit), 1))]
    near = [sentence_in(text, span) for span in marks]
    unsure = (span for span in doubts(text) if any(each.contains(span) for each in near))
    return _joined([*wide, *(_wide(text, span, _BESIDE_DOUBT) for span in unsure)], gap=20)


def _wide(text: str, span: Span, around: int) -> Span:
    return Span(_left(text, span.start - around, span.start), _right(text, span.end + around, span.end))


def _left(text: str, first: int, mark: int) -> int:
    return 0 if first <= 0 else next((at + 1 for at in range(first, mark) if text[at].isspace()), mark)


def _right(text: str, last: int, mark: int) -> int:
    return len(text) if last >= len(text) else next((at for at in range(last, mark, -1) if text[at].isspace()), mark)


def grouped(tellings: Sequence[Telling]) -> list[tuple[Telling, list[Telling]]]:
    """Who tells it, through whom and with what doubt: alike tellings together, under the first of them."""
    found: dict[tuple[object, ...], list[Telling]] = {}
    for each in tellings:
        found.setdefault((each.chain, each.denied, each.doubt), []).append(each)
    return [(same[0], same) for same in found.values()]
