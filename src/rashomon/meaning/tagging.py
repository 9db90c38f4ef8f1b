"""Doc to tags: where a text says that somebody said something.

In: a Doc with the encoder's scores. Out: `Tag`s, each with the spans of source, cue and content, in order. What a tag
means (who the source is, stance, certainty) is the matter of attribution.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc

from rashomon import layers
from rashomon.encoder import Scores
from rashomon.meaning import decoding, phrases, tagging_hedges, tagging_verbs, unsaid
from rashomon.meaning.calibration import chance
from rashomon.meaning.drafts import Draft
from rashomon.meaning.linking import Link, link
from rashomon.meaning.stance import stance_of
from rashomon.records import Block
from rashomon.settings import Settings
from rashomon.spans import Span, Spans, Stretches

LIKELY = Settings().least_score
"""Attributions below this chance are left out by default: the best balance of what is missed and what is wrong."""

_TURNS = frozenset({"admits", "denies", "confirms", "alleges", "accuses", "claims_responsibility"})
"""Stances that turn what is said into something else than plainly said."""
_RUNNING = frozenset({"body", "quote", "list"})
"""Roles of blocks that one after the other are one text."""
_QUOTES = "\"“”„‟«»‹›'‘’‚` "
_DASHES = frozenset({"–", "—", "-", "--"})
_WORD = re.compile(r"\S")
_FIRST_SECOND = frozenset({"i", "we", "you", "me", "us"})


@dataclass(frozen=True, slots=True)
class Tag:
    """One attribution as spans; any of source and cue may be empty. `score` is the chance that it is one, 0..1."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


def tag(doc: Doc, least: float = LIKELY) -> tuple[Tag, ...]:
    """The attributions of a Doc that are at least so likely, and the page's own hedges, in order."""
    scores = layers.scores(doc)
    lines = _datelines(doc)
    links = link(scores, decoding.spans(scores), _apart(doc))
    found = [_without(lines, _tag(scores, each)) for each in links]
    kept = _whole(doc.text, list(_said(doc, found, least)))
    kept += _nested(doc, kept)
    voiced = Stretches(span for each in kept for spans in (each.source, each.cue, each.content) for span in spans)
    hedged = (_of_draft(doc, draft) for draft in tagging_hedges.find(doc))
    quoted = Stretches(quote.span for quote in layers.quotes(doc) if not quote.scare)
    own = [each for each in hedged if not any(voiced.overlap(cue) or quoted.overlap(cue) for cue in each.cue)]
    return tuple(sorted((*kept, *own), key=lambda each: (each.content, each.cue)))


def _said(doc: Doc, found: Sequence[Tag], usual: float) -> Iterator[Tag]:
    """Those that somebody says and that are likely enough."""
    starts = [token.idx for token in doc]
    quoted = Stretches(quote.span for quote in layers.quotes(doc))
    for each in (_together(doc, quoted, starts, each) for each in found):
        source, cue, content = (phrases.within(doc, starts, spans) for spans in (each.source, each.cue, each.content))
        if unsaid.is_anybodys(doc, source) and not any(map(quoted.overlap, each.cue)):
            continue
        given = _sourced(doc, each, source, cue, content)
        enough = given.score >= unsaid.least(doc, given.source, cue, content, usual)
        if enough and not unsaid.is_unsaid(doc, given.source, cue, content):
            yield given


def _sourced(doc: Doc, each: Tag, source: Sequence[int], cue: Sequence[int], content: Sequence[int]) -> Tag:
    """The attribution with who says it by syntax where it has no source, and without whom others speak of.

    The words of a source are no part of what is said.
    """
    if source:
        return replace(each, source=()) if unsaid.is_spoken_of(doc, source, cue) else each
    speaker = tagging_verbs.speaker(doc, cue, content)
    kept = [i for i in content if i not in speaker]
    rest = each.content if len(kept) == len(content) else phrases.to_spans(doc, phrases.trimmed(doc, kept))
    return replace(each, source=phrases.to_spans(doc, speaker), content=rest) if speaker and rest else each


def _together(doc: Doc, quoted: Stretches, starts: Sequence[int], each: Tag) -> Tag:
    """The attribution without what stands in other sentences than its cue: only quotations go beyond one."""
    if not doc.has_annotation("SENT_START"):
        return each
    sentence = doc[bisect_right(starts, each.cue[0].start) - 1].sent
    own = Span(sentence.start_char, sentence.end_char)
    near = tuple(span for span in each.content if own.overlaps(span) or quoted.overlap(span))
    far = not any(map(quoted.overlap, each.content)) and not any(map(own.overlaps, each.source))
    return replace(each, source=() if far else each.source, content=near or each.content)


def _apart(doc: Doc) -> list[int]:
    """Where a block starts that says no more of what was said in the one before it: captions, headings, pull quotes."""
    text, blocks = doc.text, layers.blocks(doc)
    return [
        each.start
        for before, each in pairwise(blocks)
        if not {before.role, each.role} <= _RUNNING or _is_pulled(text, each)
    ]


def _is_pulled(text: str, block: Block) -> bool:
    """Whether the words of a quotation stand on the page once more."""
    words = text[block.start : block.end].strip()
    inner = words.strip(_QUOTES)
    return words[:1] in _QUOTES and bool(inner) and text.count(inner) > 1


def _datelines(doc: Doc) -> dict[int, int]:
    """Where datelines begin and where the words after them do."""
    if not doc.has_annotation("SENT_START"):
        return {}
    ends = (sentence[-1] if not sentence[-1].is_space else sentence[-2] for sentence in doc.sents if len(sentence) > 1)
    last = [token for token in ends if token.text in _DASHES]
    return {token.sent.start_char: token.idx + len(token) for token in last}


def _without(lines: Mapping[int, int], each: Tag) -> Tag:
    """The attribution without the dateline before what was said."""
    first, *rest = each.content
    after = lines.get(first.start)
    if after is None or after >= first.end:
        return each
    return replace(each, content=(Span(after + 1, first.end), *rest))


def _whole(text: str, found: Sequence[Tag]) -> list[Tag]:
    """A doubt that nobody is named for belongs to what is said: "he is suspected of theft, a spokesman said"."""
    out = list(found)
    starts = sorted((said.content[0].start, number) for number, said in enumerate(found) if said.source)
    for at, doubt in enumerate(found):
        if doubt.source or len(doubt.content) != 1 or doubt.content[0].start > doubt.cue[0].start:
            continue
        end = doubt.cue[-1].end
        word = _WORD.search(text, end)
        near = starts[bisect_left(starts, (end,)) : bisect_left(starts, ((word.start() if word else len(text)) + 1,))]
        for number in sorted(number for _, number in near):
            said = found[number]
            out[number] = replace(said, content=(Span(doubt.content[0].start, said.content[0].end), *said.content[1:]))
            out[at] = replace(doubt, content=(*doubt.content, *said.content))
    return out


def _nested(doc: Doc, outer: Sequence[Tag]) -> list[Tag]:
    """What is admitted, denied, confirmed or alleged inside other contents, by syntax: police said he admitted it.

    And whatever else somebody says in what is told according to another.
    """
    cues = Stretches(span for each in outer for span in each.cue)
    contents = Stretches(span for each in outer for span in each.content)
    passed_on = Stretches(
        span
        for each in outer
        if "according" in doc.text[each.cue[0].start : each.cue[-1].end].lower()
        for span in each.content
    )
    found = []
    for draft in tagging_verbs.find(doc):
        if any(doc[i].lower_ in _FIRST_SECOND for i in draft.source):
            continue
        each = _of_draft(doc, draft)
        parts = (*each.source, *each.cue, *each.content)
        whole = Span(min(part.start for part in parts), max(part.end for part in parts))
        turns = stance_of([doc[i].lemma_.lower() for i in draft.cue], [], named_side=False) in _TURNS
        if not (turns or passed_on.contain(whole)):
            continue
        if len(each.content) == 1 and contents.contain(whole) and not any(map(cues.overlap, each.cue)):
            found.append(each)
    return found


def _tag(scores: Scores, each: Link) -> Tag:
    source = () if each.source is None else (Span(*scores.characters(each.source)),)
    content = tuple(Span(*scores.characters(span)) for span in each.content)
    return Tag(source, (Span(*scores.characters(each.cue)),), content, chance(scores, each))


def _of_draft(doc: Doc, draft: Draft) -> Tag:
    source, cue, content = (phrases.to_spans(doc, part) for part in (draft.source, draft.cue, draft.content))
    return Tag(source, cue, content, draft.score)
