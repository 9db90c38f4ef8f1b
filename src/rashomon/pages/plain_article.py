"""Where in a plain scrape the article stands: a score for each paragraph, and the stretch with the highest sum.

In: the paragraphs' texts in order. Out: the index of the first paragraph of the article and of the one after its last.
The weights of the features in `data/plain_lines.json` are learned by `training/plain_lines.py`: once to find roughly
where the article is, once more with what that tells. Roles within the article do not belong here.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from rashomon.pages.plain_features import Names, first_look, second_look
from rashomon.pages.plain_roles import is_fragment

_STEP = 0.6  # a paragraph's say grows with its words to this power: one long sentence outweighs a short menu
_AGAIN = 5
FURNITURE = -9.0
"""The log-odds given to furniture: far below those of any line that was looked at."""

Stretch = tuple[int, int]


@cache
def _weights() -> dict[str, dict[str, float]]:
    weights: dict[str, dict[str, float]] = json.loads(
        files("rashomon.pages").joinpath("data/plain_lines.json").read_text("utf-8")
    )
    return weights


def log_odds(weights: Mapping[str, float], looks: Sequence[Names]) -> list[float]:
    """For each paragraph the log-odds, by these weights, that it belongs to the article."""
    return [weights["bias"] + sum(weights.get(name, 0.0) for name in names) for names in looks]


def first_stretch(texts: Sequence[str], scores: Sequence[float]) -> Stretch:
    """Roughly where the article is: generous, as the second look takes away what does not belong."""
    return _best([max(-2.0, min(2.0, s + 0.8)) * _say(text) for s, text in zip(scores, texts, strict=True)])


def without_furniture(texts: Sequence[str]) -> list[int]:
    """The places of all paragraphs but labels that are printed again and again between other lines."""
    times = Counter(texts)
    return [i for i, text in enumerate(texts) if times[text] < _AGAIN or not is_fragment(text)]


def find_article(texts: Sequence[str]) -> tuple[Stretch, list[float]]:
    """The stretch [first, after last) of the article, (0, 0) where there is none, and each paragraph's log-odds."""
    places = without_furniture(texts)
    (first, after), found = _look([texts[i] for i in places])
    scores = [FURNITURE] * len(texts)
    for i, score in zip(places, found, strict=True):
        scores[i] = score
    return ((places[first], places[after - 1] + 1) if after else (0, 0)), scores


def _look(texts: Sequence[str]) -> tuple[Stretch, list[float]]:
    """The article by two looks, and the log-odds."""
    weights = _weights()
    looks = first_look(texts)
    scores = log_odds(weights["first"], looks)
    looks = second_look(texts, looks, scores, first_stretch(texts, scores))
    scores = log_odds(weights["second"], looks)
    return _best([score * _say(text) for score, text in zip(scores, texts, strict=True)]), scores


def _say(text: str) -> float:
    return float((text.count(" ") + 2) ** _STEP)


def _best(values: Sequence[float]) -> Stretch:
    """The stretch with the highest sum; (0, 0) where no value is above 0."""
    best, best_sum, start, running = (0, 0), 0.0, 0, 0.0
    for i, value in enumerate(values):
        if running <= 0:
            start, running = i, 0.0
        running += value
        if running > best_sum:
            best, best_sum = (start, i + 1), running
    return best
