"""Who is tied to whom over many pages: edges as sentences, with their words, tellers, and how many are independent.

In: ties of pages with `Material`. Out: `Network`. Names that merely stand together are no edge.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.graph import Group, Item, Origin, Statement
from rashomon.records import Predicate, TieStatus
from rashomon.views.material import Excerpt, JudgementView, Material, PageRef, Telling, Told
from rashomon.views.ties import bond, phrase

Key = tuple[str | None, Predicate | None, str | None, bool]
"""Subject (group), predicate, object (group), and whether it is over."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one page that state a tie, and who says so."""

    item: Item
    page: PageRef
    words: tuple[str, ...]
    when: str
    excerpt: Excerpt
    tellings: tuple[Telling, ...]
    judgements: tuple[JudgementView, ...]


@dataclass(frozen=True, slots=True)
class Edge(Told):
    """What is said to hold between two, or to have held. `since`: the first date of a page that says so.

    `confirming`, `denying`: the independent sources that say so and that deny it; `least`: there may be more.
    """

    subject: Group
    predicate: Predicate
    phrase: str
    object: Group
    status: TieStatus
    since: str | None
    confirming: tuple[Origin, ...]
    denying: tuple[Origin, ...]
    least: bool
    evidence: tuple[Evidence, ...]

    @property
    def independent(self) -> int:
        """How many independent sources say so or deny it."""
        return len({origin.id for origin in (*self.confirming, *self.denying)})

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """Who tells of it, on whatever page."""
        return tuple(telling for each in self.evidence for telling in each.tellings)

    @property
    def sentence(self) -> str:
        """Subject, predicate and object; `not:` goes before what nobody affirms."""
        return f"{'not: ' if self.denied else ''}{self.subject.label} {self.phrase} {self.object.label}"


@dataclass(frozen=True, slots=True)
class Network:
    """Entities and the ties between them; `more` says that ties were left out for their number."""

    nodes: tuple[Group, ...]
    edges: tuple[Edge, ...]
    more: bool


def network(
    items: Iterable[Item], statements: Iterable[Statement], material: Material, *, more: bool = False
) -> Network:
    """The network of these ties (`kind` "tie"): nodes by label, edges with the most independent sources first."""
    made = edges(items, statements, material)
    nodes = {node.id: node for edge in made for node in (edge.subject, edge.object)}
    return Network(tuple(sorted(nodes.values(), key=lambda node: (node.label, node.id))), made, more)


def edges(items: Iterable[Item], statements: Iterable[Statement], material: Material) -> tuple[Edge, ...]:
    """The ties of pages as edges: those that say that the same holds, or held, are one; `statements` say by whom.

    A tie of which no statement tells is left out: a person has corrected an end of it, and it is another's now.
    """
    told = {_key(each.subject, each.predicate, each.object, former=each.former): each for each in statements}
    found: dict[Key, list[Item]] = {}
    ends: dict[str, Group] = {}
    for item in sorted(items):
        tie = material.pages[item.page].ties.get(item.record)
        if tie is None:  # rejected
            continue
        subject = material.group("entity", item.page, tie.subject)
        other = material.group("entity", item.page, tie.object)
        if subject and other:
            ends |= {subject.id: subject, other.id: other}
            key = _key(subject.id, tie.predicate, other.id, former=tie.status == "former")
            found.setdefault(key, []).append(item)
    made = [_edge(told[key], ends, same, material) for key, same in found.items() if key in told]
    return tuple(sorted(made, key=lambda edge: (-edge.independent, edge.sentence, edge.status)))


def _key(subject: str | None, predicate: Predicate | None, other: str | None, *, former: bool) -> Key:
    return subject, predicate, other, former


def _edge(said: Statement, ends: Mapping[str, Group], items: Iterable[Item], material: Material) -> Edge:
    """One edge; alleged where no page says more."""
    evidence = tuple(_evidence(item, material) for item in items)
    statuses = {material.pages[each.item.page].ties[each.item.record].status for each in evidence}
    status = statuses.pop() if len(statuses) == 1 else "current"
    subject, predicate, other = said.subject or "", said.predicate or "linked_to", said.object or ""
    return Edge(
        subject=ends[subject],
        predicate=predicate,
        phrase=phrase(predicate, status),
        object=ends[other],
        status=status,
        since=said.since,
        confirming=said.confirming,
        denying=said.denying,
        least=said.least,
        evidence=evidence,
    )


def _evidence(item: Item, material: Material) -> Evidence:
    held = material.pages[item.page]
    tie = held.ties[item.record]
    found = bond(tie, held, material)
    spans = [*tie.evidence, *(span for seen in tie.perspectives for span in seen.evidence)]
    return Evidence(
        item=item,
        page=held.ref,
        words=found.words,
        when=found.when,
        excerpt=material.excerpt(item.page, spans),
        tellings=found.tellings,
        judgements=material.judgements("tie", item.page, item.record),
    )
