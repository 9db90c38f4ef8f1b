"""Groups that look like people."""

import pytest

from rashomon.language import bodies, placing
from rashomon.language.runs import Run
from tests.handmade import named


def _votes(text, *names, **votes):
    doc = named(text)
    words = [token.text for token in doc]
    runs = []
    for name in names:
        long = name.split()
        starts = [at for at in range(len(words)) if words[at : at + len(long)] == long]
        runs += [Run(at, at + len(long), at) for at in starts]
    first = {name: {"person": 3.0, **votes} for name in names}
    return bodies.embodied(doc, runs, first)


@pytest.mark.parametrize(
    "text",
    [
        "Harun Tal militants fled .",
        "They fear the group Harun Tal .",
        "Harun Tal , the militant group that rules there , fled .",
        "Harun Tal , a sect , fled .",
        "They met a firm called Harun Tal .",
        "They fear a group known as Harun Tal .",
        "The Harun Tal party lost .",
        "Harun Tal ’s chief executive left .",
        "Harun Tal spokesman Ole Brandt spoke .",
    ],
)
def test_the_page_shows_a_body(text):
    assert placing.best(_votes(text, "Harun Tal")["Harun Tal"]) == "organization"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Harun Tal , who leads the group , fled .", "Harun Tal", id="nothing that shows a body"),
        pytest.param("Harun Tal , the group leader , fled .", "Harun Tal", id="the noun goes on"),
        pytest.param("Harun Tal , the head of the group , fled .", "Harun Tal", id="the group is another"),
        pytest.param("They met a man called Harun Tal .", "Harun Tal", id="a man is called so"),
        pytest.param("Harun Tal , his group , fled .", "Harun Tal", id="no apposition"),
        pytest.param("Michael Tal militants fled .", "Michael Tal", id="a given name"),
        pytest.param("Harun Tal militants fled . Mr. Harun Tal spoke .", "Harun Tal", id="a person's title as often"),
    ],
)
def test_who_may_be_a_person_stays_one(text, name):
    assert placing.best(_votes(text, name)[name]) == "person"


def test_the_last_word_of_a_person_is_no_body():
    votes = _votes("Michael Tal spoke . Tal militants fled .", "Michael Tal", "Tal")
    assert placing.best(votes["Tal"]) == "person"


def test_the_votes_for_a_person_are_the_bodys():
    assert _votes("Harun Tal militants fled .", "Harun Tal", organization=1.0)["Harun Tal"] == {
        "person": pytest.approx(0.9),
        "organization": 4.0,
    }


def of_firms(text, **votes):
    doc = named(text)
    runs = [Run(at, at + 1, at) for at, token in enumerate(doc) if token.text in votes]
    longer = {"Oro Motor Company": {"organization": 4.5}, "Dorna Police": {"organization": 4.5}}
    return {name: placing.best(kinds) for name, kinds in bodies.embodied(doc, runs, {**longer, **votes}).items()}


def test_a_firm_goes_by_its_first_word():
    found = of_firms("Oro fell . Dorna fell .", Oro={"place": 3.0}, Dorna={"place": 3.0})
    assert (found["Oro"], found["Dorna"]) == ("organization", "place")
    assert of_firms("Oro fell .", Oro={"person": 1.5})["Oro"] == "organization"


def test_what_is_called_a_firm_is_no_place():
    assert of_firms("Tal , a carmaker , fell .", Tal={"place": 3.0})["Tal"] == "organization"
    assert of_firms("Tal militants fell .", Tal={"place": 3.0})["Tal"] == "place"
