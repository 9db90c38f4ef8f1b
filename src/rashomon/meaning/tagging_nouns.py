"""Attributions of nouns and adjectives, and of "according to": X's claim that Y, X is sure that Y.

In: a parsed `Doc`. Out: drafts.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.meaning import phrases
from rashomon.meaning.cues import Cues, cues
from rashomon.meaning.drafts import Draft
from rashomon.meaning.tagging_verbs import draft

_SURE, _LIKELY, _NAMELESS = 0.9, 0.6, 0.5
_CLAUSES = frozenset({"acl", "ccomp", "xcomp", "relcl"})


def find(doc: Doc) -> Iterator[Draft]:
    """The attributions of all nouns and adjectives, and of "according to"."""
    known = cues()
    for token in doc:
        found = None
        if token.lower_ == "according":
            found = _according(token)
        elif token.pos_ == "NOUN":
            found = _noun(token, known.nouns.get(token.lemma_.lower(), frozenset()))
        elif token.pos_ == "ADJ":
            found = _adjective(token, known)
        if found:
            yield found


def _according(token: Token) -> Draft | None:
    """The clause around "according to X"; with a noun phrase alone where it hangs on that."""
    to = next((child for child in token.children if child.lower_ == "to"), None)
    doc = token.doc
    if to is None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        to = doc[token.i + 1]
    thing = to and next((child for child in to.children if child.dep_ in {"pobj", "pcomp"}), None)
    if to is None or thing is None:
        return None
    own = set(phrases.subtree(token)) | set(phrases.subtree(to))
    clause = _clause_of(token)
    content = [i for i in phrases.subtree(clause) if i not in own and not doc[i].is_space]
    if token.i == token.sent.start:
        content = [other.i for other in token.sent if other.i not in own and not other.is_space]
    return draft(token, [token.i, to.i], phrases.noun_phrase(thing), content, _SURE)


def _clause_of(token: Token) -> Token:
    """The verb of the clause that a word stands in."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"acl", "aux", "auxpass", "xcomp", "amod"}:
            break
    return token


def _noun(noun: Token, frames: frozenset[str]) -> Draft | None:
    if not frames or _said_in(noun) or any(child.lower_ == "no" for child in noun.lefts):
        return None
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    for child in noun.rights:
        if child.dep_ in _CLAUSES and "clause" in frames and _states(child):
            return _of_noun(noun, owner, phrases.subtree(child), None)
        if child.dep_ == "prep" and child.lower_ in frames:
            return _of_noun(noun, owner, [i for i in phrases.subtree(child) if i != child.i], child)
    if owner is not None and "owned" in frames:
        for child in noun.rights:
            if child.dep_ == "prep" and child.lower_ in {"of", "about", "on", "for", "against", "to"}:
                return _of_noun(noun, owner, [i for i in phrases.subtree(child) if i != child.i], child)
    return None


def _said_in(noun: Token) -> bool:
    """Whether the noun only tells where a verb of saying said it."""
    known = cues()
    verb = noun.head.head
    return noun.dep_ == "pobj" and noun.lemma_.lower() in known.channels and verb.lemma_.lower() in known.clause


def _states(child: Token) -> bool:
    """Whether a clause after a noun says what it is about: that ..., to ..., not which ..."""
    return any(other.dep_ == "mark" and other.lower_ in {"that", "whether"} for other in child.children) or any(
        other.dep_ == "aux" and other.lower_ == "to" for other in child.children
    )


def _of_noun(noun: Token, owner: Token | None, content: list[int], topic: Token | None) -> Draft | None:
    cue = [noun.i]
    source: list[int] = []
    if owner is not None:
        mark = next((child for child in owner.children if child.dep_ == "case"), None)
        source = [i for i in phrases.noun_phrase(owner) if mark is None or i < mark.i]
    else:
        source = _holder(noun)
    if topic is not None and topic.i == noun.i + 1:
        cue.append(topic.i)
    return draft(noun, cue, source, content, _LIKELY if source else _NAMELESS)


def _holder(noun: Token) -> list[int]:
    """Whose claim it is: a claim by X, criticism from X; or who makes it: X issued a denial that ..."""
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "among"}:
            return next((phrases.noun_phrase(thing) for thing in child.children if thing.dep_ == "pobj"), [])
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and not phrases.is_passive(verb):
        found = phrases.subject(verb)
        silent = found is None or found.lemma_.lower() in cues().mute
        return [] if found is None or silent else phrases.noun_phrase(found)
    return []


def _adjective(adjective: Token, known: Cues) -> Draft | None:
    """X is confident that Y."""
    frames = known.adjectives.get(adjective.lemma_.lower(), frozenset())
    verb = adjective.head
    if not frames or adjective.dep_ not in {"acomp", "conj"} or verb.pos_ not in {"AUX", "VERB"}:
        return None
    found = phrases.subject(verb)
    cue = [*phrases.verb_group(verb), adjective.i]
    if found is None or found.lower_ in {"it", "there"}:
        clause = next((child for child in (*adjective.rights, *verb.rights) if child.dep_ == "ccomp"), None)
        if clause is None or "open" not in frames:
            return None
        return draft(adjective, cue, [], phrases.subtree(clause), _NAMELESS)
    for child in adjective.rights:
        source = phrases.noun_phrase(found)
        if child.dep_ == "ccomp" and "clause" in frames:
            return draft(adjective, cue, source, phrases.subtree(child), _LIKELY)
        if child.dep_ == "xcomp" and "infinitive" in frames:
            return draft(adjective, cue, source, phrases.subtree(child), _LIKELY)
        if child.dep_ == "prep" and child.lower_ in frames:
            rest = [i for i in phrases.subtree(child) if i != child.i]
            return draft(adjective, [*cue, child.i], source, rest, _LIKELY)
    return None
