"""Ordinary spelling for a text that is written in capitals throughout, so that parser and name finder can read it.

In: a text and the words that are written small. Out: a text of the same length that differs in the case of its letters
alone. Which blocks are read does not belong here.
"""

import re
import tomllib
from collections.abc import Container
from functools import lru_cache
from importlib.resources import files

from spacy.language import Language

from rashomon.language.lexicon import lexicon

_LEAST = 20
_SHARE = 0.95
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STARTS = re.compile(r"(?:(?:\A|\n[^\S\n]*\n|--)\s*(?:\[[^\]\n]*\]\s+)*|[.?!][\"'”’)\]]*\s+)[\"'“‘(\[]*[^\W\d_]")
"""The beginning of a text, a paragraph or a sentence, after the remarks in square brackets of a transcript."""
_BEFORE_NAME = re.compile(r"\b[a-z]+(?=\.?\s+[A-Z][a-z])")
_MONTH = re.compile(r"(?<=\d )(?:may|march)\b|\b(?:may|march)(?= \d)")
_SPELLED_OUT = re.compile(r"((?:[^\W\d_][\w'’-]*\s+){2,9})[\[(]([A-Z]{3,8})[\])]")
_BRACKETED = re.compile(r"[\[(]([A-Z]{2,8})[\])]")
_NAME_PART = re.compile(r"[^\W\d_][\w'’-]*")
_UNCOUNTED = frozenset({"of", "the", "and", "for", "in", "to", "on", "de", "la", "del", "y"})
_CLITICS = frozenset({"S", "RE", "VE", "LL", "M", "D"})
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("men", "man"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""),
    ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""), ("ly", ""), ("ness", ""),
)  # fmt: skip
_VOWELS = frozenset("aeiouy")


def is_capitals(text: str) -> bool:
    """Whether a text, taken together, is written in capitals: its case then says nothing of names."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= _LEAST and sum(char.isupper() for char in letters) >= _SHARE * len(letters)


def restored(text: str, small: Container[str]) -> str:
    """The text in ordinary spelling: the words of `small` in lower case, all others as names or acronyms.

    A word that stands in brackets by itself, or has no vowel, stays as it is; any other gets one capital. Then titles
    before names, the words that an acronym in brackets is made of, and the first word of each sentence get theirs. A
    text whose length would change (capitals without a small letter of one character) is returned as it is.
    """
    acronyms = frozenset(_BRACKETED.findall(text))
    out = _WORD.sub(lambda found: _spelled(found[0], small, acronyms), text)
    out = _BEFORE_NAME.sub(lambda found: found[0].capitalize() if found[0] in lexicon().titles else found[0], out)
    out = _MONTH.sub(lambda found: found[0].capitalize(), out)
    out = _SPELLED_OUT.sub(_as_name, out)
    out = _STARTS.sub(lambda found: found[0][:-1] + found[0][-1].upper(), out)
    return out if len(out) == len(text) else text


def _spelled(word: str, small: Container[str], acronyms: frozenset[str]) -> str:
    stem, mark, ending = word.replace("’", "'").partition("'")
    if ending == "T":
        return word.lower()
    if mark and ending in _CLITICS:
        return _spelled(stem, small, acronyms) + word[len(stem) :].lower()
    low = word.lower()
    if word in acronyms or word == "I":
        return word
    if low in small:
        return low
    if len(word) == 1 or (len(word) < 6 and _VOWELS.isdisjoint(low)):
        return word
    return word[0] + low[1:]


def _as_name(found: re.Match[str]) -> str:
    """The words that spell out an acronym, with capitals: "national union of miners [NUM]"."""
    out, missing = list(found[1]), list(found[2])
    for word in reversed(list(_NAME_PART.finditer(found[1]))):
        if not missing:
            break
        if word[0].lower() in _UNCOUNTED:
            continue
        if word[0][0].upper() != missing.pop():
            return found[0]
        out[word.start()] = out[word.start()].upper()
    return found[0] if missing else "".join(out) + found[0][len(out) :]


class Dictionary:
    """The words that are written small: those of a lemmatizer's tables with their inflections, less the names."""

    def __init__(self, words: frozenset[str]) -> None:
        listed = tomllib.loads(files(__package__).joinpath("data/capitals.toml").read_text(encoding="utf-8"))
        table = lexicon()
        known = (*table.known_places, *table.given, *table.demonyms)
        self._small = frozenset(listed["small"].split())
        self._names = frozenset(listed["names"].split()) | {part for name in known for part in name.lower().split()}
        self._words = words - self._names

    def __contains__(self, word: object) -> bool:
        """Whether a word (in lower case) is written small."""
        if word in self._small:
            return True
        if not isinstance(word, str) or word in self._names:
            return False
        return word in self._words or any(self._inflected(word, *ending) for ending in _ENDINGS)

    def _inflected(self, word: str, ending: str, instead: str) -> bool:
        if not word.endswith(ending) or len(word) < len(ending) + 2:
            return False
        stem = word[: -len(ending)]
        doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in self._words
        return doubled or stem + instead in self._words


@lru_cache(maxsize=1)
def dictionary(nlp: Language) -> Dictionary:
    """The dictionary of a pipeline; a pipeline without English tables leaves only the function words."""
    lookups = nlp.get_pipe("lemmatizer").lookups if nlp.has_pipe("lemmatizer") else None  # type: ignore[attr-defined]
    names = [name for name in ("lemma_index", "lemma_exc") if lookups is not None and name in lookups.tables]
    tables = [lookups.get_table(name) for name in names] if lookups is not None else []
    return Dictionary(frozenset(word for table in tables for words in table.values() for word in words))
