"""Statements and hedges by syntax, on parses made by hand. Each row: the parse, then (source, cue, content) of each."""

import pytest

from rashomon.meaning import tagging_hedges, tagging_verbs
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
URGED = (
    "Norland|PROPN:NNP|2|nsubj|GPE urged|VERB:VBD|0|ROOT||urge Sudland|PROPN:NNP|2|dobj|GPE to|PART:TO|5|aux "
    "wait|VERB:VB|2|xcomp||wait .|PUNCT:.|2|punct"
)
ACCUSED = (
    "Norland|PROPN:NNP|2|nsubj|GPE accused|VERB:VBD|0|ROOT||accuse Sudland|PROPN:NNP|2|dobj|GPE of|ADP:IN|2|prep "
    "cheating|VERB:VBG|4|pcomp||cheat .|PUNCT:.|2|punct"
)
WARNED = (
    "Ada|PROPN:NNP|2|nsubj|PERSON warned|VERB:VBD|0|ROOT||warn of|ADP:IN|2|prep floods|NOUN:NNS|3|pobj||flood "
    ".|PUNCT:.|2|punct"
)
BELIEVED = (
    "Cole|PROPN:NNP|3|nsubjpass|PERSON is|AUX:VBZ|3|auxpass||be believed|VERB:VBN|0|ROOT||believe to|PART:TO|6|aux "
    "have|AUX:VB|6|aux fled|VERB:VBN|3|xcomp||flee .|PUNCT:.|3|punct"
)
BY = (
    "Cole|PROPN:NNP|3|nsubjpass|PERSON was|AUX:VBD|3|auxpass||be accused|VERB:VBN|0|ROOT||accuse by|ADP:IN|3|agent "
    "Ada|PROPN:NNP|4|pobj|PERSON of|ADP:IN|3|prep theft|NOUN:NN|6|pobj .|PUNCT:.|3|punct"
)
WHO = (
    "Ada|PROPN:NNP|6|nsubj|PERSON ,|PUNCT:,|1|punct who|PRON:WP|4|nsubj denied|VERB:VBD|1|relcl||deny "
    "it|PRON:PRP|4|dobj left|VERB:VBD|0|ROOT||leave .|PUNCT:.|6|punct"
)
ALLEGEDLY = "Cole|PROPN:NNP|3|nsubj|PERSON allegedly|ADV:RB|3|advmod fled|VERB:VBD|0|ROOT||flee .|PUNCT:.|3|punct"
BOMBING = (
    "The|DET:DT|2|det bombing|NOUN:NN|3|nsubj claimed|VERB:VBD|0|ROOT||claim lives|NOUN:NNS|3|dobj||life "
    ".|PUNCT:.|3|punct"
)
PLAIN = "Cole|PROPN:NNP|2|nsubj|PERSON fled|VERB:VBD|0|ROOT||flee .|PUNCT:.|2|punct"
ADDING = (
    "Ada|PROPN:NNP|2|nsubj|PERSON said|VERB:VBD|0|ROOT||say it|PRON:PRP|4|nsubj fell|VERB:VBD|2|ccomp||fall "
    ",|PUNCT:,|4|punct adding|VERB:VBG|4|advcl||add that|SCONJ:IN|9|mark it|PRON:PRP|9|nsubj "
    "sank|VERB:VBD|6|ccomp||sink .|PUNCT:.|2|punct"
)

REJECTED = (
    "Norland|PROPN:NNP|2|nsubj|GPE rejects|VERB:VBZ|0|ROOT||reject that|PRON|4|nsubj account|VERB:VBP|2|ccomp "
    ".|PUNCT|2|punct"
)
NAMING = (
    "groups|NOUN:NNS|5|nsubj||group calling|VERB:VBG|1|acl||call themselves|PRON|2|dobj Ebb|PROPN|2|oprd "
    "marched|VERB:VBD|0|ROOT||march"
)
PURPOSE = (
    "It|PRON|3|nsubjpass was|AUX|3|auxpass built|VERB:VBN|0|ROOT||build to|PART|5|aux support|VERB:VB|3|advcl "
    "rebels|NOUN:NNS|5|dobj .|PUNCT|3|punct"
)
DECLARED = "Ada|PROPN|2|nsubj|PERSON declared|VERB:VBD|0|ROOT||declare goods|NOUN|2|dobj .|PUNCT|2|punct"
NAMELESS = (
    "officers|NOUN:NNS|7|nsubj||officer who|PRON:WP|3|nsubj asked|VERB:VBD|1|relcl||ask to|PART|6|aux be|AUX|6|auxpass "
    "named|VERB:VBN|3|xcomp||name left|VERB:VBD|0|ROOT||leave"
)
NO_PLAN = (
    "Norland|PROPN:NNP|2|nsubj|GPE has|VERB:VBZ|0|ROOT||have no|DET|4|det plan|NOUN:NN|2|dobj to|PART|6|aux "
    "leave|VERB:VB|4|acl .|PUNCT|2|punct"
)
ASKED = (
    "Asked|VERB:VBN|6|advcl||ask about|ADP|1|prep it|PRON|2|pobj ,|PUNCT|6|punct Ada|PROPN|6|nsubj|PERSON "
    "left|VERB:VBD|0|ROOT||leave .|PUNCT|6|punct"
)
CALLED_FOR = (
    "Ada|PROPN|2|nsubj|PERSON called|VERB:VBD|0|ROOT||call for|SCONJ|6|mark Cole|PROPN|6|nsubj|PERSON to|PART|6|aux "
    "go|VERB:VB|2|advcl .|PUNCT|2|punct"
)
LAST = (
    "Once|ADV|3|advmod it|PRON|3|nsubj fell|VERB:VBD|6|advcl||fall ,|PUNCT|6|punct sources|NOUN:NNS|6|nsubj||source "
    "say|VERB:VBP|0|ROOT||say .|PUNCT|6|punct"
)
THREATENED = (
    "an|DET|2|det attack|NOUN|0|ROOT that|PRON|4|nsubj threatened|VERB:VBD|2|relcl||threaten to|PART|6|aux "
    "spread|VERB:VB|4|xcomp"
)
MAY_HAVE = "It|PRON|4|nsubj may|AUX:MD|4|aux have|AUX|4|aux fallen|VERB:VBN|0|ROOT||fall .|PUNCT|4|punct"
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
        pytest.param(URGED, [("Norland", "urged", "Sudland to wait")], id="infinitive with its subject"),
        pytest.param(ACCUSED, [("Norland", "accused", "Sudland of cheating")], id="object and charge"),
        pytest.param(WARNED, [("Ada", "warned of", "floods")], id="preposition in the cue"),
        pytest.param(BELIEVED, [("", "is believed", "Cole … to have fled")], id="passive without agent"),
        pytest.param(BY, [("Ada", "was accused", "Cole … of theft")], id="passive with agent"),
        pytest.param(WHO, [("who", "denied", "it")], id="relative clause"),
        pytest.param(ALLEGEDLY, [("", "allegedly", "Cole … fled")], id="adverb"),
        pytest.param(BOMBING, [], id="a bombing claims nothing"),
        pytest.param(PLAIN, [], id="no attribution"),
        pytest.param(REJECTED, [("Norland", "rejects", "that account")], id="an object taken for a clause"),
        pytest.param(NAMING, [], id="a name is no claim"),
        pytest.param(NAMELESS, [], id="who wants no name claims nothing"),
        pytest.param(PURPOSE, [], id="what it is for is no claim"),
        pytest.param(DECLARED, [], id="declared without saying what as"),
        pytest.param(NO_PLAN, [], id="no plan"),
        pytest.param(ASKED, [("", "Asked about", "it")], id="asked by nobody named"),
        pytest.param(CALLED_FOR, [("Ada", "called for", "Cole to go")], id="for with a clause"),
        pytest.param(LAST, [("sources", "say", "Once it fell")], id="speaker behind the last comma"),
        pytest.param(THREATENED, [], id="an attack that threatens says nothing"),
        pytest.param(MAY_HAVE, [("", "may", "It … have fallen")], id="what may have happened"),
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
