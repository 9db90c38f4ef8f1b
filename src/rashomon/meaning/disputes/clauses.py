"""What each clause of a Doc says to be so or not to be so, in a form in which one can be held against another.

In: the `Ground` of a Doc. Out: `Clause`s in order of the text. Which of them cannot both hold does not belong here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rashomon import layers
from rashomon.meaning.disputes.tables import tables
from rashomon.meaning.disputes.voices import Voice, voice_at
from rashomon.meaning.events.ground import Ground, likeliest
from rashomon.meaning.phrases import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    is_perfect,
    own_subject,
    passive_subject,
    subject,
    trimmed,
)
from rashomon.records import Entity, Time
from rashomon.spans import Span

_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_APART = frozenset({"ccomp", "advcl", "relcl", "parataxis", "acl", "conj"})
_OBJECTS = frozenset({"dobj", "attr", "acomp", "oprd"})
_CLAUSAL = frozenset({"ccomp", "acl", "xcomp", "relcl"})

_DOING = frozenset({"do", "take"})
DONE = "done"
"""The predicate of "action was taken" and "nothing was done": that anything was done at all."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: `predicate` is what it says, `who` and `what` are keys of subject and object (empty: none)."""

    head: Token
    predicate: str
    denied: bool
    ahead: bool
    who: frozenset[str]
    whose: frozenset[str]
    """Whose the subject is: "Renko's inquiry"."""
    what: frozenset[str]
    keys: frozenset[str]
    words: tuple[int, ...]
    voice: Voice
    times: tuple[Time, ...]


class Clauses:
    """All clauses of one Doc."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._table = tables().clauses
        self._chain = {
            head: chain.entity or f"chain {number}"
            for number, chain in enumerate(layers.chains(ground.doc))
            for head in chain.heads
        }
        self._same = dict(_adjectives(ground))
        self._parties = {each.id for each in layers.entities(ground.doc) if each.type in {"place", "organization"}}
        self.all = tuple(self._read())

    def key(self, token: Token) -> str:
        """What a word stands for: an entity, a chain of mentions, or its lemma or the one that stands for it."""
        entity = self.ground.entity_of(token) if token.pos_ != "PRON" else self.ground.referent(token)
        if entity is not None:
            return self._same.get(entity.id, entity.id)
        if token.pos_ == "PRON" and token.idx in self._chain:
            return self._chain[token.idx]
        lemma = token.lemma_.lower()
        return tables().same.get(lemma, lemma)

    def keys(self, tokens: Iterable[Token]) -> frozenset[str]:
        """The keys of the words that carry meaning."""
        return frozenset(self.key(each) for each in tokens if each.pos_ in _CONTENT and not each.is_stop)

    def parties(self, keys: Iterable[str]) -> frozenset[str]:
        """Places and organizations among some keys: what can be a side; "Ostian" is Ostia where the page has both."""
        return frozenset(self._same.get(key, key) for key in keys if key in self._parties)

    def pointed(self, tokens: Iterable[Token]) -> frozenset[str]:
        """The entities and chains that pronouns and descriptions among some words stand for."""
        return frozenset(self._chain[each.idx] for each in tokens if each.idx in self._chain)

    def tokens(self, spans: Iterable[Span]) -> list[Token]:
        """The words of some spans."""
        doc = self.ground.doc
        return [doc[at] for start, end in spans for at in self.ground.tokens(start, end) if not doc[at].is_space]

    def _read(self) -> Iterator[Clause]:
        for token in self.ground.doc:
            if token.pos_ not in {"VERB", "AUX"} or token.dep_ in {"aux", "auxpass", "amod", "compound"}:
                continue
            clause = self._clause(token)
            if clause is not None:
                yield clause
                if clause.denied:
                    yield from self._denied_with(clause)

    def _clause(self, verb: Token, *, denied: bool | None = None) -> Clause | None:
        if _is_unsure(verb) or _is_asked(verb):
            return None
        inside = [token for token in _inside(verb) if not token.is_space]
        first = (
            passive_subject(verb) or own_subject(verb) or subject(verb) or (verb.head if verb.dep_ == "acl" else None)
        )
        second = next((child for child in verb.children if child.dep_ in _OBJECTS), None)
        negative = is_denied(verb, first, second) if denied is None else denied
        predicate, second = self._predicate(verb, first, second)
        return Clause(
            head=verb,
            predicate=predicate,
            denied=negative,
            ahead=_is_ahead(verb),
            who=self.phrase(first),
            whose=frozenset(self.key(each) for each in first.children if each.dep_ == "poss") if first else frozenset(),
            what=self.phrase(second),
            keys=self.keys(inside) - self._table["common"],
            words=tuple(trimmed(verb.doc, (token.i for token in inside))),
            voice=voice_at(verb, self.ground),
            times=tuple(dict.fromkeys(time for each in inside if (time := self.ground.time[each.i]) is not None)),
        )

    def phrase(self, head: Token | None) -> frozenset[str]:
        """The keys of a noun phrase, with that of its head also where it is a pronoun."""
        if head is None:
            return frozenset()
        near = [head, *(child for child in head.children if child.dep_ in {"compound", "nmod", "appos"})]
        own = {self.key(head)} if head.pos_ in {"PRON", "PROPN", "NOUN"} else set()
        if head.idx in self._chain:
            own.add(self._chain[head.idx])
        return frozenset(own) | self.keys(near)

    def _predicate(self, verb: Token, first: Token | None, second: Token | None) -> tuple[str, Token | None]:
        """The verb, or the noun that a light verb or "to be" says it of."""
        lemma = verb.lemma_.lower()
        if lemma in self._table["copula"]:
            return (self.key(second), None) if second is not None else (lemma, None)
        if lemma in self._table["light"]:
            carried = second
            if carried is None and first is not None and first.dep_ in PASSIVE_SUBJECTS:
                carried = first
            if carried is not None and lemma in _DOING and carried.lemma_.lower() in self._table["deeds"]:
                return DONE, None
            if carried is not None and carried.pos_ == "NOUN":
                return self.key(carried), None
        return self.key(verb), second

    def _denied_with(self, clause: Clause) -> Iterator[Clause]:
        """What is denied with a clause: no evidence that ..., did not expect ..., does not believe that ..."""
        verb = clause.head
        grounds = [child for child in verb.children if child.lemma_.lower() in self._table["grounds"]]
        hosts = [*grounds, *([verb] if verb.lemma_.lower() in self._table["expecting"] else [])]
        for host in hosts:
            for child in (*host.children, *(verb.children if host is not verb else ())):
                if child.dep_ in _CLAUSAL and child.pos_ in {"VERB", "AUX"} and child.i > host.i:
                    found = self._clause(child, denied=True)
                    if found is not None:
                        yield replace(found, words=tuple(sorted({*found.words, *clause.words})))
                elif host is verb and child.dep_ == "dobj" and child.pos_ == "NOUN":
                    yield self._of_noun(child, clause)

    def _of_noun(self, noun: Token, around: Clause) -> Clause:
        """What is not expected or not believed in, named by a noun."""
        inside = [token for token in noun.subtree if not token.is_space]
        return Clause(
            head=around.head,
            predicate=self.key(noun),
            denied=True,
            ahead=True,
            who=frozenset(),
            whose=frozenset(),
            what=frozenset(),
            keys=self.keys(inside) - self._table["common"],
            words=around.words,
            voice=around.voice,
            times=around.times,
        )


def _adjectives(ground: Ground) -> Iterator[tuple[str, str]]:
    """Ids of names of peoples that are adjectives of places of the page, with the ids of the places."""
    for people in layers.entities(ground.doc):
        name = people.name.lower()
        shorter = [place for place in ground.bases(name) if len(place.name) < len(name)]
        found = likeliest(name, shorter) if shorter and _is_people(people, ground) else None
        if found is not None:
            yield people.id, found.id


def _is_people(entity: Entity, ground: Ground) -> bool:
    """Whether a name is one word that is nothing but the name of a people wherever it stands."""
    stands = [at for each in entity.mentions if each.form == "name" for at in ground.tokens(each.start, each.end)]
    return " " not in entity.name and bool(stands) and all(ground.doc[at].ent_type_ == "NORP" for at in stands)


def _inside(verb: Token) -> Iterator[Token]:
    """The words of a clause, without clauses of their own that hang on it."""
    pending = [verb]
    while pending:
        at = pending.pop()
        yield at
        pending += reversed([child for child in at.children if child.dep_ != "punct" and not _is_apart(child)])


def _is_apart(token: Token) -> bool:
    """Whether a word heads a clause that is not part of the one that it hangs on."""
    return token.dep_ in _APART and token.pos_ in {"VERB", "AUX"}


def is_denied(verb: Token, first: Token | None = None, second: Token | None = None) -> bool:
    """Whether a clause says that something is not so: "not", "never", "nobody", "no attack", "refused to"."""
    table = tables().clauses
    flips = sum(child.dep_ == "neg" or child.lower_ in {"never", "hardly"} for child in verb.children)
    flips += verb.lemma_.lower() in table["failing"] and any(child.dep_ == "xcomp" for child in verb.children)
    if flips == 0:
        for phrase in (first, second, own_subject(verb), passive_subject(verb)):
            if phrase is not None and _is_none(phrase):
                flips = 1
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in table["failing"]:
        flips += 1
    return flips % 2 == 1


def _is_none(phrase: Token) -> bool:
    nobody = tables().clauses["nobody"]
    return phrase.lower_ in nobody or any(
        child.lower_ in {"no", "neither"} and child.dep_ in {"det", "preconj", "neg"} for child in phrase.children
    )


def _is_unsure(verb: Token) -> bool:
    """Whether a clause says what may, must or would under a condition be."""
    table = tables().clauses
    marks = (child.lower_ for child in verb.children if child.dep_ in {"aux", "mark", "advmod"})
    return any(mark in table["unsure"] or mark in table["conditions"] for mark in marks)


def _is_asked(verb: Token) -> bool:
    """Whether a clause is a question, an order or a wish."""
    top = verb
    while top.dep_ in {"conj", "xcomp"} and top.head.i != top.i:
        top = top.head
    if any(child.text == "?" for child in top.children):
        return True
    if verb.tag_ == "VBG" and not _is_told(verb):
        return True
    bare = verb.tag_ == "VB" and not any(child.dep_ == "aux" for child in verb.children)
    wished = _has_to(verb) and verb.dep_ in {"xcomp", "ccomp", "advcl", "acl", "relcl"}
    return (bare or wished) and verb.dep_ != "conj" and not is_perfect(verb)


def _is_told(verb: Token) -> bool:
    """Whether a form in -ing says that something is so: "is leading", "accused of leading", not "leading is hard"."""
    if any(child.dep_ in {"aux", *SUBJECTS, *PASSIVE_SUBJECTS} for child in verb.children):
        return True
    return verb.dep_ == "pcomp" and verb.head.head.lemma_.lower() in tables().denials["accusing"]


def _has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _is_ahead(verb: Token) -> bool:
    ahead = tables().clauses["ahead"]
    going = verb.dep_ == "xcomp" and verb.head.lemma_ == "go" and verb.head.tag_ == "VBG"
    return going or any(child.lower_ in ahead for child in verb.children if child.dep_ == "aux")
