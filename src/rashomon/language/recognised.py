"""The names that the encoder sees, on the tokens of a Doc.

In: a Doc with the encoder's scores. Out: `Recognised` spans in order, trimmed to what a name is here: without titles,
articles, the adjective before it, or what hangs on behind a comma. A Doc that the encoder did not read has none. What
is a name in the end, with the other voices heard, is judged elsewhere (`mentions`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from rashomon import layers
from rashomon.language.lexicon import lexicon
from rashomon.language.runs import PARTICLES, Run

TASK = "names"
_ARTICLES = frozenset({"the", "a", "an", "both", "either", "neither"})
_PARTED = frozenset({"person", "place"})
_BREAKS = frozenset({",", ";", "("})
_ENGLISH = frozenset({"NOUN", "ADJ", "VERB", "ADV", "ADP", "SCONJ"})
_JOINING = frozenset({"of", "for", "and", "the", "on", "to"})
"""Small words inside names of places. Other small words part a name from what describes it."""


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
            for start, end in _in_one_line(span):
                found += _parted(doc, Recognised(start, end, kind))
    return found


def _in_one_line(span: Span) -> Iterator[tuple[int, int]]:
    """The parts of a span between blank lines."""
    start = span.start
    for token in span:
        if token.is_space and token.text.count("\n") > 1:
            yield from [(start, token.i)] if token.i > start else []
            start = token.i + 1
    if start < span.end:
        yield start, span.end


def _parted(doc: Doc, name: Recognised) -> Iterator[Recognised]:
    """Two people, or two places, that the encoder takes for one name: "Japan and South Korea"."""
    at = next((at for at in range(name.start + 1, name.end - 1) if doc[at].lower_ == "and"), None)
    whole = name.kind not in _PARTED or doc[name.start : name.end].text in lexicon().known_places
    if at is None or whole or not (doc[at - 1].text[0].isupper() and doc[at + 1].text[0].isupper()):
        yield name
    else:
        yield replace(name, end=at)
        yield from _parted(doc, replace(name, start=at + 1))


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
        first = doc[start]
        weak = end - start == 1 and bool(first.is_sent_start) and first.tag_ == "NNS"
        yield Run(start, end, title, weak)


def _trimmed(doc: Doc, name: Recognised) -> tuple[int, int]:
    """The name alone."""
    lists = lexicon()
    start, end = name.start, name.end
    end = next((token.i for token in doc[start:end] if token.text in _BREAKS), end)
    written = any(token.text[0].isupper() for token in doc[start:end])
    while start < end - 1 and doc[start].lower_ in _ARTICLES:
        start += 1
    if name.kind == "person":
        start = _after_post(doc, start, end)
    if written and name.kind != "organization":
        joining = PARTICLES if name.kind == "person" else PARTICLES | _JOINING
        small = (token.i for token in doc[start + 1 : end] if _describes(token) and token.lower_ not in joining)
        end = next(small, end)
    while written and end > start and not _ends_name(doc[end - 1].text):
        end -= 1
    if name.kind == "person":
        last = (at for at in range(end - 2, start - 1, -1) if doc[at].lower_.rstrip(".") in lists.titles)
        start = next(last, start - 1) + 1
    while start < end - 1 and name.kind != "organization" and doc[start].text in lists.demonyms:
        start += 1
    if start >= end:
        return end, end
    described = written and doc[start].text.islower() and doc[start].lower_ not in PARTICLES
    named = written or any(_may_name(token, name.kind) for token in doc[start:end])
    return (start, end) if named and not described else (start, start)


def _after_post(doc: Doc, start: int, end: int) -> int:
    """Where a person's name begins behind a post of several words: "the Army's Chief of Staff General" and whoever.

    Where no title stands behind the post ("Secretary of State"), capitals say it better: there is no name then.
    """
    last = max((at for at in range(start, end) if _ends_name(doc[at].text)), default=start)
    titled = [at for at in range(start, last) if doc[at].lower_.rstrip(".") in lexicon().titles]
    small = next((at for at in range(start, end) if _describes(doc[at]) and doc[at].lower_ not in PARTICLES), end)
    if not titled or titled[0] > small or small == end:
        return start
    return titled[-1] + 1 if titled[-1] > small else end


def _describes(token: Token) -> bool:
    """Whether it is an English word in small letters: foreign names have small words of their own."""
    return token.text[0].islower() and token.pos_ in _ENGLISH


def _may_name(token: Token, kind: str) -> bool:
    """Whether a word without a capital may be a name; a person's stands as one, or is of a script without capitals."""
    common = kind == "person" and token.text[0].islower() and token.pos_ != "PROPN"
    return token.text[0].isalpha() and not common


def _ends_name(word: str) -> bool:
    """Whether a name may end with the word: it has no small first letter, is no mark and no possessive."""
    return not word[0].islower() and any(letter.isalnum() for letter in word) and not word.endswith(("'s", "’s"))
