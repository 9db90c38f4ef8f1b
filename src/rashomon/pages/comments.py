"""Comment spam: comments -> flags with score and reasons. Flagged, never dropped.

In: the comments of one page in order, and its article. Out: for each comment a `spam` flag, or none. A comment's own
words decide (a learned score, and the wordings of `data/spam_templates.toml`); its neighbours and the article only
support what the words suggest. Finding comments on a page does not belong here.
"""

import base64
import json
import math
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rashomon.pages.comment_features import LINK, MARK, MONEY, PHONE, clean, feature_groups, without_head
from rashomon.records import Flag

_NAME = "spam"
_THRESHOLD = 0.5
_SURE, _LIKELY, _COPY, _COPIES_MAX = 5.0, 1.6, 1.5, 3.0
_ON_TOPIC, _ON_TOPIC_MOST = 0.3, 1.5
_NEAR, _RAREST, _MOST = 0.7, 3, 200
_SHORTEST_COPY = 5
_WORD = re.compile(r"[^\W\d_]{4,}")
_SUBSCRIBE = re.compile(
    r"\b(?:subscribe|sub (?:to|me|4)|follow me|(?:check|visit|watch|see|look at)(?: out)? (?:\w+ )?my|"
    r"my (?:new )?(?:channel|blog|site|website|video|page))\b",
    re.IGNORECASE,
)


class _Model(NamedTuple):
    bias: float
    step: float
    weights: memoryview


class _Suspicion(NamedTuple):
    """What speaks for spam: log-odds and the reasons in words."""

    odds: float
    reasons: tuple[str, ...]


def spam_flags(comments: Sequence[str], article: str) -> list[tuple[Flag, ...]]:
    """For each comment its `spam` flag where it is judged spam; an empty article says nothing about topics."""
    comments = [without_head(comment) for comment in comments]
    copies = _copies(comments)
    topic = _words(article)
    flags: list[tuple[Flag, ...]] = []
    for comment, copied in zip(comments, copies, strict=True):
        found = _judge(comment, copied, topic)
        score = 1 / (1 + math.exp(-max(-30.0, min(30.0, found.odds))))
        flags.append((Flag(_NAME, round(score, 3), found.reasons),) if score >= _THRESHOLD else ())
    return flags


def _judge(comment: str, copies: int, topic: frozenset[str]) -> _Suspicion:
    """The suspicion against one comment."""
    seen = clean(comment)
    odds = _learned(comment)
    reasons = list(_marks(seen))
    sure, likely = _templates(seen.replace("’", "'"))
    told = [f'{name}: "{words}"' for name, words in sure + likely]
    if sure or len(likely) > 1:
        odds = max(odds, -_SURE / 2) + _SURE * min(len(sure), 2) + _LIKELY * len(likely)
        reasons = told[:3] + reasons
    if copies and (odds > -3 or copies > 1):
        odds += min(_COPY * copies, _COPIES_MAX)
        reasons.append("near-duplicate of another comment")
    words = _words(seen)
    if topic and len(words) > 3:
        shared = len(words & topic)
        odds -= min(_ON_TOPIC * shared, _ON_TOPIC_MOST)
        if not shared:
            reasons.append("nothing of the page's topic")
    return _Suspicion(odds, tuple(reasons) or ("worded like known spam",))


def _marks(comment: str) -> Iterator[str]:
    """What of the comment readers would point at."""
    kinds = {"link": LINK, "telephone number": PHONE, "sum of money": MONEY, "asks to subscribe or visit": _SUBSCRIBE}
    for name, pattern in kinds.items():
        if pattern.search(comment):
            yield name


def _templates(comment: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The wordings of the machine-made genre found in the comment: (name, words), sure ones and likely ones."""
    out: dict[str, list[tuple[str, str]]] = {"sure": [], "likely": []}
    for kind, name, pattern in _patterns():
        match = pattern.search(comment)
        if match:
            out[kind].append((name, match[0].strip()))
    return out["sure"], out["likely"]


@cache
def _patterns() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    table = tomllib.loads(files("rashomon.pages").joinpath("data/spam_templates.toml").read_text("utf-8"))
    words: dict[str, str] = table["words"]
    out = []
    for kind in ("sure", "likely"):
        for name, wordings in table[kind].items():
            for wording in wordings:
                for word, choice in words.items():
                    wording = wording.replace(f"{{{word}}}", choice)  # noqa: PLW2901
                out.append((kind, name, re.compile(rf"(?<!\w)(?:{wording})", re.IGNORECASE)))
    return tuple(out)


@cache
def _model() -> _Model:
    table = json.loads(files("rashomon.pages").joinpath("data/spam_model.json").read_text("utf-8"))
    return _Model(table["bias"], table["step"], memoryview(base64.b85decode(table["weights"])).cast("b"))


def _learned(comment: str) -> float:
    """The log-odds of spam by the learned model."""
    bias, step, weights = _model()
    words, letters, marks = feature_groups(comment)
    total = MARK * sum(weights[each] for each in marks)
    for group in (words, letters):
        total += sum(weights[each] for each in group) / math.sqrt(len(group) or 1)
    return bias + step * total


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _copies(comments: Sequence[str]) -> list[int]:
    """For each comment how many others say nearly the same; short ones do not count.

    Only comments that share one of its rarest words are compared with it: near copies do.
    """
    sets = [frozenset(word.casefold() for word in re.findall(r"\w+", clean(comment))) for comment in comments]
    holders: dict[str, list[int]] = {}
    for i, words in enumerate(sets):
        for word in words:
            holders.setdefault(word, []).append(i)
    out = []
    for i, words in enumerate(sets):
        rarest = sorted(words, key=lambda word: (len(holders[word]), word))[:_RAREST]
        others = {k for word in rarest for k in holders[word][:_MOST]} - {i}
        near = (k for k in others if len(words & sets[k]) >= _NEAR * max(len(words), len(sets[k])))
        out.append(sum(1 for _ in near) if len(words) >= _SHORTEST_COPY else 0)
    return out
