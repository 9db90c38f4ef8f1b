"""From the encoder's scores to spans of sources, cues and contents, paragraph by paragraph.

In: the scores of a text. Out: spans of words with their kind. Where the likeliest tags leave a cue without content or a
content without cue, tags that are nearly as likely and whole are preferred; a quotation that goes on over paragraphs
needs no cue in each. Which spans belong together is the matter of linking.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np

from rashomon.encoder import Array, Scores, Tags
from rashomon.wordpieces import OPENING, Words

TASK = "attribution"
LAMENESS = 2.0
"""What a part that lacks its counterpart costs, in log probability."""
LEANINGS: Array = np.array(list(product((0, 2, 4), (0, 1.5, 3, 5), (-3, 0, 1.5, 3, 5))), dtype=np.float32)
"""How much the tags of sources, cues and contents are favoured in the candidates for a paragraph that is lame."""
_LONGEST = 5_000
"""Words of a paragraph from which on it is not weighed as a whole: one part that is lame says nothing of all others."""

Marked = tuple[int, int, str]
"""A span of words, [first, last), and its kind."""


def spans(scores: Scores) -> list[Marked]:
    """The spans of the likeliest attributions of a text."""
    tags, emissions = scores.tasks[TASK], scores.outputs.get(TASK)
    if emissions is None or not len(emissions):
        return []
    marked: list[Marked] = []
    heard = False
    for first, last in pairwise([*np.flatnonzero(scores.words.starts).tolist(), len(emissions)]):
        found = _placed(first, tags.spans(_paths(tags, emissions[None, first:last])[0]))
        heard = heard and goes_on(scores.words, first, found)
        if not heard:
            if lame(found) and last - first <= _LONGEST:
                found = _placed(first, _whole(tags, emissions[first:last]))
            heard = any(kind == "cue" for _, _, kind in found)
        marked += found
    return marked


def goes_on(words: Words, first: int, found: Sequence[Marked]) -> bool:
    """Whether the paragraph that begins with the word `first` can say more of what was said in the one before it.

    It has contents alone, quoted from its first word on, or led in by the colon that the paragraph before it ends with.
    """
    if not found or any(kind != "content" for _, _, kind in found):
        return False
    quoted = words.features[first][1] == OPENING
    led_in = first > 0 and words.text[slice(*words.spans[first - 1])] == ":"
    begins = all(words.features[word][1] == OPENING for word in range(first, min(found)[0]))
    return begins and (quoted or led_in)


def _placed(first: int, found: Sequence[Marked]) -> list[Marked]:
    return [(first + start, first + end, kind) for start, end, kind in found]


def _whole(tags: Tags, emissions: Array) -> list[Marked]:
    """The spans of one paragraph: the likeliest that are whole, as far as they are nearly as likely as any."""
    favoured = np.repeat(emissions[None], len(LEANINGS) + 1, axis=0)
    favoured[1:, :, 1::2] += LEANINGS[:, None, :]
    candidates = sorted({tuple(path) for path in _paths(tags, favoured)})
    marked = [tags.spans(path) for path in candidates]
    worth = [
        _worth(tags, emissions, path) - LAMENESS * lame(each) for path, each in zip(candidates, marked, strict=True)
    ]
    return marked[int(np.argmax(worth))]


def lame(found: Sequence[Marked]) -> int:
    """How many parts lack their counterpart: an attribution has one cue, one source, a content in one or two pieces."""
    count = Counter(kind for _, _, kind in found)
    source, cue, content = count["source"], count["cue"], count["content"]
    excess = max(0, content - 2 * cue) if cue else int(content > 0)
    return max(0, cue - content) + max(0, source - cue) + excess


def _paths(tags: Tags, emissions: Array) -> list[list[int]]:
    """The likeliest tags (Viterbi) for each row of emissions [rows, words, tags] of a paragraph."""
    inside, over = tags.steps
    rows, words, _ = emissions.shape
    score = emissions[:, 0] + over[0]
    back = np.zeros(emissions.shape, dtype=np.int64)
    for word in range(1, words):
        reached = score[:, :, None] + inside
        back[:, word] = reached.argmax(axis=1)
        score = reached.max(axis=1) + emissions[:, word]
    tag = score.argmax(axis=1)
    paths = [tag]
    for word in range(words - 1, 0, -1):
        tag = back[np.arange(rows), word, tag]
        paths.append(tag)
    found: list[list[int]] = np.stack(paths[::-1], axis=1).tolist()
    return found


def _worth(tags: Tags, emissions: Array, path: Sequence[int]) -> float:
    """The log weight of a tagging."""
    inside, over = tags.steps
    held = np.array(path)
    steps = over[0, held[0]] + inside[held[:-1], held[1:]].sum()
    return float(emissions[np.arange(len(held)), held].sum() + steps)
