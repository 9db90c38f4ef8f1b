"""Which source and which content belong to which cue.

In: spans of words with their kind, and the scores of the encoder. Out: one `Link` a cue. As in PolNeAR, an attribution
has one cue, one content (which may be in pieces) and at most one source. All stand in one paragraph, but a quotation
may go on in the paragraphs after it, or begin there behind a colon. A cue without a source of its own has the one
before it in its sentence, if there is one: "she said ... and warned ...". Finding the spans and what they mean do not
belong here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np

from rashomon.encoder import Array, Scores, WordSpan
from rashomon.meaning.decoding import Marked, goes_on
from rashomon.wordpieces import LOWER, Words

POINTED, NEARNESS = 0.25, 2.0
"""Weights of what the words point at, and of the words between."""
_STOPS = frozenset(".?!")
_ABBREVIATED = 3
"""Letters of an abbreviation at most: Mr., Sen., U.S."""
LONELY = 3.0
"""What it costs that a cue has no content."""
_MANY = 100
"""So many cues of a paragraph are weighed against one another, and up to twice as many where no sentence ends."""
_AHEAD = 20
"""So many words behind a stop are looked through for the next that is no mark."""


@dataclass(frozen=True, slots=True)
class Link:
    """One attribution in ranges of words.

    `chance` is how sure its parts are to belong together, 0..1; `shared` is true where the source is another cue's too.
    """

    source: WordSpan | None
    cue: WordSpan
    content: tuple[WordSpan, ...]
    chance: float
    shared: bool = False


def gaps(spans: Sequence[WordSpan], cues: Sequence[WordSpan]) -> Array:
    """How many words lie between each span and each cue."""
    (begins, ends), (first, last) = np.array(spans).reshape(-1, 2).T, np.array(cues).reshape(-1, 2).T
    apart: Array = np.maximum(first[None] - ends[:, None], begins[:, None] - last[None])
    return np.maximum(apart, 0)


def link(scores: Scores, spans: Sequence[Marked], apart: Sequence[int] = ()) -> list[Link]:
    """The attributions of a text, in the order of their cues; a cue without content is none.

    No quotation goes on where a paragraph begins at one of the offsets `apart`, in order.
    """
    words = scores.words
    found: list[Link] = []
    last, before = None, -1  # the attribution that may go on, and its paragraph
    for stretch in _stretches(words, sorted(spans)):
        held: dict[str, list[WordSpan]] = {"source": [], "cue": [], "content": []}
        for first, end, kind in stretch:
            held[kind].append((first, end))
        paragraph = words.paragraphs[stretch[0][0]]
        if held["cue"]:
            found += _paragraph(scores, **held)
            last = len(found) - 1
        elif last is not None and paragraph == before + 1 and _goes_on(words, paragraph, stretch, apart):
            found[last] = replace(found[last], content=(*found[last].content, *held["content"]))
        else:
            last = None
        before = paragraph
    return [each for each in found if each.content]


def _goes_on(words: Words, paragraph: int, spans: Sequence[Marked], apart: Sequence[int]) -> bool:
    """Whether the spans of a paragraph are more of what was said in the one before it."""
    first = bisect_left(words.paragraphs, paragraph)
    between = bisect_left(apart, words.spans[first - 1][1]), bisect_left(apart, words.spans[first][1])
    return between[0] == between[1] and goes_on(words, first, spans)


def _stretches(words: Words, spans: Sequence[Marked]) -> Iterator[list[Marked]]:
    """The spans paragraph by paragraph; a paragraph with very many cues in several parts, from sentence to sentence."""
    for _, paragraph in groupby(spans, key=lambda span: words.paragraphs[span[0]]):
        stretch: list[Marked] = []
        cues = 0
        for span in paragraph:
            full = cues >= 2 * _MANY or (cues >= _MANY and _sentence_ends(words, stretch[-1][1], span[0]))
            if full:
                yield stretch
                stretch, cues = [], 0
            stretch.append(span)
            cues += span[2] == "cue"
        yield stretch


def _paragraph(scores: Scores, source: list[WordSpan], cue: list[WordSpan], content: list[WordSpan]) -> list[Link]:
    """The attributions of one paragraph; the last cue, where it has no content, is waiting for one."""
    said, meant = (_chances(scores, spans, cue) for spans in (source, content))
    held: dict[int, list[int]] = {len(cue) - 1: []}
    for number, choice in enumerate(_contents(meant)):
        held.setdefault(choice, []).append(number)
    sources = _sources(said)
    found = []
    for at, own in sorted(held.items()):
        span = cue[at]
        speaker = sources.get(at)
        sure = [meant[number, at] for number in own] + ([] if speaker is None else [said[speaker, at]])
        chance = float(np.exp(np.mean(sure))) if sure else 1.0
        parts = tuple(content[number] for number in own)
        if speaker is not None:
            found.append(Link(source[speaker], span, parts, chance))
        else:
            before = _before(scores.words, source, span)
            found.append(Link(before, span, parts, chance, shared=before is not None))
    return found


def _before(words: Words, sources: Sequence[WordSpan], cue: WordSpan) -> WordSpan | None:
    """The last source before a cue in its sentence."""
    at = bisect_right(sources, cue[0], key=lambda span: span[1])
    if not at:
        return None
    return None if _sentence_ends(words, sources[at - 1][1], cue[0]) else sources[at - 1]


def _sentence_ends(words: Words, first: int, last: int) -> bool:
    """Whether a sentence ends among the words [first, last)."""
    return any(_ends_sentence(words, word) for word in range(first, last))


def _ends_sentence(words: Words, word: int) -> bool:
    """Whether a sentence ends with this word: a stop that no small letter follows and no abbreviation has."""
    start, end = words.spans[word]
    if words.text[start:end] not in _STOPS:
        return False
    before = words.spans[word - 1] if word else (0, 0)
    short = before[1] - before[0] <= _ABBREVIATED and words.features[word - 1][0] != LOWER
    ahead = range(word + 1, min(word + 1 + _AHEAD, len(words)))
    following = next((at for at in ahead if words.text[words.spans[at][0]].isalnum()), None)
    return not short and (following is None or words.features[following][0] != LOWER)


def _chances(scores: Scores, spans: Sequence[WordSpan], cues: Sequence[WordSpan]) -> Array:
    """Log probability that each span belongs to each cue: what its words point at, and which cue is near."""
    asks, offers = scores.outputs["asks"], scores.outputs["offers"]
    offered = np.concatenate([offers[first:last] for first, last in cues]).T
    parts = np.cumsum([0, *(last - first for first, last in cues[:-1])])
    table = np.zeros((len(spans), len(cues)), dtype=np.float32)
    for row, (first, last) in enumerate(spans):
        table[row] = np.logaddexp.reduceat(asks[first:last] @ offered, parts, axis=1).mean(axis=0)
    table = (POINTED * table - NEARNESS * np.log1p(gaps(spans, cues))).astype(np.float32)
    return table - np.logaddexp.reduce(table, axis=1, keepdims=True)


def _contents(chances: Array) -> list[int]:
    """The cue of each content: the likeliest, but a cue left without one takes the second of another where it may."""
    chosen = chances.argmax(axis=1)
    held = np.bincount(chosen, minlength=chances.shape[1])
    for lonely in np.flatnonzero(held == 0):
        spare = np.flatnonzero(held[chosen] > 1)
        costs = chances[spare, chosen[spare]] - chances[spare, lonely]
        if len(spare) and costs.min() < LONELY:
            best = spare[costs.argmin()]
            held[chosen[best]] -= 1
            held[lonely] += 1
            chosen[best] = lonely
    return [int(cue) for cue in chosen]


def _sources(chances: Array) -> dict[int, int]:
    """For each cue the source that is likeliest to be its own; each source goes to one cue."""
    taken: dict[int, int] = {}
    placed: set[int] = set()
    for at in np.argsort(-chances, axis=None, kind="stable").tolist():
        number, cue = divmod(at, chances.shape[1])
        if number not in placed and cue not in taken:
            taken[cue] = number
            placed.add(number)
    return taken
