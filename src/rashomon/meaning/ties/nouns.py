"""Ties that a noun states: "leader of the Front", "his brother Karim", "Front chief Omar", "a magazine called Dawn".

In: the `Ends` of a Doc. Out: `Statement`s. Of whom a noun is said is the matter of `holders`; here it is whose it is,
and what that makes.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.meaning.events.frames import conjuncts
from rashomon.meaning.phrases import heads, hyphened, subject
from rashomon.meaning.ties.ends import End, Ends
from rashomon.meaning.ties.holders import Holder, equated, having, holders
from rashomon.meaning.ties.statement import Statement
from rashomon.meaning.ties.tables import Noun, Words, tables
from rashomon.records import Predicate

_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "PART", "NUM"})
_LINKS = frozenset({"of", "for", "at", "in", "on", "to"})
_PLACES = frozenset({"place", "people"})
_DEEP = 3
_LONG = 8
_BACK = 60
_SCORE = 0.8


def statements(ends: Ends) -> Iterator[Statement]:
    """All that nouns state, in order of the nouns."""
    for token in ends.ground.doc:
        rows = _rows(token) if token.pos_ in _NOUNS else ()
        own = ends.at[token.i]
        if rows and (own is None or not own.named):
            yield from _of_noun(ends, token, rows)


def _rows(noun: Token) -> tuple[Noun, ...]:
    """What a noun may state; of several that hyphens join, as in "brother-in-law", the head states what all do."""
    nouns, joined = tables().nouns, hyphened(noun)
    known = nouns.get("".join(word.lemma_.lower() for word in joined))
    if known is None:
        return nouns.get(noun.lemma_.lower(), ())
    return known if heads(joined)[0] == noun else ()


def _of_noun(ends: Ends, noun: Token, rows: tuple[Noun, ...]) -> Iterator[Statement]:
    usual = holders(ends, noun)
    for row in rows:
        found = equated(ends, noun) if row.equative else having(ends, noun) if row.had else usual
        if not found:
            continue
        wide = row.prepositions | ({"of"} if row.predicate == "leads" else set())
        seen: set[tuple[str, str]] = set()
        for owner in _owners(ends, noun, row, wide):
            for holder in found:
                if not _fit(ends, holder.end, row.holder) or not _fit(ends, owner, row.owner):
                    continue
                if holder.end.chain != owner.chain and (holder.end.chain, owner.chain) not in seen:
                    seen.add((holder.end.chain, owner.chain))
                    yield _statement(ends, noun, row, holder, owner)


def _fit(ends: Ends, end: End, kinds: Words) -> bool:
    return end.kind in kinds or (end.kind == "people" and "people" in kinds and ends.entity(end) is not None)


def _statement(ends: Ends, noun: Token, row: Noun, holder: Holder, owner: End) -> Statement:
    first, second = (owner, holder.end) if row.flip else (holder.end, owner)
    over = _over(noun)
    return Statement(
        predicate=_predicate(noun, row, owner),
        subject=first,
        object=second,
        anchor=noun.i,
        clause=holder.clause,
        words=tuple(sorted({*_phrase(ends, noun), *holder.words, *over})),
        status="former" if over or holder.former else None,
        score=_SCORE,
    )


def _phrase(ends: Ends, noun: Token) -> list[int]:
    """The noun with what is before it: "former chief", "vice president"."""
    first = noun.i
    while first > noun.sent.start and ends.at[first - 1] is None and noun.doc[first - 1].dep_ in {"amod", "compound"}:
        first -= 1
    return list(range(first, noun.i + 1))


def _predicate(noun: Token, row: Noun, owner: End) -> Predicate:
    """What the noun states; a deputy of a head does not lead, nor does the head of a part: "Ostia's army chief"."""
    words = tables().words
    before = {child.lower_ for child in noun.lefts} | ({noun.nbor(-1).lower_} if noun.i else set())
    lower = words["deputies"] | words["organs"] if owner.kind in _PLACES else words["deputies"]
    if row.predicate == "leads" and before & lower:
        return "holds_post"
    if noun.lemma_.lower() == "executive" and "chief" not in before:
        return "employed_by"
    if row.predicate == "holds_post" and noun.lemma_.lower() == "minister" and "prime" in before:
        return "leads"
    if row.predicate == "part_of" and owner.kind not in {"place", "people"} and noun.lemma_.lower() == "affiliate":
        return "linked_to"
    return row.predicate


def _over(noun: Token) -> list[int]:
    """The word before or behind the noun that says that it is no more: "former", "ex-", "until"."""
    doc, words = noun.doc, tables().words
    at = noun.i - 1
    while at >= noun.sent.start and noun.i - at <= _LONG and (doc[at].pos_ in _INSIDE or doc[at].text == "-"):
        if doc[at].lower_ in words["former"] and doc[at + 1].tag_ != "POS":
            return [at]
        joined = hyphened(doc[at])
        if "".join(word.lower_ for word in joined) in words["former"]:
            return [word.i for word in joined]
        at -= 1
    marks = [child.i for child in noun.children if child.lower_ in words["former"] and child.dep_ in {"amod", "advmod"}]
    marks += [child.i for child in noun.rights if child.lower_ in words["no_longer"]]
    return marks


def _owners(ends: Ends, noun: Token, row: Noun, prepositions: frozenset[str]) -> list[End]:
    """Whose the noun is: the nearest that its own words give, else that of the noun it is joined to."""
    at: Token | None = noun
    for _ in range(_DEEP):
        if at is None:
            break
        found = list(dict.fromkeys(_own(ends, at, row, prepositions)))
        if found:
            return found
        at = next((child for child in at.children if child.dep_ == "conj" and child.pos_ in _NOUNS), None)
    if noun.dep_ == "conj" and noun.head.pos_ in _NOUNS:
        found = [end for end in _own(ends, noun.head, row, prepositions) if end.first < noun.i]
        if found:
            return found
    return list(_of_verb(ends, noun)) or list(_such(ends, noun))


def _own(ends: Ends, noun: Token, row: Noun, prepositions: frozenset[str]) -> Iterator[End]:
    found: list[End] = []
    for child in noun.children:
        if child.dep_ == "poss":
            found += _joined(ends, child)
        elif child.dep_ == "prep" and child.lower_ in prepositions and child.i > noun.i:
            for each in child.children:
                if each.dep_ == "pobj":
                    found += _inner(ends, each, _DEEP + 1 if row.predicate == "part_of" else 0)
    yield from found or _before(ends, noun, row)


def _joined(ends: Ends, token: Token) -> Iterator[End]:
    for each in (token, *conjuncts(token)):
        end = ends.of(each)
        if end is not None:
            yield end


def _inner(ends: Ends, token: Token, depth: int) -> Iterator[End]:
    """The end that a phrase is, or that a part of it belongs to: "of the Front's board", "of the board of Dawn"."""
    found = list(_joined(ends, token))
    if found or depth > _DEEP:
        yield from found
        return
    for child in token.children:
        if child.dep_ in _MODIFIERS and child.i < token.i:
            whole = child.dep_ == "poss" or token.lemma_.lower() in tables().words["state"] | tables().words["places"]
            yield from (end for end in _inner(ends, child, depth + 1) if whole or end.kind not in _PLACES)
        elif child.dep_ == "appos" and child.i > token.i:
            yield from _joined(ends, child)
        elif child.dep_ == "prep" and child.lower_ in _LINKS:
            for each in child.children:
                if each.dep_ == "pobj":
                    inner = _inner(ends, each, depth + 1)
                    yield from (end for end in inner if child.lower_ == "of" or end.kind not in _PLACES)


def _before(ends: Ends, noun: Token, row: Noun) -> Iterator[End]:
    """The name that stands before the noun with nothing but modifiers between: "Indian Defense Minister"."""
    doc, at = noun.doc, noun.i - 1
    possessive = False
    while at >= noun.sent.start and noun.i - at <= _LONG:
        end = ends.at[at]
        if end is not None and end.kind != "time":
            if doc[end.last + 1].text == "-" or _is_others(noun, end):
                return
            if possessive or doc[end.last].tag_ == "PRP$" or (row.before and end.named):
                yield end
            return
        if doc[at].pos_ not in _INSIDE and doc[at].text != "-":
            return
        possessive = possessive or doc[at].tag_ == "POS"
        at -= 1


def _is_others(noun: Token, end: End) -> bool:
    """Whether a name before a noun is what a minister is for, or a title's before it: Chief of Front Staff General."""
    doc, words = noun.doc, tables().words
    if noun.lemma_.lower() in words["ministers"]:
        return end.kind == "organization" and doc[end.last].lower_ in words["portfolios"]
    at = end.first - 1 - (end.first > 0 and doc[end.first - 1].lower_ == "the")
    title = doc[at - 1] if at > 0 and doc[at].lower_ == "of" else None
    return title is not None and noun.is_title and title.is_title and title.lemma_.lower() in tables().nouns


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
