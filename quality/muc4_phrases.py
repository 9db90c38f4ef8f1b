"""The phrases of a text that could fill a slot of a MUC-4 template, each with what the text says around it.

In: a parsed `Doc` and its reading as JSON. Out: `Phrase`s, one for each wording, with the features of all its mentions.
Which of them fill a slot does not belong here.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Span, Token

from rashomon.meaning.events.lexicon import lexicon

_LONGEST = 9
_LEAD = 4
_UP = 3
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


def standing(event: dict[str, Any]) -> str:
    """Whether an event is told as having happened."""
    seen = event["perspectives"][0]
    return "real" if seen["status"] in {"actual", "ongoing"} and seen["polarity"] == "affirmed" else "unreal"


@dataclass(slots=True)
class Phrase:
    """A wording, where it first stands, and the features of all its mentions."""

    words: str
    start: int
    end: int
    features: set[str] = field(default_factory=set)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    sentences: set[int] = field(default_factory=set)
    lead: str = ""
    """The lemma of its head."""


def lemmas_of(doc: Doc) -> tuple[list[tuple[str, str]], int]:
    """Lemma and tag of each word, and how many words the first sentences have."""
    lead = sum(len(sentence) for _, sentence in zip(range(_LEAD), doc.sents, strict=False))
    return [(token.lemma_.lower(), token.pos_) for token in doc], lead


def phrases(doc: Doc, reading: dict[str, Any]) -> list[Phrase]:
    """All wordings in order of their first mention."""
    around = _Around(doc, reading)
    found: dict[str, Phrase] = {}
    for first, last, head in _spans(doc):
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        words = " ".join(doc.text[start:end].lower().split())
        phrase = found.setdefault(words, Phrase(words, start, end, lead=head.lemma_.lower()))
        phrase.mentions.append((start, end))
        phrase.sentences.add(around.sentence(first))
        phrase.features |= around.features(first, last, head)
    for phrase in found.values():
        phrase.features |= set(_of_wording(phrase))
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


def _of_wording(phrase: Phrase) -> Iterator[str]:
    words = phrase.words.split()
    yield f"words={phrase.words}"
    yield f"size={min(len(words), 6)}"
    yield f"first={words[0]}"
    yield f"last={words[-1]}"
    yield f"lead={phrase.lead}"
    for word in words:
        yield f"word={word}"
    yield f"times={min(len(phrase.mentions), 4)}"
    if not words[0][0].isalnum():
        yield "odd first"


class _Around:
    """What stands around a mention: grammar, neighbours, the sentence, the events of the reading."""

    def __init__(self, doc: Doc, reading: dict[str, Any]) -> None:
        self._doc = doc
        self._starts = [token.i for token in doc if token.is_sent_start] or [0]
        self._at = {place: token.i for token in doc for place in range(token.idx, token.idx + len(token))}
        table = lexicon()
        self._classes = list(table.classes.items())
        self._types: dict[str, str] = {}
        for part in (table.verbs, table.nouns):
            for lemma, entries in part.items():
                self._types.setdefault(lemma, entries[0].type)
        self._arguments: dict[int, set[str]] = {}
        self._triggers: dict[int, set[str]] = {}
        self._places: dict[int, list[tuple[int, str]]] = {}
        for event in reading["events"]:
            self._take_event(event)
        self._entities = {
            self._at[place]: entity["type"]
            for entity in reading["entities"]
            for mention in entity["mentions"]
            for place in range(mention["start"], mention["end"])
            if place in self._at
        }
        self._words: dict[int, set[str]] = {}
        for token in doc:
            if token.pos_ in {"VERB", "NOUN"} and token.lemma_.lower() in self._types:
                self._words.setdefault(self.sentence(token.i), set()).add(token.lemma_.lower())

    def _take_event(self, event: dict[str, Any]) -> None:
        kind, told = event["type"], standing(event)
        for argument in event["arguments"]:
            role = argument["role"]
            for place in range(argument["start"], argument["end"]):
                if place in self._at:
                    told_of = self._arguments.setdefault(self._at[place], set())
                    told_of |= {role, f"{kind} {role}", f"{told} {role}"}
        first = self._at.get(event["trigger"][0])
        if first is not None:
            number = self.sentence(first)
            self._triggers.setdefault(number, set()).update({kind, f"{kind} {told}"})
            self._places.setdefault(number, []).append((first, kind))

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds a token."""
        return bisect_right(self._starts, at) - 1

    def features(self, first: int, last: int, head: Token) -> set[str]:
        """What is said of one mention."""
        lead, number = head.lemma_.lower(), self.sentence(first)
        name = self._entities.get(head.i, "none")
        label = head.ent_type_ or "none"
        classes = [kind for kind, words in self._classes if lead in words]
        out = {f"class={kind}" for kind in classes}
        out |= {f"tag={head.pos_} {first <= head.i < last}", f"sentence={min(number, 6)}"}
        out |= {f"entity={name}", f"label={label}", f"entity={name} label={label}"}
        out |= set(self._edges(first, last, head))
        out |= {f"before it {kind}" for kind in self._triggers.get(number - 1, ())}
        out |= {f"{side} in sentence" for side in self._side(head, number)}
        for kind in self._triggers.get(number, ()):
            out |= {f"near {kind}", f"near {kind} lead={lead}", f"near {kind} entity={name}"}
        told = [f"sees={word}" for word in self._words.get(number, ())]
        told += [f"is {role}" for role in self._arguments.get(head.i, ())]
        told += [f"rel={relation}" for relation in self._relations(head)]
        for each in told:
            out |= {each, f"{each} entity={name}", *(f"{each} class={kind}" for kind in classes)}
        return out

    def _edges(self, first: int, last: int, head: Token) -> Iterator[str]:
        """The words before and after, and how the mention begins."""
        doc = self._doc
        before = doc[first - 1] if first else None
        yield f"before={before.lower_ if before is not None else '^'}"
        yield f"before pos={before.pos_ if before is not None else '^'}"
        yield f"after={doc[last].lower_ if last < len(doc) else '$'}"
        if first > 1:
            yield f"before2={doc[first - 2].lower_} {doc[first - 1].lower_}"
        if last + 1 < len(doc):
            yield f"after2={doc[last].lower_} {doc[last + 1].lower_}"
        yield f"first pos={doc[first].pos_} {doc[first].ent_type_}"
        left = "whole" if before is None or before.pos_ in _LEFT or before.head.i != head.i else "cut"
        yield left
        yield f"{left} {doc[first].pos_}"
        if before is not None and before.lower_ in _TITLES:
            yield "after title"
        if doc[first].lower_ in _TITLES:
            yield "with title"

    def _side(self, head: Token, number: int) -> Iterator[str]:
        """Whether events of the sentence are told before or after the mention."""
        for at, kind in self._places.get(number, ()):
            yield f"{kind} {'before' if at < head.i else 'after'}"
            if abs(at - head.i) < 6:
                yield f"{kind} close {'before' if at < head.i else 'after'}"

    def _relations(self, head: Token) -> Iterator[str]:
        """What the phrase is to the words above it: "object of kill", "by of murder by"."""
        at = head
        while at.dep_ in {"conj", "appos"} and at.head.i != at.i:
            yield f"{at.dep_} {at.head.lemma_.lower()}"
            at = at.head
        for child in head.children:
            if child.dep_ in {"appos", "acl", "relcl"}:
                yield from self._typed(f"has {child.dep_}", child.lemma_.lower())
        for _ in range(_UP):
            above, name = at.head, at.dep_
            if above.i == at.i:
                return
            if name == "pobj" and above.dep_ in {"prep", "agent", "dative"}:
                name, above = above.lower_, above.head
            elif name == "nsubj" and any(child.dep_ == "auxpass" for child in above.children):
                name = "nsubjpass"
            lemma = above.lemma_.lower()
            yield from self._typed(name, lemma)
            if name == "nsubj":
                yield from (f"nsubj {lemma} {child.lemma_.lower()}" for child in above.children if child.dep_ == "dobj")
            if name in {"nsubj", "nsubjpass", "dobj"}:
                return
            at = above

    def _typed(self, name: str, lemma: str) -> Iterator[str]:
        yield f"{name} {lemma}"
        if lemma in self._types:
            yield f"{name} ~{self._types[lemma]}"
