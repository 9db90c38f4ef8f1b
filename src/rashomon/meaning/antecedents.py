"""Whom a pronoun or a description points back to: he, it, the ministry, the foreign secretary.

In: a Doc with its names, and the head of a source. Out: the token it stands for. Looked at are the subjects and sources
before it, back to the beginning of the paragraph before, never over a heading; a description is also sought among the
words that the page has for its people and among the unnamed sources before it. Coreference is asked where nothing is
found so. What kind of source that is belongs to source_kinds.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import TypeVar

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.meaning import phrases
from rashomon.meaning.source_tables import kind_of_name, tables, words_of
from rashomon.records import Entity
from rashomon.spans import Stretches

_Thing = TypeVar("_Thing")

_SUBJECTS = phrases.SUBJECTS | phrases.PASSIVE_SUBJECTS
_GENDER = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}
_IMPERSONAL = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "their"})
_FIRST_SECOND = frozenset({"i", "we", "you", "me", "us"})
PRONOUNS = frozenset(_GENDER) | _IMPERSONAL | _PLURAL | _FIRST_SECOND
_TEXT = frozenset({"body", "dateline", "quote", "list"})
_HEADS = frozenset({"heading", "title", "standfirst"})
_OF_PLACES = ("ian", "an", "i", "ese", "ic", "ia", "a", "o", "e")
"""Ends that tell a place from the adjective made of it."""
_STEM = 3
_FARTHEST = 60
"""So many subjects and sources before a pronoun are looked at: two paragraphs rarely have more."""


class Antecedents:
    """Looks back in one Doc; `heard` tells it of every source, in order, so that the next may point to it."""

    def __init__(self, doc: Doc, named: Callable[[Token], Entity | None]) -> None:
        self._doc = doc
        self._named = named
        self._places = [token.i for token in doc if _acts(token) and token.pos_ in {"NOUN", "PROPN", "PRON"}]
        sentences = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
        self._sentence = [number for number, sentence in enumerate(sentences) for _ in sentence]
        self._heard: dict[int, Token] = {}
        self._stated: list[tuple[int, Token]] = []
        self._in_block: dict[int, list[int]] = defaultdict(list)
        """Numbers of what is stated, by the block of the source."""
        self._nameless: dict[tuple[str, str], dict[Token, dict[int, int]]] = defaultdict(dict)
        """By lemma and tag, what stands for sources without a name, with the first of these in each block."""
        chained = {
            (mention.start, mention.end): entity
            for entity in layers.entities(doc)
            for mention in entity.mentions
            if mention.form != "name"
        }
        self._chained: dict[int, list[tuple[int, int, Entity]]] = defaultdict(list)
        """By where they begin, descriptions and pronouns: a number, the end, the entity."""
        for number, ((start, end), entity) in enumerate(chained.items()):
            self._chained[start].append((number, end, entity))
        self._quotes = Stretches(quote.span for quote in layers.quotes(doc))
        self._blocks = layers.blocks(doc)
        self._starts = [block.start for block in self._blocks]
        self._genders: dict[str, str] = {}
        self._people = [
            (entity, frozenset(map(_stem, words_of(" ".join(entity.descriptions)))))
            for entity in layers.entities(doc)
            if entity.type == "person" and entity.descriptions
        ]
        self._called: dict[str, list[tuple[Entity, frozenset[str]]]] = defaultdict(list)
        """The same by each word that they are called."""
        for row in self._people:
            for word in row[1]:
                self._called[word].append(row)

    def heard(self, source: Token, stands_for: Token) -> None:
        """Note a source and the token that it stands for, itself where it names somebody."""
        if source.i not in self._heard and source.i not in self._nearest(source.i + 1, 1):
            insort(self._places, source.i)
        self._heard[source.i] = stands_for
        self._in_block[self._block_at(source)].append(len(self._stated))
        self._stated.append((source.i, stands_for))
        entity = self._named(stands_for)
        if entity is None:
            alike = self._nameless[stands_for.lemma_.lower(), stands_for.tag_]
            alike.setdefault(stands_for, {}).setdefault(self._block_at(source), source.i)
        elif source.lower_ in _GENDER:
            self._genders.setdefault(entity.id, _GENDER[source.lower_])

    def of_pronoun(self, pronoun: Token) -> Token | None:
        """The nearest source or subject that fits, sentence by sentence backwards; none that others quote."""
        for sentence in self._sentences_before(pronoun):
            fitting = [
                token
                for token in sentence
                if self._fits(token, pronoun)
                and not self._quoted(token, pronoun)
                and not self._in_aside(token, pronoun)
            ]
            if fitting:
                same = self._sentence[fitting[-1].i] == self._sentence[pronoun.i]
                said = next((token for token in reversed(fitting) if token.i in self._heard), None)
                return self._stands_for(fitting[-1] if same else said or fitting[0])
        return None

    def chained(self, head: Token) -> Entity | None:
        """The entity in whose chain coreference has put the phrase or pronoun; never that of a word inside it."""
        last = head.idx + len(head)
        begun = (each for start in {head.left_edge.idx, head.idx} for each in self._chained.get(start, ()))
        _, _, entity = min((each for each in begun if each[1] >= last), default=(0, 0, None), key=itemgetter(0))
        return entity

    def of_description(self, head: Token) -> Token | Entity | None:
        """Whom "the ministry", "the group", "the official" stands for; None where it is not plain."""
        if head.pos_ not in {"NOUN", "PROPN"}:
            return None
        definite = phrases.is_definite(head)
        if head.tag_ not in {"NNS", "NNPS"}:
            found = self._named_by(head, definite=definite)
            if found is not None:
                return found
        return self._unnamed(head) if definite else None

    def of_statement(self, head: Token) -> Token | None:
        """Who made the statement that says more: "said in a statement ... the statement added"."""
        if not phrases.is_definite(head):
            return None
        lemma = head.lemma_.lower()
        near = (number for block in self._reach(head) for number in self._in_block.get(block, ()))
        for number in sorted(near, reverse=True):
            at, stands = self._stated[number]
            told = (token for token in self._doc[at].sent if token.i < head.i)
            if at < head.i and any(token.lemma_.lower() == lemma for token in told):
                return stands
        return None

    def _named_by(self, head: Token, *, definite: bool) -> Token | Entity | None:
        described = {word.lower_ for word in head.subtree if word.pos_ in {"NOUN", "PROPN", "ADJ"}}
        if head.lemma_.lower() in tables()["words"]["offices"]:
            return self._officer(head, described, definite=definite)
        if not definite or any(child.dep_ not in {"det", "punct", "case"} for child in head.children):
            return None
        return self._body(head)

    def _unnamed(self, head: Token) -> Token | None:
        """The one source without a name before it that has the noun and all that describes it: the official."""
        lemma, words = head.lemma_.lower(), _describing(head)
        if any(child.dep_ in {"poss", "relcl"} for child in head.children):
            return None
        reach = None if lemma in tables()["words"]["offices"] else self._reach(head)
        fitting = (
            stands
            for stands, firsts in self._nameless.get((lemma, head.tag_), {}).items()
            if any(first < head.i for block, first in firsts.items() if reach is None or block in reach)
            and words <= _describing(stands)
        )
        return _only(fitting)

    def _officer(self, head: Token, described: set[str], *, definite: bool) -> Entity | None:
        """The one person whom the page calls so."""
        words = {_stem(word) for each in described for word in words_of(each)}
        if len(words) < 2 and not definite:
            return None
        bearers = min((self._called.get(word, []) for word in words), key=len, default=self._people)
        return _only(entity for entity, known in bearers if words <= known and _before(entity, head))

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

    def _quoted(self, token: Token, pronoun: Token) -> bool:
        """Whether a token stands in a quotation that the pronoun is not in: who speaks is not named in the words."""
        return any(not span.start <= pronoun.idx < span.end for span in self._quotes.over(token.idx))

    def _in_aside(self, token: Token, pronoun: Token) -> bool:
        """Whether a word stands in a relative clause of the pronoun's sentence that the pronoun is not in."""
        same = self._sentence[token.i] == self._sentence[pronoun.i]
        clause = next((each for each in token.ancestors if each.dep_ == "relcl"), None) if same else None
        return clause is not None and pronoun not in clause.subtree

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


def _only(found: Iterator[_Thing]) -> _Thing | None:
    """What alone is found, None where nothing or more is."""
    first, second = next(found, None), next(found, None)
    return first if second is None else None


def _acts(token: Token) -> bool:
    """Whether a noun is the subject of a verb, or who did what a passive verb tells."""
    return token.dep_ in _SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def _stem(word: str) -> str:
    """A word so cut that a place and the adjective made of it are one: Norland, Norlandic."""
    return next((word[: -len(end)] for end in _OF_PLACES if len(word) > len(end) + _STEM and word.endswith(end)), word)


def _describing(head: Token) -> set[str]:
    """The adjectives and nouns before a noun."""
    return {child.lower_ for child in head.children if child.dep_ in {"amod", "compound"} and child.i < head.i}


def _is_of_state(lemma: str) -> bool:
    return lemma in tables()["heads"]["government"]


def _before(entity: Entity, head: Token) -> bool:
    return any(mention.start < head.idx for mention in entity.mentions)
