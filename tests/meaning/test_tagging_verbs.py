"""Statements and hedges by syntax, on parses made by hand. Each row: the parse, then (source, cue, content) of each."""

import pytest

from rashomon.meaning import tagging_hedges, tagging_verbs
from rashomon.meaning.cues import cues
from rashomon.meaning.phrases import to_spans
from rashomon.spans import cut
from tests.handmade import parsed

THAT = (
    "Ada|PROPN:NNP|2|compound|PERSON Bell|PROPN:NNP|4|nsubj|PERSON also|ADV:RB|4|advmod said|VERB:VBD|0|ROOT||say "
    "that|SCONJ:IN|8|mark the|DET:DT|7|det bridge|NOUN:NN|8|nsubj fell|VERB:VBD|4|ccomp||fall .|PUNCT:.|4|punct"
)
PROGRESSIVE = (
    "Ada|PROPN:NNP|2|nsubj|PERSON said|VERB:VBD|0|ROOT||say it|PRON:PRP|5|nsubj was|AUX:VBD|5|aux||be "
    "falling|VERB:VBG|2|ccomp||fall .|PUNCT:.|2|punct"
)
BEHIND = (
    "The|DET:DT|2|det bridge|NOUN:NN|3|nsubj fell|VERB:VBD|7|ccomp||fall ,|PUNCT:,|7|punct police|NOUN:NN|6|compound "
    "sources|NOUN:NNS|7|nsubj||source say|VERB:VBP|0|ROOT||say .|PUNCT:.|7|punct"
)
ALLEGEDLY = "Cole|PROPN:NNP|3|nsubj|PERSON allegedly|ADV:RB|3|advmod fled|VERB:VBD|0|ROOT||flee .|PUNCT:.|3|punct"
BOMBING = (
    "The|DET:DT|2|det bombing|NOUN:NN|3|nsubj proved|VERB:VBD|0|ROOT||prove that|SCONJ:IN|6|mark it|PRON:PRP|6|nsubj "
    "fell|VERB:VBD|3|ccomp||fall .|PUNCT:.|3|punct"
)
WRAPPED = (
    "It|PRON|7|nsubj ,|PUNCT|5|punct police|NOUN:NNS|5|nsubj reluctantly|ADV|5|advmod "
    "admitted|VERB:VBD|7|parataxis||admit ,|PUNCT|5|punct fell|VERB:VBD|0|ROOT||fall .|PUNCT|7|punct"
)
ISSUED = (
    "They|PRON|2|nsubj issued|VERB:VBD|0|ROOT||issue a|DET|4|det letter|NOUN|2|dobj denying|VERB:VBG|4|acl||deny "
    "that|SCONJ:IN|8|mark it|PRON|8|nsubj fell|VERB:VBD|5|ccomp||fall .|PUNCT|2|punct"
)
TOLD = (
    "It|PRON|4|nsubjpass was|AUX:VBD|4|auxpass||be also|ADV|4|advmod admitted|VERB:VBN|0|ROOT||admit "
    "that|SCONJ:IN|7|mark it|PRON|7|nsubj fell|VERB:VBD|4|ccomp||fall by|ADP|4|agent Ada|PROPN|8|pobj|PERSON"
)
REJECTED = (
    "Norland|PROPN:NNP|2|nsubj|GPE rejects|VERB:VBZ|0|ROOT||reject the|DET|4|det account|NOUN:NN|2|dobj .|PUNCT|2|punct"
)
PLAIN = "Cole|PROPN:NNP|2|nsubj|PERSON fled|VERB:VBD|0|ROOT||flee .|PUNCT:.|2|punct"
ADDING = (
    "Ada|PROPN:NNP|2|nsubj|PERSON said|VERB:VBD|0|ROOT||say it|PRON:PRP|4|nsubj fell|VERB:VBD|2|ccomp||fall "
    ",|PUNCT:,|4|punct adding|VERB:VBG|4|advcl||add that|SCONJ:IN|9|mark it|PRON:PRP|9|nsubj "
    "sank|VERB:VBD|6|ccomp||sink .|PUNCT:.|2|punct"
)

LAST = (
    "Once|ADV|3|advmod it|PRON|3|nsubj fell|VERB:VBD|6|advcl||fall ,|PUNCT|6|punct sources|NOUN:NNS|6|nsubj||source "
    "say|VERB:VBP|0|ROOT||say .|PUNCT|6|punct"
)
MAY_HAVE = "It|PRON|4|nsubj may|AUX:MD|4|aux have|AUX|4|aux fallen|VERB:VBN|0|ROOT||fall .|PUNCT|4|punct"
MAY_HAVE_AND = (
    "Salt|NOUN|4|nsubj may|AUX:MD|4|aux have|AUX|4|aux killed|VERB:VBN|0|ROOT||kill fish|NOUN|4|dobj and|CCONJ|4|cc "
    "wells|NOUN|8|nsubj dried|VERB:VBD|4|conj||dry"
)
MAY = "It|PRON|3|nsubj may|AUX:MD|3|aux fall|VERB:VB|0|ROOT .|PUNCT|3|punct"
SUSPECTED = (
    "A|DET|3|det suspected|VERB:VBN|3|amod||suspect thief|NOUN|4|nsubj fled|VERB:VBD|0|ROOT||flee .|PUNCT|4|punct"
)
UNVERIFIED = (
    "It|PRON|5|nsubjpass could|AUX:MD|5|aux not|PART|5|neg be|AUX|5|auxpass verified|VERB:VBN|0|ROOT||verify "
    "whether|SCONJ|8|mark it|PRON|8|nsubj fell|VERB:VBD|5|ccomp||fall .|PUNCT|5|punct"
)
BLAMED = (
    "raids|NOUN:NNS|5|nsubj||raid attributed|VERB:VBN|1|acl||attribute to|ADP|2|prep rebels|NOUN:NNS|3|pobj "
    "spread|VERB:VBD|0|ROOT"
)


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(THAT, [("Ada Bell", "also said", "that the bridge fell")], id="clause with that"),
        pytest.param(PROGRESSIVE, [("Ada", "said", "it was falling")], id="clause with -ing and a subject"),
        pytest.param(BEHIND, [("police sources", "say", "The bridge fell")], id="clause before its verb"),
        pytest.param(ALLEGEDLY, [("", "allegedly", "Cole … fled")], id="adverb"),
        pytest.param(BOMBING, [], id="a bombing proves nothing"),
        pytest.param(WRAPPED, [("police", "reluctantly admitted", "It … fell")], id="between commas"),
        pytest.param(ISSUED, [("They", "issued a letter denying", "that it fell")], id="in a letter"),
        pytest.param(TOLD, [], id="the passive is left to the encoder"),
        pytest.param(REJECTED, [], id="and so is what is no clause"),
        pytest.param(PLAIN, [], id="no attribution"),
        pytest.param(LAST, [("sources", "say", "Once it fell")], id="speaker behind the last comma"),
        pytest.param(MAY_HAVE, [("", "may", "It … have fallen")], id="what may have happened"),
        pytest.param(MAY_HAVE_AND, [("", "may", "Salt … have killed fish")], id="without the clause joined to it"),
        pytest.param(MAY, [], id="what may come is no claim"),
        pytest.param(SUSPECTED, [("", "suspected", "A … thief")], id="suspected"),
        pytest.param(UNVERIFIED, [("", "could not be verified", "whether it fell")], id="could not be verified"),
        pytest.param(BLAMED, [("", "attributed to", "raids … rebels")], id="attributed by nobody"),
        pytest.param(ADDING, [("Ada", "said", "it fell"), ("Ada", "adding", "that it sank")], id="afterthought"),
    ],
)
def test_drafts(notation, expected):
    doc = parsed(notation)
    drafts = [*tagging_verbs.find(doc), *tagging_hedges.find(doc)]
    cut_out = [tuple(cut(doc.text, to_spans(doc, part)) for part in (d.source, d.cue, d.content)) for d in drafts]
    assert cut_out == expected


def test_what_may_close_a_sentence_says_a_clause():
    assert cues().quotation <= cues().clause
