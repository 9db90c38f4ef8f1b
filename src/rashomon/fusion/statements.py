"""What is said of an entity: by whom, since when, and who says so too or denies it.

In: readings, groups of entities, groups of copied pages. Out: `Statement`s: ties that hold between
it and others, and claims about it. Independent sources are counted, with the list; that is no score of truth.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.fusion.cells import sentence_at
from rashomon.fusion.chains import Chain, chain, doubt, independent, origins
from rashomon.fusion.voices import Same, Speakers
from rashomon.graph import Origin, Statement, Teller
from rashomon.ids import make_id
from rashomon.records import Claim, Perspective, Polarity, Predicate, Reading, Tie
from rashomon.spans import Spans, cut


@dataclass(frozen=True, slots=True)
class _About:
    """What makes two statements one: the ends of a tie and what holds or held between them, or the words of a claim."""

    words: str
    subject: str | None = None
    predicate: Predicate | None = None
    object: str | None = None
    former: bool = False


_Told = tuple[Chain, Teller]


def statements(
    readings: Iterable[Reading],
    entities: Collection[str],
    copies: Iterable[Iterable[str]] = (),
    same: Same | None = None,
) -> tuple[Statement, ...]:
    """What pages say of the entities of these groups, the earliest first.

    `copies`: groups of page ids that carry one text. `same`: (page, entity id) -> group of the entity. The order of
    readings and groups makes no difference.
    """
    groups = same or {}
    held = {reading.page.id: reading for reading in readings}
    grouped = sorted(sorted(set(group)) for group in copies)
    speakers = Speakers(held.values(), grouped, groups)
    told: dict[_About, list[_Told]] = {}
    for page in sorted(held):
        for about, each in _said(held[page], frozenset(entities), speakers, groups):
            told.setdefault(about, []).append(each)
    made = (_statement(about, _without_copies(each, grouped), held) for about, each in told.items())
    return tuple(sorted(made, key=lambda each: (each.since is None, each.since or "", each.id)))


def _said(reading: Reading, entities: frozenset[str], speakers: Speakers, same: Same) -> Iterator[tuple[_About, _Told]]:
    page = reading.page.id
    for tie in reading.ties:
        ends = (
            same.get((page, tie.subject), f"{page}/{tie.subject}"),
            same.get((page, tie.object), f"{page}/{tie.object}"),
        )
        if not entities.isdisjoint(ends):
            about = _About("", ends[0], tie.predicate, ends[1], tie.status == "former")
            for seen in tie.perspectives:
                yield about, _of_tie(reading, tie, seen, chain(reading, seen.claim, speakers))
    for claim in reading.claims:
        if not entities.isdisjoint(same.get((page, each), f"{page}/{each}") for each in claim.about):
            words = " ".join(cut(reading.page.text, claim.content).split())
            yield _About(words), _of_claim(reading, claim, chain(reading, claim.id, speakers))


def _of_tie(reading: Reading, tie: Tie, seen: Perspective, own: Chain) -> _Told:
    claim = next((each for each in reading.claims if each.id == seen.claim), None)
    return own, _teller(reading, claim, seen, own, seen.evidence or tie.evidence)


def _of_claim(reading: Reading, claim: Claim, own: Chain) -> _Told:
    denied = claim.polarity == "denied" or claim.stance == "denies"
    seen = Perspective(claim.id, claim.certainty, "denied" if denied else "affirmed", "actual", ())
    return own, _teller(reading, claim, seen, own, claim.content)


def _teller(reading: Reading, claim: Claim | None, seen: Perspective, own: Chain, evidence: Spans) -> Teller:
    return Teller(
        chain=own.labels,
        origin=own.origin,
        page=reading.page.id,
        claim=claim.id if claim else None,
        published=reading.page.published.value,
        certainty=seen.certainty,
        polarity=seen.polarity,
        stance=claim.stance if claim else None,
        doubt=doubt(reading, seen),
        evidence=evidence,
        sentence=sentence_at(reading, min(evidence).start) if evidence else None,
    )


def _without_copies(told: Sequence[_Told], groups: Sequence[Sequence[str]]) -> list[_Told]:
    """What copies of a page say alike is said once, by the first of them."""
    home = {page: place for place, group in enumerate(groups) for page in group}
    kept: dict[tuple[object, ...], _Told] = {}
    for own, teller in sorted(told, key=lambda each: _order(each[1])):
        place = home.get(teller.page, teller.page)
        key = (place, own.keys, teller.polarity, teller.certainty)
        if key not in kept:
            kept[key] = own, teller
        elif teller.page != (first := kept[key][1]).page:
            kept[key] = kept[key][0], replace(first, copies=tuple(sorted({*first.copies, teller.page})))
    return list(kept.values())


def _statement(about: _About, told: Sequence[_Told], readings: Mapping[str, Reading]) -> Statement:
    tellers = sorted((teller for _, teller in told), key=_order)
    carried = [(own, page) for own, teller in told for page in (teller.page, *teller.copies)]
    everyone = origins(carried, readings)

    def counted(polarity: Polarity) -> tuple[Origin, ...]:
        found = independent(teller for teller in tellers if teller.polarity == polarity)
        return tuple(origin for origin in everyone if origin.id in found)

    return Statement(
        id=make_id(
            "statement", about.words, about.subject, about.predicate, about.object, "former" if about.former else None
        ),
        words=about.words or " … ".join(_shown(readings[tellers[0].page], tellers[0].evidence)),
        subject=about.subject,
        predicate=about.predicate,
        object=about.object,
        former=about.former,
        since=min((each.published for each in tellers if each.published and each.polarity == "affirmed"), default=None),
        tellers=tuple(tellers),
        confirming=counted("affirmed"),
        denying=counted("denied"),
    )


def _shown(reading: Reading, evidence: Spans) -> Iterator[str]:
    return (" ".join(span.cut(reading.page.text).split()) for span in evidence)


def _order(teller: Teller) -> tuple[bool, str, str, tuple[str, ...], str, str]:
    return (
        teller.published is None, teller.published or "", teller.page, teller.chain, teller.claim or "", teller.polarity
    )  # fmt: skip
