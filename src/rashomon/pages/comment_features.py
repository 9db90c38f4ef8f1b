"""What can be seen of a comment: its words and letter groups, hashed, and counts of what spam is made of.

In: the text of one comment. Out: its groups of features as bucket numbers, the same on every machine. What a feature
is worth does not belong here.
"""

import html
import re
import zlib
from itertools import pairwise

BUCKETS = 1 << 16
MARK = 0.3
"""The value of a mark (a count or share, such as `capitals 3`), where words and letter groups share one unit."""

_TAG = re.compile(r"<[^>]{0,300}>")
_HREF = re.compile(r"<a\b[^>]{0,300}?href=[\"']?([^\"' >]{1,300})[^>]{0,300}>", re.IGNORECASE)
_HEAD_WORDS = 7
_SPACE = re.compile(r"[\s\ufeff\u200b]+")
_REPEATED = re.compile(r"(.)\1{3,}")
_TOKEN = re.compile(r"\w+|[^\w\s]")
LINK = re.compile(
    r"https?://\S+|www\.\S+|\b[\w-]+(?:\.|\s\.\s?)(?:com|net|org|co\.uk|info|biz)\b(?:/\S*)?|"
    r"\b[\w-]+\.(?:ru|ly|me|tv|in|uk|io|us|be)(?:/\S*|\b(?=\s|$))|watch\?v=\S+",
    re.IGNORECASE,
)
MONEY = re.compile(
    r"[£$€]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:pounds?|dollars?|usd|p/min)\b|(?<![:\d])\d{2,3}p(?:pm|m)?\b", re.IGNORECASE
)
PHONE = re.compile(r"\b0?\d[\d\s-]{8,}\d\b")
_SHAPES = (
    (LINK, " zurlz "),
    (MONEY, " zmoneyz "),
    (PHONE, " zphonez "),
    (re.compile(r"\b\d{5,6}\b"), " zcodez "),
    (re.compile(r"\d"), "0"),
)


def without_head(comment: str) -> str:
    """The comment without the lines above its words: the writer's name, badges, the date."""
    lines = [line.strip() for line in comment.splitlines() if line.strip()]
    while len(lines) > 1 and len(lines[0].split()) <= _HEAD_WORDS and not lines[0].endswith((".", "!", "?", ",", ":")):
        del lines[0]
    return "\n".join(lines)


def clean(text: str) -> str:
    """The comment as a reader sees it: entities resolved, tags gone (a link's address stays), single spaces."""
    plain = html.unescape(html.unescape(text))
    if "<" in plain:
        plain = _TAG.sub(" ", _HREF.sub(r" \1 ", plain))
    return _SPACE.sub(" ", plain).strip()


def normalize(comment: str) -> str:
    """The cleaned comment in lower case, with links, sums, telephone and code numbers replaced by their kind."""
    for pattern, shape in _SHAPES:
        comment = pattern.sub(shape, comment)
    return _REPEATED.sub(r"\1\1\1", comment.lower())


def feature_groups(text: str) -> tuple[list[int], list[int], list[int]]:
    """Bucket numbers of the words and word pairs, of the letter groups, and of the marks."""
    comment = clean(text)
    plain = normalize(comment)
    tokens = _TOKEN.findall(plain)
    words = {f"w:{each}" for each in tokens} | {f"b:{first} {second}" for first, second in pairwise(tokens)}
    joined = f" {' '.join(tokens)} "
    letters = {joined[i : i + size] for size in (3, 4, 5) for i in range(len(joined) - size + 1)}
    return _buckets(words), _buckets(letters), _buckets({f"H:{mark}" for mark in _marks(comment, plain)})


def _buckets(names: set[str]) -> list[int]:
    return [zlib.crc32(name.encode("utf-8", "surrogatepass")) % BUCKETS for name in sorted(names)]


def _steps(value: float, edges: tuple[float, ...]) -> int:
    return sum(value >= edge for edge in edges)


def _marks(comment: str, plain: str) -> list[str]:
    letters = [character for character in comment if character.isalpha()]
    capitals = sum(map(str.isupper, letters)) / max(len(letters), 1)
    digits = sum(map(str.isdecimal, comment)) / max(len(comment), 1)
    return [
        f"len{_steps(len(comment.split()), (1, 2, 4, 8, 15, 25, 40, 80))}",
        f"caps{_steps(capitals, (0.03, 0.1, 0.2, 0.4, 0.8))}",
        f"url{min(plain.count('zurlz'), 3)}",
        f"money{min(plain.count('zmoneyz'), 2)}",
        f"phone{min(plain.count('zphonez'), 2)}",
        f"code{min(plain.count('zcodez'), 2)}",
        f"excl{min(comment.count('!'), 4)}",
        f"q{min(comment.count('?'), 2)}",
        f"dig{_steps(digits, (0.01, 0.05, 0.1, 0.2))}",
    ]
