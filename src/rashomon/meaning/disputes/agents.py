"""Who did it, where two sources name two: responsibility claimed, blame laid, and blame given back.

In: the clauses of a Doc, its events and ties. Out: conflicts of kind `agent`. Members of a group do not stand against
it, nor does what two events have in common make them one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.meaning.disputes.clauses import Clauses
from rashomon.meaning.disputes.conflict import Conflict, Stand
from rashomon.meaning.disputes.tables import tables
from rashomon.meaning.disputes.voices import Voice, differ, voice_at, voice_of
from rashomon.meaning.phrases import own_subject, subject
from rashomon.records import Tie

_NEAR = 6
"""How many sentences two of them may stand apart."""
_OVERT = frozenset({"claim", "take", "admit", "assume", "accept", "have", "bear"})


@dataclass(frozen=True, slots=True)
class _Blame:
    """Who is said to have done what: keys of both, the deed's own words, and whether it is set against others."""

    stand: Stand
    who: frozenset[str]
    deed: frozenset[str]
    at: Token
    about: str | None
    contrast: bool = False
    owned: bool = False
    known: bool = False
    """Whether the deed is one that was spoken of: "the fire"."""


def agents(clauses: Clauses, ties: Sequence[Tie]) -> Iterator[Conflict]:
    """One deed laid at two doors, and accusations that are given back."""
    near = {frozenset({tie.subject, tie.object}) for tie in ties}
    blames = [*_accusing(clauses), *_owned(clauses), *_clefts(clauses)]
    for one, two in clauses.ground.near(blames, lambda each: each.at, _NEAR):
        if not differ(one.stand.voice, two.stand.voice) or set(one.stand.words) & set(two.stand.words):
            continue
        if _given_back(one, two) or (_of_one_deed(one, two) and not _related(one, two, near)):
            yield Conflict("agent", one.about or two.about, (one.stand, two.stand))


def _given_back(one: _Blame, two: _Blame) -> bool:
    """Whether each is blamed by the other."""
    return one.stand.voice.key in two.who and two.stand.voice.key in one.who


def _of_one_deed(one: _Blame, two: _Blame) -> bool:
    shared = one.deed & two.deed
    if one.who & two.who or not one.who or not two.who:
        return False
    deeds = tables().agents["deeds"]
    if one.contrast or two.contrast:
        return bool(shared & deeds)
    if one.owned != two.owned and one.known and two.known:
        return bool(one.deed & deeds and two.deed & deeds)
    return bool(shared & deeds) and len(shared) > 1


def _is_known(noun: Token) -> bool:
    """Whether a deed is one that was spoken of."""
    return noun.lemma_.lower() in tables().agents["deeds"] and any(each.lower_ == "the" for each in noun.children)


def _related(one: _Blame, two: _Blame, near: set[frozenset[str]]) -> bool:
    return any(frozenset({a, b}) in near for a in one.who for b in two.who)


def _accusing(clauses: Clauses) -> Iterator[_Blame]:
    """Claims that blame somebody."""
    ground = clauses.ground
    for claim in ground.claims.values():
        if claim.stance != "accuses" or claim.polarity == "denied":
            continue
        cue, content = clauses.tokens(claim.cue), clauses.tokens(claim.content)
        verb = next((each for each in cue if each.lemma_.lower() in tables().agents["blaming"]), None)
        if verb is None or not content:
            continue
        blamed = next((each for each in verb.children if each.dep_ in {"dobj", "nsubjpass"}), None)
        if blamed is None:
            continue
        words = tuple(sorted({each.i for each in (*cue, *content)}))
        for_ = [each for child in verb.children if child.dep_ == "prep" for each in child.children]
        deeds = [deed for deed in for_ if tables().agents["deeds"] & clauses.keys([deed, *deed.children])]
        rest = [each for deed in deeds for each in deed.subtree]
        stand = Stand(voice_of(claim, ground), words)
        known = any(map(_is_known, rest))
        yield _Blame(stand, clauses.phrase(blamed), clauses.keys(rest), verb, claim.id, known=known)


def _owned(clauses: Clauses) -> Iterator[_Blame]:
    """Those who say that it was they."""
    claims = [*clauses.ground.claims.values()]
    claimed = {token.i: claim for claim in reversed(claims) for token in clauses.tokens(claim.cue)}
    for token in clauses.ground.doc:
        if token.lower_ not in {"responsibility", "credit"} or token.head.lemma_.lower() not in _OVERT:
            continue
        verb = token.head
        claimer = own_subject(verb) or subject(verb)
        if (
            token.dep_ != "dobj"
            or claimer is None
            or any(each.dep_ in {"neg", "aux"} and each.lemma_ != "have" for each in verb.children)
        ):
            continue
        if claimer.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
            claimer = verb.head
        who = clauses.phrase(claimer)
        if any(child.lower_ == "no" for child in claimer.children) or claimer.lower_ in tables().clauses["nobody"]:
            continue
        words = [each for each in verb.subtree if not each.is_space]
        claim = claimed.get(token.i) or clauses.ground.claim[token.i]
        key = clauses.key(claimer)
        yield _Blame(
            Stand(Voice(key, claim), tuple(each.i for each in words)),
            who, clauses.keys(words), verb, claim.id if claim else None, owned=True, known=any(map(_is_known, words)),
        )  # fmt: skip


def _clefts(clauses: Clauses) -> Iterator[_Blame]:
    """Sentences like "it was a local man who launched the attack", said to tell him from somebody else."""
    for verb in clauses.ground.doc:
        if verb.lemma_ != "be" or not any(each.lower_ == "it" for each in verb.lefts):
            continue
        named = next((each for each in verb.rights if each.dep_ == "attr"), None)
        if named is None:
            continue
        told = next((each for each in (*named.children, *verb.rights) if each.dep_ in {"relcl", "ccomp"}), None)
        if told is None or not any(each.lower_ in {"who", "that"} for each in told.children):
            continue
        words = [each for each in verb.subtree if not each.is_space]
        who = clauses.phrase(named)
        yield _Blame(
            Stand(voice_at(verb, clauses.ground), tuple(each.i for each in words)),
            who, clauses.keys(told.subtree), verb, None, contrast=True,
        )  # fmt: skip
