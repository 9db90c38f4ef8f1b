"""Where in a plain scrape the article stands: a score for each paragraph, and the stretch with the highest sum.

In: paragraphs in order. Out: the index of the first paragraph of the article and of the one after its last. Each
paragraph gets named yes/no features of its words, its neighbours and its place; `data/plain_lines.json` holds a weight
for each name, learned by `training/plain_lines.py`. Roles within the article do not belong here.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_DATA = "rashomon.pages"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FUNCTION = frozenset(
    "a about after all also an and are as at be because been before but by can could did do for from had has have he her "
    "him his how if in into is it its may more most no not of on one or other out over she should since so some such than "
    "that the their them then there these they this those to under until up was we were what when which while who will "
    "with would".split()
)
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SAID = re.compile(r"\b(?:said|says|told|added|according to|reported|announced|was|were|had|has been|would)\b")
_YOU = re.compile(r"\b(?:you|your|us|our|my)\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"[|•·›»/]|\s[-–—]\s")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|(?:^|\s)@\w|\.com\b|#\w")
_TIME = re.compile(
    r"\b(?:ago|\d{1,2}:\d\d|(?:19|20)\d\d|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b", re.IGNORECASE
)
_INNER_STOP = re.compile(r"[.!?][\"'”’)]* +[\"'“‘(]?[A-Z0-9]")


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files(_DATA).joinpath("data/plain_phrases.toml").read_text("utf-8"))
    return {
        name: re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)
        for name, words in table["hints"].items()
    }


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(files(_DATA).joinpath("data/plain_lines.json").read_text("utf-8"))
    return weights


def _bin(value: float, edges: Sequence[float]) -> int:
    return sum(value >= edge for edge in edges)


def _shape(text: str, words: Sequence[str]) -> str:
    """The kind of line in one word: long or short, a sentence or a fragment."""
    stop = "s" if _STOP.search(text) else "f"
    return f"{stop}{_bin(len(words), (3, 6, 11, 20, 40))}"


def _own(text: str, words: Sequence[str], times: int) -> list[str]:
    """Features of the paragraph by itself."""
    long = [word for word in words if len(word) > 3]
    count = max(len(words), 1)
    out = [
        "shape=" + _shape(text, words),
        "words=" + str(_bin(len(words), (1, 2, 3, 5, 8, 12, 16, 22, 30, 45, 70))),
        "end=" + ("stop" if _STOP.search(text) else "colon" if text.endswith((":", ",")) else "none"),
        "start=" + ("lower" if text[0].islower() else "upper" if text[0].isupper() else
                    "digit" if text[0].isdigit() else "quote" if text[0] in "\"'“‘" else "other"),
        "function=" + str(_bin(sum(w.lower() in _FUNCTION for w in words) / count, (0.01, 0.15, 0.25, 0.35, 0.45))),
        "titled=" + str(_bin(sum(w[0].isupper() for w in long) / max(len(long), 1), (0.01, 0.2, 0.4, 0.7, 0.99))),
        "digits=" + str(_bin(sum(c.isdigit() for c in text) / len(text), (0.01, 0.1, 0.3))),
        "sentences=" + str(_bin(len(_INNER_STOP.findall(text)), (1, 2, 4))),
        "commas=" + str(_bin(text.count(","), (1, 2, 4))),
        "times=" + str(_bin(times, (2, 3))),
    ]  # fmt: skip
    patterns = {"said": _SAID, "you": _YOU, "separator": _SEPARATOR, "address": _ADDRESS, "time": _TIME, **_phrases()}
    short = "short" if len(words) < 12 else "long"
    out.extend(f"{name}&{short}" for name, pattern in patterns.items() if pattern.search(text))
    if any(mark in text for mark in '"“”'):
        out.append(f"quoted&{short}")
    return out


def features(texts: Sequence[str]) -> list[list[str]]:
    """For each paragraph the names of its features."""
    words = [_WORD.findall(text) for text in texts]
    times = Counter(texts)
    shapes = [_shape(text, found) for text, found in zip(texts, words, strict=True)]
    prose = [len(w) if s in ("s3", "s4", "s5", "f5") else 0 for w, s in zip(words, shapes, strict=True)]
    sums = [0]
    for value in prose:
        sums.append(sums[-1] + value)
    total = max(sums[-1], 1)
    out: list[list[str]] = []
    for i, text in enumerate(texts):
        names = _own(text, words[i], times[text])
        for step in (-3, -2, -1, 1, 2, 3):
            names.append(f"{step:+d}={shapes[i + step] if 0 <= i + step < len(texts) else 'edge'}")
        before, after = sums[i] / total, (sums[-1] - sums[i + 1]) / total
        names.append("before=" + str(_bin(before, (0.001, 0.05, 0.15, 0.4, 0.7, 0.9))))
        names.append("after=" + str(_bin(after, (0.001, 0.05, 0.15, 0.4, 0.7, 0.9))))
        for reach in (2, 5, 12):
            low, high = max(0, i - reach), min(len(texts), i + reach + 1)
            up = (sums[i] - sums[low]) / (i - low + 1)
            down = (sums[high] - sums[i + 1]) / (high - i)
            names.append(f"up{reach}=" + str(_bin(up, (0.5, 3, 8, 15, 25, 40))))
            names.append(f"down{reach}=" + str(_bin(down, (0.5, 3, 8, 15, 25, 40))))
            share = (sums[high] - sums[low]) / total
            names.append(f"share{reach}=" + str(_bin(share, (0.05, 0.15, 0.3, 0.5, 0.75))))
        out.append(names)
    return out


def scores(texts: Sequence[str]) -> list[float]:
    """For each paragraph the log-odds that it belongs to the article."""
    weights = _weights()
    return [weights["bias"] + sum(weights.get(name, 0.0) for name in names) for names in features(texts)]


def best_stretch(values: Sequence[float]) -> tuple[int, int]:
    """The stretch [first, after last) with the highest sum; (0, 0) where no value is above 0."""
    best, best_sum, start, running = (0, 0), 0.0, 0, 0.0
    for i, value in enumerate(values):
        if running <= 0:
            start, running = i, 0.0
        running += value
        if running > best_sum:
            best, best_sum = (start, i + 1), running
    return best
