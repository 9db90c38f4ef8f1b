"""Ties on parses made by hand: what states them, which way round, status, time, and who says so."""

from dataclasses import replace
from time import process_time

import pytest

from rashomon import layers
from rashomon.ids import make_id
from rashomon.meaning.ties import Ties, learned, read
from rashomon.records import Claim, Entity, Mention, Time
from rashomon.spans import Span
from tests.handmade import named, parsed
from tests.meaning.ties import sentences

_KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place"}


def _doc(notation: str):
    doc = parsed(notation)
    mentions: dict[tuple[str, str], list[Mention]] = {}
    for ent in doc.ents:
        if ent.label_ in _KINDS:
            place = Mention(ent.start_char, ent.end_char, "name")
            mentions.setdefault((_KINDS[ent.label_], ent.text), []).append(place)
    doc._.rashomon_entities = tuple(
        Entity(make_id("entity", kind, name), kind, name, (), (), tuple(found))
        for (kind, name), found in mentions.items()
    )
    doc._.rashomon_times = tuple(
        Time(make_id("time", ent.text), ent.start_char, ent.end_char, "DATE", ent.text, None, None, None, True)
        for ent in doc.ents
        if ent.label_ == "DATE"
    )
    return doc


def _ties(doc):
    names = {entity.id: entity.name for entity in layers.entities(doc)}
    return [(names[tie.subject], tie.predicate, names[tie.object], tie.status) for tie in read(doc)]


VALE, TAREK, DAVIN, ROE, LENA = "Orrin Vale", "Tarek Vale", "Davin Vale", "Davin Roe", "Lena Marsh"
FRONT, LEAGUE, DAWN, BANK = "Reed Front", "Marsh League", "Dawnlight", "Reed Bank"


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            sentences.BROTHERS,
            {(VALE, "sibling", TAREK, "current"), (VALE, "sibling", DAVIN, "current")},
            id="a plural holds of all that are joined, and brothers stay two",
        ),
        pytest.param(sentences.FOUNDED, {(VALE, "founded", FRONT, "current")}, id="passive with by"),
        pytest.param(sentences.BELIEVED, {(VALE, "founded", FRONT, "alleged")}, id="believed to have is not has"),
        pytest.param(sentences.FORMER, {(VALE, "member_of", LEAGUE, "former")}, id="apposition with former"),
        pytest.param(sentences.ONE_TIME, {(VALE, "member_of", LEAGUE, "former")}, id="apposition with one-time"),
        pytest.param(sentences.IN_LAW, {(VALE, "relative", "Davin", "current")}, id="a brother-in-law is no brother"),
        pytest.param(
            sentences.TITLE,
            {(LENA, "holds_post", "Ostia", "current"), (VALE, "leads", FRONT, "current")},
            id="titles before names; an adjective stands for a place that the page names",
        ),
        pytest.param(
            sentences.OPERATIVES,
            {
                (TAREK, "member_of", FRONT, "current"),
                (ROE, "member_of", FRONT, "current"),
                ("Milo Sand", "member_of", FRONT, "current"),
            },
            id="a list between dashes",
        ),
        pytest.param(sentences.MAGAZINE, {(FRONT, "publishes", DAWN, "current")}, id="has a magazine called"),
        pytest.param(sentences.FRONTS, {("Marsh Trust", "front_of", FRONT, "current")}, id="a front for"),
        pytest.param(
            sentences.BASED,
            {(LENA, "employed_by", DAWN, "current"), (DAWN, "based_in", "Carvia", "current")},
            id="a hyphen in an apposition",
        ),
        pytest.param(sentences.LINKS, {(LEAGUE, "linked_to", FRONT, "current")}, id="has links to"),
        pytest.param(sentences.ALIAS, {(FRONT, "alias_of", DAWN, "current")}, id="also known as"),
        pytest.param(sentences.LATTER, {(ROE, "leads", FRONT, "current")}, id="the latter of two"),
        pytest.param(sentences.MARRIED, {(LENA, "spouse", VALE, "current")}, id="what holds both ways is one tie"),
        pytest.param(sentences.TOWN, {("Carvia", "part_of", "Ostia", "current")}, id="the town of, by an adjective"),
        pytest.param(sentences.FUNDS, {("Ostia", "funds", FRONT, "current")}, id="a plain verb"),
        pytest.param(sentences.SHORT, {("Carvia", "part_of", "O.T.", "current")}, id="a stop ends name and sentence"),
        pytest.param(sentences.MUSEUM, {("Reed Museum", "based_in", "Carvia", "current")}, id="a building is no part"),
        pytest.param(sentences.HELD, {("Ostia", "controls", "Carvia", "current")}, id="held by one"),
        pytest.param(
            sentences.ARMY, {(LENA, "holds_post", "Ostia", "current")}, id="who leads the army leads no state"
        ),
        pytest.param(
            sentences.AIDE,
            {(VALE, "spouse", LENA, "current"), (LENA, "employed_by", "Roe", "current")},
            id="whose aide a wife is has no part in the marriage",
        ),
        pytest.param(
            sentences.REMIT,
            {(LENA, "holds_post", BANK, "current")},
            id="a president for a place at a bank leads neither",
        ),
        pytest.param(
            sentences.RESEARCH, {(LENA, "holds_post", BANK, "current")}, id="the head of research leads no bank"
        ),
        pytest.param(
            sentences.FINANCE,
            {(LENA, "holds_post", FRONT, "former")},
            id="a finance chairman does not lead; was with a year is over",
        ),
        pytest.param(
            sentences.CAPITAL, {("Carvia", "part_of", "Ostia", "current")}, id="an of belongs to its own conjunct"
        ),
        pytest.param(sentences.FOUNDING, {(LENA, "leads", BANK, "former")}, id="a founding president"),
        pytest.param(sentences.TERMS, {(LENA, "employed_by", "Reed College", "former")}, id="past for a time is over"),
        pytest.param(sentences.OFFICER, {(LENA, "leads", BANK, "current")}, id="a chief executive officer"),
        pytest.param(
            sentences.OFFICE, {(LENA, "holds_post", FRONT, "current")}, id="a prosecutor's office is a body's"
        ),
        pytest.param(sentences.GOVERNOR, {(LENA, "leads", "Ostia", "former")}, id="a title cut short"),
        pytest.param(sentences.OF_STATE, {(LENA, "leads", "Ostia", "current")}, id="the owner behind title and name"),
        pytest.param(
            sentences.OF_PARTY, {(LENA, "member_of", "Reed Party", "current")}, id="of a party, after a comma"
        ),
        pytest.param(sentences.SPOKESMAN, {(VALE, "holds_post", LENA, "current")}, id="a spokesman for a person"),
        pytest.param(
            sentences.SUCH,
            {(BANK, "based_in", "Carvia", "current"), ("Marsh Foods", "based_in", "Carvia", "current")},
            id="such as",
        ),
        pytest.param(sentences.INCLUDES, {("Merrow", "part_of", "Carvia Province", "current")}, id="a place includes"),
        pytest.param(sentences.GAVE, {(LENA, "funds", FRONT, "current")}, id="who gives a sum funds"),
        pytest.param(sentences.PLEDGED, {(FRONT, "supports", LEAGUE, "current")}, id="allegiance is support"),
        pytest.param(sentences.DIRECTED, {("Merrow", "part_of", "Carvia", "current")}, id="west Carvia"),
        pytest.param(sentences.DATELINE, {("MERROW", "part_of", "Ostia", "current")}, id="a dateline"),
        pytest.param(sentences.STATE, {("Merrow", "part_of", "Ga.", "current")}, id="a town and its state"),
        pytest.param(sentences.PAPER, {(DAWN, "linked_to", FRONT, "current")}, id="with links to"),
        pytest.param(sentences.ISLAND, {("Merrow", "part_of", "Ostia", "current")}, id="the island of"),
        pytest.param(sentences.JOINT, {(LENA, "funds", BANK, "current")}, id="two nouns before one name"),
        pytest.param(sentences.GROUP, {(FRONT, "publishes", DAWN, "current")}, id="the group's newspaper"),
        pytest.param(sentences.ONE_OF, {(ROE, "leads", FRONT, "current")}, id="one of the leaders"),
        pytest.param(
            sentences.BACKED,
            {
                (name, "supports", BANK, "current")
                for name in ("Vale", "Roe", "Lena", "Davin", "Tarek", "Milo", "Marsh")
            },
            id="all of a long row",
        ),
    ],
)
def test_what_the_words_state(notation, expected):
    assert set(_ties(_doc(notation))) == expected


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(sentences.TOGETHER, id="who meet are not tied"),
        pytest.param(sentences.PLAN, id="who wants to join has not joined"),
        pytest.param(f"{sentences.HELD}\n{sentences.ELSE_HELD}", id="who holds but a part does not hold the whole"),
        pytest.param(sentences.PORTFOLIO, id="what a minister is for is no body"),
        pytest.param(sentences.PORTS, id="as well as joins, and makes no part"),
        pytest.param(sentences.JOINED_BY, id="who is joined by others is no member"),
        pytest.param(sentences.CAPITALS, id="a common noun in capitals is no name"),
        pytest.param(sentences.VICTORY, id="to lead to victory is no office"),
        pytest.param(sentences.ABLE, id="who can lead does not lead"),
        pytest.param(sentences.LAW_FIRM, id="the founder of a firm has not founded its land"),
        pytest.param(sentences.ENVOY, id="an ambassador has no post of the land that he is sent to"),
        pytest.param(sentences.LISTED, id="three places in a row are not in one another"),
        pytest.param(sentences.SURFACE, id="a founder's grandson is no founder"),
        pytest.param(sentences.CASE, id="a lawyer in a bank's case is not of the bank"),
        pytest.param(sentences.GRANDSON, id="a leader does not share what a grandson is of"),
    ],
)
def test_what_no_words_state(notation):
    assert _ties(_doc(notation)) == []


def test_a_rank_behind_a_title_has_no_body_of_its_own():
    assert ("Lena Marsh", "holds_post", "Reed Staff", "current") not in _ties(_doc(sentences.GENERAL))


def test_the_country_is_the_one_that_coreference_says():
    doc = _doc(sentences.COUNTRY)
    assert _ties(doc) == []
    start = doc.text.index("the country")
    said = Mention(start, start + len("the country's"), "nominal")
    lena, ostia = layers.entities(doc)
    doc._.rashomon_entities = (lena, replace(ostia, mentions=(said, *ostia.mentions)))
    assert _ties(doc) == [(LENA, "holds_post", "Ostia", "current")]


def test_the_evidence_is_the_words_and_the_time_is_theirs():
    doc = _doc(sentences.FOUNDED)
    (tie,) = read(doc)
    assert [span.cut(doc.text) for span in tie.evidence] == ["founded"]
    assert tie.time == make_id("time", "2004")


def test_a_hedge_stays_with_its_words():
    doc = _doc(sentences.BELIEVED)
    (seen,) = read(doc)[0].perspectives
    assert (seen.claim, seen.certainty, seen.polarity) == (None, "probable", "affirmed")
    assert "believed" in [span.cut(doc.text) for span in seen.evidence]


def test_a_denial_stays_a_denial():
    (tie,) = read(_doc(sentences.COPULA))
    assert (tie.predicate, [seen.polarity for seen in tie.perspectives]) == ("leads", ["denied"])


def test_former_is_among_the_words():
    doc = _doc(sentences.FORMER)
    assert [span.cut(doc.text) for span in read(doc)[0].evidence] == ["former", "member"]


def test_a_tie_stands_in_the_claim_that_holds_it():
    doc = _doc(sentences.JOINED)
    start = doc.text.index("Lena")
    claim = Claim(
        "claim-1", (Span(0, 3),), (Span(4, 8),), (Span(start, len(doc.text) - 1),), (), None, "unnamed", "says",
        "indirect", "certain", "affirmed", None, (), 0.9,
    )  # fmt: skip
    doc._.rashomon_claims = (claim,)
    (tie,) = read(doc)
    assert [seen.claim for seen in tie.perspectives] == ["claim-1"]


def test_what_is_doubted_of_a_brother_is_not_that_he_is_one():
    (tie,) = read(_doc(sentences.DOUBTED))
    assert (tie.predicate, tie.status) == ("sibling", "current")
    assert [(seen.claim, seen.certainty) for seen in tie.perspectives] == [(None, "certain")]


def test_who_describes_it_as_a_front_says_so():
    doc = _doc(sentences.DESCRIBED)
    content = Span(doc.text.index("the Marsh"), len(doc.text) - 1)
    claim = Claim(
        "claim-1", (Span(0, 4),), (Span(5, 14),), (content,), (), None, "person", "says", "indirect", "certain",
        "affirmed", None, (), 0.9,
    )  # fmt: skip
    doc._.rashomon_claims = (claim,)
    (tie,) = read(doc)
    assert (tie.predicate, [seen.claim for seen in tie.perspectives]) == ("front_of", ["claim-1"])


class Sure:
    """Weights that take any two for a body and who is of it."""

    def scores(self, given):
        return {"EMPLOYEE_OR_MEMBER_OF": 0.9}


def test_who_is_quoted_is_not_tied_by_the_words_that_they_say(monkeypatch):
    monkeypatch.setattr(learned, "_weights", Sure)
    doc = _doc(sentences.PLAYED)
    assert _ties(doc) == [(LENA, "member_of", FRONT, "current")]
    source, end = doc.text.index("the Reed"), doc.text.index(",")
    claim = Claim(
        "claim-1", (Span(source, source + len("the Reed Front")),), (Span(source + 15, source + 19),), (Span(0, end),),
        (), None, "organization", "says", "indirect", "certain", "affirmed", None, (), 0.9,
    )  # fmt: skip
    doc._.rashomon_claims = (claim,)
    assert _ties(doc) == []


def test_the_station_fills_its_layer_and_never_raises():
    doc = Ties()(_doc(sentences.FUNDS))
    assert layers.ties(doc) == read(doc)
    assert layers.ties(Ties()(parsed("Hm|INTJ|0|ROOT"))) == ()
    assert layers.ties(Ties()(named("[PERSON Lena Marsh], chief of the [ORG Reed Front]"))) == ()


def test_nouns_in_apposition_to_one_another_are_read_however_many_they_are():
    heads = " ".join(f"judge|NOUN:NN|{at}|appos" for at in range(4, 2004))
    doc = _doc(f"Orrin|PROPN:NNP|2|compound|PERSON Vale|PROPN:NNP|3|nsubj|PERSON saw|VERB:VBD|0|ROOT||see "
               f"judges|NOUN:NNS|3|dobj||judge {heads} of|ADP|2004|prep Oro|PROPN:NNP|2005|pobj|GPE")  # fmt: skip
    assert _ties(doc) == []


def test_a_page_that_speaks_of_the_former_thousands_of_times_is_read_in_seconds():
    both = "Vale|PROPN:NNP|4|nsubj|PERSON and|CCONJ:CC|1|cc Roe|PROPN:NNP|1|conj|PERSON met|VERB:VBD|0|ROOT||meet"
    doc = _doc(f"{both}\nThe|DET|2|det former|NOUN:NN|3|nsubj left|VERB:VBD|0|ROOT||leave\n" * 1500)
    before = process_time()
    assert _ties(doc) == []
    assert process_time() - before < 3
