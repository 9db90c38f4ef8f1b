"""What a page says of itself: names, dates, agencies, titles, addresses."""

import pytest

from rashomon.pages import html
from rashomon.pages.agencies import agency_of
from rashomon.pages.authors import clean
from rashomon.pages.dates import date_in, iso, written
from rashomon.pages.languages import language_of
from rashomon.pages.masthead import Masthead
from rashomon.records import Published


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("By ANN LEE and Ben Oko, Staff Writers", ("Ann Lee", "Ben Oko")),
        ("by Ann Lee February 20, 2019 at 7:18am", ("Ann Lee",)),
        ("By Ann Lee | ann@gazette.example", ("Ann Lee",)),
        ("Written by Ann O’Hara-Lee; Ben Oko & Cy van der Berg", ("Ann O’Hara-Lee", "Ben Oko", "Cy van der Berg")),
        ("The Associated Press", ("The Associated Press",)),
        ("Varn Gazette", ()),
        ("Staff Reporter", ()),
        ("admin", ()),
        ("https://gazette.example/ann", ()),
        ("Edited by Ann Lee (with inputs from agencies)", ("Ann Lee",)),
        ("", ()),
    ],
)
def test_authors(line: str, names: tuple[str, ...]) -> None:
    assert clean([line], publisher="Varn Gazette") == names


def test_an_author_named_twice_is_one() -> None:
    assert clean(["Ann Lee", "By ANN LEE"]) == ("Ann Lee",)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2019-02-20", "2019-02-20"),
        ("2019-02-20T14:05:00+05:30", "2019-02-20T14:05:00+05:30"),
        ("2019-02-20T14:05:00.000+0530", "2019-02-20T14:05:00+05:30"),
        ("2019-02-20 14:05 UTC", "2019-02-20T14:05:00Z"),
        ("20190220", "2019-02-20"),
        ("Wed, 20 Feb 2019 14:05:00 GMT", "2019-02-20"),
        ("1550671500", "2019-02-20T14:05:00Z"),
        ("2019-13-40", None),
        ("0001-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_of_metadata(value: str, expected: str | None) -> None:
    assert iso(value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published Feb. 20, 2019", "2019-02-20"),
        ("20th February 2019, 10:00", "2019-02-20"),
        ("Sept. 19, 2016", "2016-09-19"),
        ("2019/2/20", "2019-02-20"),
        ("February 2019", None),
        ("February 31, 2019", None),
        ("02/03/2019", None),
    ],
)
def test_written_dates(text: str, expected: str | None) -> None:
    assert written(text) == expected


def test_the_day_of_publication_goes_before_that_of_an_update() -> None:
    assert date_in(["Updated: February 22, 2019", "Published: February 20, 2019"]) == "2019-02-20"
    assert date_in(["Updated: February 22, 2019"]) == "2019-02-22"
    assert date_in(["x" * 300 + " February 22, 2019"]) is None


@pytest.mark.parametrize(
    ("authors", "bylines", "paragraphs", "agency"),
    [
        (["Reuters"], [], [], "Reuters"),
        ([], ["By The Associated Press"], [], "Associated Press"),
        ([], [], ["VARN, Northland (AP) — The council voted on Monday."], "Associated Press"),
        ([], [], ["VARN (Reuters) - The council voted on Monday."], "Reuters"),
        ([], [], ["Varn, February 20 (ANI): The council voted on Monday."], "ANI"),
        ([], [], ["VARN, February 20 (NWQ) — The council voted on Monday."], "NWQ"),
        ([], [], ["VARN (NWQ) reported it."], None),
        ([], [], ["VARN (USA) — The council voted on Monday."], None),
        ([], [], ["VARN, February 20 (BH) — The council voted on Monday."], None),
        ([], [], ["VARN (NSW) -- The council voted on Monday."], None),
        ([], [], ["VARN (USA) — The council voted.", "It did, she told (NWQ) — twice.", "— AFP"], "AFP"),
        ([], [], ["VARN (AP) — The council voted on Monday."], "Associated Press"),
        ([], [], ["The council voted.", "(With inputs from PTI)"], "PTI"),
        ([], [], ["The council voted.", "© AFP"], "AFP"),
        ([], [], ["The council told Reuters on Monday that it had voted."], None),
        ([], [], ["The council voted.", "She later told AFP that nobody had asked her."], None),
        (["Ann Lee"], ["By Ann Lee"], [], None),
    ],
)
def test_agencies(authors: list[str], bylines: list[str], paragraphs: list[str], agency: str | None) -> None:
    assert agency_of(authors, bylines, paragraphs) == agency


BODY = "".join(
    f"<p>The council of Varn voted on {day} to close the old harbour and to move the boats to a new quay.</p>"
    for day in ("Monday", "Tuesday", "Friday")
)


def masthead(head: str, top: str = "") -> Masthead:
    parsed = html.parse(f"<html><head>{head}</head><body><article>{top}{BODY}</article></body></html>")
    assert parsed is not None
    return parsed.masthead


def test_linked_data() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",'
        ' "headline": "Harbour closes", "datePublished": "2019-02-20T10:00:00Z", "author": [{"@type": "Person",'
        ' "name": "Ann Lee"}, {"name": "Ben Oko"}], "publisher": {"name": "Varn Gazette"},'
        ' "url": "https://gazette.example/harbour"}]}</script>'
    )
    assert masthead(head, "<h1>Harbour closes</h1>") == Masthead(
        "Harbour closes",
        ("Ann Lee", "Ben Oko"),
        "Varn Gazette",
        Published("2019-02-20T10:00:00Z", "metadata"),
        "https://gazette.example/harbour",
    )


def test_broken_linked_data_are_passed_over() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    head = script + "<title>Harbour closes | Varn Gazette</title>"
    assert (masthead(head).title, masthead(head).publisher) == ("Harbour closes", "Varn Gazette")


def test_a_date_that_is_only_shown_has_the_basis_text() -> None:
    top = "<h1>Harbour closes in the north</h1><p class='byline'>By Ann Lee, 20 February 2019</p>"
    assert masthead("<title>Harbour closes in the north</title>", top).published == Published("2019-02-20", "text")


def test_no_date_is_unknown_and_not_guessed() -> None:
    assert masthead("<title>Harbour closes in the north</title>").published == Published(None, "unknown")


ENGLISH = (
    "The council of the town said that it would close the harbour, and that the boats are to leave before the winter. "
)
FRENCH = (
    "Le conseil de la ville a décidé que le port sera fermé et que les bateaux doivent partir avant la fin de l’hiver. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH * 4, "en"),
        (ENGLISH.upper() * 4, "en"),
        (FRENCH * 4, "fr"),
        (FRENCH, None),
        (ENGLISH * 4 + FRENCH, "en"),
        ("Совет города решил закрыть старую гавань до наступления зимы. " * 4, "ru"),
        ("سٹی کونسل نے پرانی بندرگاہ بند کرنے کا فیصلہ کیا ہے اور ماہی گیروں سے نہیں پوچھا۔ " * 4, "ur"),
        ("Ann Lee, Ben Oko, Cy Berg, Di Roth, Ed Moss, " * 20, None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language
