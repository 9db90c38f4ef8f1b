"""Words that name a deed of which nothing tells that it was done: offences, what almost happened, what is only a kind.

In: the `Frame` of a word. Out: whether it names no event. Denials and plans do not belong here: they are events that
somebody denies or plans.
"""

from spacy.tokens import Token

from rashomon.meaning.events.frames import Frame
from rashomon.meaning.events.lexicon import lexicon

_UP = 6
_FAR = 12
_TELLING = frozenset({"det", "poss", "relcl"})
_TO_WHOM = frozenset({"object", "of", "at", "against", "into"})
_BETWEEN = frozenset({"pobj", "pcomp", "prep", "conj", "acl", "relcl", "xcomp", "compound"})
_POINTING = frozenset({"this", "it", "that"})


def undone(made: Frame) -> bool:
    """Whether a word, in its frame, names no deed that anybody did, denies or plans."""
    token = made.trigger
    noun = token.pos_ != "VERB"
    return (
        _nearly(token)
        or _offence(made)
        or _whenever(made.clause())
        or (noun and (_spared(token) or _listed(token) or _likened(token)))
    )


def _nearly(verb: Token) -> bool:
    """Whether it was nearly done ("nearly killing him"); in "killing nearly 40" the word belongs to the number."""
    return any(child.lower_ in lexicon().words["short"] and child.i == verb.i - 1 for child in verb.children)


def _offence(made: Frame) -> bool:
    """What somebody is charged with, by its bare name: "charged with attempted murder", "conspiracy to kidnap"."""
    words = lexicon().words
    at = made.trigger
    tried = any(child.lemma_.lower() in words["attempts"] or child.lower_ == "attempted" for child in at.children)
    told = any(child.dep_ in _TELLING for child in at.children) or any(name in _TO_WHOM for name, _ in made.phrases)
    for _ in range(_UP):
        above = at.head
        lemma = above.lemma_.lower()
        if above.i == at.i or at.dep_ not in _BETWEEN:
            return False
        if lemma in words["attempts"]:
            tried = True
        elif lemma in words["accusing"] and at.dep_ != "conj":
            return tried or not told
        at = above
    return False


def _whenever(clause: Token) -> bool:
    """What holds of any such event: "every time there is an attack"."""
    near = [clause.head] if clause.dep_ == "relcl" else []
    near += [child for child in clause.children if child.dep_ == "npadvmod"]
    times = (each for each in near if each.lemma_ == "time")
    every = any(child.lower_ in {"every", "each", "any"} for each in times for child in each.children)
    return every or any(child.lower_ == "whenever" for child in clause.children)


def _spared(noun: Token) -> bool:
    """What somebody is kept from: "relief from deportation"."""
    above = noun.head
    if noun.dep_ != "pobj" or above.lower_ != "from" or above.i == 0:
        return False
    return not lexicon().words["shields"].isdisjoint(each.lemma_.lower() for each in (above.head, above.nbor(-1)))


def _listed(noun: Token) -> bool:
    """A kind in a list of kinds: "in places such as business trips and meetings"."""
    if noun.tag_ != "NNS":
        return False
    for at in range(noun.i - 1, max(0, noun.i - _FAR), -1):
        token = noun.doc[at]
        if token.pos_ in {"VERB", "AUX"} or token.is_sent_start:
            return False
        if token.lower_ == "as" and token.nbor(-1).lower_ == "such":
            return True
    return False


def _likened(noun: Token) -> bool:
    """What something is called, no more: "this is an earthquake"."""
    verb = noun.head
    bare = all(child.dep_ in {"det", "amod", "punct"} for child in noun.children)
    subjects = {child.lower_ for child in verb.children if child.dep_ == "nsubj"}
    figure = noun.lemma_.lower() in lexicon().words["figures"]
    return figure and noun.dep_ == "attr" and verb.tag_ == "VBZ" and bare and bool(subjects & _POINTING)
