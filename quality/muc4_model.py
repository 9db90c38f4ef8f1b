"""The learned part of the MUC-4 view: how likely a text tells of an incident, and a phrase fills a slot.

In: phrases, and what the network says of them (`muc4_network`). Out: probabilities, and the incidents made of them. The
weights (muc4_weights.json, learned on the train part by `training/muc4.py`) are second steps, a regression and boosted
trees over a few numbers each, and a regression over hashed words for how sure a text is of an organisation. How fillers
become incidents does not belong here.
"""

import json
import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from quality.muc4_incidents import Found, Incident, assemble, more_numbers, nearness, standing
from quality.muc4_network import CONFIDENCE, MANY, TYPES, Told
from quality.muc4_phrases import Phrase
from quality.muc4_regressions import Hashed, Line, Second, Vector, odds, probability
from quality.muc4_score import ROLES

WEIGHTS = Path(__file__).with_name("muc4_weights.json")
LOWEST = 0.002
"""Phrases less likely than this take no part in the second step."""
MOST = 10
_COUNTED = ("attack", "killing", "kidnapping", "death", "injury", "clash", "arrest")
_WORD = re.compile(r"[a-z]+")
_LEFT_OUT = frozenset({"of", "the", "and", "for", "in", "de", "la", "del"})


class Model:
    """All that is learned beside the network."""

    def __init__(self, row: dict[str, Any]) -> None:
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


def incidents(learned: Model, told: Told, phrases: Sequence[Phrase], reading: dict[str, Any]) -> list[Incident]:
    """The incidents of a text with their fillers."""
    found = {role: _fillers(learned, told, phrases, role, reading) for role in ROLES}
    numbers = type_numbers(told, found, reading)
    types = [each(numbers) for each in learned.types]
    more = {
        name: [each(more_numbers(name, told, types, found, phrases, reading)) for each in learned.more[name]]
        for name in MANY
    }
    made = assemble(types, more, found, learned.enough, nearness(learned.near, phrases, reading))
    for incident in made:
        incident.confidence.extend(
            sureness(learned.confidence, told, phrases, at, reading) for at in incident.fillers["PerpOrg"]
        )
    return made


def _fillers(learned: Model, told: Told, phrases: Sequence[Phrase], role: str, reading: dict[str, Any]) -> list[Found]:
    """The fillers of a role."""
    return [
        (
            cluster[0],
            learned.fillers[role](filler_numbers(cluster, rank, told, phrases, role, reading)),
            kinds_of(told, cluster[0], role),
        )
        for rank, cluster in enumerate(clusters(phrases, roles_of(told, role), role))
    ]


def roles_of(told: Told, role: str) -> Vector:
    """How likely each phrase fills a role."""
    return probability(told.roles[:, tuple(ROLES).index(role)].astype(float))


def kinds_of(told: Told, at: int, role: str) -> Vector:
    """How likely a phrase that fills a role does so in an incident of each type."""
    return probability(told.kinds[at, tuple(ROLES).index(role)].astype(float))


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
    cluster: Sequence[int], rank: int, told: Told, phrases: Sequence[Phrase], role: str, reading: dict[str, Any]
) -> list[float]:
    """What the second step for a filler weighs."""
    phrase, scores = phrases[cluster[0]], roles_of(told, role)
    own = scores[list(cluster)]
    return [
        odds(own[0]),
        odds(own[1]) if len(own) > 1 else -9.0,
        math.log(own.sum()),
        float(min(len(cluster), 6)),
        float(rank),
        odds(float(scores.max())),
        *map(float, told.roles[cluster[0]]),
        *map(float, told.text[: len(TYPES)]),
        float(told.text[: len(TYPES)].max()),
        float(min(len(phrase.mentions), 5)),
        float(min(phrase.sentences)) / 10,
        float(len(phrase.words.split())),
        math.log(1 + len(reading["page"]["text"])),
    ]


def type_numbers(told: Told, found: dict[str, list[Found]], reading: dict[str, Any]) -> list[float]:
    """What the second step for a type weighs: the network, the fillers found, the events of the reading."""
    out = [float(each) for each in told.text]
    for role in ROLES:
        likely = sorted((share for _, share, _ in found[role]), reverse=True)
        out += [*[*likely, 0.0, 0.0][:2], sum(likely)]
        out += [sum(share * float(kinds[at]) for _, share, kinds in found[role]) for at in range(len(TYPES))]
    types = [event["type"] for event in reading["events"]]
    real = [event["type"] for event in reading["events"] if standing(event) == "real"]
    out += [math.log(1 + types.count(name)) for name in _COUNTED]
    out += [math.log(1 + real.count(name)) for name in _COUNTED]
    return [*out, math.log(1 + len(reading["page"]["text"]))]


def sureness(learned: Hashed, told: Told, phrases: Sequence[Phrase], at: int, reading: dict[str, Any]) -> str:
    """How sure the text is that an organisation did it, as the key writes it."""
    said = np.array([odds(float(each)) for each in learned(said_of(phrases[at], reading))])
    return CONFIDENCE[int((said + told.confidence[at]).argmax())]


def said_of(phrase: Phrase, reading: dict[str, Any]) -> set[str]:
    """Words of the sentences that name an organisation, the claims it makes or is in, and how its deeds are told."""
    out = set(_claimed(phrase, reading)) | set(_deeds(phrase, reading))
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
