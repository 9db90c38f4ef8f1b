"""User comments on a page of HTML: one block each, their heading and the form apart.

In: the visible pieces and the labels of their places. Out: for each piece that is of the comment area its role, and
which pieces make one comment. Whether a comment is spam does not belong here.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.pages.article import is_link
from rashomon.pages.asides import is_aside
from rashomon.pages.places import Labels
from rashomon.pages.visible import Piece, Place
from rashomon.records import Role

_ITEM = re.compile(r"(?<!no[-_])(?:comment|reply|response|message|post|opinion|review)(?!s\b|s[-_]|er)", re.IGNORECASE)
_NO_ITEM = re.compile(
    r"^\w*?(?:comments?[-_]?)?(?:children|list|commentlist|replies|tabs?|counts?|filter|sort|order|head|header|foot|footer|meta|author|"
    r"avatar|time|date|links?|actions?|tools?|buttons?|form|respond|holder|inner|stream|nested|pager|rating|votes?)s?\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_HEADING = re.compile(
    r"\W*(?:(?:\d[\d,.]*|no|one|all|reader|readers|user|showing|view|recent|latest|top)\s+){0,2}"
    r"(?:comments?|responses?|replies|reactions?|thoughts?|discussion|join the (?:conversation|discussion))\b.{0,80}",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"\W*(?:(?:leave|post|add|write|submit|make|share|enter)\s+(?:a|an|your|new)?\s*(?:comment|reply|response|thoughts?|opinion)|"
    r"(?:you must |please )?(?:be )?(?:log(?:ged)?[ -]?in|sign(?:ed)?[ -]?in|register)\b.{0,60}(?:comment|reply|post)|"
    r"(?:your )?e-?mail (?:address )?\(?(?:will|is) not|required fields|cancel reply|notify me of|save my name|"
    r"comments? (?:are|is) (?:closed|moderated|subject)|.{0,30}comment(?:ing)? (?:policy|guidelines|rules))",
    re.IGNORECASE,
)
_FORM_PLACE = re.compile(r"respond|reply-?form|comment-?form|editor|comment-?box|login|sign-?in", re.IGNORECASE)
_SHORTEST = 2
_ALONE = 25
"""A comment has a head and a text, or one text of so many characters."""
_NUMBERED = re.compile(r"comment[-_]?\d{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CommentArea:
    """`roles`: the role of each piece in the comment area; `groups`: for a piece of a comment, the comment's number."""

    roles: dict[int, Role]
    groups: dict[int, int]


def find_comments(found: Sequence[Piece], labels: Labels, core: frozenset[int]) -> CommentArea:
    """The comments of the page, and what belongs to them."""
    area = [index for index, piece in enumerate(found) if index not in core and _in_area(piece.place, labels)]
    items = _items(found, area, labels)
    roles: dict[int, Role] = {}
    groups: dict[int, int] = {}
    for number, run in enumerate(_runs(area, items)):
        kept = _comment(found, run)
        roles.update(dict.fromkeys(kept, "comment"))
        groups.update(dict.fromkeys(kept, number))
    last = max(core, default=-1)
    for index in area:
        if index not in groups:
            roles[index] = _around(found[index], after_article=index > last)
    return CommentArea(roles, groups)


def _in_area(place: Place, labels: Labels) -> bool:
    return any(label == "comment" for label in labels.all(place))


def _around(piece: Piece, *, after_article: bool) -> Role:
    """What a piece of the comment area is that is of no comment."""
    if _FORM.match(piece.text) or any(
        place.tag in {"form", "fieldset"} or _FORM_PLACE.search(place.names) for place in piece.place.outward()
    ):
        return "form"
    if after_article and len(piece.text) < 120 and _HEADING.fullmatch(piece.text):
        return "comment_heading"
    return "boilerplate"


def _kind(place: Place) -> tuple[str, str]:
    """What an element is like: its tag and the name that makes it a comment, digits apart."""
    names = _DIGITS.sub("", place.names).split()
    name = next((name for name in names if _ITEM.search(name)), "")
    return place.tag, name.strip("-_").lower()


def _items(found: Sequence[Piece], area: Sequence[int], labels: Labels) -> dict[int, Place]:
    """For each piece of the area that is in a comment, the innermost element that is one."""
    seen: set[Place] = set()
    siblings: Counter[tuple[Place | None, tuple[str, str]]] = Counter()
    above: dict[tuple[str, str], set[tuple[str, str]]] = {}
    chains: dict[int, list[Place]] = {}
    for index in area:
        chain = [place for place in found[index].line.outward() if _may_be_item(place) and _in_area(place, labels)]
        chains[index] = chain
        kinds = [_kind(place) for place in chain]
        for depth, place in enumerate(chain):
            if place not in seen:
                seen.add(place)
                siblings[place.above, kinds[depth]] += 1
            above.setdefault(kinds[depth], set()).update(kind for kind in kinds[depth + 1 :] if kind != kinds[depth])
    repeated = {kind for (_, kind), count in siblings.items() if count > 1}
    if not repeated:
        repeated = {_kind(place) for place in seen if _NUMBERED.search(place.names)}
    outer = {kind for kind in repeated if not (above[kind] & repeated)}
    return {
        index: item
        for index, chain in chains.items()
        if (item := next((place for place in chain if _kind(place) in outer), None)) is not None
    }


def _may_be_item(place: Place) -> bool:
    return place.tag in {"li", "article", "div", "section", "tr", "dd", "blockquote"} and bool(
        (name := _kind(place)[1]) and not _NO_ITEM.match(name)
    )


def _runs(area: Sequence[int], items: dict[int, Place]) -> list[list[int]]:
    """For each comment, the first unbroken run of its pieces (answers to it stand in the midst of it)."""
    runs: dict[Place, list[int]] = {}
    last: Place | None = None
    for index in area:
        item = items.get(index)
        if item is not None and (item not in runs or (item is last and runs[item][-1] == index - 1)):
            runs.setdefault(item, []).append(index)
        last = item
    return list(runs.values())


def _comment(found: Sequence[Piece], run: list[int]) -> list[int]:
    """The pieces of a run up to the last that says something; none where nothing does."""
    said = [index for index in run if _says_something(found[index])]
    if len(said) < 2 and not any(len(found[index].text) >= _ALONE for index in said):
        return []
    return [index for index in run if index <= said[-1]]


def _says_something(piece: Piece) -> bool:
    return (
        len(piece.text) >= _SHORTEST and not is_link(piece) and not is_aside(piece.text) and not _FORM.match(piece.text)
    )
