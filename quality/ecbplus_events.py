"""Event mentions of ECB+ to groups, by the likeness and the grouping that a case uses.

In: texts, the topic of each. Out: groups of mentions. What takes part is read from the parse; there are no readings,
so that types, names, times and figures say nothing here.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from spacy.tokens import Token

from quality.ecbplus_texts import Mention, Text
from rashomon.fusion import event_likeness
from rashomon.fusion.event_forms import NEAR, telling
from rashomon.fusion.happenings import Happening, Party, Side
from rashomon.fusion.linkage import average_link
from rashomon.graph import Link

_KIND = "event_mentions"
_WIDEST = 5
"""Tokens of a phrase on each side of its head."""

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_PLACE_WORDS = frozenset({"in", "at", "near"})
_OBJECTS = frozenset({"nsubjpass", "dobj", "dative", "attr"})


def groups(texts: Sequence[Text], topics: Sequence[int]) -> list[list[str]]:
    """Ids of mentions, event by event."""
    out = []
    for row in by_topic(texts, topics):
        links = [
            Link(one.id, two.id, event_likeness.likeness(first, second), "maybe", ())
            for (one, first), (two, second) in combinations(row, 2)
        ]
        ids = [mention.id for mention, _ in row]
        out += [list(group) for group in average_link(ids, links, (), event_likeness.least())]
    return out


def by_topic(texts: Sequence[Text], topics: Sequence[int]) -> Iterator[list[tuple[Mention, Happening]]]:
    """Mentions with what their texts say of them, topic by topic."""
    rows: dict[int, list[tuple[Mention, Happening]]] = defaultdict(list)
    for text, topic in zip(texts, topics, strict=True):
        rows[topic] += [(mention, happening(text, mention)) for mention in text.mentions(_KIND)]
    return (rows[topic] for topic in sorted(rows))


def happening(text: Text, mention: Mention) -> Happening:
    """What a text says of an event mention."""
    head = text.doc[mention.head]
    around = [at for at in text.around(mention) if not text.doc[at].is_punct]
    return Happening(
        type=event_likeness.OTHER,
        head=text.stems[mention.head],
        trigger=" ".join(text.doc[at].text for at in mention.tokens),
        parties=tuple(sorted({_party(side, token) for side, token in _arguments(head)})),
        denied=any(child.dep_ == "neg" for child in head.children),
        real=not any(child.tag_ == "MD" and child.dep_ == "aux" for child in head.children),
        sentence=telling(text.stems[at] for at in around),
        near=telling(text.stems[at] for at in around if abs(at - mention.head) <= NEAR),
        page=text.page,
    )


def _party(side: Side, head: Token) -> Party:
    words = [token.text for token in head.subtree if abs(token.i - head.i) <= _WIDEST]
    return Party(side, " ".join(words), named=False)


def _arguments(head: Token) -> Iterator[tuple[Side, Token]]:
    """What hangs on an event word, and what it hangs on or shares."""
    passive = any(child.dep_ in {"nsubjpass", "auxpass"} for child in head.children)
    verb = head.pos_ == "VERB"
    agent = False
    for child in head.children:
        if child.dep_ == "nsubj" or (child.dep_ == "poss" and not verb):
            agent = True
            yield "agent", child
        elif child.dep_ in _OBJECTS or (child.dep_ in {"compound", "amod"} and head.pos_ == "NOUN"):
            yield "object", child
        elif child.dep_ in {"prep", "agent"}:
            yield from _inside(child)
    if head.dep_ == "relcl":
        yield "object" if passive else "agent", head.head
    elif head.dep_ == "acl":
        yield "object", head.head
    elif verb and not agent and not passive and head.dep_ in {"conj", "xcomp", "advcl"}:
        yield from (("agent", child) for child in head.head.children if child.dep_ == "nsubj")


def _inside(preposition: Token) -> Iterator[tuple[Side, Token]]:
    for child in preposition.children:
        if child.dep_ not in {"pobj", "pcomp"} or child.ent_type_ in {"DATE", "TIME"}:
            continue
        if preposition.dep_ == "agent":
            yield "agent", child
        elif child.ent_type_ in _PLACE_LABELS or preposition.lower_ in _PLACE_WORDS:
            yield "place", child
        else:
            yield ("object" if preposition.lower_ == "of" else "instrument"), child
