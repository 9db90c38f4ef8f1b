"""Copies, versions and quotations of pages."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.fusion.copies import canonical, compare, forms, relation
from rashomon.fusion.copygroups import group
from rashomon.graph import Form, Link
from tests.fusion.pages import OTHER, STORY, page

STATEMENT = (
    "“We mourn with every family that lost a son or a daughter, and we will not rest until those who fired are named "
    "before a court of this republic”"
)


def form(reading) -> Form:
    [(record, made)] = forms(reading)
    assert record == reading.page.id
    return made


def link(left, right) -> Link | None:
    return compare(form(left), form(right))


@pytest.mark.parametrize(
    ("paragraphs", "why"),
    [
        (STORY, "a reprint"),
        (STORY[:3], "a reprint that is cut"),
        (STORY[::-1], "other order"),
        (("The province wakes to grief after a night of shooting.", *STORY[1:]), "a new lead"),
        ((" ".join(STORY[:2]), " ".join(STORY[2:])), "merged paragraphs"),
        ((*STORY, *OTHER, *(each.upper() for each in OTHER)), "within a longer page"),
        (tuple(each.replace("soldiers", "troops").replace("said", "stated") for each in STORY), "small edits"),
    ],
)
def test_edited_reprints_are_copies(paragraphs, why):
    left, right = page(STORY, title="Nine killed"), page(paragraphs, title="Merrow in mourning")
    found = link(left, right)
    assert found, why
    assert (relation(found), found.verdict) == ("copy", "same")
    assert set(form(left).keys) & set(form(right).keys), why


def test_two_articles_on_one_story_are_not_linked():
    assert link(page(STORY), page(OTHER)) is None


def test_pages_that_quote_one_statement_are_two_sources_of_it():
    left = page((*STORY, f"{STATEMENT}, the president said."))
    right = page((*OTHER, f"In Tolmar the president spoke of {STATEMENT}."))
    found = link(left, right)
    assert found
    assert (relation(found), found.verdict) == ("quotation", "different")
    assert set(form(left).keys) & set(form(right).keys)


def test_a_page_that_shares_a_passage_is_offered_to_a_person():
    found = link(page(STORY), page((STORY[3], STORY[1].partition(",")[0] + ".", *OTHER)))
    assert found
    assert (relation(found), found.verdict) == ("part", "maybe")


def test_comments_and_boilerplate_are_not_compared():
    aside = (*(("boilerplate", each) for each in STORY), ("comment", STORY[0]))
    assert link(page(STORY), page(OTHER, asides=aside)) is None


def test_updates_of_one_address_are_versions():
    left = page(STORY, url="https://www.courier.example/merrow/?utm_source=x")
    right = page((STORY[0].replace("nine", "eleven"),), url="http://courier.example/merrow#top")
    found = link(left, right)
    assert found
    assert (relation(found), found.verdict) == ("version", "same")
    assert {reason.name for reason in found.reasons} == {"version", "address", "dateline"}


def test_a_common_credit_and_dateline_are_grounds():
    left, right = page(STORY, agency="MPW"), page(STORY[:2], agency="MPW")
    found = link(left, right)
    assert found
    assert [reason.name for reason in found.reasons] == ["copy", "agency", "dateline"]
    assert "MERROW, July 16" in found.reasons[2].words


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.a.example/x/?b=2&a=1#top", "a.example/x?a=1&b=2"),
        ("http://m.a.example", "a.example/"),
        ("file:///x", None),
        ("http://[", None),
        (None, None),
        ("", None),
    ],
)
def test_canonical_addresses(url, expected):
    assert canonical(url) == expected


def test_pages_without_words_are_no_copies():
    assert link(page(()), page((), url="https://a.example/x")) is None


def test_pages_that_say_next_to_nothing_are_told_apart_by_their_bytes():
    one, other = page(("Sign in to read on.",), published="2031-01-01"), page(("Sign in to read on.",), title="Another")
    assert form(one).id != form(other).id
    assert link(one, other) is None


def test_facts_are_plain_json():
    made = form(page(STORY, agency="MPW"))
    assert json.loads(json.dumps(made.facts)) == made.facts


FORMS = [
    form(page(paragraphs, url=url, agency=agency))
    for paragraphs in (STORY, STORY[:3], STORY[2:], OTHER, (*STORY, *OTHER))
    for url in (None, "https://courier.example/merrow")
    for agency in (None, "MPW")
]


LINKS = {(a.id, b.id): compare(a, b) for a in FORMS for b in FORMS if a != b}


def test_a_link_has_no_direction():
    assert all(found == LINKS[right, left] for (left, right), found in LINKS.items())


@given(st.lists(st.sampled_from(FORMS), max_size=7, unique_by=lambda each: each.id), st.randoms(use_true_random=False))
def test_groups_hang_on_the_sets_alone(made, random):
    links = [found for one, other in itertools.combinations(made, 2) if (found := LINKS[one.id, other.id])]
    turned, again = list(made), list(links)
    random.shuffle(turned)
    random.shuffle(again)
    assert group(made, links) == group(turned, again)
