"""The door: what is read, what is skipped, what fails, each with one line that says what to do next."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.pages.opening import Opened, open_page
from rashomon.pages.sources import RawPage
from rashomon.records import Outcome, Published
from rashomon.settings import Settings

SETTINGS = Settings()
PARAGRAPHS = (
    "The council of Varn voted on Monday to close the old harbour, which has served the fishing fleet for two hundred "
    "years, and to move the boats to a new quay in the north of the town.",
    "“We have waited long enough,” said Mira Olsen, who heads the council. “The walls are falling into the sea, and "
    "nobody can say that they did not know.”",
    "Fishermen said that they had not been asked. A spokesman for their union, Tarek Boll, told the Varn Gazette that "
    "it would go to court if the work began before the winter.",
)
ARTICLE = (
    "<html><head><title>Council closes harbour | Varn Gazette</title>"
    '<link rel="canonical" href="https://gazette.example/harbour">'
    '<meta property="og:site_name" content="Varn Gazette">'
    '<meta property="article:published_time" content="2019-02-20T10:00:00Z"></head>'
    "<body><nav><a href='/'>Home</a><a href='/sea'>Sea</a></nav><article><h1>Council closes harbour</h1>"
    "<div class='byline'>By Ann Lee and BEN OKO, Staff Writers</div>"
    "<figure><img src=x><figcaption>The old harbour in spring. (Varn Gazette)</figcaption></figure>"
    + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    + "</article><footer>Copyright Varn Gazette</footer></body></html>"
)


def opened(raw: RawPage, limits: Settings = SETTINGS) -> Opened:
    result = open_page(raw, limits)
    assert isinstance(result, Opened), result
    return result


def refused(raw: RawPage, limits: Settings = SETTINGS) -> tuple[str, str]:
    result = open_page(raw, limits)
    assert isinstance(result, Outcome)
    assert result.input == raw.input
    assert "\n" not in result.reason
    return result.status, result.reason


def test_a_page_of_html() -> None:
    page, blocks = (got := opened(RawPage("a.html", ARTICLE.encode(), "html"))).page, got.blocks
    assert page.title == "Council closes harbour"
    assert page.authors == ("Ann Lee", "Ben Oko")
    assert page.publisher == "Varn Gazette"
    assert page.published == Published("2019-02-20T10:00:00Z", "metadata")
    assert page.url == "https://gazette.example/harbour"
    assert page.language == "en"
    assert [(block.role, page.text[block.start : block.end][:22]) for block in blocks] == [
        ("boilerplate", "Home Sea"),
        ("title", "Council closes harbour"),
        ("byline", "By Ann Lee and BEN OKO"),
        ("caption", "The old harbour in spr"),
        ("body", PARAGRAPHS[0][:22]),
        ("body", PARAGRAPHS[1][:22]),
        ("body", PARAGRAPHS[2][:22]),
        ("boilerplate", "Copyright Varn Gazette"),
    ]
    assert blocks[4].location == "/html/body[1]/article[1]/p[1]"


def test_a_page_whose_head_and_body_are_not_marked() -> None:
    bare = ARTICLE.replace("</head><body>", "").replace("</body></html>", "")
    bare = bare.replace("<nav><a href='/'>Home</a><a href='/sea'>Sea</a></nav>", "")
    got = opened(RawPage("a.html", bare.encode(), "html"))
    assert got.page.title == "Council closes harbour"
    assert got.page.publisher == "Varn Gazette"
    assert all(text in got.page.text for text in PARAGRAPHS)


def test_what_the_caller_says_goes_before() -> None:
    raw = RawPage("a.html", ARTICLE.encode(), url="https://x.example/", title="T", published="2019-02-21")
    page = opened(raw).page
    assert (page.url, page.title, page.published) == ("https://x.example/", "T", Published("2019-02-21", "given"))


def test_ids_hang_on_the_bytes_alone() -> None:
    one, other = (opened(RawPage(name, ARTICLE.encode())) for name in ("a.html", "b.html"))
    assert one.page.id == other.page.id
    assert one.blocks == other.blocks
    assert opened(RawPage("a.html", ARTICLE.encode() + b" ")).page.id != one.page.id


def test_verbatim_text_is_the_very_text() -> None:
    text = "\ufeff First line. \r\n\r\n\tSecond\u00a0line\0 with <b>tags</b> & \U0001f600.\n"
    got = opened(RawPage("x", text.encode(), "verbatim", "utf-8"))
    assert got.page.text == text
    assert got.blocks


@pytest.mark.parametrize("text", ["x", "!", "Short.", "THE COUNCIL VOTED ON MONDAY TO CLOSE THE OLD HARBOUR. " * 20])
def test_a_line_of_json_with_a_character_is_read(text: str) -> None:
    got = opened(RawPage("x", text.encode(), "verbatim", "utf-8"))
    assert {block.role for block in got.blocks} <= {"body", "title", "heading"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty; give a page with text"),
        (b" \n\t ", "empty; give a page with text"),
        (b"\0\0\0", "empty; give a page with text"),
        (b"\xef\xbb\xbf\n", "empty; give a page with text"),
        (b"%PDF-1.4 ...", "a PDF document, not a page of HTML or text; save its text and give that"),
        (b"\x89PNG\r\n\x1a\n....", "a PNG image, not a page of HTML or text; save its text and give that"),
        (b"PK\x03\x04....",
         "a zip archive or office document, not a page of HTML or text; save its text and give that"),
        (bytes(range(32)) * 40, "binary data, not a page of HTML or text; save its text and give that"),
        (b"<html><head><title>T</title></head><body><script>go()</script></body></html>",
         "no visible text; save the page from a browser after its scripts have run"),
        (b"<html>" + b"<i></i>" * 200_000 + b"<p>many</p></html>",
         "too many elements, or nested too deep; save the text of the page and give that"),
        (b"<html><p " + b" ".join(b"a%d='b c'" % number for number in range(100_000)) + b">attributes</p></html>",
         "too many elements, or nested too deep; save the text of the page and give that"),
        (b"<html>" + b"<div>" * 100_000 + b"<p>deep</p></html>",
         "too many elements, or nested too deep; save the text of the page and give that"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_fails(data: bytes, reason: str) -> None:
    start = time.monotonic()
    status, said = refused(RawPage("a.html", data))
    assert (status, said) == ("failed", reason)
    assert time.monotonic() - start < 5


def test_limits_are_outcomes() -> None:
    raw = RawPage("a.html", ARTICLE.encode())
    assert refused(raw, Settings(max_bytes=100)) == (
        "failed", "larger than 100 bytes; raise RASHOMON_MAX_BYTES to read it")  # fmt: skip
    assert refused(raw, Settings(max_characters=100)) == (
        "failed", "longer than 100 characters; raise RASHOMON_MAX_CHARACTERS to read it")  # fmt: skip
    text = RawPage("a.txt", "\n\n".join(PARAGRAPHS).encode(), "text")
    assert refused(text, Settings(max_characters=100))[0] == "failed"


def test_an_index_is_skipped() -> None:
    items = "".join(
        f"<div><h2><a href='/{n}'>Council of town {n} closes its old harbour</a></h2><p>{PARAGRAPHS[0]}</p></div>"
        for n in range(9)
    )
    assert refused(RawPage("a.html", f"<html><body><main>{items}</main></body></html>".encode())) == (
        "skipped", "an index of other pages, no article; give the page of one article")  # fmt: skip


def test_a_login_wall_is_skipped() -> None:
    wall = "<p>Subscribe to continue reading.</p><form>Email</form>"
    markup = f"<html><body><h1>Council closes harbour</h1>{wall}</body></html>"
    assert refused(RawPage("a.html", markup.encode())) == (
        "skipped",
        "a wall that asks for a login or subscription, no article; save the page while logged in")  # fmt: skip


GERMAN = (
    "Der Rat der Stadt hat am Montag beschlossen, den alten Hafen zu schließen, und die Boote sollen nun an einen "
    "neuen Kai im Norden der Stadt verlegt werden. Die Fischer sind nach eigenen Angaben nicht gefragt worden, und ihr "
    "Verband will vor Gericht gehen, wenn die Arbeiten vor dem Winter beginnen. "
)


@pytest.mark.parametrize("media", ["text", "verbatim"])
def test_another_language_is_skipped(media: str) -> None:
    assert refused(RawPage("a", (GERMAN * 3).encode(), media)) == (
        "skipped", "in another language (de), only English is read; give a translation as text")  # fmt: skip


def test_nul_bytes_do_not_cut_the_page_short() -> None:
    got = opened(RawPage("a.html", ARTICLE.replace("<p>", "\0<p>\0").encode()))
    assert PARAGRAPHS[2] in got.page.text


def test_a_lying_charset_is_found_out() -> None:
    markup = ARTICLE.replace("<head>", '<head><meta charset="iso-8859-1">')
    assert "“We have waited" in opened(RawPage("a.html", markup.encode(), charset="iso-8859-1")).page.text


def test_bytes_that_cannot_be_decoded_are_noted() -> None:
    got = opened(RawPage("a.html", ARTICLE.encode().replace(b"Fishermen", b"Fisher\xffmen")))
    assert "Fisher\ufffdmen" in got.page.text
    assert got.note == "characters that could not be decoded as utf-8: 1"


def test_text_called_html_is_read_as_text() -> None:
    got = opened(RawPage("a.html", "\n\n".join(PARAGRAPHS).encode(), "html"))
    assert got.page.text == "\n\n".join(PARAGRAPHS)


def test_a_sentence_of_100_000_characters() -> None:
    words = "the council said that " * 4500
    assert opened(RawPage("a.html", f"<html><body><article><p>{words}</p></article></body></html>".encode())).page.text
    assert opened(RawPage("a", words.encode(), "verbatim")).page.text == words


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300), st.sampled_from(["html", "text", None]), st.sampled_from([None, "utf-8", "utf-16", "x"])
)
def test_no_bytes_raise(data: bytes, media: str | None, charset: str | None) -> None:
    assert isinstance(open_page(RawPage("a", data, media, charset), SETTINGS), Opened | Outcome)
