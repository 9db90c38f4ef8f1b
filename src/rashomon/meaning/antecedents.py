"""Whom a pronoun or a description points back to: he, it, the ministry, the foreign secretary.

In: a Doc with its names, and the head of a source. Out: the token it stands for. Looked at are the subjects and sources
before it, back to the beginning of the paragraph before, never over a heading; a description is also sought among the
words that the page has for its people. What kind of source that is belongs to source_kinds.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.meaning import phrases
from rashomon.meaning.source_tables import kind_of_name, tables, words_of
from rashomon.records import Entity

_SUBJECTS = phrases.SUBJECTS | phrases.PASSIVE_SUBJECTS
_GENDER = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}
_IMPERSONAL = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "their"})
_FIRST_SECOND = frozenset({"i", "we", "you", "me", "us"})
PRONOUNS = frozenset(_GENDER) | _IMPERSONAL | _PLURAL | _FIRST_SECOND
_TEXT = frozenset({"body", "dateline", "quote", "list"})
_HEADS = frozenset({"heading", "title", "standfirst"})
_FARTHEST = 60
"""So many subjects and sources before a pronoun are looked at: two paragraphs rarely have more."""


class Antecedents:
    """Looks back in one Doc; `heard` tells it of every source, in order, so that the next may point to it."""

    def __init__(self, doc: Doc, named: Callable[[Token], Entity | None]) -> None:
        self._doc = doc
        self._named = named
        self._places = [token.i for token in doc if token.dep_ in _SUBJECTS and token.pos_ in {"NOUN", "PROPN", "PRON"}]
        sentences = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
        self._sentence = [number for number, sentence in enumerate(sentences) for _ in sentence]
        self._heard: dict[int, Token] = {}
        self._blocks = layers.blocks(doc)
        self._starts = [block.start for block in self._blocks]
        self._genders: dict[str, str] = {}
        self._people = [
            (entity, frozenset(words_of(" ".join(entity.descriptions))))
            for entity in layers.entities(doc)
            if entity.type == "person" and entity.descriptions
        ]

    def heard(self, source: Token, stands_for: Token) -> None:
        """Note a source and the token that it stands for, itself where it names somebody."""
        if source.i not in self._heard and source.i not in self._nearest(source.i + 1, 1):
            insort(self._places, source.i)
        self._heard[source.i] = stands_for
        entity = self._named(stands_for)
        if entity is not None and source.lower_ in _GENDER:
            self._genders.setdefault(entity.id, _GENDER[source.lower_])

    def of_pronoun(self, pronoun: Token) -> Token | None:
        """The nearest source or subject that fits, sentence by sentence backwards."""
        for sentence in self._sentences_before(pronoun):
            fitting = [token for token in sentence if self._fits(token, pronoun)]
            if fitting:
                same = self._sentence[fitting[-1].i] == self._sentence[pronoun.i]
                said = next((token for token in reversed(fitting) if token.i in self._heard), None)
                return self._stands_for(fitting[-1] if same else said or fitting[0])
        return None

    def of_description(self, head: Token) -> Token | Entity | None:
        """The name that "the ministry", "the group" or "the foreign secretary" stands for; None where none is plain."""
        if head.pos_ not in {"NOUN", "PROPN"} or head.tag_ in {"NNS", "NNPS"}:
            return None
        described = {word.lower_ for word in head.subtree if word.pos_ in {"NOUN", "PROPN", "ADJ"}}
        definite = any(child.lower_ == "the" for child in head.children)
        if head.lemma_.lower() in tables()["words"]["offices"]:
            return self._officer(head, described, definite=definite)
        if not definite or any(child.dep_ not in {"det", "punct", "case"} for child in head.children):
            return None
        return self._body(head)

    def _officer(self, head: Token, described: set[str], *, definite: bool) -> Entity | None:
        """The one person whom the page calls so."""
        words = {word for each in described for word in words_of(each)}
        if len(words) < 2 and not definite:
            return None
        found = [entity for entity, known in self._people if words <= known and _before(entity, head)]
        return found[0] if len(found) == 1 else None

    def _body(self, head: Token) -> Token | None:
        """The body last named that has the word in its name, or that last spoke or acted where the word is general."""
        lemma = head.lemma_.lower()
        general = lemma in tables()["words"]["general"]
        for sentence in self._sentences_before(head):
            for token in reversed(sentence):
                stands = self._stands_for(token)
                entity = self._named(stands)
                if entity is None or entity.type == "person":
                    continue
                kind = kind_of_name(entity.name)
                group = kind == "organization"  # of a liberation army nobody says "the army"
                if lemma in words_of(" ".join((entity.name, *entity.aliases))) and not (group and _is_of_state(lemma)):
                    return stands
                if general and entity.type == "organization" and (group or kind is None):
                    return stands
        return None

    def _stands_for(self, token: Token) -> Token:
        return self._heard.get(token.i, token)

    def _fits(self, token: Token, pronoun: Token) -> bool:
        """Whether a subject or source fits a pronoun: a person for he, a body for it, several for they."""
        token = self._stands_for(token)
        if token.pos_ == "PRON":
            return False
        entity = self._named(token)
        lemma = token.lemma_.lower()
        gender = _GENDER.get(pronoun.lower_)
        if gender is not None:
            if entity is None:
                return lemma in tables()["words"]["offices"] and token.tag_ not in {"NNS", "NNPS"}
            return entity.type == "person" and self._gender(entity) in {None, gender}
        if pronoun.lower_ in _IMPERSONAL:
            body = any(lemma in words for words in tables()["heads"].values()) and token.tag_ not in {"NNS", "NNPS"}
            return entity.type in {"organization", "place"} if entity else body
        return pronoun.lower_ in _PLURAL and (token.tag_ in {"NNS", "NNPS"} or lemma == "police")

    def _gender(self, entity: Entity) -> str | None:
        """What the page shows by he, she, Mr, Mrs, spokeswoman ..."""
        if entity.id not in self._genders:
            words = words_of(" ".join(entity.descriptions))
            for gender in ("male", "female"):
                if any(word in tables()["words"][gender] for word in words):
                    self._genders[entity.id] = gender
        return self._genders.get(entity.id)

    def _sentences_before(self, token: Token) -> Iterator[list[Token]]:
        """The subjects and sources before a token, by sentence, nearest sentence first, in reach."""
        blocks = self._reach(token)
        sentence: list[Token] = []
        for i in reversed(self._nearest(token.i, _FARTHEST)):
            other = self._doc[i]
            at = self._block_at(other)
            if at < min(blocks):
                break
            if at not in blocks:
                continue
            if sentence and self._sentence[i] != self._sentence[sentence[0].i]:
                yield sentence
                sentence = []
            sentence.insert(0, other)
        if sentence:
            yield sentence

    def _nearest(self, before: int, most: int) -> list[int]:
        """The last places of subjects and sources before a token, in order."""
        end = bisect_left(self._places, before)
        return self._places[max(end - most, 0) : end]

    def _reach(self, token: Token) -> set[int]:
        """The block of a token and, in the running text, the paragraph before, whatever is set apart between them."""
        own = self._block_at(token)
        if self._blocks[own].role in _TEXT:
            for at in range(own - 1, -1, -1):
                if self._blocks[at].role in _TEXT:
                    return {own, at}
                if self._blocks[at].role in _HEADS:
                    break
        return {own}

    def _block_at(self, token: Token) -> int:
        return max(bisect_right(self._starts, token.idx) - 1, 0)


def _is_of_state(lemma: str) -> bool:
    return lemma in tables()["heads"]["government"]


def _before(entity: Entity, head: Token) -> bool:
    return any(mention.start < head.idx for mention in entity.mentions)
