"""Whether words say that what they state is no more: "former", "until", "was ... in 2004", "played two seasons at".

In: a verb or noun and the `Ground`. Out: whether, or the tokens that say so. What is stated does not belong here.
"""

from spacy.tokens import Token

from rashomon.meaning.events.ground import Ground
from rashomon.meaning.phrases import hyphened
from rashomon.meaning.ties.tables import tables

_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "PART", "NUM"})
_MARKS = frozenset({"advmod", "prep", "mark"})
_SPANNING = frozenset({"dobj", "npadvmod", "pobj"})
_WHEN = frozenset({"in", "during", "from", "between"})
_LONG = 8


def is_over(verb: Token, ground: Ground) -> bool:
    """Whether a clause says that a state is no more: had been, used to be, until, was in 2004, led for ten years."""
    words = tables().words
    if any(child.lower_ in words["former"] | words["no_longer"] and child.dep_ in _MARKS for child in verb.children):
        return True
    if verb.dep_ == "xcomp" and verb.head.lower_ == "used":
        return True
    if verb.lemma_.lower() not in words["states"] | {"be"}:
        return False
    if any(child.lower_ in {"had", "used"} and child.dep_ in {"aux", "advmod"} for child in verb.children):
        return True
    return verb.tag_ == "VBD" and _is_bounded(verb, ground)


def _is_bounded(verb: Token, ground: Ground) -> bool:
    """Whether a past clause names its time: how long, before what, and of "was" the date."""
    for child in verb.children:
        before = child.lower_ == "before" or any(word.lower_ == "before" for word in child.lefts)
        if before and child.dep_ in {"prep", "advcl"}:
            return True
        if any(_is_term(token, ground) for token in (child, *(child.children if child.dep_ == "prep" else ()))):
            return True
        if verb.lemma_ == "be" and any(_is_dated(each, ground) for each in (child, *child.rights)):
            return True
    return False


def _is_term(token: Token, ground: Ground) -> bool:
    """Whether a phrase says how long: "for ten years", "two seasons"."""
    time = ground.time[token.i]
    lasting = time.type == "DURATION" if time is not None else token.lemma_.lower() in tables().words["terms"]
    return lasting and token.dep_ in _SPANNING


def _is_dated(preposition: Token, ground: Ground) -> bool:
    """Whether a phrase says when: "in 2004", "during the 2004 campaign"."""
    if preposition.dep_ != "prep" or preposition.lower_ not in _WHEN:
        return False
    return any((time := ground.time[token.i]) is not None and time.type == "DATE" for token in preposition.subtree)


def marks(noun: Token) -> list[int]:
    """The words before or behind a noun that say that it is no more: "former", "ex-", "until"."""
    doc, words = noun.doc, tables().words
    at = noun.i - 1
    while at >= noun.sent.start and noun.i - at <= _LONG and (doc[at].pos_ in _INSIDE or doc[at].text == "-"):
        if doc[at].lower_ in words["former"] and doc[at + 1].tag_ != "POS":
            return [at]
        joined = hyphened(doc[at])
        if "".join(word.lower_ for word in joined) in words["former"]:
            return [word.i for word in joined]
        at -= 1
    found = [child.i for child in noun.children if child.lower_ in words["former"] and child.dep_ in {"amod", "advmod"}]
    return found + [child.i for child in noun.rights if child.lower_ in words["no_longer"]]
