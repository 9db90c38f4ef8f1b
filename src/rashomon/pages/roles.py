"""Roles: what each piece of a page is.

In: the visible pieces, the article among them, the page's own title. Out: one role each, in order, and which pieces
make one block together.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from rashomon.pages.article import HEADINGS, Article, is_link
from rashomon.pages.asides import is_aside
from rashomon.pages.authors import clean
from rashomon.pages.dates import written
from rashomon.pages.user_comments import find_comments
from rashomon.pages.visible import Piece, Place
from rashomon.records import Role

_BYLINE = re.compile(r"\W*(?:(?:written|edited|reported|posted|published) )?[Bb]y:?\s+[A-Z“\"].{0,150}", re.DOTALL)
_BYLINE_IN_CAPITALS = re.compile(r"(?:WRITTEN |EDITED |REPORTED )?BY:?\s+[A-Z].{0,150}", re.DOTALL)
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ /-]+(?:,\s?[A-Z][\w. ]+)?(?:[,(]\s?(?:[A-Z][a-z]+\.? \d{1,2}|[A-Za-z]{2,12})\)?)?\s*[-–—:]*|"
    r"[A-Z][\w.'’ -]+(?:/\s?[A-Z][\w. ]+)?(?:, [A-Z][\w. ]+)?:"
)
_CREDIT = re.compile(
    r"\((?:AP |Reuters |AFP |File )?(?:photo|photograph|image|picture|illustration|graphic)s?\b[^()]{0,80}\)\W*$|"
    r"\([^()]{0,60}(?:photos?|images?|pictures?|/\s?(?:AP|AFP|Reuters|Getty(?: Images)?|EPA|Shutterstock))\)\W*$|"
    r"\b(?:photo|photograph|image|picture)s?\s?(?:by|credit|courtesy|:)\s?.{0,80}$|"
    r"(?:/|\b)(?:AFP|EPA|AP|Getty Images|Shutterstock)(?: via Getty Images|/Getty Images)?\W*$",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b\d{1,2}:\d{2}\b|\b(?:hours?|days?|minutes?|weeks?) ago\b|^(?:updated|published|posted)\b", re.IGNORECASE
)
_LONGEST_CAPTION = 400
_LONGEST_BYLINE = 200
_NEAR = 40
"""So many pieces before the title and after the end of the article still belong to it."""
_OUTSIDE = frozenset({"related", "nav", "newsletter", "share", "comment", "bio"})
_TABLE_CELL = 200


@dataclass(frozen=True, slots=True)
class Assigned:
    """`roles`: one for each piece; `groups`: pieces that make one block together have the same number."""

    roles: list[Role]
    groups: dict[int, Hashable]


def assign(found: Sequence[Piece], main: Article, title: int | None, description: str | None = None) -> Assigned:
    """One role for each piece; `title` is the index of the title, `description` the page's own summary."""
    area = find_comments(found, main.labels, main.core)
    scene = _Scene(found, main, title, description)
    roles: list[Role] = []
    for index, piece in enumerate(found):
        if index == title:
            roles.append("title")
        elif index in area.roles:
            roles.append(area.roles[index])
        elif index in main.core:
            roles.append(scene.inside(index, piece))
        else:
            roles.append(scene.outside(index, piece))
    return Assigned(roles, {**_together(found, roles, main), **area.groups})


def _together(found: Sequence[Piece], roles: Sequence[Role], main: Article) -> dict[int, Hashable]:
    """Set-apart pieces of one section of the page make one block, and so do the cells of a row."""
    out: dict[int, Hashable] = {}
    for index, (piece, role) in enumerate(zip(found, roles, strict=True)):
        if role in {"boilerplate", "form"}:
            out[index] = (role, main.labels.section(piece.line))
        elif role == "table":
            row = next((place for place in piece.line.outward() if place.tag == "tr"), piece.line)
            out[index] = (role, row)
    return out


class _Scene:
    """What the pieces of one page are compared with: where the article begins and ends, and what holds it."""

    def __init__(self, found: Sequence[Piece], main: Article, title: int | None, description: str | None) -> None:
        self._labels = main.labels
        self._description = " ".join((description or "").split()).rstrip(".…")
        text = [i for i in main.core if found[i].line.tag not in HEADINGS and self._label(found[i]) != "standfirst"]
        self._first = min(text, default=len(found))
        last = max(main.core, default=-1)
        start = self._first if title is None or title > self._first else title
        self._title = title
        self._start, self._end = (max(0, start - _NEAR), last + _NEAR) if main.core else (0, -1)
        holders = main.home.outward() if main.home else iter(())
        self._around: Place | None = next((place for place in holders if place.tag in {"article", "main"}), main.home)
        self._last = last
        self._home_tags = {place.tag for place in main.home.outward()} if main.home else set()

    def inside(self, index: int, piece: Piece) -> Role:
        """The role of a piece of the article."""
        label, tag = self._label(piece), piece.line.tag
        if index <= self._first and (tag in HEADINGS or label == "standfirst"):
            return "standfirst"
        if tag in HEADINGS:
            return "heading"
        if self._is_byline(index, piece):
            return "byline"
        if index <= self._first + 1 and len(piece.text) <= 60 and _DATELINE.fullmatch(piece.text):
            return "dateline"
        if len(piece.text) <= _LONGEST_CAPTION and _CREDIT.search(piece.text):
            return "caption"
        if tag == "caption":
            return "caption"
        return self._form_of_text(piece, label)

    def _form_of_text(self, piece: Piece, label: str | None) -> Role:
        tags = {place.tag for place in piece.line.outward()}
        if label in {"embed", "pullquote"} or "blockquote" in tags:
            return "quote"
        if piece.line.tag in {"li", "dd", "dt"}:
            return "list"
        if tags & {"td", "th"} - self._home_tags and len(piece.text) < _TABLE_CELL:
            return "table"
        if self._is_bold_line(piece):
            return "heading"
        return "body"

    def _is_bold_line(self, piece: Piece) -> bool:
        """A paragraph that is bold from end to end, short and without a full stop, heads what follows."""
        bold = any(place.tag in {"strong", "b"} for place in _inward_of_line(piece))
        return bold and len(piece.text) <= 120 and piece.text[-1] not in '.,;:!”"…'

    def outside(self, index: int, piece: Piece) -> Role:
        """The role of a piece that is not of the article, perhaps of its head or its pictures."""
        labels = list(self._labels.all(piece.place))
        if "form" in labels:
            return "form"
        if self._is_byline(index, piece):
            return "byline"
        if labels and labels[0] == "caption" and self._is_around(piece) and _is_sentence(piece):
            return "caption"
        if piece.place.hidden or not self._start <= index <= self._end or _OUTSIDE & set(labels):
            return "boilerplate"
        if "caption" in labels and len(piece.text) > 2 and not is_link(piece):
            head = self._first if self._title is None else self._title
            return "caption" if index > head or self._is_around(piece) else "boilerplate"
        if {"byline", "date"} & set(labels) and self._near_head(index, piece) and _is_credit(piece.text):
            return "byline"
        if index < self._first and self._is_standfirst(piece, labels):
            return "standfirst"
        return "boilerplate"

    def _is_standfirst(self, piece: Piece, labels: list[str]) -> bool:
        if is_link(piece) or is_aside(piece.text) or len(piece.text) < 20:
            return False
        if "standfirst" in labels:
            return self._is_around(piece) or self._title is not None
        return len(self._description) >= 40 and piece.text.startswith(self._description)

    def _is_byline(self, index: int, piece: Piece) -> bool:
        text = piece.text
        if len(text) > _LONGEST_BYLINE or not (self._start <= index <= self._first):
            return False
        return bool(_BYLINE.fullmatch(text) or _BYLINE_IN_CAPITALS.fullmatch(text)) and self._near_head(index, piece)

    def _near_head(self, index: int, piece: Piece) -> bool:
        """Near the title, or in the element that holds the article."""
        near = self._title is not None and abs(index - self._title) <= _NEAR
        return near or (self._is_around(piece) and index <= self._last + 5)

    def _is_around(self, piece: Piece) -> bool:
        return self._around is not None and self._around in piece.line.outward()

    def _label(self, piece: Piece) -> str | None:
        return self._labels.of(piece.place)


def _is_sentence(piece: Piece) -> bool:
    return len(piece.text.split()) >= 3 and not is_link(piece) and not is_aside(piece.text)


def _is_credit(text: str) -> bool:
    """Whether a line names an author or a day, or is the `By` before a name."""
    return len(text) <= _LONGEST_BYLINE and bool(
        clean([text]) or written(text) or _CLOCK.search(text) or _BYLINE.fullmatch(text) or text in {"By", "by"}
    )


def _inward_of_line(piece: Piece) -> list[Place]:
    """The inline elements that hold the whole piece."""
    out = []
    for place in piece.place.outward():
        if place.block:
            break
        out.append(place)
    return out
