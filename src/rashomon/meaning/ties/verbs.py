"""Ties that a verb states: "founded by", "leads", "joined", "is based in", "is linked to".

In: the `Ends` of a Doc. Out: `Statement`s in order of the verbs. Nouns do not belong here.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.meaning.events.frames import Frame, conjuncts, frame
from rashomon.meaning.phrases import is_passive
from rashomon.meaning.ties.ends import End, Ends
from rashomon.meaning.ties.statement import Statement
from rashomon.meaning.ties.tables import Verb, Words, tables
from rashomon.records import TieStatus

_PARTICLES = frozenset({"prt", "advmod", "prep", "dobj"})
_INTO = frozenset({"compound", "nmod"})
_SCORE = 0.75


def statements(ends: Ends) -> Iterator[Statement]:
    """All that verbs state, in order."""
    for token in ends.ground.doc:
        rows = tables().verbs.get(token.lemma_.lower()) if token.pos_ == "VERB" else None
        if not rows:
            continue
        made = frame(token)
        for row in rows:
            yield from _of_verb(ends, made, row)


def _of_verb(ends: Ends, made: Frame, row: Verb) -> Iterator[Statement]:
    verb = made.trigger
    extra = [child.i for child in verb.children if child.lower_ in row.alone and child.dep_ in _PARTICLES]
    if row.alone and not extra:
        return
    passive = is_passive(verb) or verb.tag_ == "VBN"
    if row.passive and not passive:
        return
    doers = list(_ends(ends, made, "object" if row.passive else "subject", row.subject))
    seen: set[tuple[str, str]] = set()
    for name, head in made.phrases:
        if name not in row.phrases or (name == "object" and row.passive):
            continue
        for other in _of_phrase(ends, head, row.of):
            for doer in doers:
                if doer.chain == other.chain or (doer.chain, other.chain) in seen:
                    continue
                seen.add((doer.chain, other.chain))
                link = [head.head.i] if head.head.lower_ == name else []
                first, second = (other, doer) if row.flip else (doer, other)
                words = (verb.i, *extra, *link)
                yield Statement(
                    row.predicate,
                    first,
                    second,
                    verb.i,
                    verb.i,
                    tuple(sorted(words)),
                    row.status or _status(verb),
                    _SCORE,
                )


def _ends(ends: Ends, made: Frame, name: str, kinds: Words) -> Iterator[End]:
    for head in made.heads(name):
        end = ends.of(head)
        if end is not None and end.kind in kinds:
            yield end


def _of_phrase(ends: Ends, head: Token, kinds: Words) -> Iterator[End]:
    """The end that a phrase is, or that names it: "the Front group"."""
    end = ends.of(head)
    if end is not None:
        if end.kind in kinds:
            yield end
        return
    lemma, words = head.lemma_.lower(), tables().words
    for child in head.children:
        naming = child.dep_ == "appos" or (child.dep_ in _INTO and lemma in words["bodies"])
        if naming or (child.dep_ == "poss" and lemma in words["parts"]):
            for each in (child, *conjuncts(child)):
                inner = ends.of(each)
                if inner is not None and inner.kind in kinds:
                    yield inner


def _status(verb: Token) -> TieStatus | None:
    """Former where the clause says so."""
    words = tables().words
    marked = any(
        child.lower_ in words["former"] | words["no_longer"] and child.dep_ in {"advmod", "prep", "mark"}
        for child in verb.children
    )
    used = verb.dep_ == "xcomp" and verb.head.lower_ == "used"
    return "former" if marked or used else None
