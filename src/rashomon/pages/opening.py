"""Opening a page: raw bytes -> a page with its blocks, or the outcome that says why not.

In: a raw page. Out: `Opened`, or an `Outcome`: `failed` where the page cannot be read, `skipped` where it was read and is
not for us (foreign language, no article). How mark-up and plain text are taken apart has modules of its own.
"""

import re
from dataclasses import dataclass

from rashomon.ids import make_id, sha256
from rashomon.pages import html, plain
from rashomon.pages.blocks import Draft, article_text, finish
from rashomon.pages.decoding import decode
from rashomon.pages.languages import language_of
from rashomon.pages.masthead import Masthead
from rashomon.pages.sources import RawPage
from rashomon.records import Block, Outcome, Page, Published
from rashomon.settings import Settings

_MARKUP = re.compile(r"<(?:!doctype html|html|head|body|div|p|article|table|span)\b", re.IGNORECASE)
_SNIFFED = 5000


@dataclass(frozen=True, slots=True)
class Opened:
    """A page and its blocks."""

    page: Page
    blocks: tuple[Block, ...]


def open_page(raw: RawPage, settings: Settings) -> Opened | Outcome:
    """The page behind the bytes, or what became of it."""
    if len(raw.data) > settings.max_bytes:
        return _failed(raw, f"larger than {settings.max_bytes:,} bytes; raise RASHOMON_MAX_BYTES to read it")
    text = raw.data.decode("utf-8", "replace") if raw.media == "verbatim" else decode(raw.data, raw.charset).text
    if not text.strip():
        return _failed(raw, "empty; give a page with text")
    masthead = Masthead(title=raw.title, url=raw.url)
    if raw.media == "html" or (raw.media is None and _MARKUP.search(text[:_SNIFFED])):
        try:
            parsed = html.parse(text)
        except html.TooDeepError:
            return _failed(raw, "tags are nested more than 2,000 deep; save the page as text and give that")
        if parsed is None:
            return _failed(raw, "no visible text; save the page from a browser, after its scripts have run")
        if not parsed.has_article:
            return Outcome(raw.input, "skipped", "no article found in the page; give the text of the article itself")
        text, drafts, masthead = parsed.text, list(parsed.drafts), parsed.masthead
    else:
        drafts = plain.find_blocks(text)
    if len(text) > settings.max_characters:
        return _failed(
            raw, f"longer than {settings.max_characters:,} characters; raise RASHOMON_MAX_CHARACTERS to read it"
        )
    language = language_of(article_text(text, drafts))
    if language not in {None, "en"}:
        return Outcome(raw.input, "skipped", f"in another language ({language}); only English is read")
    return _page(raw, text, drafts, masthead)


def _page(raw: RawPage, text: str, drafts: list[Draft], masthead: Masthead) -> Opened:
    digest = sha256(raw.data)
    page = Page(
        id=make_id("page", digest),
        sha256=digest,
        url=raw.url or masthead.url,
        title=raw.title or masthead.title,
        publisher=masthead.publisher,
        authors=masthead.authors,
        agency=masthead.agency,
        language="en",
        text=text,
        published=Published(raw.published, "given") if raw.published else masthead.published,
    )
    return Opened(page, finish(page.id, drafts))


def _failed(raw: RawPage, reason: str) -> Outcome:
    return Outcome(input=raw.input, status="failed", reason=reason)
