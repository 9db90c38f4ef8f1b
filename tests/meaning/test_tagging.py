"""Tags out of scores, hedges of the page's own, and statements told inside others'."""

import pytest

from rashomon.errors import ModelError
from rashomon.meaning.tagging import tag
from rashomon.records import Block
from rashomon.spans import cut
from tests.handmade import parsed
from tests.meaning.scored import scored

ADMITTED = (
    "Police|NOUN:NNS|2|nsubj||police said|VERB:VBD|0|ROOT||say Cole|PROPN:NNP|4|nsubj|PERSON "
    "admitted|VERB:VBD|2|ccomp||admit it|PRON:PRP|6|nsubj fell|VERB:VBD|4|ccomp||fall .|PUNCT:.|2|punct"
)
ALLEGEDLY = "Cole|PROPN:NNP|3|nsubj|PERSON allegedly|ADV:RB|3|advmod fled|VERB:VBD|0|ROOT||flee .|PUNCT:.|3|punct"

QUOTED_HEDGE = "Cole|PROPN:NNP|4|nsubj|PERSON allegedly|ADV:RB|4|advmod fled|VERB:VBD|0|ROOT||flee .|PUNCT:.|4|punct"
DATELINE = "MERROW|PROPN:NNP|0|ROOT|GPE —|PUNCT::|1|punct"
FELL = "It|PRON|2|nsubj fell|VERB:VBD|4|ccomp||fall police|NOUN:NNS|4|nsubj said|VERB:VBD|0|ROOT||say"
FLOODS = "Floods|NOUN|2|nsubj came|VERB:VBD|0|ROOT||come"
COURT = "Court|NOUN|2|nsubj sat|VERB:VBD|0|ROOT||sit"
ACCORDING = (
    "According|VERB:VBG|5|prep||accord to|ADP|1|prep Bell|PROPN|2|pobj ,|PUNCT|6|punct it|PRON|6|nsubj "
    "fell|VERB:VBD|0|ROOT||fall"
)
PASSED_ON = (
    "Police|NOUN:NNS|2|nsubj||police said|VERB:VBD|0|ROOT||say it|PRON|4|nsubj fell|VERB:VBD|2|ccomp||fall "
    "according|VERB:VBG|2|prep||accord to|ADP|5|prep Bell|PROPN|6|pobj"
)
CHARGED = "Men|NOUN:NNS|2|nsubj charged|VERB:VBN|0|ROOT||charge with|ADP|2|prep theft|NOUN|3|pobj"
SHOUTED = "She|PRON|2|nsubj shouted|VERB:VBD|0|ROOT||shout at|ADP|2|prep them|PRON|3|pobj"
SUSPECTED = (
    "Cole|PROPN:NNP|3|nsubjpass|PERSON is|AUX:VBZ|3|auxpass||be suspected|VERB:VBN|8|ccomp||suspect of|ADP:IN|3|prep "
    "theft|NOUN:NN|4|pobj ,|PUNCT:,|8|punct police|NOUN:NNS|8|nsubj||police said|VERB:VBD|0|ROOT||say"
)


def found(notation, tags, least=0.0):
    doc = parsed(notation)
    doc._.rashomon_scores = scored(doc.text, tags)
    return found_in(doc, least)


def found_in(doc, least=0.0):
    return [tuple(cut(doc.text, spans) for spans in (each.source, each.cue, each.content)) for each in tag(doc, least)]


def test_what_is_admitted_inside_a_statement_is_a_statement_too():
    assert found(ADMITTED, "SCTttto") == [
        ("Police", "said", "Cole admitted it fell"),
        ("Cole", "admitted", "it fell"),
    ]


def test_what_is_told_according_to_another_is_told_by_both():
    assert found(PASSED_ON, "TtttCcS") == [
        ("Bell", "according to", "Police said it fell"),
        ("Police", "said", "it fell"),
    ]


def test_a_doubt_is_part_of_what_is_said():
    assert found(SUSPECTED, "TCccToSC") == [
        ("", "is suspected of", "Cole … theft"),
        ("police", "said", "Cole is suspected of theft"),
    ]


def test_nobody_says_the_dateline():
    assert found(f"{DATELINE}\n{FELL}", "TtttSC") == [("police", "said", "It fell")]


@pytest.mark.parametrize(
    ("role", "words", "expected"),
    [
        pytest.param("body", "sank", "It fell … “It sank”", id="more of it"),
        pytest.param("quote", "sank", "It fell … “It sank”", id="set apart"),
        pytest.param("caption", "sank", "It fell", id="caption"),
        pytest.param("quote", "fell", "It fell", id="pull quote"),
    ],
)
def test_a_quotation_goes_on_in_the_next_block(role, words, expected):
    quoted = f"“|PUNCT|3|punct It|PRON|3|nsubj {words}|VERB:VBD|0|ROOT ”|PUNCT|3|punct"
    doc = parsed(f"{FELL}\n{quoted}")
    second = doc.text.index("“")
    spans = [(0, second, "body"), (second, len(doc.text), role)]
    doc._.rashomon_blocks = tuple(Block(f"block-{role}", role, start, end) for start, end, role in spans)
    text = f"{doc.text[: second - 1]}\n{doc.text[second:]}"
    doc._.rashomon_scores = scored(text, "TtSCTttt")
    assert [cut(doc.text, each.content) for each in tag(doc, 0.0)] == [expected]


@pytest.mark.parametrize(
    ("notation", "tags", "expected"),
    [
        pytest.param(f"{FLOODS}\n{FELL}", "TtTtSC", [("police", "said", "It fell")], id="content"),
        pytest.param(f"{COURT}\n{FELL}", "SoTtoC", [("police", "said", "It fell")], id="source"),
        pytest.param(f"{FLOODS}\n{FELL}", "TtooSC", [("police", "said", "Floods came")], id="nothing else"),
    ],
)
def test_only_quotations_go_beyond_a_sentence(notation, tags, expected):
    assert found(notation, tags) == expected


@pytest.mark.parametrize(
    ("notation", "tags", "expected"),
    [
        pytest.param(FELL, "TtoC", [("police", "said", "It fell")], id="speaker"),
        pytest.param(ACCORDING, "CcooTt", [("Bell", "According to", "it fell")], id="according"),
        pytest.param(CHARGED, "SCoT", [("", "charged", "theft")], id="accused"),
        pytest.param(SHOUTED, "SCcT", [], id="addressed"),
    ],
)
def test_who_says_it(notation, tags, expected):
    assert found(notation, tags) == expected


def test_hedges_of_the_page_are_nobodys():
    assert found(ALLEGEDLY, "oooo") == [("", "allegedly", "Cole … fled")]


def test_hedges_in_a_quotation_are_not_the_pages():
    doc = parsed(f"“|PUNCT|3|punct {QUOTED_HEDGE} ”|PUNCT|3|punct")
    doc._.rashomon_scores = scored(doc.text, "oooooo")
    assert tag(doc, 0.0) == ()


def test_a_cue_may_begin_within_a_token():
    doc = parsed("It|PRON|2|nsubj fell,he|VERB:VBD|0|ROOT||fall")
    doc._.rashomon_scores = scored(doc.text, "TtoC")
    assert found_in(doc) == [("", "he", "It fell")]


def test_nobody_speaks_for_you():
    assert (
        found("You|PRON|2|nsubj know|VERB:VBP|0|ROOT||know it|PRON|4|nsubj fell|VERB:VBD|2|ccomp||fall", "SCTt") == []
    )


def test_what_is_less_likely_than_wanted_is_left_out():
    assert found(ADMITTED, "SCTttto", least=1.0) == []


def test_a_doc_that_the_encoder_did_not_read_is_refused():
    with pytest.raises(ModelError, match="rashomon_encoder"):
        tag(parsed(ALLEGEDLY))
