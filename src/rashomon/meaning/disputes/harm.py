"""Whether it was civilians who were hit: one source says only fighters or nobody, another names civilians.

In: the clauses of a Doc and its claims. Out: conflicts of kind `denial`, one for each party that is said to have hit
them. Who is a civilian in truth is not judged: it is what the words call those who were hit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.meaning.disputes.clauses import Clause, Clauses
from rashomon.meaning.disputes.conflict import Conflict, Stand
from rashomon.meaning.disputes.tables import tables
from rashomon.meaning.disputes.voices import Voice, differ, voice_of
from rashomon.records import Claim, Event, Tie

_ONLY = frozenset({"only", "solely", "exclusively"})
_VICTIMS = frozenset({"person", "target"})
_SPEAKING_FOR = frozenset({"leads", "holds_post", "member_of", "employed_by", "part_of", "based_in"})


@dataclass(frozen=True, slots=True)
class _Side:
    """One who says so, and the party that he holds to have hit: empty where that is not said."""

    stand: Stand
    party: frozenset[str]
    about: str | None


def harm(clauses: Clauses, events: Sequence[Event], ties: Sequence[Tie]) -> Iterator[Conflict]:
    """Those who deny that civilians were hit, against those who say that they were."""
    denied, said = [], []
    for clause in clauses.all:
        kind = _kind(clause)
        stand = Stand(clause.voice, clause.words)
        if kind == "civil":
            said.append(_Side(stand, _agents(clause, clauses, events), clause.voice.id))
        elif kind:
            denied.append(_Side(stand, _own(clause, clauses) or _party(clause.voice, clauses, ties), clause.voice.id))
    for claim, words in _denying(clauses):
        voice = voice_of(claim, clauses.ground)
        denied.append(_Side(Stand(voice, words), _party(voice, clauses, ties), claim.id))
    for group in _by_party(denied):
        party = frozenset[str]().union(*(each.party for each in group))
        others = [each for each in said if not any(_is_of(each, one) for one in group)]
        against = [each for each in others if _is_against(each, party, _party(each.stand.voice, clauses, ties))]
        if against:
            yield Conflict("denial", group[0].about, tuple(each.stand for each in (*group, *against)))


def _is_against(side: _Side, party: frozenset[str], own: frozenset[str]) -> bool:
    """Whether it is this party that is said to have hit: by name, or, where none is named, by another party."""
    if side.party or not party:
        return bool(side.party & party) or not (side.party or party)
    return bool(own) and not own & party


def _is_of(side: _Side, other: _Side) -> bool:
    """Whether one voice says both."""
    return not differ(side.stand.voice, other.stand.voice)


def _by_party(sides: Sequence[_Side]) -> list[list[_Side]]:
    """Denials of one party; those of whom nobody knows the party go with the only one, if there is but one."""
    groups: list[list[_Side]] = []
    for each in sorted(sides, key=lambda side: not side.party):
        group = next((group for group in groups if any(each.party & other.party for other in group)), None)
        if group is None and not each.party and len(groups) == 1:
            group = groups[0]
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    return groups


def _kind(clause: Clause) -> str:
    """`civil` where civilians are said to be hit, `not` where it is said that they were not."""
    table = tables().harm
    doc = clause.head.doc
    words = [doc[at] for at in clause.words]
    lemmas = {each.lemma_.lower() for each in words}
    if {"collateral", "damage"} <= lemmas:
        return "not" if clause.denied else ""
    hit = clause.predicate in table["hitting"] or clause.head.lemma_.lower() in table["hitting"]
    struck = [each for each in words if _is_struck(each, clause.head)]
    civil = any(_names(each, table["civil"]) for each in struck)
    if hit and civil:
        return "not" if clause.denied else "civil"
    fighters = any(_names(each, table["fighters"]) for each in struck)
    only = any(each.lower_ in _ONLY for each in words) or clause.head.lemma_.lower() in table["limiting"]
    if only and fighters and not clause.denied and (hit or clause.head.lemma_.lower() in table["limiting"]):
        return "not"
    return ""


def _is_struck(token: Token, head: Token) -> bool:
    """Whether a word heads what a verb is done to."""
    at = token
    while at.dep_ in {"conj", "appos"} and at.head.i != head.i and at.head.pos_ in {"NOUN", "PROPN"}:
        at = at.head
    if at.dep_ in {"pobj", "pcomp"} and at.head.lower_ in {"to", "on", "of", "against", "including"}:
        at = at.head
    if at.head.i == head.i:
        return at.dep_ in {"dobj", "nsubjpass", "prep", "attr", "conj"}
    below = at.head.head.i == head.i and at.head.dep_ in {"xcomp", "prep", "dobj"}
    return below and at.dep_ in {"dobj", "pobj"}


def _names(token: Token, words: frozenset[str]) -> bool:
    """Whether a noun, or what stands before it, is one of the words."""
    return any(each.lemma_.lower() in words or each.lower_ in words for each in (token, *token.lefts))


def _own(clause: Clause, clauses: Clauses) -> frozenset[str]:
    """The parties among the subject of an active verb."""
    passive = any(each.dep_ in {"nsubjpass", "auxpass"} for each in clause.head.children)
    return frozenset() if passive else clauses.parties(clause.who)


def _agents(clause: Clause, clauses: Clauses, events: Sequence[Event]) -> frozenset[str]:
    """The parties that are said to have hit, by the clause and the events in it or before "which"."""
    doc = clause.head.doc
    words = [doc[at] for at in clause.words] + ([clause.head.head] if clause.head.dep_ == "relcl" else [])
    found = set[str]()
    for event in events:
        spans = [event.trigger, *((each.start, each.end) for each in event.arguments if each.role in _VICTIMS)]
        if any(start <= each.idx < end for start, end in spans for each in words):
            found |= {each.entity for each in event.arguments if each.role == "agent" and each.entity}
    return _own(clause, clauses) or clauses.parties(found)


def _party(voice: Voice, clauses: Clauses, ties: Sequence[Tie]) -> frozenset[str]:
    """The party that a source speaks for: itself, one that its words name, or one that it is tied to."""
    if voice.claim is None:
        return frozenset()
    named = clauses.parties({voice.key, *clauses.keys(clauses.tokens(voice.claim.source))})
    tied = {tie.object for tie in ties if tie.subject == voice.key and tie.predicate in _SPEAKING_FOR}
    return named | clauses.parties(tied)


def _denying(clauses: Clauses) -> Iterator[tuple[Claim, tuple[int, ...]]]:
    """Claims that deny it in other words: "denied targeting civilians", "denied that the army bombs villages"."""
    table = tables().harm
    for claim in clauses.ground.claims.values():
        if claim.stance != "denies" or claim.polarity != "denied" or not claim.source:
            continue
        content, cue = clauses.tokens(claim.content), clauses.tokens(claim.cue)
        verb = next((each for each in content if clauses.key(each) in table["hitting"] and each.pos_ == "VERB"), None)
        if verb is not None and any(_is_struck(each, verb) and _names(each, table["civil"]) for each in content):
            yield claim, tuple(sorted({each.i for each in (*cue, *content)}))
