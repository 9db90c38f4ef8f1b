"""Plain text without mark-up -> blocks with their roles, told from the words and lines alone.

In: the decoded text, which is never altered. Out: `Draft`s, sorted, without overlaps, that hold every character which
is not white space. HTML does not belong here, nor does how a line's wording, a thread or an article is told.
"""

from collections.abc import Sequence
from itertools import groupby

from rashomon.pages.blocks import Draft
from rashomon.pages.plain_article import FURNITURE, Stretch, find_article
from rashomon.pages.plain_comments import find_threads
from rashomon.pages.plain_lines import Paragraph, split_paragraphs
from rashomon.pages.plain_roles import (
    in_gallery,
    is_aside,
    is_caption,
    is_credited,
    is_fragment,
    is_item,
    is_quotation,
    key,
    reads_as,
    words_of,
)
from rashomon.records import Role

_MENU = -25.0
"""Log-odds in sum below which lines without a telling word are a menu, not an article's headings or credits."""

_ABOVE = 10


def find_blocks(text: str) -> list[Draft]:
    """The blocks of a plain page, in order."""
    paragraphs = split_paragraphs(text)
    texts = [paragraph.text for paragraph in paragraphs]
    stretch, scores = find_article(texts)
    threads = find_threads(paragraphs, stretch)
    if threads:
        stretch, scores = _before(min(threads), texts)
    stretch = _whole(texts, stretch, scores, frozenset(threads))
    roles = _roles(texts, stretch, scores, frozenset(threads))
    numbers: list[object] = list(range(len(texts)))
    for i, part in threads.items():
        roles[i] = part.role
        if part.comment is not None:
            numbers[i] = ("comment", part.comment)
    return [
        _draft(roles[group[0]], [paragraphs[i] for i in group])
        for group in (list(each) for _, each in groupby(range(len(texts)), key=lambda i: numbers[i]))
    ]


def _draft(role: Role, paragraphs: Sequence[Paragraph]) -> Draft:
    first, last = paragraphs[0], paragraphs[-1]
    return Draft(role, first.start, last.end, f"lines {first.lines[0].number}-{last.lines[-1].number}")


def _before(thread: int, texts: Sequence[str]) -> tuple[Stretch, list[float]]:
    """The article again, which ends before its comments begin."""
    stretch, scores = find_article(texts[:thread])
    return stretch, scores + [FURNITURE] * (len(texts) - thread)


def _whole(texts: Sequence[str], stretch: Stretch, scores: Sequence[float], taken: frozenset[int]) -> Stretch:
    """The stretch, widened to the page's top and end where nothing there looks like a site's own words."""
    first, after = stretch
    free = range(min(taken, default=len(texts)))
    if not free:
        return stretch
    if not after:
        return (0, 0) if _is_site(texts, scores, free) else (free[0], free[-1] + 1)
    head, tail = [i for i in free if i < first], [i for i in free if i >= after]
    return (
        first if not head or _is_site(texts, scores, head) else head[0],
        after if not tail or _is_site(texts, scores, tail) else tail[-1] + 1,
    )


def _is_site(texts: Sequence[str], scores: Sequence[float], places: Sequence[int]) -> bool:
    """Whether these paragraphs hold boilerplate: worded like it, or a menu by their looks."""
    menu = sum(min(scores[i], 0.0) for i in places if is_fragment(texts[i]))
    return menu < _MENU or any(reads_as("boilerplate", texts[i]) or reads_as("form", texts[i]) for i in places)


def _roles(texts: Sequence[str], stretch: Stretch, scores: Sequence[float], taken: frozenset[int]) -> list[Role]:
    """A role for each paragraph by its place and wording; those in `taken` get theirs from the thread."""
    first, after = stretch
    pictures = _twins(texts) | in_gallery(texts)
    pictures |= {i for i in range(first + 1, after) if is_credited(texts[i])}
    out: list[Role] = []
    for i, text in enumerate(texts):
        role: Role = "body" if first <= i < after else "boilerplate"
        if i in taken:
            pass
        elif reads_as("form", text):
            role = "form"
        elif is_caption(text) or i in pictures:
            role = "caption" if first - 3 <= i < after + 3 else "boilerplate"
        elif role == "body":
            role = _within(texts, i, scores[i])
        out.append(role)
    return _top(texts, out, stretch)


def _within(texts: Sequence[str], i: int, score: float) -> Role:
    """The role of a paragraph of the article."""
    text = texts[i]
    if score == FURNITURE or is_aside(text) or (reads_as("boilerplate", text) and (is_fragment(text) or score < 0)):
        return "boilerplate"
    if is_quotation(text):
        return "quote"
    if is_item(text) and any(is_item(texts[k]) for k in (i - 1, i + 1) if 0 <= k < len(texts)):
        return "list"
    following = texts[i + 1] if i + 1 < len(texts) else ""
    if is_fragment(text) and len(texts) > 2 and following and not is_fragment(following) and not text[0].islower():
        return "heading"
    return "body"


def _twins(texts: Sequence[str]) -> frozenset[int]:
    """Paragraphs that carry a picture's credit, or stand next to the same words with one: a caption printed twice."""
    found: set[int] = set()
    for i in range(1, len(texts)):
        if texts[i].count(" ") >= 3 and key(texts[i]) == key(texts[i - 1]) and len(texts[i]) < 400:
            found |= {i - 1, i} if not texts[i].endswith(".") or is_caption(texts[i]) else set()
    return frozenset(found)


def _top(texts: Sequence[str], roles: list[Role], stretch: Stretch) -> list[Role]:
    """The roles with title, byline, dateline and the paper's name told apart at the top of the article."""
    first, after = stretch
    prose = next((i for i in range(first, after) if roles[i] == "body" and not is_fragment(texts[i])), after)
    for i in range(max(0, first - 6), min(prose + 1, len(texts))):
        if roles[i] in {"caption", "form", "comment", "comment_heading"} or not is_fragment(texts[i]):
            continue
        if reads_as("byline", texts[i]):
            roles[i] = "byline"
        elif reads_as("dateline", texts[i]):
            roles[i] = "dateline"
    head = [i for i in range(first, prose) if roles[i] in {"heading", "body"}]
    if len(head) > 1 and reads_as("paper", texts[head[0]]):
        roles[head.pop(0)] = "boilerplate"
    if head and first == 0 and prose < after:
        roles[head[0]] = "title"
    elif not head:
        title = _title(texts, first, after)
        if title is not None and roles[title] == "boilerplate":
            roles[title] = "title"
    return roles


def _title(texts: Sequence[str], first: int, after: int) -> int | None:
    """The line shortly above the article that names its topic: most of its longer words stand in the article."""
    article = frozenset(words_of(" ".join(texts[first:after])))
    best: tuple[int, int] | None = None
    for i in range(max(0, first - _ABOVE), first):
        words = words_of(texts[i])
        shared = sum(word in article for word in words)
        if shared >= 3 and shared >= 0.6 * len(words) and len(texts[i]) < 200 and (not best or shared > best[0]):
            best = (shared, i)
    return best[1] if best else None
