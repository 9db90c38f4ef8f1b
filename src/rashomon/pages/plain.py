"""Plain text without mark-up -> blocks with their roles, told from the words and lines alone.

In: the decoded text, which is never altered. Out: `Draft`s, sorted, without overlaps, that hold every character which is
not white space. HTML does not belong here.
"""

import re

from rashomon.pages.blocks import Draft
from rashomon.pages.plain_lines import split_paragraphs
from rashomon.records import Role

_CREDIT = re.compile(r"\b(?:photo|photograph|image|picture|credit|file)s?\s*(?:by|:|/)", re.IGNORECASE)
_COMMENT_HEADING = re.compile(
    r"(?:join the conversation|(?:\d+ )?(?:comments?|responses|replies)(?: \(\d+\))?)\W*", re.IGNORECASE
)
_FORM = re.compile(r"(?:leave a (?:comment|reply)|your e-?mail address will not be published.*)", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,4})[.)]\s")


def find_blocks(text: str) -> list[Draft]:
    """The blocks of a plain page, in order."""
    paragraphs = split_paragraphs(text)
    drafts: list[Draft] = []
    in_comments = False
    for paragraph in paragraphs:
        words = paragraph.text
        role: Role = "body"
        if _FORM.fullmatch(words):
            role, in_comments = "form", False
        elif _COMMENT_HEADING.fullmatch(words):
            role, in_comments = "comment_heading", True
        elif in_comments:
            role = "comment"
        elif len(words) < 300 and _CREDIT.search(words):
            role = "caption"
        elif len(paragraphs) > 3 and len(words.split()) <= 8 and not re.search(r"[.!?…:;,][\"”’)]?$", words):
            role = "heading"
        first, last = paragraph.lines[0].number, paragraph.lines[-1].number
        last_draft = drafts[-1] if drafts else None
        if last_draft and role == last_draft.role == "comment" and not _NUMBER.match(words):
            first = int(re.findall(r"\d+", last_draft.location or "0")[0])
            drafts[-1] = Draft("comment", last_draft.start, paragraph.end, f"lines {first}-{last}")
        else:
            drafts.append(Draft(role, paragraph.start, paragraph.end, f"lines {first}-{last}"))
    return drafts
