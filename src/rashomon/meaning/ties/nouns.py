"""Ties that a noun states: "leader of the Front", "his brother Karim", "Front chief Omar", "a magazine called Dawn".

In: the `Ends` of a Doc. Out: `Statement`s. Of whom a noun is said is the matter of `holders`, whose it is that of
`owners`; here it is what that makes.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.meaning.phrases import heads, hyphened
from rashomon.meaning.ties import past
from rashomon.meaning.ties.ends import End, Ends
from rashomon.meaning.ties.holders import Holder, equated, having, holders
from rashomon.meaning.ties.owners import Owner, is_limited, owners
from rashomon.meaning.ties.statement import OF_WHOLES, Statement
from rashomon.meaning.ties.tables import Noun, Words, tables
from rashomon.records import Predicate

_NOUNS = frozenset({"NOUN", "PROPN"})
_PLACES = frozenset({"place", "people"})
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
        for owner in owners(ends, noun, row, wide):
            predicate = _predicate(noun, row, owner)
            for holder in found:
                if predicate is None or not _fit(ends, holder.end, row.holder) or not _fit(ends, owner.end, row.owner):
                    continue
                chains = holder.end.chain, owner.end.chain
                if chains[0] != chains[1] and chains not in seen:
                    seen.add(chains)
                    yield _statement(ends, noun, row, holder, owner.end, predicate)


def _fit(ends: Ends, end: End, kinds: Words) -> bool:
    return end.kind in kinds or (end.kind == "people" and "people" in kinds and ends.entity(end) is not None)


def _statement(ends: Ends, noun: Token, row: Noun, holder: Holder, owner: End, predicate: Predicate) -> Statement:
    first, second = (owner, holder.end) if row.flip else (holder.end, owner)
    over = past.marks(noun)
    if predicate == "leads":
        over += [child.i for child in noun.lefts if child.lower_ == "founding"]
    return Statement(
        predicate=predicate,
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


def _predicate(noun: Token, row: Noun, owner: Owner) -> Predicate | None:
    """What the noun states; who heads a part, or is a deputy or one of several, does not lead: "Front press chief"."""
    words = tables().words
    lemma, before = noun.lemma_.lower(), {child.lower_ for child in noun.lefts}
    if lemma == "executive" and "chief" not in before:
        return "employed_by"
    if row.predicate == "leads":
        several = lemma in words["several"] and bool(before & {"a", "an"})
        return "leads" if owner.whole and not several and not is_limited(noun, owner.end) else "holds_post"
    if row.predicate in OF_WHOLES and not owner.whole:
        return None
    if row.predicate == "holds_post" and ((lemma == "minister" and "prime" in before) or _is_chief_executive(noun)):
        return "leads"
    if row.predicate == "part_of" and owner.end.kind not in _PLACES and lemma == "affiliate":
        return "linked_to"
    return row.predicate


def _is_chief_executive(noun: Token) -> bool:
    """Whether a noun ends "chief executive officer"."""
    before = [word.lower_ for word in noun.doc[max(noun.i - 2, 0) : noun.i]]
    return noun.lemma_.lower() == "officer" and before == ["chief", "executive"]
