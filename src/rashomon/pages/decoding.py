"""Bytes -> text: which encoding a page is in, whatever it says of itself.

In: raw bytes and the charset that a header gave, if any. Out: the text, the encoding used, and how many characters
could not be decoded. Mark-up is looked at only for its charset declaration; nothing else belongs here.
"""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9._:-]+)""", re.IGNORECASE
)
_HEAD = 8192
_SAMPLE = 65_536
_WEB_NAMES = {"iso8859-1": "cp1252", "ascii": "cp1252"}
"""What the web means by these names (Encoding Standard of the WHATWG)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded page; `replaced` counts the characters that could not be decoded and now read U+FFFD."""

    text: str
    encoding: str
    replaced: int = 0


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """The text of a page.

    A byte order mark decides; else UTF-8 where the bytes are valid UTF-8, whatever the label says; else the caller's
    label, the page's own, and what the bytes look like, in this order.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _replacing(data, name)
    wide = _wide(data)
    if wide:
        return _replacing(data, wide)
    labels = [_known(charset), _known(_declared(data))]
    if not any((label and label.startswith("iso2022")) or label in {"hz", "utf-7"} for label in labels):
        text = _strict(data, "utf-8")
        if text is not None:
            return Decoded(text, "utf-8")
    for label in labels:
        text = _strict(data, label) if label and label != "utf-8" else None
        if label and text is not None:
            return Decoded(text, label)
    return _undeclared(data, [label for label in labels if label])


def _undeclared(data: bytes, labels: list[str]) -> Decoded:
    lossy = _replacing(data, "utf-8")
    if lossy.replaced <= len(data) * 0.001 and ("utf-8" in labels or len(data) > 1000):
        return lossy  # UTF-8 with a few broken bytes
    best = from_bytes(data[:_SAMPLE]).best()
    guess = _known(best.encoding) if best else None
    for name in (guess, "cp1252"):
        text = _strict(data, name) if name else None
        if name and text is not None:
            return Decoded(text, name)
    return _replacing(data, guess or (labels[0] if labels else "cp1252"))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: in Western text every other byte is NUL."""
    head = data[:_SAMPLE]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    found = _META.search(data[:_HEAD])
    return found.group(1).decode("ascii") if found else None


def _known(name: str | None) -> str | None:
    """The name by which Python knows an encoding of text; None for one it does not know."""
    try:
        info = codecs.lookup((name or "").strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if info.name in {"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}:
        return "utf-8"  # a page whose declaration could be read as ASCII is not in these
    try:
        "".encode(info.name).decode(info.name)
    except LookupError:
        return None  # a codec of bytes, such as base64
    return _WEB_NAMES.get(info.name, info.name)


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeError, ValueError):
        return None


def _replacing(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    return Decoded(text, name, text.count("\ufffd"))
