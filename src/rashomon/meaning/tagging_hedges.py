"""Statements that the page itself hedges: Y reportedly fell, Y may have fallen, a suspected thief.

In: a parsed `Doc`. Out: drafts without a source. Which words hedge, and how much, is the matter of certainty;
what others say or seem to think is the encoder's.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.meaning import phrases
from rashomon.meaning.certainty import hedge
from rashomon.meaning.cues import cues
from rashomon.meaning.drafts import Draft
from rashomon.meaning.tagging_verbs import draft

_NAMELESS = 0.5
_BLAMED = {"attribute": "to", "blame": "on"}


def find(doc: Doc) -> Iterator[Draft]:
    """The hedged statements of a Doc."""
    for token in doc:
        found = None
        if token.tag_ == "MD":
            found = _modal(token)
        elif token.dep_ in {"advmod", "amod"}:
            found = _hedged(token, token.head) if _heard(token) else None
        elif token.tag_ == "VBN":
            found = _blamed(token)
        if found:
            yield found


def _heard(token: Token) -> bool:
    """Whether the word says that others say or suspect so; probably and perhaps are the writer's own guess."""
    return hedge(token) in {"alleged", "reported"} or token.lower_ in {"apparently", "suspected"}


def _modal(modal: Token) -> Draft | None:
    """What may have happened, and what could not be established."""
    verb = modal.head
    others = [child for child in verb.children if child.dep_ in {"aux", "auxpass", "neg"}]
    negated = any(child.dep_ == "neg" for child in others)
    if negated and verb.lemma_.lower() in cues().undetermined and phrases.is_passive(verb):
        content = [i for i in phrases.subtree(verb) if i not in phrases.verb_group(verb)]
        return draft(verb, phrases.verb_group(verb), [], _without_it(verb, content), _NAMELESS)
    happened = verb.tag_ == "VBG" or any(child.lower_ == "have" for child in others)
    if hedge(modal) and happened:
        return _hedged(modal, verb)
    return None


def _without_it(verb: Token, content: list[int]) -> list[int]:
    return [i for i in content if not (verb.doc[i].head.i == verb.i and verb.doc[i].lower_ == "it")]


def _hedged(word: Token, head: Token) -> Draft | None:
    """The clause or phrase that a hedging word belongs to, without joined clauses that have a subject of their own."""
    joined = [child for child in head.conjuncts if child.head.i == head.i and phrases.own_subject(child) is not None]
    left_out = {word.i, *(i for child in joined for i in phrases.subtree(child))}
    return draft(word, [word.i], [], [i for i in phrases.subtree(head) if i not in left_out], _NAMELESS)


def _blamed(verb: Token) -> Draft | None:
    """A deed with those whom nobody in particular blames for it: attacks attributed to the group."""
    word = _BLAMED.get(verb.lemma_.lower())
    if word is None or phrases.agent(verb) is not None:
        return None
    for child in verb.rights:
        if child.dep_ in {"prep", "dative"} and child.lower_ == word:
            theme = verb.head if verb.dep_ == "acl" else phrases.passive_subject(verb)
            if theme is None:
                return None
            own = set(phrases.subtree(verb))
            named = [i for i in phrases.noun_phrase(theme) if i not in own]
            return draft(verb, [*phrases.verb_group(verb), child.i], [], named + phrases.subtree(child), _NAMELESS)
    return None
