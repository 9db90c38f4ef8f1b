"""Events on parses made by hand: triggers, arguments, counts, perspectives, joining."""

import pytest

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning.events import read
from rashomon.records import Claim, Time
from rashomon.spans import Span
from tests.handmade import parsed
from tests.meaning.events.made import arguments, counts, doc_of

AMBUSH = """
Gunmen|NOUN:NNS|2|nsubj||gunman killed|VERB:VBD|0|ROOT||kill at|ADP|4|advmod least|ADV|5|advmod 12|NUM:CD|6|nummod
soldiers|NOUN:NNS|2|dobj||soldier near|ADP:IN|2|prep Lomar|PROPN:NNP|7|pobj|GPE|Lomar on|ADP:IN|2|prep
Monday|PROPN:NNP|9|pobj|DATE|Monday .|PUNCT|2|punct
""".replace("\n", " ")
PASSIVE = """
Two|NUM:CD|2|nummod teachers|NOUN:NNS|4|nsubjpass||teacher were|AUX:VBD|4|auxpass||be arrested|VERB:VBN|0|ROOT||arrest
by|ADP:IN|4|agent police|NOUN:NNS|5|pobj||police .|PUNCT|4|punct
""".replace("\n", " ")
NOUN = """
The|DET|2|det assassination|NOUN:NN|7|nsubj||assassination of|ADP:IN|2|prep Orla|PROPN:NNP|5|compound|PERSON|Orla
Venn|PROPN:NNP|3|pobj|PERSON|Venn shocked|VERB:VBD|0|ROOT||shock
""".replace("\n", " ").replace("|7|nsubj", "|6|nsubj")
LIGHT = """
The|DET|2|det rebels|NOUN:NNS|3|nsubj||rebel carried|VERB:VBD|0|ROOT||carry out|ADP:RP|3|prt the|DET|7|det
bomb|NOUN:NN|7|compound||bomb attack|NOUN:NN|3|dobj||attack on|ADP:IN|7|prep the|DET|10|det
barracks|NOUN:NNS|8|pobj||barracks .|PUNCT|3|punct
""".replace("\n", " ")
TOLL = """
The|DET|2|det bombing|NOUN:NN|3|nsubj||bombing killed|VERB:VBD|0|ROOT||kill nine|NUM:CD|5|nummod
people|NOUN:NNS|3|dobj||people .|PUNCT|3|punct
""".replace("\n", " ")
RELATIVE = """
Police|NOUN:NNS|2|nsubj||police sought|VERB:VBD|0|ROOT||seek the|DET|4|det man|NOUN:NN|2|dobj||man
who|PRON:WP|6|nsubj||who kidnapped|VERB:VBD|4|relcl||kidnap Adra|PROPN:NNP|6|dobj|PERSON|Adra .|PUNCT|2|punct
""".replace("\n", " ")

AT_NOUN = """
The|DET|2|det shooting|NOUN:NN|5|nsubj||shooting at|ADP:IN|2|prep Lomar|PROPN:NNP|3|pobj|GPE|Lomar
shocked|VERB:VBD|0|ROOT||shock many|ADJ:JJ|5|dobj .|PUNCT|5|punct
""".replace("\n", " ")
ALLEGED = """
Police|NOUN:NNS|2|nsubj||police allege|VERB:VBP|0|ROOT||allege that|SCONJ|5|mark Orla|PROPN:NNP|5|nsubj|PERSON|Orla
carried|VERB:VBD|2|ccomp||carry out|ADP:RP|5|prt the|DET|8|det bombing|NOUN:NN|5|dobj||bombing .|PUNCT|2|punct
""".replace("\n", " ")


@pytest.mark.parametrize(
    ("notation", "type_", "trigger", "roles", "figures"),
    [
        pytest.param(
            AMBUSH,
            "killing",
            "killed",
            {("agent", "Gunmen"), ("person", "at least 12 soldiers")},
            [("killed", 12, None)],
            id="active",
        ),
        pytest.param(
            PASSIVE,
            "arrest",
            "arrested",
            {("agent", "police"), ("person", "Two teachers")},
            [("arrested", 2, 2)],
            id="passive",
        ),
        pytest.param(
            NOUN, "killing", "assassination", {("person", "Orla Venn")}, [("killed", 1, 1)], id="noun with of"
        ),
        pytest.param(
            LIGHT,
            "attack",
            "attack",
            {("agent", "The rebels"), ("instrument", "bomb"), ("target", "the barracks")},
            [],
            id="light verb",
        ),
        pytest.param(
            TOLL, "attack", "bombing", {("person", "nine people")}, [("killed", 9, 9)], id="toll is the attack's"
        ),
        pytest.param(
            RELATIVE,
            "kidnapping",
            "kidnapped",
            {("agent", "the man"), ("person", "Adra")},
            [("kidnapped", 1, 1)],
            id="relative clause",
        ),
    ],
)
def test_one_event(notation, type_, trigger, roles, figures):
    doc = doc_of(notation)
    (event,) = read(doc)
    assert (event.type, event.trigger.cut(doc.text)) == (type_, trigger)
    assert arguments(doc, event) == roles
    assert counts(event) == figures


def test_place_and_time_of_the_clause_are_the_events():
    doc = doc_of(AMBUSH, place=("Lomar",), times=(("Monday", "2031-03-03", "DATE"),))
    (event,) = read(doc)
    assert ("place", "Lomar") in arguments(doc, event)
    assert event.time == doc._.rashomon_times[0].id


@pytest.mark.parametrize(
    ("notation", "why"),
    [
        ("He|PRON|2|nsubj survived|VERB:VBD|0|ROOT||survive a|DET|5|det heart|NOUN:NN|5|compound||heart "
         "attack|NOUN:NN|2|dobj||attack .|PUNCT|2|punct", "heart attack"),
        ("It|PRON|2|nsubj killed|VERB:VBD|0|ROOT||kill the|DET|4|det bill|NOUN:NN|2|dobj||bill .|PUNCT|2|punct",
         "a bill is no victim"),
        ("They|PRON|2|nsubj charge|VERB:VBP|0|ROOT||charge a|DET|4|det fee|NOUN:NN|2|dobj||fee .|PUNCT|2|punct",
         "a fee is no charge"),
        ("Riots|NOUN:NNS|2|nsubj||riot are|AUX:VBP|0|ROOT||have wrong|ADJ|2|acomp .|PUNCT|2|punct", "no riot at all"),
        ("An|DET|4|det attack|NOUN:NN|4|compound||attack submarine|NOUN:NN|4|compound||submarine "
         "crew|NOUN:NN|5|nsubj||crew slept|VERB:VBD|0|ROOT||sleep", "a kind of submarine"),
        ("The|DET|2|det film|NOUN:NN|3|nsubj||film bombed|VERB:VBD|0|ROOT||bomb .|PUNCT|3|punct", "nothing was bombed"),
        ("Senators|NOUN:NNS|2|nsubj||senator fired|VERB:VBD|0|ROOT||fire at|ADP:IN|2|prep "
         "critics|NOUN:NNS|3|pobj||critic .|PUNCT|2|punct", "words, not shots"),
        ("The|DET|2|det striker|NOUN:NN|3|nsubj||striker fired|VERB:VBD|0|ROOT||fire a|DET|5|det "
         "shot|NOUN:NN|3|dobj||shot .|PUNCT|3|punct", "one word of sport is enough on a short page"),
    ],
)  # fmt: skip
def test_no_event(notation, why):
    assert read(doc_of(notation)) == (), why


def test_what_nature_kills_dies():
    doc = doc_of(
        "The|DET|2|det storm|NOUN:NN|3|nsubj||storm killed|VERB:VBD|0|ROOT||kill three|NUM:CD|5|nummod "
        "people|NOUN:NNS|3|dobj||people .|PUNCT|3|punct"
    )
    (event,) = read(doc)
    assert event.type == "death"
    assert arguments(doc, event) == {("cause", "The storm"), ("person", "three people")}
    assert counts(event) == [("killed", 3, 3)]


def test_words_of_fighting_are_sport_on_a_page_of_sport():
    sport = "coach|NOUN|0|ROOT goal|NOUN|1|dep league|NOUN|1|dep striker|NOUN|1|dep"
    assert read(doc_of(f"{AMBUSH}\n\n{sport}")) == ()
    assert len(read(doc_of(AMBUSH))) == 1


WILL = """
Police|NOUN:NNS|3|nsubj||police will|AUX:MD|3|aux||will arrest|VERB:VB|0|ROOT||arrest him|PRON:PRP|3|dobj||he
""".replace("\n", " ")
MAY = WILL.replace("will|AUX:MD|3|aux||will", "may|AUX:MD|3|aux||may")
NOT = """
Police|NOUN:NNS|4|nsubj||police did|AUX:VBD|4|aux||do not|PART:RB|4|neg arrest|VERB:VB|0|ROOT||arrest
him|PRON:PRP|4|dobj||he
""".replace("\n", " ")
ALLEGEDLY = """
Police|NOUN:NNS|3|nsubj||police allegedly|ADV:RB|3|advmod tortured|VERB:VBD|0|ROOT||kidnap him|PRON:PRP|3|dobj||he
""".replace("\n", " ")
IF = """
If|SCONJ:IN|3|mark||if rebels|NOUN:NNS|3|nsubj||rebel kidnap|VERB:VBP|5|advcl||kidnap him|PRON:PRP|3|dobj||he
pay|VERB:VB|0|ROOT||pay
""".replace("\n", " ")
HAD = """
Had|VERB:VBD|3|aux||have rebels|NOUN:NNS|3|nsubj||rebel kidnapped|VERB:VBN|6|advcl||kidnap him|PRON:PRP|3|dobj||he
would|AUX:MD|6|aux||would pay|VERB:VB|0|ROOT||pay
""".replace("\n", " ")
BEHIND = """
Rebels|NOUN:NNS|3|nsubjpass||rebel were|AUX:VBD|3|auxpass||be believed|VERB:VBN|0|ROOT||believe
to|PART:TO|5|aux be|AUX:VB|3|xcomp||be behind|ADP:IN|5|prep an|DET:DT|8|det attack|NOUN:NN|6|pobj||attack
""".replace("\n", " ")


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(PASSIVE, ("certain", "affirmed", "actual"), id="past"),
        pytest.param(WILL, ("certain", "affirmed", "planned"), id="will"),
        pytest.param(MAY, ("possible", "affirmed", "hypothetical"), id="may"),
        pytest.param(NOT, ("certain", "denied", "actual"), id="not"),
        pytest.param(ALLEGEDLY, ("alleged", "affirmed", "actual"), id="allegedly"),
        pytest.param(IF, ("certain", "affirmed", "hypothetical"), id="if"),
        pytest.param(BEHIND, ("probable", "affirmed", "actual"), id="believed to be behind"),
        pytest.param(HAD, ("possible", "affirmed", "hypothetical"), id="had they"),
    ],
)
def test_perspective(notation, expected):
    (event,) = read(doc_of(notation))
    (perspective,) = event.perspectives
    assert perspective.claim is None
    assert (perspective.certainty, perspective.polarity, perspective.status) == expected


def test_what_is_dated_after_publication_is_planned():
    doc = parsed(AMBUSH, published="2031-03-01")
    start = doc.text.index("Monday")
    doc._.rashomon_times = (Time("t", start, start + 6, "DATE", "2031-03-03", None, "2031-03-03", "2031-03-03", True),)
    assert read(doc)[0].perspectives[0].status == "planned"


def _claim(doc, name: str, content: str, **changes) -> Claim:
    start = doc.text.index(content)
    values = {
        "stance": "says", "certainty": "certain", "polarity": "affirmed", "parent": None, "source_entity": None,
    } | changes  # fmt: skip
    return Claim(
        id=name, source=(Span(0, 1),), cue=(), content=(Span(start, start + len(content)),), hedge=(),
        source_kind="unnamed", mode="indirect", about=(), score=1.0, **values,
    )  # fmt: skip


def test_innermost_claim_holds_the_event():
    doc = doc_of(PASSIVE)
    doc._.rashomon_claims = (
        _claim(doc, "outer", "Two teachers were arrested by police"),
        _claim(doc, "inner", "teachers were arrested"),
    )
    (event,) = read(doc)
    assert [perspective.claim for perspective in event.perspectives] == ["inner"]


def test_where_it_was_is_no_target():
    doc = doc_of(AT_NOUN, place=("Lomar",))
    assert arguments(doc, read(doc)[0]) == {("place", "Lomar")}


def test_who_did_it_is_alleged_though_the_deed_is_known():
    doc = doc_of(ALLEGED)
    content = Span(doc.text.index("that"), len(doc.text) - 1)
    doc._.rashomon_claims = (
        Claim(
            "claim-1", (Span(0, 6),), (Span(7, 13),), (content,), (), None, "government", "alleges", "indirect",
            "alleged", "affirmed", None, (), 0.9,
        ),
    )  # fmt: skip
    (event,) = read(doc)
    assert ("agent", "Orla") in arguments(doc, event)
    assert event.perspectives[0].certainty == "alleged"


def test_accused_of_it_is_alleged_and_a_denial_denies():
    doc = doc_of(PASSIVE)
    doc._.rashomon_claims = (_claim(doc, "c", "Two teachers were arrested", stance="accuses"),)
    assert read(doc)[0].perspectives[0].certainty == "alleged"
    doc._.rashomon_claims = (_claim(doc, "c", "Two teachers were arrested", stance="denies", polarity="denied"),)
    assert read(doc)[0].perspectives[0].polarity == "denied"


def test_later_mention_joins_and_another_toll_does_not():
    later = "The|DET|2|det bombing|NOUN:NN|3|nsubj||bombing shocked|VERB:VBD|0|ROOT||shock Lomar|PROPN|3|dobj"
    (event,) = read(doc_of(f"{TOLL}\n\n{later}"))
    assert len(event.perspectives[0].evidence) == 2
    other = TOLL.replace("nine|NUM", "12|NUM")
    assert [counts(event) for event in read(doc_of(f"{TOLL}\n\n{other}"))] == [[("killed", 9, 9)], [("killed", 12, 12)]]


def test_another_source_s_figures_are_an_account_of_their_own():
    doc = doc_of(f"{TOLL}\n\n{TOLL.replace('nine|NUM', '12|NUM').replace('people', 'villagers')}")
    doc._.rashomon_claims = (_claim(doc, "c", "The bombing killed 12 villagers"),)
    voices = [(counts(event)[0][1], event.perspectives[0].claim) for event in read(doc)]
    assert voices == [(9, None), (12, "c")]


def test_nouns_in_a_list_are_one_event():
    notation = """
    The|DET|2|det bombing|NOUN:NN|5|nsubj||bombing and|CCONJ|2|cc shelling|NOUN:NN|2|conj||shelling
    shook|VERB:VBD|0|ROOT||shake Lomar|PROPN|5|dobj
    """.replace("\n", " ")
    doc = doc_of(notation)
    assert [event.trigger.cut(doc.text) for event in read(doc)] == ["bombing"]


def test_headline_without_a_victim_makes_its_subject_the_victim():
    doc = doc_of(
        "Eight|NUM:CD|3|nummod miners|NOUN:NNS|3|nsubj||miner killed|VERB:VBD|0|ROOT||kill".replace("|3|num", "|2|num")
    )
    (event,) = read(doc)
    assert arguments(doc, event) == {("person", "Eight miners")}
    assert counts(event) == [("killed", 8, 8)]


def test_who_is_accused_is_the_agent():
    doc = doc_of(
        """He|PRON|2|nsubj accused|VERB:VBD|0|ROOT||accuse the|DET|4|det rebels|NOUN:NNS|2|dobj||rebel
        of|ADP|2|prep killing|VERB:VBG|5|pcomp||kill two|NUM:CD|8|nummod nurses|NOUN:NNS|6|dobj||nurse""".replace(
            "\n", " "
        )
    )
    (event,) = read(doc)
    assert arguments(doc, event) == {("agent", "the rebels"), ("person", "two nurses")}
    assert event.perspectives[0].certainty == "alleged"


def test_place_of_the_dateline_is_no_agent():
    doc = doc_of(f"LOMAR|PROPN|4|nsubj -|PUNCT|4|punct {AMBUSH.replace('|2|', '|4|')}")
    (event,) = read(doc)
    assert ("agent", "Gunmen") in arguments(doc, event)
    assert ("agent", "LOMAR") not in arguments(doc, event)


def test_ids_are_stable_and_spans_are_in_the_text():
    doc = doc_of(AMBUSH)
    assert read(doc) == read(doc)
    for event in read(doc):
        assert event.trigger.cut(doc.text)
        assert event.id == make_id("event", layers.page_id(doc), event.type, event.trigger)


def test_empty_doc_has_no_events():
    assert read(doc_of("")) == ()
