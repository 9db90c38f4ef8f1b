"""Doc to claims: tags, quotations and names put together as `Claim` records in the layer CLAIMS.

In: a Doc with its quotations and entities. Out: `doc._.rashomon_claims`, in order. Where claims stand in the text is
the matter of tagging; spans stay as the tagger gave them, a direct quotation with its marks.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning import phrases, speakers, unsaid
from rashomon.meaning.anonymity import is_request
from rashomon.meaning.certainty import hedging
from rashomon.meaning.source_kinds import Sources
from rashomon.meaning.stance import stance_of
from rashomon.meaning.tagging import LIKELY, Tag, tag
from rashomon.records import Claim, Mode, SourceKind
from rashomon.spans import Span, Spans, trim

_MARKS = frozenset("\"“”„‟«»‹›'‘’‚`.,;: \t\n ")


class Claims:
    """Writes the layer CLAIMS."""

    def __init__(self, least_score: float) -> None:
        self._least = least_score

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its claims."""
        doc._.rashomon_claims = assemble(doc, _claiming(doc, tag(doc, self._least)))
        return doc


@Language.factory("rashomon_claims", default_config={"least_score": LIKELY})
def make_claims(nlp: Language, name: str, least_score: float) -> Claims:  # noqa: ARG001
    """The factory that spaCy calls; attributions less likely than `least_score` are left out."""
    layers.register()
    return Claims(least_score)


def assemble(doc: Doc, tags: Sequence[Tag]) -> tuple[Claim, ...]:
    """The claims that the tags stand for, in order of their first span; unnamed sources join the layer ENTITIES."""
    page = layers.page_id(doc)
    ordered = sorted(tags, key=lambda each: (_first(each), -_length(each.content), each.cue))
    ids = [make_id("claim", page, each.source, each.cue, each.content) for each in ordered]
    parents = _parents(ordered)
    assembler = _Assembler(doc, ordered)
    return tuple(
        assembler.claim(each, ids[at], None if parents[at] is None else ids[parents[at] or 0])
        for at, each in enumerate(ordered)
    )


class _Assembler:
    """What is looked up for every claim of one Doc."""

    def __init__(self, doc: Doc, tags: Sequence[Tag]) -> None:
        self._doc = doc
        self._text = doc.text
        self._token_starts = [token.idx for token in doc]
        self._sources = self._resolved(tags)
        self._mentions = sorted(
            (mention.start, mention.end, entity.id, entity.type)
            for entity in layers.entities(doc)
            for mention in entity.mentions
        )
        self._mention_starts = [row[0] for row in self._mentions]
        self._quotes = [quote for quote in layers.quotes(doc) if quote.depth == 0]
        self._quote_starts = [quote.span.start for quote in self._quotes]

    def claim(self, each: Tag, name: str, parent: str | None) -> Claim:
        """One tag as a claim."""
        doc = self._doc
        source, cue, content = (
            phrases.within(doc, self._token_starts, spans) for spans in (each.source, each.cue, each.content)
        )
        about = self._inside(each.content)
        stance = stance_of(
            [doc[i].lemma_.lower() for i in cue],
            [doc[i].lemma_.lower() for i in content[:8]],
            named_side=any(kind in {"person", "organization"} for _, kind in about),
        )
        hedges = hedging(doc, cue, source, content, stance=stance)
        entity, kind = self._sources[each.source]
        if not source and unsaid.is_guess(doc, cue):
            kind = "self"
        return Claim(
            id=name,
            source=each.source,
            cue=each.cue,
            content=each.content,
            hedge=phrases.to_spans(doc, hedges.words),
            source_entity=entity,
            source_kind=kind,
            stance=stance,
            mode=self._mode(each.content),
            certainty=hedges.certainty,
            polarity=hedges.polarity,
            parent=parent,
            about=tuple(dict.fromkeys(entity_id for entity_id, _ in about)),
            score=each.score,
        )

    def _resolved(self, tags: Sequence[Tag]) -> dict[Spans, tuple[str | None, SourceKind]]:
        """Entity and kind of each source; those without a name that come back become entities of the page."""
        sources = Sources(self._doc)
        numbers = {each.source: phrases.within(self._doc, self._token_starts, each.source) for each in tags}
        found = {words: sources.of(numbers[words]) for words in (each.source for each in tags)}
        heard: dict[int, list[Span]] = defaultdict(list)
        for words in found:
            bearer = sources.bearer(numbers[words])
            if bearer is not None:
                heard[bearer] += words
        made = speakers.unnamed(self._doc, heard)
        for words, (_, kind) in found.items():
            bearer = sources.bearer(numbers[words])
            if bearer in made:
                found[words] = made[bearer].id, kind
        said = {words[0]: entity for words, (entity, _) in found.items() if len(words) == 1 and entity is not None}
        self._doc._.rashomon_entities = speakers.settled(self._doc, (*layers.entities(self._doc), *made.values()), said)
        return found

    def _inside(self, spans: Spans) -> list[tuple[str, str]]:
        """Id and type of the entities named in the spans, in order."""
        return [
            (self._mentions[at][2], self._mentions[at][3])
            for start, end in spans
            for at in range(bisect_left(self._mention_starts, start), bisect_left(self._mention_starts, end))
            if self._mentions[at][1] <= end
        ]

    def _mode(self, content: Spans) -> Mode:
        """Direct where all of the content stands between quotation marks, mixed where some of it does."""
        whole = [self._covered(trim(self._text, span, "".join(_MARKS))) for span in content]
        if all(whole):
            return "direct"
        partly = any(whole) or any(self._touches(span) for span in content)
        return "mixed" if partly else "indirect"

    def _covered(self, span: Span) -> bool:
        at = bisect_right(self._quote_starts, span.start) - 1
        return at >= 0 and self._quotes[at].span.contains(span)

    def _touches(self, span: Span) -> bool:
        at = bisect_left(self._quote_starts, span.end) - 1
        return at >= 0 and self._quotes[at].span.overlaps(span)


def _claiming(doc: Doc, tags: Sequence[Tag]) -> list[Tag]:
    """Those that say more than that their source will not be named: that is why it has no name, and no claim."""
    starts = [token.idx for token in doc]
    return [
        each
        for each in tags
        if not is_request(doc, *(phrases.within(doc, starts, spans) for spans in (each.cue, each.content)))
    ]


def _first(each: Tag) -> int:
    return min(span.start for spans in (each.source, each.cue, each.content) for span in spans)


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)


def _parents(tags: Sequence[Tag]) -> list[int | None]:
    """For each tag, the one with the shortest content that holds its cue and its content."""
    order = sorted(range(len(tags)), key=lambda at: (tags[at].content[0].start, -tags[at].content[-1].end))
    open_: list[int] = []
    around: list[tuple[int, int]] = [(_anchor(tags[at]), at) for at in range(len(tags))]
    parents: list[int | None] = [None] * len(tags)
    coming = iter(order)
    upcoming = next(coming, None)
    for anchor, at in sorted(around):
        while upcoming is not None and tags[upcoming].content[0].start <= anchor:
            open_.append(upcoming)
            upcoming = next(coming, None)
        open_ = [other for other in open_ if tags[other].content[-1].end > anchor]
        holding = [other for other in open_ if other != at and _holds(tags[other], tags[at])]
        parents[at] = min(holding, key=lambda other: (_length(tags[other].content), other), default=None)
    return parents


def _anchor(each: Tag) -> int:
    return (each.cue or each.content)[0].start


def _holds(outer: Tag, inner: Tag) -> bool:
    """Whether cue and content of one stand in the content of the other."""
    inside = (*inner.cue, *inner.content)
    longer = _length(outer.content) > _length(inner.content)
    return longer and all(any(span.contains(part) for span in outer.content) for part in inside)
