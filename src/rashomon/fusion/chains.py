"""Whose account it is: the chain from the publisher to the innermost source, and what makes two chains one source.

In: readings, groups of copied pages, groups of entities. Out: chains and their origins. Pages of one copy group speak
with one voice; a named source is one source whoever quotes it; unnamed sources of two publishers are never made one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from rashomon.graph import Origin
from rashomon.ids import make_id
from rashomon.records import Claim, Perspective, Reading
from rashomon.spans import Span, Spans, cut

Same = Mapping[tuple[str, str], str]
"""Page and entity id -> the group that the entity is in."""

_NAMED = ("person", "organization", "government", "document", "media")
_SURE = ("certain", "unknown")
_HOW_MANY = frozenset({
    "a", "an", "the", "some", "several", "many", "few", "other", "another", "both", "dozens", "one", "two", "three",
    "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
})  # fmt: skip
_NO_SOURCE = "no source named"


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain: what it is known by, and what the page calls it."""

    key: str
    label: str
    named: bool


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
        """The part that makes it an independent source: from the last named link on (the publisher is one)."""
        last = max(place for place, link in enumerate(self.links) if link.named)
        return self.links[last:]

    @property
    def origin(self) -> str:
        """The id of the independent source."""
        return make_id("origin", *(link.key for link in self.own))


class Speakers:
    """Who speaks on each page: the agency that the page or a copy of it credits, else the first to publish it."""

    def __init__(self, readings: Iterable[Reading], copies: Iterable[Iterable[str]]) -> None:
        self.of = _speakers(readings, copies)
        self._known = {speaker.key: speaker for speaker in self.of.values()}

    def named(self, label: str) -> Source | None:
        """The publisher of this name, where one of the pages is his."""
        return self._known.get(f"publisher:{_fold(label)}")


def _speakers(readings: Iterable[Reading], copies: Iterable[Iterable[str]]) -> dict[str, Source]:
    pages = {reading.page.id: reading for reading in readings}
    found = {}
    grouped = [sorted(set(group) & set(pages)) for group in copies]
    alone = pages.keys() - {page for group in grouped for page in group}
    for group in (*grouped, *([page] for page in sorted(alone))):
        credited = Counter(agency for page in group if (agency := pages[page].page.agency))
        first = min((_published(pages[page]), page) for page in group)[1] if group else ""
        for page in group:
            label = (
                min(credited, key=lambda agency: (-credited[agency], agency)) if credited else publisher(pages[first])
            )
            found[page] = Source(f"publisher:{_fold(label)}", label, named=True)
    return found


def publisher(reading: Reading) -> str:
    """Who published the page, in words: the host where it does not say."""
    page = reading.page
    try:
        host = urlsplit(page.url or "").hostname
    except ValueError:
        host = None
    return page.publisher or (host or "").removeprefix("www.") or f"unknown publisher of {page.id}"


def chain(reading: Reading, claim: str | None, speakers: Speakers, same: Same) -> Chain:
    """The chain of a claim of the page; of None, the publisher's own voice."""
    claims = {each.id: each for each in reading.claims}
    links: list[Source] = []
    seen = set()
    current = claims.get(claim or "")
    while current is not None and current.id not in seen:
        seen.add(current.id)
        if current.source_kind != "self":
            links.append(_source(reading, current, speakers, same))
        current = claims.get(current.parent or "")
    return Chain((speakers.of[reading.page.id], *reversed(links)))


def doubt(reading: Reading, seen: Perspective, stated: Spans = ()) -> tuple[str, ...]:
    """Denial and hedge of a perspective and of the claims it stands in; `stated` are the words of the thing itself."""
    text = reading.page.text
    found = ["denied"] if seen.polarity == "denied" else []
    hedges = [span for span in seen.evidence if span not in stated] if seen.certainty not in _SURE else []
    claims = {each.id: each for each in reading.claims}
    current = claims.get(seen.claim or "")
    passed = set()
    while current is not None and current.id not in passed:
        passed.add(current.id)
        hedges += current.hedge
        if current.polarity == "denied" and seen.polarity != "denied":
            found.append(f"denied: “{_words(text, current.cue)}”")
        current = claims.get(current.parent or "")
    if hedges:
        found.append(f"hedged: “{_words(text, sorted(set(hedges)))}” ({seen.certainty})")
    elif seen.certainty not in _SURE:
        found.append(seen.certainty)
    if seen.status != "actual":
        found.append(seen.status)
    return tuple(found)


def origins(carried: Iterable[tuple[Chain, str]], readings: Mapping[str, Reading]) -> tuple[Origin, ...]:
    """The independent sources of chains and the pages they were found on, by name."""
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


def notes(found: Sequence[Origin]) -> tuple[str, ...]:
    """A word on unnamed sources that two publishers have: they are counted apart, and may be the same people."""
    unnamed = [origin for origin in found if not origin.named]
    if len({origin.carriers for origin in unnamed}) < 2:
        return ()
    listed = ", ".join(f"“{origin.name[-1]}” ({', '.join(origin.carriers)})" for origin in unnamed)
    return (f"unnamed sources of different publishers are counted apart and may be the same: {listed}",)


def _source(reading: Reading, claim: Claim, speakers: Speakers, same: Same) -> Source:
    page = reading.page.id
    name = next((each.name for each in reading.entities if each.id == claim.source_entity), None)
    label = name or _words(reading.page.text, claim.source) or _NO_SOURCE
    speaker = speakers.named(label)
    if claim.source_kind in _NAMED and speaker is not None:
        return speaker
    if claim.source_kind in _NAMED and name is not None and claim.source_entity is not None:
        return Source(same.get((page, claim.source_entity), f"{page}/{claim.source_entity}"), label, named=True)
    return Source(f"words:{_who(label)}", label, named=False)


def _published(reading: Reading) -> tuple[bool, str]:
    value = reading.page.published.value
    return value is None, value or ""


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ".join(cut(text, spans).split())


def _who(label: str) -> str:
    """Unnamed sources of one publisher are one where only article or number differ: "three survivors", "survivors"."""
    words = label.casefold().split()
    told = [word for word in words if word not in _HOW_MANY and not word.isdigit()]
    return " ".join(told or words)


def _fold(label: str) -> str:
    return " ".join(label.casefold().removeprefix("the ").split())
