"""Whether it was civilians who were hit: one source says only fighters or nobody, another names civilians.

In: the clauses of a Doc and its claims. Out: conflicts of kind `denial`, one for each party that is said to have hit
them. Who is a civilian in truth is not judged: it is what the words call those who were hit.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.meaning.disputes.clauses import Clause, Clauses
from rashomon.meaning.disputes.conflict import Conflict, Stand
from rashomon.meaning.disputes.tables import tables
from rashomon.meaning.disputes.voices import Voice, voice_of
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
    denied: list[_Side] = []
    said: list[tuple[_Side, frozenset[str]]] = []
    agents, speakers = _by_word(clauses, events), _speaking(ties)
    for clause in clauses.all:
        kind = _kind(clause)
        stand = Stand(clause.voice, clause.words)
        if kind == "civil":
            side = _Side(stand, _agents(clause, clauses, agents), clause.voice.id)
            said.append((side, _party(clause.voice, clauses, speakers)))
        elif kind:
            party = _own(clause, clauses) or _party(clause.voice, clauses, speakers)
            denied.append(_Side(stand, party, clause.voice.id))
    for claim, words in _denying(clauses):
        voice = voice_of(claim, clauses.ground)
        denied.append(_Side(Stand(voice, words), _party(voice, clauses, speakers), claim.id))
    for group in _by_party(denied):
        party = frozenset[str]().union(*(each.party for each in group))
        voices = {each.stand.voice.key for each in group}
        others = ((each, own) for each, own in said if each.stand.voice.key not in voices)
        against = [each for each, own in others if _is_against(each, party, own)]
        if against:
            yield Conflict("denial", group[0].about, tuple(each.stand for each in (*group, *against)))


def _is_against(side: _Side, party: frozenset[str], own: frozenset[str]) -> bool:
    """Whether it is this party that is said to have hit: by name, or, where none is named, by another party."""
    if side.party or not party:
        return bool(side.party & party) or not (side.party or party)
    return bool(own) and not own & party


def _by_party(sides: Sequence[_Side]) -> list[list[_Side]]:
    """Denials of one party; those of whom nobody knows the party go with the only one, if there is but one."""
    groups: list[list[_Side]] = []
    home: dict[str, int] = {}
    """The first group that has a party."""
    for each in sorted(sides, key=lambda side: not side.party):
        at = min((home[party] for party in each.party if party in home), default=len(groups))
        if not each.party and len(groups) == 1:
            at = 0
        if at == len(groups):
            groups.append([])
        groups[at].append(each)
        for party in each.party:
            home[party] = min(home.get(party, at), at)
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


def _by_word(clauses: Clauses, events: Sequence[Event]) -> dict[int, set[str]]:
    """By the numbers of the words of an event and its victims, the entities that are said to have done it."""
    out: dict[int, set[str]] = defaultdict(set)
    for event in events:
        agents = {each.entity for each in event.arguments if each.role == "agent" and each.entity}
        spans = [event.trigger, *((each.start, each.end) for each in event.arguments if each.role in _VICTIMS)]
        for at in (at for start, end in spans for at in clauses.ground.tokens(start, end)):
            out[at] |= agents
    return out


def _agents(clause: Clause, clauses: Clauses, agents: Mapping[int, set[str]]) -> frozenset[str]:
    """The parties that are said to have hit, by the clause and the events in it or before "which"."""
    words = (*clause.words, clause.head.head.i) if clause.head.dep_ == "relcl" else clause.words
    found = {agent for at in words for agent in agents.get(at, ())}
    return _own(clause, clauses) or clauses.parties(found)


def _speaking(ties: Sequence[Tie]) -> dict[str, set[str]]:
    """Whom each entity speaks for by its ties."""
    out: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        if tie.predicate in _SPEAKING_FOR:
            out[tie.subject].add(tie.object)
    return out


def _party(voice: Voice, clauses: Clauses, speakers: Mapping[str, set[str]]) -> frozenset[str]:
    """The party that a source speaks for: itself, one that its words name, or one that it is tied to."""
    if voice.claim is None:
        return frozenset()
    named = clauses.parties({voice.key, *clauses.keys(clauses.tokens(voice.claim.source))})
    return named | clauses.parties(speakers.get(voice.key, ()))


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
