"""The sentences of a text: how likely each holds a filler of each role, and of an incident of each type.

In: a reading, and how likely its text tells of each type. Out: for each sentence the log odds of `HOLDS`; for a phrase
the numbers of the sentences that mention it. Which phrase of a sentence is the filler does not belong here.
"""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import Any

import numpy as np

from quality.muc4_phrases import Phrase, standing
from quality.muc4_regressions import Hashed, Vector, odds
from quality.muc4_score import ROLES

TYPES = ("attack", "bombing", "kidnapping", "arson", "robbery")
HOLDS = (*ROLES, *TYPES)
_TOLD = slice(len(ROLES), len(ROLES) + 3)
"""The types that sentences tell often enough to be learned: attacks, bombings, kidnappings."""
_WORD = re.compile(r"[a-z]+|[0-9]+")
_FAR = -9.0


class Sentences:
    """Where the sentences of a reading begin, and what each may hold."""

    def __init__(self, reading: dict[str, Any]) -> None:
        spans = [(each["start"], each["end"]) for each in reading["sentences"]]
        self.spans = spans or [(0, len(reading["page"]["text"]))]
        self._starts = [start for start, _ in self.spans]
        self.odds = np.zeros((len(self.spans), len(HOLDS)))

    def at(self, place: int) -> int:
        """The number of the sentence at a place."""
        return max(bisect_right(self._starts, place) - 1, 0)

    def numbers(self, phrase: Phrase, role: str) -> list[float]:
        """What the sentences of a phrase, those beside the first, and the best of the text speak for."""
        own = tuple(ROLES).index(role)
        places = sorted({self.at(start) for start, _ in phrase.mentions})
        most, first = self.odds[places].max(axis=0), self.odds[places[0]]
        beside = [self.odds[at] for at in (places[0] - 1, places[0] + 1) if 0 <= at < len(self.odds)]
        near = np.max(beside, axis=0) if beside else np.full(len(HOLDS), _FAR)
        best = float(self.odds[:, _TOLD].max())
        return [
            *map(float, most),
            float(first[own]),
            float(first[_TOLD].max()),
            float(near[own]),
            float(near[_TOLD].max()),
            float(self.odds[:, own].max()),
            best,
            float(most[_TOLD].max()) - best,
        ]


def weighed(learned: Hashed, reading: dict[str, Any], types: Vector) -> Sentences:
    """The sentences of a reading with what they may hold."""
    made = Sentences(reading)
    for at, features in enumerate(sentence_features(made, reading, types)):
        made.odds[at] = [odds(float(each)) for each in learned(features)]
    return made


def sentence_features(sentences: Sentences, reading: dict[str, Any], types: Vector) -> list[set[str]]:
    """Features of each sentence: words, pairs of them, events, entities, the words before, what the text tells."""
    text = reading["page"]["text"].lower()
    told = {f"doc={min(int(types.max() * 5), 4)}"}
    told |= {f"has {name}{min(int(each * 4), 3)}" for name, each in zip(TYPES, types, strict=True)}
    named: list[set[str]] = [set() for _ in sentences.spans]
    for event in reading["events"]:
        kind = event["type"]
        named[sentences.at(event["trigger"][0])] |= {f"e={kind}", f"es={kind} {standing(event)}"}
    found = [set(each) for each in named]
    for entity in reading["entities"]:
        for mention in entity["mentions"]:
            found[sentences.at(mention["start"])].add(f"n={entity['type']}")
    out: list[set[str]] = []
    before: set[str] = set()
    for at, (start, end) in enumerate(sentences.spans):
        words = ["#" if word[0].isdigit() else word for word in _WORD.findall(text[start:end])]
        core = {f"u={word}" for word in words} | named[at]
        pairs = {f"b={one} {two}" for one, two in pairwise(words)}
        out.append(core | pairs | found[at] | told | before | {f"at={min(at, 8)}", f"len={min(len(words) // 8, 6)}"})
        before = {f"p {each}" for each in core}
    return out
