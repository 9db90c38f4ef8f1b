"""Which language a text is in, from its script and its function words.

In: text. Out: an ISO 639-1 code, None where too little text tells. Names, tables and mixed texts tell nothing.
"""

import re
import tomllib
from collections import Counter
from functools import lru_cache
from importlib import resources

_LEAST_WORDS = 40
_LEAST_LETTERS = 100
_LEAST_SHARE = 0.14
"""Of the words of running prose about 0.4 are function words; lists and headlines have fewer."""
_LEAD = 1.5
"""A foreign language has to be so many times as likely as English."""
_SAMPLE = 50_000
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W\d_]")
_SCRIPTS = (
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_WITHIN_SCRIPT = {
    "ar": (("ur", re.compile("[ٹڈڑےں]")), ("fa", re.compile("[پچژگ]"))),
    "ru": (("uk", re.compile("[іїєґ]")),),
}
_MARKED = 0.005


def language_of(text: str) -> str | None:
    """The language of a text; None unless the evidence is ample."""
    sample = text[:_SAMPLE]
    foreign = _by_script(sample)
    if foreign:
        return foreign
    words = _WORD.findall(sample.lower())
    if len(words) < _LEAST_WORDS:
        return None
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in known) / len(words) for code, known in _function_words().items()}
    best = max(shares, key=lambda code: shares[code])
    if shares[best] < _LEAST_SHARE:
        return None
    if best != "en" and shares[best] < _LEAD * shares["en"]:
        return None
    return best


def _by_script(text: str) -> str | None:
    """The language of a text that is mostly in another script than Latin."""
    letters = len(_LETTER.findall(text))
    if letters < _LEAST_LETTERS:
        return None
    counts = {code: len(script.findall(text)) for code, script in _SCRIPTS}
    if counts["ja"] > 0.1 * letters:
        return "ja"
    code = max(counts, key=lambda each: counts[each])
    if counts[code] <= letters / 2:
        return None
    for special, marks in _WITHIN_SCRIPT.get(code, ()):
        if len(marks.findall(text)) > _MARKED * letters:
            return special
    return code


@lru_cache(maxsize=1)
def _function_words() -> dict[str, frozenset[str]]:
    raw = resources.files("rashomon.pages").joinpath("data/function_words.toml").read_text(encoding="utf-8")
    return {code: frozenset(words.split()) for code, words in tomllib.loads(raw)["languages"].items()}
