"""What a spaCy `Doc` carries from room to room: the names of its layers, who writes and who reads them, in order.

    layer     written by            read by
    PAGE      language.nlp          all                      Page | None
    BLOCKS    language.nlp          language, meaning        tuple[Block, ...]
    SCORES    language.encoding     language, meaning        Scores | None
    QUOTES    language.quotes       language, meaning        tuple[Quote, ...]
    ENTITIES  language.mentions     language, meaning        tuple[Entity, ...]: chains of names; language.coreference
                                                             adds to them, meaning.attribution adds unnamed sources,
                                                             language.coreference.listing what else has no name,
                                                             meaning.entities what the page says of each
    CHAINS    language.coreference  meaning                  tuple[Chain, ...]
    TIMES     meaning.times         meaning                  tuple[Time, ...]
    CLAIMS    meaning.attribution   meaning                  tuple[Claim, ...]
    EVENTS    meaning.events        meaning                  tuple[Event, ...]
    TIES      meaning.ties          meaning                  tuple[Tie, ...]
    DISPUTES  meaning.disputes      meaning.harvest          tuple[Dispute, ...]

The text of a `Doc` has the same length as `Page.text`: what is not to be read (comments, forms, boilerplate) is blanked
out by spaces, so that offsets in the one are offsets in the other. Layers hold finished records, with offsets in code
points. In a pipeline that is not ours PAGE is None and BLOCKS is empty: then the whole text is one body.

Code that fills the layers does not belong here.
"""

from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from rashomon.encoder import Scores
from rashomon.errors import ModelError
from rashomon.ids import make_id
from rashomon.records import Block, Claim, Dispute, Entity, Event, Mention, Page, Tie, Time
from rashomon.spans import Span

_PREFIX = "rashomon_"
_DEFAULTS: dict[str, Any] = {
    "page": None,
    "blocks": (),
    "scores": None,
    "quotes": (),
    "entities": (),
    "chains": (),
    "times": (),
    "claims": (),
    "events": (),
    "ties": (),
    "disputes": (),
}


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks: `span` with the marks, `inner` without; `depth` 0 is the outermost.

    `closed` is False where the closing mark is missing and the end was inferred (end of block or next mark).
    `scare` is True where the marks set off a word or two rather than words said.
    """

    span: Span
    inner: Span
    depth: int = 0
    closed: bool = True
    scare: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions that are found to mean one and the same, also where no name is among them.

    `heads` are the offsets of their head words, in the same order; `entity` the id of the entity named in it, or None.
    """

    entity: str | None
    mentions: tuple[Mention, ...]
    heads: tuple[int, ...]
    kind: str = ""
    """What its descriptions show it to be: `person people organization place time thing`, or empty."""
    part: bool = False
    """Whether it is nothing but a noun before a noun: "visa" in "visa rules"."""


def register() -> None:
    """Make the layers known to spaCy; safe to call again. Every component factory calls it first."""
    for name, default in _DEFAULTS.items():
        if not Doc.has_extension(_PREFIX + name):
            Doc.set_extension(_PREFIX + name, default=default)


def page(doc: Doc) -> Page | None:
    """The page behind a Doc, None in a pipeline that is not ours."""
    value: Page | None = doc._.rashomon_page
    return value


def page_id(doc: Doc) -> str:
    """The page's id, or one made from the Doc's own text."""
    known = page(doc)
    return known.id if known else make_id("page", doc.text)


def published(doc: Doc) -> str | None:
    """The ISO publication date that relative times are counted from, None where unknown."""
    known = page(doc)
    return known.published.value if known else None


def blocks(doc: Doc) -> tuple[Block, ...]:
    """The page's blocks; one body block over the whole text in a pipeline that is not ours."""
    value: tuple[Block, ...] = doc._.rashomon_blocks
    if value or not len(doc):
        return value
    return (Block(id=make_id("block", doc.text), role="body", start=0, end=len(doc.text)),)


def is_scored(doc: Doc) -> bool:
    """Whether the encoder has read the Doc."""
    return doc._.rashomon_scores is not None


def scores(doc: Doc) -> Scores:
    """What the encoder says of every word; `ModelError` where it did not read the Doc."""
    value: Scores | None = doc._.rashomon_scores
    if value is None:
        raise ModelError("the encoder has not read this Doc; add the component rashomon_encoder before this one")
    return value


def quotes(doc: Doc) -> tuple[Quote, ...]:
    """The quotations, in order of their start, outer before inner."""
    value: tuple[Quote, ...] = doc._.rashomon_quotes
    return value


def entities(doc: Doc) -> tuple[Entity, ...]:
    """The page's entities, in order of first mention."""
    value: tuple[Entity, ...] = doc._.rashomon_entities
    return value


def chains(doc: Doc) -> tuple[Chain, ...]:
    """The chains of mentions, single ones too, in order of first mention."""
    value: tuple[Chain, ...] = doc._.rashomon_chains
    return value


def times(doc: Doc) -> tuple[Time, ...]:
    """The time expressions, in order."""
    value: tuple[Time, ...] = doc._.rashomon_times
    return value


def claims(doc: Doc) -> tuple[Claim, ...]:
    """The claims, in order of their first span."""
    value: tuple[Claim, ...] = doc._.rashomon_claims
    return value


def events(doc: Doc) -> tuple[Event, ...]:
    """The events, in order of their triggers."""
    value: tuple[Event, ...] = doc._.rashomon_events
    return value


def ties(doc: Doc) -> tuple[Tie, ...]:
    """The ties, in order of their evidence."""
    value: tuple[Tie, ...] = doc._.rashomon_ties
    return value


def disputes(doc: Doc) -> tuple[Dispute, ...]:
    """The disputes, in order of their first words."""
    value: tuple[Dispute, ...] = doc._.rashomon_disputes
    return value
