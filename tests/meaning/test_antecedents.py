"""Whom pronouns and descriptions point back to."""

from dataclasses import replace

import pytest

from rashomon.ids import make_id
from rashomon.meaning.source_kinds import Sources
from rashomon.records import Entity, Mention
from tests.handmade import parsed

LABELS = {"PERSON": "person", "ORG": "organization", "GPE": "place"}
ADA = "Ada|PROPN:NNP|2|nsubj|PERSON met|VERB:VBD|0|ROOT Norland|PROPN:NNP|2|dobj|GPE"
UNION = "Green|PROPN:NNP|2|compound|ORG Union|PROPN:NNP|3|nsubj|ORG met|VERB:VBD|0|ROOT"
MINISTRY = "Health|PROPN:NNP|2|compound|ORG Ministry|PROPN:NNP|3|nsubj|ORG met|VERB:VBD|0|ROOT"
REBELS = "Liberation|PROPN:NNP|2|compound|ORG Army|PROPN:NNP|3|nsubj|ORG met|VERB:VBD|0|ROOT"
ARMY = "State|PROPN:NNP|2|compound|ORG Army|PROPN:NNP|3|nsubj|ORG met|VERB:VBD|0|ROOT"
RAIN = "It|PRON|2|nsubj rained|VERB:VBD|0|ROOT||rain"
ASIDE = (
    "Citing|VERB:VBG|9|advcl peace|NOUN|1|dobj ,|PUNCT|2|punct which|PRON|6|dobj Cole|PROPN:NNP|6|nsubj|PERSON "
    "opposed|VERB:VBD|2|relcl||oppose ,|PUNCT|9|punct"
)
CITED = (
    "Cole|PROPN:NNP|2|nsubj|PERSON waved|VERB:VBD|0|ROOT as|SCONJ|5|mark Ada|PROPN:NNP|5|nsubj|PERSON "
    "said|VERB:VBD|2|advcl||say"
)


def spoke(words):
    *rest, head = words.split()
    described = [f"{word}|{'DET' if word.lower() in {'the', 'a'} else 'ADJ'}|{len(rest) + 1}|det" for word in rest]
    pos = "PRON:PRP" if head.lower() in {"she", "he", "it", "they"} else "NOUN:NN"
    return " ".join([*described, f"{head}|{pos}|{len(rest) + 2}|nsubj", "spoke|VERB:VBD|0|ROOT"])


def with_names(notation, descriptions=()):
    doc = parsed(notation)
    doc._.rashomon_entities = tuple(
        Entity(
            make_id("entity", ent.text), LABELS[ent.label_], ent.text, (), tuple(descriptions),
            (Mention(ent.start_char, ent.end_char, "name"),),
        )
        for ent in doc.ents
    )  # fmt: skip
    return doc


def last_source(doc, words):
    """The name behind the last `words` of the Doc, asked after nothing else."""
    size = len(words.split())
    end = len(doc) - 1
    found, _ = Sources(doc).of(range(end - size, end))
    return {entity.id: entity.name for entity in doc._.rashomon_entities}.get(found)


@pytest.mark.parametrize(
    ("before", "words", "expected"),
    [
        pytest.param(f"{ADA}\n", "She", "Ada", id="the subject of the sentence before"),
        pytest.param(f"{ADA}\n\n", "She", "Ada", id="of the paragraph before"),
        pytest.param(f"{ADA}\n\n{RAIN}\n\n", "She", None, id="not two paragraphs before"),
        pytest.param(f"{ADA}\n", "It", None, id="it is no person"),
        pytest.param(f"{ADA}\n", "They", None, id="they are several"),
        pytest.param(f"{UNION}\n{ADA}\n", "She", "Ada", id="she is no union"),
        pytest.param(f"{UNION}\n{ADA}\n", "It", "Green Union", id="it is the union"),
        pytest.param(f"{UNION}\n", "the group", "Green Union", id="a general word"),
        pytest.param(f"{UNION}\n", "a group", None, id="an indefinite one is another"),
        pytest.param(f"{UNION}\n", "the ministry", None, id="a union is no ministry"),
        pytest.param(f"{MINISTRY}\n{UNION}\n", "the ministry", "Health Ministry", id="the word in the name"),
        pytest.param(f"{MINISTRY}\n", "the group", None, id="a ministry is no group"),
        pytest.param(f"{REBELS}\n", "the army", None, id="rebels are not the army"),
        pytest.param(f"{ARMY}\n", "the army", "State Army", id="the army of a state is"),
        pytest.param(f"{REBELS}\n", "the group", "Liberation Army", id="rebels are a group"),
    ],
)
def test_sources_point_back(before, words, expected):
    assert last_source(with_names(before + spoke(words)), words) == expected


def test_who_speaks_is_not_named_in_the_words():
    quoted = (
        "“|PUNCT|4|punct Ada|PROPN:NNP|4|nsubj|PERSON has|AUX|4|aux left|VERB:VBN|8|ccomp||leave ,|PUNCT|8|punct "
        "”|PUNCT|8|punct he|PRON:PRP|8|nsubj said|VERB:VBD|0|ROOT||say"
    )
    cole = "Cole|PROPN:NNP|2|nsubj|PERSON waved|VERB:VBD|0|ROOT"
    doc = with_names(f"{cole}\n{quoted}")
    found, _ = Sources(doc).of([len(doc) - 2])
    assert {entity.id: entity.name for entity in doc._.rashomon_entities}[found] == "Cole"


def test_the_agent_of_a_passive_is_pointed_to():
    passive = (
        "It|PRON|3|nsubjpass was|AUX|3|auxpass led|VERB:VBN|0|ROOT||lead by|ADP|3|agent Ada|PROPN:NNP|4|pobj|PERSON"
    )
    assert last_source(with_names(f"{passive}\n{spoke('She')}"), "She") == "Ada"


def test_a_pronoun_inside_a_source_is_not_the_source():
    lawyer = "his|PRON:PRP$|2|poss lawyer|NOUN:NN|3|nsubj spoke|VERB:VBD|0|ROOT"
    doc = with_names(f"{ADA.replace('Ada', 'Odo')}\n{lawyer}")
    odo, *rest = doc._.rashomon_entities
    his = doc.text.index("his")
    chained = replace(odo, mentions=(*odo.mentions, Mention(his, his + 3, "pronoun")))
    doc._.rashomon_entities = (chained, *rest)
    assert Sources(doc).of([len(doc) - 3, len(doc) - 2]) == (None, "unnamed")


def test_nothing_points_back_over_a_heading():
    doc = with_names(f"{ADA}\n\n{RAIN}\n\n{spoke('She')}")
    first, middle, last = doc._.rashomon_blocks
    for role, expected in (("heading", None), ("caption", "Ada")):
        doc._.rashomon_blocks = (first, replace(middle, role=role), last)
        assert last_source(doc, "She") == expected


def test_who_spoke_goes_before_who_acted():
    doc = with_names(f"{CITED}\n{spoke('She')}")
    sources = Sources(doc)
    ada, _ = sources.of([3])
    assert sources.of([len(doc) - 2])[0] == ada


@pytest.mark.parametrize(
    ("words", "expected"), [("the foreign minister", "Ada"), ("the minister", "Ada"), ("a minister", None)]
)
def test_an_office_points_to_the_one_person_who_holds_it(words, expected):
    doc = with_names(f"{ADA}\n\n{RAIN}\n\n{RAIN}\n\n{spoke(words)}", ["Foreign Minister"])
    assert last_source(doc, words) == expected


def test_who_stands_in_a_relative_clause_is_not_meant_outside_it():
    doc = with_names(f"{ADA}\n{ASIDE} he|PRON:PRP|9|nsubj spoke|VERB:VBD|0|ROOT")
    assert last_source(doc, "he") == "Ada"
