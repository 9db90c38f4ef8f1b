"""How far two reports are of the same event: what they share and where they differ, weighed.

In: two happenings. Out: features, each a number and what it is about in words; of two forms a link with the telling
features as its reasons.

What is said of any event (words, parties, sentence, page) is weighed by trees learned on ECB+ (data/event_trees.json,
made by training/fusion.py); time and figures, which that corpus hardly has, by weights set by hand in the same file.
Figures and denials that differ never hold reports apart: they are what a dispute is made of.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from importlib.resources import files

from rashomon.fusion import senses, trees
from rashomon.fusion.event_keys import interval
from rashomon.fusion.happenings import Figure, Happening, Party, Side, family, kind, of_facts
from rashomon.fusion.stems import stems
from rashomon.fusion.weighing import cosine, overlap, weight
from rashomon.graph import Form, Link, Reason, Verdict
from rashomon.intervals import Interval

OTHER = "other"
_SIDES: tuple[Side, ...] = ("agent", "object", "place")
_SHARED = {f"{side}.like" for side in _SIDES}
_ALIKE = 0.5
"""Likeness of two parties from which on they count as the same."""

_STRANGE = 0.05
_LIGHT = 0.15
_BEGINNING = 4
_EXACT = 3
_NEAR = 2
_AT_HAND = 256
"""Forms that are kept at hand taken apart: a new one is compared with many."""
_TELLING = 0.1
"""A reason with a smaller weight is not listed."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A number, and what says in words what it is about."""

    value: float
    tell: Callable[[], str]


Features = Mapping[str, Feature]
_Found = Iterable[tuple[str, Feature]]


def compare(left: Form, right: Form) -> Link | None:
    """How far two event forms are the same; None where they may not be compared or nothing speaks for it."""
    one, two = sorted((left, right), key=lambda form: form.id)
    first, second = _happening(one), _happening(two)
    if one.id == two.id or not comparable(first, second):
        return None
    found = features(first, second)
    score = _model().chance(found)
    verdict = _model().verdict(score)
    if verdict is None:
        return None
    parts = _model().parts(found)
    told = sorted(((name, part) for name, part in parts.items() if name), key=lambda each: (-abs(each[1]), each[0]))
    reasons = (Reason(name, found[name].tell() if name in found else "none", round(part, 2)) for name, part in told)
    return Link(one.id, two.id, score, verdict, tuple(each for each in reasons if abs(each.weight) >= _TELLING))


@lru_cache(maxsize=_AT_HAND)
def _happening(form: Form) -> Happening:
    return of_facts(form.facts)


def least() -> float:
    """The average score from which on reports are one event."""
    return _model().same


def comparable(left: Happening, right: Happening) -> bool:
    """Whether the types are of one family (aftermath, trial and anniversary are not the attack) and no days apart."""
    if OTHER not in {left.type, right.type} and family(left.type) != family(right.type):
        return False
    dated = left.earliest is not None and right.earliest is not None
    return not dated or (_gap(left, right) or 0) <= _NEAR


def likeness(left: Happening, right: Happening) -> float:
    """How likely it is that two reports are of the same event, 0..1; symmetric."""
    return _model().chance(features(left, right))


def features(left: Happening, right: Happening) -> Features:
    """What two reports share and where they differ; the same whichever comes first. What is 0 is left out."""
    out: dict[str, Feature] = {}
    for part in (_words, _parties, _surroundings, _stands, _times, _figures):
        out |= {name: feature for name, feature in part(left, right) if feature.value}
    shared = "figure.same" in out or any(out[each].value >= _ALIKE for each in _SHARED & set(out))
    if {"told.near", "told.far"} & set(out) and not shared:
        out["told.alone"] = Feature(1.0, lambda: "no time, no party and no figure in common")
    return out


def _words(left: Happening, right: Happening) -> _Found:
    said = partial(_both, left.trigger.casefold(), right.trigger.casefold())
    same = left.head == right.head
    yield "word.same", Feature(float(same), said)
    yield "word.kin", Feature(float(not same and left.head[:_BEGINNING] == right.head[:_BEGINNING]), said)
    yield "word.rare", Feature(round(min(weight(left.head), weight(right.head)), 3), said)
    yield "word.shared", Feature(round(overlap(_stems(left.trigger), _stems(right.trigger)), 3), said)
    yield "word.spelling", Feature(_spelling(left.head, right.head), said)
    yield "word.sense", Feature(1.0 if same else senses.near(left.head, right.head), said)
    kinds = partial(_both, left.type, right.type)
    if OTHER not in {left.type, right.type}:
        yield "type.same", Feature(float(kind(left.type) == kind(right.type)), kinds)
        yield "type.differ", Feature(float(kind(left.type) != kind(right.type)), kinds)


def _parties(left: Happening, right: Happening) -> _Found:
    for side in _SIDES:
        ours, theirs = ([each for each in parties if each.side == side] for parties in (left.parties, right.parties))
        score, words = _alike(ours, theirs), partial(_named, ours, theirs)
        yield f"{side}.like", Feature(score, words)
        yield f"{side}.differ", Feature(float(bool(ours and theirs) and score < _STRANGE), words)
    for side in ("object", "place"):
        yield from _names(side, left, right)
    score, words = _alike(left.parties, right.parties), partial(_named, left.parties, right.parties)
    yield "party.like", Feature(score, words)
    yield "party.differ", Feature(float(bool(left.parties and right.parties) and score < _STRANGE), words)
    sides = [[[each for each in one.parties if each.side == side] for side in _SIDES[:2]] for one in (left, right)]
    (agent, object_), (other_agent, other_object) = sides
    crossed = max(_alike(agent, other_object), _alike(object_, other_agent))
    yield "party.crossed", Feature(crossed, partial(_named, agent, other_agent))


def _names(side: Side, left: Happening, right: Happening) -> _Found:
    """Names weigh more than words: who was killed is known by name, or was another."""
    ours, theirs = ([each for each in one.parties if each.side == side and each.named] for one in (left, right))
    if ours and theirs:
        score, words = _alike(ours, theirs), partial(_named, ours, theirs)
        yield f"name.{side}", Feature(float(score >= _ALIKE), words)
        yield f"name.other_{side}", Feature(float(score < _STRANGE), words)


def _surroundings(left: Happening, right: Happening) -> _Found:
    same = bool(left.sentence) and left.sentence == right.sentence
    yield "sentence.same", Feature(float(same), lambda: "one sentence")
    for name, ours, theirs in (("sentence", left.sentence, right.sentence), ("near", left.near, right.near)):
        one, two = set(ours) - _stems(left.trigger), set(theirs) - _stems(right.trigger)
        yield name, Feature(round(overlap(one, two), 3), partial(_common, one, two))
    here, there = dict(left.page), dict(right.page)
    yield "page", Feature(round(cosine(here, there), 3), partial(_heaviest, here, there))


def _common(one: Set[str], two: Set[str]) -> str:
    return " ".join(sorted(one & two))


def _heaviest(here: Mapping[str, float], there: Mapping[str, float]) -> str:
    both = sorted(here.keys() & there.keys(), key=lambda word: (-here[word] * there[word], word))
    return " ".join(both[:5])


def _stands(left: Happening, right: Happening) -> _Found:
    yield "stand.denied", Feature(float(left.denied != right.denied), lambda: "one only denies it")
    yield "stand.unreal", Feature(float(left.real != right.real), lambda: "one only plans or supposes it")


def _times(left: Happening, right: Happening) -> _Found:
    gap = _gap(left, right)
    if gap is None:
        return
    words = partial(_both, _span(left), _span(right))
    if left.earliest is None or right.earliest is None:
        yield "told.near", Feature(float(gap <= _NEAR), words)
        yield "told.far", Feature(float(gap > _NEAR), words)
    else:
        exact = all(last - first <= _EXACT for first, last in map(_days, (left, right)))
        yield "time.same", Feature(float(exact and gap == 0), words)
        yield "time.open", Feature(float(not exact and gap == 0), words)


def _days(happening: Happening) -> tuple[int, int]:
    first, last = interval(happening)
    return first or 0, last or 0


def _gap(left: Happening, right: Happening) -> int | None:
    """Days between two reports, 0 where one day would do for both; None where one has no days at all."""
    if None in interval(left) or None in interval(right):
        return None
    (first, last), (start, end) = _days(left), _days(right)
    return max(start - last, first - end, 0)


def _figures(left: Happening, right: Happening) -> _Found:
    pairs = [(one, two) for one in left.counts for two in right.counts if one[0] == two[0]]
    if pairs:
        words = partial(_ranges, pairs)
        same = any(Interval(*one[1:]).meets(Interval(*two[1:])) for one, two in pairs)
        yield "figure.same", Feature(float(same), words)
        yield "figure.differ", Feature(float(not same), words)


def _both(one: str, two: str) -> str:
    return " / ".join(sorted({one, two}))


def _alike(ours: Iterable[Party], theirs: Iterable[Party]) -> float:
    """How far the parties of two reports are the same: by a form that both have, else by their words."""
    if {each.form for each in ours} & {each.form for each in theirs if each.form}:
        return 1.0
    one, two = (frozenset(word for each in parties for word in _telling(each.words)) for parties in (ours, theirs))
    return round(overlap(one, two), 3)


def _named(ours: Iterable[Party], theirs: Iterable[Party]) -> str:
    return _both(*(", ".join(sorted({each.words for each in parties})) for parties in (ours, theirs)))


def _spelling(left: str, right: str) -> float:
    """The share of pairs of letters that two words have in common (Dice 1945)."""
    one, two = _pairs(left), _pairs(right)
    return round(2 * len(one & two) / (len(one) + len(two)), 3) if one and two else 0.0


def _ranges(pairs: Iterable[tuple[Figure, Figure]]) -> str:
    return ", ".join(sorted({f"{one[0]} {_range(one)}" for pair in pairs for one in pair}))


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


@lru_cache(maxsize=50_000)
def _telling(words: str) -> frozenset[str]:
    return frozenset(word for word in stems(words) if weight(word) >= _LIGHT)


def _values(found: Features) -> dict[str, float]:
    return {name: feature.value for name, feature in found.items()}


@dataclass(frozen=True, slots=True)
class _Model:
    """Trees, weights of further features, and the scores from which on two reports are the same or may be."""

    trees: trees.Trees
    weights: Mapping[str, float]
    same: float
    maybe: float

    def chance(self, found: Features) -> float:
        """How likely two reports with these features are of the same event."""
        return trees.chance(self.trees.odds(_values(found)) + sum(self._further(found).values()))

    def parts(self, found: Features) -> dict[str, float]:
        """What each feature adds to the log-odds."""
        return self.trees.parts(_values(found)) | self._further(found)

    def _further(self, found: Features) -> dict[str, float]:
        return {name: weight * found[name].value for name, weight in self.weights.items() if name in found}

    def verdict(self, score: float) -> Verdict | None:
        """What a score makes of two forms; None where nothing speaks for it."""
        return "same" if score >= self.same else "maybe" if score >= self.maybe else None


@cache
def _model() -> _Model:
    learned, rest = trees.read(files("rashomon.fusion").joinpath("data/event_trees.json"))
    return _Model(learned, **rest)
