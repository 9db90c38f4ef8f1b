"""One person, organization or place over all pages: names, ties, what it says, what is said of it, its events.

In: totals and chosen records of one group, with `Material`. Out: `EntityView`. Lists hold the newest; `totals` says how
many there are in all.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from rashomon.graph import Group, Item, Statement
from rashomon.views.evidence import ClaimView
from rashomon.views.material import Excerpt, JudgementView, Material, PageRef
from rashomon.views.network import Edge, edges
from rashomon.views.statements import StatementView, statement_views
from rashomon.views.suggestions import Suggestion
from rashomon.views.timeline import TimelineRow


@dataclass(frozen=True, slots=True)
class NameCount:
    """A name, and how many records of pages go by it."""

    name: str
    items: int


@dataclass(frozen=True, slots=True)
class Described:
    """What pages call it, in their words, with the newest of them that does and the sentence there."""

    words: str
    items: int
    page: PageRef
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with its page: whose words, through whom, how sure."""

    page: PageRef
    claim: ClaimView
    judgements: tuple[JudgementView, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many there are in all, whatever the lists show."""

    pages: int
    mentions: int
    said: int
    told: int
    events: int
    ties: int


@dataclass(frozen=True, slots=True)
class EntityView:
    """One entity, answered. `said`: claims of which it is the source; `told`: what others say of it."""

    group: Group
    types: tuple[NameCount, ...]
    names: tuple[NameCount, ...]
    descriptions: tuple[Described, ...]
    totals: Totals
    ties: tuple[Edge, ...]
    said: tuple[Said, ...]
    told: tuple[StatementView, ...]
    events: tuple[TimelineRow, ...]
    pages: tuple[PageRef, ...]
    items: tuple[Item, ...]
    """Its records on those pages, by which it is judged."""
    suggestions: tuple[Suggestion, ...]
    namesakes: tuple[Group, ...]
    """Others that go by the name that was asked for."""
    judgements: tuple[JudgementView, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The records of pages that an entity's lists show: items of kind `entity`, `claim` and `tie`, in order."""

    items: tuple[Item, ...]
    said: tuple[Item, ...]
    told: tuple[Item, ...]
    ties: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What was counted or made elsewhere for an entity; `limit`: how many things that are said of it to show."""

    types: tuple[NameCount, ...]
    names: tuple[NameCount, ...]
    totals: Totals
    events: tuple[TimelineRow, ...]
    suggestions: tuple[Suggestion, ...]
    namesakes: tuple[Group, ...]
    limit: int


def entity_view(
    group: Group, chosen: Chosen, known: Known, material: Material, statements: Collection[Statement]
) -> EntityView:
    """The answer to who this is, according to whom; `statements` say what is said of it."""
    told = {item.record for item in chosen.told if not material.rejected("claim", item.page, item.record)}
    about = [each for each in statements if not each.predicate and any(one.claim in told for one in each.tellers)]
    return EntityView(
        group=group,
        types=known.types,
        names=known.names,
        descriptions=_descriptions(chosen.items, material),
        totals=known.totals,
        ties=edges(chosen.ties, [each for each in statements if each.predicate], material),
        said=said(chosen.said, material),
        told=statement_views(about, material)[: known.limit],
        events=known.events,
        pages=tuple(dict.fromkeys(material.pages[item.page].ref for item in chosen.items)),
        items=chosen.items,
        suggestions=known.suggestions,
        namesakes=known.namesakes,
        judgements=tuple(
            judgement for item in chosen.items for judgement in material.judgements("entity", item.page, item.record)
        ),
    )


def said(items: Iterable[Item], material: Material) -> tuple[Said, ...]:
    """Claims of pages, in the order given, but for those that a person rejected."""
    return tuple(
        Said(held.ref, held.claims[item.record], material.judgements("claim", item.page, item.record))
        for item in items
        if (held := material.pages[item.page]) and not material.rejected("claim", item.page, item.record)
    )


def _descriptions(items: Iterable[Item], material: Material) -> tuple[Described, ...]:
    """What it is called, most often first."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Item, str]] = {}
    for item in items:
        entity = material.pages[item.page].entities.get(item.record)
        for words in entity.descriptions if entity else ():
            counts[words.casefold()] += 1
            first.setdefault(words.casefold(), (item, words))
    return tuple(_described(*first[key], count, material) for key, count in counts.most_common())


def _described(item: Item, words: str, count: int, material: Material) -> Described:
    held = material.pages[item.page]
    return Described(words, count, held.ref, material.naming(item.page, words, held.entities[item.record].name))
