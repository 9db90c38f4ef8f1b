"""Who the source of a statement is: the entity behind its words, and what kind of source it is.

In: a Doc with its names, and the token numbers of a source. Out: an entity id or None, and a kind. A pronoun takes the
nearest person (or body) that was the subject just before, in the same or the preceding sentence of the paragraph.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import cast

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.meaning import phrases
from rashomon.records import Entity, SourceKind

_PERSONAL = frozenset({"he", "she", "his", "her", "him"})
_IMPERSONAL = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "their", "we", "i", "you"})
_SUBJECTS = phrases.SUBJECTS | phrases.PASSIVE_SUBJECTS
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_WORD = re.compile(r"\w+")


class Sources:
    """Looks up the sources of one Doc; built once for it."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        page = layers.page(doc)
        self._publisher = page.publisher.casefold() if page and page.publisher else None
        mentions = sorted(
            (mention.start, mention.end, at)
            for at, entity in enumerate(layers.entities(doc))
            for mention in entity.mentions
            if mention.form == "name"
        )
        self._entities = layers.entities(doc)
        self._mentions = mentions
        self._starts = [start for start, _, _ in mentions]

    def entity_at(self, token: Token) -> Entity | None:
        """The entity whose name holds the token."""
        place = bisect_right(self._starts, token.idx) - 1
        if place < 0 or self._mentions[place][1] <= token.idx:
            return None
        return self._entities[self._mentions[place][2]]

    def of(self, source: Sequence[int]) -> tuple[str | None, SourceKind]:
        """The entity and kind of a source's words."""
        if not source:
            return None, "unnamed"
        head = self._head(source)
        if head.lower_ in _RELATIVE:
            head = self._antecedent(head)
        if head.lower_ in _PERSONAL | _IMPERSONAL | _PLURAL:
            head = self._before(head) or head
        entity = self._named(head)
        if entity is not None:
            return entity.id, self._kind_of_name(entity)
        return None, self._kind_of_noun(head)

    def _head(self, source: Sequence[int]) -> Token:
        inside = set(source)
        for i in source:
            token = self._doc[i]
            if token.head.i not in inside or token.head.i == token.i:
                return token
        return self._doc[source[0]]

    def _antecedent(self, pronoun: Token) -> Token:
        verb: Token = pronoun.head
        while verb.dep_ in {"conj", "xcomp", "ccomp"} and verb.head.i != verb.i:
            verb = verb.head
        return verb.head if verb.dep_ == "relcl" else pronoun

    def _named(self, head: Token) -> Entity | None:
        """The name that the phrase is, or that stands beside its head in apposition."""
        entity = self.entity_at(head)
        if entity is not None:
            return entity
        for child in head.children:
            if child.dep_ in {"appos", "nmod", "compound"} and child.i > head.i:
                entity = self.entity_at(child)
                if entity is not None:
                    return entity
        return None

    def _before(self, pronoun: Token) -> Token | None:
        """The subject nearest before a pronoun that it can stand for, itself or what it stands for."""
        sentence = pronoun.sent
        at = sentence.start
        for start, end in ((at, pronoun.i), _preceding(at, self._doc)):
            for token in reversed(self._doc[start:end]):
                if self._can_be(token, pronoun):
                    return token
        return None

    def _can_be(self, token: Token, pronoun: Token) -> bool:
        """Whether a subject or source fits a pronoun: a person for he, a body for it, several for they."""
        speaker = token.dep_ == "pobj" and token.head.lower_ in {"by", "to"} and token.head.head.lower_ == "according"
        if not (token.dep_ in _SUBJECTS or speaker) or token.pos_ not in {"PROPN", "NOUN"}:
            return False
        entity = self._named(token)
        lemma = token.lemma_.lower()
        if pronoun.lower_ in _PERSONAL:
            return entity.type == "person" if entity else lemma in _tables()["words"]["offices"]
        if pronoun.lower_ in _IMPERSONAL:
            body = any(lemma in words for words in _tables()["heads"].values())
            return entity.type in {"organization", "place"} if entity else body
        return pronoun.lower_ == "they" and token.tag_ in {"NNS", "NNPS"}

    def _kind_of_name(self, entity: Entity) -> SourceKind:
        name = entity.name.casefold()
        if self._publisher and name in {self._publisher, self._publisher.removeprefix("the ")}:
            return "self"
        if entity.type == "person":
            return "person"
        if entity.type == "place":
            return "government"
        return _kind_by_words(name) or "organization"

    def _kind_of_noun(self, head: Token) -> SourceKind:
        tables = _tables()
        lemma = head.lemma_.lower()
        plural = head.tag_ in {"NNS", "NNPS"}
        counted = any(child.lower_ in tables["words"]["quantities"] for child in head.children)
        for kind, words in tables["heads"].items():
            if lemma in words and not (kind == "government" and lemma == "authority" and plural):
                return cast(SourceKind, kind)
        if plural and counted and head.pos_ in {"PROPN", "ADJ"}:
            return "public"
        by_name = _kind_by_words(head.text.casefold()) if head.pos_ == "PROPN" else None
        if by_name is None and head.ent_type_ == "PERSON":
            return "person"
        if by_name is None and head.ent_type_ in {"GPE", "NORP"} and not plural:
            return "government"
        return by_name or "unnamed"


def _preceding(start: int, doc: Doc) -> tuple[int, int]:
    """The sentence before, if no blank line parts it from what follows."""
    if start == 0:
        return 0, 0
    last = doc[start - 1]
    if last.is_space and "\n\n" in last.text:
        return 0, 0
    return last.sent.start, start


def _kind_by_words(name: str) -> SourceKind | None:
    words = _WORD.findall(name)
    for kind, known in _tables()["names"].items():
        if any(word in known for word in words) or " ".join(words) in known:
            return cast(SourceKind, kind)
    return None


@cache
def _tables() -> dict[str, dict[str, frozenset[str]]]:
    table = tomllib.loads(files(__package__).joinpath("data/sources.toml").read_text(encoding="utf-8"))
    return {part: {name: frozenset(words) for name, words in rows.items()} for part, rows in table.items()}
