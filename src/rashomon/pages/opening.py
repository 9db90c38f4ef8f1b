"""Opening a page: raw bytes -> a page with its blocks, or the outcome that says why not.

In: a raw page. Out: `Opened`, or an `Outcome`: `failed` where the page cannot be read, `skipped` where it was read and
is not for us (foreign language, no article). How mark-up and plain text are taken apart has modules of its own.
"""

import re
from dataclasses import dataclass, replace

from rashomon.ids import make_id, sha256
from rashomon.pages import html, plain
from rashomon.pages.binary import binary_format
from rashomon.pages.blocks import ARTICLE_ROLES, Draft, article_text, finish
from rashomon.pages.comments import spam_flags
from rashomon.pages.decoding import Decoded, decode
from rashomon.pages.languages import language_of
from rashomon.pages.masthead import Masthead, plain_masthead
from rashomon.pages.sources import RawPage
from rashomon.pages.visible import TooDeepError
from rashomon.records import Block, Outcome, Page, Published
from rashomon.settings import Settings

_DOCUMENT = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_ELEMENT = re.compile(r"<(?:div|p|article|table|span|h[1-6]|ul)\b[^<>]*>", re.IGNORECASE)
_SNIFFED = 20_000
_MARKUP_FROM = 3
"""So many elements make a text without a head mark-up."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A page and its blocks; `note` says in a line what had to be mended (characters that could not be decoded)."""

    page: Page
    blocks: tuple[Block, ...]
    note: str = ""


class _RefusedError(Exception):
    """The page is not to be read; carries the outcome."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.reason)
        self.outcome = outcome


def open_page(raw: RawPage, settings: Settings) -> Opened | Outcome:
    """The page behind the bytes, or what became of it."""
    try:
        return _open(raw, settings)
    except _RefusedError as refused:
        return refused.outcome


def _open(raw: RawPage, settings: Settings) -> Opened:
    decoded = _decoded(raw, settings)
    text = decoded.text
    if raw.media != "verbatim" and _is_markup(raw, text):
        text, drafts, masthead = _from_html(raw, text, settings)
    else:
        _check_length(raw, text, settings)
        drafts = _from_text(raw, text)
        masthead = plain_masthead(text, drafts)
    article = article_text(text, drafts)
    language = language_of(article)
    if language not in {None, "en"}:
        raise _skipped(raw, f"in another language ({language}), only English is read; give a translation as text")
    digest = sha256(raw.data)
    page = Page(
        id=make_id("page", digest),
        sha256=digest,
        url=raw.url or masthead.url,
        title=raw.title or masthead.title,
        publisher=masthead.publisher,
        authors=masthead.authors,
        agency=masthead.agency,
        language=language,
        text=text,
        published=Published(raw.published, "given") if raw.published else masthead.published,
    )
    note = f"characters that could not be decoded as {decoded.encoding}: {decoded.replaced}" if decoded.replaced else ""
    flags = spam_flags([text[draft.start : draft.end] for draft in drafts if draft.role == "comment"], article)
    return Opened(page, finish(page.id, drafts, flags), note)


def _decoded(raw: RawPage, settings: Settings) -> Decoded:
    if len(raw.data) > settings.max_bytes:
        raise _failed(raw, f"larger than {settings.max_bytes:,} bytes; raise RASHOMON_MAX_BYTES to read it")
    if raw.media == "verbatim":
        text = raw.data.decode("utf-8", "replace")
        if not text.strip():
            raise _failed(raw, "empty text; give a text with words")
        return Decoded(text, "utf-8")
    if not raw.data.strip(b"\0 \t\r\n\f"):
        raise _failed(raw, "empty; give a page with text")
    binary = binary_format(raw.data)
    if binary:
        raise _failed(raw, f"{binary}, not a page of HTML or text; save its text and give that")
    decoded = decode(raw.data, raw.charset)
    if not decoded.text.strip("\0 \t\r\n\f\ufeff"):
        raise _failed(raw, "empty; give a page with text")
    return decoded


def _is_markup(raw: RawPage, text: str) -> bool:
    """Mark-up by what it is called, but a text with no element in it is none; or by how it begins."""
    head = text[:_SNIFFED].replace("\0", "")
    if _DOCUMENT.search(head):
        return raw.media == "html" or raw.media is None or head.lstrip("\ufeff \t\r\n").startswith("<")
    elements = len(_ELEMENT.findall(head))
    return elements > 0 if raw.media == "html" else raw.media is None and elements >= _MARKUP_FROM


def _from_html(raw: RawPage, markup: str, settings: Settings) -> tuple[str, list[Draft], Masthead]:
    try:
        parsed = html.parse(markup, max_characters=settings.max_characters)
    except TooDeepError:
        raise _failed(raw, "too many elements, or nested too deep; save the text of the page and give that") from None
    except html.TooLongError:
        raise _too_long(raw, settings) from None
    if parsed is None:
        raise _failed(raw, "no visible text; save the page from a browser after its scripts have run")
    if parsed.lack:
        raise _skipped(raw, parsed.lack)
    return parsed.text, list(parsed.drafts), parsed.masthead


def _from_text(raw: RawPage, text: str) -> list[Draft]:
    drafts = plain.find_blocks(text)
    if any(draft.role in ARTICLE_ROLES for draft in drafts):
        return drafts
    if raw.media != "verbatim":
        raise _skipped(raw, "no article in the text; give the text of one article")
    return [replace(draft, role="body") if draft.role == "boilerplate" else draft for draft in drafts]


def _check_length(raw: RawPage, text: str, settings: Settings) -> None:
    if len(text) > settings.max_characters:
        raise _too_long(raw, settings)


def _failed(raw: RawPage, reason: str) -> _RefusedError:
    return _RefusedError(Outcome(input=raw.input, status="failed", reason=reason))


def _skipped(raw: RawPage, reason: str) -> _RefusedError:
    return _RefusedError(Outcome(input=raw.input, status="skipped", reason=reason))


def _too_long(raw: RawPage, settings: Settings) -> _RefusedError:
    limit = settings.max_characters
    return _failed(raw, f"longer than {limit:,} characters; raise RASHOMON_MAX_CHARACTERS to read it")
