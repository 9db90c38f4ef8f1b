"""Ties that a verb states: "founded by", "leads", "joined", "is based in", "is linked to".

In: the `Ends` of a Doc. Out: `Statement`s in order of the verbs. Nouns do not belong here.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.meaning.events.frames import Frame, conjuncts, frame
from rashomon.meaning.phrases import is_passive
from rashomon.meaning.ties import past
from rashomon.meaning.ties.ends import End, Ends
from rashomon.meaning.ties.statement import OF_WHOLES, Statement
from rashomon.meaning.ties.tables import Verb, Words, tables

_PARTICLES = frozenset({"prt", "advmod", "prep", "dobj"})
_INTO = frozenset({"compound", "nmod"})
_ABLE = frozenset({"can", "could"})
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
    extra = [child for child in verb.children if child.dep_ in _PARTICLES and _is_alone(child, row)]
    if (row.alone and not extra) or any(_undoes(child, row) for child in verb.children):
        return
    passive = is_passive(verb) or (row.voice == "passive" and verb.tag_ == "VBN")
    if row.voice is not None and passive != (row.voice == "passive"):
        return
    doers = list(_ends(ends, made, "object" if row.voice == "passive" else "subject", row.subject))
    seen: set[tuple[str, str]] = set()
    for name, head in (*made.phrases, *_of_extra(extra)):
        if name not in row.phrases or (name == "object" and row.voice == "passive"):
            continue
        for other in _of_phrase(ends, head, row):
            for doer in doers:
                if doer.chain == other.chain or (doer.chain, other.chain) in seen:
                    continue
                seen.add((doer.chain, other.chain))
                link = [head.head.i] if head.head.lower_ == name else []
                first, second = (other, doer) if row.flip else (doer, other)
                words = (verb.i, *(word.i for word in extra), *link)
                yield Statement(
                    row.predicate,
                    first,
                    second,
                    verb.i,
                    verb.i,
                    tuple(sorted(words)),
                    row.status or ("former" if past.is_over(verb, ends.ground) else None),
                    _SCORE,
                )


def _undoes(child: Token, row: Verb) -> bool:
    """Whether a word on a verb makes it state nothing: "led them to victory", "can lead"."""
    able = child.lower_ in _ABLE and child.dep_ == "aux"
    return able or (child.lower_ in row.without and child.dep_ == "prep")


def _ends(ends: Ends, made: Frame, name: str, kinds: Words) -> Iterator[End]:
    for head in made.heads(name):
        end = ends.of(head)
        whom = name == "subject" and any(child.lower_ == "who" for child in made.trigger.lefts)
        if end is not None and end.kind in kinds and not (whom and end.kind == "place"):
            yield end


def _is_alone(child: Token, row: Verb) -> bool:
    """Whether a word on a verb is one that the row asks for, a sum where it asks for "$"."""
    return child.lower_ in row.alone or ("$" in row.alone and any(word.tag_ == "$" for word in child.lefts))


def _of_extra(extra: list[Token]) -> Iterator[tuple[str, Token]]:
    """The phrases of an object that belongs to the verb: "pledged allegiance to the Front"."""
    for word in extra:
        for child in word.rights if word.dep_ == "dobj" else ():
            if child.dep_ == "prep":
                heads = [each for each in child.children if each.dep_ == "pobj"]
                yield from ((child.lower_, each) for head in heads for each in (head, *conjuncts(head)))


def _of_phrase(ends: Ends, head: Token, row: Verb) -> Iterator[End]:
    """The end that a phrase is, or that names it: "the Front group"."""
    end, kinds = ends.of(head), row.of
    if end is not None:
        if end.kind in kinds:
            yield end
        return
    lemma, words, whole = head.lemma_.lower(), tables().words, row.predicate in OF_WHOLES
    for child in head.children:
        naming = child.dep_ == "appos" or (child.dep_ in _INTO and lemma in words["bodies"])
        if naming or (child.dep_ == "poss" and lemma in words["parts"] and not whole):
            for each in (child, *conjuncts(child)):
                inner = ends.of(each)
                if inner is not None and inner.kind in kinds:
                    yield inner
