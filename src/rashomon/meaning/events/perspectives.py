"""In whose words an event stands and how surely: claim, certainty, polarity and status of one trigger.

In: a trigger and the `Ground`. Out: a `Perspective`. How surely a source says what it says is the claim's matter.
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from rashomon.meaning.events import ahead
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.events.lexicon import lexicon
from rashomon.meaning.events.triggers import Trigger
from rashomon.meaning.phrases import is_definite, is_perfect
from rashomon.records import Certainty, Claim, Perspective, Polarity, Status
from rashomon.spans import Span

_WITH_FOR = frozenset({"call", "ask", "appeal", "push"})
"""Verbs that ask for an event only where "for" stands between."""
_WITHOUT_FOR = frozenset({"reason"})
"""Nouns that make an event one that is only thought of where "for" does not stand between: "a reason to attack"."""
_IF = frozenset({"if", "unless", "whether", "lest"})
_OPENING = frozenset({"had", "should", "were"})
_UP = 5
_CLAUSES = frozenset(
    {
        "xcomp",
        "ccomp",
        "acl",
        "advcl",
        "pcomp",
        "prep",
        "pobj",
        "dobj",
        "conj",
        "nsubj",
        "amod",
        "oprd",
        "acomp",
        "attr",
        "nsubjpass",
    }
)
_CLOSE = frozenset({"of", "for", "against", "about", "on", "to", "in", "without", "from", "under"})
_PRESUMED = frozenset({"after", "since", "following", "during", "before", "despite"})
_ASKING = frozenset({"demands", "asks"})
_HEDGES: tuple[Certainty, ...] = ("alleged", "reported", "possible", "probable")


def perspective(trigger: Trigger, ground: Ground) -> Perspective:
    """What the words around a trigger say of it."""
    claim = ground.claim[trigger.token.i]
    marks = _Marks(trigger, claim)
    certainty = marks.certainty()
    if claim is not None and certainty == "certain":
        certainty = _of_claim(claim, trigger)
    polarity: Polarity = "denied" if marks.denied() != _denies(claim, trigger) else "affirmed"
    status = marks.status()
    if status == "hypothetical" and certainty == "certain" and marks.modal():
        certainty = "possible"
    evidence = (trigger.span, *marks.evidence())
    return Perspective(claim.id if claim else None, certainty, polarity, status, tuple(dict.fromkeys(evidence)))


def _of_claim(claim: Claim, trigger: Trigger) -> Certainty:
    """The claim's own certainty where the event is what is claimed; what it takes for granted is certain to it.

    Who alleges that somebody carried out the attack takes the attack for granted, but not who did it.
    """
    if claim.stance == "accuses" or claim.certainty == "alleged":
        known = definite(trigger) and trigger.frame.governor is None
        return "certain" if known else "alleged"
    return claim.certainty if claim.certainty == "reported" or _is_claimed(claim, trigger) else "certain"


def _denies(claim: Claim | None, trigger: Trigger) -> bool:
    """Whether the claim denies the very event; who does not ask for it says nothing of whether it was."""
    denied = claim is not None and claim.polarity == "denied" and claim.stance not in _ASKING
    return claim is not None and denied and _is_claimed(claim, trigger)


def definite(trigger: Trigger) -> bool:
    """Whether a noun speaks of an event as known: "the attack", "this attack"."""
    return trigger.noun and is_definite(trigger.token)


def _is_claimed(claim: Claim, trigger: Trigger) -> bool:
    """Whether an event stands at the head of what is claimed: no other verb or noun of the content above it."""
    at = trigger.frame.clause()
    for _ in range(_UP):
        above = at.head
        if above.i == at.i:
            return True
        if any(span.start <= above.idx < span.end for span in claim.cue):
            return True
        reported = (
            above.pos_ == "NOUN" and at.dep_ in {"acl", "ccomp"} and above.lemma_.lower() in lexicon().words["said"]
        )
        within = any(span.start <= above.idx < span.end for span in claim.content)
        if within and above.pos_ in {"VERB", "NOUN"} and not reported:
            return False
        at = above
    return False


class _Marks:
    """The words that bear on an event: those of its clause, and the heads that it hangs on."""

    def __init__(self, trigger: Trigger, claim: Claim | None) -> None:
        self._trigger = trigger
        self._claim, self._cue = claim, claim.cue if claim else ()
        self._words = lexicon().words
        self._clause = trigger.frame.clause()
        self._heads = list(self._above())
        self._used: list[Token] = []

    def evidence(self) -> list[Span]:
        """The hedges and negations that were found."""
        return [Span(token.idx, token.idx + len(token)) for token in self._used]

    def _above(self) -> Iterator[Token]:
        """The words that the clause hangs on, as far as they bear on whether the event took place."""
        at = self._clause
        named = self._trigger.noun and self._trigger.frame.governor is None
        for _ in range(_UP):
            above = at.head
            if above.i == at.i or not (at.dep_ in _CLAUSES or (at.dep_ == "relcl" and ahead.is_infinitive(at))):
                return
            if at.dep_ == "ccomp" and above.lemma_.lower() in self._words["feared"]:
                yield above
                return
            if named and at.i == self._clause.i and ahead.is_supposed(at):
                yield above
                return
            if _told_apart(at):
                return
            if at.dep_ == "conj":
                at = above
                continue
            if named and at.i == self._trigger.token.i and at.dep_ == "pobj" and above.lower_ not in _CLOSE:
                return
            lemma = above.lemma_.lower()
            if lemma in self._words["answers"]:
                return
            if above.pos_ in {"VERB", "AUX"} and definite(self._trigger):
                wanted = self._words["hypothetical"] | self._words["ordering"]
                if at.dep_ == "dobj" and lemma in wanted - self._words["letting"]:
                    yield above
                return
            yield above
            if lemma in self._words["denying"] or (named and above.pos_ == "VERB"):
                return
            at = above

    def _own(self) -> Iterator[Token]:
        """Modifiers of trigger and clause, and auxiliaries."""
        yield from (
            child
            for child in self._trigger.token.children
            if child.dep_ in {"amod", "advmod", "aux", "neg", "det", "compound", "acomp", "preconj"}
        )
        if self._clause.i != self._trigger.token.i:
            yield from (child for child in self._clause.children if child.dep_ in {"aux", "advmod", "neg"})

    def _blaming(self) -> Iterator[Token]:
        """The verb that says who is behind it, what it hangs on, and what goes with these: not whether it happened."""
        at = self._trigger.frame.blaming
        for _ in range(_UP):
            if at is None:
                return
            yield at
            yield from (child for child in at.children if child.dep_ in {"aux", "advmod"})
            if at.dep_ not in {"xcomp", "ccomp", "pcomp", "prep"}:
                return
            at = at.head

    def certainty(self) -> Certainty:
        """The first hedge found, nearest first."""
        near = list(self._own())
        above = [head for head in self._heads if head.pos_ != "PROPN"]
        for token in (*near, *above, *self._blaming()):
            lemma = token.lemma_.lower()
            for name in _HEDGES:
                if lemma in self._words[name] and not (
                    name == "possible" and token.dep_ == "aux" and token.tag_ != "MD"
                ):
                    if name == "probable" and token.pos_ == "VERB" and not _passive(token):
                        continue
                    if lemma == "would" and (not _conditional(token) or ahead.is_foretold(token.head)):
                        continue
                    self._used.append(token)
                    return name
        return "alleged" if self._charged() else "certain"

    def _charged(self) -> bool:
        """Whether the event is what somebody is charged with: "charged with killing two clerks"."""
        for before, head in pairwise([self._clause, *self._heads]):
            if before.lower_ in {"with", "of"} and head.lemma_.lower() in self._words["charging"]:
                self._used.append(head)
                return True
        return False

    def denied(self) -> bool:
        """Negation of the clause, "no" before the noun, or a verb such as refuse or deny above."""
        negations = [
            token for token in self._own() if token.dep_ == "neg" or token.lower_ in {"no", "never", "neither", "not"}
        ]
        negations += [
            child
            for name, head in self._trigger.frame.phrases
            if name in {"object", "subject"}
            for child in (head, *head.children)
            if child.lower_ in {"no", "nobody", "none"} and child.dep_ in {"det", "nsubj", "nsubjpass", "dobj", "neg"}
        ]
        for head in self._heads:
            if head.lemma_.lower() in self._words["denying"] and head.pos_ in {"VERB", "NOUN", "ADP"}:
                negations.append(head)
        negations += [token for head in self._heads if self._falls_with(head) for token in _negations(head)]
        without = [self._clause, self._trigger.token]
        negations += [t.head for t in without if t.dep_ in {"pcomp", "pobj"} and t.head.lower_ == "without"]
        if self._counted():
            negations = [each for each in negations if not any(span.start <= each.idx < span.end for span in self._cue)]
        self._used += negations
        return bool(negations)

    def _counted(self) -> bool:
        """Whether the claim that the event stands in has the negation of its cue already."""
        claim = self._claim
        if claim is None or claim.certainty == "unknown":
            return claim is not None
        denies = claim.polarity == "denied" or claim.stance == "denies" or claim.stance in _ASKING
        return denies and _is_claimed(claim, self._trigger)

    def _falls_with(self, head: Token) -> bool:
        """Whether the event did not come about, or is not meant to, where a word above it is negated."""
        lemma = head.lemma_.lower()
        if head.pos_ == "NOUN":
            thought = lemma in self._words["hypothetical"] or lemma in self._words["planned"]
            return thought and not self._trigger.noun
        return lemma in self._words["leading"] or lemma in self._words["planned"]

    def modal(self) -> bool:
        """Whether may, might, could, would or the like is in the clause."""
        return any(
            child.lower_ in ahead.MODALS
            for token in (self._clause, *self._heads[:2])
            for child in token.children
            if child.dep_ == "aux"
        )

    def status(self) -> Status:
        """Actual unless the words speak of plans, the future, a condition, or what goes on."""
        found = self._of_clauses() or self._of_own_words()
        if found is not None:
            return found
        if self._clause.tag_ not in {"VBD"}:
            for before, head in pairwise([self._clause, *self._heads]):
                found = self._of_word(head)
                no_more = (
                    _WITHOUT_FOR
                    if before.lower_ == "for"
                    else frozenset()
                    if ahead.is_infinitive(before)
                    else _WITH_FOR
                )
                if head.lemma_.lower() in no_more:
                    continue
                if found is not None:
                    self._used.append(head)
                    return found
        if self._is_aim():
            return "planned"
        if self._clause.tag_ == "VBG" and any(
            child.lemma_ == "be" and child.tag_ in {"VBZ", "VBP"}
            for child in self._clause.children
            if child.dep_ == "aux"
        ):
            return "ongoing"
        return "actual"

    def _is_aim(self) -> bool:
        """Whether the event, or what it hangs on, is aimed at or called for, and nobody failed to bring it about.

        A noun that no verb carries is taken for granted: "the decision to support the sanctions".
        """
        if self._trigger.noun and self._trigger.frame.governor is None:
            return False
        at = next((each for each in (self._clause, *self._heads) if each.pos_ in {"VERB", "AUX"}), self._clause)
        tried = at.head.lemma_.lower() in self._words["denying"]
        return not tried and (ahead.is_aim(at) or ahead.is_called_for(at))

    def _of_clauses(self) -> Status | None:
        """By what is feared, and by tense and mood of the clauses that the event stands in."""
        feared = next((head for head in self._heads if head.lemma_.lower() in self._words["feared"]), None)
        if feared is not None:
            self._used.append(feared)
            return "hypothetical"
        verbs = (self._clause, *(head for head in self._heads if head.pos_ in {"VERB", "AUX"}))
        return next((found for at in verbs if (found := self._of_clause(at))), None) or ahead.awaited(self._clause)

    def _of_own_words(self) -> Status | None:
        """By the verb that carries a noun ("planned an attack") and the words before it ("an imminent attack")."""
        ordered = self._clause.lemma_.lower() in self._words["ordering"]
        carried = self._trigger.frame.governor is not None and (ordered or not definite(self._trigger))
        if carried and (found := self._of_word(self._clause)):
            return found
        words = (
            token
            for token in self._own()
            if token.pos_ in {"ADJ", "VERB", "DET"} and token.lemma_.lower() not in self._words["attempts"]
        )
        return next((found for token in words if (found := self._of_word(token))), None)

    def _of_word(self, token: Token) -> Status | None:
        lemma = token.lemma_.lower()
        if lemma in self._words["planned"] | self._words["ordering"]:
            return "planned"
        if lemma in self._words["hypothetical"]:
            return "hypothetical"
        return None

    def _of_clause(self, verb: Token) -> Status | None:
        if verb.pos_ not in {"VERB", "AUX"}:
            return None
        if _has_if(verb):
            return "hypothetical"
        if ahead.is_foretold(verb):
            return "planned"
        for child in verb.children:
            if child.dep_ == "aux" and child.lower_ in ahead.FUTURE:
                return "planned"
            if child.dep_ == "aux" and child.lower_ in ahead.MODALS and not is_perfect(verb):
                return "hypothetical"
        if verb.lemma_ == "go" and verb.tag_ == "VBG" and verb.i < self._clause.i:
            return "planned"
        if _question(verb):
            return "hypothetical"
        return None


def _told_apart(at: Token) -> bool:
    """Whether what a word hangs on says nothing of whether it is so: a subject, a clause of its own, "after"."""
    if at.dep_ == "prep":
        return at.lower_ in _PRESUMED
    if at.dep_ in {"amod", "acl"}:
        return at.tag_ == "VBN"
    if at.dep_ == "nsubj":
        return at.head.pos_ in {"VERB", "AUX"}
    if at.dep_ == "conj":
        return at.pos_ == "VERB" and _finite(at)
    if at.dep_ == "advcl":
        return not _has_if(at) and not ahead.is_infinitive(at)
    return at.dep_ == "ccomp" and not (_has_if(at) or _subjunctive(at) or ahead.is_infinitive(at))


def _negations(head: Token) -> list[Token]:
    """The "not" of a verb, the "no" of a noun."""
    return [child for child in head.children if child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no")]


def _has_if(verb: Token) -> bool:
    """Whether the clause of a verb is a condition: "if they had", "had they"."""
    return any(child.dep_ == "mark" and child.lower_ in _IF for child in verb.children) or _inverted(verb)


def _inverted(verb: Token) -> bool:
    """Whether a dependent clause opens with its auxiliary: "Had rebels seized the dam, the army would have fled"."""
    opening = (child.i for child in verb.children if child.lower_ in _OPENING and child.dep_ in {"aux", "auxpass"})
    subject = (child.i for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
    return verb.dep_ in {"advcl", "ccomp"} and next(opening, verb.i) < next(subject, -1)


def _subjunctive(verb: Token) -> bool:
    """A bare verb with a subject: they demand that he resign."""
    return verb.tag_ == "VB" and not any(child.dep_ == "aux" for child in verb.children)


def _finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def _passive(verb: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children) or verb.tag_ == "VBN"


def _conditional(token: Token) -> bool:
    return token.head.tag_ == "VB"


def _question(verb: Token) -> bool:
    return verb.dep_ == "ROOT" and any(child.text == "?" for child in verb.children)
