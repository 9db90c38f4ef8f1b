"""Attributions of a verb with a reported clause: X said that Y, Y, X said, X issued a letter saying that Y.

In: a parsed `Doc`. Out: drafts. Kept are those inside other statements; all else is the encoder's matter (see
tagging).
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from rashomon.meaning import phrases
from rashomon.meaning.cues import Cues, cues
from rashomon.meaning.drafts import Draft

_NEAR = 6
_SURE = 0.9
_SUBJECTS = phrases.SUBJECTS | phrases.PASSIVE_SUBJECTS | {"expl"}
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SETTING = frozenset({"when", "while", "as", "if", "asked", "because", "since", "but", "and", "although", "though"})
_NAMING = frozenset({"NOUN", "PRON", "PROPN"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "what", "where", "when", "why", "how"})


def find(doc: Doc) -> Iterator[Draft]:
    """The attributions of all verbs that say a clause, each with the words for who says it."""
    known = cues()
    for token in doc:
        told = token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB")
        if not told or token.lemma_.lower() not in known.clause or _is_participle(token):
            continue
        content = _content(token, known)
        source = source_of(token) if content else []
        if source and _speaks(token, source, known):
            found = draft(token, cue_of(token), source, _whole(token, content), _SURE)
            if found:
                yield found


def speaker(doc: Doc, cue: Sequence[int], content: Sequence[int]) -> list[int]:
    """Who says what a cue says, by syntax: the subject of its verb of saying, or whom it is according to.

    Nothing where the subject is in the content.
    """
    known = cues()
    for token in (doc[i] for i in reversed(cue)):
        if token.lower_ == "to" and token.i > 0 and doc[token.i - 1].lower_ == "according":
            noun = next((child for child in token.children if child.dep_ == "pobj"), None)
            return (
                [i for i in phrases.noun_phrase(noun) if i not in cue] if noun is not None and noun.i not in cue else []
            )
        says = token.tag_.startswith("VB") and token.lemma_.lower() in known.clause | known.quotation
        if says and not _is_participle(token):
            source = [i for i in source_of(token) if i not in cue]
            names = source and all(head.pos_ in _NAMING for head in phrases.heads(doc[i] for i in source))
            return source if names and _speaks(token, source, known) and not set(source) & set(content) else []
    return []


def _is_participle(verb: Token) -> bool:
    """Whether a verb is in the passive, or describes: "a man accused of theft"."""
    bare = verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children)
    return bare or phrases.is_passive(verb)


def _speaks(verb: Token, source: list[int], known: Cues) -> bool:
    """Whether the source can say anything: no bombing, no day."""
    heads = [
        verb.head if head.lower_ in _RELATIVE and verb.dep_ == "relcl" else head
        for head in phrases.heads(verb.doc[i] for i in source)
    ]
    return not any(head.lemma_.lower() in known.mute or head.ent_type_ in {"DATE", "TIME"} for head in heads)


def _whole(verb: Token, content: list[int]) -> list[int]:
    """The content without "what", and with the noun that the clause is about: a bag (that) they believe ..."""
    doc = verb.doc
    kept = [i for i in content if not (doc[i].lower_ == "what" and doc[i].head.i == verb.i)]
    clause = verb
    while clause.dep_ in {"xcomp", "conj"} and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ != "relcl" or phrases.own_subject(clause) is None:
        return kept
    lead = doc[clause.left_edge.i]
    if lead.lower_ in _RELATIVE:
        return kept
    inside = set(phrases.subtree(clause))
    return [i for i in phrases.noun_phrase(clause.head) if i not in inside] + kept


def _marked(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _content(verb: Token, known: Cues) -> list[int]:
    """What is attributed."""
    clause = _clause(verb)
    if clause is not None:
        content = phrases.subtree(clause)
        verbs = (verb.doc[i] for i in content if verb.doc[i].dep_ in {"advcl", "conj"} and verb.doc[i].pos_ == "VERB")
        later = {i for other in verbs if _resumed(other) == verb for i in phrases.subtree(other)}
        return [i for i in content if i not in later]
    return _wrapped(verb) or (_behind(verb) if verb.lemma_.lower() in known.quotation else [])


def _clause(verb: Token) -> Token | None:
    """The reported clause: one with a subject of its own, before or after the verb."""
    for child in (*verb.rights, *verb.lefts):
        if child.dep_ == "ccomp" and (child.tag_ != "VBG" or _has_subject(child)):
            return child
        if child.dep_ == "advcl" and child.i > verb.i and _marked(child):
            return child
    return None


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _wrapped(verb: Token) -> list[int]:
    """The clause around a verb that stands in brackets of commas: it was, he said, a mistake."""
    if verb.dep_ != "parataxis" or phrases.own_subject(verb) is None:
        return []
    own = set(phrases.subtree(verb))
    return [i for i in phrases.subtree(verb.head) if i not in own]


def _behind(verb: Token) -> list[int]:
    """What stands before a speaker and verb that close the sentence behind a comma: it was late, they said."""
    found = phrases.own_subject(verb)
    doc = verb.doc
    first = min(found.left_edge.i, verb.i) if found is not None else 0
    if found is None or first - 1 <= verb.sent.start or doc[first - 1].text != ",":
        return []
    if found.lower_ in _RELATIVE or any(child.dep_ != "punct" for child in verb.rights):
        return []
    content = list(range(verb.sent.start, first - 1))
    if doc[content[0]].lower_ in _SETTING or any(doc[i].is_space or doc[i].is_quote for i in content):
        return []
    return content if any(doc[i].tag_ in _FINITE for i in content) else []


def source_of(verb: Token) -> list[int]:
    """The noun phrase that says what the verb says."""
    found = phrases.subject(_issuer(verb) or _resumed(verb) or verb)
    if found is None or found.lower_ in {"there", "what"}:
        return []
    if found.dep_ in phrases.SUBJECTS and found.tag_.startswith("VB"):
        return []
    inside = set(phrases.subtree(verb)) if verb.is_ancestor(found) is False else set()
    return [i for i in phrases.noun_phrase(found) if i not in inside]


def _resumed(verb: Token) -> Token | None:
    """The verb of saying that this one goes on from, though the parse hangs it on what was said.

    She said A, adding that B; he says A and maintains that B.
    """
    known = cues()
    if verb.lemma_.lower() not in known.quotation or phrases.own_subject(verb) is not None:
        return None
    adding = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.doc[verb.left_edge.i - 1].text == ","
    if not adding and not (verb.dep_ == "conj" and _clause(verb) is not None):
        return None
    inner = verb.head
    while inner.dep_ in {"ccomp", "conj"} and inner.head.i != inner.i:
        outer = inner.head
        if inner.dep_ == "ccomp" and outer.lemma_.lower() in known.clause and (adding or outer.tag_ == verb.tag_):
            return outer
        inner = outer
    return None


def _issuer(verb: Token) -> Token | None:
    """The verb of issuing a statement that says something: they issued a letter urging ..."""
    noun = verb.head
    if verb.dep_ == "acl" and noun.dep_ == "dobj" and noun.lemma_.lower() in cues().channels:
        return noun.head if phrases.subject(noun.head) is not None else None
    return None


def cue_of(verb: Token) -> list[int]:
    """The verb with what belongs to it, and what it was said in."""
    group = phrases.verb_group(verb)
    issuer = _issuer(verb)
    if issuer is not None and verb.i - issuer.i <= _NEAR:
        return list(range(phrases.verb_group(issuer)[0], verb.i + 1))
    for child in verb.rights:
        if child.dep_ == "prep" and child.i == group[-1] + 1:
            noun = next((other for other in child.children if other.lemma_.lower() in cues().channels), None)
            if noun is not None and noun.i - child.i <= _NEAR:
                return [*group, *range(child.i, noun.i + 1)]
    return group


def draft(head: Token, cue: list[int], source: list[int], content: list[int], score: float) -> Draft | None:
    """A draft without overlaps between its parts; none where nothing is left to attribute."""
    taken = set(cue) | set(source)
    kept = phrases.trimmed(head.doc, (i for i in content if i not in taken))
    if not kept:
        return None
    return Draft(head.i, tuple(sorted(cue)), tuple(sorted(source)), tuple(kept), score)
