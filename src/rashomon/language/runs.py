"""Doc to runs: stretches of capitalised words that may be names, whole and without titles.

In: a tagged `Doc`, with labels where there are any. Out: `Run`s of tokens, in order, not overlapping. Whether a run is
a name at all, and of what, is judged elsewhere (`kinds`).

A run is joined over what links the parts of one name (Jaish-e-Noor, Ministry of Law, bin, People's Party) and cut
where a name ends in spite of a capital on the other side: possessive 's, slash, `-led`, a title before a person.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from rashomon.language.lexicon import lexicon

NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
_GRAMMAR = frozenset({"DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "INTJ", "PART", "PUNCT", "SPACE", "NUM", "SYM"})
_HYPHENS = frozenset("-–‐‑")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_GROUPS = frozenset(
    [
        "people",
        "women",
        "children",
        "workers",
        "farmers",
        "men",
        "students",
        "teachers",
        "soldiers",
        "veterans",
        "peasants",
        "lawyers",
        "citizens",
        "nations",
        "officers",
        "writers",
        "journalists",
        "kings",
        "queens",
    ]
)
PARTICLES = frozenset(
    {
        "bin",
        "ibn",
        "bint",
        "al",
        "el",
        "ul",
        "ur",
        "de",
        "del",
        "della",
        "da",
        "dos",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "la",
        "e",
    }
)
_ARTICLES_OF_NAMES = frozenset({"al", "el", "an", "ash", "ul"})
_PREFIXES = frozenset({"pro", "anti", "non", "ex", "mid", "pre", "post", "self", "vice", "co", "neo", "ultra", "trans"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"})
_OFFICES = frozenset(
    [
        "State",
        "Defense",
        "Defence",
        "Staff",
        "Army",
        "Naval",
        "Air",
        "War",
        "Commerce",
        "Labor",
        "Education",
        "Energy",
        "Justice",
        "Interior",
        "Health",
        "Agriculture",
        "Transportation",
        "Treasury",
        "Finance",
    ]
)
"""What follows `Secretary of`, `Chief of` and is no name there."""
_FIGURES = re.compile(r"[^\W\d]{4,}\d|\d[^\W\d]{4,}")
_CURRENTS = frozenset({"Islamist", "Sunni", "Shia", "Shiite", "Hindu", "Jihadist"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_TITLE_CASE_SHARE = 0.7
_AFTER = frozenset({"age", "based", "born", "era", "led", "like", "made", "run", "style", "time", "type"})
_SYLLABLE = 5
"""Letters of a syllable."""


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens [start, end) that may be a name; `title` is where the title before it begins (`start` if there is none).

    `weak`: stands where any word has a capital (a headline, the first word of a sentence); it, or the part of it that
    is a name elsewhere, counts only where other occurrences are surer. `small`: words at its end that no recogniser
    takes for a part of the name, as in Moon Jae-in.
    """

    start: int
    end: int
    title: int
    weak: bool = False
    small: int = 0


def completed(doc: Doc, run: Run) -> Run:
    """The run with the small second syllable of a given name: Moon Jae-in, Park Geun-hye."""
    hyphen = run.end
    if run.end - run.start != 2 or hyphen + 1 >= len(doc) or doc[run.start].text not in lexicon().before_syllables:
        return run
    joined = doc[hyphen].text in _HYPHENS and not doc[hyphen - 1].whitespace_ and not doc[hyphen].whitespace_
    second = doc[hyphen + 1].text
    small = joined and second.isalpha() and second.islower() and len(second) <= _SYLLABLE and second not in _AFTER
    return replace(run, end=hyphen + 2, small=2) if small else run


def find(doc: Doc) -> list[Run]:
    """All runs of a Doc, sentence by sentence."""
    out: list[Run] = []
    for sent in doc.sents:
        out += _Sentence(sent).runs()
    return out


def is_title_case(words: Sequence[str]) -> bool:
    """Whether any word of a sentence would have a capital: it is a headline."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    ended = any(word[0] in ".?!" for word in words[-2:])
    return not ended and len(long) >= 4 and sum(word[0].isupper() for word in long) >= _TITLE_CASE_SHARE * len(long)


class _Sentence:
    """One sentence with the words, tags and entities of its tokens at hand; positions count within the sentence."""

    def __init__(self, sent: Span) -> None:
        self.base = sent.start
        self.words = [token.text for token in sent]
        self.lower = [word.lower().rstrip(".") for word in self.words]
        self.pos = [token.pos_ for token in sent]
        self.glued = [not token.whitespace_ for token in sent]
        self.labels = [token.ent_type_ if token.ent_type_ in NAME_LABELS else "" for token in sent]
        self.inside = [token.ent_iob == 1 for token in sent]
        self.title_case = is_title_case(self.words)

    def runs(self) -> Iterator[Run]:
        """The runs of this sentence, as tokens of the Doc."""
        at, end = 0, len(self.words)
        while at < end:
            if not self._is_name(at):
                at += 1
                continue
            stop = self._stop(at)
            for start, last, title in self._parts(self._start(at), stop):
                weak = self._weak(start, last)
                yield Run(self.base + start, self.base + last, self.base + title, weak)
            at = max(stop, at + 1)

    def _is_name(self, at: int) -> bool:
        """Whether the word may belong to a name."""
        word = self.words[at]
        if not word[0].isupper() or _FIGURES.search(word):
            return False
        if word in lexicon().not_names and not self._in_longer(at):
            return False
        if self.labels[at] or self.title_case:
            return self.pos[at] not in ("DET", "PRON", "PUNCT")
        if self.pos[at] in _GRAMMAR:
            return False
        if self._opens_sentence(at):
            return self.pos[at] == "PROPN" or word in lexicon().known_places or word in lexicon().known_organisations
        return word[-1] != "." or len(word) == 2 or self.pos[at] == "PROPN"

    def _in_longer(self, at: int) -> bool:
        """Whether the word is part of a longer person's or organisation's name for spaCy: Orla May, March Party."""
        joined = self.inside[at] or (at + 1 < len(self.words) and self.inside[at + 1])
        return joined and self.labels[at] in ("PERSON", "ORG")

    def _opens_sentence(self, at: int) -> bool:
        """Whether any word here would have a capital."""
        return all(not word[0].isalnum() for word in self.words[:at][-3:]) if at < 4 else self.words[at - 1] in '“"‘:'

    def _weak(self, start: int, end: int) -> bool:
        if self.title_case:
            person = self.labels[start] == "PERSON" and not self.inside[start] and all(self.inside[start + 1 : end])
            return not (person and 1 < end - start < 4 and (end == len(self.words) or not self.inside[end]))
        return end - start == 1 and self._opens_sentence(start) and not self.labels[start]

    def _start(self, at: int) -> int:
        """Where a run that has its first capital at `at` begins: `al-` may stand before it."""
        if (
            at >= 2
            and self.words[at - 1] in _HYPHENS
            and self.glued[at - 1]
            and self.words[at - 2] in _ARTICLES_OF_NAMES
        ):
            return at - 2
        return at - 1 if at >= 1 and self.words[at - 1] == "al" else at

    def _stop(self, at: int) -> int:
        """Where the run that begins at `at` ends."""
        stop = at + 1
        while stop < len(self.words):
            step = self._step(at, stop)
            if not step:
                break
            stop += step
        return stop

    def _step(self, start: int, at: int) -> int:
        """How many tokens from `at` on go on with the run; 0 ends it."""
        word, after = self.words[at], at + 1 < len(self.words)
        if self._is_name(at):
            new = self.labels[at] and not self.inside[at] and self.labels[at - 1] == "GPE" == self.labels[at]
            return 0 if new else 1
        if not after:
            return 0
        if word in _HYPHENS:
            return self._hyphen(at)
        if word in ("of", "for"):
            return self._link(at)
        if word in _ARTICLES_OF_NAMES and self.words[at + 1] in _HYPHENS and at + 2 < len(self.words):
            return 3 if self.words[at + 2][0].isupper() else 0
        if _ORDINAL.fullmatch(word):
            return 2 if self.lower[at + 1] in lexicon().places else 0
        if word in PARTICLES and self.words[at + 1] in PARTICLES and at + 2 < len(self.words):
            return 3 if self._is_name(at + 2) else 0
        return 2 if self._is_name(at + 1) and self._joins(start, at) else 0

    def _joins(self, start: int, at: int) -> bool:
        """Whether a small word or sign links the capitals on its two sides into one name."""
        word = self.words[at]
        if word == "and":
            return self._and_inside(start, at)
        return word == "&" or word in PARTICLES or (word in _POSSESSIVE and self.lower[at - 1] in _GROUPS)

    def _hyphen(self, at: int) -> int:
        if not (self.glued[at - 1] and self.glued[at]):
            return 0
        following = self.words[at + 1]
        if self.lower[at + 1] in lexicon().particles and at + 3 < len(self.words) and self.words[at + 2] in _HYPHENS:
            return 4
        lists = lexicon()
        known = lists.known_places | lists.demonyms
        if not following[0].isupper() or (self.words[at - 1] in known and following in known):
            return 0
        return 0 if self.lower[at - 1] in _PREFIXES else 2

    def _link(self, at: int) -> int:
        """How far `of` or `for` carries the run on."""
        step = 3 if self.words[at + 1] == "the" and at + 2 < len(self.words) else 2
        covered = self.inside[at] and self.labels[at] in ("ORG", "GPE", "LOC", "FAC") and self.inside[at + step - 1]
        if self.lower[at - 1] in lexicon().titles:
            return 0
        person = at + step <= len(self.words) and self.labels[at + step - 1] == "PERSON"
        joined = (self.lower[at - 1] in lexicon().heads and not person) or covered
        return step if joined and self._is_name(at + step - 1) else 0

    def _and_inside(self, start: int, at: int) -> bool:
        """Whether `and` links words of one name: Department of Law and Justice, Food and Drug Administration."""
        if not (self.inside[at] and self.labels[at] == "ORG" and self.inside[at + 1]):
            return False
        last = at
        while last + 1 < len(self.words) and self.inside[last + 1]:
            last += 1
        headed = any(word in lexicon().heads for word in self.lower[start:at])
        return headed or self.lower[last] in lexicon().organisations

    def _parts(self, start: int, stop: int) -> list[tuple[int, int, int]]:
        """The run without titles, articles and people's adjectives: (start, end, start of title) of each name in it."""
        if self.words[start] == "The":
            start += 1
        if start < stop and self.lower[start] in _PREFIXES and start + 1 < stop and self.words[start + 1] in _HYPHENS:
            start += 2
        while start < stop and not any(char.isalnum() for char in self.words[stop - 1]):
            stop -= 1
        if start >= stop:
            return []
        office = start
        if start >= 2 and self.words[start - 1] == "of" and self.lower[start - 2] in lexicon().titles:
            while start < stop and self.words[start] in _OFFICES:
                start += 1
        if office < start:
            return [(start, stop, office - 2)] if start < stop else []
        lists = lexicon()
        text = " ".join(self.words[start:stop])
        if text in lists.known_places or text in lists.known_organisations:
            return [(start, stop, start)]
        title = self._last_title(start, stop)
        if title is None:
            start = self._without_demonym(start, stop)
            return [(start, stop, start)] if self._counts(start, stop) else []
        chain = title
        while chain > start and (self.lower[chain - 1] in lists.titles or self.words[chain - 1] in lists.demonyms):
            chain -= 1
        parts = [(start, chain, start)] if self._stands_alone(start, chain) else []
        if title + 1 < stop:
            parts.append((title + 1, stop, chain))
        return parts

    def _last_title(self, start: int, stop: int) -> int | None:
        """The last title word of the run that stands before a name or ends it; None where it is part of the name."""
        lists = lexicon()
        if self.lower[stop - 1] in lists.organisations and self.lower[stop - 1] not in lists.titles:
            return None
        for at in range(stop - 1, start - 1, -1):
            if self.lower[at] not in lists.titles or self._in_office(start, at):
                continue
            person = self.labels[at] == "PERSON" and self.inside[at] and self.lower[at - 1] not in lists.titles
            if at > start and person and self.words[at - 1] not in lists.demonyms:
                continue
            if at + 1 < stop and self.words[at + 1] in ("of", "for", "and"):
                return None
            return at
        return None

    def _in_office(self, start: int, at: int) -> bool:
        """Whether a title word is part of the name of an office: Ministry of | Foreign Affairs."""
        if at - 2 < start or self.words[at - 1] not in ("of", "for") or self.labels[at] == "PERSON":
            return False
        return self.lower[at - 2] in lexicon().organisations

    def _without_demonym(self, start: int, stop: int) -> int:
        """Where the name begins if the adjective before it is no part of it: American | Odo Marsh."""
        lists = lexicon()
        while start + 1 < stop and self.words[start] in lists.demonyms:
            rest = " ".join(self.words[start + 1 : stop])
            begins = self.labels[start + 1] in ("PERSON", "GPE", "LOC") and not self.inside[start + 1]
            begins = begins or self.words[start] in _CURRENTS
            if not (begins or rest in lists.known_places or self.words[start + 1] in lists.given):
                break
            start += 1
        return start

    def _counts(self, start: int, stop: int) -> bool:
        """Whether there is more than adjectives of people and directions."""
        lists = lexicon()
        words = range(start, stop)
        bare = all(
            self.words[at] in lists.demonyms or self.lower[at] in _DIRECTIONS or not self.words[at][0].isalnum()
            for at in words
        )
        return start < stop and not bare

    def _stands_alone(self, start: int, stop: int) -> bool:
        """Whether what stands before a title is a name of its own: Punjab | Chief Minister."""
        lists = lexicon()
        text = " ".join(self.words[start:stop])
        if start >= stop or not self._counts(start, stop):
            return False
        known = text in lists.known_places or text in lists.known_organisations
        office = any(word in lists.sure_titles for word in self.lower[start:stop])  # Chief Cabinet | Secretary
        headed = stop - start > 1 and self.lower[stop - 1] in lists.organisations and not office
        return (
            known
            or headed
            or (text.isupper() and len(text) > 1)
            or (self.labels[start] in ("GPE", "ORG") and sum(map(str.isupper, text)) > 1)
        )
