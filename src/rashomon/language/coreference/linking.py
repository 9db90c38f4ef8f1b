"""Candidates to chains: from left to right each is tied to its best antecedent, or begins a new chain.

In: the candidates of a page as `Pairs`. Out: for each its `Link`, and the chains that the links make. Names of one
entity are one chain, whatever the scores say, and names of two never are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.language.coreference import rules
from rashomon.language.coreference.candidates import NOBODY
from rashomon.language.coreference.features import Pairs
from rashomon.language.coreference.scorer import Weights, score

SURE = 100.0
"""The lead of a link that the rules for names make."""
STATED = 3.0
"""The lead of a link that other rules make."""


@dataclass(frozen=True, slots=True)
class Link:
    """The number of the antecedent, NOBODY of a new beginning, and by how much it beats a new beginning."""

    to: int = NOBODY
    lead: float = 0.0


def link(pairs: Pairs, known: Weights) -> list[Link]:
    """The link of each candidate."""
    links: list[Link] = []
    chain_of: list[int] = []
    entity_of: list[int] = []
    gender_of: list[str] = []
    last: dict[int, int] = {}
    for at, (each, trait) in enumerate(zip(pairs.candidates, pairs.traits, strict=True)):
        if each.entity in last:
            found = Link(last[each.entity], SURE)
        elif (stated := rules.antecedent(pairs, at)) is not None:
            found = Link(stated, STATED)
        else:
            allowed = [
                other
                for other in pairs.antecedents(at)
                if (each.entity == NOBODY or entity_of[chain_of[other]] == NOBODY)
                and {trait.gender, gender_of[chain_of[other]]} != {"male", "female"}
            ]
            found = _best(pairs, at, allowed, known) if allowed else Link()
        if found.to == NOBODY:
            chain_of.append(len(entity_of))
            entity_of.append(NOBODY)
            gender_of.append("")
        else:
            chain_of.append(chain_of[found.to])
        links.append(found)
        chain = chain_of[at]
        gender_of[chain] = gender_of[chain] or trait.gender
        if each.entity != NOBODY:
            entity_of[chain] = each.entity
            last[each.entity] = at
    return links


def _best(pairs: Pairs, at: int, others: Sequence[int], known: Weights) -> Link:
    new = score(pairs.alone(at), known)
    scores = [score(pairs.together(other, at), known) for other in others]
    lead, other = max(zip(scores, others, strict=True))
    return Link(other, lead - new) if lead > new else Link()


def chains(links: Sequence[Link], holds: Callable[[int], bool] = lambda _: True) -> list[list[int]]:
    """The chains that the links make, those left out that do not hold, in order of their first mention."""
    out: list[list[int]] = []
    chain_of: list[int] = []
    for at, each in enumerate(links):
        if each.to == NOBODY or not holds(at):
            chain_of.append(len(out))
            out.append([])
        else:
            chain_of.append(chain_of[each.to])
        out[chain_of[at]].append(at)
    return out
