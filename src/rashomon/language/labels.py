"""What names, peoples, times and sums of money are called in spaCy: entity labels on the tokens of a Doc.

In: a parsed `Doc` with the layers entities and times. Out: its entities in spaCy's own place (`doc.ents`), which later
stations and anybody's rules read. A Doc that has such labels already keeps them. What is a name or a time is not
decided here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from spacy.language import Language
from spacy.tokens import Doc, Span

from rashomon import layers
from rashomon.language.lexicon import lexicon
from rashomon.records import EntityType, TimeType

_NAMES: Mapping[EntityType, str] = MappingProxyType({"person": "PERSON", "organization": "ORG", "place": "GPE"})
_TIMES: Mapping[TimeType, str] = MappingProxyType({"DATE": "DATE", "DURATION": "DATE", "SET": "DATE", "TIME": "TIME"})
_PEOPLE = re.compile(r"[A-Z][a-z]+(?:ans?|ish|ese|i|is|ists?)")
_OF_PEOPLES = frozenset({"JJ", "NNP", "NNPS", "NNS", "NN"})
"""Tags of peoples and of adjectives of them: Pakistani, Pakistanis, Pakistani soldiers."""
_SIGNS = frozenset("$£€¥₹₨₽₩")
_CURRENCIES = frozenset({
    "afghani", "cent", "crown", "dinar", "dirham", "dollar", "euro", "franc", "krona", "krone", "lira", "naira",
    "penny", "peso", "pound", "rand", "rial", "riyal", "rouble", "ruble", "rupee", "shekel", "taka", "won", "yen",
    "yuan",
})  # fmt: skip
_OF_DOLLARS = frozenset({"us", "u.s.", "c", "a"})


class Labels:
    """Writes `doc.ents` where nobody has."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its labels."""
        if not doc.has_annotation("ENT_IOB"):
            taken: set[int] = set()
            kept = []
            for span in (*_names(doc), *_times(doc), *_money(doc), *_peoples(doc)):
                if taken.isdisjoint(range(span.start, span.end)):
                    taken.update(range(span.start, span.end))
                    kept.append(span)
            doc.set_ents(kept, default="outside")
        return doc


@Language.factory("rashomon_labels")
def make_labels(nlp: Language, name: str) -> Labels:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Labels()


def _names(doc: Doc) -> Iterator[Span]:
    for entity in layers.entities(doc):
        if entity.type in _NAMES:
            named = (mention for mention in entity.mentions if mention.form == "name")
            yield from _spans(doc, ((mention.start, mention.end) for mention in named), _NAMES[entity.type])


def _times(doc: Doc) -> Iterator[Span]:
    for time in layers.times(doc):
        yield from _spans(doc, [(time.start, time.end)], _TIMES[time.type])


def _spans(doc: Doc, places: Iterable[tuple[int, int]], label: str) -> Iterator[Span]:
    for start, end in places:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None:
            yield span


def _peoples(doc: Doc) -> Iterator[Span]:
    """Peoples, and adjectives of them."""
    demonyms = lexicon().demonyms
    for token in doc:
        text = token.text
        listed = text in demonyms or text.removesuffix("s") in demonyms
        shaped = token.tag_ == "JJ" and _PEOPLE.fullmatch(text)
        if text[0].isupper() and token.tag_ in _OF_PEOPLES and (listed or shaped):
            yield Span(doc, token.i, token.i + 1, label="NORP")


def _money(doc: Doc) -> Iterator[Span]:
    """A sign and its number, or a number and its currency: $2.5 million, 300 rupees, 40 US dollars."""
    at = 0
    while at < len(doc):
        start = last = at
        while last < len(doc) and doc[last].like_num:
            last += 1
        at = max(last, at + 1)
        if last == start:
            continue
        signed = start > 0 and doc[start - 1].text[-1] in _SIGNS
        of_dollars = last + 1 < len(doc) and doc[last].lower_ in _OF_DOLLARS
        unit = last + of_dollars
        if unit < len(doc) and doc[unit].lemma_.lower() in _CURRENCIES:
            yield Span(doc, start - signed, unit + 1, label="MONEY")
        elif signed:
            yield Span(doc, start - 1, last, label="MONEY")
