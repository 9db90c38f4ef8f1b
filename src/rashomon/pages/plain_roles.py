"""What a line of a plain page is by its wording alone: comment heading, form, boilerplate, byline, dateline, paper.

In: the text of one paragraph. Out: yes or no, from the patterns in `data/plain_roles.toml`. Where on the page a
paragraph stands, and what follows from that, does not belong here.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

Wording = Literal["comment_heading", "form", "boilerplate", "control", "byline", "dateline", "paper"]

_NUMBER = r"[(\[]?\d[\d.,]*[kK]?[)\]]?"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_LONGEST = 400
_CAPTION_WORDS = 60
_HEADING_WORDS = 14
_FRAGMENT_END = re.compile(r"[^.!;:,…\"”’)\]]$|\?[\"”’]?$|[A-Za-z0-9][\"”’)]$")
_ITEM = re.compile(r"(?:[•●▪◦‣·*]|[-–—] |\d{1,2}[.)] |\([a-z\d]\) )\s*\S")
_LONG = re.compile(r"[^\W\d_]{4,}")
_NOT_WORDS = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"\d{1,3} ?/ ?(\d{1,3})(?= \S)")
_GALLERY = 3
"""So many pictures numbered out of one sum make a gallery."""
_CASED = frozenset({"credit", "credited", "site"})
"""The tables that case counts in."""


@cache
def _table() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("rashomon.pages").joinpath("data/plain_roles.toml").read_text("utf-8"))
    return {
        name: re.compile(
            "|".join(f"(?:{each})" for each in patterns).replace("{n}", _NUMBER).replace("{month}", _MONTH),
            0 if name in _CASED else re.IGNORECASE,
        )
        for name, patterns in table.items()
    }


def reads_as(wording: Wording, text: str) -> bool:
    """Whether the whole line is worded like one of that kind."""
    return len(text) <= _LONGEST and _table()[wording].fullmatch(text.strip(" |•·-–—»›>.!…[]")) is not None


def is_caption(text: str) -> bool:
    """Whether the paragraph carries a picture's credit."""
    return text.count(" ") < _CAPTION_WORDS and _table()["credit"].search(text) is not None


def is_credited(text: str) -> bool:
    """Whether the paragraph begins with a picture's credit, as captions in the text do; an article's title may, too."""
    return text.count(" ") < _CAPTION_WORDS and _table()["credited"].match(text) is not None


def is_aside(text: str) -> bool:
    """Whether the paragraph is a link to another story, or the site's words to its readers, amid an article."""
    return _table()["site"].match(text) is not None


def in_gallery(texts: Sequence[str]) -> frozenset[int]:
    """The captions of a gallery: 3/16, 4/16."""
    numbered = [(i, found[1]) for i, text in enumerate(texts) if (found := _NUMBERED.match(text))]
    sums = Counter(whole for _, whole in numbered)
    return frozenset(i for i, whole in numbered if sums[whole] >= _GALLERY)


def is_item(text: str) -> bool:
    """Whether the paragraph starts like an item of a list."""
    return _ITEM.match(text) is not None


def is_fragment(text: str) -> bool:
    """Whether the paragraph is short and no finished sentence: a heading, a label, an entry of a menu."""
    return text.count(" ") < _HEADING_WORDS and _FRAGMENT_END.search(text) is not None


def is_quotation(text: str) -> bool:
    """Whether the line is marked as quoted, as in electronic mail."""
    return text.startswith(">")


def key(text: str) -> str:
    """The letters and digits alone: equal for texts that differ only in spacing, punctuation and case."""
    return _NOT_WORDS.sub("", text).casefold()


def words_of(text: str) -> list[str]:
    """The longer words of the text, in lower case."""
    return [word.casefold() for word in _LONG.findall(text)]
