"""Whom a source's words stand for, and what kind of source it is."""

import pytest

from rashomon.ids import make_id
from rashomon.layers import Quote
from rashomon.meaning.source_kinds import Sources
from rashomon.records import Entity, Mention
from rashomon.spans import Span
from tests.handmade import parsed

LABELS = {"PERSON": "person", "ORG": "organization", "GPE": "place"}

NAME = "{0}|PROPN:NNP|2|compound|{2} {1}|PROPN:NNP|3|nsubj|{2} spoke|VERB:VBD|0|ROOT"


def with_names(notation):
    doc = parsed(notation)
    doc._.rashomon_entities = tuple(
        Entity(
            make_id("entity", ent.text), LABELS[ent.label_], ent.text, (), (),
            (Mention(ent.start_char, ent.end_char, "name"),),
        )
        for ent in doc.ents if ent.label_ in LABELS
    )  # fmt: skip
    return doc, {entity.id: entity.name for entity in doc._.rashomon_entities}


@pytest.mark.parametrize(
    ("notation", "source", "expected"),
    [
        (NAME.format("Ada", "Bell", "PERSON"), [0, 1], ("Ada Bell", "person")),
        ("Norland|PROPN:NNP|2|nsubj|GPE spoke|VERB:VBD|0|ROOT", [0], ("Norland", "government")),
        (NAME.format("Norland", "Times", "ORG"), [0, 1], ("Norland Times", "media")),
        (NAME.format("Green", "Union", "ORG"), [0, 1], ("Green Union", "organization")),
        (NAME.format("Health", "Ministry", "ORG"), [0, 1], ("Health Ministry", "government")),
        ("the|DET|2|det police|NOUN:NN|3|nsubj spoke|VERB:VBD|0|ROOT", [0, 1], (None, "government")),
        ("a|DET|2|det official|NOUN:NN|3|nsubj spoke|VERB:VBD|0|ROOT", [0, 1], (None, "unnamed")),
        ("the|DET|2|det authorities|NOUN:NNS|3|nsubj||authority spoke|VERB:VBD|0|ROOT", [0, 1], (None, "unnamed")),
        ("the|DET|2|det indictment|NOUN:NN|3|nsubj spoke|VERB:VBD|0|ROOT", [0, 1], (None, "document")),
        ("many|ADJ|2|amod villagers|NOUN:NNS|3|nsubj||villager spoke|VERB:VBD|0|ROOT", [0, 1], (None, "public")),
        ("two|NUM|2|nummod people|NOUN:NNS|3|nsubj||people spoke|VERB:VBD|0|ROOT", [0, 1], (None, "unnamed")),
        ("people|NOUN:NNS|3|nsubj||people familiar|ADJ|1|amod spoke|VERB:VBD|0|ROOT", [0, 1], (None, "unnamed")),
        ("the|DET|2|det people|NOUN:NNS|3|nsubj||people spoke|VERB:VBD|0|ROOT", [0, 1], (None, "public")),
        ("Norlanders|PROPN:NNPS|2|nsubj|NORP spoke|VERB:VBD|0|ROOT", [0], (None, "public")),
        ("Many|ADJ:JJ|2|nsubj spoke|VERB:VBD|0|ROOT", [0], (None, "public")),
        ("the|DET|2|det spokesman|NOUN:NN|3|nsubj spoke|VERB:VBD|0|ROOT", [0, 1], (None, "unnamed")),
        ("the|DET|2|det charity|NOUN:NN|3|nsubj spoke|VERB:VBD|0|ROOT", [0, 1], (None, "organization")),
        (
            "the|DET|2|det leader|NOUN:NN|7|nsubj of|ADP|2|prep Union|PROPN:NNP|3|pobj|ORG ,|PUNCT|2|punct "
            "Bell|PROPN:NNP|4|appos|PERSON spoke|VERB:VBD|0|ROOT",
            [0, 1, 2, 3, 4, 5],
            ("Bell", "person"),
        ),
        (
            "company|NOUN|2|compound chairman|NOUN|5|nsubj Ada|PROPN:NNP|4|compound|PERSON Bell|PROPN:NNP|2|dep|PERSON "
            "spoke|VERB:VBD|0|ROOT",
            [0, 1, 2, 3],
            ("Ada Bell", "person"),
        ),
        (
            "lawyer|NOUN|5|nsubj of|ADP|1|prep Ada|PROPN:NNP|4|compound|PERSON Bell|PROPN:NNP|2|pobj|PERSON "
            "spoke|VERB:VBD|0|ROOT",
            [0, 1, 2, 3],
            (None, "unnamed"),
        ),
        (
            "chairman|NOUN|7|nsubj of|ADP|1|prep Law|PROPN:NNP|4|compound|ORG Board|PROPN:NNP|2|pobj|ORG "
            "Ada|PROPN:NNP|6|compound|PERSON Bell|PROPN:NNP|1|dep|PERSON spoke|VERB:VBD|0|ROOT",
            [0, 1, 2, 3, 4, 5],
            ("Ada Bell", "person"),
        ),
        (
            "wife|NOUN|7|nsubj of|ADP|1|prep Law|PROPN:NNP|4|compound|ORG Board|PROPN:NNP|2|pobj|ORG "
            "Ada|PROPN:NNP|6|compound|PERSON Bell|PROPN:NNP|1|dep|PERSON spoke|VERB:VBD|0|ROOT",
            [0, 1, 2, 3, 4, 5],
            (None, "unnamed"),
        ),
        (
            "Bell|PROPN:NNP|5|nsubj|PERSON ,|PUNCT|1|punct who|PRON|4|dep spoke|VERB:VBD|5|dep left|VERB:VBD|0|ROOT",
            [2],
            ("Bell", "person"),
        ),
        (
            "Norland|PROPN:NNP|3|poss|GPE 's|PART|1|case government|NOUN|4|nsubj spoke|VERB:VBD|0|ROOT",
            [0, 1, 2],
            ("Norland", "government"),
        ),
        (
            "the|DET|3|det Herald|PROPN:NNP|3|compound|ORG newspaper|NOUN|4|nsubj spoke|VERB:VBD|0|ROOT",
            [0, 1, 2],
            ("Herald", "media"),
        ),
        ("Norlanders|PROPN:NNP|2|nsubj|NORP spoke|VERB:VBD|0|ROOT", [0], (None, "public")),
        ("we|PRON:PRP|2|nsubj spoke|VERB:VBD|0|ROOT", [0], (None, "self")),
        ("our|PRON:PRP$|2|poss estimates|NOUN:NNS|3|nsubj||estimate show|VERB:VBP|0|ROOT", [0, 1], (None, "self")),
        ("my|PRON:PRP$|2|poss neighbour|NOUN:NN|3|nsubj spoke|VERB:VBD|0|ROOT", [0, 1], (None, "public")),
        ("the|DET|2|det analysis|NOUN:NN|3|nsubj spoke|VERB:VBD|0|ROOT", [0, 1], (None, "document")),
        ("", [], (None, "unnamed")),
    ],
)  # fmt: skip
def test_sources(notation, source, expected):
    doc, names = with_names(notation or "It|PRON|2|nsubj fell|VERB|0|ROOT")
    entity, kind = Sources(doc).of(source)
    assert (names.get(entity), kind) == expected


def test_who_writes_does_not_speak_in_a_quotation():
    doc, _ = with_names(
        "He|PRON|2|nsubj said|VERB:VBD|0|ROOT "
        '"|PUNCT|5|punct we|PRON:PRP|5|nsubj think|VERB|2|ccomp so|ADV|5|advmod "|PUNCT|5|punct'
    )
    doc._.rashomon_quotes = (Quote(Span(8, 23), Span(9, 22)),)
    assert Sources(doc).of([3]) == (None, "unnamed")
