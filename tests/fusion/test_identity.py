from rashomon.fusion.identity import forms, named
from rashomon.fusion.joiners import JOINERS
from rashomon.graph import meeting
from tests.fusion.invented import Story


def form(story, name):
    return dict(forms(story.reading()))[f"e-{name}"]


def test_equal_names_of_two_pages_have_one_form():
    one = Story("Osip Varga", "page-1").entity("Osip Varga", aliases=["Varga"])
    other = Story("Osip  Varga", "page-2").entity("Osip Varga", descriptions=["Mr."])
    assert form(one, "Osip Varga") == form(other, "Osip Varga") == named("Osip Varga", "person")


def test_the_form_hangs_on_type_names_and_facts():
    plain = named("Osip Varga", "person")
    assert plain.id != named("Osip Varga", "organization").id
    assert plain.id != named("Osip Varga", "person", ["Lorik"]).id
    assert plain.id != named("Osip Varga", "person", (), {"countries": ["ke"]}).id


def test_who_has_no_name_meets_nobody():
    story = Story("a senior official").entity("a senior official", "other", form="nominal")
    found = form(story, "a senior official")
    assert found.keys == ()
    assert found.label == "a senior official"
    assert (
        found.id
        != form(Story("a senior official").entity("a senior official", "person", form="nominal"), found.label).id
    )


def test_a_surname_is_one_page_s():
    one, other = (Story("Varga", page).entity("Varga") for page in ("page-1", "page-2"))
    assert form(one, "Varga").id != form(other, "Varga").id
    assert _meet(form(one, "Varga"), named("Osip Varga", "person"))
    assert not _meet(form(one, "Varga"), form(other, "Varga"))


def test_full_names_do_not_meet_for_their_last_word_alone():
    one, other = (named(name, "person") for name in ("Osip Varga", "Lena Varga"))
    assert not _meet(one, other)
    assert _meet(one, named("O. Varga", "person"))
    assert _meet(one, named("Varga", "person", (), {"offices": [["president", "ke"]]}))


def test_bodies_do_not_meet_for_their_first_word_alone():
    one, other = (named(name, "organization") for name in ("Oro Shipping Lines", "Oro Cricket Club"))
    assert not _meet(one, other)
    assert _meet(one, named("Oro", "organization"))


def _meet(one, other):
    return bool(set(map(meeting, one.keys)) & set(other.keys))


def test_a_surname_with_an_office_is_not():
    one, other = (Story("Varga", page).entity("Varga", descriptions=["President"]) for page in ("page-1", "page-2"))
    assert form(one, "Varga") == form(other, "Varga")


def test_a_body_of_every_state_is_that_of_the_page_s_state():
    story = Story("Supreme Court, Kenya").entity("Supreme Court", "organization").entity("Kenya", "place")
    assert form(story, "Supreme Court").facts["about"] == ["ke"]
    nowhere = Story("Supreme Court").entity("Supreme Court", "organization")
    assert form(nowhere, "Supreme Court").keys == ()
    named_state = Story("Supreme Court of Chad, Kenya").entity("Supreme Court of Chad", "organization")
    assert form(named_state.entity("Kenya", "place"), "Supreme Court of Chad").facts["countries"] == ["td"]


def test_a_state_has_one_form():
    one = Story("Kenya").entity("Kenya", "place", aliases=["Nairobi"], descriptions=["the East African nation"])
    assert form(one, "Kenya") == named("Kenya", "place")


def test_who_is_said_to_be_an_alias_has_both_names():
    story = Story("Osip Varga, also known as Lorik Karst").entity("Osip Varga").entity("Lorik Karst")
    story.tie("Lorik Karst", "alias_of", "Osip Varga", "also known as")
    one, other = form(story, "Osip Varga"), form(story, "Lorik Karst")
    assert (one.facts["aliases"], other.facts["aliases"]) == (["Lorik Karst"], ["Osip Varga"])
    assert JOINERS["entity"].compare(one, named("Lorik Karst", "person")).verdict == "same"


def test_the_joiner_of_entities():
    joiner = JOINERS["entity"]
    one, other = named("Osip Varga", "person"), named("Osip Lorik Varga", "person")
    link = joiner.compare(one, other)
    assert joiner.group((one, other), (link,), ()) == (tuple(sorted((one.id, other.id))),)
