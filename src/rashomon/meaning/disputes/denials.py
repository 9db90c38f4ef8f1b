"""Who denies what somebody else says or blames him for.

In: the clauses of a Doc and its events. Out: conflicts of kind `denial`: what was said, and the words that deny it. A
denial that has nobody against it on the page is none.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from rashomon.meaning.disputes.clauses import Clauses, is_denied
from rashomon.meaning.disputes.conflict import Conflict, Stand
from rashomon.meaning.disputes.nearest import nearest
from rashomon.meaning.disputes.tables import tables
from rashomon.meaning.disputes.voices import PAGE, differ, voice_at, voice_of
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.phrases import SUBJECTS, heads, is_definite
from rashomon.records import Claim, Event

_BACK, _NEAR = 8, 2
"""How many sentences before a denial an accusation, or anything else that is said, may stand; after it `_NEAR`."""
_ALIKE = 0.4
"""The part of what a denial speaks of that the other side speaks of too."""
_ACCUSING = frozenset({"accuses", "alleges"})
_SPOKEN = _ACCUSING | {"says", "believes", "reports", "confirms", "warns", "claims_responsibility"}
_POINTING = frozenset({"it", "this", "that", "which"})
_TOLD = frozenset({"ccomp", "xcomp", "pcomp", "acl"})
_NAMED = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class _Said:
    """What may be denied: the words, what they speak of, the record, whether it accuses or says "not"."""

    stand: Stand
    keys: frozenset[str]
    at: Token
    about: str | None
    accusing: bool
    blaming: bool = False
    negated: bool = False
    predicate: str = ""
    subject: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Denial:
    """Words that deny: what they speak of, who denies, and whose word it is, where they say so.

    `loose` denials do not say again what they deny: "denied the accusations", "which she denies".
    """

    stand: Stand
    keys: frozenset[str]
    at: Token
    accused: frozenset[str]
    accuser: str
    loose: bool
    blamed: bool = False
    causal: bool = False
    """Whether it denies a cause: "did not link the move to the outage"."""
    plea: bool = False
    points: bool = False
    """Whether it is one word that points back: "which she denies"."""
    negated: bool = False


class _Sayings:
    """All that may be denied, in order; found by whose word it is, what it speaks of and where it stands."""

    def __init__(self, said: Sequence[_Said], ground: Ground) -> None:
        self._said, self._ground = said, ground
        self._by_voice: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._by_key: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._by_sentence: dict[int, list[int]] = defaultdict(list)
        for number, each in sorted(enumerate(said), key=lambda row: row[1].at.i):
            self._by_voice[each.stand.voice.key].append((each.at.i, number))
            self._by_sentence[ground.sentence(each.at.i)].append(number)
            for key in each.keys:
                self._by_key[key].append((each.at.i, number))

    def against(self, denial: _Denial) -> Iterator[Conflict]:
        """The denial with the nearest of the likeliest things that it may deny."""
        near = (self._said[number] for number in sorted(self._within_reach(denial)))
        scored = [(points, each) for each in near if (points := _points(denial, each, self._ground)) > 0]
        if scored:
            best = max(points for points, _ in scored)
            chosen = min(
                (each for points, each in scored if points == best),
                key=lambda each: (each.at.i > denial.at.i, abs(each.at.i - denial.at.i)),
            )
            yield Conflict("denial", chosen.about, (chosen.stand, denial.stand))

    def _within_reach(self, denial: _Denial) -> set[int]:
        if denial.accuser:
            return {number for _, number in nearest(self._by_voice[denial.accuser], denial.at.i)}
        if not denial.loose:
            speaking = (self._by_key[key] for key in denial.keys - denial.accused)
            return {number for places in speaking for _, number in nearest(places, denial.at.i)}
        at = self._ground.sentence(denial.at.i)
        return {number for place in range(at - _BACK, at + _NEAR + 1) for number in self._by_sentence[place]}


def denials(clauses: Clauses, events: Sequence[Event]) -> Iterator[Conflict]:
    """Each denial with what it denies."""
    sayings = _Sayings([*_claimed(clauses), *_charged(clauses, events), *_told(clauses)], clauses.ground)
    for claim in clauses.ground.claims.values():
        denial = _denial(claim, clauses)
        if denial is not None:
            yield from sayings.against(denial)
    for denial in _called_false(clauses):
        yield from sayings.against(denial)
    for denial in _cleared(clauses, events):
        yield from (replace(each, kind="status") for each in sayings.against(denial))


def _points(denial: _Denial, said: _Said, ground: Ground) -> int:
    """What speaks for it that this is denied, 0 where too little does."""
    if not differ(denial.stand.voice, said.stand.voice) or set(denial.stand.words) & set(said.stand.words):
        return 0
    if denial.accuser:
        return _points_of_accuser(denial, said)
    if not denial.loose:
        return _points_of_words(denial, said)
    apart = ground.sentence(denial.at.i) - ground.sentence(said.at.i)
    if said.predicate or not -_NEAR <= apart <= (_BACK if said.accusing else _NEAR):
        return 0
    return _points_of_place(denial, said, apart)


def _points_of_accuser(denial: _Denial, said: _Said) -> int:
    """For a denial that names whose word it denies: "Ostia falsely accused"."""
    shared = len((denial.keys & said.keys) - denial.accused)
    if said.stand.voice.key != denial.accuser or not (shared > 1 or (shared and said.accusing)):
        return 0
    return shared + 6 * said.blaming + 4 * said.accusing


def _points_of_words(denial: _Denial, said: _Said) -> int:
    """For a denial that says again what it denies: both must speak of one thing."""
    if denial.negated != said.negated or (said.predicate and said.predicate not in denial.keys):
        return 0
    if denial.causal and denial.keys & said.subject:
        return 0
    shared = len((denial.keys & said.keys) - denial.accused)
    alike = (shared > 1 and shared >= _ALIKE * len(denial.keys)) or 0 < shared == len(denial.keys)
    blamed = said.accusing and bool(denial.accused & said.keys)
    return shared if alike or (shared and blamed) else 0


def _points_of_place(denial: _Denial, said: _Said, apart: int) -> int:
    """For a denial that only points back: the nearest accusation, best one of him who denies."""
    if denial.plea:
        return 2 * said.accusing + (said.about or "").startswith("claim")
    named = bool(denial.accused & said.keys)
    shared = len((denial.keys & said.keys) - denial.accused)
    if apart < 0:
        return 2 * (said.accusing and named)
    if said.accusing and (named or apart == 0):
        return 4 + 2 * named + shared
    if denial.points and apart <= 1:
        return 4 + named
    if said.accusing and denial.blamed:
        return 3
    return 2 + shared if named else 0


def _claimed(clauses: Clauses) -> Iterator[_Said]:
    """What the claims of the page say."""
    for claim in clauses.ground.claims.values():
        if claim.polarity == "denied" or claim.stance not in _SPOKEN or not claim.content:
            continue
        words, cue = clauses.tokens(claim.content), clauses.tokens(claim.cue)
        if not words or not cue:
            continue
        accusing = claim.stance in _ACCUSING
        shown = [*cue, *words] if accusing else words
        stand = Stand(voice_of(claim, clauses.ground), tuple(sorted({each.i for each in shown})))
        keys = clauses.keys(words) | clauses.pointed(words)
        last = max((cue[0], words[-1]), key=lambda each: each.i)
        said = _Said(stand, keys, last, claim.id, accusing, claim.stance == "accuses", _negated(words))
        first = next((each for each in words if each.dep_ in SUBJECTS), None)
        yield replace(said, subject=clauses.keys(first.subtree) if first is not None else frozenset())


def _charged(clauses: Clauses, events: Sequence[Event]) -> Iterator[_Said]:
    """Charges in the page's own words."""
    ground = clauses.ground
    for event in events:
        if event.type != "charge" or any(each.polarity == "denied" for each in event.perspectives):
            continue
        trigger = ground.doc[ground.tokens(*event.trigger).start]
        words = [each for each in trigger.subtree if not each.is_space]
        people = frozenset(each.entity for each in event.arguments if each.entity)
        stand = Stand(voice_at(trigger, ground), tuple(each.i for each in words))
        yield _Said(stand, clauses.keys(words) | people, trigger, event.id, accusing=True)


def _told(clauses: Clauses) -> Iterator[_Said]:
    """What the page says in its own voice."""
    for clause in clauses.all:
        if clause.voice.claim is None and not clause.ahead:
            stand = Stand(clause.voice, clause.words)
            said = _Said(stand, clause.keys, clause.head, None, accusing=False, negated=clause.denied)
            yield replace(said, predicate=clause.predicate)


def _denial(claim: Claim, clauses: Clauses) -> _Denial | None:
    """A claim as a denial; None where it denies nothing that can be so or not be so: entry, a proposal."""
    table = tables().denials
    cue, content = clauses.tokens(claim.cue), clauses.tokens(claim.content)
    if claim.polarity != "denied" or not cue or not content or not claim.source:
        return None
    source = clauses.tokens(claim.source)
    nobody = source[0].lower_ in tables().clauses["nobody"]
    told = not nobody and any(each.lemma_.lower() in table["saying"] for each in cue)
    if claim.stance != "denies" and not told:
        return None
    top = heads(content)
    meant = [each for each in content if each.pos_ in {"NOUN", "PROPN", "VERB", "PRON", "ADJ"} and not each.is_stop]
    loose = all(each.lemma_.lower() in table["loose"] for each in meant)
    plea = any(each.lemma_.lower() == "plead" for each in cue)
    asserted = next((each for each in top if each.lemma_.lower() in table["loose"]), None)
    claused = any(each.pos_ in _VERBS and each.dep_ in _TOLD for each in top)
    laid = asserted is not None and asserted.lemma_.lower() in table["blame"]
    denied = any(each.lemma_.lower() == "deny" for each in cue)
    named = denied and any(each.pos_ == "NOUN" and is_definite(each) for each in top)
    if not (loose or plea or claused or asserted or named) and claim.stance == "denies":
        return None
    voice = voice_of(claim, clauses.ground)
    return _Denial(
        stand=Stand(voice, tuple(sorted({each.i for each in (*cue, *content)}))),
        keys=clauses.keys(content) - tables().clauses["common"] - table["loose"],
        at=cue[0],
        accused=frozenset({voice.key}) | clauses.pointed(source),
        accuser=_owner(asserted, clauses) if asserted is not None else "",
        loose=loose or plea or laid,
        blamed=any(each.lemma_.lower() in table["blame"] and not _is_any(each) for each in content),
        causal=any(each.lemma_.lower() in table["causal"] for each in cue),
        plea=plea,
        points=(len(content) == 1 and content[0].lower_ in _POINTING)
        or any(each is asserted and is_definite(each) for each in top),
        negated=_negated(content),
    )


def _is_any(noun: Token) -> bool:
    """Whether a noun is one of many: "an allegation"."""
    return any(each.lower_ in {"a", "an"} for each in noun.children)


def _negated(words: Sequence[Token]) -> bool:
    """Whether the uppermost verb among some words is denied."""
    inside, level = {each.i for each in words}, heads(words)
    while level:
        verbs = [each for each in level if each.pos_ in _VERBS]
        if verbs:
            return any(is_denied(each) for each in verbs)
        level = [child for each in level for child in each.children if child.i in inside]
    return False


def _owner(noun: Token, clauses: Clauses) -> str:
    """Whose accusation or report it is, where the words name somebody: "Renko's accusations"."""
    owner = next((each for each in noun.children if each.dep_ in {"nsubj", "poss"} and each.pos_ in _NAMED), None)
    return clauses.key(owner) if owner is not None else ""


def _called_false(clauses: Clauses) -> Iterator[_Denial]:
    """What is called false: "Ostia falsely accused", "these baseless allegations", "the report is untrue"."""
    table = tables().denials
    for token in clauses.ground.doc:
        if token.lemma_.lower() not in table["false"] and token.lower_ not in table["false"]:
            continue
        holder = token.head
        if token.dep_ in {"acomp", "attr", "oprd"}:
            holder = next((each for each in token.head.children if each.dep_ in {"nsubj", "dobj"}), token.head)
            holder = token.head.head if token.head.dep_ == "relcl" else holder
        elif token.dep_ not in {"amod", "advmod"}:
            continue
        chain = [holder, *(each for each in holder.subtree if each.dep_ == "xcomp")]
        asserted = any(each.lemma_.lower() in table["assertions"] for each in chain)
        if not asserted and holder.lower_ not in _POINTING:
            continue
        voice = voice_at(token, clauses.ground)
        if voice is PAGE:
            continue
        around = token.head if holder is not token.head else holder
        words = {each.i for each in around.subtree if not each.is_space}
        found = [clauses.ground.doc[at] for at in sorted(words)]
        accuser = _owner(holder, clauses)
        yield _Denial(
            stand=Stand(voice, tuple(sorted(words))),
            keys=clauses.keys(found) - table["assertions"] - table["false"],
            at=token,
            accused=frozenset({voice.key}),
            accuser=accuser,
            loose=not accuser,
            points=holder.lower_ in _POINTING,
        )


def _cleared(clauses: Clauses, events: Sequence[Event]) -> Iterator[_Denial]:
    """Charges that are said to have been dropped, and acquittals."""
    ground = clauses.ground
    for event in events:
        if event.type != "acquittal" or any(each.polarity == "denied" for each in event.perspectives):
            continue
        trigger = ground.doc[ground.tokens(*event.trigger).start]
        words = [each for each in trigger.subtree if not each.is_space]
        people = frozenset(each.entity for each in event.arguments if each.entity and each.role == "person")
        stand = Stand(voice_at(trigger, ground), tuple(each.i for each in words))
        yield _Denial(stand, clauses.keys(words), trigger, people, "", loose=True, blamed=not people)
