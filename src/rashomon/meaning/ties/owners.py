"""Whose a noun is: by possessive, preposition, a name before it, or the verb that has it.

In: the `Ends` of a Doc and a noun. Out: `Owner`s. Of whom the noun is said, and what that makes, does not belong here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rashomon.meaning.events.frames import conjuncts
from rashomon.meaning.phrases import hyphened, subject
from rashomon.meaning.ties.ends import End, Ends
from rashomon.meaning.ties.tables import Noun, tables

_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "PART", "NUM"})
_LINKS = frozenset({"of", "for", "at", "in", "on", "to"})
_REMITS = frozenset({"of", "for"})
_SITES = frozenset({"at", "with"})
_PLACES = frozenset({"place", "people"})
_DEEP = 3
_LONG = 8
_BACK = 60


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose it is; `whole` is False where the noun is only of a part of it: "head of the Front's press office"."""

    end: End
    whole: bool = True


def owners(ends: Ends, noun: Token, row: Noun, prepositions: frozenset[str]) -> list[Owner]:
    """Whose the noun is: the nearest that its own words give, else that of the noun it is joined to."""
    at: Token | None = noun
    for _ in range(_DEEP):
        if at is None or not (at == noun or _alike(at, row)):
            break
        own = _own(ends, at, row, prepositions) if at == noun else _by_prepositions(ends, at, row, prepositions)
        found = list(dict.fromkeys(own))
        if found:
            return found
        at = next((child for child in at.children if child.dep_ == "conj" and child.pos_ in _NOUNS), None)
    if noun.dep_ == "conj" and noun.head.pos_ in _NOUNS and ends.at[noun.head.i] is None:
        found = [each for each in _own(ends, noun.head, row, prepositions) if each.end.first < noun.head.i]
        if found:
            return found
    return [Owner(end) for end in (*_of_verb(ends, noun), *_behind(ends, noun))] or [
        Owner(end) for end in _such(ends, noun)
    ]


def is_limited(noun: Token, owner: End) -> bool:
    """Whether words around a noun say that it is of one branch only: "finance chairman", "head of research"."""
    words, wholes = tables().words, _wholes(owner)
    lower = words["deputies"] | words["fields"] | (words["organs"] if owner.kind in _PLACES else frozenset())
    before = [child for child in noun.lefts if child.dep_ != "poss"]
    parts = {child.lower_ for child in (*before, *hyphened(noun)[:-1])} | {noun.doc[max(noun.i - 1, 0)].lower_}
    if parts & lower or any(_is_branch(child, owner, wholes) for child in before):
        return True
    return any(_is_remit(child, owner, wholes) for child in noun.rights)


def _is_branch(word: Token, owner: End, wholes: frozenset[str]) -> bool:
    """Whether a noun before a post says of what branch it is: "finance chairman"; "party chairman" is of the whole."""
    if word.pos_ != "NOUN" or word.dep_ != "compound" or owner.first <= word.i <= owner.last:
        return False
    lemma = word.lemma_.lower()
    return lemma not in wholes and lemma not in tables().nouns and len(hyphened(word)) == 1


def _is_remit(preposition: Token, owner: End, wholes: frozenset[str]) -> bool:
    """Whether a phrase with "of" or "for" says what a post is for: "president for sales at Dawn"."""
    if preposition.dep_ != "prep" or preposition.lower_ not in _REMITS:
        return False
    heads = [
        child for child in preposition.children if child.dep_ == "pobj" and child.ent_type_ not in {"DATE", "TIME"}
    ]
    return any(
        head.lemma_.lower() not in wholes and not head.left_edge.i <= owner.first <= head.right_edge.i for head in heads
    )


def _wholes(owner: End) -> frozenset[str]:
    """Nouns that stand for all of a body or place; who leads a place's army leads no place."""
    words = tables().words
    all_of = words["bodies"] | words["state"] | words["places"] | words["wholes"]
    return all_of - words["organs"] if owner.kind in _PLACES else all_of


def _alike(noun: Token, row: Noun) -> bool:
    """Whether a joined noun may have the owner of another: a leader and founder may, a leader and grandson do not."""
    rows = tables().nouns.get(noun.lemma_.lower(), ())
    return not rows or any(other.owner & row.owner for other in rows)


def _own(ends: Ends, noun: Token, row: Noun, prepositions: frozenset[str]) -> Iterator[Owner]:
    found: list[Owner] = []
    for child in noun.children:
        if child.dep_ == "poss":
            found += _possessor(ends, child)
    found += _by_prepositions(ends, noun, row, prepositions)
    yield from found or (Owner(end) for end in _before(ends, noun, row))


def _possessor(ends: Ends, token: Token) -> Iterator[Owner]:
    """Whose it is by a possessive: "the Front's chief", "the Front group's chief"."""
    found = [Owner(end) for end in _joined(ends, token)]
    if not found and token.lemma_.lower() in tables().words["bodies"]:
        inner = (end for child in token.lefts if child.dep_ in _MODIFIERS for end in _joined(ends, child))
        found = [Owner(end) for end in inner if end.kind not in _PLACES]
    yield from found


def _by_prepositions(ends: Ends, noun: Token, row: Noun, prepositions: frozenset[str]) -> Iterator[Owner]:
    """Whose it is by "of" and the like; a body that it is "at" is its own where what it is "for" is no body."""
    found: list[tuple[str, Owner]] = []
    for preposition in _phrases(noun, row):
        if preposition.lower_ in prepositions:
            for each in preposition.children:
                if each.dep_ == "pobj":
                    depth = _DEEP + 1 if row.predicate == "part_of" else 0
                    found += [(preposition.lower_, owner) for owner in _inner(ends, each, depth, row)]
    at = [owner for name, owner in found if name in _SITES and owner.end.kind == "organization"]
    others = [owner for name, owner in found if name not in _SITES]
    if any(owner.end.kind == "organization" and owner.whole for owner in others):
        yield from others
    elif at and others:
        yield from (replace(owner, whole=False) for owner in at)
    else:
        remits = row.predicate == "leads"
        yield from (each for name, each in found if not (remits and name == "for" and each.end.kind in _PLACES))


def _phrases(noun: Token, row: Noun) -> list[Token]:
    """The prepositions behind a noun up to a noun that is joined to it and has its own, and "at" behind a remit."""
    joined = next((child for child in noun.rights if child.dep_ == "conj"), None)
    found = [child for child in noun.rights if child.dep_ == "prep"]
    if joined is not None and (not _alike(joined, row) or any(child.i < joined.i for child in found)):
        found = [child for child in found if child.i < joined.i]
    for preposition in tuple(found):
        for each in preposition.children:
            if each.dep_ == "pobj" and preposition.lower_ in _REMITS:
                found += [child for child in each.rights if child.dep_ == "prep" and child.lower_ == "at"]
    return found


def _joined(ends: Ends, token: Token) -> Iterator[End]:
    for each in (token, *conjuncts(token)):
        end = ends.of(each)
        if end is not None:
            yield end


def _inner(ends: Ends, token: Token, depth: int, row: Noun) -> Iterator[Owner]:
    """The end that a phrase is, or that a part of it belongs to: "of the Front's board", "of the board of Dawn".

    What modifies a person is another's: "husband of Front aide Lea Marin", "grandson of the Front's founder".
    """
    found = [Owner(end) for end in _joined(ends, token)]
    lemma, words = token.lemma_.lower(), tables().words
    if found or depth > _DEEP or _is_person(token):
        yield from found
        return
    kin = row.owner <= {"person"}
    for child in token.children:
        if child.dep_ in _MODIFIERS and child.i < token.i and not kin:
            state = child.dep_ == "poss" or lemma in words["state"] | words["places"]
            for each in _inner(ends, child, depth + 1, row):
                if state or each.end.kind not in _PLACES:
                    named = child.dep_ != "poss" or lemma in words["state"] | words["wholes"]
                    yield replace(each, whole=each.whole and named and lemma in _wholes(each.end))
        elif child.dep_ == "appos" and child.i > token.i:
            yield from (Owner(end) for end in _joined(ends, child))
        elif child.dep_ == "prep" and child.lower_ in _LINKS and not kin:
            heads = (head for head in child.children if head.dep_ == "pobj" and _is_body(ends, head))
            for inner in (each for head in heads for each in _inner(ends, head, depth + 1, row)):
                if child.lower_ == "of" or inner.end.kind not in _PLACES:
                    yield replace(inner, whole=inner.whole and lemma in _wholes(inner.end))


def _is_body(ends: Ends, noun: Token) -> bool:
    """Whether a phrase is a name, or what may stand for one or a part of it: not "the Front case"."""
    words = tables().words
    known = words["bodies"] | words["state"] | words["places"] | words["wholes"] | words["parts"]
    return ends.of(noun) is not None or noun.lemma_.lower() in known


def _is_person(noun: Token) -> bool:
    """Whether a noun says who somebody is, and not whose office it is: "the Front prosecutor's office"."""
    office = noun.dep_ == "poss" and noun.head.lemma_.lower() in tables().words["parts"]
    return not office and any("person" in row.holder for row in tables().nouns.get(noun.lemma_.lower(), ()))


def _before(ends: Ends, noun: Token, row: Noun) -> Iterator[End]:
    """The name that stands before the noun with nothing but modifiers between: "Indian Defense Minister"."""
    doc, at = noun.doc, noun.i - 1
    possessive = False
    owning: Token | None = None
    while at >= noun.sent.start and noun.i - at <= _LONG:
        end = ends.at[at]
        if end is not None and end.kind != "time":
            hyphened = doc[end.last + 1].text == "-" or (end.first > 0 and doc[end.first - 1].text == "-")
            if hyphened or _is_others(noun, end):
                return
            if owning is not None and owning.i > end.last and not _stands_for(owning, end):
                return
            if possessive or doc[end.last].tag_ == "PRP$" or (row.before and end.named):
                yield end
            return
        if doc[at].pos_ not in _INSIDE and doc[at].text != "-":
            return
        if doc[at].tag_ == "POS":
            possessive, owning = True, doc[at - 1]
        at -= 1


def _stands_for(noun: Token, end: End) -> bool:
    """Whether a noun behind a name means the named: "the Front group's chief", but not "the Oro law firm's chief"."""
    words, lemma = tables().words, noun.lemma_.lower()
    whole = words["state"] | words["places"]
    return lemma in whole or (end.kind not in _PLACES and lemma in words["bodies"] | words["parts"] | words["wholes"])


def _is_others(noun: Token, end: End) -> bool:
    """Whether a name before a noun is what a minister is for, or a title's before it: Chief of Front Staff General."""
    doc, words = noun.doc, tables().words
    if noun.lemma_.lower() in words["ministers"]:
        return end.kind == "organization" and doc[end.last].lower_ in words["portfolios"]
    at = end.first - 1 - (end.first > 0 and doc[end.first - 1].lower_ == "the")
    title = doc[at - 1] if at > 0 and doc[at].lower_ == "of" else None
    return title is not None and noun.is_title and title.is_title and title.lemma_.lower() in tables().nouns


def _behind(ends: Ends, noun: Token) -> Iterator[End]:
    """Whose a title is by "of" behind the name: "Foreign Minister Lea Marin of Ostia", "Sen. Lea Marin, of Oro"."""
    doc, name = noun.doc, ends.at[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if name is None or not name.named or name.kind != "person" or name.first != noun.i + 1:
        return
    at = name.last + 1 + (name.last + 1 < len(doc) and doc[name.last + 1].text == ",")
    if at < len(doc) and doc[at].lower_ == "of":
        at += 1 + (at + 1 < len(doc) and doc[at + 1].lower_ == "the")
        end = ends.at[at] if at < len(doc) else None
        if end is not None and end.named and end.first == at:
            yield end


def _of_verb(ends: Ends, noun: Token) -> Iterator[End]:
    """Who has it: "the group has a magazine called Dawn"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_.lower() in tables().words["having"]:
        owner = subject(verb)
        end = ends.of(owner) if owner is not None else None
        if end is not None:
            yield end


def _such(ends: Ends, noun: Token) -> Iterator[End]:
    """Whose "one such front" is: that of the nearest sentence before that speaks of fronts."""
    doc = noun.doc
    if not any(child.lower_ == "such" for child in noun.lefts):
        return
    for at in range(noun.sent.start - 1, max(noun.sent.start - _BACK, -1), -1):
        if doc[at].lemma_.lower() == noun.lemma_.lower():
            bodies = [
                end for end in ends.at[doc[at].sent.start : doc[at].sent.end] if end and end.kind == "organization"
            ]
            yield from (end for end in bodies[:1] if ends.entity(end) is not None)
            return
