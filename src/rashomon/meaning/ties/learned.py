"""Ties by learned weights: what pairs of ends look like that people marked as standing in a relation.

In: the `Ends` of a Doc and what the rules found. Out: `Fact`s of the kinds that the weights know; as `Statement`s only
those that make a tie and of which the table's own words stand on a short way between them in the tree. Weights:
data/ties_weights.json, made by training/ties.py (logistic regression on KnowledgeNet).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from math import exp

from spacy.tokens import Token

from rashomon.meaning.phrases import is_passive
from rashomon.meaning.ties.ends import End, Ends
from rashomon.meaning.ties.features import Seen
from rashomon.meaning.ties.past import is_over
from rashomon.meaning.ties.statement import Statement
from rashomon.meaning.ties.tables import Learned, tables
from rashomon.records import TieStatus

_LIKELY = 0.35
"""From this score on a fact counts as found."""

_SURE = 0.8
"""From this score on it makes a tie."""

_SHORT = 8
"""Words on the way from one end to the other, its top counted twice: what stands on a longer one is about others."""

_NEAREST = 2
_WIDEST = 60
"""Tokens between two ends beyond which nothing is looked for."""

_MANY = 24
"""Ends of one sentence: a longer list of names is a table, and no sentence states what holds in it."""

_BESIDE = frozenset({"prt", "prep", "appos", "attr", "compound"})
_OBJECTS_ONLY = frozenset({"time", "people"})
_ROOM = "rashomon.meaning"

Pair = tuple[End, End]
Stated = Mapping[tuple[str, str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Fact:
    """A kind of relation, its ends, and how sure the weights are."""

    kind: str
    subject: End
    object: End
    score: float


def facts(ends: Ends, found: Iterable[Statement]) -> Iterator[Fact]:
    """Every kind of relation between the ends of a sentence, with its score; what is unlikely is left out."""
    seen, stated = Seen(ends.ground.doc), hints(found)
    for nearest in pairs(ends):
        yield from _scored(seen, nearest, stated)


def statements(ends: Ends, found: Iterable[Statement]) -> Iterator[Statement]:
    """The facts between entities that make a tie where the rules found none, each with the words that state it."""
    seen, stated = Seen(ends.ground.doc), hints(found)
    for nearest in pairs(ends):
        first, second = nearest[0]
        if (first.chain, second.chain) not in stated and ends.entity(first) and ends.entity(second):
            for fact in _scored(seen, nearest, stated):
                yield from _stated(ends, seen, fact)


def _scored(seen: Seen, nearest: list[Pair], stated: Stated) -> Iterator[Fact]:
    subject, object_ = nearest[0]
    for kind, score in _weights().scores(described(seen, nearest, stated)).items():
        row = tables().learned[kind]
        if score >= _LIKELY and subject.kind in row.subject and object_.kind in row.object:
            yield Fact(kind, subject, object_, score)


def _stated(ends: Ends, seen: Seen, fact: Fact) -> Iterator[Statement]:
    row = tables().learned[fact.kind]
    fit = fact.subject.kind in row.ends[0] and fact.object.kind in row.ends[1]
    words = _words(ends, seen, fact, row) if fit and fact.score >= _SURE and not _is_said_by(ends, fact) else []
    if row.predicate is not None and words:
        first, second = (fact.object, fact.subject) if row.flip else (fact.subject, fact.object)
        over = any(is_over(ends.ground.doc[i], ends.ground) for i in words)
        status: TieStatus | None = "former" if over else None
        yield Statement(row.predicate, first, second, words[0], words[0], tuple(words), status, round(fact.score, 2))


def _is_said_by(ends: Ends, fact: Fact) -> bool:
    """Whether one end is the source of what is said of the other: "he worked in a mill, according to the Front"."""
    doc, claims = ends.ground.doc, ends.ground.claim
    for end, other in ((fact.subject, fact.object), (fact.object, fact.subject)):
        said = claims[end.head]
        if said is not None and said is not claims[other.head] and other.named:
            return any(span.start <= doc[other.head].idx < span.end for span in said.source)
    return False


def pairs(ends: Ends) -> Iterator[list[Pair]]:
    """For each two chains of a sentence and each direction, their nearest mentions, nearest first."""
    for _, group in groupby(ends.all, key=lambda end: ends.ground.sentence(end.head)):
        row = list(group)
        if len(row) > _MANY or not any(end.kind not in _OBJECTS_ONLY for end in row):
            continue
        found: dict[tuple[str, str], list[tuple[int, int, int, Pair]]] = {}
        for subject in row:
            for object_ in row if subject.kind not in _OBJECTS_ONLY else ():
                far = abs(subject.head - object_.head)
                if subject.chain != object_.chain and far <= _WIDEST:
                    place = (far, subject.first, object_.first, (subject, object_))
                    found.setdefault((subject.chain, object_.chain), []).append(place)
        for places in found.values():
            yield [pair for *_, pair in sorted(places, key=lambda place: place[:3])[:_NEAREST]]


def hints(found: Iterable[Statement]) -> dict[tuple[str, str], set[str]]:
    """What the rules found of two chains, as features of both directions."""
    out: dict[tuple[str, str], set[str]] = {}
    for each in found:
        first, second = each.subject.chain, each.object.chain
        out.setdefault((first, second), set()).update({f"R {each.predicate}", f"R {each.predicate} {each.status}"})
        out.setdefault((second, first), set()).add(f"Q {each.predicate}")
    return out


def described(seen: Seen, nearest: list[Pair], stated: Stated) -> list[str]:
    """The features of two chains: of their nearest mentions, and of what the rules found."""
    found = dict.fromkeys(feature for subject, object_ in nearest for feature in seen.features(subject, object_))
    subject, object_ = nearest[0]
    found.update(dict.fromkeys(sorted(stated.get((subject.chain, object_.chain), ()))))
    return list(found)


def _words(ends: Ends, seen: Seen, fact: Fact, row: Learned) -> list[int]:
    """The words of the table that stand on the way from one end to the other in the tree, where that is short."""
    doc, way = ends.ground.doc, seen.path(fact.subject, fact.object)
    if way is None or len(way[0]) + len(way[1]) > _SHORT:
        return []
    near: set[int] = set()
    for at in (*way[0][1:], *way[1][1:]):
        near.add(at)
        near.update(child for child in seen.children[at] if seen.deps[child] in _BESIDE)
    return sorted(
        i for i in near if not ends.at[i] and {doc[i].lower_, doc[i].lemma_.lower()} & row.words and _in_voice(doc[i])
    )


def _in_voice(word: Token) -> bool:
    """Whether a verb stands in the voice that states a tie: not "was joined by"."""
    rows = tables().verbs.get(word.lemma_.lower(), ())
    return not (is_passive(word) and any(row.voice == "active" for row in rows))


@dataclass(frozen=True, slots=True)
class _Weights:
    """For each feature the weights of the kinds it speaks for or against, and a bias for each kind."""

    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    features: Mapping[str, tuple[tuple[int, float], ...]]

    def scores(self, given: Iterable[str]) -> dict[str, float]:
        """How likely each kind is."""
        sums = list(self.bias)
        for feature in given:
            for kind, weight in self.features.get(feature, ()):
                sums[kind] += weight
        return {kind: 1 / (1 + exp(-min(max(total, -30), 30))) for kind, total in zip(self.kinds, sums, strict=True)}


@cache
def _weights() -> _Weights:
    raw = json.loads(files(_ROOM).joinpath("data/ties_weights.json").read_text(encoding="utf-8"))
    unit = raw["unit"]
    rows = {
        feature: tuple((int(kind), weight * unit) for kind, weight in zip(row[::2], row[1::2], strict=True))
        for feature, row in raw["features"].items()
    }
    return _Weights(tuple(raw["kinds"]), tuple(raw["bias"]), rows)
