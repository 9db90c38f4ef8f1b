"""Hits of a search, with the words around them; what a claim says comes with who says so and every doubt.

In: hits by page and record, the words that were asked for, `Material`. Out: `Hit`. Ranking does not belong here.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.folding import fold
from rashomon.graph import Group
from rashomon.spans import Span, Spans
from rashomon.views.evidence import ClaimView, doubts, sentence_in
from rashomon.views.material import Material, PageRef

HitKind = Literal["page", "claim", "entity"]
_WORD = re.compile(r"[^\W_]+")
_AROUND = 90
_SNIPPETS = 3


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of the page's text from `start`, with the spans (of the page) of the words that were found."""

    start: int
    text: str
    marks: Spans


@dataclass(frozen=True, slots=True)
class Hit:
    """One find: a page, a claim with its source and doubt (`claim`), or an entity (`group`) by one of its names."""

    kind: HitKind
    title: str
    page: PageRef | None
    claim: ClaimView | None
    group: Group | None
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the hits; `cursor` leads to the next, None where they end."""

    hits: tuple[Hit, ...]
    cursor: str | None


def page_hit(page: str, words: Collection[str], material: Material) -> Hit:
    """A page that holds the words."""
    held = material.pages[page]
    found = snippets(held.reading.page.text, words)
    return Hit("page", held.ref.title, held.ref, None, None, found)


def claim_hit(page: str, claim: str, words: Collection[str], material: Material) -> Hit | None:
    """A claim that holds the words; None where the page does not have it."""
    held = material.pages[page]
    found = held.claims.get(claim)
    if found is None:
        return None
    text = held.reading.page.text
    where = Span(min(s.start for s in found.spans), max(s.end for s in found.spans)) if found.spans else Span(0, 0)
    marks = _marks(text, words, where)
    return Hit("claim", found.source, held.ref, found, None, (Snippet(where.start, where.cut(text), marks),))


def entity_hit(group: Group) -> Hit:
    """An entity by one of its names."""
    return Hit("entity", group.label, None, None, group, ())


def snippets(text: str, words: Collection[str]) -> tuple[Snippet, ...]:
    """The first stretches of the text that hold the (folded) words; a word that ends in `*` is the beginning of one."""
    found: list[Snippet] = []
    for mark in _marks(text, words, Span(0, len(text))):
        if found and mark.end <= found[-1].start + len(found[-1].text):
            found[-1] = Snippet(found[-1].start, found[-1].text, (*found[-1].marks, mark))
        elif len(found) < _SNIPPETS:
            where = _around(text, mark)
            found.append(Snippet(where.start, where.cut(text), (mark,)))
        else:
            break
    return tuple(found)


def _marks(text: str, words: Collection[str], where: Span) -> Spans:
    whole = {word for word in words if not word.endswith("*")}
    begins = tuple(word[:-1] for word in words if word.endswith("*"))
    marks: Sequence[Span] = [Span(*found.span()) for found in _WORD.finditer(text, where.start, where.end)]
    return tuple(mark for mark in marks if _is_one(fold(mark.cut(text)), whole, begins))


def _is_one(word: str, whole: Collection[str], begins: tuple[str, ...]) -> bool:
    return word in whole or (bool(begins) and word.startswith(begins))


def _around(text: str, mark: Span) -> Span:
    """Some characters on both sides, cut at white space; all of the sentence where a word of doubt would go."""
    start, end = max(0, mark.start - _AROUND), min(len(text), mark.end + _AROUND)
    if start:
        start = next((at + 1 for at in range(start, mark.start) if text[at].isspace()), mark.start)
    if end < len(text):
        end = next((at for at in range(end, mark.end, -1) if text[at - 1].isspace()), mark.end)
    sentence = sentence_in(text, mark)
    unsure = [sentence.start + at for span in doubts(sentence.cut(text)) for at in span]
    if all(start <= at <= end for at in unsure):
        return Span(start, end)
    return Span(min(start, sentence.start), max(end, sentence.end))
