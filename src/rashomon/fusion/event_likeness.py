"""How far two reports are of the same event: what they share and where they differ, weighed.

In: two happenings. Out: features, each a number, and what it is about in words; of two forms a link with the telling
features as its reasons. The weights (data/event_weights.json) are made by training/fusion.py; figures and denials that
differ never hold reports apart, they are what a dispute is made of.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import exp

from rashomon.fusion.event_keys import interval
from rashomon.fusion.happenings import Figure, Happening, Party, Side, family, of_facts
from rashomon.fusion.stems import stems
from rashomon.fusion.weighing import cosine, overlap
from rashomon.graph import Form, Link, Reason, Verdict

OTHER = "other"
_SIDES: tuple[Side, ...] = ("agent", "object", "place", "instrument")
_ALIKE = 0.5
"""Likeness of two parties from which on they count as the same."""

_STRANGE = 0.15
_EXACT = 3
_NEAR = 2
_TELLING = 0.25
"""A reason with a smaller weight is not listed."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A number, and in words what it is about."""

    value: float
    words: str


Features = Mapping[str, Feature]


def compare(left: Form, right: Form) -> Link | None:
    """How far two event forms are the same; None where they may not be compared or nothing speaks for it."""
    one, two = sorted((left, right), key=lambda form: form.id)
    first, second = of_facts(one.facts), of_facts(two.facts)
    if one.id == two.id or not comparable(first, second):
        return None
    model = _model()
    reasons = tuple(
        Reason(name, feature.words, round(model.weights[name] * feature.value, 3))
        for name, feature in sorted(features(first, second).items())
        if abs(model.weights.get(name, 0.0) * feature.value) >= _TELLING
    )
    score = likeness(first, second)
    verdict = model.verdict(score)
    return None if verdict is None else Link(one.id, two.id, score, verdict, reasons)


def least() -> float:
    """The average score from which on reports are one event."""
    return _model().same


def comparable(left: Happening, right: Happening) -> bool:
    """Whether the types are of one family: aftermath, trial and anniversary are not the attack."""
    return OTHER in {left.type, right.type} or family(left.type) == family(right.type)


def likeness(left: Happening, right: Happening) -> float:
    """How likely it is that two reports are of the same event, 0..1; symmetric."""
    model = _model()
    found = features(left, right)
    total = model.bias + sum(model.weights.get(name, 0.0) * found[name].value for name in sorted(found))
    return round(1 / (1 + exp(-min(max(total, -30.0), 30.0))), 4)


def features(left: Happening, right: Happening) -> Features:
    """What two reports share and where they differ; the same whichever comes first."""
    out: dict[str, Feature] = {}
    for part in (_words, _parties, _times, _figures, _stands, _surroundings):
        out |= {name: feature for name, feature in part(left, right) if feature.value}
    return out


_Found = Iterable[tuple[str, Feature]]


def _words(left: Happening, right: Happening) -> _Found:
    said = _both(left.trigger.casefold(), right.trigger.casefold())
    if left.head == right.head:
        yield "word.same", Feature(1.0, said)
    else:
        yield "word.shared", Feature(float(bool(set(stems(left.trigger)) & set(stems(right.trigger)))), said)
        yield "word.like", Feature(_spelling(left.head, right.head), said)
    kinds = _both(left.type, right.type)
    yield "type.same", Feature(float(left.type == right.type != OTHER), kinds)
    yield "type.differ", Feature(float(left.type != right.type and OTHER not in {left.type, right.type}), kinds)


def _parties(left: Happening, right: Happening) -> _Found:
    for side in _SIDES:
        ours, theirs = ([each for each in parties if each.side == side] for parties in (left.parties, right.parties))
        if ours and theirs:
            score, words = max((_same(one, two), _both(one.words, two.words)) for one in ours for two in theirs)
            yield f"{side}.same", Feature(score if score >= _ALIKE else 0.0, words)
            yield f"{side}.differ", Feature(float(score < _STRANGE), words)
    crossed = [
        (_same(one, two), one.words)
        for first, second in ((left, right), (right, left))
        for one in first.parties
        for two in second.parties
        if (one.side, two.side) == ("agent", "object")
    ]
    score, words = max(crossed, default=(0.0, ""))
    yield "party.crossed", Feature(score if score >= _ALIKE else 0.0, words)


def _times(left: Happening, right: Happening) -> _Found:
    (first, last), (start, end) = interval(left), interval(right)
    if first is None or last is None or start is None or end is None:
        return
    gap = max(start - last, first - end, 0)
    dated = left.earliest is not None and right.earliest is not None
    exact = max(last - first, end - start) <= _EXACT
    words = _both(_span(left), _span(right))
    if not dated:
        yield "told.near", Feature(float(gap <= _NEAR), words)
        yield "told.far", Feature(float(gap > _NEAR), words)
    else:
        yield "time.same", Feature(float(exact and gap == 0), words)
        yield "time.open", Feature(float(not exact and gap == 0), words)
        yield "time.near", Feature(float(0 < gap <= _NEAR), words)
        yield "time.apart", Feature(float(gap > _NEAR), words)


def _figures(left: Happening, right: Happening) -> _Found:
    pairs = [(one, two) for one in left.counts for two in right.counts if one[0] == two[0]]
    if pairs:
        words = ", ".join(sorted({f"{one[0]} {_range(one)}" for pair in pairs for one in pair}))
        same = any(_meet(one, two) for one, two in pairs)
        yield "figure.same", Feature(float(same), words)
        yield "figure.differ", Feature(float(not same), words)


def _stands(left: Happening, right: Happening) -> _Found:
    yield "stand.denied", Feature(float(left.denied != right.denied), "one only denies it")
    yield "stand.unreal", Feature(float(left.real != right.real), "one only plans or supposes it")


def _surroundings(left: Happening, right: Happening) -> _Found:
    shared = sorted(set(left.sentence) & set(right.sentence))
    yield "sentence", Feature(round(overlap(left.sentence, right.sentence), 3), " ".join(shared))
    ours, theirs = dict(left.page), dict(right.page)
    both = sorted(set(ours) & set(theirs), key=lambda word: (-ours[word] * theirs[word], word))
    yield "page", Feature(round(cosine(ours, theirs), 3), " ".join(both[:5]))


def _both(one: str, two: str) -> str:
    return " / ".join(sorted({one, two}))


def _same(one: Party, two: Party) -> float:
    """How far two parties are the same: by their form, else by their words."""
    if one.form and one.form == two.form:
        return 1.0
    return round(overlap(_stems(one.words), _stems(two.words)), 3)


def _spelling(left: str, right: str) -> float:
    """The share of pairs of letters that two words have in common (Dice 1945)."""
    one, two = _pairs(left), _pairs(right)
    return round(2 * len(one & two) / (len(one) + len(two)), 3) if one and two else 0.0


def _meet(one: Figure, two: Figure) -> bool:
    """Whether a number is within both bounds."""
    highest = min(figure[2] for figure in (one, two) if figure[2] is not None) if one[2] or two[2] else None
    lowest = max((figure[1] for figure in (one, two) if figure[1] is not None), default=0.0)
    return highest is None or lowest <= highest


def _range(figure: Figure) -> str:
    _, low, high = figure
    return f"{low or 0:g}" if low == high else f"{low or 0:g}-{'' if high is None else format(high, 'g')}"


def _span(happening: Happening) -> str:
    if happening.earliest is None:
        return f"told {happening.told}"
    return happening.earliest if happening.earliest == happening.latest else f"{happening.earliest}..{happening.latest}"


@lru_cache(maxsize=50_000)
def _stems(words: str) -> frozenset[str]:
    return frozenset(stems(words))


@lru_cache(maxsize=50_000)
def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[at : at + 2] for at in range(len(word) - 1))


@dataclass(frozen=True, slots=True)
class _Model:
    """Weights by feature, and the scores from which on two reports are the same or may be."""

    bias: float
    weights: Mapping[str, float]
    same: float
    maybe: float

    def verdict(self, score: float) -> Verdict | None:
        """What a score makes of two forms; None where nothing speaks for it."""
        return "same" if score >= self.same else "maybe" if score >= self.maybe else None


@cache
def _model() -> _Model:
    table = json.loads(files("rashomon.fusion").joinpath("data/event_weights.json").read_text(encoding="utf-8"))
    return _Model(**table)
