"""Two names side by side: which words of the one are which of the other, and what is left over.

In: names taken apart. Out: an `Alignment` of measures between 0 and a few, each of which speaks for or against one
bearer. What they weigh does not belong here.
"""

from typing import NamedTuple

from rashomon.fusion.names import Name
from rashomon.fusion.sounds import likeness, may_be_like

_ALIKE = 0.45
_WELDED = 0.8
_FEW = 3
_MOST = 3.0
_TELLING = 3


class Alignment(NamedTuple):
    """What two names share. `fewer` is the one with less to tell, `more` the other.

    `shared`: the words of `fewer` that `more` has too. `missing`, `extra`: words that only `fewer`, only `more` has.
    `amount`: how much the shared words tell together. `cover`: their share of `fewer`, squared. `first`, `last`: how
    far these words are alike. `conflict`: how much is left over on both sides. `left_over`: how much on the one with
    more. `contained`: nothing is left over of `fewer`. `whole`: nor of `more`. `single`: `fewer` is one word and `more`
    is not. `acronym`: one is the initials of the other. `spelt_out`: a word of the one is the initials of the other.
    `numbers`: both have numbers, and others. `numbered`: only one has. `legal`: legal forms of no one firm.
    """

    fewer: Name
    more: Name
    shared: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    amount: float
    cover: float
    first: float
    last: float
    conflict: float
    left_over: float
    contained: float
    whole: float
    single: float
    acronym: float
    spelt_out: float
    numbers: float
    numbered: float
    legal: float


def align(one: Name, other: Name) -> Alignment:
    """The alignment of two names; the same whichever comes first."""
    fewer, more = (one, other) if (one.weight, one.plain) <= (other.weight, other.plain) else (other, one)
    pairs, left, right = _pair(fewer, more)
    amount = covered = first = last = 0.0
    ends = (len(fewer.words) - 1, len(more.words) - 1)
    for alike, i, j in pairs:
        if i == j == 0:
            first = alike
        if (i, j) == ends:
            last = alike
        amount += alike * (fewer.weights[i] + more.weights[j]) / 2
        covered += alike * fewer.weights[i]
    shared = [fewer.shown[i] for _, i, _ in pairs]
    if left and right and len(left) + len(right) > 2:
        here, there = "".join([fewer.words[i] for i in left]), "".join([more.words[j] for j in right])
        welded = likeness(here, there) if -_FEW <= len(here) - len(there) <= _FEW else 0.0
        if welded >= _WELDED:
            amount += welded * min(2, max(len(left), len(right)))
            covered += welded * sum([fewer.weights[i] for i in left])
            shared += [fewer.shown[i] for i in left]
            left, right = [], []
    lone, lone_more = sum([fewer.weights[i] for i in left]), sum([more.weights[j] for j in right])
    return Alignment(
        fewer=fewer,
        more=more,
        shared=tuple(shared),
        missing=tuple([fewer.words[i] for i in left]),
        extra=tuple([more.words[j] for j in right]),
        amount=min(amount, _MOST),
        cover=(covered / fewer.weight) ** 2 if fewer.weight else 0.0,
        first=first,
        last=last,
        conflict=min(lone, lone_more, 2.0),
        left_over=max(lone, lone_more),
        contained=float(bool(shared) and not left),
        whole=float(bool(shared) and not left and not right),
        single=float(len(fewer.words) == 1 < len(more.words)),
        acronym=float(_is_short(fewer, more) or _is_short(more, fewer)),
        spelt_out=float(_has_short(fewer, more) or _has_short(more, fewer)),
        numbers=float(bool(fewer.figures and more.figures and fewer.figures.isdisjoint(more.figures))),
        numbered=float(bool(fewer.figures) != bool(more.figures)),
        legal=float(bool(fewer.legal and more.legal and fewer.legal.isdisjoint(more.legal))),
    )


Pairs = list[tuple[float, int, int]]


def _pair(one: Name, other: Name) -> tuple[Pairs, list[int], list[int]]:
    """Words of the two that are alike, most alike first, each taken once; then what is left of each."""
    pairs: Pairs = []
    left: list[int] = []
    rest: list[str | None] = list(other.words)
    for i, word in enumerate(one.words):
        if word in rest:
            at = rest.index(word)
            rest[at] = None
            pairs.append((1.0, i, at))
        else:
            left.append(i)
    right = [j for j, word in enumerate(rest) if word is not None]
    if left and right:
        found = []
        for i in left:
            for j in right:
                if may_be_like(one.keys[i], other.keys[j]):
                    alike = likeness(one.words[i], other.words[j])
                    if alike > _ALIKE:
                        found.append((-alike, i, j))
        for unlike, i, j in sorted(found):
            if i in left and j in right:
                pairs.append((-unlike, i, j))
                left.remove(i)
                right.remove(j)
    return pairs, left, right


def _is_short(short: Name, full: Name) -> bool:
    return len(short.words) == 1 < len(full.words) and short.words[0] in full.initials


def _has_short(short: Name, full: Name) -> bool:
    return any(len(letters) >= _TELLING and letters in short.words for letters in full.initials)
