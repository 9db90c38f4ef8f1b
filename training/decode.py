"""From scores to spans and attributions.

In: the scores of a text and the tag steps. Out: spans of words and attributions as dicts
of character spans. Running a network and scoring against gold do not belong here.
"""

from typing import Any

import numpy as np

from training.labels import KINDS
from training.runtime import Array, Scores, best_path, tag_spans

Span = tuple[int, int]
FAR = 40  # a source or content with more words than this between it and a cue is not linked to it
POINTED, NEARNESS = 0.25, 2.0  # weights of what the words point at, and of the words between


Steps = dict[str, Array]  # task -> [2, tags, tags]: from tag to tag inside a paragraph, and over a paragraph's end


def steps_from(card: dict[str, Any]) -> Steps:
    """The tag steps of an exported file."""
    return {task: np.array(table, dtype=np.float32) for task, table in card["steps"].items()}


def tagged(scores: Scores, steps: Steps, task: str) -> list[tuple[int, int, str]]:
    """The spans of one task in a text, as ranges of words."""
    return tag_spans(best_path(scores.outputs[task], steps[task], scores.words.starts), KINDS[task])


def link_scores(scores: Scores, span: Span, cues: list[Span]) -> Array:
    """Log probability, a cue, that the words of `span` belong to it: what they point at, and which cue is near."""
    asks, offers = scores.outputs["asks"], scores.outputs["offers"]
    links = []
    for cue in cues:
        pointed = np.logaddexp.reduce(asks[span[0] : span[1]] @ offers[cue[0] : cue[1]].T, axis=1).mean()
        links.append(POINTED * pointed - NEARNESS * np.log1p(gap(span, cue)))
    held = np.array(links, dtype=np.float32)
    return held - np.logaddexp.reduce(held)


def gap(span: Span, cue: Span) -> int:
    """How many words lie between a span and a cue."""
    return max(cue[0] - span[1], span[0] - cue[1], 0)


def nearest(spans: list[Span], cue: Span) -> list[Span]:
    """The one of `spans` with the fewest words between it and the cue."""
    return sorted(spans, key=lambda span: gap(span, cue))[:1]


def attributions(scores: Scores, steps: Steps) -> list[dict[str, Any]]:
    """The attributions of a text: one a cue, with the sources and contents of its paragraph that belong to it.

    A cue without a content says nothing and is left out; of several sources the nearest is kept.
    """
    spans = tagged(scores, steps, "attribution")
    paragraphs = scores.words.paragraphs
    cues = [(first, last) for first, last, kind in spans if kind == "cue"]
    found: list[dict[str, list[Span]]] = [{"source": [], "cue": [cue], "content": []} for cue in cues]
    for first, last, kind in spans:
        own = (paragraphs[first], paragraphs[last - 1])
        near = [n for n, cue in enumerate(cues) if gap((first, last), cue) <= FAR and paragraphs[cue[0]] in own]
        if kind == "cue" or not near:
            continue
        links = link_scores(scores, (first, last), [cues[n] for n in near])
        found[near[int(links.argmax())]][kind].append((first, last))
    for one in found:
        one["source"] = nearest(one["source"], one["cue"][0])
    return [
        {role: [characters(scores, span) for span in sorted(held)] for role, held in one.items()}
        for one in found
        if one["content"]
    ]


def characters(scores: Scores, span: Span) -> Span:
    """The characters of a span of words."""
    return scores.words.spans[span[0]][0], scores.words.spans[span[1] - 1][1]
