"""One claim with what stands behind it: whose words, through whom, how sure, and where on the page.

In: a `Reading`. Out: a `ClaimView` for each claim, in the order of the text. A label is never empty: a claim without a
source says so. What a page looks like does not belong here.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rashomon.nesting import outward
from rashomon.records import Block, Certainty, Claim, Mode, Polarity, Reading, SourceKind, Stance
from rashomon.spans import Span, Spans, cut

Names = Mapping[str, str]
"""Entity id to name."""

NO_SOURCE = "no source named"

_DOUBT = re.compile(
    r"\b(?:no|not|never|nor|none|neither|nobody|nothing|cannot|without|den(?:y|ies|ied|ial|ying)|refut\w+|reject\w+|"
    r"alleg\w+|reported(?:ly)?|apparent(?:ly)?|suppos\w+|purported(?:ly)?|may|might|could|would|perhaps|possibl[ey]|"
    r"probabl[ey]|likely|unlikely|unclear|unconfirmed|suspect\w*|believed|said|claim\w*|false(?:ly)?)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that a shortened text must not lose: without them it would say more than was said."""
_STOP = re.compile(r"[.!?]\W*\s|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Relay:
    """One voice in the chain from the publisher to the innermost source, with the doubt it adds."""

    label: str
    stance: Stance | None
    """None for the publisher, who only carries the page."""
    hedge: str
    polarity: Polarity

    @property
    def denied(self) -> bool:
        """Whether it denies what it tells."""
        return self.polarity == "denied" or self.stance == "denies"


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim in words. `number` counts claims in the order of the text; `outer` is the chain that leads to it."""

    id: str
    number: int
    source: str
    """The source's name where it is known, else its words, else `NO_SOURCE`."""
    named: str
    """The words of the text that name the source; may be a pronoun, may be empty."""
    entity: str | None
    source_kind: SourceKind
    stance: Stance
    mode: Mode
    certainty: Certainty
    polarity: Polarity
    hedge: str
    cue: str
    content: str
    sentence: str
    outer: tuple[Relay, ...]
    about: tuple[str, ...]
    """Names of the entities in the content."""
    block: str | None
    spans: Spans
    """All spans of source, cue and content, sorted."""
    score: float
    """How sure the reader is that somebody says this here: never a measure of truth."""

    @property
    def chain(self) -> tuple[str, ...]:
        """All voices from the publisher to the source, in words."""
        return (*(relay.label for relay in self.outer), self.source)

    @property
    def denied(self) -> bool:
        """Whether the claim denies its content."""
        return self.polarity == "denied" or self.stance == "denies"

    @property
    def verb(self) -> str:
        """The stance in words; `not:` goes before it where the source is said not to have said so."""
        denied = "not: " if self.polarity == "denied" and self.stance != "denies" else ""
        return denied + self.stance.replace("_", " ")

    @property
    def doubt(self) -> tuple[str, ...]:
        """What must stand beside the words: denial and hedge, the hedge in the words of the page."""
        found = []
        if self.denied:
            found.append("denied")
        if self.hedge:
            sure = "" if self.certainty == "unknown" else f" ({self.certainty})"
            found.append(f"hedged: “{self.hedge}”{sure}")
        elif self.certainty not in ("certain", "unknown"):
            found.append(self.certainty)
        return tuple(" ".join(words.split()) for words in found)

    @property
    def passed_on(self) -> tuple[str, ...]:
        """What the relays add to that: whoever tells of it hedges, or denies what it stands in."""
        hedges = [relay.hedge for relay in self.outer if relay.hedge]
        found = ["in what is denied"] if any(relay.denied for relay in self.outer) else []
        found += [f"hedged on the way: “{' … '.join(hedges)}”"] if hedges else []
        return tuple(" ".join(words.split()) for words in found)

    @property
    def hedged(self) -> bool:
        """Whether the words make it less than a plain statement."""
        return bool(self.hedge) or self.certainty in ("probable", "possible", "alleged")


def claims(reading: Reading) -> tuple[ClaimView, ...]:
    """Every claim of a reading, in the order of the text."""
    ordered = sorted(reading.claims, key=lambda claim: (extent(claim), claim.id))
    known = {claim.id: claim for claim in ordered}
    names = {entity.id: entity.name for entity in reading.entities}
    return tuple(_view(reading, claim, number, known, names) for number, claim in enumerate(ordered, 1))


def _view(reading: Reading, claim: Claim, number: int, known: Mapping[str, Claim], names: Names) -> ClaimView:
    text = reading.page.text
    where = extent(claim)
    return ClaimView(
        id=claim.id,
        number=number,
        source=_label(reading, claim, names),
        named=cut(text, claim.source),
        entity=claim.source_entity if claim.source_entity in names else None,
        source_kind=claim.source_kind,
        stance=claim.stance,
        mode=claim.mode,
        certainty=claim.certainty,
        polarity=claim.polarity,
        hedge=cut(text, claim.hedge),
        cue=cut(text, claim.cue),
        content=cut(text, claim.content),
        sentence=sentences_at(reading, where).cut(text),
        outer=_chain(reading, claim, known, names),
        about=tuple(names[entity] for entity in claim.about if entity in names),
        block=_block_at(reading.blocks, where.start),
        spans=tuple(sorted({*claim.source, *claim.cue, *claim.content})),
        score=claim.score,
    )


def _label(reading: Reading, claim: Claim, names: Names) -> str:
    """Who says it, in words: the entity's name, else the words of the text, else that no source is named."""
    name = names.get(claim.source_entity or "")
    if name is None and claim.source_kind == "self":
        name = reading.page.publisher or "the publisher"
    return name or " ".join(cut(reading.page.text, claim.source).split()) or NO_SOURCE


def _chain(reading: Reading, claim: Claim, known: Mapping[str, Claim], names: Names) -> tuple[Relay, ...]:
    _, *around = outward(claim.id, known)
    relays = [
        Relay(_label(reading, each, names), each.stance, cut(reading.page.text, each.hedge), each.polarity)
        for each in around[::-1]
    ]
    return (Relay(carrier(reading), None, "", "affirmed"), *relays)


def told_by(claim: ClaimView) -> str:
    """Through whom a claim came to its page, each with the doubt it adds; empty where it came through nobody.

    "told by A police spokesman (says), and there by an internal source (reports, “may”)"
    """
    relays = [f"{relay.label} ({_added(relay)})" for relay in claim.outer if relay.stance is not None]
    return f"told by {', and there by '.join(relays)}" if relays else ""


def _added(relay: Relay) -> str:
    parts = [(relay.stance or "").replace("_", " "), f"“{relay.hedge}”" if relay.hedge else ""]
    return ", ".join(filter(None, [*parts, "denied" if relay.denied and relay.stance != "denies" else ""]))


def beside_its_page(chain: tuple[str, ...]) -> tuple[str, ...]:
    """The voices of a chain beside its own page, whose publisher heads it and is named only where he speaks himself."""
    return chain[1:] or chain


def carrier(reading: Reading) -> str:
    """Who carries a page and all that stands on it, in words."""
    return reading.page.publisher or "the page"


def extent(claim: Claim) -> Span:
    """From the first to the last character of the claim's spans."""
    spans = [*claim.source, *claim.cue, *claim.content] or [Span(0, 0)]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _block_at(blocks: Sequence[Block], offset: int) -> str | None:
    at = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return blocks[at].id if at >= 0 and offset < blocks[at].end else None


def sentences_at(reading: Reading, where: Span) -> Span:
    """From the first to the last character of all sentences that a stretch of the page touches; itself where none."""
    first = bisect_right(reading.sentences, where.start, key=lambda sentence: sentence.end)
    last = bisect_left(reading.sentences, where.end, key=lambda sentence: sentence.start)
    if first >= last:
        return where
    return Span(reading.sentences[first].start, reading.sentences[last - 1].end)


def sentence_in(text: str, where: Span) -> Span:
    """From the last stop, or gap between blocks, before a stretch of a text to the first after it."""
    ends = [stop.end() for stop in _STOP.finditer(text)]
    start = max((end for end in ends if end <= where.start), default=0)
    return Span(start, min((end for end in ends if end >= where.end), default=len(text)))


def doubts(text: str) -> Iterator[Span]:
    """Where a text has words of doubt or denial, which it may not lose where it is cut."""
    return (Span(*found.span()) for found in _DOUBT.finditer(text))


def shorten(words: str, limit: int) -> str:
    """The words on one line, cut at a word with an ellipsis where they are longer than `limit`.

    A cut never takes away a word of doubt or denial: where one stands in what would go, the words stay whole.
    """
    line = " ".join(words.split())
    if len(line) <= limit:
        return line
    space = line.rfind(" ", 0, limit + 1)
    at = space if space > limit // 2 else limit
    lost = _DOUBT.search(line, space + 1)
    return line if lost else f"{line[:at].rstrip(' ,;:–—-')} …"
