"""Attributions that a verb makes: X said that Y, X urged Y to Z, X condemned Y, X is believed to Y, Y, X said.

In: a parsed `Doc`. Out: drafts. Words between quotation marks are the matter of tagging_quotes.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.meaning import phrases
from rashomon.meaning.cues import Cues, cues
from rashomon.meaning.drafts import Draft

_CLAUSE, _PHRASE, _IMPERSONAL = 0.9, 0.7, 0.6
_TOPICS = frozenset({"as", "for", "of", "over", "about", "against", "to", "with", "on", "from"})
_EXPLETIVES = frozenset({"it", "there"})


def find(doc: Doc) -> Iterator[Draft]:
    """The attributions of all verbs."""
    known = cues()
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB"):
            draft = _passive(token, known) if phrases.is_passive(token) else _active(token, known)
            if draft:
                yield draft


def _active(verb: Token, known: Cues) -> Draft | None:
    lemma = verb.lemma_.lower()
    source = source_of(verb)
    content, topic, score = _content(verb, lemma, known)
    if not content:
        return None
    if lemma in known.complement:
        return _seeming(verb, content)
    if not source:
        return None
    cue = cue_of(verb, topic)
    return draft(verb, cue, source, content, score)


def _content(verb: Token, lemma: str, known: Cues) -> tuple[list[int], Token | None, float]:
    """What is attributed, and the preposition that belongs to the cue."""
    clause = _clause(verb)
    if clause is not None and lemma in known.clause:
        return phrases.subtree(clause), None, _CLAUSE
    wrapped = _wrapped(verb) if lemma in known.clause else []
    if wrapped:
        return wrapped, None, _CLAUSE
    found: list[int] = []
    for child in verb.children:
        if child.i < verb.i and child.dep_ != "dobj":
            continue
        if child.dep_ in {"xcomp", "ccomp"} and _takes(lemma, child, known):
            found += _addressee(verb, lemma, known) + phrases.subtree(child)
        elif child.dep_ == "dobj" and lemma in known.object and child.ent_type_ not in {"DATE", "TIME"}:
            found += phrases.subtree(child) + _topics(verb, child)
        elif child.dep_ in {"acomp", "oprd", "attr"} and lemma in known.complement:
            found += phrases.subtree(child)
    if found:
        return found, None, _PHRASE
    for child in verb.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in known.prepositions.get(lemma, ()):
            rest = [i for i in phrases.subtree(child) if i != child.i]
            return rest, child, _PHRASE
    return [], None, 0.0


def _clause(verb: Token) -> Token | None:
    """The reported clause: one with a subject of its own, before or after the verb."""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.tag_ != "VBG":
            return child
    return None


def _takes(lemma: str, child: Token, known: Cues) -> bool:
    return lemma in (known.gerund if child.tag_ == "VBG" else known.infinitive)


def _addressee(verb: Token, lemma: str, known: Cues) -> list[int]:
    """The object of a verb like urge, whose infinitive it is the subject of; who is told or asked stays outside."""
    if lemma in known.addressed:
        return []
    return [i for child in verb.rights if child.dep_ == "dobj" for i in phrases.subtree(child)]


def _topics(verb: Token, thing: Token) -> list[int]:
    """What the object is described as, blamed for, or accused of."""
    out: list[int] = []
    for child in verb.rights:
        if child.i > thing.i and child.dep_ in {"prep", "oprd", "dative"} and child.lower_ in _TOPICS:
            out += phrases.subtree(child)
    return out


def _wrapped(verb: Token) -> list[int]:
    """The clause around a verb that stands in brackets of commas: it was, he said, a mistake."""
    if verb.dep_ != "parataxis" or phrases.own_subject(verb) is None:
        return []
    own = set(phrases.subtree(verb))
    return [i for i in phrases.subtree(verb.head) if i not in own]


def _seeming(verb: Token, content: list[int]) -> Draft | None:
    """It seems that ..., X appears to ...: nobody is named, and the subject belongs to what is thought."""
    found = phrases.subject(verb)
    inside = list(content)
    if found is not None and found.lower_ not in _EXPLETIVES:
        inside += phrases.noun_phrase(found)
    return draft(verb, cue_of(verb, None), [], inside, _IMPERSONAL)


def _passive(verb: Token, known: Cues) -> Draft | None:
    """X is said to Y, it is believed that Y, X was condemned by Y."""
    lemma = verb.lemma_.lower()
    by = phrases.agent(verb)
    source = phrases.noun_phrase(by) if by is not None else []
    theme = phrases.passive_subject(verb)
    rest: list[int] = []
    for child in verb.rights:
        known_frame = lemma in known.passive or (by is not None and lemma in known.clause | known.object)
        topic = child.dep_ == "prep" and child.lower_ in {"as", "of", "for", "with"}
        if known_frame and (topic or child.dep_ in {"xcomp", "ccomp", "oprd"}):
            rest += phrases.subtree(child)
    if not rest and not (source and lemma in known.object):
        return None
    if theme is not None and theme.lower_ not in _EXPLETIVES:
        rest += phrases.noun_phrase(theme)
    return draft(verb, cue_of(verb, None), source, rest, _PHRASE if source else _IMPERSONAL)


def source_of(verb: Token) -> list[int]:
    """The noun phrase that says what the verb says."""
    if phrases.is_passive(verb):
        return []
    found = phrases.subject(verb)
    if found is None or found.lower_ in {"there", "what"}:
        return []
    if found.dep_ in phrases.SUBJECTS and found.tag_.startswith("VB"):
        return []
    inside = set(phrases.subtree(verb)) if verb.is_ancestor(found) is False else set()
    return [i for i in phrases.noun_phrase(found) if i not in inside]


def cue_of(verb: Token, topic: Token | None) -> list[int]:
    """The verb with what belongs to it, its preposition where that stands next to it, and where it was said."""
    group = phrases.verb_group(verb)
    if topic is not None:
        return group + ([topic.i] if topic.i == group[-1] + 1 else [])
    for child in verb.rights:
        if child.dep_ == "prep" and child.i == group[-1] + 1:
            inside = phrases.subtree(child)
            if any(verb.doc[i].lemma_.lower() in cues().channels for i in inside) and len(inside) <= 4:
                return group + inside
    return group


def draft(head: Token, cue: list[int], source: list[int], content: list[int], score: float) -> Draft | None:
    """A draft without overlaps between its parts; none where nothing is left to attribute."""
    taken = set(cue) | set(source)
    kept = phrases.trimmed(head.doc, (i for i in content if i not in taken))
    if not kept:
        return None
    return Draft(head.i, tuple(sorted(cue)), tuple(sorted(source)), tuple(kept), score)
