"""Attributions of words between quotation marks: "...," said X; X said: "..."; and paragraphs of quotation that follow.

In: a parsed `Doc` with the layer QUOTES. Out: drafts. A quotation inside a reported clause is the clause's matter (see
tagging).
"""

from bisect import bisect_left
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.layers import Quote
from rashomon.meaning import phrases
from rashomon.meaning.cues import cues
from rashomon.meaning.drafts import Draft
from rashomon.meaning.tagging_verbs import cue_of, source_of

_SURE, _NEAR, _FOLLOWS = 0.95, 0.8, 0.7
_AFTER, _BEFORE = 30, 40
"""Tokens on either side of a quotation in which its verb is looked for."""
_GAP = 60
"""Tokens that may stand between a quotation and the one that goes on from it."""
_STOPS = frozenset({".", "?", "!", ";"})
_LEADS = frozenset({",", ":", "-", "--", "–", "—"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """One outermost quotation as token numbers, marks included: `[first, end)`."""

    quote: Quote
    first: int
    end: int
    last_sign: str
    """The sign before the closing mark."""

    @property
    def numbers(self) -> range:
        """The tokens, marks included."""
        return range(self.first, self.end)


def stretches(doc: Doc) -> list[Stretch]:
    """The outermost quotations that are more than a word set off."""
    starts = [token.idx for token in doc]
    text = doc.text
    out = []
    for quote in layers.quotes(doc):
        if quote.depth == 0:
            first, end = bisect_left(starts, quote.span.start), bisect_left(starts, quote.span.end)
            if first < end:
                out.append(Stretch(quote, first, end, quote.inner.cut(text)[-1:]))
    return out


def find(doc: Doc, quoted: list[Stretch]) -> list[Draft]:
    """The attributions of quotations that stand for themselves, parts that one verb joins put together."""
    inside = {i for stretch in quoted for i in stretch.numbers}
    by_head: dict[int, Draft] = {}
    last: Draft | None = None
    end_of_last = -1
    for stretch in quoted:
        if stretch.quote.scare:
            continue
        found = _after(doc, stretch, inside) or _before(doc, stretch, inside)
        if found is None and last is not None and _continues(doc, stretch, max(end_of_last, *last.cue, 0)):
            found = replace(by_head[last.head], content=tuple(stretch.numbers), score=_FOLLOWS)
        if found is None:
            continue
        held = by_head.get(found.head)
        content = (*held.content, *found.content) if held else found.content
        last = replace(held or found, content=content)
        by_head[found.head] = last
        end_of_last = stretch.end
    return list(by_head.values())


def _after(doc: Doc, stretch: Stretch, inside: set[int]) -> Draft | None:
    """The verb behind a quotation: "...," said X; "...?" X asked."""
    last = stretch.last_sign
    window: list[Token] = []
    for i in range(stretch.end, min(stretch.end + _AFTER, len(doc))):
        token = doc[i]
        if i in inside:
            if not window:
                return None
            continue
        if token.is_space and "\n" in token.text:
            break
        if token.text in _STOPS:
            break
        if not token.is_space:
            window.append(token)
    if not window or (last in {".", "…", "..."} and (window[0].text[:1].isupper() or window[0].text in _LEADS)):
        return None
    for place, token in enumerate(window):
        if token.text in {",", ":"} and place > 0 and not _apposition(window, place):
            return None
        if token.lemma_.lower() in cues().quotation and token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBG":
            if place == 0 and token.tag_ == "VBN":
                return None
            source = _speaker(token, inside) or _neighbours(window, place)
            found = _draft(token, source, stretch, _SURE) if source else None
            return found if found and _adjoins(window, found) else None
    return None


def _adjoins(window: list[Token], found: Draft) -> bool:
    """Whether speaker or verb stand right behind the quotation."""
    first = next((token for token in window if token.text not in _LEADS), window[0])
    return first.i in found.source or first.i in found.cue or first.dep_ == "advmod"


def _apposition(window: list[Token], place: int) -> bool:
    """Whether a comma belongs to the speaker's description: "...," Mr X, a farmer, said."""
    return any(token.lemma_.lower() in cues().quotation and token.pos_ == "VERB" for token in window[place:])


def _neighbours(window: list[Token], place: int) -> list[int]:
    """The words between quotation and verb, or those after the verb, where the parse names no subject."""
    before = [token.i for token in window[:place] if token.dep_ not in {"aux", "auxpass", "neg", "advmod"}]
    if before:
        return phrases.trimmed(window[0].doc, before)
    after = []
    for token in window[place + 1 :]:
        if token.text in _LEADS or token.pos_ in {"VERB", "ADP", "SCONJ"}:
            break
        after.append(token.i)
    return phrases.trimmed(window[0].doc, after) if after else []


def _before(doc: Doc, stretch: Stretch, inside: set[int]) -> Draft | None:
    """The verb before a quotation: X said, "..."; X told Y: "..."; or only a colon."""
    at = stretch.first - 1
    while at >= 0 and doc[at].is_space and "\n\n" not in doc[at].text:
        at -= 1
    if at < 0 or doc[at].is_space:
        return None
    lead = doc[at]
    direct = lead.lemma_.lower() in cues().quotation and lead.pos_ == "VERB"
    if lead.text not in _LEADS and not direct:
        return None
    for i in range(at, max(-1, at - _BEFORE), -1):
        token = doc[i]
        if i in inside or (i < at and token.text in _STOPS) or (token.is_space and "\n" in token.text):
            break
        if token.lemma_.lower() in cues().quotation and token.pos_ in {"VERB", "AUX"}:
            source = _speaker(token, inside)
            if source:
                return _draft(token, source, stretch, _SURE if lead.text != "," or i >= at - 8 else _NEAR)
    return _colon(doc, lead, stretch) if lead.text == ":" else None


def _colon(doc: Doc, lead: Token, stretch: Stretch) -> Draft | None:
    """X was blunt: "..."."""
    found = next((token for token in lead.sent if token.dep_ in phrases.SUBJECTS and token.i < lead.i), None)
    source = phrases.noun_phrase(found) if found is not None else _line_start(doc, lead)
    return Draft(lead.i, (lead.i,), tuple(source), tuple(stretch.numbers), _NEAR) if source else None


def _line_start(doc: Doc, lead: Token) -> list[int]:
    """The words of a line before its colon, as in an interview or a headline: X: "..."."""
    words = [i for i in range(lead.sent.start, lead.i) if not doc[i].is_space]
    return words if 0 < len(words) <= 8 else []


def _continues(doc: Doc, stretch: Stretch, end: int) -> bool:
    """Whether a quotation goes on from the last one: a sentence of its own, and only that one's sentence between."""
    first = doc[stretch.first + 1] if stretch.first + 1 < len(doc) else doc[stretch.first]
    if not first.text[:1].isupper() and first.text not in {"…", "...", "["}:
        return False
    if stretch.first - end > _GAP:
        return False
    between = doc[end + 1 : stretch.first]
    closing = [token for token in between if token.text in _STOPS]
    breaks = sum(token.is_space and token.text.count("\n") > 1 for token in between)
    if breaks:
        closed = all(token.is_space or token.text in _STOPS or token.is_punct for token in between)
        return breaks == 1 and (closed or len(closing) <= 1) and _fills_paragraph(doc, stretch)
    return len(closing) <= 1 and _stops_before(doc, stretch)


def _stops_before(doc: Doc, stretch: Stretch) -> bool:
    at = stretch.first - 1
    while at >= 0 and doc[at].is_space:
        at -= 1
    return at >= 0 and (doc[at].text in _STOPS or doc[at].text[-1:] in ".?!")


def _fills_paragraph(doc: Doc, stretch: Stretch) -> bool:
    """Whether the quotation is the whole paragraph."""
    before = doc[stretch.first - 1] if stretch.first else None
    after = doc[stretch.end] if stretch.end < len(doc) else None
    return (before is None or before.is_space) and (after is None or "\n" in after.text)


def _speaker(verb: Token, inside: set[int]) -> list[int]:
    source = source_of(verb)
    if source and not any(i in inside for i in source):
        return source
    return []


def _draft(verb: Token, source: list[int], stretch: Stretch, score: float) -> Draft:
    cue = [i for i in cue_of(verb, None) if i not in source and i not in stretch.numbers]
    return Draft(verb.i, tuple(cue), tuple(sorted(source)), tuple(stretch.numbers), score)
