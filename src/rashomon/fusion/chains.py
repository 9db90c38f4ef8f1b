"""Whose account it is: the chain from the publisher to the innermost source, and what makes two chains one source.

In: readings, groups of copied pages, groups of entities. Out: chains and their origins. Pages of one copy group speak
with one voice; a named source is one source whoever quotes it; unnamed sources of two publishers are never made one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from rashomon.fusion.voices import Source, Speakers, publisher, publisher_key
from rashomon.graph import Origin
from rashomon.ids import make_id
from rashomon.nesting import outward
from rashomon.records import Perspective, Reading
from rashomon.spans import Span, Spans, cut

_SURE = ("certain", "unknown")


@dataclass(frozen=True, slots=True)
class Chain:
    """Publisher, then the sources it names, outermost first."""

    links: tuple[Source, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The chain in words."""
        return tuple(link.label for link in self.links)

    @property
    def keys(self) -> tuple[str, ...]:
        """What its links are known by, whatever the page calls them."""
        return tuple(link.key for link in self.links)

    @property
    def own(self) -> tuple[Source, ...]:
        """The part that makes it a source of its own: from the last named link on (the publisher is one).

        Where the page does not say at all who it is, that is the publisher's own voice.
        """
        last = max(place for place, link in enumerate(self.links) if link.named)
        return tuple(link for link in self.links[last:] if link.key)

    @property
    def origin(self) -> str:
        """The id of the source."""
        return make_id("origin", *(link.key for link in self.own))


def chain(reading: Reading, claim: str | None, speakers: Speakers) -> Chain:
    """The chain of a claim of the page; of None, the publisher's own voice."""
    claims = {each.id: each for each in reading.claims}
    links = [speakers.source(reading, each) for each in outward(claim, claims) if each.source_kind != "self"]
    return Chain((speakers.of[reading.page.id], *reversed(links)))


def doubt(reading: Reading, seen: Perspective, stated: Spans = ()) -> tuple[str, ...]:
    """Denial and hedge of a perspective and of the claims it stands in; `stated` are the words of the thing itself."""
    text = reading.page.text
    found = ["denied"] if seen.polarity == "denied" else []
    hedges = [span for span in seen.evidence if span not in stated] if seen.certainty not in _SURE else []
    claims = {each.id: each for each in reading.claims}
    for claim in outward(seen.claim, claims):
        hedges += claim.hedge
        if claim.polarity == "denied" and seen.polarity != "denied":
            found.append(f"denied: “{_words(text, claim.cue)}”")
    if hedges:
        found.append(f"hedged: “{_words(text, sorted(set(hedges)))}” ({seen.certainty})")
    elif seen.certainty not in _SURE:
        found.append(seen.certainty)
    if seen.status != "actual":
        found.append(seen.status)
    return tuple(found)


def origins(carried: Iterable[tuple[Chain, str]], readings: Mapping[str, Reading]) -> tuple[Origin, ...]:
    """The sources of chains and the pages they were found on, by name."""
    chains: dict[str, list[tuple[Chain, str]]] = {}
    for each, page in carried:
        chains.setdefault(each.origin, []).append((each, page))
    made = []
    for id_, held in chains.items():
        name = min((each.own for each, _ in held), key=lambda own: [(-len(link.label), link.label) for link in own])
        made.append(
            Origin(
                id=id_,
                name=tuple(link.label for link in name),
                named=name[-1].named,
                carriers=tuple(sorted({publisher(readings[page]) for _, page in held})),
                pages=tuple(sorted({page for _, page in held})),
            )
        )
    return tuple(sorted(made, key=lambda origin: (origin.name, origin.id)))


class Told(Protocol):
    """An account or a teller: its chain in words, the publisher first, and the id of its source."""

    @property
    def chain(self) -> tuple[str, ...]: ...  # noqa: D102
    @property
    def origin(self) -> str: ...  # noqa: D102


def independent(told: Iterable[Told]) -> frozenset[str]:
    """The sources (ids of origins) that count: a publisher does not count beside the sources that it names.

    What it tells in its own voice it has from them, as far as anybody can see. Papers that have it from nobody but one
    another are one.
    """
    found, carried = set[str](), set[str]()
    for each in told:
        own = make_id("origin", publisher_key(each.chain[0]))
        found.add(each.origin)
        if each.origin != own:
            carried.add(own)
    return frozenset(found - carried or sorted(found)[:1])


def notes(counted: Sequence[Origin], others: Sequence[Origin]) -> tuple[str, ...]:
    """What a reader must know before counting: who is counted apart and may be the same, and who is not counted."""
    found = []
    unnamed = [origin for origin in counted if not origin.named]
    if len({origin.carriers for origin in unnamed}) > 1:
        listed = ", ".join(f"“{origin.name[-1]}” ({', '.join(origin.carriers)})" for origin in unnamed)
        found.append(f"unnamed sources of different publishers are counted apart and may be the same: {listed}")
    if others:
        listed = ", ".join(origin.name[-1] for origin in others)
        found.append(f"not counted beside the sources that they name: {listed}")
    return tuple(found)


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(cut(text, spans).split())
