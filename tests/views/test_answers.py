"""What answers over many pages are made of: intervals, snippets, edges, tellings with their doubt."""

import re
from dataclasses import replace

import pytest

from rashomon.folding import fold
from rashomon.graph import Group, Item, Origin, Statement
from rashomon.records import Perspective, Reading, Sentence, Tie
from rashomon.spans import Span
from rashomon.views.happening import precision, sighting
from rashomon.views.material import Material
from rashomon.views.network import network
from rashomon.views.search import claim_hit, page_hit, snippets
from rashomon.views.timeline import row
from tests.invented import page_id, reading


def group_of(item: Item, id: str, label: str) -> dict[Item, Group]:
    return {item: Group(id, item.kind, "person", label, 1)}


def material(*numbers: int, groups=None) -> Material:
    return Material([reading(n) for n in numbers], groups or {})


@pytest.mark.parametrize(
    ("earliest", "latest", "found"),
    [
        ("2031-05-04", "2031-05-04", "day"),
        ("2031-05-01", "2031-05-31", "month"),
        ("2031-05-01", "2031-05-30", "span"),
        ("2031-02-01", "2031-02-28", "month"),
        ("2031-01-01", "2031-12-31", "year"),
        ("2031-05-01", "2031-05-03", "span"),
        ("2031-05-01", None, "from"),
        (None, "2031-05-01", "until"),
        (None, None, "unknown"),
    ],
)
def test_how_closely_an_interval_says_when(earliest, latest, found):
    assert precision(earliest, latest) == found


def test_a_sighting_says_what_when_who_and_by_whose_account():
    found = sighting(Item("event", page_id(0), reading(0).events[0].id), material(0))
    assert (found.trigger, found.when.earliest, found.when.precision) == ("killed", "2031-01-01", "day")
    assert [(part.role, part.words) for part in found.parts] == [("agent", "River Guard"), ("place", "Greyford")]
    assert [(each.chain, each.doubt) for each in found.tellings] == [(("Harbour Gazette", "Mara Lind"), ())]
    assert "said that the River Guard killed 3 people" in found.excerpt.text


@pytest.mark.parametrize(
    ("words", "found", "marked"),
    [
        (["Brandt left"], "Ole Brandt left.", ["Brandt left"]),
        (["Two came", "Brandt left"], "Ole Brandt left. Two came.", ["Brandt left", "Two came"]),
        (["Brandt left", "Rain fell"], "Ole Brandt left.", ["Brandt left"]),
        (["Rain fell", "Brandt left", "Two came"], "Rain fell.", ["Rain fell"]),
        ([], "", []),
    ],
)
def test_an_excerpt_is_the_sentence_of_the_first_words_and_those_beside_it(words, found, marked):
    text, whole = "Ole Brandt left. Two came. All slept. Rain fell.", reading(0)
    sentences = tuple(Sentence(each.start(), each.end()) for each in re.finditer(r"\w[^.]+\.", text))
    page = replace(whole.page, text=text)
    made = Material([Reading("0", "none", "page", page, (), sentences, (), (), (), (), ())], {})
    spans = [Span(text.index(each), text.index(each) + len(each)) for each in words]
    excerpt = made.excerpt(page.id, spans)
    assert (excerpt.text, [mark.cut(text) for mark in excerpt.marks]) == (found, marked)


def test_doubt_and_denial_stand_with_a_telling():
    whole = reading(0)
    (event,) = whole.events
    hedge = whole.claims[1].hedge
    seen = (Perspective(whole.claims[1].id, "alleged", "denied", "planned", (event.trigger, *hedge)),)
    found = sighting(
        Item("event", page_id(0), event.id), Material([replace(whole, events=(replace(event, perspectives=seen),))], {})
    )
    assert found.tellings[0].doubt == ("denied", "hedged: “allegedly” (alleged)", "planned")


def test_the_hedge_of_a_claim_is_shown_not_the_word_that_names_the_event_there():
    whole = reading(0)
    (event,) = whole.events
    start = whole.page.text.index("people")
    seen = (Perspective(whole.claims[1].id, "alleged", "affirmed", "actual", (Span(start, start + 6),)),)
    found = sighting(
        Item("event", page_id(0), event.id), Material([replace(whole, events=(replace(event, perspectives=seen),))], {})
    )
    assert "hedged: “allegedly” (alleged)" in found.tellings[0].doubt


def test_what_is_told_in_a_denied_claim_says_so():
    whole = reading(0)
    (event,) = whole.events
    assert whole.claims[1].polarity == "denied"
    inside = Perspective(whole.claims[1].id, "certain", "affirmed", "actual", ())
    denying = replace(inside, polarity="denied")
    told = Material([replace(whole, events=(replace(event, perspectives=(inside, denying)),))], {})
    found = sighting(Item("event", page_id(0), event.id), told)
    assert [each.doubt for each in found.tellings] == [("in what is denied",), ("denied",)]


def test_a_tie_of_which_nobody_speaks_is_not_denied():
    whole = reading(0)
    tie = whole.ties[0]
    groups = group_of(Item("entity", page_id(0), tie.subject), "a", "Mara Lind")
    groups |= group_of(Item("entity", page_id(0), tie.object), "b", "River Guard")
    silent = Material([replace(whole, ties=(replace(tie, perspectives=()),))], groups)
    said = Statement("statement-1", "leads", "a", "leads", "b", former=False, since=None, tellers=(), confirming=(),
                     denying=(), least=True)  # fmt: skip
    [edge] = network([Item("tie", page_id(0), tie.id)], [said], silent).edges
    assert (edge.denied, edge.least) == (False, True)


def test_events_that_are_joined_are_one_row_with_all_tellings():
    items = [Item("event", page_id(n), reading(n).events[0].id) for n in (0, 1)]
    found = row(Group("event-group-1", "event", "killing", "killed", 2), items, material(0, 1), total=5)
    assert found.words == ("killed",)
    assert {telling.label for telling in found.tellings} == {"Mara Lind", "Ole Brandt"}
    assert (found.items, len(found.pages), found.denied) == (5, 2, False)


def origin(id: str) -> Origin:
    return Origin(id, (id,), named=True, carriers=(), pages=())


def test_ties_with_the_same_ends_are_one_edge_that_counts_independent_sources():
    groups = {}
    ties = []
    for n in (0, 21):  # Mara Lind leads the River Guard, on pages of two papers
        (tie,) = reading(n).ties
        ties.append(Item("tie", page_id(n), tie.id))
        groups |= group_of(Item("entity", page_id(n), tie.subject), "entity-group-1", "Mara Lind")
        groups |= group_of(Item("entity", page_id(n), tie.object), "entity-group-2", "River Guard")
    said = Statement("statement-1", "leads", "entity-group-1", "leads", "entity-group-2", former=False,
                     since="2031-01-02", tellers=(), confirming=(origin("a"), origin("b")),
                     denying=(origin("b"), origin("c")))  # fmt: skip
    [edge] = network(ties, [said], material(0, 21, groups=groups)).edges
    assert (edge.sentence, edge.status, edge.since) == ("Mara Lind leads River Guard", "current", "2031-01-02")
    assert (edge.independent, len(edge.evidence)) == (3, 2)


def test_a_tie_that_all_deny_is_no_tie():
    whole = reading(0)
    tie: Tie = whole.ties[0]
    denied = replace(tie, perspectives=(replace(tie.perspectives[0], polarity="denied"),))
    groups = group_of(Item("entity", page_id(0), tie.subject), "a", "Mara Lind")
    groups |= group_of(Item("entity", page_id(0), tie.object), "b", "River Guard")
    said = Statement("statement-1", "leads", "a", "leads", "b", former=False, since=None, tellers=(), confirming=(),
                     denying=(origin("a"),))  # fmt: skip
    found = network([Item("tie", page_id(0), tie.id)], [said], Material([replace(whole, ties=(denied,))], groups))
    assert [edge.sentence for edge in found.edges] == ["not: Mara Lind leads River Guard"]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("The café burned.", ["cafe"], [["café"]]),
        ("ÉCOLE and école", ["ecole"], [["ÉCOLE", "école"]]),
        ("arson, arsonists", ["arson*"], [["arson", "arsonists"]]),
        ("nothing here", ["fire"], []),
        ("fire " + "x" * 300 + " fire", ["fire"], [["fire"], ["fire"]]),
    ],
)
def test_snippets_mark_the_words_as_the_page_writes_them(text, words, found):
    made = snippets(text, [fold(word) for word in words])
    assert [[mark.cut(text) for mark in snippet.marks] for snippet in made] == found
    for snippet in made:
        assert text[snippet.start : snippet.start + len(snippet.text)] == snippet.text


def test_a_stretch_of_a_page_keeps_the_doubt_of_its_sentence():
    far = "of the eastern quays and the western mills, in the long winter of that year, " * 2
    text = f"The rebels denied that, {far} they burned the mill {far} as was alleged. Nobody denied the rain."
    [found] = snippets(f"Mill burns\n\n{text}", ["burned"])
    assert found.text == text.partition("Nobody")[0]
    [found] = snippets(text, ["rain"])
    assert found.text.endswith("that year,  as was alleged. Nobody denied the rain.")
    assert "burned" not in found.text


def test_a_claim_is_never_found_without_its_doubt():
    whole = reading(0)
    hit = claim_hit(page_id(0), whole.claims[1].id, ["guard"], material(0))
    assert hit is not None
    assert hit.claim is not None
    assert hit.claim.doubt == ("denied", "hedged: “allegedly” (alleged)")
    assert page_hit(page_id(0), ["greyford"], material(0)).snippets[0].marks[0] == Span(12, 20)
    assert claim_hit(page_id(0), "claim-0", ["guard"], material(0)) is None
