"""What a page says of itself to machines: JSON-LD, meta elements, microdata.

In: the element tree. Out: `Metadata`, values as they stand in the page. Which of them to believe is decided elsewhere.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"article|posting|report|review|newsstory|webpage|creativework", re.IGNORECASE)
_NEWS = re.compile(r"article|posting|report|newsstory", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f]+")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>|;)\s*$"
)
_LARGEST = 2_000_000
_MOST_OBJECTS = 2_000

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of one page.

    `metas`: contents of meta elements by name, property or itemprop, in lower case; `things`: the JSON-LD objects that
    describe an article or its page, articles first; `item_...`: what microdata marks.
    """

    metas: dict[str, tuple[str, ...]]
    things: tuple[Json, ...]
    canonical: str | None
    head_title: str | None
    item_dates: tuple[str, ...]
    item_authors: tuple[str, ...]

    def meta(self, *names: str) -> str | None:
        """The first value of the first of these names that has one."""
        return next((value for name in names for value in self.metas.get(name, ())), None)

    def thing(self, *keys: str) -> Iterator[Any]:
        """The values of these keys in the JSON-LD, articles before pages."""
        for each in self.things:
            for key in keys:
                if each.get(key):
                    yield each[key]


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a page."""
    metas: dict[str, tuple[str, ...]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        for attribute in ("name", "property", "itemprop", "http-equiv"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                metas[name] = (*metas.get(name, ()), content)
    title = next(iter(tree.xpath("//title[not(ancestor::svg)]")), None)
    return Metadata(
        metas=metas,
        things=_things(tree),
        canonical=next((link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical"), None),
        head_title=" ".join("".join(title.itertext()).split()) if title is not None else None,
        item_dates=tuple(_item_dates(tree)),
        item_authors=tuple(_item_authors(tree)),
    )


def _item_dates(tree: HtmlElement) -> Iterator[str]:
    for element in tree.xpath(
        "//*[@itemprop='datePublished' or @pubdate or @property='dc:date' or @property='datePublished']"
    ):
        value = element.get("datetime") or element.get("content") or element.get("title") or "".join(element.itertext())
        if value.strip():
            yield value.strip()


def _item_authors(tree: HtmlElement) -> Iterator[str]:
    """Authors by microdata (`itemprop`) or link relation, the name alone where it is marked."""
    for element in tree.xpath("//body//*[@itemprop='author' or @rel='author' or @property='author']"):
        names = element.xpath(".//*[@itemprop='name']")
        value = "".join((names[0] if names else element).itertext()) or (names[0] if names else element).get("content")
        if value and value.strip() and len(value) < 200:
            yield " ".join(value.split())


def _things(tree: HtmlElement) -> tuple[Json, ...]:
    found: list[Json] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) < _LARGEST:
            found.extend(_objects(_loads(script.text)))
    described = [each for each in found if _ARTICLE.search(_type(each))]
    return tuple(sorted(described, key=lambda each: not _NEWS.search(_type(each))))


def _loads(text: str) -> Any:
    stripped = _WRAPPING.sub("", _WRAPPING.sub("", text.strip()))
    for attempt in (stripped, _CONTROL.sub(" ", stripped)):
        try:
            return json.loads(attempt)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any) -> Iterator[Json]:
    """All objects in a JSON value, outer before inner."""
    queue = [value]
    seen = 0
    while queue and seen < _MOST_OBJECTS:
        each = queue.pop(0)
        seen += 1
        if isinstance(each, dict):
            yield each
            queue.extend(inner for key, inner in each.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"})
        elif isinstance(each, list):
            queue.extend(each)


def _type(thing: Json) -> str:
    kind = thing.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")
