"""Where sentences begin, set before spaCy's parser so that it keeps to it.

In: a `Doc` with its blocks. Out: the layer QUOTES, and `Token.is_sent_start` of every token. No sentence crosses a
block or a blank line, none is white space only, none is longer than LONGEST characters. A dateline is one by itself. A
quotation of several sentences is several sentences; its closing mark, and a "he asked" that follows "...?", stay with
the last. Grammar does not belong here.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files

from spacy.language import Language
from spacy.pipeline import Sentencizer
from spacy.tokens import Doc

from rashomon import layers
from rashomon.language import quotes

LONGEST = 5_000
"""A sentence longer than this is cut at white space: every later station stays quick on a page without full stops."""

_BOUNDARY = re.compile(r"([.?!…]+|\.(?:\s\.){2,})([\"'”’»›)\]]*)(\s+)(?=\S)")
_DAY = r"(?:,? (?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,9}\.?)(?:,? \d{2,4})?)?"
_DATELINE = re.compile(
    rf"(?:[A-Z][A-Z.'’ /-]{{2,40}}(?:, [A-Z][\w.'’]+)?{_DAY}(?: ?\([^()\n]{{2,40}}\))?|"
    rf"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}(?:, [A-Z][\w.'’]+)?{_DAY} ?\([^()\n]{{2,40}}\))"
    r"\s?(?:[–—]|--?)\s(?=[\"'“‘\[A-Z])"
)
"""Place, day and agency before the first sentence of a story: `MERROW, July 16 (MPW) — `."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_LAST_WORD = re.compile(r"[\w.&-]*\Z")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[„`—–-]*([\w’'-]*)")
_WORDS = re.compile(r"[\w’'-]+|[.?!,;:]")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_SPACE = re.compile(r"\s+")
_REACH = 24
"""Characters looked at before a full stop: no abbreviation is longer."""


class Sentences:
    """Writes the layer QUOTES and the sentence starts."""

    def __init__(self) -> None:
        self._marker = Sentencizer()

    def __call__(self, doc: Doc) -> Doc:
        """The Doc with every token marked as starting a sentence or not."""
        text, blocks = doc.text, layers.blocks(doc)
        doc._.rashomon_quotes = quotes.find(text, blocks)
        begins = [at for block in blocks for at in starts(text, block.start, block.end)]
        self._marker.set_annotations([doc], [_first_tokens(doc, begins)])
        return doc


@Language.factory("rashomon_sentences")
def make_sentences(nlp: Language, name: str) -> Sentences:  # noqa: ARG001
    """The factory that spaCy calls."""
    layers.register()
    return Sentences()


def _first_tokens(doc: Doc, begins: list[int]) -> list[bool]:
    """For each token whether it is the first, white space aside, at or after an offset where a sentence begins."""
    out = []
    following = 0
    for token in doc:
        end = token.idx + len(token)
        first = following < len(begins) and begins[following] < end and not token.is_space
        while first and following < len(begins) and begins[following] < end:
            following += 1
        out.append(first)
    return out


def starts(text: str, start: int, end: int) -> list[int]:
    """Offsets at which the sentences of one block begin."""
    found = []
    at = start
    while at < end:
        match = _BLANK_LINE.search(text, at, end)
        found += _of_paragraph(text, at, match.start() if match else end)
        at = match.end() if match else end
    return found


def _of_paragraph(text: str, start: int, end: int) -> list[int]:
    while start < end and text[start].isspace():
        start += 1
    if start == end:
        return []
    dateline = _DATELINE.match(text, start, end)
    found = [start, dateline.end()] if dateline and dateline.end() < end else [start]
    for match in _BOUNDARY.finditer(text, found[-1], end):
        if match.end() < end and _ends(text, match, found[-1], end):
            found += _cuts(text, found[-1], match.end())
            found.append(match.end())
    return found + _cuts(text, found[-1], end)


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether the sentence that began at `start` ends with this stop, its closing marks and white space."""
    stop, closers = match[1], match[2]
    following = _NEXT_WORD.match(text, match.end(), end)
    word = following[1] if following else ""
    if not word:
        return bool(following and following.end() > match.end())
    if word[0].islower():
        return False
    if closers and stop[-1] in "?!" and closers[0] not in ")]":
        return not _attributed(text, match.end(), end)
    if stop != "." or closers:
        return True
    return _full_stop(text, match.start(), start, word)


def _full_stop(text: str, stop: int, start: int, following: str) -> bool:
    """Whether a single full stop after a word ends the sentence, given the word that follows."""
    last = _LAST_WORD.search(text, max(start, stop - _REACH), stop)
    word = last[0] if last else ""
    words = _words()
    if not word or (word.isdecimal() and stop - len(word) == start):
        return bool(word) is False
    if following[0].isdecimal() and word in words["numbered"]:
        return False
    if word in words["titles"]:
        return False
    if word in words["either"] or (_INITIAL.fullmatch(word) and word != "I"):
        return following in words["starters"]
    return True


def _attributed(text: str, at: int, end: int) -> bool:
    """Whether what follows a quotation tells who said it: `Smith asked.`, `the minister said in May`."""
    found = _WORDS.findall(text, at, min(end, at + 80))
    verbs = quotes.speech()["verbs"]
    for place, word in enumerate(found[:6]):
        if word in ".?!,;:":
            return False
        if word in verbs:
            after = found[place + 1] if place + 1 < len(found) else "."
            return not after[0].isalpha() or after.endswith("ly") or after in _words()["after_verb"]
    return False


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Where a sentence longer than LONGEST is cut, at white space."""
    found = []
    while end - start > LONGEST:
        space = _SPACE.search(text, start + LONGEST, end)
        if space is None or space.end() >= end:
            break
        start = space.end()
        found.append(start)
    return found


@cache
def _words() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files(__package__).joinpath("data/sentences.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) for key, value in table.items()}
