"""The names that the encoder sees, on the tokens of a Doc.

In: a Doc with the encoder's scores. Out: `Recognised` spans in order, trimmed to what a name is here: without titles,
articles, the adjective before it, or what hangs on behind a comma. A Doc that the encoder did not read has none. What
is a name in the end, with the other voices heard, is judged elsewhere (`mentions`).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.language.lexicon import lexicon
from rashomon.language.parting import parted
from rashomon.language.runs import PARTICLES, Run

TASK = "names"
_ARTICLES = frozenset({"the", "a", "an", "both", "either", "neither"})
_OPENERS = frozenset({
    "after", "as", "because", "but", "even", "former", "if", "many", "most", "only", "several", "some", "when", "where",
    "while",
})  # fmt: skip
"""Words before a name at the beginning of a sentence or headline."""
_OPENING = frozenset({"JJ", "JJR", "JJS", "NN", "RB", "VBG", "VBN"})
"""Tags of words that have a capital only as the first of a sentence."""
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
            found += (Recognised(*part) for part in parted(doc, span.start, span.end, kind))
    return _hyphenated(doc, found)


def _hyphenated(doc: Doc, names: list[Recognised]) -> list[Recognised]:
    """The names, with two that a hyphen makes one place: Oro-Fort Dorna Airport."""
    out: list[Recognised] = []
    for name in names:
        last = out[-1] if out else None
        joined = last is not None and doc[last.end].text == "-" and last.end + 1 == name.start and last.kind == "place"
        if last is not None and joined and name.kind == "place" and doc[name.end - 1].lower_ in lexicon().places:
            out[-1] = replace(last, end=name.end)
        else:
            out.append(name)
    return out


def runs_of(doc: Doc, names: list[Recognised]) -> Iterator[Run]:
    """The persons, organizations and places among them as runs."""
    titles = lexicon().titles
    trimmed = [_trimmed(doc, name) for name in names]
    known = {doc[start:end].text for start, end in trimmed}
    for name, (begin, end) in zip(names, trimmed, strict=True):
        start = begin + (begin + 1 < end and _only_opens(doc[begin]) and doc[begin + 1 : end].text in known)
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
    while start < end - 1 and (_is_function_word(doc[start]) or not doc[start].text[0].isalnum()):
        start += 1
    if name.kind == "person":
        start = _after_post(doc, start, end)
    if name.kind == "organization":
        start = 1 + max((at for at in range(start, end - 1) if _calls_body(doc, at)), default=start - 1)
    if written and name.kind != "organization":
        joining = PARTICLES if name.kind == "person" else PARTICLES | _JOINING
        small = (token.i for token in doc[start + 1 : end] if _describes(token) and token.lower_ not in joining)
        end = next(small, end)
    while written and end > start and not _ends_name(doc[end - 1].text):
        end -= 1
    if name.kind == "person":
        titles = lists.titles | lists.callings if end - start > 2 else lists.titles
        last = (at for at in range(end - 2, start - 1, -1) if doc[at].lower_.rstrip(".") in titles)
        start = next(last, start - 1) + 1
        start += 2 * (doc[start : start + 2].text == "-elect")
    while start < end - 1 and name.kind != "organization" and doc[start].text in lists.demonyms:
        start += 1
    if start >= end:
        return end, end
    described = written and doc[start].text.islower() and doc[start].lower_ not in PARTICLES
    named = written or any(_may_name(token, name.kind) for token in doc[start:end])
    return (start, end) if named and not described else (start, start)


def _only_opens(token: Token) -> bool:
    """Whether a word has its capital from where it stands, for all that its tag says: "Furious Bell left"."""
    return bool(token.is_sent_start) and token.tag_ in _OPENING


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


def _is_function_word(token: Token) -> bool:
    """Whether a word before a name is an article or opens the sentence: "Many", "Only"; AS is none."""
    return token.lower_ in _ARTICLES or (token.lower_ in _OPENERS and token.text[1:].islower())


def _calls_body(doc: Doc, at: int) -> bool:
    """Whether a small word before a capital calls the name behind it a body: "Credit company" Oro."""
    return doc[at].text in lexicon().groups and doc[at + 1].text[0].isupper()


def _describes(token: Token) -> bool:
    """Whether it is an English word in small letters: foreign names have small words of their own, some in hyphens."""
    between = [each.text for each in token.doc[max(token.i - 1, 0) : token.i + 2]]
    return token.text[0].islower() and token.pos_ in _ENGLISH and between != ["-", token.text, "-"]


def _may_name(token: Token, kind: str) -> bool:
    """Whether a word without a capital may be a name; a person's stands as one, or is of a script without capitals."""
    common = kind == "person" and token.text[0].islower() and token.pos_ != "PROPN"
    return token.text[0].isalpha() and not common


def _ends_name(word: str) -> bool:
    """Whether a name may end with the word: it has no small first letter, is no mark and no possessive."""
    return not word[0].islower() and any(letter.isalnum() for letter in word) and not word.endswith(("'s", "’s"))
