"""What is still to come by its grammar: what is aimed at, ordered or foretold in a report of the past.

In: the verb of a clause. Out: whether it speaks of what is to be. Words that plan or wish do not belong here.
"""

import re

from spacy.tokens import Token

from rashomon.meaning.cues import cues
from rashomon.meaning.events.lexicon import lexicon
from rashomon.meaning.phrases import is_perfect, own_subject, passive_subject
from rashomon.records import Status

FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MODALS = frozenset({"may", "might", "could", "would", "should", "can", "must", "ca"})
_BEFORE = frozenset({"before", "until", "once", "when", "after", "till"})
_PRESENT = frozenset({"VBZ", "VBP"})
_AIMS = frozenset({"xcomp", "ccomp", "acl", "relcl", "advcl", "ROOT", "conj", "acomp"})
_PAST = frozenset({"VBD", "VBN"})
_RANKS = frozenset({
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "last", "latest", "next", "only",
})  # fmt: skip
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def is_aim(verb: Token) -> bool:
    """Whether a verb with "to" tells of an aim: signed a deal to free them, met to free them, is to be freed.

    What began, was managed, forced or reported so came about, as far as is told: "to have fled", "began to flee",
    "the first to flee", "was found to be fleeing".
    """
    if not is_infinitive(verb) or verb.dep_ not in _AIMS or is_perfect(verb):
        return False
    head = verb.head
    if head.i == verb.i:
        return False
    if verb.dep_ == "conj":
        return is_aim(head) if is_infinitive(head) else False
    if any(map(_ranks, (head, *head.children))) or _only(verb):
        return False
    return head.lemma_.lower() not in lexicon().words["realised"] and head.lemma_.lower() not in cues().clause


def is_infinitive(verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def is_called_for(verb: Token) -> bool:
    """Whether a bare verb has a subject, as under "that": they demand that he resign, ruled that they be freed."""
    if verb.dep_ != "ccomp" or (own_subject(verb) or passive_subject(verb)) is None:
        return False
    if verb.head.lemma_.lower() not in lexicon().words["requiring"] or verb.i < verb.head.i:
        return False
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if verb.tag_ == "VB":
        return not auxiliaries
    return [child.lower_ for child in auxiliaries] == ["be"]


def is_foretold(verb: Token) -> bool:
    """Whether "would" is the future of a report of the past: said that they would be freed, without "if"."""
    if is_perfect(verb) or not any(
        child.lower_ in {"would", "'d", "’d"} for child in verb.children if child.dep_ == "aux"
    ):
        return False
    if any(
        child.dep_ == "advcl" and any(c.lower_ in {"if", "unless"} for c in child.children) for child in verb.children
    ):
        return False
    at = verb
    while at.dep_ == "conj" and at.head.i != at.i:
        at = at.head
    return at.dep_ == "ccomp" and at.head.tag_ in _PAST and at.head.lemma_.lower() in cues().clause


def is_supposed(noun: Token) -> bool:
    """Whether a sentence only supposes an event of a kind: "an attack would lead to war", "any strike could"."""
    open_ = any(child.lower_ in {"a", "an", "any"} for child in noun.children if child.dep_ == "det")
    modal = any(child.lower_ in MODALS for child in noun.head.children if child.dep_ == "aux")
    return noun.dep_ == "nsubj" and open_ and modal and not is_perfect(noun.head)


def awaited(verb: Token) -> Status | None:
    """What comes with what is to come ("he will serve a year before being released"), or with what is always so."""
    late = verb.dep_ == "pcomp" and verb.head.lower_ in _BEFORE
    opened = verb.dep_ == "advcl" and any(
        child.lower_ in _BEFORE and child.dep_ in {"mark", "advmod"} for child in verb.children
    )
    if not (late or opened):
        return None
    main = verb.head.head if late else verb.head
    if any(child.lower_ in FUTURE for child in main.children if child.dep_ == "aux"):
        return "planned"
    return "hypothetical" if verb.tag_ in _PRESENT and main.tag_ in {*_PRESENT, "VB"} else None


def _ranks(word: Token) -> bool:
    """Whether a word counts who did it before: "the fourth to flee", "the youngest to be killed", "one of them to"."""
    counts = word.lower_ in _RANKS or _ORDINAL.fullmatch(word.lower_) is not None
    return counts or word.tag_ in {"JJS", "RBS", "CD"}


def _only(verb: Token) -> bool:
    """Whether it came about against all hope: "returned only to be arrested"."""
    return any(child.i and child.nbor(-1).lower_ == "only" for child in verb.children if child.tag_ == "TO")
