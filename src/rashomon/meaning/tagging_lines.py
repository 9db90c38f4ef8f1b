"""Attributions of headlines: X: Y; X calls for Y, where the parse takes the verb for a noun.

In: a parsed `Doc`. Out: drafts. A quotation after a colon is the matter of tagging_quotes.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.meaning.cues import cues
from rashomon.meaning.drafts import Draft
from rashomon.meaning.source_tables import tables
from rashomon.meaning.tagging_verbs import draft

_COLON, _VERB = 0.7, 0.6
_SHORT, _LONG = 6, 40
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def find(doc: Doc) -> Iterator[Draft]:
    """The attributions of all lines that look like headlines."""
    for first, end in _lines(doc):
        if end - first <= _LONG and doc[end - 1].text not in {".", "!", ":"}:
            found = _with_colon(doc, first, end) or _with_verb(doc, first, end)
            if found:
                yield found


def _lines(doc: Doc) -> Iterator[tuple[int, int]]:
    """The lines of a text as `[first, end)`, white space left off."""
    starts = {block.start for block in layers.blocks(doc)}
    first = 0
    for token in doc:
        if token.is_space or token.idx in starts:
            if first < token.i:
                yield first, token.i
            first = token.i + token.is_space
    if first < len(doc):
        yield first, len(doc)


def _with_colon(doc: Doc, first: int, end: int) -> Draft | None:
    """Police: two arrested."""
    for at in range(first + 1, min(first + _SHORT + 1, end - 2)):
        if doc[at].text == ":":
            verbal = any(token.pos_ in {"VERB", "AUX"} for token in doc[at + 1 : end])
            if not verbal or not _speaks(doc[at - 1]) or doc[at + 1].text in {"“", '"', "‘", "'"}:
                return None
            return draft(doc[at], [at], list(range(first, at)), list(range(at + 1, end)), _COLON)
    return None


def _speaks(token: Token) -> bool:
    heads = tables()["heads"]
    lemma = token.lemma_.lower()
    known = lemma in tables()["words"]["offices"] or any(lemma in heads[kind] for kind in ("government", "public"))
    return token.ent_type_ in _SPEAKING or known


def _with_verb(doc: Doc, first: int, end: int) -> Draft | None:
    """Norland chief calls for calm."""
    for token in doc[first + 1 : end - 1]:
        if token.pos_ in {"VERB", "AUX"}:
            return None
        lemma = token.lemma_.lower()
        follows = doc[token.i + 1].lower_
        if token.tag_ == "NNS" and follows in cues().prepositions.get(lemma, ()) and _speaks(doc[token.i - 1]):
            content = list(range(token.i + 2, end))
            return draft(token, [token.i, token.i + 1], list(range(first, token.i)), content, _VERB)
    return None
