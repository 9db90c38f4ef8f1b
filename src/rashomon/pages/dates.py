"""When a page was published, by its metadata or by what it shows; never by a guess.

In: metadata, tree, and the texts of the pieces that may show a date. Out: `Published` with its basis. Dates in prose
are no matter of this module.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from htmldate import find_date
from lxml.html import HtmlElement

from rashomon.pages.metadata import Metadata
from rashomon.records import Published

_METAS = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
    "article.published", "publish-date", "publishdate", "pubdate", "publication_date", "publish_date", "published-date",
    "sailthru.date", "parsely-pub-date", "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date", "date",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "article_date_original", "rnews:datepublished", "ptime",
    "pdate", "utime", "dat", "displaydate", "published_at", "news_publish_date", "bt:pubdate",
    "dcsext.articlefirstpublished",
    "article.created", "datecreated", "date_published", "published_time", "displaydate", "created", "dcterms.date",
)  # fmt: skip
_ISO = re.compile(
    r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_COMPACT = re.compile(r"^\s*(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?\s*$")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WRITTEN = (
    re.compile(rf"\b{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH}\.?,?[\s-]+(?P<year>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(r"\b(?P<year>(?:19|20)\d{2})[-/.](?P<number>\d{1,2})[-/.](?P<day>\d{1,2})\b"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_UPDATED = re.compile(r"\b(?:updated|modified|edited|revised|last)\b", re.IGNORECASE)
_EARLIEST = 1990
_SHORT = 200


def published_of(meta: Metadata, tree: HtmlElement, shown: Iterable[str], *, url: str | None = None) -> Published:
    """The day, or moment, of first publication; `shown` are the short texts near title and byline."""
    told = _told(meta)
    if told:
        return Published(told, "metadata")
    seen = date_in(shown)
    if seen:
        return Published(seen, "text")
    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=url)
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        found = None
    value = iso(found) if found else None
    return Published(value, "metadata") if value else Published()


def _told(meta: Metadata) -> str | None:
    values: list[object] = list(meta.thing("datePublished"))
    values += [value for name in _METAS for value in meta.metas.get(name, ())]
    values += [*meta.item_dates, *meta.thing("dateCreated")]
    for value in values:
        known = iso(value[0] if isinstance(value, list) and value else value)
        if known:
            return known
    return None


def date_in(shown: Iterable[str]) -> str | None:
    """The date in the first short text that holds one; one of an update only where there is no other."""
    updates = []
    for text in shown:
        value = written(text) if len(text) <= _SHORT else None
        if value:
            if not _UPDATED.match(text.strip(" |-–—(")):
                return value
            updates.append(value)
    return updates[0] if updates else None


def iso(value: object) -> str | None:
    """A date or moment of metadata in ISO 8601, None if it is none: `2019-02-20`, `2019-02-20T14:05:00+05:30`."""
    text = str(value)
    found = _ISO.match(text) or _COMPACT.match(text)
    if not found:
        return written(text) or _from_epoch(text)
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        when = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))  # noqa: DTZ001
    except ValueError:
        return None
    if not _plausible(when.date()):
        return None
    if hour is None:
        return when.date().isoformat()
    return when.isoformat() + _zone(zone)


def written(text: str) -> str | None:
    """The first date written out in full in a text: `Feb. 20, 2019`, `20 February 2019`, `2019/02/20`."""
    for pattern in _WRITTEN:
        found = pattern.search(text)
        if not found:
            continue
        parts = found.groupdict()
        number = int(parts["number"]) if "number" in parts else _MONTHS.index(parts["month"][:3].lower()) + 1
        try:
            day = date(int(parts["year"]), number, int(parts["day"]))
        except ValueError:
            continue
        if _plausible(day):
            return day.isoformat()
    return None


def _from_epoch(text: str) -> str | None:
    """Seconds or thousandths since 1970, as some pages give them."""
    if not re.fullmatch(r"\d{10}|\d{13}", text.strip()):
        return None
    seconds = int(text.strip()[:10])
    when = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    return when.isoformat().replace("+00:00", "Z") if _plausible(when.date()) else None


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in {"Z", "UTC", "GMT"}:
        return "Z"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _plausible(day: date) -> bool:
    """The web's news are not older, and a page from the far future is a mistake of its maker."""
    return _EARLIEST <= day.year <= 2100
