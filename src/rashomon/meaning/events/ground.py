"""What is looked up token by token for the events of one Doc, in lists made once: entities, times, claims, blocks.

In: a Doc with its layers. Out: a `Ground`. What an event is does not belong here.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.meaning.antecedents import Antecedents
from rashomon.records import Claim, Entity, Time

_HEADS = frozenset({"title", "heading", "caption"})
_STEM = 4
_SPEAKER = frozenset({"i", "we", "me", "us", "my", "our"})
_IT = frozenset({"it", "its"})
_POINTING = frozenset({"he", "she", "him", "her", "his", "it", "its"})
_Cell = TypeVar("_Cell")
_Thing = TypeVar("_Thing")


class Ground:
    """Lists as long as the Doc, and the lemmas of the page."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text
        self._starts = [token.idx for token in doc]
        self._published = layers.published(doc)
        self.lemmas = [token.lemma_.lower() for token in doc]
        self.page = frozenset(self.lemmas)
        self.entity: list[Entity | None] = [None] * len(doc)
        self.time: list[Time | None] = [None] * len(doc)
        self.claim: list[Claim | None] = [None] * len(doc)
        self.role: list[str] = ["body"] * len(doc)
        self._by_id = {entity.id: entity for entity in layers.entities(doc)}
        self._sentences = [token.i for token in doc if token.is_sent_start] or [0]
        self._fill()
        self.claims = {claim.id: claim for claim in layers.claims(doc)}
        self._places: dict[str, list[Entity]] = defaultdict(list)
        """By the letters that an adjective shares with them at least."""
        for entity in layers.entities(doc):
            if entity.type == "place":
                self._places[entity.name.lower()[:_STEM]].append(entity)
        self._adjectives: dict[str, Entity | None] = {}

    @cached_property
    def antecedents(self) -> Antecedents:
        """What pronouns and descriptions point back to; many pages never ask."""
        return Antecedents(self.doc, self.entity_of)

    def tokens(self, start: int, end: int) -> range:
        """The numbers of the tokens that begin in a stretch of the text."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def is_ahead(self, time: Time) -> bool:
        """Whether a time lies after the day on which the page was published."""
        return bool(self._published and time.earliest and time.earliest[:10] > self._published[:10])

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds a token."""
        return bisect_right(self._sentences, at) - 1

    def near(
        self, found: Iterable[_Thing], at: Callable[[_Thing], Token], most: int
    ) -> Iterator[tuple[_Thing, _Thing]]:
        """Each two of some things, in order of the text, that stand at most so many sentences apart."""
        placed = sorted(found, key=lambda each: at(each).i)
        sentences = [self.sentence(at(each).i) for each in placed]
        for number, one in enumerate(placed):
            for two in placed[number + 1 : bisect_right(sentences, sentences[number] + most)]:
                yield one, two

    def _fill(self) -> None:
        doc = self.doc
        for entity in layers.entities(doc):
            for mention in entity.mentions:
                if mention.form == "name":
                    _paint(self.entity, self.tokens(mention.start, mention.end), entity)
        for time in layers.times(doc):
            _paint(self.time, self.tokens(time.start, time.end), time)
        for block in layers.blocks(doc):
            _paint(self.role, self.tokens(block.start, block.end), block.role)
        for claim in sorted(layers.claims(doc), key=_length, reverse=True):
            for start, end in claim.content:
                _paint(self.claim, self.tokens(start, end), claim)

    def heading(self, token: Token) -> bool:
        """Whether a token stands in a title, heading or caption, where tense and articles say little."""
        return self.role[token.i] in _HEADS

    def entity_of(self, token: Token) -> Entity | None:
        """The entity that a phrase with this head names."""
        entity = self.entity[token.i]
        if entity is None and token.dep_ == "appos":
            entity = self.entity[token.head.i]
        if entity is None:
            names = [child for child in token.children if child.dep_ == "appos"]
            entity = next((found for child in names if (found := self.entity[child.i])), None)
        if entity is None and token.ent_type_ == "NORP":
            entity = self.of_adjective(token.lower_)
        return entity

    def referent(self, head: Token) -> Entity | None:
        """The entity that a phrase names, or that a pronoun stands for where only one can be meant."""
        if head.pos_ != "PRON" and head.tag_ != "PRP$":
            return self.entity_of(head)
        word = head.lower_
        claim = self.claim[head.i]
        if word in _SPEAKER:
            return self._by_id.get(claim.source_entity or "") if claim else None
        if word in _IT and claim is not None and claim.source_entity:
            source = self._by_id.get(claim.source_entity)
            if source is not None and source.type in {"organization", "place"}:
                return source
        if word in _POINTING:
            found = self.antecedents.of_pronoun(head)
            return self.entity_of(found) if found is not None else None
        return None

    def of_adjective(self, word: str) -> Entity | None:
        """The place of the page that an adjective is made of: Indian, Iranian, Italian."""
        if word not in self._adjectives:
            self._adjectives[word] = likeliest(word, self.bases(word))
        return self._adjectives[word]

    def bases(self, word: str) -> list[Entity]:
        """The places of the page that an adjective, in lower case, may be made of."""
        return [place for place in self._places.get(word[:_STEM], ()) if _made_of(word, place.name.lower())]


def likeliest(word: str, places: Iterable[Entity]) -> Entity | None:
    """Of the places that an adjective may be made of, one that it begins with, else the longest name."""
    return max(places, key=lambda place: (word.startswith(place.name.lower()), len(place.name)), default=None)


def _made_of(adjective: str, place: str) -> bool:
    """Whether an adjective may be made of the name of a place, both in lower case: "ostian" of "ostia"."""
    size = max(_STEM, len(place) - 2)
    return len(place) >= _STEM and " " not in place and adjective[:size] == place[:size]


def _length(claim: Claim) -> int:
    return sum(end - start for start, end in claim.content)


def _paint(cells: list[_Cell], where: Iterable[int], value: _Cell) -> None:
    for i in where:
        cells[i] = value
