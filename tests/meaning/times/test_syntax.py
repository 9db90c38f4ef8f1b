"""What only a parse tells: the tense that a bare weekday or month goes by, and whose a determiner is."""

import pytest

from rashomon.meaning.times.station import Times
from tests.handmade import parsed

PUBLISHED = "2019-02-20"  # a Wednesday


def dates(notation):
    doc = Times()(parsed(notation, published=PUBLISHED))
    return [(doc.text[t.start : t.end], t.value) for t in doc._.rashomon_times]


@pytest.mark.parametrize(
    ("notation", "value"),
    [
        (
            "They|PRON:PRP|2|nsubj met|VERB:VBD|0|ROOT on|ADP:IN|2|prep Friday|PROPN:NNP|3|pobj .|PUNCT|2|punct",
            "2019-02-15",
        ),
        (
            "They|PRON:PRP|3|nsubj will|AUX:MD|3|aux meet|VERB:VB|0|ROOT on|ADP:IN|3|prep Friday|PROPN:NNP|4|pobj",
            "2019-02-22",
        ),
        (
            "They|PRON:PRP|4|nsubj would|AUX:MD|4|aux have|AUX:VB|4|aux||have met|VERB:VBN|0|ROOT"
            " Friday|PROPN:NNP|4|npadvmod",
            "2019-02-15",
        ),
        (
            "They|PRON:PRP|2|nsubj plan|VERB:VBP|0|ROOT||plan to|PART:TO|4|aux meet|VERB:VB|2|xcomp"
            " Friday|PROPN:NNP|4|npadvmod",
            "2019-02-22",
        ),
        (
            "It|PRON:PRP|3|nsubj had|AUX:VBD|3|aux||have been|AUX:VBN|0|ROOT||be due|ADJ:JJ|3|acomp||due"
            " to|PART:TO|6|aux end|VERB:VB|4|xcomp Friday|PROPN:NNP|6|npadvmod",
            "2019-02-15",
        ),
        (
            "It|PRON:PRP|3|nsubjpass was|AUX:VBD|3|auxpass||be extended|VERB:VBN|0|ROOT||extend"
            " until|ADP:IN|3|prep Friday|PROPN:NNP|4|pobj",
            "2019-02-22",
        ),
        (
            "It|PRON:PRP|3|nsubjpass is|AUX:VBZ|3|auxpass||be expected|VERB:VBN|0|ROOT||expect on|ADP:IN|3|prep"
            " Friday|PROPN:NNP|4|pobj",
            "2019-02-22",
        ),
    ],
)
def test_a_bare_weekday_goes_by_the_verb(notation, value):
    assert dates(notation) == [("Friday", value)]


@pytest.mark.parametrize(
    ("verb", "tag", "value"),
    [("fell", "VBD", "2018-12"), ("falls", "VBZ", "2019-12"), ("falling", "VBG", "2018-12")],
)
def test_a_bare_month_is_the_nearest_unless_the_verb_speaks_against_it(verb, tag, value):
    assert dates(f"It|PRON:PRP|2|nsubj {verb}|VERB:{tag}|0|ROOT in|ADP:IN|2|prep December|PROPN:NNP|3|pobj") == [
        ("December", value)
    ]
    assert dates(
        "It|PRON:PRP|3|nsubj will|AUX:MD|3|aux fall|VERB:VB|0|ROOT in|ADP:IN|3|prep December|PROPN:NNP|4|pobj"
    ) == [("December", "2019-12")]


def test_a_determiner_of_a_later_noun_stays_outside():
    third = "the|DET:DT|3|det third|ADJ:JJ|3|amod quarter|NOUN:NN|0|ROOT"
    assert dates(third) == [("the third quarter", "2018-Q3")]
    loss = "the|DET:DT|4|det third|ADJ:JJ|3|amod quarter|NOUN:NN|4|compound loss|NOUN:NN|0|ROOT"
    assert dates(loss) == [("third quarter", "2018-Q3")]


def test_what_is_known_without_a_publication_date():
    notation = """
        In|ADP:IN|4|prep 2016|NUM:CD|1|pobj he|PRON:PRP|4|nsubj fell|VERB:VBD|0|ROOT .|PUNCT|4|punct
        Last|ADJ:JJ|2|amod week|NOUN:NN|4|npadvmod he|PRON:PRP|4|nsubj rose|VERB:VBD|0|ROOT .|PUNCT|4|punct
    """
    doc = Times()(parsed(notation))
    found = [(t.value, t.earliest, t.latest, t.anchored) for t in doc._.rashomon_times]
    assert found == [("2016", "2016-01-01", "2016-12-31", True), (None, "2015-12-21", None, False)]


def said(subject, verb, after="", lemma=""):
    return f"{subject}|NOUN:NN|2|nsubj {verb}|0|ROOT||{lemma} on|ADP:IN|2|prep Friday|PROPN:NNP|3|pobj{after}"


@pytest.mark.parametrize(
    ("notation", "value"),
    [
        (said("Talks", "begin|VERB:VBP"), "2019-02-22"),  # a plain present with a date of its own plans
        (said("Losses", "hurt|VERB:VBP"), "2019-02-15"),  # which may as well be a past
        (said("Post", "says|VERB:VBZ", lemma="say"), "2019-02-15"),
        (said("Minister", "signs|VERB:VBZ", " :|PUNCT|2|punct"), "2019-02-15"),  # the label of a picture
        (said("Wheat", "rose|VERB:VBD", " delivery|NOUN:NN|2|dobj"), "2019-02-22"),
        (
            "It|PRON:PRP|3|nsubj will|AUX:MD|3|aux begin|VERB:VB|0|ROOT leaving|VERB:VBG|3|xcomp on|ADP:IN|4|prep"
            " Friday|PROPN:NNP|5|pobj",
            "2019-02-22",
        ),
        (
            "It|PRON:PRP|3|nsubjpass was|AUX:VBD|3|auxpass||be scheduled|VERB:VBN|0|ROOT||schedule on|ADP:IN|3|prep"
            " Friday|PROPN:NNP|4|pobj",
            "2019-02-22",  # the nearer one
        ),
        (
            "It|PRON:PRP|3|nsubjpass had|AUX:VBD|3|aux||have scheduled|VERB:VBN|0|ROOT||schedule on|ADP:IN|3|prep"
            " Friday|PROPN:NNP|4|pobj",
            "2019-02-15",
        ),
        (
            "They|PRON:PRP|4|nsubj could|AUX:MD|4|aux not|PART:RB|4|neg come|VERB:VB|0|ROOT"
            " Friday|PROPN:NNP|4|npadvmod",
            "2019-02-15",
        ),
        (
            "They|PRON:PRP|3|nsubj did|AUX:VBD|3|aux||do come|VERB:VB|0|ROOT Friday|PROPN:NNP|3|npadvmod",
            "2019-02-15",
        ),
        (
            "They|PRON:PRP|3|nsubj will|AUX:MD|3|aux discuss|VERB:VB|0|ROOT the|DET:DT|5|det"
            " attack|NOUN:NN|3|dobj||attack on|ADP:IN|3|prep Friday|PROPN:NNP|6|pobj",
            "2019-02-15",  # an attack that is talked of has happened
        ),
        (
            "They|PRON:PRP|2|nsubj come|VERB:VBD|0|ROOT no|DET:DT|4|neg later|ADV:RBR|2|advmod than|ADP:IN|4|prep"
            " Friday|PROPN:NNP|5|pobj",
            "2019-02-22",
        ),
        (
            "He|PRON:PRP|2|nsubj said|VERB:VBD|0|ROOT that|SCONJ:IN|5|mark Friday|PROPN:NNP|5|nsubj"
            " came|VERB:VBD|2|ccomp",
            "2019-02-15",
        ),
        (
            "Ahead|ADV:RB|6|advmod of|ADP:IN|1|prep Friday|PROPN:NNP|2|pobj they|PRON:PRP|6|nsubj"
            " had|AUX:VBD|6|aux agreed|VERB:VBN|0|ROOT",
            "2019-02-22",
        ),
        (
            "It|PRON:PRP|3|nsubj will|AUX:MD|3|aux end|VERB:VB|0|ROOT leaving|VERB:VBG|3|advcl on|ADP:IN|4|prep"
            " Friday|PROPN:NNP|5|pobj",
            "2019-02-22",
        ),
    ],
)
def test_what_a_weekday_is_told_of(notation, value):
    assert dates(notation) == [("Friday", value)]


@pytest.mark.parametrize(
    ("before", "value"),
    [
        ("posted|VERB:VBN|1|acl||post on|ADP:IN|2|prep", "2018-06-23"),  # what was done does not lie ahead
        ("ended|VERB:VBD|1|acl||end on|ADP:IN|2|prep", "2018-06-23"),
        ("set|VERB:VBN|1|acl||set on|ADP:IN|2|prep", "2018-06-23"),
        ("planned|VERB:VBN|1|acl||plan on|ADP:IN|2|prep", "2019-06-23"),
    ],
)
def test_a_day_and_month_go_by_what_they_hang_on(before, value):
    assert dates(f"record|NOUN:NN|0|ROOT {before} June|PROPN:NNP|3|pobj 23|NUM:CD|4|nummod") == [("June 23", value)]


def test_what_a_determiner_of_a_later_noun_leaves_without_a_day_is_no_time():
    assert dates("the|DET:DT|3|det morning|NOUN:NN|3|compound shows|NOUN:NNS|0|ROOT") == []
    assert dates("a|DET:DT|3|det night|NOUN:NN|3|compound game|NOUN:NN|0|ROOT") == []


def test_a_tense_is_found_above_any_number_of_verbs():
    more = " ".join(f"go|VERB:VB|{at}|conj" for at in range(3, 2003))
    notation = f"They|PRON:PRP|3|nsubj will|AUX:MD|3|aux go|VERB:VB|0|ROOT {more} Friday|PROPN:NNP|2003|npadvmod"
    assert dates(notation) == [("Friday", "2019-02-22")]
