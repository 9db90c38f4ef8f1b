"""What a line of a plain page is by its wording alone: comment heading, form, boilerplate, byline, dateline, paper.

In: the text of one paragraph. Out: yes or no, from the patterns in `data/plain_roles.toml`. Where on the page a
paragraph stands, and what follows from that, does not belong here.
"""

import re
import tomllib
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


@cache
def _table() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files("rashomon.pages").joinpath("data/plain_roles.toml").read_text("utf-8"))
    return {
        name: re.compile(
            "|".join(f"(?:{each})" for each in patterns).replace("{n}", _NUMBER).replace("{month}", _MONTH),
            0 if name == "credit" else re.IGNORECASE,
        )
        for name, patterns in table.items()
    }


def reads_as(wording: Wording, text: str) -> bool:
    """Whether the whole line is worded like one of that kind."""
    return len(text) <= _LONGEST and _table()[wording].fullmatch(text.strip(" |•·-–—»›>.!…[]")) is not None


def is_caption(text: str) -> bool:
    """Whether the paragraph carries a picture's credit."""
    return text.count(" ") < _CAPTION_WORDS and _table()["credit"].search(text) is not None


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
