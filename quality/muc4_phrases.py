"""The phrases of a text that could fill a slot of a MUC-4 template.

In: a parsed `Doc`. Out: `Phrase`s, one for each wording, with all its mentions. Which of them fill a slot does not
belong here.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

_LONGEST = 9
_INNER = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART"})
_LEFT = frozenset({"DET", "PRON", "PUNCT", "SPACE", "ADP", "CCONJ", "PART", "SCONJ"})
_TITLES = frozenset({
    "colonel", "col", "col.", "general", "gen", "gen.", "captain", "capt", "capt.", "major", "maj", "maj.",
    "lieutenant", "lt", "lt.", "dr", "dr.", "mr", "mr.", "mrs", "mrs.", "father", "fr", "fr.", "president",
    "senator", "sen", "sen.", "msgr", "msgr.", "sergeant", "sgt", "sgt.", "judge", "mayor", "minister", "priest",
    "governor", "deputy", "doctor", "journalist", "monsignor", "bishop", "archbishop", "commander", "ambassador",
    "leader", "former", "engineer", "attorney", "candidate", "rector", "reverend", "sister", "brother", "don",
})  # fmt: skip


@dataclass(slots=True)
class Phrase:
    """A wording, where it first stands, and where all its mentions stand: offsets, and numbers of sentences."""

    words: str
    start: int
    end: int
    mentions: list[tuple[int, int]] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)
    lead: str = ""
    """The lemma of its head."""


def phrases(doc: Doc) -> list[Phrase]:
    """All wordings in order of their first mention."""
    starts = [token.i for token in doc if token.is_sent_start] or [0]
    found: dict[str, Phrase] = {}
    for first, last, head in _spans(doc):
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        words = " ".join(doc.text[start:end].lower().split())
        phrase = found.setdefault(words, Phrase(words, start, end, lead=head.lemma_.lower()))
        phrase.mentions.append((start, end))
        phrase.sentences.add(bisect_right(starts, first) - 1)
    return list(found.values())


def _spans(doc: Doc) -> Iterator[tuple[int, int, Token]]:
    """The parts of each noun phrase that end in its head, whole names, and phrases with "of"."""
    seen: set[tuple[int, int]] = set()
    for chunk in doc.noun_chunks:
        root = chunk.root
        if root.pos_ == "PRON":
            continue
        stop = chunk.end
        while stop > chunk.start and (doc[stop - 1].is_space or doc[stop - 1].is_punct):
            stop -= 1
        for start in range(chunk.start, stop):
            if stop - start > _LONGEST or not _opens(doc, start, stop):
                continue
            for ending in {stop, _with_of(doc, stop), _with_bracket(doc, stop)}:
                if ending - start <= _LONGEST + 4 and (start, ending) not in seen:
                    seen.add((start, ending))
                    yield start, ending, root
        yield from _parts(doc, chunk, seen)
    for name in doc.ents:
        if name.label_ in _NAMES:
            start = name.start
            while start < name.end and (doc[start].pos_ in {"DET", "PUNCT", "SPACE"} or doc[start].lower_ in _TITLES):
                start += 1
            if start < name.end and (start, name.end) not in seen:
                seen.add((start, name.end))
                yield start, name.end, name.root


def _opens(doc: Doc, start: int, stop: int) -> bool:
    """Whether a filler may begin with this word: "the" only before a capital."""
    word = doc[start]
    if word.lower_ == "the" and start + 1 < stop:
        return doc[start + 1].pos_ == "PROPN" or doc[start + 1].text[0].isupper()
    return word.pos_ not in _LEFT and not word.is_punct


def _parts(doc: Doc, chunk: Span, seen: set[tuple[int, int]]) -> Iterator[tuple[int, int, Token]]:
    """The modifiers of a noun phrase by themselves: "an ELN column", "car bomb attack"."""
    at = chunk.start
    while at < chunk.end - 1:
        stop = at
        while stop < chunk.end - 1 and doc[stop].pos_ in _INNER:
            stop += 1
        if stop > at:
            for start in range(at, stop):
                if (start, stop) not in seen:
                    seen.add((start, stop))
                    yield start, stop, doc[stop - 1]
        at = max(stop, at) + 1


def _with_of(doc: Doc, stop: int) -> int:
    """The end of the noun phrase that "of" hangs on this one."""
    if stop + 1 >= len(doc) or doc[stop].lower_ not in {"of", "from"}:
        return stop
    end = stop + 1
    while end < len(doc) and doc[end].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} and end - stop < _LONGEST:
        end += 1
    return end if end > stop + 1 else stop


def _with_bracket(doc: Doc, stop: int) -> int:
    """With "in brackets" behind."""
    if stop + 2 < len(doc) and doc[stop].text in "([" and doc[stop + 2].text in ")]":
        return stop + 3
    return stop
