"""Plain pages: blocks and roles from lines alone. All texts are invented."""

from collections import Counter
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.pages.masthead import plain_masthead
from rashomon.pages.plain import find_blocks
from rashomon.pages.plain_roles import is_aside, is_caption, is_credited, reads_as

LEAD = (
    "The harbour council of Velden voted on Tuesday to close the old fish market after an engineer warned that its "
    "roof could fall in, the mayor, Ilse Quandt, told reporters."
)
SECOND = (
    "Traders who have worked in the hall for decades said they had not been asked. “Nobody spoke to us,” said Piet "
    "Marn, who sells herring there. He added that the council had promised a hearing last year."
)
THIRD = (
    "The land belongs to the city, but the Norpol group has said that it would like to build flats on it. A spokesman "
    "for the group denied on Wednesday that there had been talks with the council."
)
FOURTH = "The council will meet again in March, when it is expected to decide what is to become of the 212 stalls."
CAPTION = "The hall of the old fish market in Velden. Photo: NPA/Jonas Veld"


def roles(text: str) -> list[tuple[str, str]]:
    """(role, first words) of each block."""
    return [(each.role, " ".join(text[each.start : each.end].split()[:3])) for each in find_blocks(text)]


def just_roles(text: str) -> list[str]:
    return [each.role for each in find_blocks(text)]


SCRAPE = f"""{CAPTION}
{CAPTION.replace("NPA/", "NPA / ")}

{LEAD}

{SECOND}

Talks with Norpol

{THIRD}

{FOURTH}

Join the Conversation


  1. What a shame, I bought my
    first fish there in 1971.

  2. They should have asked the traders. Now it is too late
    and we all know who gets the land.

  3. Finally!

Leave a comment

Your email address will not be published. Required fields are marked *
"""


def test_a_scrape_is_taken_apart() -> None:
    assert roles(SCRAPE) == [
        ("caption", "The hall of"),
        ("caption", "The hall of"),
        ("body", "The harbour council"),
        ("body", "Traders who have"),
        ("heading", "Talks with Norpol"),
        ("body", "The land belongs"),
        ("body", "The council will"),
        ("comment_heading", "Join the Conversation"),
        ("comment", "1. What a"),
        ("comment", "2. They should"),
        ("comment", "3. Finally!"),
        ("form", "Leave a comment"),
        ("form", "Your email address"),
    ]


def test_the_name_of_the_paper_above_is_no_title() -> None:
    top = "Velden Courier\nOld fish market to close\nBy Jonas Veld\nVelden, 9 August 2031"
    page = "\n\n".join((top, LEAD, SECOND, THIRD))
    assert just_roles(page)[:4] == ["boilerplate", "title", "byline", "dateline"]
    head = plain_masthead(page, find_blocks(page))
    assert (head.title, head.publisher, head.published.value) == (
        "Old fish market to close",
        "Velden Courier",
        "2031-08-09",
    )


def test_a_block_remembers_its_lines() -> None:
    locations = [each.location for each in find_blocks(SCRAPE)]
    assert locations[:3] == ["lines 1-1", "lines 2-2", "lines 4-4"]
    assert locations[8] == "lines 17-18"


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_line_ends_change_nothing(newline: str) -> None:
    assert roles(SCRAPE.replace("\n", newline)) == roles(SCRAPE)
    assert [each.location for each in find_blocks(SCRAPE.replace("\n", newline))][8] == "lines 17-18"


def test_a_page_with_its_menus_keeps_the_article_alone() -> None:
    top = ["Home", "News", "Sport", "Culture", "Velden Courier", "Sign in", "Subscribe", "Search"]
    end = [
        "Share",
        "Tweet",
        "Related articles",
        "Ferry runs again",
        "Schools to close on Friday",
        "About us",
        "Contact",
    ]
    lines = [*top, LEAD, SECOND, THIRD, FOURTH, *end, "© 2021 Velden Courier. All rights reserved."]
    assert just_roles("\n".join(lines)) == ["boilerplate"] * 8 + ["body"] * 4 + ["boilerplate"] * 8


def test_comments_headed_by_name_and_date() -> None:
    text = "\n".join([
        LEAD, SECOND, THIRD, FOURTH, "2 Comments",
        "Anna Berg", "3 hours ago", "What a shame, I bought my first fish there.", "Reply",
        "Tom K.", "5 hours ago", "They should have asked the traders.", "Now it is too late.", "Reply",
    ])  # fmt: skip
    assert roles(text)[4:] == [
        ("comment_heading", "2 Comments"),
        ("comment", "Anna Berg 3"),
        ("boilerplate", "Reply"),
        ("comment", "Tom K. 5"),
        ("boilerplate", "Reply"),
    ]


def test_a_count_of_comments_above_the_article_opens_no_thread() -> None:
    assert "comment" not in just_roles("\n".join(["23 Comments", LEAD, SECOND, THIRD, FOURTH]))


def test_wrapped_lines_make_one_paragraph() -> None:
    text = (
        "   VELDEN, 12 MAR 91 (NPA) -- [TEXT] THE HARBOUR COUNCIL SAID TODAY THAT\n"
        "THE FISH MARKET WOULD BE CLOSED AFTER AN ENGINEER HAD WARNED THAT ITS\n"
        "ROOF COULD FALL IN AT ANY MOMENT.\n\n"
        "   THE TRADERS SAID THAT NOBODY HAD ASKED THEM AND THAT THEY WOULD NOT\n"
        "LEAVE THE HALL BEFORE THE COUNCIL HAD HEARD THEM.\n"
    )
    assert roles(text) == [("body", "VELDEN, 12 MAR"), ("body", "THE TRADERS SAID")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor resigned.",
        "The mayor resigned",
        "“We never met,” Quandt said.\n\nShe left.",
        "5:45 p.m.\n\nPolls have closed in Velden.\n\n6 p.m.\n\nQuandt is ahead.",
        LEAD + "\n\n___.\n\n" + SECOND,
        LEAD + "\nQuandt continued:\n" + SECOND,
        "WASHINGTON (NPA) — The mayor resigned on Tuesday.\n\n" + SECOND,
    ],
)
def test_the_text_of_an_article_is_body(text: str) -> None:
    assert set(just_roles(text)) == {"body"}


@pytest.mark.parametrize("text", ["", " \n\t\r\n"])
def test_nothing_visible_no_blocks(text: str) -> None:
    assert find_blocks(text) == []


@pytest.mark.parametrize(
    ("wording", "line", "expected"),
    [
        ("comment_heading", "Join the discussion", True),
        ("comment_heading", "1,204 comments", True),
        ("comment_heading", "Comments (7)", True),
        ("comment_heading", "He declined to comment", False),
        ("form", "Leave a Reply", True),
        ("form", "You must be logged in to post a comment.", True),
        ("form", "Leave a message for Quandt, she said", False),
        ("boilerplate", "Share on Facebook", True),
        ("boilerplate", "Copyright 2019 Velden Courier", True),
        ("boilerplate", "Copyright law is what the traders rely on", False),
        ("boilerplate", "About what virus?", False),
        ("dateline", "Published 12 March 2020, 10:15", True),
        ("dateline", "Velden, 9 August 2031", True),
        ("dateline", "Velden, 9 August 2031 was a Saturday", False),
        ("byline", "By Jonas Veld", True),
        ("paper", "Velden Courier", True),
        ("paper", "The Times of Velden", True),
        ("paper", "Police hold the man who ran the Courier", False),
    ],
)
def test_wordings(wording: str, line: str, expected: bool) -> None:
    assert reads_as(wording, line) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor on Tuesday. Photo: NPA/Jonas Veld", True),
        ("Quandt at the hall (Photo by Jonas Veld/NPA)", True),
        ("FILE PHOTO: The old hall in 2011", True),
        ("VELDEN (AP) — The mayor resigned on Tuesday.", False),
        ("Rep. Tom Kell (R), who runs again, took a photo.", False),
    ],
)
def test_captions_are_told_by_their_credit(text: str, expected: bool) -> None:
    assert is_caption(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Related Stories FISH WAR Mayor of Velden mocks traders' claims", True),
        ("Related stories were told by the traders on Monday", False),
        ("[What the mayor closed]", True),
        ("[Video: the mayor leaves]", True),
        ("[The ministry denies that the mayor left]", False),
        ("Related coverage: The mayor left, the ministry said", False),
        ("[Who owns the old market?]", True),
        ("[The mayor left.]", False),
        ("[Editor’s note: Jonas Veld trades here]", False),
        ("[laughs]", False),
        ("The hall that nobody wanted to keep Read more", True),
        ("The hall will close in May. Read more", False),
        ("Photo", True),
        ("Photos of the hall", False),
        ("Advertisement Continue reading the main story", True),
    ],
)
def test_links_to_other_stories_are_told_by_their_wording(text: str, expected: bool) -> None:
    assert is_aside(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AP:Associated Press Traders at the hall last week", True),
        ("Getty - Contributor The hall in 2011", True),
        ("Reuters The mayor of Velden, Ilse Quandt, on Monday", True),
        ("Reuters Velden correspondent Jonas Veld was there.", False),
        ("Reuters reported that the hall would close", False),
        ("EPA Chief Resigns", False),
    ],
)
def test_captions_that_begin_with_their_credit(text: str, expected: bool) -> None:
    assert is_credited(text) is expected


def test_asides_and_captions_amid_an_article() -> None:
    gallery = [f"{at}/12 2009 Traders at the hall. (Velden, {at} May) Jonas Veld" for at in (1, 2, 3)]
    lines = [LEAD, SECOND, "EPA Traders at the hall last week", *gallery, "[Why the mayor closed it]", THIRD, FOURTH]
    assert just_roles("\n\n".join(lines)) == ["body"] * 2 + ["caption"] * 4 + ["boilerplate"] + ["body"] * 2


def test_an_aside_says_nothing_of_where_the_article_begins() -> None:
    page = "\n\n".join(["Advertisement Continue reading the main story", FOURTH, LEAD, SECOND, THIRD])
    assert just_roles(page) == ["boilerplate"] + ["body"] * 4


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [LEAD, "Comments", "1. Yes", "2. No", "Leave a comment", "", "Share", "\u2028", "- a", "> b"]
            ),
            st.text(max_size=40),
        ),
        max_size=25,
    ).map("\n".join)
)
def test_every_visible_character_is_in_exactly_one_block(text: str) -> None:
    at, seen = 0, []
    for each in find_blocks(text):
        assert at <= each.start < each.end <= len(text)
        at = each.end
        seen += text[each.start : each.end].split()
    assert "".join(seen) == "".join(text.split())


def test_thousands_of_comment_headings_are_told_in_seconds():
    before = process_time()
    roles = Counter(block.role for block in find_blocks(f"{LEAD}\n\n" + "Comments\n\n" * 15_000))
    assert process_time() - before < 5
    assert roles == {"body": 1, "comment_heading": 15_000}
