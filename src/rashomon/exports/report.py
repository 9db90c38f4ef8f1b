"""One page as one self-contained HTML file: the text with its marks, and each claim beside the words it stands on.

In: a `Reading`. Out: a string of HTML that runs no script and fetches nothing; its policy forbids both. All that comes
from a page is escaped by the template. Where the file goes does not belong here.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment

from rashomon.exports.html import environment
from rashomon.records import Reading
from rashomon.views.dossier import HEADINGS, Dossier, Name, dossier
from rashomon.views.evidence import shorten
from rashomon.views.passages import Passage, Segment, passages, rows

_CARD = 240
"""Characters of content in a card; the whole of it stands beside, in the text."""


def render(reading: Reading) -> str:
    """The report of one page."""
    view = dossier(reading)
    text = passages(reading, view.claims)
    css = _css()
    return (
        _environment()
        .get_template("report.html.jinja")
        .render(
            css=css,
            style_hash=base64.b64encode(hashlib.sha256(css.encode()).digest()).decode(),
            view=view,
            link=view.head.url if (view.head.url or "").startswith(("https://", "http://")) else None,
            titled=any(passage.role == "title" for passage in text),
            rows=tuple(rows(text)),
            index=tuple(_index(view)),
            places=_places(text),
            claims=len(view.claims),
        )
    )


def _index(view: Dossier) -> Iterator[tuple[str, tuple[Name, ...]]]:
    for type_, heading in HEADINGS.items():
        names = tuple(name for name in view.names if name.type == type_)
        if names:
            yield heading, names


def _places(text: Sequence[Passage]) -> dict[str, list[int]]:
    """For each entity the offsets at which it is mentioned: they are the anchors of its mentions."""
    found: dict[str, list[int]] = {}
    for mark in (mark for passage in text for segment in passage.segments for mark in segment.opens):
        if mark.entity is not None:
            found.setdefault(mark.entity, []).append(mark.start)
    return found


def anchors(segment: Segment, seen: set[str]) -> list[str]:
    """The anchors that a segment begins: of mentions by offset, of claims by number; each once in a report."""
    found = [f"m{mark.start}" for mark in segment.opens if mark.entity is not None]
    found += [f"s{mark.claim}" for mark in segment.opens if mark.claim is not None and mark.kind != "hedge"]
    fresh = [anchor for anchor in dict.fromkeys(found) if anchor not in seen]
    seen.update(fresh)
    return fresh


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = environment("rashomon.exports")
    made.globals.update(anchors=anchors)
    made.filters.update(card=lambda words: shorten(words, _CARD))
    return made


@lru_cache(maxsize=1)
def _css() -> str:
    return files("rashomon.exports").joinpath("templates/report.css").read_text(encoding="utf-8")
