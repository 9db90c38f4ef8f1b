"""Which language a text is in, from its function words or its script.

In: text. Out: an ISO 639-1 code, None where too little text tells.
"""

import re
import tomllib
from collections import Counter
from functools import lru_cache
from importlib import resources

_LEAST_WORDS = 30
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def _function_words() -> dict[str, frozenset[str]]:
    raw = resources.files("rashomon.pages").joinpath("data/function_words.toml").read_text(encoding="utf-8")
    return {code: frozenset(words.split()) for code, words in tomllib.loads(raw)["languages"].items()}


def language_of(text: str) -> str | None:
    """The language of a text; None unless the evidence is ample."""
    words = _WORD.findall(text.lower())
    if len(words) < _LEAST_WORDS:
        return None
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in known) / len(words) for code, known in _function_words().items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= 0.12 else None
