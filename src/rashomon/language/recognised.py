"""The names that the encoder sees, on the tokens of a Doc.

In: a Doc with the encoder's scores. Out: `Recognised` spans in order, trimmed to what a name is here: without titles,
articles, the adjective before it, or what hangs on behind a comma. A Doc that the encoder did not read has none. What
is a name in the end, with the other voices heard, is judged elsewhere (`mentions`).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from rashomon import layers
from rashomon.language.lexicon import lexicon
from rashomon.language.runs import Run

TASK = "names"
_ARTICLES = frozenset({"the", "a", "an"})
_BREAKS = frozenset({",", ";", "("})


@dataclass(frozen=True, slots=True)
class Recognised:
    """Tokens [start, end) that the encoder takes for one name of `kind`: person, organization, place or other."""

    start: int
    end: int
    kind: str


def recognise(doc: Doc) -> list[Recognised]:
    """The encoder's names, none overlapping another."""
    if not layers.is_scored(doc):
        return []
    scores = layers.scores(doc)
    found: list[Recognised] = []
    for first, last, kind in scores.spans(TASK):
        span = doc.char_span(*scores.characters((first, last)), alignment_mode="expand")
        if span is not None and (not found or span.start >= found[-1].end):
            found.append(Recognised(span.start, span.end, kind))
    return found


def runs_of(doc: Doc, names: list[Recognised]) -> Iterator[Run]:
    """The persons, organizations and places among them as runs."""
    titles = lexicon().titles
    for name in names:
        start, end = _trimmed(doc, name)
        if name.kind == "other" or start >= end:
            continue
        title = start
        while title > 0 and doc[title - 1].lower_.rstrip(".") in titles:
            title -= 1
        yield Run(start, end, title)


def _trimmed(doc: Doc, name: Recognised) -> tuple[int, int]:
    """The name alone."""
    lists = lexicon()
    start, end = name.start, name.end
    end = next((token.i for token in doc[start:end] if token.text in _BREAKS), end)
    while end > start and not _ends_name(doc[end - 1].text):
        end -= 1
    if name.kind == "person":
        last = (at for at in range(end - 2, start - 1, -1) if doc[at].lower_.rstrip(".") in lists.titles)
        start = next(last, start - 1) + 1
    while start < end - 1 and (
        doc[start].lower_ in _ARTICLES or (name.kind != "organization" and doc[start].text in lists.demonyms)
    ):
        start += 1
    return start, end


def _ends_name(word: str) -> bool:
    """Whether a name may end with the word: it has no small first letter and is no mark."""
    return not word[0].islower() and any(letter.isalnum() for letter in word)
