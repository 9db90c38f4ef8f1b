"""What a tie can join: names, times, adjectives of peoples and pronouns of a Doc, each with its chain.

In: the `Ground` of a Doc. Out: an `Ends`. A pronoun whose antecedent is not plain has a chain of its own: of use inside
a sentence, but no entity. What is said of the ends does not belong here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from spacy.tokens import Token

from rashomon import layers
from rashomon.meaning.events.frames import resolved
from rashomon.meaning.events.ground import Ground
from rashomon.records import Entity

Kind = Literal["person", "organization", "place", "time", "people", "thing"]

_PERSONS = {
    "he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "hers": "female",
    "herself": "female",
}  # fmt: skip
_SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
_SPEAKERS = frozenset({"we", "our", "us"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_THINGS = frozenset({"it", "its", "itself"})
_ANY = frozenset({"a", "an", "any", "each", "every", "many", "several", "some", "these", "those"})
_RELATIVE = frozenset({"who", "which", "whom", "whose", "that", "where"})
_BODIES = frozenset({
    "company", "firm", "group", "organization", "organisation", "party", "outfit", "agency", "charity", "foundation",
    "university", "institute", "bank", "movement", "trust",
})  # fmt: skip
_LANDS = frozenset({"country", "nation", "region", "province", "state", "city", "town", "village", "island", "kingdom"})


@dataclass(frozen=True, slots=True)
class End:
    """One mention: its tokens [first, last], its head, what it is, and its chain (of an entity: the entity's id)."""

    first: int
    last: int
    head: int
    kind: Kind
    chain: str
    named: bool


class Ends:
    """All ends of a Doc, by token."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._doc = ground.doc
        entities = layers.entities(ground.doc)
        self._by_id = {entity.id: entity for entity in entities}
        self._begin = {mention.start for entity in entities for mention in entity.mentions}
        self.all: list[End] = []
        self.at: list[End | None] = [None] * len(ground.doc)
        for end in self._named():
            self._add(end)
        for token in ground.doc:
            found = self._of_word(token) if self.at[token.i] is None else None
            if found is not None:
                self._add(found)
        self.all.sort(key=lambda end: end.first)

    def of(self, token: Token) -> End | None:
        """The end that a phrase with this head is, that an apposition names, or that a relative pronoun stands for."""
        found = self.at[token.i]
        if found is None and token.pos_ == "NOUN":
            names = (self.at[child.i] for child in token.rights if child.dep_ == "appos")
            return next((end for end in names if end is not None and end.named), None)
        if found is None or found.named:
            return found
        return self.at[resolved(token).i] or found

    def entity(self, end: End) -> Entity | None:
        """The entity of an end, None where it has none."""
        return self._by_id.get(end.chain)

    def _borne(self, noun: Token) -> End | None:
        """The end that a noun is, or is said of: "Lea Marin, a judge who", "Marin is a judge who"."""
        end = self.at[noun.i]
        if end is None and noun.dep_ == "appos":
            end = self.at[noun.head.i]
        if end is None and noun.dep_ in {"attr", "oprd"}:
            end = next((self.at[child.i] for child in noun.head.children if child.dep_ in _SUBJECTS), None)
        return end

    def _add(self, end: End) -> None:
        self.all.append(end)
        for i in range(end.first, end.last + 1):
            self.at[i] = end

    def _named(self) -> Iterator[End]:
        doc, at = self.ground.doc, 0
        while at < len(doc):
            entity, time = self.ground.entity[at], self.ground.time[at]
            last = at
            if entity is not None:
                while last + 1 < len(doc) and self.ground.entity[last + 1] is entity and not self._begins(last + 1):
                    last += 1
                kind: Kind = "thing" if entity.type == "other" else entity.type
                if not _is_common(doc[at : last + 1].root):
                    yield End(at, last, doc[at : last + 1].root.i, kind, entity.id, named=True)
            elif time is not None and time.type in {"DATE", "TIME"}:
                while last + 1 < len(doc) and self.ground.time[last + 1] is time:
                    last += 1
                yield End(at, last, doc[at : last + 1].root.i, "time", time.id, named=True)
            at = last + 1

    def _begins(self, at: int) -> bool:
        return self.ground.doc[at].idx in self._begin

    def _of_word(self, token: Token) -> End | None:
        word = token.lower_
        if token.ent_type_ == "NORP" or (token.pos_ == "ADJ" and token.is_title and not token.is_sent_start):
            place = self.ground.entity_of(token) if token.ent_type_ == "NORP" else None
            return End(token.i, token.i, token.i, "people", place.id if place else "people " + word, named=True)
        if word in {"former", "latter"}:
            return self._of_two(token) if token.head.i == token.i or token.dep_ not in {"amod", "compound"} else None
        kind: Kind
        if word in _PERSONS:
            kind, chain = "person", _PERSONS[word]
        elif word in _SPEAKER:
            kind, chain = "person", "speaker"
        elif word in _SPEAKERS:
            kind, chain = "organization", "speakers"
        elif word in _THINGS:
            kind, chain = "organization", "it"
        elif word in _RELATIVE and token.tag_ in {"WP", "WDT", "WP$", "WRB"}:
            noun = resolved(token) if token.tag_ in {"WP", "WDT"} else _owner(token)
            end = None if noun is token else self._borne(noun)
            if end is None:
                return None
            return End(token.i, token.i, token.i, end.kind, end.chain, named=False)
        elif token.lemma_.lower() in _BODIES and _bare(token):
            kind, chain = "organization", "body " + token.lemma_.lower()
        elif token.lemma_.lower() in _LANDS and _bare(token):
            place = self.ground.antecedents.chained(token)
            return End(token.i, token.i, token.i, "place", place.id, named=False) if place else None
        else:
            return None
        known = self._near(token, kind) or self._referent(token, kind)
        return End(token.i, token.i, token.i, kind, known or chain, named=False)

    def _referent(self, token: Token, kind: Kind) -> str | None:
        if token.pos_ == "NOUN":
            found = self.ground.antecedents.of_description(token)
            entity = self.ground.entity_of(found) if isinstance(found, Token) else found
        else:
            entity = self.ground.referent(token)
        return entity.id if entity is not None and entity.type in {kind, "place"} else None

    def _near(self, token: Token, kind: Kind) -> str | None:
        """Of a pronoun of a person, whom the same one meant before it in the sentence, else the one person named."""
        if kind != "person" or token.lower_ not in _PERSONS:
            return None
        start = token.sent.start
        same = [
            self.at[i] for i in range(start, token.i) if _PERSONS.get(self._doc[i].lower_) == _PERSONS[token.lower_]
        ]
        if same and same[-1] is not None:
            return same[-1].chain
        chains = {end.chain for end in self.at[start : token.i] if end is not None and end.named and end.kind == kind}
        return chains.pop() if len(chains) == 1 else None

    def _of_two(self, token: Token) -> End | None:
        """The one that "the former" or "the latter" stands for: of the last two names joined by "and" before it."""
        ends = dict.fromkeys(end for end in self.at[token.sent.start : token.i] if end is not None and end.named)
        for second, first in pairwise(reversed(ends)):
            joint = [word.lower_ for word in self.ground.doc[first.last + 1 : second.first]]
            if joint in (["and"], [",", "and"]) and first.kind == second.kind:
                meant = first if token.lower_ == "former" else second
                return End(token.i, token.i, token.i, meant.kind, meant.chain, named=False)
        return None


def _is_common(word: Token) -> bool:
    """Whether capitals stand for a common noun: "an ATM", "some PACs"."""
    return word.text.rstrip("s").isupper() and any(child.lower_ in _ANY for child in word.lefts)


def _bare(noun: Token) -> bool:
    """Whether a noun points back: "the group", "this company", with no more words of its own before it."""
    before = [child.lower_ for child in noun.lefts]
    return noun.tag_ == "NN" and len(before) == 1 and before[0] in {"the", "this"}


def _owner(whose: Token) -> Token:
    """The noun that "whose" or "where" stands for."""
    at = whose
    for _ in range(4):
        if at.dep_ == "relcl":
            return at.head
        at = at.head
    return whose
