"""The learned part of the MUC-4 view: how likely a text tells of an incident, and a phrase fills a slot.

In: phrases with features. Out: probabilities, and the incidents made of them. The weights (muc4_weights.json, learned
on the train part by `training/muc4.py`) are regressions over hashed features; the second step of each is a regression
and boosted trees over a few numbers. How fillers become incidents does not belong here.
"""

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from quality.muc4_incidents import MANY, Found, Incident, assemble, more_numbers, nearness
from quality.muc4_phrases import Phrase, standing
from quality.muc4_regressions import Hashed, Line, Second, Vector, odds
from quality.muc4_score import ROLES
from quality.muc4_sentences import TYPES, Sentences, weighed

WEIGHTS = Path(__file__).with_name("muc4_weights.json")
CONFIDENCE = (
    "REPORTED AS FACT",
    "CLAIMED OR ADMITTED",
    "SUSPECTED OR ACCUSED",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "POSSIBLE",
)
LOWEST = 0.002
"""Phrases less likely than this take no part in the second step."""
MOST = 10
_COUNTED = ("attack", "killing", "kidnapping", "death", "injury", "clash", "arrest")
_WORD = re.compile(r"[a-z]+")
_LEFT_OUT = frozenset({"of", "the", "and", "for", "in", "de", "la", "del"})


@dataclass(frozen=True)
class Text:
    """What is known of a whole text before its fillers: how likely it tells of each type, twice, and how long it is."""

    types: Vector
    again: Vector
    length: int


class Model:
    """All that is learned."""

    def __init__(self, row: dict[str, Any]) -> None:
        self.texts = Hashed(row["texts"])
        self.again = Hashed(row["again"])
        self.sentences = Hashed(row["sentences"])
        self.slots = Hashed(row["slots"])
        self.kinds = Hashed(row["kinds"])
        self.confidence = Hashed(row["confidence"])
        self.fillers = {role: Second(row["fillers"][role]) for role in ROLES}
        self.types = [Second(row["types"][name]) for name in TYPES]
        self.more = {name: [Second(each) for each in row["more"][name]] for name in MANY}
        self.near = Line(row["near"])
        self.enough: dict[str, float] = row["enough"]


@cache
def model() -> Model:
    """The weights, read at first use."""
    return Model(json.loads(WEIGHTS.read_text(encoding="utf-8")))


def incidents(features: set[str], phrases: Sequence[Phrase], reading: dict[str, Any]) -> list[Incident]:
    """The incidents of a text with their fillers; none where it has no events: it is like no text learned from."""
    if not phrases or not reading["events"]:
        return []
    learned = model()
    text = Text(learned.texts(features), learned.again(features), len(reading["page"]["text"]))
    sentences = weighed(learned.sentences, reading, text.types)
    table = np.array([learned.slots(with_text(phrase, text.types)) for phrase in phrases]).reshape(-1, len(ROLES))
    scores = {role: table[:, at] for at, role in enumerate(ROLES)}
    found = {role: _fillers(learned, phrases, role, scores, text, sentences) for role in ROLES}
    numbers = type_numbers(text, found, reading)
    types = [each(numbers) for each in learned.types]
    more = {
        name: [each(more_numbers(name, types, found, phrases, reading)) for each in learned.more[name]] for name in MANY
    }
    made = assemble(types, more, found, learned.enough, nearness(learned.near, phrases, reading))
    for incident in made:
        for at in incident.fillers["PerpOrg"]:
            values = learned.confidence(with_said(phrases[at], text.types, reading))
            incident.confidence.append(CONFIDENCE[int(values.argmax())])
    return made


def _fillers(
    learned: Model,
    phrases: Sequence[Phrase],
    role: str,
    scores: dict[str, Vector],
    text: Text,
    sentences: Sentences,
) -> list[Found]:
    """The fillers of a role."""
    out = []
    for rank, cluster in enumerate(clusters(phrases, scores[role], role)):
        numbers = filler_numbers(cluster, rank, phrases, role, scores, text)
        share = learned.fillers[role]([*numbers, *sentences.numbers(phrases[cluster[0]], role)])
        out.append((cluster[0], share, learned.kinds(with_role(phrases[cluster[0]], role, text.types))))
    return out


def text_features(
    lemmas: Sequence[tuple[str, str]], lead: int, reading: dict[str, Any], phrases: Sequence[Phrase]
) -> set[str]:
    """Features of a text: its lemmas, pairs of them, those of its lead again, its events, what phrases are to verbs."""
    out = {
        f"of phrase {feature}"
        for phrase in phrases
        for feature in phrase.features
        if feature.startswith(("rel=", "is ", "class=")) and " entity=" not in feature
    }
    before = "^"
    for at, (lemma, tag) in enumerate(lemmas):
        if tag in {"PUNCT", "SPACE"}:
            continue
        word = "19##" if re.fullmatch(r"19\d\d", lemma) else "#" if any(map(str.isdigit, lemma)) else lemma
        out |= {f"u={word}", f"b={before} {word}"}
        if at < lead:
            out.add(f"h={word}")
        before = word
    for event in reading["events"]:
        out.add(f"e={event['type']} {standing(event)}")
        out |= {f"ev={event['type']} {argument['role']}" for argument in event["arguments"]}
    out.add(f"len={min(len(lemmas) // 100, 8)}")
    return out


def with_text(phrase: Phrase, types: Vector) -> set[str]:
    """The features of a phrase joined to how likely the text tells of each type."""
    top = TYPES[int(types.argmax())]
    level = min(int(types.max() * 5), 4)
    out = phrase.features | {f"doc={level}", f"top={top}{level}"}
    out |= {f"doc={level} lead={phrase.lead}", f"top={top}{level} lead={phrase.lead}"}
    return out | {f"has {name}{min(int(each * 3), 2)}" for name, each in zip(TYPES, types, strict=True) if each > 0.2}


def with_said(phrase: Phrase, types: Vector, reading: dict[str, Any]) -> set[str]:
    """The features of an organisation, for the question of how sure the text is: with all words of its sentences.

    And with the claims it is in or makes, and how its deeds are told.
    """
    out = with_text(phrase, types) | set(_claimed(phrase, reading)) | set(_deeds(phrase, reading))
    text = reading["page"]["text"].lower()
    for sentence in reading["sentences"]:
        start, end = sentence["start"], sentence["end"]
        if any(start <= place < end for place, _ in phrase.mentions):
            words = _WORD.findall(text[start:end])
            out |= {f"said={word}" for word in words}
            out |= {f"said={one} {two}" for one, two in pairwise(words)}
    return out


def _claimed(phrase: Phrase, reading: dict[str, Any]) -> Iterator[str]:
    """In whose words the text names an organisation."""
    places = [start for start, _ in phrase.mentions]
    own_voice = True
    for claim in reading["claims"]:
        stance, kind = claim["stance"], claim["source_kind"]
        if any(start <= place < end for start, end in claim["source"] for place in places):
            yield from ("is source", f"source of {stance}")
        if any(start <= place < end for start, end in claim["content"] for place in places):
            own_voice = False
            yield from ("in claim", f"in {stance}", f"in kind {kind}", f"in {stance} {kind}")
    if own_voice:
        yield "own voice"


def _deeds(phrase: Phrase, reading: dict[str, Any]) -> Iterator[str]:
    """How surely the events of an organisation are told, and by whom."""
    claims = {claim["id"]: f"{claim['source_kind']} {claim['stance']}" for claim in reading["claims"]}
    for event in reading["events"]:
        seen = event["perspectives"][0]
        for argument in event["arguments"]:
            start, end, role = argument["start"], argument["end"], argument["role"]
            if any(start <= first < end or first <= start < last for first, last in phrase.mentions):
                yield f"as {role} {seen['certainty']}"
                yield f"as {role} {seen['polarity']} {seen['status']}"
                yield f"as {role} by {claims.get(seen['claim'], 'publisher')}"


def with_role(phrase: Phrase, role: str, types: Vector) -> set[str]:
    """The features of a filler of a role, for the question of which incident it belongs to."""
    levels = {f"{name}{min(int(each * 4), 3)}" for name, each in zip(TYPES, types, strict=True)}
    return phrase.features | {f"role={role}"} | levels | {f"role={role} {level}" for level in levels}


def same(one: Phrase, two: Phrase, role: str) -> bool:
    """Whether two wordings would be one filler: they overlap, hold each other, abbreviate each other, or share a head.

    Two victims who share a family name are two.
    """
    if any(a < d and c < b for a, b in one.mentions for c, d in two.mentions):
        return True
    left, right = one.words.split(), two.words.split()
    if set(left) <= set(right) or set(right) <= set(left):
        return True
    if role == "PerpOrg":
        return initials(left) == two.words or initials(right) == one.words
    return role != "Victim" and one.lead == two.lead


def initials(words: Sequence[str]) -> str:
    """The acronym of a name."""
    return "".join(word[0] for word in words if word not in _LEFT_OUT) if len(words) > 1 else ""


def clusters(phrases: Sequence[Phrase], scores: Vector, role: str) -> list[list[int]]:
    """The likely phrases of a role by the filler they would be, the best first."""
    out: list[list[int]] = []
    for at in np.argsort(-scores, kind="stable"):
        if scores[at] <= LOWEST:
            break
        home = next((each for each in out if same(phrases[at], phrases[each[0]], role)), None)
        if home is None:
            out.append([int(at)])
        else:
            home.append(int(at))
    return out[:MOST]


def filler_numbers(
    cluster: Sequence[int], rank: int, phrases: Sequence[Phrase], role: str, scores: dict[str, Vector], text: Text
) -> list[float]:
    """What the second step for a filler weighs."""
    phrase, own = phrases[cluster[0]], scores[role][list(cluster)]
    return [
        odds(own[0]),
        odds(own[1]) if len(own) > 1 else -9.0,
        math.log(own.sum()),
        float(min(len(cluster), 6)),
        float(rank),
        odds(float(scores[role].max())),
        *(odds(float(scores[other][cluster[0]])) for other in ROLES),
        *(odds(float(each)) for each in text.types),
        odds(float(text.types.max())),
        float(min(len(phrase.mentions), 5)),
        float(min(phrase.sentences)) / 10,
        float(len(phrase.words.split())),
        math.log(1 + text.length),
    ]


def type_numbers(text: Text, found: dict[str, list[Found]], reading: dict[str, Any]) -> list[float]:
    """What the second step for a type weighs: both first steps, the fillers found, the events of the reading."""
    out = [odds(float(each)) for each in (*text.types, *text.again)]
    for role in ROLES:
        likely = sorted((share for _, share, _ in found[role]), reverse=True)
        out += [*[*likely, 0.0, 0.0][:2], sum(likely)]
        out += [sum(share * float(kinds[at]) for _, share, kinds in found[role]) for at in range(len(TYPES))]
    types = [event["type"] for event in reading["events"]]
    real = [event["type"] for event in reading["events"] if standing(event) == "real"]
    out += [math.log(1 + types.count(name)) for name in _COUNTED]
    out += [math.log(1 + real.count(name)) for name in _COUNTED]
    return [*out, math.log(1 + text.length)]
