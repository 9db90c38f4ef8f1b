"""What a page calls an entity, with the spans: titles, appositions, nouns that stand for it, predicates.

In: the `Ground` of a Doc and an entity. Out: `Description`s in order of the text. A predicate counts where the page
says so in its own voice and denies nothing: what a source calls somebody is the source's claim.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from rashomon.meaning.entities.tables import former
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.phrases import heads, hyphened, noun_phrase, to_spans
from rashomon.records import Description, Entity, Mention
from rashomon.spans import Span

_AFTER = 120
"""Characters after a name in which its apposition begins and ends."""
_BESIDE = frozenset({"amod", "compound", "poss", "prep", "nmod"})
_WORD = re.compile(r"\w+")
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
    beside = _Beside(entity.descriptions)
    for mention in names:
        for span in beside.of(mention, ground.text):
            yield span, False
        yield from ((span, False) for span in _appositions(mention, ground))
        yield from _predicates(mention, ground)
    for mention in entity.mentions if names else ():
        if mention.form == "nominal" and _tells(mention, ground) and not _names(entity, mention, ground):
            yield Span(mention.start, mention.end), False


class _Beside:
    """Finds known descriptions right before and after a name, those alone that have the word next to it."""

    def __init__(self, descriptions: Iterable[str]) -> None:
        self._before: dict[str, list[re.Pattern[str]]] = defaultdict(list)
        self._after: dict[str, list[re.Pattern[str]]] = defaultdict(list)
        for words in descriptions:
            pattern = r"\s+".join(map(re.escape, words.split()))
            inside = _WORD.findall(words)
            if inside:
                self._before[inside[-1]].append(re.compile(rf"(?<!\w){pattern}(?=\s+$)"))
                self._after[inside[0]].append(re.compile(rf",\s+({pattern})(?!\w)"))

    def of(self, mention: Mention, text: str) -> Iterator[Span]:
        """Where they stand."""
        offset = max(0, mention.start - _AFTER)
        before, after = text[offset : mention.start], text[mention.end : mention.end + 2 * _AFTER]
        for word in _WORD.findall(before)[-1:]:
            for found in filter(None, (pattern.search(before) for pattern in self._before.get(word, ()))):
                yield Span(offset + found.start(), offset + found.end())
        for word in _WORD.findall(after)[:1]:
            for found in filter(None, (pattern.match(after) for pattern in self._after.get(word, ()))):
                yield Span(mention.end + found.start(1), mention.end + found.end(1))


def _appositions(mention: Mention, ground: Ground) -> Iterator[Span]:
    """The noun phrases that stand beside a name between commas."""
    head = head_of(mention, ground)
    for child in head.rights if head is not None else ():
        if child.dep_ == "appos" and child.pos_ == "NOUN" and ground.entity[child.i] is None:
            yield from to_spans(ground.doc, noun_phrase(child))[:1]


def head_of(mention: Mention, ground: Ground) -> Token | None:
    """The head of a mention's words; None where it has none."""
    return next(iter(heads(ground.doc[at] for at in ground.tokens(mention.start, mention.end))), None)


def _names(entity: Entity, mention: Mention, ground: Ground) -> bool:
    """Whether a phrase has the entity's own name in it: "the Reed Front"."""
    own = (ground.entity[at] for at in ground.tokens(mention.start, mention.end))
    return any(each is not None and each.id == entity.id for each in own)


def _predicates(mention: Mention, ground: Ground) -> Iterator[tuple[Span, bool]]:
    """What the page says that a named one is or was."""
    head = head_of(mention, ground)
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
    head = head_of(mention, ground)
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
    return token.lower_ in former() or "".join(each.lower_ for each in hyphened(token)) in former()
