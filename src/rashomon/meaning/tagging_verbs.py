"""Attributions that a verb makes: X said that Y, X urged Y to Z, X condemned Y, X is believed to Y, Y, X said.

In: a parsed `Doc`. Out: drafts. Kept are those inside other statements; the rest is the encoder's matter (see
tagging).
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.meaning import phrases
from rashomon.meaning.cues import Cues, cues
from rashomon.meaning.drafts import Draft

_NEAR = 6
_CLAUSE, _PHRASE, _IMPERSONAL = 0.9, 0.7, 0.6
_TOPICS = frozenset({"as", "for", "of", "over", "about", "against", "to", "with", "on", "from"})
_SUBJECTS = phrases.SUBJECTS | phrases.PASSIVE_SUBJECTS | {"expl"}
_EXPLETIVES = frozenset({"it", "there"})
_TAKING, _TAKEN = frozenset({"take", "claim"}), frozenset({"responsibility", "credit", "blame"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SETTING = frozenset({"when", "while", "as", "if", "asked", "because", "since", "but", "and", "although", "though"})
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "what", "where", "when", "why", "how"})


def find(doc: Doc) -> Iterator[Draft]:
    """The attributions of all verbs."""
    known = cues()
    for token in doc:
        if token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB"):
            found = None
            if phrases.is_passive(token):
                found = _passive(token, known)
            elif token.tag_ == "VBN" and not any(child.dep_ == "aux" for child in token.children):
                found = _described(token, known) if token.dep_ == "acl" else _asked(token, known)
            elif not _names(token, known):
                found = _active(token, known)
            if found:
                yield found


def _active(verb: Token, known: Cues) -> Draft | None:
    lemma = verb.lemma_.lower()
    source = source_of(verb)
    content, topic, score = _content(verb, lemma, known)
    if not content:
        return None
    if lemma in known.complement:
        return _seeming(verb, content)
    if not source or not _speaks(verb, source, known) or (score < _CLAUSE and _purpose(verb)):
        return None
    if lemma == "plead":
        content = [i for i in content if i > verb.i + 2]
    return draft(verb, cue_of(verb, topic), source, _whole(verb, content), score)


def _purpose(verb: Token) -> bool:
    """Whether the verb only tells what something was done for: it was built to support them."""
    infinitive = verb.dep_ == "advcl" and any(child.lower_ == "to" for child in verb.children)
    return infinitive and phrases.is_passive(verb.head)


def _names(verb: Token, known: Cues) -> bool:
    """Whether the verb only tells a name or the wish to have none: calling itself X, who asked not to be named."""
    reflexive = any(
        child.dep_ in {"dobj", "nsubj"} and child.lower_.endswith(("self", "selves")) for child in verb.rights
    )
    for child in verb.rights:
        if child.dep_ == "xcomp" and child.lemma_.lower() in known.naming and phrases.is_passive(child):
            return True
        if reflexive and child.dep_ == "oprd" and child.pos_ == "PROPN":
            return True
    return False


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


def _in_statement(verb: Token) -> Token | None:
    """The clause that the parse hangs on the statement it was said in: she said in a statement that ..."""
    for child in verb.rights:
        if child.dep_ == "prep" and child.lower_ in {"in", "on"}:
            for noun in child.children:
                if noun.lemma_.lower() in cues().channels:
                    for clause in noun.rights:
                        if clause.dep_ in {"acl", "ccomp", "relcl"} and _marked(clause):
                            return clause
    return None


def _marked(clause: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _content(verb: Token, lemma: str, known: Cues) -> tuple[list[int], Token | None, float]:
    """What is attributed, and the preposition that belongs to the cue."""
    stated = _in_statement(verb) if lemma in known.clause else None
    if stated is not None:
        return phrases.subtree(stated), None, _CLAUSE
    clause = _clause(verb)
    if clause is not None and lemma in known.clause:
        content = phrases.subtree(clause)
        verbs = (verb.doc[i] for i in content if verb.doc[i].dep_ in {"advcl", "conj"} and verb.doc[i].pos_ == "VERB")
        later = {i for other in verbs if _resumed(other) == verb for i in phrases.subtree(other)}
        return [i for i in content if i not in later], None, _CLAUSE
    wrapped = _wrapped(verb) if lemma in known.clause else []
    if wrapped:
        return wrapped, None, _CLAUSE
    found = _complements(verb, lemma, known)
    if found:
        return found, None, _PHRASE
    behind = _behind(verb) if lemma in known.clause & known.quotation else []
    if behind:
        return behind, None, _CLAUSE
    for child in verb.rights:
        lead = _lead(child)
        if lead is not None and lead.lower_ in known.prepositions.get(lemma, ()):
            return [i for i in phrases.subtree(child) if i != lead.i], lead, _PHRASE
    return [], None, 0.0


def _lead(child: Token) -> Token | None:
    """The preposition of a phrase, or the "for" of a clause: called for them to go."""
    if child.dep_ in {"prep", "agent"}:
        return child
    if child.dep_ in {"advcl", "ccomp", "xcomp"}:
        return next((other for other in child.children if other.dep_ == "mark" and other.lower_ == "for"), None)
    return None


def _complements(verb: Token, lemma: str, known: Cues) -> list[int]:
    """Infinitives, -ing forms and objects that say what the verb is about."""
    found: list[int] = []
    for child in verb.children:
        if child.dep_ == "ccomp" and lemma in known.object - known.clause and _is_noun(child):
            found += phrases.subtree(child)
        elif child.dep_ in {"xcomp", "ccomp"} and child.i > verb.i and _takes(lemma, child, known):
            found += _addressee(verb, lemma, known) + phrases.subtree(child)
        elif child.dep_ == "dobj":
            found += _object(verb, child, lemma, known)
        elif _predicate(child, lemma, known) and not found:
            found += phrases.subtree(child)
        elif child.dep_ == "acomp" and lemma == "plead":
            found += [i for i in phrases.subtree(child) if i != child.i]
    return found


def _is_noun(child: Token) -> bool:
    """Whether the parse takes "that account" for a clause."""
    return any(other.lower_ in {"that", "this"} and other.i == child.i - 1 for other in child.children)


def _predicate(child: Token, lemma: str, known: Cues) -> bool:
    """What something is called, or seems to be."""
    if child.dep_ == "oprd":
        return lemma in known.object or lemma in known.complement
    return child.dep_ in {"acomp", "attr"} and lemma in known.complement


def _object(verb: Token, thing: Token, lemma: str, known: Cues) -> list[int]:
    """An object with what it is said to be or blamed for."""
    topics = _topics(verb, thing)
    counts = lemma in known.object or (lemma in known.object_as and bool(topics))
    counts = counts or (lemma in _TAKING and thing.lemma_.lower() in _TAKEN)
    return phrases.subtree(thing) + topics if counts and thing.ent_type_ not in {"DATE", "TIME"} else []


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
        if child.i > thing.i and (
            child.dep_ == "oprd" or (child.dep_ in {"prep", "dative"} and child.lower_ in _TOPICS)
        ):
            out += phrases.subtree(child)
    return out


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


def _seeming(verb: Token, content: list[int]) -> Draft | None:
    """It seems that ..., X appears to ...: nobody is named, and the subject belongs to what is thought."""
    found = phrases.subject(verb)
    inside = list(content)
    if found is not None and found.lower_ not in _EXPLETIVES:
        inside += phrases.noun_phrase(found)
    return draft(verb, cue_of(verb, None), [], inside, _IMPERSONAL)


def _described(verb: Token, known: Cues) -> Draft | None:
    """A noun with what it is taken for: a town seen as safe."""
    if verb.lemma_.lower() not in known.passive:
        return None
    rest = [i for child in verb.rights if child.dep_ == "prep" and child.lower_ == "as" for i in phrases.subtree(child)]
    own = set(phrases.subtree(verb))
    theme = [i for i in phrases.noun_phrase(verb.head) if i not in own]
    by = phrases.agent(verb)
    source = phrases.noun_phrase(by) if by is not None else []
    return draft(verb, [verb.i], source, rest + theme, _IMPERSONAL) if rest else None


def _asked(verb: Token, known: Cues) -> Draft | None:
    """What somebody was asked, nobody says by whom: asked about it, she left."""
    lemma = verb.lemma_.lower()
    if verb.dep_ != "advcl" or lemma not in known.addressed:
        return None
    content, topic, _ = _content(verb, lemma, known)
    return draft(verb, cue_of(verb, topic), [], content, _IMPERSONAL)


def _passive(verb: Token, known: Cues) -> Draft | None:
    """X is said to Y, it is believed that Y, X was condemned by Y."""
    lemma = verb.lemma_.lower()
    by = phrases.agent(verb)
    source = phrases.noun_phrase(by) if by is not None else []
    theme = phrases.passive_subject(verb)
    rest: list[int] = []
    for child in verb.rights:
        known_frame = lemma in known.passive or (by is not None and lemma in known.clause | known.object)
        topic = child.dep_ == "prep" and child.lower_ in {"as", "of", "for", "with", "about"}
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
    says = known.clause & known.quotation
    if verb.lemma_.lower() not in says or phrases.own_subject(verb) is not None:
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


def cue_of(verb: Token, topic: Token | None) -> list[int]:
    """The verb with what belongs to it, its preposition where that stands next to it, and where it was said."""
    group = phrases.verb_group(verb)
    issuer = _issuer(verb)
    if issuer is not None and verb.i - issuer.i <= _NEAR:
        return list(range(phrases.verb_group(issuer)[0], verb.i + 1))
    if topic is not None:
        return group + ([topic.i] if topic.i == group[-1] + 1 else [])
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
