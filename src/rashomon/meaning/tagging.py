"""Doc to tags: where a text says that somebody said something, by syntax.

In: a parsed `Doc`. Out: `Tag`s, each with the spans of source, cue and content. What a tag means (who the source is,
stance, certainty) is the matter of attribution; a trained tagger may take this place.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from rashomon.meaning import phrases, tagging_hedges, tagging_lines, tagging_nouns, tagging_quotes, tagging_verbs
from rashomon.meaning.drafts import Draft
from rashomon.meaning.tagging_quotes import Stretch
from rashomon.spans import Spans

_NESTED = 0.85
"""A statement inside another's needs a reported clause of its own."""
_FIRST_SECOND = frozenset({"i", "we", "you", "me", "us"})


@dataclass(frozen=True, slots=True)
class Tag:
    """One attribution as spans; any of source and cue may be empty. `score` is the rule's confidence, 0..1."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


def tag(doc: Doc) -> tuple[Tag, ...]:
    """The attributions of a Doc, in order."""
    quoted = tagging_quotes.stretches(doc)
    direct = {draft.head: draft for draft in tagging_quotes.find(doc, quoted)}
    firsts = [stretch.first for stretch in quoted]
    drafts: list[Draft] = []
    rules = (tagging_nouns.find, tagging_verbs.find, tagging_lines.find)
    found = {draft.head: draft for rule in rules for draft in rule(doc)}
    for draft in found.values():
        widened = _with_quotes(doc, draft, quoted[_reach(firsts, draft)])
        same = direct.get(draft.head)
        if same is not None and set(same.content) < set(widened.content):
            direct[draft.head] = widened
        elif same is None or not set(same.content) & set(widened.content):
            drafts.append(widened)
    drafts += direct.values()
    whole = {i for stretch in quoted if not stretch.quote.scare for i in stretch.numbers}
    kept = _kept(doc, drafts, whole)
    taken = whole.union(*(set(draft.content) | set(draft.cue) | set(draft.source) for draft in kept))
    kept += [draft for draft in tagging_hedges.find(doc) if not taken & {draft.head, *draft.cue}]
    kept.sort(key=lambda draft: (min(draft.content[0], draft.head), -len(draft.content)))
    return tuple(_tag(doc, draft) for draft in kept)


def _reach(firsts: list[int], draft: Draft) -> slice:
    """The quotations that a content may touch: from the last that begins before it to the one right behind it."""
    return slice(max(0, bisect_right(firsts, draft.content[0]) - 1), bisect_right(firsts, draft.content[-1] + 1))


def _with_quotes(doc: Doc, draft: Draft, quoted: Iterable[Stretch]) -> Draft:
    """The content taken to the end of the quotations that it goes into."""
    content = set(draft.content)
    others = {*draft.cue, *draft.source}
    for stretch in quoted:
        if stretch.first == draft.content[-1] + 1 and not others & set(stretch.numbers):
            content |= set(stretch.numbers)
        elif stretch.first <= draft.content[-1] and draft.content[0] < stretch.end:
            inner = set(stretch.numbers)
            if inner & content and not inner & others and not content <= inner:
                content |= inner
    return replace(draft, content=tuple(phrases.trimmed(doc, content)))


def _kept(doc: Doc, drafts: list[Draft], whole: set[int]) -> list[Draft]:
    """The drafts that stand for themselves, and nested ones that are sure enough; longest content first."""
    ranked = sorted(drafts, key=lambda draft: (-len(draft.content), draft.head))
    owned: set[int] = set()
    kept = []
    for draft in ranked:
        inside = draft.head in owned or draft.head in whole
        if inside and not _nests(doc, draft):
            continue
        kept.append(draft)
        owned.update(draft.content)
    return kept


def _nests(doc: Doc, draft: Draft) -> bool:
    """Whether a statement inside another's content is told in so many words."""
    if draft.score < _NESTED or not draft.source:
        return False
    return not any(doc[i].lower_ in _FIRST_SECOND for i in draft.source)


def _tag(doc: Doc, draft: Draft) -> Tag:
    spans = (phrases.to_spans(doc, part) for part in (draft.source, draft.cue, draft.content))
    source, cue, content = spans
    return Tag(source, cue, content, draft.score)
