"""The phrases that hang on a verb or noun, by what they are to it: subject, object, possessive, prepositions.

In: a trigger token. Out: a `Frame`, the same for active and passive, for a verb and a noun that a light verb carries.
Which part a phrase plays in an event does not belong here.
"""

from dataclasses import dataclass, field

from spacy.tokens import Token

from rashomon.meaning.events.lexicon import lexicon
from rashomon.meaning.phrases import PASSIVE_SUBJECTS, SUBJECTS, agent, is_passive, own_subject, subject

_WHO = frozenset({"who", "that", "which", "whom"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "obj"})
_PUT = PASSIVE_SUBJECTS | {"dobj"}
_BLAMING = frozenset({"of", "for", "from", "as"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_DEPTH = 4
_NEAR = 4
_MANY = 16
"""Nouns joined to one by commas and "and"; a longer row is a table."""


@dataclass(slots=True)
class Frame:
    """Phrases by name, each by the token at its head; `governor` is the verb that lends a noun its clause.

    `blaming` is the verb of what says who is behind it: "is believed to be behind the attack".
    """

    trigger: Token
    governor: Token | None
    phrases: list[tuple[str, Token]] = field(default_factory=list)
    blaming: Token | None = None

    def heads(self, name: str) -> list[Token]:
        """Heads of the phrases of one name."""
        return [token for each, token in self.phrases if each == name]

    def clause(self) -> Token:
        """The word whose tense and negation are the event's."""
        return self.governor or self.trigger


def frame(trigger: Token) -> Frame:
    """The frame of a verb or noun."""
    if trigger.pos_ in {"VERB", "AUX"}:
        out = Frame(trigger, None)
        _of_verb(out, trigger)
    else:
        out = Frame(trigger, _governor(trigger))
        _of_noun(out, trigger)
    seen: set[tuple[str, int]] = set()
    phrases, out.phrases = out.phrases, []
    for name, token in phrases:
        doer = _actor(token) if name == "subject" else token
        for each in (doer, *conjuncts(doer)) if doer is not None else ():
            if (name, each.i) not in seen and each.i != trigger.i:
                seen.add((name, each.i))
                out.phrases.append((name, each))
    return out


def lend(out: Frame, noun: Token) -> None:
    """Gives a verb the phrases behind the noun that belongs to it: "signed an agreement with Merrow and Ostia"."""
    own = Frame(noun, None)
    _prepositions(own, noun)
    found = ((name, each) for name, token in own.phrases for each in (token, *conjuncts(token)))
    out.phrases += [each for each in found if each not in out.phrases]


def _actor(token: Token) -> Token | None:
    """Who does what is said of a plan or an attempt: whose it is, if that is said; any other noun is itself."""
    words = lexicon().words
    if token.lemma_.lower() not in words["means"] or token.lower_ in words["bodies"]:
        return token
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    if owner is None and token.dep_ == "dobj" and token.head.lemma_.lower() in words["having"]:
        owner = subject(token.head)
    return owner


def conjuncts(token: Token) -> list[Token]:
    """The nouns that are joined to a noun by "and"."""
    out: list[Token] = []
    at = token
    while True:
        following = next((child for child in at.children if child.dep_ == "conj"), None)
        if following is None or len(out) >= _MANY:
            return out
        out.append(following)
        at = following


def _of_verb(out: Frame, verb: Token) -> None:
    passive = is_passive(verb) or _bare_passive(verb)
    for child in verb.children:
        if child.dep_ == "agent":
            out.phrases += [("subject", each) for each in child.children if each.dep_ == "pobj"]
        elif child.dep_ in _OBJECTS and child.pos_ != "ADJ" and not continued(child):
            out.phrases.append(("object", resolved(child)))
    if passive and agent(verb) is None:
        out.phrases += [("subject", each) for each in _doer_behind(verb)]
    found = _blamed(verb) or _moved(verb) or _nearest_subject(verb) or subject(verb)
    if passive:
        if not out.heads("object"):
            out.phrases += [("object", each) for each in _passive_subject(verb)]
    elif verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and own_subject(verb) is None:
        out.phrases.append(("subject", verb.head.head))
    elif found is not None and not (verb.dep_ == "ccomp" and verb.tag_ in _FINITE and found.head.i != verb.i):
        out.phrases.append(("subject", resolved(found)))
    if not out.heads("object") and not passive:
        out.phrases += [("object", each) for each in _shared_object(verb)]
    _prepositions(out, verb)


def continued(token: Token) -> bool:
    """Whether a phrase goes on in the next, of one verb: "his ex-girlfriend", "the editor Odo Renn"; not "no-one"."""
    nobody = lexicon().nobody
    if token.lower_ in nobody or token.is_bracket:
        return False
    before = token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ in nobody
    after = token.text == "-" and token.i > 0 and token.nbor(-1).lower_ in nobody
    following = (each for each in token.head.children if each.left_edge.i == token.i + 1 and each.dep_ == token.dep_)
    return before or after or any(not each.is_bracket for each in following)


def cut_before(token: Token, head: Token) -> bool:
    """Whether a phrase goes on from a word to a head that the parser gave a place of its own: "his ex-girlfriend"."""
    return token.dep_ == head.dep_ and token.head.i == head.head.i and continued(token)


def _doer_behind(verb: Token) -> list[Token]:
    """Who stands behind "by" after what somebody is held or taken as: "held hostage by the group"."""
    states = (child for child in verb.children if child.dep_ == "oprd")
    links = (far for state in states for far in state.children if far.lower_ == "by")
    return [each for link in links for each in link.children if each.dep_ == "pobj"]


def _nearest_subject(verb: Token) -> Token | None:
    """The last subject before a verb: in "MERROW (MPW) - Gunmen killed" the place of the dateline is taken for one."""
    return next((child for child in reversed(list(verb.lefts)) if child.dep_ in SUBJECTS), None)


def _blamed(verb: Token) -> Token | None:
    """Who does what stands after "of" or "for": "accused the army of shooting", "named her as being behind it"."""
    if verb.dep_ != "pcomp" or own_subject(verb) is not None:
        return None
    charged = verb.head.lower_ == "with" and verb.head.head.lemma_.lower() in lexicon().words["charging"]
    if not charged and verb.head.lower_ not in _BLAMING:
        return None
    return next((child for child in verb.head.head.children if child.dep_ in {"dobj", "nsubjpass"}), None)


def _moved(verb: Token) -> Token | None:
    """Who is made to do what stands behind "to": "forced the mayor to resign"."""
    if verb.dep_ not in {"xcomp", "advcl"} or verb.tag_ != "VB" or own_subject(verb) is not None:
        return None
    if verb.head.lemma_.lower() not in lexicon().words["moving"]:
        return None
    return next((child for child in verb.head.children if child.dep_ == "dobj"), None)


def _shared_object(verb: Token) -> list[Token]:
    """The object of the next verb in "seized and shot tourists"."""
    following = next((child for child in verb.children if child.dep_ == "conj" and child.tag_ == verb.tag_), None)
    if following is None or following.i - verb.i > _NEAR:
        return []
    return [child for child in following.children if child.dep_ == "dobj"]


def _bare_passive(verb: Token) -> bool:
    """A participle without auxiliary: "the man arrested in", "Man killed in", "the ousted leader"."""
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in {"acl", "amod"}:
        return True
    lacking = not any(child.dep_ in {"nsubj", "aux"} for child in verb.children)
    if verb.dep_ == "conj" and lacking and _passive_like(verb.head):
        return True
    return any(child.dep_ == "agent" for child in verb.children)


def _passive_like(verb: Token) -> bool:
    return is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"})


def _passive_subject(verb: Token) -> list[Token]:
    if verb.dep_ in {"acl", "amod"}:
        return [verb.head]
    at, depth = verb, 0
    while depth <= _DEPTH:
        for child in at.children:
            if child.dep_ in {"nsubjpass", "nsubj"}:
                return [resolved(child)]
        if at.dep_ in {"acl", "amod"}:
            return [at.head]
        since = at.dep_ == "pobj" and at.ent_type_ in {"DATE", "TIME"}
        if not since and (at.dep_ not in {"conj", "xcomp", "pcomp", "prep", "advcl"} or at.head.i == at.i):
            return []
        at, depth = at.head, depth + 1
    return []


def resolved(token: Token) -> Token:
    """The noun that a relative pronoun stands for, never a place for "who"; any other token is itself."""
    if token.lower_ in _WHO and token.tag_ in {"WP", "WDT", "IN"}:
        at = token
        for _ in range(_DEPTH):
            if at.dep_ == "relcl":
                thing = token.lower_ in {"who", "whom"} and at.head.lemma_.lower() in lexicon().classes["Building"]
                return token if thing else at.head
            at = at.head
    return token


def _prepositions(out: Frame, head: Token, *, after: Token | None = None) -> None:
    """The phrases with prepositions of a word; only the one right after a noun where `after` is given."""
    for child in head.children:
        if after is not None and child.i != after.i + 1:
            continue
        if child.dep_ in {"prep", "dative"} and child.pos_ in {"ADP", "SCONJ", "PART"}:
            name = child.lower_
            for each in child.children:
                if each.dep_ in {"pobj", "pcomp"} and not continued(each):
                    out.phrases.append((name, each))
                    out.phrases += [("of", far) for stray in strayed(each) for far in stray.children]
                    if each.lower_ == "connection":
                        out.phrases += [
                            ("over", far) for link in each.children for far in link.children if link.lower_ == "with"
                        ]
                elif each.dep_ == "prep":
                    inner = "from" if name == "out" else each.lower_
                    out.phrases += [(inner, far) for far in each.children if far.dep_ == "pobj"]
        elif child.dep_ == "dative":
            out.phrases.append(("to", child))


def strayed(doer: Token) -> list[Token]:
    """The "of" of a deed, where the parse gives it to the doer: "the killing by police of a boy"."""
    sided = doer.ent_type_ or doer.lemma_.lower() in lexicon().classes["Side"]
    if not sided or doer.head.lower_ != "by" or doer.head.head.pos_ not in {"NOUN", "PROPN"}:
        return []
    return [child for child in doer.children if child.lower_ == "of" and not child.ent_type_]


def _governor(noun: Token) -> Token | None:
    """The light verb that carries a noun: "carried out an attack", "the attack took place"."""
    words = lexicon().words
    at = noun
    while at.dep_ == "conj" and at.head.pos_ in {"NOUN", "PROPN"}:
        at = at.head
    if at.dep_ == "pobj" and at.head.lower_ == "of" and at.head.head.pos_ == "NOUN" and at.head.head.i < at.i:
        at = at.head.head
    verb = at.head
    lemma = verb.lemma_.lower()
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    if at.dep_ in {"dobj", "nsubjpass"} and lemma in words["light"]:
        return verb
    if at.dep_ in {"nsubj", "nsubjpass"} and lemma in words["happen"]:
        return verb
    if verb.lemma_ == "be" and at.dep_ in {"attr", "nsubj"} and any(child.lower_ == "there" for child in verb.lefts):
        return verb
    return None


def _of_noun(out: Frame, noun: Token) -> None:
    for child in noun.children:
        if child.dep_ == "poss":
            out.phrases.append(("poss", child))
        elif child.dep_ in {"compound", "nmod", "amod"}:
            name = "adjective" if child.ent_type_ == "NORP" else "compound"
            out.phrases.append((name, child))
        elif child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in lexicon().words["light"]:
            _lend(out, child)
        elif child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in lexicon().words["aiming"]:
            out.phrases += [("against", far) for far in _aim(child, noun)]
    _prepositions(out, noun)
    if noun.dep_ == "dobj" and out.governor is None:
        _prepositions(out, noun.head, after=noun)
    if noun.dep_ == "pobj":
        _of_setting(out, noun)
    elif noun.dep_ in {"dobj", "dative"} and noun.head.lemma_.lower() in lexicon().words["attending"]:
        found = subject(noun.head)
        out.phrases += [("attendant", resolved(found))] if found is not None else []
    if out.governor is not None:
        _lend(out, out.governor)
    else:
        _responsibility(out, noun)


def _aim(verb: Token, noun: Token) -> list[Token]:
    """What a deed is aimed at: "an attack targeting a convoy", "a strike that hit a school", "a bomb aimed at"."""
    doer = own_subject(verb)
    if is_passive(verb) or (doer is not None and resolved(doer).i != noun.i):
        return []
    at = [far for child in verb.children if child.lower_ in {"at", "against"} for far in child.children]
    return [child for child in (*verb.children, *at) if child.dep_ == "dobj" or child.head in verb.children]


def _lend(out: Frame, verb: Token) -> None:
    """Subject and prepositions of a light verb go to the noun that it carries."""
    light = verb.lemma_.lower() in lexicon().words["light"]
    name = "object" if verb.lemma_.lower() in lexicon().words["undergone"] else "subject"
    if light and (is_passive(verb) or _bare_passive(verb)):
        for child in verb.children:
            if child.dep_ == "agent":
                out.phrases += [(name, each) for each in child.children if each.dep_ == "pobj"]
    elif light:
        found = _blamed(verb) or subject(verb)
        if found is not None and found.i != out.trigger.i and resolved(found).i != out.trigger.i:
            out.phrases.append((name, resolved(found)))
    _prepositions(out, verb)


def _of_setting(out: Frame, noun: Token) -> None:
    """Whose state or doing a noun behind a preposition is: "are under arrest", "at a meeting, they said"."""
    words = lexicon().words
    verb, name = noun.head.head, noun.head.lower_
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    lemma = verb.lemma_.lower()
    bare = not any(child.dep_ in {"det", "poss"} for child in noun.children)
    found = subject(verb)
    if name in {"under", "on"} and bare and (lemma == "be" or lemma in words["placing"]):
        put = next((child for child in verb.children if child.dep_ in _PUT), found)
        out.phrases += [("object", resolved(put))] if put is not None else []
    elif found is not None and name == "at":
        out.phrases.append(("attendant", resolved(found)))
    elif (
        found is not None
        and name == "in"
        and any(child.dep_ == "dobj" for child in verb.children)
        and not is_passive(verb)
        and not out.heads("by")
    ):
        kinds = [lexicon().kinds[entry.type] for entry in lexicon().verbs.get(lemma, ())]
        if any(kind.roles.get("subject") == "agent" for kind in kinds) and not out.heads("poss"):
            out.phrases.append(("subject", resolved(found)))


def _responsibility(out: Frame, noun: Token) -> None:
    """Who claims responsibility for it, or is said to be responsible or behind it."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"for", "behind"}:
        return
    owner = noun.head.head
    if owner.lemma_.lower() in {"responsibility", "credit"} and owner.head.pos_ == "VERB":
        blaming = owner.head
    elif owner.lemma_.lower() == "responsible" or noun.head.lower_ == "behind":
        blaming = owner if owner.pos_ in {"VERB", "AUX"} else owner.head
    else:
        return
    found = _blamed(blaming) or subject(blaming)
    if found is not None:
        out.phrases.append(("subject", resolved(found)))
        out.blaming = blaming
