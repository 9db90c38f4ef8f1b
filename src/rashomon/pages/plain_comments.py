"""Comments of readers on a plain page: where the thread begins, where each comment begins, where the thread ends.

In: the page's paragraphs in order, and where the article ends. Out: a role for each paragraph of the thread, with the
paragraphs of one comment sharing a number. Whether a comment is spam does not belong here.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.pages.plain_lines import Paragraph
from rashomon.pages.plain_roles import is_fragment, reads_as
from rashomon.records import Role

_NUMBERED = re.compile(r"#?(\d{1,4})[.):]\s")
_DATE = (
    r"(?:(?:\d+|an?|one) ?(?:s|m|h|d|w|mo|y|mins?|hrs?|(?:second|minute|hour|day|week|month|year)s?) ago|just now|"
    r"yesterday|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\d\d)?|"
    r"\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?(?:,? (?:19|20)\d\d)?)"
    r"(?:,? ?(?:at|@|-|–|·|,|\|)? ?\(?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
)
_DATED = re.compile(
    rf"(?P<name>.{{0,60}}?)(?:\s|^|[(\[·•|,–-])+(?:on )?{_DATE}[)\]]?\W*(?:says?|said|wrote)?\W*", re.IGNORECASE
)
_SAYS = re.compile(r"[^.!?]{2,50} (?:says?|said|wrote|commented|replied)(?: (?:on|at|to)\b.{0,60})?:?", re.IGNORECASE)
_FARTHEST = 25
"""So many paragraphs of buttons and rules may stand between a comment heading and the first comment."""

_NAME = re.compile(r"@?\w[\w.'’ -]{1,38}")


@dataclass(frozen=True, slots=True)
class Part:
    """The role of one paragraph in or around a thread; equal `comment` numbers make one block."""

    role: Role
    comment: int | None = None


def find_threads(paragraphs: Sequence[Paragraph], article: tuple[int, int]) -> dict[int, Part]:
    """For each paragraph that belongs to a thread, by index, what it is there; `article` as [first, after last)."""
    found: dict[int, Part] = {}
    begun = False
    headings = [i for i, each in enumerate(paragraphs) if i > article[0] and reads_as("comment_heading", each.text)]
    for heading, stop in itertools.pairwise([*headings, len(paragraphs)]):
        if heading in found:
            continue
        late = heading >= article[1] and not begun
        starts = _starts(paragraphs, heading + 1, stop, late=late)
        if starts or late:
            found[heading] = Part("comment_heading")
        if starts:
            _fill(paragraphs, heading + 1, starts, found)
            begun = begun or any(found[i].comment is not None for i in starts if i in found)
    return found


def _starts(paragraphs: Sequence[Paragraph], first: int, stop: int, *, late: bool) -> dict[int, int]:
    """Where comments start after a comment heading: {first paragraph: first paragraph after the comment's head}.

    `late`: the article is over and no comment has been found yet, so that a place says as much as a head.
    """
    numbered = _numbered(paragraphs, first, stop)
    if numbered:
        return {i: i for i in numbered}
    headed = _headed(paragraphs, first, stop)
    if headed and min(headed) > first + _FARTHEST:
        headed = {}
    if len(headed) > 1 or (headed and late and min(headed) <= first + 4):
        return headed
    return _unheaded(paragraphs, first, stop) if late else {}


def _numbered(paragraphs: Sequence[Paragraph], first: int, stop: int) -> list[int]:
    """Paragraphs numbered up or down by one, near the start of the thread."""
    out: list[int] = []
    last = 0
    for i in range(first, stop):
        match = _NUMBERED.match(paragraphs[i].text)
        number = int(match[1]) if match else None
        if number is not None and (abs(number - last) == 1 or (not out and i <= first + 3)):
            out.append(i)
            last = number
    return out if len(out) > 1 or (out and _NUMBERED.match(paragraphs[out[0]].text)) else []


def _headed(paragraphs: Sequence[Paragraph], first: int, stop: int) -> dict[int, int]:
    """Comments that start with a line of name and date, or a name line above a date line."""
    out: dict[int, int] = {}
    ages: set[bool] = set()
    for i in range(first, stop):
        text = paragraphs[i].text
        if len(text) > 140 or reads_as("control", text):
            continue
        dated = _DATED.fullmatch(text)
        if not dated and not _SAYS.fullmatch(text):
            continue
        above = paragraphs[i - 1].text if i > first else ""
        start = i
        following = paragraphs[i + 1].text if i + 1 < stop else ""
        if not following or _DATED.fullmatch(following) or ages - {" ago" in text}:
            continue
        ages.add(" ago" in text)
        if i - 1 >= first and i - 1 not in out and dated and not dated["name"].strip() and _is_name(above):
            start = i - 1
        out[start] = i + 1
    return out


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and text.count(" ") < 5 and not reads_as("control", text)


def _unheaded(paragraphs: Sequence[Paragraph], first: int, stop: int) -> dict[int, int]:
    """Comments that nothing but their place gives away: the prose that follows at once on a late comment heading."""
    out: dict[int, int] = {}
    for i in range(first, stop):
        text = paragraphs[i].text
        if reads_as("control", text):
            continue
        if is_fragment(text) or reads_as("form", text) or reads_as("boilerplate", text):
            break
        out[i] = i
    return out


def _fill(paragraphs: Sequence[Paragraph], first: int, starts: dict[int, int], found: dict[int, Part]) -> None:
    """Give every paragraph from `first` to the end of the thread its part."""
    number, i, body, last = None, first, first, max(starts)
    while i < len(paragraphs):
        text = paragraphs[i].text
        if i in starts:
            number, body = i, starts[i]
        elif i < body:
            pass
        elif reads_as("form", text):
            if i > last:
                break
            number = None
            found[i] = Part("form")
            i += 1
            continue
        elif reads_as("control", text):
            found[i] = Part("boilerplate")
            i += 1
            continue
        elif i > last and _is_over(paragraphs, i, body):
            break
        found[i] = Part("comment", number) if number is not None else Part("boilerplate")
        i += 1


def _is_over(paragraphs: Sequence[Paragraph], i: int, body: int) -> bool:
    """Whether the thread is over at this paragraph, which no comment's head opens."""
    text = paragraphs[i].text
    if reads_as("comment_heading", text) or reads_as("boilerplate", text):
        return True
    return i > body and is_fragment(text) and not text[0].islower()
