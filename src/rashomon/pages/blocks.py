"""Blocks: stretches of a page's text with one role, as drafts while they are looked for and as records when they stand.

In: drafts from mark-up or from plain text. Out: `Block`s with ids. How a role is found does not belong here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.ids import make_id
from rashomon.records import Block, Flag, Role

ARTICLE_ROLES: frozenset[Role] = frozenset({"body", "heading", "quote", "list", "table", "dateline"})
"""The roles that make the text of the article: what the scores of `quality/articles.py` count."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A block without an id: role, `[start, end)` in the page's text, and where it stood in the page as it came in."""

    role: Role
    start: int
    end: int
    location: str | None = None


def finish(page_id: str, drafts: Iterable[Draft], flags: Iterable[tuple[Flag, ...]] = ()) -> tuple[Block, ...]:
    """Drafts as blocks with ids; `flags` holds, in order, the flags of the comment blocks."""
    marks = iter(flags)
    return tuple(
        Block(
            id=make_id("block", page_id, draft.role, draft.start, draft.end),
            role=draft.role,
            start=draft.start,
            end=draft.end,
            flags=next(marks, ()) if draft.role == "comment" else (),
            location=draft.location,
        )
        for draft in drafts
    )


def article_text(text: str, blocks: Iterable[Block | Draft]) -> str:
    """The article alone: the blocks with article roles, a blank line between them."""
    return "\n\n".join(text[block.start : block.end] for block in blocks if block.role in ARTICLE_ROLES)
