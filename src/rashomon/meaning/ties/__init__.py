"""Doc to ties: what the words of a page state to hold between two of its entities, and in whose words.

In: a parsed `Doc` with the layers entities, times and claims. Out: `doc._.rashomon_ties`, in order of their evidence.

ends ─► statements (nouns, verbs, neighbours, learned) ─► standing (status, time, perspective) ─► records

Two names in one sentence are no tie: some words must state it, and these are the evidence. Whether it holds is not
judged here.
"""

from collections import Counter
from collections.abc import Iterator
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.phrases import to_spans
from rashomon.meaning.ties import learned, neighbours, nouns, verbs
from rashomon.meaning.ties.ends import Ends
from rashomon.meaning.ties.standing import Standing, stand
from rashomon.meaning.ties.statement import Statement
from rashomon.records import Entity, Perspective, Tie, TieStatus

Groups = dict[tuple[str, ...], list[tuple[Statement, Standing]]]

_SYMMETRIC = frozenset({"sibling", "spouse", "relative", "linked_to", "alias_of"})


class Ties:
    """Writes the layer TIES."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its ties."""
        doc._.rashomon_ties = read(doc)
        return doc


@Language.factory("rashomon_ties")
def make_ties(nlp: Language, name: str) -> Ties:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Ties()


def statements(ends: Ends) -> Iterator[Statement]:
    """All that the words of a Doc state of its ends, whether or not these are entities."""
    found = list(stated(ends))
    yield from found
    yield from learned.statements(ends, found)


def stated(ends: Ends) -> Iterator[Statement]:
    """What the rules find."""
    yield from nouns.statements(ends)
    yield from verbs.statements(ends)
    yield from neighbours.statements(ends)


def read(doc: Doc) -> tuple[Tie, ...]:
    """The ties of a Doc: one for each subject, predicate, object and status, with all who say so; none if unparsed."""
    if not (doc.has_annotation("DEP") and doc.has_annotation("SENT_START")):
        return ()
    ends = Ends(Ground(doc))
    groups: Groups = {}
    for each in sorted(statements(ends), key=lambda one: (one.words, -one.score)):
        first, second = ends.entity(each.subject), ends.entity(each.object)
        if first is None or second is None or first.id == second.id:
            continue
        standing = stand(each, ends.ground)
        if standing is None:
            continue
        key = (*_pair(each, first, second), each.predicate, standing.status)
        groups.setdefault(key, []).append((each, standing))
    page = layers.page_id(doc)
    ties = (_tie(doc, page, key, group) for key, group in _one_way(_of_wholes(_joined(groups))).items())
    return tuple(sorted(ties, key=lambda tie: (tie.evidence, tie.predicate, tie.subject, tie.object)))


def _pair(each: Statement, first: Entity, second: Entity) -> tuple[str, str]:
    """The ids of both ends; of what holds both ways the one that comes first on the page goes first."""
    if each.predicate in _SYMMETRIC and each.subject.first > each.object.first:
        return second.id, first.id
    return first.id, second.id


def _joined(groups: Groups) -> Groups:
    """What some allege and others hold for certain is one tie, with the perspectives of all."""
    out: Groups = {}
    firm: dict[tuple[str, ...], tuple[str, ...]] = {}
    for key, group in sorted(groups.items(), key=lambda item: item[0][-1] == "alleged"):
        known = firm.setdefault(key[:-1], key)
        out.setdefault(known if key[-1] == "alleged" else key, []).extend(group)
    return out


def _of_wholes(groups: Groups) -> Groups:
    """Without those who hold but a part: where two hold one place by words before its name ("Tolmar-held Oro"),
    neither holds all of it.
    """
    held: dict[str, set[str]] = {}
    for (subject, object_, predicate, *_), group in groups.items():
        if predicate == "controls" and all(each.granted for each, _ in group):
            held.setdefault(object_, set()).add(subject)
    parted = {(subject, place) for place, subjects in held.items() if len(subjects) > 1 for subject in subjects}
    return {key: group for key, group in groups.items() if key[2] != "controls" or key[:2] not in parted}


def _one_way(groups: Groups) -> Groups:
    """Of two that are each said to be part of the other, only what more words state: one way round was misread."""
    told: Counter[tuple[str, ...]] = Counter()
    for key, group in groups.items():
        told[key[:3]] += len(group)
    return {
        key: group
        for key, group in groups.items()
        if key[2] != "part_of" or len(group) > told[key[1], key[0], "part_of"]
    }


def _tie(doc: Doc, page: str, key: tuple[str, ...], group: list[tuple[Statement, Standing]]) -> Tie:
    subject, object_, _, status = key
    each = group[0][0]
    spans = [span for one, _ in group for span in to_spans(doc, one.words)]
    perspectives: dict[tuple[object, ...], Perspective] = {}
    for _, one in group:
        seen = one.perspective
        perspectives.setdefault((seen.claim, seen.certainty, seen.polarity, seen.status), seen)
    return Tie(
        id=make_id("tie", page, subject, each.predicate, object_, status),
        subject=subject,
        predicate=each.predicate,
        object=object_,
        status=cast(TieStatus, status),
        time=next((one.time for _, one in group if one.time), None),
        evidence=tuple(sorted(dict.fromkeys(spans))),
        perspectives=tuple(perspectives.values()),
        score=max(one.score for one, _ in group),
    )
