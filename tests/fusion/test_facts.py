from rashomon.fusion.facts import facts_of, main_country
from tests.fusion.invented import Story, perspective


def test_offices_bodies_and_family():
    story = Story("Osip Varga, governor of Merrow, and his brother Yorik Varga of the Lowland Army")
    story.entity("Osip Varga", descriptions=["governor of Merrow", "Mr."]).entity("Yorik Varga")
    story.entity("Merrow", "place").entity("Lowland Army", "organization")
    story.tie("Osip Varga", "leads", "Merrow", "governor").tie("Yorik Varga", "sibling", "Osip Varga", "brother")
    story.tie("Yorik Varga", "member_of", "Lowland Army", "of the")
    facts = facts_of(story.reading())
    assert facts["e-Osip Varga"] == {
        "offices": [["governor", "merrow"]],
        "bodies": ["merrow"],
        "kin": [["sibling", "yorik varga"]],
    }
    assert facts["e-Yorik Varga"] == {"kin": [["sibling", "osip varga"]], "bodies": ["lowland army"]}


def test_a_child_has_a_parent():
    story = Story("Osip Varga, son of Yorik Varga").entity("Osip Varga").entity("Yorik Varga")
    facts = facts_of(story.tie("Osip Varga", "child", "Yorik Varga", "son of").reading())
    assert facts["e-Osip Varga"]["kin"] == [["parent", "yorik varga"]]
    assert facts["e-Yorik Varga"]["kin"] == [["child", "osip varga"]]


def test_what_is_alleged_or_denied_sets_nobody_apart():
    for view in (perspective("alleged"), perspective(polarity="denied")):
        story = Story("Osip Varga of the Lowland Army").entity("Osip Varga").entity("Lowland Army", "organization")
        story.tie("Osip Varga", "member_of", "Lowland Army", "of", view).death("Osip Varga", "2031-07-01", view)
        assert facts_of(story.reading())["e-Osip Varga"] == {}


def test_state_and_work():
    story = Story("").entity("Osip Varga", descriptions=["the Kenyan singer", "a 41-year-old"])
    assert facts_of(story.reading())["e-Osip Varga"] == {"countries": ["ke"], "kinds": ["arts"], "born": [[1989, 1990]]}


def test_age_after_the_name():
    for text in ("Osip Varga, 41, said", "Osip Varga (41) said", "Osip Varga, aged 41, said"):
        assert facts_of(Story(text).entity("Osip Varga").reading())["e-Osip Varga"] == {"born": [[1989, 1990]]}
    undated = Story("Osip Varga, 41, said", published=None).entity("Osip Varga")
    assert facts_of(undated.reading())["e-Osip Varga"] == {}


def test_death():
    story = Story("x").entity("Osip Varga").death("Osip Varga", "2031-07-01")
    assert facts_of(story.reading())["e-Osip Varga"] == {"died": [["2031-07-01", "2031-07-01"]]}


def test_the_state_that_a_page_is_about():
    story = Story("").entity("Kenya", "place").entity("Kenya", "place").entity("Chad", "place").entity("Oro", "place")
    assert main_country(story.reading()) == "ke"
    assert main_country(Story("").entity("Kenya", "place").entity("Chad", "place").reading()) is None
    assert main_country(Story("").reading()) is None
