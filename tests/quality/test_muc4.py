"""The MUC-4 view: phrases, what is one filler, templates and how they are written."""

import json

import numpy as np
import pytest
from quality.muc4 import template, templates
from quality.muc4_incidents import Incident, assemble, near_numbers, parted
from quality.muc4_model import clusters, incidents, model, said_of, same
from quality.muc4_network import Told
from quality.muc4_phrases import Phrase, phrases
from quality.muc4_regressions import Second, buckets
from quality.muc4_score import ROLES, of_prediction

from rashomon.exports.jsonl import dumps
from rashomon.language import nlp as language
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Reader
from tests.handmade import parsed

ROLES_AT = {role: at for at, role in enumerate(ROLES)}
NOBODY = {"events": [], "entities": [], "times": []}
AMBUSH = """
Five|NUM:CD|2|nummod gunmen|NOUN:NNS|3|nsubj||gunman killed|VERB:VBD|0|ROOT||kill Colonel|PROPN:NNP|6|compound
Orla|PROPN:NNP|6|compound|PERSON Venn|PROPN:NNP|3|dobj|PERSON near|ADP:IN|3|prep the|DET|10|det
Lomar|PROPN:NNP|10|compound|GPE bridge|NOUN:NN|7|pobj||bridge .|PUNCT|3|punct
""".replace("\n", " ")


def _phrase(words, start=0, lead=""):
    return Phrase(words, start, start + len(words), [(start, start + len(words))], {0}, lead or words.split()[-1])


def test_phrases_are_the_endings_of_noun_phrases_and_names():
    found = {phrase.words: phrase for phrase in phrases(parsed(AMBUSH))}
    assert {"five gunmen", "gunmen", "orla venn", "colonel orla venn", "lomar bridge", "bridge"} <= set(found)
    assert not any("killed" in words for words in found)
    assert (found["five gunmen"].mentions, found["five gunmen"].lead) == ([(0, 11)], "gunman")


def test_a_name_read_as_a_participle_is_a_phrase_too():
    notation = (
        "Alleged|VERB:VBN|4|amod shining|VERB:VBG|3|amod path|NOUN|4|compound members|NOUN|5|nsubj fled|VERB|0|ROOT"
    )
    assert "shining path" in {phrase.words for phrase in phrases(parsed(notation))}


@pytest.mark.parametrize(
    ("one", "two", "role", "expected"),
    [
        (_phrase("lomar people's front"), _phrase("lpf", 90), "PerpOrg", True),
        (_phrase("lomar people's front"), _phrase("lpf", 90), "Target", False),
        (_phrase("orla venn"), _phrase("venn", 90), "Victim", True),
        (_phrase("orla venn"), _phrase("mara venn", 90), "Victim", False),
        (_phrase("orla venn"), _phrase("ruy adra", 90), "Victim", False),
        (_phrase("armed men", 0, "man"), _phrase("three men", 90, "man"), "PerpInd", True),
        (_phrase("two bombs", 0), _phrase("bombs", 4), "Weapon", True),  # they overlap
    ],
)
def test_wordings_of_one_filler(one, two, role, expected):
    assert same(one, two, role) is same(two, one, role) is expected


def test_clusters_begin_with_the_likeliest_wording():
    found = [_phrase("bombs", 4), _phrase("two bombs", 0, "bomb"), _phrase("rifle", 30), _phrase("day", 50)]
    assert clusters(found, np.array([0.2, 0.5, 0.3, 0.001]), "Weapon") == [[1, 0], [2]]


ENOUGH = {**dict.fromkeys((*ROLES, "shared"), 0.5), "2 of a type": 0.5, "3 of a type": 0.5}


def _apart(one, two):
    """Fillers belong together whose numbers are close."""
    return float(abs(one[1] - two[1]) < 2)


def test_a_filler_goes_to_the_incidents_it_is_likely_in():
    found = {role: [] for role in ROLES}
    found["Weapon"] = [(0, 0.9, np.array([0.2, 0.8, 0, 0, 0])), (1, 0.9, np.array([0.6, 0.7, 0, 0, 0]))]
    found["Victim"] = [(2, 0.9, np.array([0.9, 0.1, 0, 0, 0])), (3, 0.1, np.array([0.9, 0.1, 0, 0, 0]))]
    attack, bombing = assemble([0.9, 0.8, 0.1, 0.2, 0.0], {}, found, ENOUGH, _apart)
    assert (attack.type, attack.fillers["Weapon"], attack.fillers["Victim"]) == ("attack", [1], [2])
    assert (bombing.type, bombing.fillers["Weapon"], bombing.fillers["Victim"]) == ("bombing", [0, 1], [])
    assert assemble([0.04] * 5, {}, found, ENOUGH, _apart) == []


def test_an_unlikely_incident_is_told_for_its_fillers_alone():
    found = {role: [] for role in ROLES}
    assert assemble([0.2, 0, 0, 0, 0], {}, found, ENOUGH, _apart) == []
    found["Victim"] = [(0, 0.7, np.array([0.9, 0, 0, 0, 0]))]
    assert [each.type for each in assemble([0.2, 0, 0, 0, 0], {}, found, ENOUGH, _apart)] == ["attack"]


def test_two_incidents_of_a_type_part_the_fillers():
    found = {role: [] for role in ROLES}
    sure = np.array([1.0, 0, 0, 0, 0])
    found["Victim"] = [(0, 0.9, sure), (7, 0.9, sure)]
    found["Weapon"] = [(1, 0.9, sure), (8, 0.9, sure)]
    made = assemble([0.9, 0, 0, 0, 0], {"attack": [0.6, 0.2]}, found, ENOUGH, _apart)
    assert sorted((each.fillers["Victim"], each.fillers["Weapon"]) for each in made) == [([0], [1]), ([7], [8])]
    assert len(assemble([0.9, 0, 0, 0, 0], {"attack": [0.2, 0.6]}, found, ENOUGH, _apart)) == 1


@pytest.mark.parametrize(
    ("fillers", "count", "expected"),
    [
        ([("Victim", 0)], 1, [[("Victim", 0)]]),
        ([("Victim", 0)], 3, [[("Victim", 0)], [], []]),
        ([], 2, [[], []]),
        # a group that is near both did both
        (
            [("Victim", 0), ("PerpOrg", 1), ("Victim", 2)],
            2,
            [[("Victim", 0), ("PerpOrg", 1)], [("Victim", 2), ("PerpOrg", 1)]],
        ),
    ],
)
def test_as_many_groups_as_incidents(fillers, count, expected):
    assert sorted(map(sorted, parted(fillers, count, _apart, 0.5))) == sorted(map(sorted, expected))


def test_how_near_two_fillers_are_is_the_same_from_both():
    found = [_phrase("lpf", 4), _phrase("rifle", 30)]
    reading = {"page": {"text": "THE LPF CLAIMED IT.\n\nA RIFLE " * 2}, "sentences": [{}, {}]}
    one, two = ("PerpOrg", 0), ("Weapon", 1)
    numbers = near_numbers(one, two, found, reading)
    assert numbers == near_numbers(two, one, found, reading)
    assert numbers[5] == 1.0  # one paragraph further


def test_a_second_step_is_the_mean_of_its_two_parts():
    tree = [[1, 0.5, 1, 2, 0.0], [-1, 0, 0, 0, -2.0], [-1, 0, 0, 0, 2.0]]
    learned = Second(
        {
            "line": {"weights": [0.0], "bias": 0.0},
            "trees": {"features": ["0", "1"], "start": 0.0, "trees": [tree]},
        }
    )
    assert learned([3.0, 1.0]) == pytest.approx((0.5 + 1 / (1 + np.exp(-2))) / 2)


def test_what_the_network_is_sure_of_is_an_incident():
    text = "THE LPF KILLED ORLA VENN."
    found = [_phrase("lpf", 4), _phrase("orla venn", 15)]
    roles = np.full((2, 5), -9.0)
    roles[0, ROLES_AT["PerpOrg"]] = roles[1, ROLES_AT["Victim"]] = 5.0
    kinds = np.full((2, 5, 5), -5.0)
    kinds[:, :, 0] = 5.0
    sure = np.array([5.0, -5, -5, -5, -5])
    reading = {**NOBODY, "page": {"text": text}, "claims": [], "sentences": [{"start": 0, "end": len(text)}]}
    told = Told(np.array([6.0, *[-6.0] * 10]), roles, kinds, np.array([sure, sure]))
    (made,) = incidents(model(), told, found, reading)
    assert (made.type, made.fillers["PerpOrg"], made.fillers["Victim"]) == ("attack", [0], [1])
    assert made.confidence == ["REPORTED AS FACT"]
    nothing = Told(np.full(11, -6.0), np.full((2, 5), -9.0), kinds, told.confidence)
    assert incidents(model(), nothing, found, reading) == []


@pytest.mark.parametrize("text", ["\u200b\u200b\u200d", "."], ids=["invisible", "a stop"])
def test_a_text_without_a_word_tells_of_nothing(text):
    reading = Reader().read(RawPage(input="a", data=text.encode(), media="verbatim")).reading
    assert templates(language.load(exclude=()), dumps(reading)) == {"input": "a", "templates": []}


def test_features_have_the_same_place_everywhere():
    assert buckets(["lead=bomb", "first=five", "lead=bomb"], 1 << 10) == [224, 978]


def test_how_sure_a_text_is_shows_in_the_sentences_that_name_the_group():
    text = "THE LPF CLAIMED THE ATTACK. TEN DIED."
    seen = {"claim": "c", "certainty": "alleged", "polarity": "affirmed", "status": "actual"}
    reading = {
        "page": {"text": text},
        "sentences": [{"start": 0, "end": 27}, {"start": 28, "end": 37}],
        "claims": [
            {
                "id": "c",
                "source": [[4, 7]],
                "content": [[16, 26]],
                "stance": "claims_responsibility",
                "source_kind": "organization",
            }
        ],
        "events": [{"perspectives": [seen], "arguments": [{"role": "agent", "start": 0, "end": 7}]}],
    }
    features = said_of(_phrase("lpf", 4), reading)
    assert {"said=claimed", "said=lpf claimed", "source of claims_responsibility", "own voice"} <= features
    assert {"as agent alleged", "as agent affirmed actual"} <= features
    assert "as agent by organization claims_responsibility" in features
    assert "said=died" not in features


def test_a_template_is_written_as_in_the_keys():
    text = "LOMAR, 3 JAN 90 -- THE  LPF SENT\nARMED MEN."
    spans = [(text.index(words), words) for words in ("LPF", "ARMED MEN")]
    found = [_phrase(words.lower(), start) for start, words in spans]
    fillers = {role: [] for role in ROLES} | {"PerpOrg": [0], "PerpInd": [1]}
    reading = {**NOBODY, "page": {"text": text}}
    made = template(Incident("attack", fillers, ["POSSIBLE"]), found, reading)
    assert made == {
        "incident_type": "ATTACK",
        "PerpInd": [["ARMED MEN"]],
        "PerpOrg": [["LPF"]],
        "Target": [],
        "Victim": [],
        "Weapon": [],
        "PerpOrgConfidence": {"LPF": "POSSIBLE"},
        "date": "- 03 JAN 90",
        "location": None,
        "stage": "ACCOMPLISHED",
    }
    (scored,) = of_prediction(json.loads(json.dumps({"input": "a", "templates": [made]})))
    assert scored.types == {"attack"}


def test_date_place_and_stage_are_those_of_the_events():
    text = "LOMAR, 3 JAN 90 -- THE REBELS PLAN TO BOMB OSTVIK ON FRIDAY."
    place = text.index("OSTVIK")
    event = {
        "type": "attack",
        "time": "t",
        "arguments": [{"role": "place", "start": place, "end": place + 6}],
        "perspectives": [{"status": "planned", "polarity": "affirmed"}],
    }
    reading = {
        "page": {"text": text},
        "times": [{"id": "t", "value": "1990-01-05"}],
        "events": [event],
    }
    made = template(Incident("bombing", {role: [] for role in ROLES}, []), [], reading)
    assert (made["date"], made["location"], made["stage"]) == ("05 JAN 90", "OSTVIK", "THREATENED")
