"""Doc to disputes: the accounts inside one page that cannot all hold.

In: a parsed `Doc` with the layers entities, chains, times, claims, events and ties. Out: `doc._.rashomon_disputes`, in
order of their first words.

clauses ─► conflicts (denials, harm, figures, occasions, agents, contrasts, states) ─► records

Who is right is not judged here, and no side goes before another but by its place in the text. Two sentences that differ
in tone are no dispute.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning.disputes.agents import agents
from rashomon.meaning.disputes.clauses import Clauses
from rashomon.meaning.disputes.conflict import Conflict, Stand
from rashomon.meaning.disputes.contrasts import contrasts
from rashomon.meaning.disputes.denials import denials
from rashomon.meaning.disputes.figures import figures
from rashomon.meaning.disputes.harm import harm
from rashomon.meaning.disputes.occasions import occasions
from rashomon.meaning.disputes.states import states
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.phrases import to_spans, trimmed
from rashomon.records import Dispute, DisputeKind, Side
from rashomon.spans import Spans, cut


class Disputes:
    """Writes the layer DISPUTES."""

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with its disputes."""
        doc._.rashomon_disputes = read(doc)
        return doc


@Language.factory("rashomon_disputes")
def make_disputes(nlp: Language, name: str) -> Disputes:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Disputes()


def read(doc: Doc) -> tuple[Dispute, ...]:
    """The disputes of a Doc; none if unparsed."""
    if not (doc.has_annotation("DEP") and doc.has_annotation("SENT_START")):
        return ()
    page, ground = layers.page_id(doc), Ground(doc)
    found = (_dispute(ground, page, conflict) for conflict in once(_conflicts(ground)))
    return tuple(sorted(found, key=lambda each: (each.sides[0].evidence, each.kind, each.id)))


def _conflicts(ground: Ground) -> Iterator[Conflict]:
    """What each module finds, the surest first."""
    clauses = Clauses(ground)
    events, ties = layers.events(ground.doc), layers.ties(ground.doc)
    yield from denials(clauses, events)
    yield from harm(clauses, events, ties)
    yield from figures(clauses, events)
    yield from occasions(clauses, events, ties)
    yield from agents(clauses, ties)
    yield from contrasts(clauses)
    yield from states(clauses)


def once(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Those that say nothing new left out, and those against one and the same stand put together.

    A conflict says nothing new where each of its stands shares words with one before it.
    """
    out: list[Conflict] = []
    stands: list[dict[Stand, None]] = []
    """Of each conflict, in order."""
    holding: dict[int, set[int]] = defaultdict(set)
    """For each word the numbers of the conflicts that have it."""
    against: dict[tuple[DisputeKind, Stand], int] = {}
    for each in conflicts:
        if set.intersection(*({at for word in stand.words for at in holding[word]} for stand in each.stands)):
            continue
        at = against.setdefault((each.kind, each.stands[0]), len(out))
        if at == len(out):
            out.append(each)
            stands.append({})
        stands[at].update(dict.fromkeys(each.stands))
        for stand in each.stands:
            for word in stand.words:
                holding[word].add(at)
    return [replace(each, stands=tuple(found)) for each, found in zip(out, stands, strict=True)]


def _dispute(ground: Ground, page: str, conflict: Conflict) -> Dispute:
    sides = sorted((_side(ground, stand) for stand in conflict.stands), key=lambda side: side.evidence)
    return Dispute(
        id=make_id("dispute", page, conflict.kind, tuple(side.evidence for side in sides)),
        kind=conflict.kind,
        about=conflict.about,
        sides=tuple(sides),
    )


def _side(ground: Ground, stand: Stand) -> Side:
    spans = _spans(ground.doc, stand.words)
    value = stand.value or " ".join(cut(ground.text, spans).split())
    return Side(claim=stand.voice.id, page=None, value=value, evidence=spans)


def _spans(doc: Doc, words: Sequence[int]) -> Spans:
    """The spans of some words, with the marks that alone stand between two of them."""
    kept = trimmed(doc, set(words))
    marks = [
        at
        for before, after in pairwise(kept)
        for at in range(before + 1, after)
        if all(doc[between].is_punct or doc[between].is_space for between in range(before + 1, after))
    ]
    return to_spans(doc, [*kept, *marks])
