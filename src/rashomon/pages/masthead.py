"""What a page says of itself: title, authors, publisher, date of publication, address, agency.

In: metadata, the visible pieces, and what is known of their roles. Out: a `Masthead`. Nothing is guessed from prose.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from rashomon.pages.agencies import agency_of
from rashomon.pages.article import HEADINGS, Article, is_link
from rashomon.pages.authors import clean
from rashomon.pages.blocks import Draft
from rashomon.pages.dates import date_in, published_of
from rashomon.pages.metadata import Metadata
from rashomon.pages.plain_roles import reads_as
from rashomon.pages.visible import Piece
from rashomon.records import Published, Role

_SITE = re.compile(r"\s+(?:[|–—•»]|::|-)\s+(?=[^|–—•»]{2,40}$)")
_SHORTEST_TITLE = 10
_TIME_HINT = re.compile(r"\d")
_AUTHOR_METAS = (
    "author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "article:author",
    "article:author_name", "authors", "byline", "dc.contributor", "twitter:data1",
)  # fmt: skip
_NEAR_TITLE = 15
_SAME_TITLE = 0.5
"""A shown line that agrees so far with the title in the metadata is the title."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of a page, each part None (or empty) where the page does not say."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: Published = field(default_factory=Published)
    url: str | None = None
    agency: str | None = None


def find_title(meta: Metadata, found: Sequence[Piece], main: Article) -> tuple[str | None, int | None]:
    """The title, and the index of the piece that shows it (None where no piece does)."""
    told = [value for value in _titles(meta) if value]
    first = min((i for i in main.core if found[i].line.tag not in HEADINGS), default=len(found) - 1)
    shown = [i for i in range(min(first + 1, len(found))) if _can_head(found[i]) and not is_link(found[i])]
    if told:
        index = max(shown, key=lambda i: (_agreement(found[i].text, told), found[i].line.tag == "h1"), default=None)
        if index is not None and _agreement(found[index].text, told) >= _SAME_TITLE:
            return found[index].text, index
    heads = [i for i in shown if found[i].line.tag == "h1"]
    if heads and not told:
        return found[heads[-1]].text, heads[-1]
    return (_SITE.split(told[0])[0] if told else None), None


def _can_head(piece: Piece) -> bool:
    return _SHORTEST_TITLE <= len(piece.text) <= 300 or piece.line.tag == "h1"


def _titles(meta: Metadata) -> Iterator[str]:
    for value in meta.thing("headline"):
        yield str(value)
    for name in ("og:title", "twitter:title", "dc.title", "headline", "title", "parsely-title", "sailthru.title"):
        yield meta.meta(name) or ""
    yield meta.head_title or ""


def _agreement(text: str, told: Sequence[str]) -> float:
    """How far a text is what the metadata give as title: 1 the same, lower where one is only a part of the other."""
    mine = _folded(text)
    best = 0.0
    for rank, value in enumerate(told):
        theirs = _folded(value)
        if not mine or not theirs:
            continue
        words, others = set(text.casefold().split()), set(value.casefold().split())
        share = len(words & others) / max(len(words), len(others))
        if mine in theirs or theirs in mine:
            share = max(share, min(len(mine), len(theirs)) / max(len(mine), len(theirs)))
        best = max(best, share - 0.001 * rank)
    return best


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def read_masthead(
    meta: Metadata,
    tree: HtmlElement,
    found: Sequence[Piece],
    given: Sequence[Role],
    title: tuple[str | None, int | None],
) -> Masthead:
    """The masthead of a page, with the roles of its pieces and its title known."""
    url = _url(meta)
    publisher = _publisher(meta)
    bylines = [piece.text for piece, role in zip(found, given, strict=True) if role == "byline"]
    told = [*_authors(meta)]
    authors = next(
        (names for values in (told, bylines, meta.item_authors) if (names := clean(values, publisher=publisher))), ()
    )
    paragraphs = [p.text for p, role in zip(found, given, strict=True) if role in {"body", "dateline"}]
    return Masthead(
        title=title[0],
        authors=authors,
        publisher=publisher,
        published=published_of(meta, tree, _shown(found, given, title[1]), url=url),
        url=url,
        agency=agency_of([*told, *authors], bylines, paragraphs),
    )


def _shown(found: Sequence[Piece], given: Sequence[Role], title: int | None) -> list[str]:
    """The short texts that may show the date: bylines, then what stands around the title."""
    lines = [piece.text for piece, role in zip(found, given, strict=True) if role == "byline"]
    if title is not None:
        near = range(max(0, title - _NEAR_TITLE), min(len(found), title + _NEAR_TITLE))
        lines += [
            found[i].text for i in near if given[i] in {"boilerplate", "byline"} and _TIME_HINT.search(found[i].text)
        ]
    return lines


def _authors(meta: Metadata) -> Iterator[str]:
    for value in meta.thing("author", "creator"):
        yield from _names(value)
    for name in _AUTHOR_METAS:
        for value in meta.metas.get(name, ()):
            if "://" not in value and (name != "twitter:data1" or meta.meta("twitter:label1") == "Written by"):
                yield value


def _names(value: Any) -> Iterator[str]:
    """The names in a JSON-LD value: a string, an object with a name, or a list of these."""
    for each in value if isinstance(value, list) else [value]:
        told = each.get("name") if isinstance(each, dict) else each
        for name in told if isinstance(told, list) else [told]:
            if isinstance(name, str) and "://" not in name:
                yield name


def _publisher(meta: Metadata) -> str | None:
    for value in meta.thing("publisher"):
        for name in _names(value):
            if name.strip():
                return " ".join(name.split())
    told = meta.meta(
        "og:site_name", "application-name", "publisher", "dc.publisher", "cre", "al:ios:app_name", "source"
    )
    if told and "://" not in told:
        return told
    parts = _SITE.split(meta.head_title or "")
    return parts[-1] if len(parts) > 1 else None


def _url(meta: Metadata) -> str | None:
    for value in (meta.canonical, meta.meta("og:url"), *meta.thing("url")):
        if isinstance(value, str) and _is_web(value):
            return value.strip()
    return None


def _is_web(value: str) -> bool:
    try:
        parts = urlsplit(value.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def plain_masthead(text: str, drafts: Sequence[Draft]) -> Masthead:
    """What a plain text says of itself in its title, bylines and datelines, and the paper's name above them."""
    by_role: dict[Role, list[str]] = {}
    for draft in drafts:
        by_role.setdefault(draft.role, []).append(text[draft.start : draft.end])
    bylines = by_role.get("byline", [])
    datelines = by_role.get("dateline", [])
    day = date_in([*bylines, *datelines])
    titles = by_role.get("title", [])
    above = itertools.takewhile(lambda draft: draft.role == "boilerplate", drafts)
    papers = (text[draft.start : draft.end] for draft in above)
    return Masthead(
        title=" ".join(titles[0].split()) if titles else None,
        authors=clean(bylines),
        publisher=next((" ".join(paper.split()) for paper in papers if reads_as("paper", paper)), None),
        published=Published(day, "text") if day else Published(),
        agency=agency_of([], bylines, [*datelines, *by_role.get("body", [])]),
    )
