"""How far two forms of entities are the same, with the reasons for and against.

In: two forms. Out: a link, or None where nothing speaks for it. Symmetric, and it hangs on the two forms alone. What is
joined with what does not belong here.
"""

from rapidfuzz.distance import JaroWinkler

from rashomon.fusion.names import Name, initials, parse
from rashomon.graph import Form, Link, Reason, Verdict

SAME = 0.8
MAYBE = 0.6


def compare(left: Form, right: Form) -> Link | None:
    """The link of two forms of entities, or None where their names or types have nothing to do with each other."""
    if left.kind != right.kind or left.id == right.id or not _types_agree(left.type, right.type):
        return None
    if left.id > right.id:
        left, right = right, left
    best = max((_names(one, other) for one in _all_names(left) for other in _all_names(right)), key=_weight)
    score = max(0.0, min(1.0, sum(reason.weight for reason in best)))
    if score < MAYBE:
        return None
    verdict: Verdict = "same" if score >= SAME else "maybe"
    return Link(left.id, right.id, round(score, 3), verdict, best)


def _all_names(form: Form) -> tuple[Name, ...]:
    return tuple(parse(name, form.type) for name in (form.facts["name"], *form.facts["aliases"]))


def _weight(reasons: tuple[Reason, ...]) -> float:
    return sum(reason.weight for reason in reasons)


def _types_agree(one: str, other: str) -> bool:
    return one == other or "other" in (one, other)


def _names(one: Name, other: Name) -> tuple[Reason, ...]:
    if one.plain == other.plain:
        return (Reason("same_name", f"both are called {one.plain}", 1.0),)
    if (one.short and initials(other) == one.short) or (other.short and initials(one) == other.short):
        return (Reason("acronym", f"{one.plain} and {other.plain} are short and long form", 0.75),)
    fewer, more = sorted((one, other), key=lambda name: (len(name.words), name.plain))
    if not fewer.words or len(fewer.words) == 1 < len(more.words):
        alike = bool(fewer.words) and fewer.sounds[0] in (more.sounds[0], more.sounds[-1])
        return (Reason("part_of_name", f"{fewer.plain} may be short for {more.plain}", 0.65 if alike else 0.0),)
    likeness = _alike(fewer, more)
    return (Reason("alike_name", f"{one.plain} and {other.plain} are spelt alike", likeness),)


def _alike(fewer: Name, more: Name) -> float:
    """How well each word of the shorter name is found in the longer one, and how many words stand alone."""
    left = list(zip(more.words, more.sounds, strict=True))
    total = 0.0
    for word, heard in zip(fewer.words, fewer.sounds, strict=True):
        scores = [0.95 if heard == sound else JaroWinkler.similarity(word, other) ** 3 for other, sound in left]
        at = max(range(len(left)), key=scores.__getitem__)
        total += scores[at]
        del left[at]
    return total / len(fewer.words) - 0.05 * len(left)
