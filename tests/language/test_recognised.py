"""The encoder's names on tokens, trimmed to what a name is."""

import numpy as np
import pytest
from spacy.tokens import Doc

from rashomon import layers
from rashomon.encoder import Scores, Tags
from rashomon.language.mentions import Names
from rashomon.language.recognised import recognise, runs_of
from rashomon.wordpieces import WordPieces
from tests.handmade import parsed

KINDS = ("person", "organization", "place", "other")
TAGS = Tags(KINDS, np.zeros((2, 9, 9), dtype=np.float32))
LETTERS = "-PpOoLlXx"


def names(notation: str, tags: str) -> list[str]:
    """The runs that the letters of `tags` (one a word, capitals begin a name) come to."""
    doc = parsed(notation)
    scored(doc, tags)
    return [doc[run.start : run.end].text + "?" * run.weak for run in runs_of(doc, recognise(doc))]


def scored(doc: Doc, tags: str) -> None:
    """Write scores on a Doc that are sure of `tags`."""
    words = WordPieces({"[UNK]": 0}).cut(doc.text)
    emissions = np.zeros((len(words), 9), dtype=np.float32)
    for at, letter in enumerate(tags):
        emissions[at, LETTERS.index(letter)] = 9
    doc._.rashomon_scores = Scores(words, {"names": emissions}, {"names": TAGS})


@pytest.mark.parametrize(
    ("notation", "tags", "expected"),
    [
        ("Yesterday|ADV|3|x Ada|PROPN|3|x Bell|PROPN|4|x spoke|VERB|0|ROOT", "-Pp-", ["Ada Bell"]),
        ("He|PRON|4|x met|VERB|0|ROOT Minister|PROPN|4|x Ada|PROPN|2|x", "--Pp", ["Ada"]),
        ("the|DET|2|x Oro|PROPN|3|x Bank|PROPN|0|ROOT", "Ooo", ["Oro Bank"]),
        ("Japan|PROPN|0|ROOT and|CCONJ|1|x South|PROPN|4|x Korea|PROPN|1|x", "Llll", ["Japan", "South Korea"]),
        ("Oro|PROPN|0|ROOT and|CCONJ|1|x Sons|PROPN|1|x", "Ooo", ["Oro and Sons"]),
        ("Both|CCONJ|2|x Ada|PROPN|0|ROOT and|CCONJ|2|x Cole|PROPN|2|x", "Pp-P", ["Ada", "Cole"]),
        ("Ada|PROPN|0|ROOT of|ADP|1|x Oro|PROPN|2|x", "Ppp", ["Ada"]),
        ("Oro|PROPN|0|ROOT ,|PUNCT|1|x a|DET|4|x bank|NOUN|1|x", "Oooo", ["Oro"]),
        ("the|DET|2|x government|NOUN|0|ROOT of|ADP|2|x Ada|PROPN|3|x", "Oooo", []),
        ("Red|PROPN|2|x Quay|PROPN|0|ROOT in|ADP|2|x Oskarin|PROPN|3|x", "Llll", ["Red Quay"]),
        ("Ministry|PROPN|0|ROOT of|ADP|1|x Law|PROPN|2|x", "Ooo", ["Ministry of Law"]),
        ("Bell’s|PROPN|0|ROOT", "P", []),
        ("from|ADP|0|ROOT oskarin|NOUN|1|x", "-L", ["oskarin"]),
        ("from|ADP|0|ROOT tolman|NOUN|1|x", "-P", []),
        ("from|ADP|0|ROOT tolman|PROPN|1|x", "-P", ["tolman"]),
        ("“|PUNCT|1|x Go|VERB|0|ROOT", "P-", []),
        ("Diplomats|NOUN:NNS|2|x spoke|VERB|0|ROOT", "P-", ["Diplomats?"]),
        (
            "the|DET|2|x Chief|PROPN|0|ROOT of|ADP|2|x Staff|PROPN|6|x General|PROPN|6|x Ada|PROPN|7|x Bell|PROPN|3|x",
            "Ppppppp",
            ["Ada Bell"],
        ),
        (
            "Oskarin|PROPN|2|x Secretary|PROPN|0|ROOT of|ADP|2|x State|PROPN|3|x Ada|PROPN|6|x Bell|PROPN|2|x",
            "Pppppp",
            [],
        ),
        (
            "the|DET|2|x Chief|PROPN|7|x of|ADP|2|x Staff|PROPN|3|x General|PROPN|7|x Ada|PROPN|7|x King|PROPN|9|x"
            " ’s|PART|7|x view|NOUN|0|ROOT",
            "Pppppppp-",
            ["Ada King"],
        ),
        ("Farmer|PROPN|3|x Ada|PROPN|3|x Bell|PROPN|0|ROOT", "Ppp", ["Ada Bell"]),
        ("Ada|PROPN|2|x Farmer|PROPN|0|ROOT", "Pp", ["Ada Farmer"]),
        (
            "President|PROPN|3|x ~-|PUNCT|3|x ~elect|PROPN|5|x Ada|PROPN|5|x Bell|PROPN|0|ROOT",
            "Ppppp",
            ["Ada Bell"],
        ),
        ("the|DET|2|x president|PROPN|4|x ~-|PUNCT|4|x ~elect|PROPN|0|ROOT", "Pppp", []),
        ("Only|ADV|2|x Oro|PROPN|0|ROOT", "Oo", ["Oro"]),
        ("“|PUNCT|2|x Oro|PROPN|0|ROOT", "Oo", ["Oro"]),
        ("Credit|NOUN|2|x company|NOUN|3|x Oro|PROPN|0|ROOT", "Ooo", ["Oro"]),
        ("Furious|ADJ:JJ|2|x Bell|PROPN|3|x met|VERB|0|ROOT Bell|PROPN|3|x", "Pp-P", ["Bell", "Bell"]),
        ("Dorna|PROPN|3|x ~-|PUNCT|3|x ~Oro|PROPN|4|x Airport|PROPN|0|ROOT", "L-Ll", ["Dorna-Oro Airport"]),
        ("Dorna|PROPN|3|x ~-|PUNCT|3|x ~Oro|PROPN|4|x road|NOUN|0|ROOT", "L-L-", ["Dorna", "Oro"]),
        ("Oro|PROPN|0|ROOT\n\nAda|PROPN|2|x Bell|PROPN|0|ROOT", "Ppp", ["Oro", "Ada Bell"]),
        ("the|DET|3|x Harbour|PROPN|3|x Act|PROPN|0|ROOT", "-Xx", []),
    ],
)
def test_names_are_trimmed(notation, tags, expected):
    assert names(notation, tags) == expected


def test_a_doc_that_the_encoder_did_not_read_has_none():
    assert recognise(parsed("Ada|PROPN|0|ROOT")) == []


@pytest.mark.parametrize(
    ("notation", "tags", "expected"),
    [
        (
            "Reed|PROPN|2|x Banner|PROPN|7|x ,|PUNCT|2|x a|DET|5|x sect|NOUN|2|x ,|PUNCT|2|x fled|VERB|0|ROOT",
            "Xx-----",
            {"Reed Banner": "organization"},
        ),
        (
            "They|PRON|2|x fear|VERB|0|ROOT the|DET|4|x group|NOUN|2|x Reed|PROPN|6|x Banner|PROPN|4|x",
            "----Xx",
            {"Reed Banner": "organization"},
        ),
        (
            "the|DET|2|x group|NOUN|6|x Reed|PROPN|2|x pour|VERB|3|x Banner|PROPN|3|x fled|VERB|0|ROOT",
            "--Xxx-",
            {"Reed pour Banner": "organization"},
        ),
        ("Reed|PROPN|2|x Banner|PROPN|3|x militants|NOUN|4|x fled|VERB|0|ROOT", "Xx--", {}),
        ("Reed|PROPN|2|x Banner|PROPN|3|x fled|VERB|0|ROOT", "Xx-", {}),
    ],
)
def test_a_name_of_something_else_counts_where_the_page_calls_it_a_body(notation, tags, expected):
    doc = parsed(notation)
    scored(doc, tags)
    assert {entity.name: entity.type for entity in layers.entities(Names()(doc))} == expected
