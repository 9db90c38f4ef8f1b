"""Who is who in Docs built by hand: what an entity's chain takes, and what it leaves alone."""

import pytest

from rashomon import layers
from rashomon.language.coreference.linking import SURE, Link, chains
from rashomon.language.coreference.station import Coreference
from tests.handmade import parsed
from tests.language.coreference.examples import with_names

ADA = "Ada|PROPN:NNP|2|compound|PERSON Karst|PROPN:NNP|3|nsubj|PERSON left|VERB:VBD|0|ROOT||leave .|PUNCT|3|punct"
OSIP = "Osip|PROPN:NNP|2|compound|PERSON Varga|PROPN:NNP|3|nsubj|PERSON left|VERB:VBD|0|ROOT||leave .|PUNCT|3|punct"
UNION = "Green|PROPN:NNP|2|compound|ORG Union|PROPN:NNP|3|nsubj|ORG met|VERB:VBD|0|ROOT||meet .|PUNCT|3|punct"
REBELS = "Liberation|PROPN:NNP|2|compound|ORG Army|PROPN:NNP|3|nsubj|ORG met|VERB:VBD|0|ROOT||meet .|PUNCT|3|punct"


def said(*words):
    """A sentence: the words as its subject, and that they said something."""
    *rest, head = words
    marks = [f"{word}|DET:DT|{len(words)}|det" for word in rest]
    tag = {"he": "PRON:PRP", "she": "PRON:PRP", "it": "PRON:PRP", "they": "PRON:PRP"}.get(head.lower(), "NOUN:NN")
    return " ".join([*marks, f"{head}|{tag}|{len(words) + 1}|nsubj||{head.lower()}", "said|VERB:VBD|0|ROOT||say so|ADV|"
                     f"{len(words) + 1}|advmod .|PUNCT|{len(words) + 1}|punct"])  # fmt: skip


def members(notation):
    """By name of an entity, the words in its chain that are no name."""
    doc = Coreference()(with_names(parsed(notation)))
    return {
        entity.name: [(doc.text[m.start : m.end], m.form) for m in entity.mentions if m.form != "name"]
        for entity in layers.entities(doc)
    }


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(f"{ADA}\n{said('She')}", {"Ada Karst": [("She", "pronoun")]}, id="she"),
        pytest.param(f"{ADA}\n{said('He')}", {"Ada Karst": []}, id="Ada is no he"),
        pytest.param(
            f"{ADA}\n{OSIP}\n{said('She')}",
            {"Ada Karst": [("She", "pronoun")], "Osip Varga": []},
            id="she goes past a man",
        ),
        pytest.param(f"{ADA}\n{said('It')}", {"Ada Karst": []}, id="nobody is an it"),
        pytest.param(f"{REBELS}\n{said('The', 'army')}", {"Liberation Army": []}, id="rebels are not the army"),
    ],
)
def test_chains_of_entities(notation, expected):
    assert members(notation) == expected


def test_chains_hold_every_candidate_once():
    doc = Coreference()(with_names(parsed(f"{ADA}\n{OSIP}\n{UNION}\n{said('She')}\n{said('They')}")))
    spans = [(m.start, m.end) for chain in layers.chains(doc) for m in chain.mentions]
    assert len(spans) == len(set(spans)) == 5
    assert all(len(chain.heads) == len(chain.mentions) for chain in layers.chains(doc))
    named = {chain.entity for chain in layers.chains(doc)} - {None}
    assert named == {entity.id for entity in layers.entities(doc)}


def test_two_names_are_never_one():
    doc = Coreference()(with_names(parsed(f"{ADA}\n{OSIP}")))
    assert [len(chain.mentions) for chain in layers.chains(doc)] == [1, 1]


def test_a_doc_without_a_parse_stays_as_it_is():
    doc = with_names(parsed("Ada|PROPN:NNP||dep|PERSON"))
    before = layers.entities(doc)
    assert layers.entities(Coreference()(doc)) == before


def test_links_that_do_not_hold_begin_anew():
    links = [Link(), Link(0, SURE), Link(1, 0.5), Link(2, 3.0)]
    assert chains(links) == [[0, 1, 2, 3]]
    assert chains(links, lambda at: links[at].lead > 1) == [[0, 1], [2, 3]]
