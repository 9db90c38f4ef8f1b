"""Who is tied to whom over many pages: edges as sentences, with their words, tellers, and how many are independent.

In: ties of pages with `Material`. Out: `Network`. Names that merely stand together are no edge.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.graph import Group, Item
from rashomon.records import Predicate, TieStatus
from rashomon.views.material import Excerpt, JudgementView, Material, PageRef, Telling, affirmed_by_none, denied_by_all
from rashomon.views.ties import phrase


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
class Edge:
    """What is said to hold between two. `independent`: how many sources say so that do not stand on one another."""

    subject: Group
    predicate: Predicate
    phrase: str
    object: Group
    status: TieStatus
    independent: int
    evidence: tuple[Evidence, ...]

    @property
    def denied(self) -> bool:
        """Whether all who speak of it deny it."""
        return denied_by_all([telling for each in self.evidence for telling in each.tellings])

    @property
    def doubted(self) -> bool:
        """Whether nobody says it plainly."""
        return affirmed_by_none([telling for each in self.evidence for telling in each.tellings])

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


def network(items: Iterable[Item], material: Material, *, more: bool = False) -> Network:
    """The network of these ties (`kind` "tie"): nodes by label, edges with the most independent sources first."""
    made = edges(items, material)
    nodes = {node.id: node for edge in made for node in (edge.subject, edge.object)}
    return Network(tuple(sorted(nodes.values(), key=lambda node: (node.label, node.id))), made, more)


def edges(items: Iterable[Item], material: Material) -> tuple[Edge, ...]:
    """The ties of pages as edges: those with the same ends, predicate and status are one."""
    found: dict[tuple[str, Predicate, str, TieStatus], list[Item]] = {}
    ends: dict[str, Group] = {}
    for item in sorted(items):
        tie = material.pages[item.page].ties.get(item.record)
        if tie is None:  # rejected
            continue
        subject = material.group("entity", item.page, tie.subject)
        other = material.group("entity", item.page, tie.object)
        if subject and other:
            ends |= {subject.id: subject, other.id: other}
            found.setdefault((subject.id, tie.predicate, other.id, tie.status), []).append(item)
    made = [
        _edge((ends[subject], ends[other]), predicate, status, [_evidence(item, material) for item in same], material)
        for (subject, predicate, other, status), same in found.items()
    ]
    return tuple(sorted(made, key=lambda edge: (-edge.independent, edge.sentence, edge.status)))


def _edge(
    ends: tuple[Group, Group], predicate: Predicate, status: TieStatus, evidence: list[Evidence], material: Material
) -> Edge:
    independent = len({_origin(telling, material) for each in evidence for telling in each.tellings})
    return Edge(ends[0], predicate, phrase(predicate, status), ends[1], status, independent, tuple(evidence))


def _origin(telling: Telling, material: Material) -> str:
    """Where a telling comes from: the innermost source; of a publisher's own words the text, however often copied."""
    if telling.claim is not None:
        return telling.label.casefold()
    copies = material.group("page", telling.page, telling.page)
    return copies.id if copies else telling.page


def _evidence(item: Item, material: Material) -> Evidence:
    held = material.pages[item.page]
    tie, text = held.ties[item.record], held.reading.page.text
    time = held.times.get(tie.time or "")
    spans = [*tie.evidence, *(span for seen in tie.perspectives for span in seen.evidence)]
    return Evidence(
        item=item,
        page=held.ref,
        words=tuple(dict.fromkeys(" ".join(span.cut(text).split()) for span in tie.evidence)),
        when=(time.value or " ".join(text[time.start : time.end].split())) if time else "",
        excerpt=material.excerpt(item.page, spans),
        tellings=tuple(material.telling(item.page, seen, tie.evidence) for seen in tie.perspectives),
        judgements=material.judgements("tie", item.page, item.record),
    )
