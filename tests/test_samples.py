"""The bundled pages: real life in its parts, invented in its people."""

from pathlib import Path

from rashomon.pages.opening import Opened, open_page
from rashomon.pages.sources import from_paths
from rashomon.settings import Settings

SAMPLES = Path(__file__).parents[1] / "samples"


def opened(name: str) -> Opened:
    (raw,) = from_paths([str(SAMPLES / name)], Settings())
    result = open_page(raw, Settings())
    assert isinstance(result, Opened)
    return result


def parts(name: str, role: str) -> list[str]:
    result = opened(name)
    return [result.page.text[block.start : block.end] for block in result.blocks if block.role == role]


def test_the_folder_holds_eight_pages():
    names = [Path(raw.input).name for raw in from_paths([str(SAMPLES)], Settings())]
    assert names == [
        "checkpoint-beacon.html", "checkpoint-courier-update.html", "checkpoint-courier.html",
        "checkpoint-tribune.html", "harbour-fire.html", "lla-profile.html", "okhtar-arrest.txt", "rail-bomb.txt",
    ]  # fmt: skip


def test_the_harbour_page_has_its_parts():
    page = opened("harbour-fire.html").page
    assert (page.title, page.publisher, page.authors) == (
        "Harbour fire was set on purpose, Varsana inquiry says",
        "The Lantern",
        ("Ilse Marowan", "Teodor Brask"),
    )
    assert (page.published.value or "")[:10] == "2031-05-04"
    captions = parts("harbour-fire.html", "caption")
    assert len(captions) == 3
    assert captions[0] == captions[2]
    assert parts("harbour-fire.html", "heading") == ["Locked gates", "A quarrel over the toll"]
    assert parts("harbour-fire.html", "quote") == ["“Nobody had a key.”"]
    assert len(parts("harbour-fire.html", "list")) == 3
    assert len(parts("harbour-fire.html", "comment")) == 5


def test_the_plain_scrape_has_its_parts():
    assert opened("rail-bomb.txt").page.title == "Kestrova will not give up founder of Lowland army"
    assert len(parts("rail-bomb.txt", "caption")) == 2
    assert parts("rail-bomb.txt", "heading") == ["Unease in the ruling party", "A charity under suspicion"]
    assert len(parts("rail-bomb.txt", "comment")) == 6
    assert "Leave a comment" in "\n".join(parts("rail-bomb.txt", "form"))


def flagged(name: str) -> list[bool]:
    return [any(f.name == "spam" for f in block.flags) for block in opened(name).blocks if block.role == "comment"]


def test_spam_is_flagged_and_neighbours_are_not():
    assert flagged("harbour-fire.html") == [False, True, False, True, False]
    assert flagged("rail-bomb.txt") == [False, True, False, True, True, False]


def test_one_of_the_two_accounts_credits_an_agency():
    assert "(MPW) —" in opened("checkpoint-courier.html").page.text
    assert "MPW" not in opened("checkpoint-tribune.html").page.text
