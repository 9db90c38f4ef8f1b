"""Disputes on parses made by hand: what is one, of which kind, between whom, and what is none."""

from dataclasses import replace

import pytest

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning import events
from rashomon.meaning.disputes import read
from rashomon.records import Claim, Entity, Mention, Time
from rashomon.spans import Span
from tests.handmade import parsed
from tests.meaning.disputes import sentences

_DAYS = {"Monday": "2031-05-05", "Friday": "2031-05-02"}
_KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "NORP": "organization"}


def _doc(notation: str, *claims: str):
    """A Doc with entities, events and claims; a claim is "source | cue | content | stance", denials are denied."""
    doc = parsed(notation.replace("\\\n", " "))
    mentions: dict[tuple[str, str], list[Mention]] = {}
    for ent in doc.ents:
        if ent.label_ in _KINDS:
            mentions.setdefault((_KINDS[ent.label_], ent.text), []).append(
                Mention(ent.start_char, ent.end_char, "name")
            )
    doc._.rashomon_entities = tuple(
        Entity(make_id("entity", kind, name), kind, name, (), (), tuple(found))
        for (kind, name), found in mentions.items()
    )
    doc._.rashomon_times = tuple(
        Time(
            make_id("time", ent.start_char), ent.start_char, ent.end_char, "DATE", _DAYS[ent.text], None,
            _DAYS[ent.text], _DAYS[ent.text], True,
        )
        for ent in doc.ents
        if ent.label_ == "DATE"
    )  # fmt: skip
    at = 0
    found = []
    for each in claims:
        source, cue, content, stance = (part.strip() for part in each.split("|"))
        spans = []
        for words in (source, cue, content):
            start = doc.text.index(words, at)
            spans.append((Span(start, start + len(words)),))
            at = start if words == source and words else at
        at = max(span.end for each in spans for span in each) if stance != "inside" else at
        named = next((e.id for e in layers.entities(doc) if e.name == source), None)
        denied = "denied" if stance == "denies" else "affirmed"
        found.append(
            Claim(
                id=make_id("claim", *spans), source=spans[0], cue=spans[1], content=spans[2], hedge=(),
                source_entity=named, source_kind="unnamed", stance=stance, mode="indirect", certainty="certain",
                polarity=denied, parent=None, about=(), score=0.9,
            )
        )  # fmt: skip
    doc._.rashomon_claims = tuple(found)
    doc._.rashomon_events = events.read(doc)
    return doc


def _read(notation: str, *claims: str) -> list[tuple[str, list[str]]]:
    doc = _doc(notation, *claims)
    return [
        (found.kind, [" … ".join(span.cut(doc.text) for span in side.evidence) for side in found.sides])
        for found in read(doc)
    ]


ARMING = "Ostia | accused | Marland of arming the rebels | accuses"


@pytest.mark.parametrize(
    ("notation", "claims", "expected"),
    [
        pytest.param(
            sentences.DENIED,
            (ARMING, "Marland | denied | the accusations | denies"),
            [("denial", ["accused Marland of arming the rebels", "denied the accusations"])],
            id="a denial that points back denies the accusation of him who denies",
        ),
        pytest.param(
            sentences.LIKE_NAMES,
            (
                "Ostia | accused | Lomaria of arming the rebels | accuses",
                "Lomar | accused | Ostia of arming thieves | accuses",
            ),
            [],
            id="a place whose name begins like another's is not the other",
        ),
        pytest.param(
            sentences.PEOPLE,
            (
                "Ostia | accused | the Lomarians of arming the rebels | accuses",
                "Lomar | accused | Ostia of arming thieves | accuses",
            ),
            [("agent", ["accused the Lomarians of arming the rebels", "accused Ostia of arming thieves"])],
            id="a people stands for its place",
        ),
        pytest.param(
            sentences.FALSELY,
            (ARMING, "Renko | said | Ostia falsely accused Marland of arming rebels | says"),
            [("denial", ["accused Marland of arming the rebels", "Ostia falsely accused Marland of arming rebels"])],
            id="what is called false is denied",
        ),
        pytest.param(
            sentences.ENTRY,
            ("Police | said | the rebels entered Lomar | says", "Guards | denied | the rebels entry | denies"),
            [],
            id="who is denied entry is not contradicted",
        ),
        pytest.param(
            sentences.HUB,
            (
                "Analysts | said | the camp remains the centre of the rebels | says",
                "Villagers | said | the camp is not the main hub of the rebels | says",
            ),
            [
                (
                    "status",
                    ["the camp remains the centre of the rebels", "the camp is not the main hub of the rebels"],
                )
            ],
            id="so and not so, in words that come to the same",
        ),
        pytest.param(
            sentences.TRAINED,
            (
                "Renko | said | Vale received training from the rebels | says",
                "Police | said | no evidence was found that Vale had received training | says",
            ),
            [
                (
                    "status",
                    [
                        "Vale received training from the rebels",
                        "no evidence was found that Vale had received training",
                    ],
                )
            ],
            id="no evidence that it is so",
        ),
        pytest.param(
            sentences.MEETS,
            ("Renko | said | Vale met traders | says", "Police | said | Vale did not meet ministers | says"),
            [],
            id="met these and did not meet those",
        ),
        pytest.param(
            sentences.HUB,
            (),
            [],
            id="one voice does not contradict itself",
        ),
        pytest.param(
            sentences.CLEFT,
            ("Renko | said | it was a local man who launched the attack | says",),
            [
                (
                    "agent",
                    [
                        "The Reed Front claimed responsibility for the attack",
                        "it was a local man who launched the attack",
                    ],
                )
            ],
            id="responsibility claimed, and laid elsewhere",
        ),
        pytest.param(
            sentences.WHILE,
            (
                "officials | said | the outage was due to rain | says",
                "villagers | said | that the army caused the outage | says",
            ),
            [("agent", ["the outage was due to rain", "that the army caused the outage"])],
            id="two causes that the page sets against each other",
        ),
        pytest.param(
            sentences.CURE,
            ("Renko | called | the herb a cure | says",),
            [("status", ["called the herb a cure", "though it is yet to be proven"])],
            id="the page says that it is not shown",
        ),
        pytest.param(
            sentences.CIVIL,
            (
                "Marland | said | only rebel camps were hit | says",
                "Ostia | said | Marland killed women and children | says",
            ),
            [("denial", ["only rebel camps were hit", "Marland killed women and children"])],
            id="only fighters were hit, and civilians were",
        ),
        pytest.param(
            sentences.NIGHT,
            (
                "Police | said | 26 people were killed in the Marland strikes | says",
                "A doctor | put | the death toll from the Marland strikes at 19 | says",
            ),
            [
                (
                    "value",
                    [
                        "26 people were killed in the Marland strikes",
                        "A doctor put the death toll from the Marland strikes at 19",
                    ],
                )
            ],
            id="two tolls of one attack",
        ),
        pytest.param(
            sentences.LAID,
            ("Renko | accused | the Reed Banner of planning the attack | accuses",),
            [
                (
                    "agent",
                    [
                        "accused the Reed Banner of planning the attack",
                        "The Ninth Tide claimed responsibility for the fire",
                    ],
                )
            ],
            id="one is accused, another says that it was they",
        ),
        pytest.param(
            sentences.TOLL,
            (
                "The government | puts | the number of dead at 19 | says",
                "The union | said | at least 26 people died | says",
            ),
            [("value", ["the number of dead at 19", "at least 26 people died"])],
            id="a toll that is put at a number",
        ),
        pytest.param(
            sentences.DAYS,
            (
                "Police | said | Orla Venn was killed on Monday | says",
                "Villagers | said | Orla Venn was killed on Friday | says",
            ),
            [("date", ["Orla Venn was killed on Monday", "Orla Venn was killed on Friday"])],
            id="killed on two days",
        ),
        pytest.param(
            sentences.PLEA,
            ("The charge | accuses | Renko of theft | accuses", "Renko | pleaded | not guilty | denies"),
            [("denial", ["accuses Renko of theft", "pleaded not guilty"])],
            id="a plea denies the charge",
        ),
    ],
)
def test_disputes(notation, claims, expected):
    assert _read(notation, *claims) == expected


def test_a_people_that_is_taken_for_a_place_stands_for_its_place_too():
    claims = (
        "Ostia | accused | the Lomarians of arming the rebels | accuses",
        "Lomar | accused | Ostia of arming thieves | accuses",
    )
    doc = _doc(sentences.PEOPLE, *claims)
    doc._.rashomon_entities = tuple(replace(each, type="place") for each in layers.entities(doc))
    assert [each.kind for each in read(doc)] == ["agent"]


def test_each_of_many_denials_meets_what_it_denies():
    affirmed = (
        "Renko|PROPN|2|nsubj|PERSON said|VERB:VBD|0|ROOT||say the|DET|5|det old|ADJ|5|amod {0}|NOUN|6|nsubj "
        "fell|VERB:VBD|2|ccomp||fall .|PUNCT|2|punct"
    )
    denied = (
        "Venn|PROPN|2|nsubj|PERSON said|VERB:VBD|0|ROOT||say the|DET|5|det old|ADJ|5|amod {0}|NOUN|8|nsubj "
        "did|AUX:VBD|8|aux not|PART|8|neg fall|VERB:VB|2|ccomp||fall .|PUNCT|2|punct"
    )
    gates = [f"gate{number}" for number in range(40)]
    notation = "\n".join(form.format(gate) for form in (affirmed, denied) for gate in gates)
    claims = [f"Renko | said | the old {gate} fell | says" for gate in gates]
    claims += [f"Venn | said | the old {gate} did not fall | says" for gate in gates]
    assert _read(notation, *claims) == [
        ("status", [f"the old {gate} fell", f"the old {gate} did not fall"]) for gate in gates
    ]


def test_sides_know_their_claims():
    doc = _doc(sentences.DENIED, ARMING, "Marland | denied | the accusations | denies")
    (found,) = read(doc)
    assert [side.claim for side in found.sides] == [claim.id for claim in layers.claims(doc)]
    assert found.about == layers.claims(doc)[0].id


def test_an_unparsed_doc_has_none():
    doc = parsed("Nobody|PRON|0|ROOT")
    doc.user_data.clear()
    assert read(doc) == ()
