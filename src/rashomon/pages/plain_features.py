"""What can be seen of a paragraph in a plain scrape: its words, its neighbours and its place, as named yes/no features.

In: the paragraphs' texts in order. Out: for each the names of its features. What a feature is worth, and what a
paragraph is, does not belong here.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

Names = list[str]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_STOP = re.compile(r"[.!?…][\"'”’»)\]]*$")
_INNER_STOP = re.compile(r"[.!?][\"'”’)]* +[\"'“‘(]?[A-Z0-9]")
_PATTERNS = {
    "said": re.compile(r"\b(?:said|says|told|added|according to|reported|announced|was|were|had|has been|would)\b"),
    "you": re.compile(r"\b(?:you|your|us|our|my)\b", re.IGNORECASE),
    "separator": re.compile(r"[|•·›»/]|\s[-–—]\s"),
    "address": re.compile(r"https?:|www\.|\w@\w|(?:^|\s)@\w|\.com\b|#\w"),
    "quoted": re.compile(r"[\"“”]"),
    "time": re.compile(
        r"\b(?:ago|\d{1,2}:\d\d|(?:19|20)\d\d|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b", re.IGNORECASE
    ),
}
_COMMON = frozenset(["about", "been", "from", "have", "more", "said", "that", "their", "they", "this", "were", "which"])
_PROSE = frozenset(["s3", "s4", "s5", "f5"])


@cache
def _hints() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("rashomon.pages").joinpath("data/plain_phrases.toml").read_text("utf-8"))
    return {
        name: re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)
        for name, words in table["hints"].items()
    }


def _bin(value: float, edges: Sequence[float]) -> int:
    return sum(value >= edge for edge in edges)


def _shape(text: str, words: Sequence[str]) -> str:
    """The kind of paragraph in one word: how long, and a sentence (s) or a fragment (f)."""
    return ("s" if _STOP.search(text) else "f") + str(_bin(len(words), (3, 6, 11, 20, 40)))


def _start(character: str) -> str:
    if character.isalpha():
        return "lower" if character.islower() else "upper"
    return "digit" if character.isdecimal() else "quote" if character in "\"'“‘" else "other"


def _own(text: str, words: Sequence[str], times: int) -> Names:
    """Features of the paragraph by itself."""
    count = max(len(words), 1)
    long = [word for word in words if len(word) > 3]
    small = sum(word.islower() and len(word) <= 3 for word in words) / count
    titled = sum(word[0].isupper() for word in long) / max(len(long), 1)
    short = "short" if len(words) < 12 else "long"
    return [
        "shape=" + _shape(text, words),
        f"words={_bin(len(words), (1, 2, 3, 5, 8, 12, 16, 22, 30, 45, 70))}",
        "end=" + ("stop" if _STOP.search(text) else "colon" if text.endswith((":", ",")) else "none"),
        "start=" + _start(text[0]),
        f"small={_bin(small, (0.01, 0.1, 0.2, 0.3, 0.4))}",
        f"titled={_bin(titled, (0.01, 0.2, 0.4, 0.7, 0.99))}",
        f"digits={_bin(sum(map(str.isdecimal, text)) / len(text), (0.01, 0.1, 0.3))}",
        f"sentences={_bin(len(_INNER_STOP.findall(text)), (1, 2, 4))}",
        f"commas={_bin(text.count(','), (1, 2, 4))}",
        f"times={_bin(times, (2, 3))}",
        *(f"{name}&{short}" for name, pattern in (_PATTERNS | _hints()).items() if pattern.search(text)),
    ]


def first_look(texts: Sequence[str]) -> list[Names]:
    """Features of each paragraph: its words, the shapes around it, and where the page's prose lies."""
    words = [_WORD.findall(text) for text in texts]
    shapes = [_shape(text, found) for text, found in zip(texts, words, strict=True)]
    times = Counter(texts)
    sums = [0]
    for found, shape in zip(words, shapes, strict=True):
        sums.append(sums[-1] + (len(found) if shape in _PROSE else 0))
    looks = []
    for i, text in enumerate(texts):
        names = _own(text, words[i], times[text])
        for step in (-3, -2, -1, 1, 2, 3):
            names.append(f"{step:+d}={shapes[i + step] if 0 <= i + step < len(texts) else 'edge'}")
        looks.append(names + _place(sums, i))
    return looks


def _place(sums: Sequence[int], i: int) -> Names:
    """How much prose stands around paragraph `i`; `sums` counts the words of prose before each paragraph."""
    total = max(sums[-1], 1)
    shares = (0.001, 0.05, 0.15, 0.4, 0.7, 0.9)
    names = [
        f"before={_bin(sums[i] / total, shares)}",
        f"after={_bin((sums[-1] - sums[i + 1]) / total, shares)}",
    ]
    for reach in (2, 5, 12):
        low, high = max(0, i - reach), min(len(sums) - 1, i + reach + 1)
        density = (0.5, 3, 8, 15, 25, 40)
        names += [
            f"up{reach}={_bin((sums[i] - sums[low]) / (i - low + 1), density)}",
            f"down{reach}={_bin((sums[high] - sums[i + 1]) / (high - i), density)}",
            f"share{reach}={_bin((sums[high] - sums[low]) / total, (0.05, 0.15, 0.3, 0.5, 0.75))}",
        ]
    return names


def second_look(
    texts: Sequence[str], looks: Sequence[Names], scores: Sequence[float], stretch: tuple[int, int]
) -> list[Names]:
    """The features again, with what the first scores and the article they suggest tell of each paragraph."""
    first, after = stretch
    topics = [{word.lower() for word in _LETTERS.findall(text)} - _COMMON for text in texts]
    counts: Counter[str] = Counter()
    for topic in topics[first:after]:
        counts.update(topic)
    out = []
    for i, look in enumerate(looks):
        side = "in" if first <= i < after else "pre" if i < first else "post"
        own = side == "in"
        shared = [counts[word] - own for word in topics[i]]
        size = max(len(shared), 1)
        overlap = sum(count > 0 for count in shared) / size if shared else -1
        weight = sum(min(count / (after - first), 1) for count in shared) / size if shared and after > first else -1
        distance = {"in": min(i - first, after - 1 - i), "pre": first - i, "post": i - after + 1}[side]
        out.append([
            *look,
            f"side={side}",
            f"overlap={side}{_bin(overlap, (0, 0.01, 0.2, 0.4, 0.6, 0.8))}",
            f"topic={_bin(weight, (0, 0.02, 0.05, 0.1, 0.2))}",
            f"distance={side}{_bin(distance, (1, 2, 3, 5, 9, 20))}",
            *_scores_around(scores, i),
        ])  # fmt: skip
    return out


def _scores_around(scores: Sequence[float], i: int) -> Names:
    names = []
    for step in (-2, -1, 0, 1, 2):
        score = scores[i + step] if 0 <= i + step < len(scores) else -9.0
        names.append(f"score{step:+d}={_bin(score, (-5, -3, -2, -1, -0.3, 0.3, 1, 2, 3.5))}")
    best_up = max(scores[max(0, i - 4) : i], default=-9.0)
    best_down = max(scores[i + 1 : i + 5], default=-9.0)
    return [*names, f"best_up={_bin(best_up, (-2, -1, 0, 1, 2))}", f"best_down={_bin(best_down, (-2, -1, 0, 1, 2))}"]
