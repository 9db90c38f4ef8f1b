"""Who speaks on a page: the agency or publisher that carries it, and the sources that it quotes.

In: readings, groups of copied pages, groups of entities. Out: a `Source` for each page and for each claim. Pages of one
copy group speak with one voice. A source without a name bears the fullest words that its page, or a copy of it, has for
it: "governor" and "the governor of the province" are one. Which chains are independent does not belong here.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

from rashomon.folding import fold, fold_name
from rashomon.records import Claim, Reading
from rashomon.spans import cut

Same = Mapping[tuple[str, str], str]
"""Page and entity id -> the group that the entity is in."""

_NAMED = ("person", "organization", "government", "document", "media")
_HOW_MANY = frozenset({
    "a", "an", "the", "some", "several", "many", "few", "both", "dozens", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
})  # fmt: skip
_OTHERS = frozenset({"another", "other", "others", "second", "third", "fourth", "different", "separate", "rival"})
"""Words by which a page says that it is not one of those it spoke of before."""
_AFTER_HEAD = frozenset({
    "of", "for", "from", "with", "in", "at", "on", "to", "by", "near", "inside", "within", "among", "close", "familiar",
    "aware", "briefed", "informed", "who", "that", "which",
})  # fmt: skip
"""Words behind the noun that says who it is: people *familiar* with the matter."""
_PRONOUNS = frozenset({"i", "he", "she", "it", "we", "they", "you", "who", "which", "that", "this", "these", "those"})
_NO_SOURCE = "no source named"


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain: what it is known by, and what the page calls it.

    `key` is empty where the page tells not even in its own words who it is: then only the publisher is known.
    """

    key: str
    label: str
    named: bool


class _Heard(NamedTuple):
    """A source without a name where a page quotes it; `words`: its label without articles and numbers."""

    page: str
    start: int
    label: str
    words: tuple[str, ...]

    @property
    def head(self) -> str:
        """The word that says who it is."""
        words = self.words
        return words[next((at for at, word in enumerate(words) if at and word in _AFTER_HEAD), len(words)) - 1]


class Speakers:
    """Who speaks on each of some pages."""

    def __init__(self, readings: Iterable[Reading], copies: Iterable[Iterable[str]], same: Same) -> None:
        self._same = same
        texts = _texts(readings, copies)
        self._entities = {
            (reading.page.id, each.id): each for text in texts for reading in text for each in reading.entities
        }
        self.of: Mapping[str, Source] = {page: speaker for text in texts for page, speaker in _speakers(text)}
        self._known = {speaker.key: speaker for speaker in self.of.values()}
        self._unnamed = {claim: heard for text in texts for claim, heard in self._heard(text)}

    def source(self, reading: Reading, claim: Claim) -> Source:
        """Whose words a claim of one of the pages is."""
        named = self._named(reading, claim)
        if named is not None:
            return named
        heard = self._unnamed[claim.id]
        nobody = heard.label == _NO_SOURCE or _PRONOUNS.issuperset(heard.words)
        return Source("" if nobody else f"words:{' '.join(heard.words)}", heard.label, named=False)

    def _named(self, reading: Reading, claim: Claim) -> Source | None:
        """The source by its name: one of the publishers, or an entity with a name."""
        if claim.source_kind not in _NAMED:
            return None
        page = reading.page.id
        entity = self._entities.get((page, claim.source_entity or ""))
        speaker = self._known.get(publisher_key(entity.name if entity else _words(reading, claim)))
        if speaker is not None or entity is None:
            return speaker
        if not any(mention.form == "name" for mention in entity.mentions):
            return None
        return Source(self._same.get((page, entity.id), f"{page}/{entity.id}"), entity.name, named=True)

    def _heard(self, text: Sequence[Reading]) -> Iterator[tuple[str, _Heard]]:
        """The claims of one text whose source has no name, each with the source in its fullest words."""
        found = {
            claim.id: self._called(reading, claim)
            for reading in text
            for claim in reading.claims
            if claim.source_kind != "self" and self._named(reading, claim) is None
        }
        alike: dict[str, list[_Heard]] = {}
        for heard in found.values():
            alike.setdefault(heard.head, []).append(heard)
        for claim_id, heard in found.items():
            yield claim_id, _fullest(heard, alike[heard.head])

    def _called(self, reading: Reading, claim: Claim) -> _Heard:
        """What the page calls a source without a name, where it speaks or where it is described in full."""
        page = reading.page.id
        entity = self._entities.get((page, claim.source_entity or ""))
        said = (entity.name if entity else "", _words(reading, claim))
        label = next((each for each in said if fold(each).split()), _NO_SOURCE)
        words = fold(label).split()
        told = [word for word in words if word not in _HOW_MANY and not word.isdigit()] or words
        return _Heard(page, min((span.start for span in claim.source), default=0), label, tuple(told))


def publisher(reading: Reading) -> str:
    """Who published the page, in words: the host where it does not say."""
    page = reading.page
    try:
        host = urlsplit(page.url or "").hostname
    except ValueError:
        host = None
    return page.publisher or (host or "").removeprefix("www.") or f"unknown publisher of {page.id}"


def publisher_key(label: str) -> str:
    """What the publisher of this name is known by."""
    return f"publisher:{fold_name(label)}"


def _texts(readings: Iterable[Reading], copies: Iterable[Iterable[str]]) -> list[list[Reading]]:
    """The readings by the text that they carry."""
    pages = {reading.page.id: reading for reading in readings}
    grouped = [sorted(set(group) & set(pages)) for group in copies]
    alone = pages.keys() - {page for group in grouped for page in group}
    return [[pages[page] for page in group] for group in (*grouped, *([page] for page in sorted(alone))) if group]


def _speakers(text: Sequence[Reading]) -> Iterable[tuple[str, Source]]:
    """Who speaks on the pages of one text: the agency that one of them credits, else the first to publish it."""
    credited = Counter(reading.page.agency for reading in text if reading.page.agency)
    first = min(text, key=lambda reading: (*_published(reading), reading.page.id))
    label = min(credited, key=lambda agency: (-credited[agency], agency)) if credited else publisher(first)
    return [(reading.page.id, Source(publisher_key(label), label, named=True)) for reading in text]


def _fullest(one: _Heard, alike: Sequence[_Heard]) -> _Heard:
    """Of those that one may be short for the nearest before it, else the nearest after it, else that of a copy."""
    while True:
        fuller = [
            each for each in alike
            if set(one.words) < set(each.words) and _OTHERS.isdisjoint((*one.words, *each.words))
        ]  # fmt: skip
        if not fuller:
            return one
        one = min(fuller, key=lambda each: _distance(one, each))


def _distance(one: _Heard, other: _Heard) -> tuple[bool, bool, int, _Heard]:
    return other.page != one.page, other.start > one.start, abs(other.start - one.start), other


def _words(reading: Reading, claim: Claim) -> str:
    return " ".join(cut(reading.page.text, claim.source).split())


def _published(reading: Reading) -> tuple[bool, str]:
    value = reading.page.published.value
    return value is None, value or ""
