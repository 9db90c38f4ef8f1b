"""What a page calls an entity, with the spans: titles, appositions, nouns that stand for it, predicates.

In: the `Ground` of a Doc and an entity. Out: `Description`s in order of the text. A predicate counts where the page
says so in its own voice and denies nothing: what a source calls somebody is the source's claim.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.meaning.entities.tables import former
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.phrases import noun_phrase, to_spans
from rashomon.records import Description, Entity, Mention
from rashomon.spans import Span

_AFTER = 120
"""Characters after a name in which its apposition begins and ends."""
_BESIDE = frozenset({"amod", "compound", "poss", "prep", "nmod"})
_PAST = frozenset({"was", "were"})


def roles(entity: Entity, ground: Ground) -> tuple[Description, ...]:
    """All that the page calls it, in order; of two spans of which one holds the other, the longer."""
    spans = sorted(set(_spans(entity, ground)), key=lambda each: (each[0].start, -each[0].end, each[1]))
    out: list[Description] = []
    for span, past in spans:
        if not out or span.end > out[-1].end:
            out.append(_described(span, ground, past=past))
    return tuple(out)


def _spans(entity: Entity, ground: Ground) -> Iterator[tuple[Span, bool]]:
    """The spans, and whether their verb says that it was so."""
    names = [mention for mention in entity.mentions if mention.form == "name"]
    for mention in names:
        for span in _beside(entity, mention, ground.text):
            yield span, False
        yield from ((span, False) for span in _appositions(mention, ground))
        yield from _predicates(mention, ground)
    for mention in entity.mentions if names else ():
        if mention.form == "nominal" and _tells(mention, ground) and not _names(entity, mention, ground):
            yield Span(mention.start, mention.end), False


def _beside(entity: Entity, mention: Mention, text: str) -> Iterator[Span]:
    """Where the known descriptions stand right before or after a name."""
    for words in entity.descriptions:
        pattern = r"\s+".join(map(re.escape, words.split()))
        before = re.search(rf"(?<!\w){pattern}(?=\s+$)", text[max(0, mention.start - _AFTER) : mention.start])
        if before:
            offset = max(0, mention.start - _AFTER)
            yield Span(offset + before.start(), offset + before.end())
        after = re.match(rf",\s+({pattern})(?!\w)", text[mention.end : mention.end + 2 * _AFTER])
        if after:
            yield Span(mention.end + after.start(1), mention.end + after.end(1))


def _appositions(mention: Mention, ground: Ground) -> Iterator[Span]:
    """The noun phrases that stand beside a name between commas."""
    head = _head(mention, ground)
    for child in head.rights if head is not None else ():
        if child.dep_ == "appos" and child.pos_ == "NOUN" and ground.entity[child.i] is None:
            yield from to_spans(ground.doc, noun_phrase(child))[:1]


def _head(mention: Mention, ground: Ground) -> Token | None:
    tokens = [ground.doc[at] for at in ground.tokens(mention.start, mention.end)]
    return next((each for each in tokens if each.head not in tokens or each.head.i == each.i), None)


def _names(entity: Entity, mention: Mention, ground: Ground) -> bool:
    """Whether a phrase has the entity's own name in it: "the Reed Front"."""
    own = (ground.entity[at] for at in ground.tokens(mention.start, mention.end))
    return any(each is not None and each.id == entity.id for each in own)


def _predicates(mention: Mention, ground: Ground) -> Iterator[tuple[Span, bool]]:
    """What the page says that a named one is or was."""
    head = _head(mention, ground)
    if head is None or head.dep_ != "nsubj" or head.head.lemma_ != "be" or ground.claim[head.head.i] is not None:
        return
    verb = head.head
    if any(child.dep_ in {"neg", "aux", "mark"} for child in verb.children):
        return
    noun = next((child for child in verb.rights if child.dep_ == "attr" and child.pos_ == "NOUN"), None)
    if noun is not None and not any(child.lower_ in {"no", "not"} for child in noun.children):
        for span in to_spans(ground.doc, noun_phrase(noun))[:1]:
            yield span, verb.lower_ in _PAST


def _tells(mention: Mention, ground: Ground) -> bool:
    """Whether a noun that stands for it says more than "the group" does."""
    tokens = [ground.doc[at] for at in ground.tokens(mention.start, mention.end)]
    head = _head(mention, ground)
    return head is not None and any(child.dep_ in _BESIDE and child in tokens for child in head.children)


def _described(span: Span, ground: Ground, *, past: bool) -> Description:
    inside = [ground.doc[at] for at in ground.tokens(*span)]
    over = past or any(_is_former(token) for token in inside)
    time = next((time for token in inside if (time := ground.time[token.i]) is not None), None)
    return Description(
        words=" ".join(span.cut(ground.text).split()),
        start=span.start,
        end=span.end,
        status="former" if over else "current",
        time=time.id if time is not None else None,
    )


def _is_former(token: Token) -> bool:
    return token.lower_ in former() or token.lower_.startswith("ex-")
