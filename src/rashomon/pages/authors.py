"""The names of a page's authors, clean.

In: what metadata and bylines say. Out: names, in order, none twice. Addresses, posts and the publisher are no names.
"""

import re
from collections.abc import Iterable

_BY = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|edited|report|story|words|article|updated|authored?)\s+)?by\b[:\s]*|"
    r"^\W*(?:from|authors?|reporter|contributors?)\s*:\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:\||•|·|\b(?:Published|Updated|UPDATED|Posted|Email|Follow|Last|About|via)\b|"
    r"\bfor (?:the )?[A-Z]|\bin [A-Z]|"
    r"\bon (?:\w+ )?\d|\bat \d|\d{1,2}[:/.]\d|\d{4}|@|https?:|\bis (?:a|an|the)\b|\bmin read|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d).*$",
    re.DOTALL,
)
_SPLIT = re.compile(r"\s*(?:;|,|&|\band\b|/|\bwith\b|\+)\s*", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|editorial|desk|bureau|contributor|columnist|producer|photographer|"
    r"journalist|chief|team|admin|administrator|guest|newsroom|online|newspaper|media|news|magazine|web|agency|agencies|"
    r"press|photos?|ph\.?d|jr|sr|m\.?d|author|authors|posts?|view|more|comments?|share|subscribe|opinion|unknown|anonymous|none|null|"
    r"times|post|herald|tribune|network|service|services|editors|user|www|com|org|net|sections?|by|profile|bio)\b",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"^(?:the )?(?:associated press|reuters|afp|ap|pti|ani|ians|agence france[- ]presse|xinhua|canadian press)$",
    re.IGNORECASE,
)
_NAME = re.compile(r"^[^\W\d_][\w.’'`\-]*(?:\s+[^\W\d_][\w.’'`\-]*){0,5}\.?$")
_LONGEST = 60


def clean(values: Iterable[str], *, publisher: str | None = None) -> tuple[str, ...]:
    """The names in these values: `By Ann Lee and BEN OKO, Staff Writers` gives Ann Lee and Ben Oko."""
    out: dict[str, str] = {}
    site = _folded(publisher or "")
    for value in values:
        line = _AFTER.sub("", _BY.sub("", " ".join(value.split())))
        for part in _SPLIT.split(line):
            name = _BY.sub("", part).strip(" .,;:-–—()[]*'\"")
            if is_name(name) and _folded(name) != site:
                out.setdefault(_folded(name), _cased(name))
    return tuple(out.values())


def is_name(text: str) -> bool:
    """Whether this can be the name of an author: two words or more, capitals, no post, no address."""
    if _AGENCY.match(text):
        return True
    if not _NAME.match(text) or len(text) > _LONGEST or _POST.search(text):
        return False
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 2 and (capitals >= 2 or not words[0].isascii() or text.islower())


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())


def _cased(name: str) -> str:
    """Names in capitals or small letters throughout as names are written; agencies as they are."""
    if _AGENCY.match(name) or not (name.isupper() or name.islower()):
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word.group(0).capitalize(), name)
