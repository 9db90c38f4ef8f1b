"""Labels of names, peoples, times and money on the tokens of a Doc."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from rashomon import layers
from rashomon.language.labels import Labels
from rashomon.records import Entity, Mention, Time
from tests.handmade import named


def tagged(text, tags=()):
    """A Doc without labels, cut at spaces."""
    layers.register()
    words = text.split()
    return Doc(
        English().vocab,
        words,
        lemmas=[word.lower().removesuffix("s") for word in words],
        tags=tags or ["X"] * len(words),
    )


def found(doc):
    return [(span.text, span.label_) for span in Labels()(doc).ents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They paid $ 2.5 million .", "$ 2.5 million"),
        ("They paid 300 rupees .", "300 rupees"),
        ("They paid 40 US dollars .", "40 US dollars"),
        ("They paid US$ 40 .", "US$ 40"),
        ("They met 40 US soldiers .", None),
        ("In 2016 $ fell .", None),
    ],
)
def test_sums_of_money(text, expected):
    assert found(tagged(text)) == ([(expected, "MONEY")] if expected else [])


def test_peoples():
    doc = tagged(
        "Pakistani soldiers and Indians met a Dornish Merchant from Milan .",
        ["JJ", "NNS", "CC", "NNPS", "VBD", "DT", "JJ", "NNP", "IN", "NNP", "."],
    )
    assert found(doc) == [("Pakistani", "NORP"), ("Indians", "NORP"), ("Dornish", "NORP")]


def test_names_and_times_come_from_the_layers():
    doc = tagged("Ada Dane left Dorna on Monday .")
    doc._.rashomon_entities = (
        Entity("entity-1", "person", "Ada Dane", (), (), (Mention(0, 8, "name"), Mention(9, 13, "nominal"))),
        Entity("entity-2", "place", "Dorna", (), (), (Mention(14, 19, "name"),)),
        Entity("entity-3", "other", "left", (), (), (Mention(9, 13, "name"),)),
    )
    doc._.rashomon_times = (Time("time-1", 23, 29, "DATE", "2031-07-14", None, None, None, anchored=True),)
    assert found(doc) == [("Ada Dane", "PERSON"), ("Dorna", "GPE"), ("Monday", "DATE")]


def test_a_doc_that_has_labels_keeps_them():
    doc = named("so [ORG Ada Dane] paid 300 rupees .")
    assert found(doc) == [("Ada Dane", "ORG")]
