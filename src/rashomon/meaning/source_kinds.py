"""Who the source of a statement is: the entity behind its words, and what kind of source it is.

In: a Doc with its names, and the token numbers of a source. Out: an entity id or None, and a kind. Whom a pronoun or a
description points back to is the matter of antecedents.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile
from typing import cast

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.meaning.antecedents import PRONOUNS, Antecedents
from rashomon.meaning.phrases import heads
from rashomon.meaning.source_tables import kind_of_name, tables
from rashomon.records import Entity, SourceKind
from rashomon.spans import Stretches

_STATEMENTS = frozenset({"statement", "communique", "communiqué", "letter"})
_PEOPLE = frozenset({"people", "person"})
_IN_THE_KNOW = frozenset({"familiar", "close", "aware", "briefed", "informed", "with"})
"""What makes people sources rather than the public: two people, people familiar with the matter."""
_TITLING = frozenset({"ADJ", "ADV", "CCONJ", "DET", "NOUN", "NUM", "PROPN"})
_WRITERS = frozenset({"i", "my", "our", "we"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


class Sources:
    """Looks up the sources of one Doc, asked in the order of the text; built once for it."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        page = layers.page(doc)
        self._publisher = _names_of_publisher(page.publisher) if page and page.publisher else frozenset()
        self._entities = layers.entities(doc)
        self._mentions = sorted(
            (mention.start, mention.end, at)
            for at, entity in enumerate(self._entities)
            for mention in entity.mentions
            if mention.form == "name"
        )
        self._starts = [start for start, _, _ in self._mentions]
        self._antecedents = Antecedents(doc, self._named)
        self._quotes = Stretches(quote.span for quote in layers.quotes(doc))
        self._bearers: dict[tuple[int, ...], int] = {}

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
        said = heads(self._doc[i] for i in source)[0]
        head, entity = self._resolved(said, source)
        if entity is None and head.lemma_.lower() in _STATEMENTS:
            issuer = self._antecedents.of_statement(head)
            entity = self._named(issuer) if issuer is not None else None
            if entity is not None:
                return entity.id, "document"
        self._antecedents.heard(said, head)
        if entity is not None:
            medium = entity.type == "organization" and self.entity_at(head) is None and _kind_of_noun(head) == "media"
            return entity.id, "media" if medium else self._kind_of_name(entity)
        if self._is_own_voice(said):
            return None, "self"
        self._bearers[tuple(source)] = head.i
        return None, _kind_of_noun(head)

    def _resolved(self, said: Token, source: Sequence[int]) -> tuple[Token, Entity | None]:
        """The token that a source stands for, and the entity that it is."""
        head = _antecedent(said) if said.lower_ in _RELATIVE else said
        if head.lower_ in PRONOUNS:
            head = self._antecedents.of_pronoun(head) or head
        entity = self._named(head) or self._in_apposition(head, source)
        if entity is not None:
            return head, entity
        name = self._behind(source)
        if name is not None:
            return name, self.entity_at(name)
        back = self._antecedents.of_description(head)
        if isinstance(back, Entity):
            return head, back
        if back is not None:
            return back, self._named(back)
        return head, self._antecedents.chained(head) if head is said else None

    def bearer(self, source: Sequence[int]) -> int | None:
        """The token that stands for a source without a name and for all that point back to it; asked after `of`."""
        return self._bearers.get(tuple(source))

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
        return self._before(head)

    def _before(self, head: Token) -> Entity | None:
        """Whom a general noun only says the sort of: Norland's government, the Courier newspaper."""
        government = head.lemma_.lower() == "government"
        if not government and head.lemma_.lower() not in tables()["heads"]["media"]:
            return None
        for child in head.lefts:
            entity = self.entity_at(child) if child.dep_ in {"compound", "nmod", "poss"} else None
            if entity is not None and (entity.type == "place" if government else entity.type == "organization"):
                return entity
        return None

    def _in_apposition(self, head: Token, source: Sequence[int]) -> Entity | None:
        """The person named behind an office, wherever the parse hangs the name: the leader of X, Y Z."""
        if head.lemma_.lower() not in tables()["words"]["offices"]:
            return None
        for i in source:
            if self._doc[i].dep_ == "appos":
                entity = self.entity_at(self._doc[i])
                if entity is not None and entity.type == "person":
                    return entity
        return None

    def _behind(self, source: Sequence[int]) -> Token | None:
        """Who is named at the end of titles alone (company chairman X Y), or before a comma and "who"."""
        doc = self._doc
        if len(source) == 1 and doc[source[0]].lower_ in _RELATIVE:
            at = source[0] - 1
            while at >= 0 and doc[at].is_punct:
                at -= 1
            return doc[at] if 0 <= at < source[0] - 1 and self.entity_at(doc[at]) is not None else None
        words = [doc[i] for i in source if not doc[i].is_punct]
        entity = self.entity_at(words[-1]) if words else None
        if entity is None or entity.type != "person":
            return None
        before = [word for word in words if self.entity_at(word) is not entity]
        if not before or before[-1].pos_ == "CCONJ":
            return None
        plain = all(word.pos_ in _TITLING and self._of_no_other(word, entity) for word in before)
        return words[-1] if plain or self._is_post(before) else None

    def _is_post(self, words: Sequence[Token]) -> bool:
        """Whether words are a post at a body that they end with: "deputy head of the Assembly's Law Committee"."""
        body = self.entity_at(words[-1])
        post = takewhile(lambda word: word.pos_ != "ADP", words)
        offices = tables()["words"]["offices"]
        return body is not None and body.type == "organization" and any(w.lemma_.lower() in offices for w in post)

    def _of_no_other(self, word: Token, entity: Entity) -> bool:
        other = self.entity_at(word)
        return other is None or other is entity or other.type != "person"

    def _is_own_voice(self, said: Token) -> bool:
        """Whether who writes the page speaks: "we", "our estimates", outside quotations; "my neighbour" is another."""
        writer: Token | None = said if said.lower_ in _WRITERS else None
        if _kind_of_noun(said) in {"document", "media"}:
            writer = next((word for word in said.lefts if word.lower_ in _WRITERS), None)
        return writer is not None and not any(True for _ in self._quotes.over(writer.idx))

    def _kind_of_name(self, entity: Entity) -> SourceKind:
        if entity.name.casefold() in self._publisher:
            return "self"
        if entity.type == "person":
            return "person"
        if entity.type == "place":
            return "government"
        return kind_of_name(entity.name) or "organization"


def _antecedent(pronoun: Token) -> Token:
    """The noun that a relative clause describes."""
    verb: Token = pronoun.head
    while verb.dep_ in {"conj", "xcomp", "ccomp"} and verb.head.i != verb.i:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else pronoun


def _kind_of_noun(head: Token) -> SourceKind:
    words = tables()["words"]
    lemma = head.lemma_.lower()
    plural = head.tag_ in {"NNS", "NNPS"} or (head.ent_type_ == "NORP" and head.lower_.endswith("s"))
    counted = any(child.lower_ in words["quantities"] for child in head.children)
    if lemma in _PEOPLE and any(child.dep_ == "nummod" or child.lower_ in _IN_THE_KNOW for child in head.children):
        return "unnamed"
    for kind, known in tables()["heads"].items():
        if lemma in known and not (kind == "government" and lemma == "authority" and plural):
            return cast(SourceKind, kind)
    if head.lower_ in words["quantities"] or (
        plural and (head.ent_type_ == "NORP" or (counted and head.pos_ != "NOUN"))
    ):
        return "public"
    by_name = kind_of_name(head.text) if head.pos_ == "PROPN" else None
    if by_name is None and head.ent_type_ == "PERSON":
        return "organization" if any(child.lower_ == "the" for child in head.children) else "person"
    if by_name is None and head.ent_type_ in {"GPE", "NORP"} and not plural:
        return "government"
    return by_name or ("organization" if head.ent_type_ == "ORG" else "unnamed")


def _names_of_publisher(publisher: str) -> frozenset[str]:
    """What a page may call its own publisher: the name, without "the", and its initials."""
    name = publisher.casefold()
    short = name.removeprefix("the ")
    return frozenset({name, short, "".join(word[0] for word in short.split())})
