"""Docs built by hand, without a model: for rules that read a parse or named entities.

`parsed` takes a compact notation, one sentence a line, blank lines between paragraphs (each becomes a body block):

    Renn|PROPN|2|nsubj|PERSON said|VERB:VBD|0|ROOT||say on|ADP|2|prep Monday|PROPN|3|pobj|DATE .|PUNCT|2|punct

An item is form|pos[:tag]|head|dep|entity|lemma, later parts may be left out; `head` counts from 1 within the sentence,
0 is the root. An entity label on neighbouring words is one entity; `+LABEL` begins another. Spaces are put as print
does; `~` before a form joins it to the word before, `_` in a form stands for a space.

`named` takes text with entities in brackets: "[PERSON Odo Renn] leads the [ORG Reed Front]." and only tokenises.
"""

import re
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from rashomon import layers
from rashomon.ids import make_id
from rashomon.language import quotes
from rashomon.records import Block, Page, Published

_NO_SPACE_BEFORE = re.compile(r"[,.;:?!…)\]”’]+|['’](?:s|re|ve|ll|d|m)|n['’]t|%")
_NO_SPACE_AFTER = re.compile(r"[(\[“‘$£€#]+")
_NAMED = re.compile(r"\[([A-Z]+) ([^\]]+)\]")


def parsed(notation: str, *, published: str | None = None) -> Doc:
    """A Doc with tags, tree, lemmas, entities, blocks and quotations from the notation above."""
    layers.register()
    rows: list[list[str]] = []
    starts, heads, breaks = [], [], []
    for line in notation.strip().splitlines():
        items = [item.split("|") for item in line.split()]
        if not items:
            breaks.append(len(rows))
        base = len(rows)
        items = [item + [""] * (6 - len(item)) for item in items]
        for at, item in enumerate(items):
            head = int(item[2] or 0)
            heads.append(base + head - 1 if head else base + at)
            starts.append(at == 0)
        rows += items
    return _assemble(rows, heads, starts, breaks, published)


def named(text: str, *, published: str | None = None) -> Doc:
    """A tokenised Doc with the entities that the brackets mark; paragraphs (blank lines) are body blocks."""
    layers.register()
    plain, marks, at = "", [], 0
    for match in _NAMED.finditer(text):
        plain += text[at : match.start()]
        marks.append((len(plain), len(plain) + len(match[2]), match[1]))
        plain += match[2]
        at = match.end()
    doc = _english().make_doc(plain + text[at:])
    doc.ents = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in marks]
    return _with_layers(doc, published)


@cache
def _english() -> Language:
    return spacy.blank("en")


def _assemble(rows, heads, starts, breaks, published) -> Doc:
    forms = [row[0].lstrip("~").replace("_", " ") if row[0] != "_" else "_" for row in rows]
    spaces = [_space_after(rows, forms, at) for at in range(len(rows))]
    words, order = [], {}
    for at, form in enumerate(forms):
        if at in breaks:
            words.append(("\n\n", False, None))
        order[at] = len(words)
        words.append((form, spaces[at] and at + 1 not in breaks, at))
    roots = [row[3] or "dep" for row in rows]
    fill = lambda values, empty: [empty if at is None else values[at] for _, _, at in words]  # noqa: E731
    doc = Doc(
        _english().vocab,
        words=[word for word, _, _ in words],
        spaces=[space for _, space, _ in words],
        pos=fill([row[1].partition(":")[0] or "X" for row in rows], "SPACE"),
        tags=fill([row[1].partition(":")[2] for row in rows], "_SP"),
        lemmas=fill([row[5] or form.lower() for row, form in zip(rows, forms, strict=True)], "\n\n"),
        heads=[place - 1 if at is None else order[heads[at]] for place, (_, _, at) in enumerate(words)],
        deps=fill(roots, "dep"),
    )
    labels = [row[4] for row in rows]
    doc.ents = [
        Span(doc, order[start], order[end - 1] + 1, label=labels[start].lstrip("+")) for start, end in _runs(labels)
    ]
    return _with_layers(doc, published)


def _runs(labels: list[str]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for at, label in enumerate(labels):
        if not label:
            continue
        if runs and runs[-1][1] == at and labels[runs[-1][0]].lstrip("+") == label:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _space_after(rows: list[list[str]], forms: list[str], at: int) -> bool:
    if at + 1 == len(rows):
        return False
    following = rows[at + 1][0]
    return not (
        following.startswith("~") or _NO_SPACE_BEFORE.fullmatch(following) or _NO_SPACE_AFTER.fullmatch(forms[at])
    )


def _with_layers(doc: Doc, published: str | None) -> Doc:
    text = doc.text
    spans = [match.span() for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)]
    doc._.rashomon_blocks = tuple(Block(make_id("block", start, end), "body", start, end) for start, end in spans)
    doc._.rashomon_quotes = quotes.find(text, doc._.rashomon_blocks)
    if published:
        doc._.rashomon_page = Page(
            "page-handmade", "", None, None, None, (), None, "en", text, Published(published, "given")
        )
    return doc
