"""Pages that carry one page's text: what they are to it, and the passages in which they differ.

In: readings, passages and links as fusion made them. Out: `CopyView`. Which pages are copies is not decided here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.graph import Link, Relation
from rashomon.records import Reading
from rashomon.spans import Span, Spans
from rashomon.views.material import Excerpt, PageRef, page_ref

_CALLED: dict[Relation, str] = {
    "version": "version", "copy": "copy", "part": "copy of a part", "quotation": "quotes the same statement",
}  # fmt: skip
"""What a page is to another, in words."""
Passage = tuple[Span | None, Span | None]
"""Where words stand on the page and on the other; None where one of them does not have them."""


@dataclass(frozen=True, slots=True)
class CopyView:
    """Another page that carries the text. `reasons`: why they are held to be one text; none where others join them.

    `here`: passages that only the page asked about has, `there`: those that only this one has. Of two versions the
    later has changed them; `later`: whether this one was published after the other, None where a date is missing.
    """

    page: PageRef
    relation: Relation
    reasons: tuple[str, ...]
    later: bool | None
    here: tuple[Excerpt, ...]
    there: tuple[Excerpt, ...]

    @property
    def called(self) -> str:
        """What it is to the page, in words."""
        return _CALLED[self.relation]


def copy_view(
    page: Reading, other: Reading, relation: Relation, link: Link | None, passages: Iterable[Passage]
) -> CopyView:
    """One other page, what it is to the page, and the passages of both."""
    pairs = tuple(passages)
    dates = page.page.published.value, other.page.published.value
    return CopyView(
        page=page_ref(other),
        relation=relation,
        reasons=tuple(reason.words for reason in link.reasons) if link else (),
        later=dates[0] < dates[1] if dates[0] and dates[1] and dates[0] != dates[1] else None,
        here=_excerpts(page, tuple(left for left, right in pairs if left is not None and right is None)),
        there=_excerpts(other, tuple(right for left, right in pairs if left is None and right is not None)),
    )


def _excerpts(reading: Reading, spans: Spans) -> tuple[Excerpt, ...]:
    text, page = reading.page.text, reading.page.id
    return tuple(Excerpt(page, span.start, span.cut(text), (span,)) for span in sorted(spans))
