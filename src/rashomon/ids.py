"""Ids made from content: the same record gets the same id on every machine, in every run and order of arrival.

No clock, no random number, no counter of a database.
"""

import hashlib

_DIGITS = 16


def sha256(data: bytes) -> str:
    """The SHA-256 of raw bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def make_id(kind: str, *parts: object) -> str:
    """An id like `claim-1f0c…` from the kind of record and the parts that make it what it is.

    Parts are separated unambiguously, so that `("ab", "c")` and `("a", "bc")` differ. `repr` of strings, numbers, None
    and tuples of these is stable across machines; pass nothing else.
    """
    digest = hashlib.sha256(repr((kind, *parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:_DIGITS]}"
