"""Text that is safe to show: page content is hostile until shown otherwise.

In: any text. Out: the same number of characters, in which none acts on a terminal or turns the direction of reading.
"""

from unicodedata import category

_KEPT = frozenset("\n\t")
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PICTURES = 0x2400
"""Where Unicode keeps a visible sign for each control character: U+241B for escape."""


def printable(text: str) -> str:
    """The text with control characters, direction marks and lone surrogates replaced by visible signs."""
    if text.isprintable():
        return text
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    if char in _KEPT:
        return char
    if char < " ":
        return chr(_PICTURES + ord(char))
    if char in _DIRECTION or category(char) in ("Cc", "Cs"):
        return "\N{REPLACEMENT CHARACTER}"
    return char
