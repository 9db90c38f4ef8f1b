"""Two accounts that the page itself sets against each other, and what it calls unproven.

In: the clauses of a Doc. Out: conflicts: "while the army said that the fire was an accident, villagers claimed that
soldiers lit it", "he called it a cure, though it is yet to be shown to be one". The page's word for the contrast is not
enough: both must speak of one thing.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Token

from rashomon.meaning.disputes.clauses import Clauses
from rashomon.meaning.disputes.conflict import Conflict, Stand
from rashomon.meaning.disputes.tables import tables
from rashomon.meaning.disputes.voices import PAGE, differ, voice_of
from rashomon.records import Claim, DisputeKind

_ASSERTING = frozenset({"says", "confirms", "alleges", "believes", "denies", "reports", "accuses", "admits"})
_VERBS = frozenset({"VERB", "AUX"})


def contrasts(clauses: Clauses) -> Iterator[Conflict]:
    """All of them."""
    yield from _set_against(clauses)
    yield from _unproven(clauses)


def _set_against(clauses: Clauses) -> Iterator[Conflict]:
    """Neighbouring claims of one sentence under "while", "whereas" or "but", on one thing."""
    ground = clauses.ground
    claims = [each for each in ground.claims.values() if each.cue and each.source and each.parent is None]
    ordered = sorted(claims, key=lambda each: each.cue[0].start)
    for one, two in pairwise(ordered):
        cues = [clauses.tokens(each.cue) for each in (one, two)]
        if not all(cues) or ground.sentence(cues[0][0].i) != ground.sentence(cues[1][0].i):
            continue
        if not differ(voice_of(one, ground), voice_of(two, ground)) or not _is_set_against(*cues):
            continue
        contents = [clauses.tokens(each.content) for each in (one, two)]
        shared = clauses.keys(contents[0]) & clauses.keys(contents[1]) - tables().clauses["common"]
        if any(not key.startswith("entity") for key in shared) and all(map(_is_told, (one, two), contents)):
            stands = (_stand(each, content, clauses) for each, content in zip((one, two), contents, strict=True))
            yield Conflict(_kind(contents), two.id, tuple(stands))


def _stand(claim: Claim, content: Sequence[Token], clauses: Clauses) -> Stand:
    return Stand(voice_of(claim, clauses.ground), tuple(each.i for each in content))


def _is_told(claim: Claim, content: Sequence[Token]) -> bool:
    """Whether a claim says that something is so."""
    return claim.stance in _ASSERTING and any(each.pos_ in _VERBS and each.dep_ == "ccomp" for each in content)


def _is_set_against(one: Sequence[Token], two: Sequence[Token]) -> bool:
    """Whether one cue hangs on the other under a word of contrast."""
    for lower, upper in ((one, two), (two, one)):
        top = {each.i for each in upper}
        for verb in lower:
            if verb.head.i not in top:
                continue
            if verb.dep_ == "advcl" and _marked(verb, tables().contrasts["under"]):
                return True
            if verb.dep_ == "conj" and any(each.lower_ in tables().contrasts["between"] for each in verb.head.children):
                return True
    return False


def _marked(verb: Token, words: frozenset[str]) -> bool:
    return any(each.lower_ in words for each in verb.children if each.dep_ in {"mark", "advmod"})


def _kind(contents: Sequence[Sequence[Token]]) -> DisputeKind:
    """`agent` where the two give two causes, else `status`."""
    causes = tables().contrasts["causes"]
    return "agent" if any(each.lemma_.lower() in causes for content in contents for each in content) else "status"


def _unproven(clauses: Clauses) -> Iterator[Conflict]:
    """What a source says, where the page adds that it is not shown: "though it is yet to be proven"."""
    ground = clauses.ground
    for claim in ground.claims.values():
        content, cue = clauses.tokens(claim.content), clauses.tokens(claim.cue)
        if not content or not cue or not claim.source or claim.stance not in _ASSERTING:
            continue
        inside = {each.i for each in (*content, *cue)}
        for verb in (
            each for top in cue for each in (*top.children, *(low for child in top.children for low in child.children))
        ):
            if verb.dep_ != "advcl" or not _marked(verb, tables().contrasts["though"]) or not _lacks_proof(verb):
                continue
            aside = {each.i for each in verb.subtree if not each.is_space}
            rest = tuple(sorted(inside - aside))
            if rest:
                yield Conflict(
                    "status", claim.id, (Stand(voice_of(claim, ground), rest), Stand(PAGE, tuple(sorted(aside))))
                )
                break


def _lacks_proof(verb: Token) -> bool:
    """Whether a clause says that something has not been shown."""
    table = tables().contrasts
    shown = any(each.lemma_.lower() in table["shown"] for each in verb.subtree)
    negative = any(each.dep_ == "neg" or each.lower_ in {"no", "never", "yet", "without"} for each in verb.subtree)
    return shown and negative
