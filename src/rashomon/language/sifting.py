"""Runs to runs: what stands in capitals without being a name of its own is sifted out.

In: a `Doc` and its `Run`s. Out: those that are left: no titles of works, no flight numbers, no photographers' credits,
no places in the names of elections, no headings, no common words; of headlines only the names that the text has too.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain, islice

from spacy.tokens import Doc, Token

from rashomon import layers
from rashomon.language.lexicon import OF_PLACES, lexicon
from rashomon.language.runs import Run, is_title_case
from rashomon.spans import Span, Stretches

_CREDIT = re.compile(
    r"\b(?i:Photo(?:graph)?s?|Pictures?|Images?|Credits?|Pic|Video|Source|File)\b[^\n.:]{0,12}(?::|\b(?i:by)\b)|"
    r"(?<=[\w.!?”\"’)] )Credit (?=[A-Z][^.!?\n]{3,80}$)|"
    r"(?:(?<=[.!?”\"’)\n] )|(?<=\n))(?:[A-Z][\w.'’-]+ ){1,3}?[A-Z][\w.'’-]+ ?/ ?"
    r"(?=(?:AP|AFP|EPA|Getty|Reuters)\b[^.!?\n]{0,60}$)"
)
"""At the end of a caption: `Photo: Ada Bell`, `Credit Ada Bell`, `Ada Bell/AP`."""
_COMMON = frozenset({"NOUN", "ADJ"})
_SHORTEST = 4
"""Letters of a word that is told from initials by being common: who is none."""
_LONGEST = 200
"""No title of a work has so many characters."""
_ELECTIONS = frozenset(
    {
        "election",
        "elections",
        "referendum",
        "primary",
        "primaries",
        "games",
        "olympics",
        "championship",
        "cup",
    }
)


def sift(doc: Doc, found: Sequence[Run]) -> list[Run]:
    """The runs that may be names."""
    text = doc.text  # which spaCy puts together anew each time
    short = (quote.inner for quote in layers.quotes(doc) if quote.inner.end - quote.inner.start < _LONGEST)
    shut = [(span.start, span.end) for span in short if _is_work(span.cut(text))]
    shut += _credits(doc, text)
    single = {doc[run.start].text for run in found if run.end - run.start == 1}
    inside = {at for start, end in shut for at in range(start, end)}
    kept = [
        run
        for run in found
        if doc[run.start].idx not in inside
        and not _is_number(doc, run)
        and not _is_event(doc, run)
        and not _is_adjective(doc, run, single)
    ]
    return _without_common(doc, _without_headings(doc, _without_titles(doc, _confirmed(doc, _doubted(doc, kept)))))


def _credits(doc: Doc, text: str) -> list[tuple[int, int]]:
    """Where captions name their photographers and agencies."""
    captions = (block for block in layers.blocks(doc) if block.role == "caption")
    found = ((_CREDIT.search(text, block.start, block.end), block.end) for block in captions)
    return [(match.start(), end) for match, end in found if match]


def _is_event(doc: Doc, run: Run) -> bool:
    """Whether the name only serves to name an event: the 2016 United States presidential election."""
    year = run.start > 0 and doc[run.start - 1].text.isdecimal() and len(doc[run.start - 1]) == 4
    following = doc[run.start : min(len(doc), run.end + 4)]
    return year and any(token.lower_ in _ELECTIONS for token in following)


def _is_work(words: str) -> bool:
    """Whether quoted words are the title of a book or film: nearly every word has a capital."""
    long = [word for word in words.split() if len(word) > 3]
    return len(words.split()) > 3 and sum(word[0].isupper() for word in long) >= 0.9 * len(long)


def _is_number(doc: Doc, run: Run) -> bool:
    """Whether capitals only go with a number: flight XY 123, Pier 4, Article 19."""
    if run.end >= len(doc) or run.end - run.start > 1 or not doc[run.end].text[0].isdecimal():
        return False
    word, number, lists = doc[run.start].text, doc[run.end].text, lexicon()
    if word.isupper():
        return len(word) <= 3
    known = word in lists.known_places or word in lists.known_organisations or word in lists.given
    return number.isdecimal() and len(number) <= 3 and not known


def _is_adjective(doc: Doc, run: Run, names: Collection[str]) -> bool:
    """Whether it only goes with the noun behind it and is made from another name of the page: Dornian police."""
    word = doc[run.start].text
    if run.end - run.start > 1 or run.end >= len(doc) or doc[run.end].pos_ not in {"NOUN", "ADJ"}:
        return False
    return any(word.endswith(ending) and word[: -len(ending)] in names for ending in OF_PLACES)


def _without_titles(doc: Doc, found: list[Run]) -> list[Run]:
    """The runs without those that are nothing but titles, pronouns and words of peoples: "Secretary", "Ostian PM".

    Either may be a surname: "King" and "Dane" stay where a longer name ends so, or a title stands before them.
    """
    lists = lexicon()
    longer = [run for run in found if run.end - run.start > 1]
    last = {doc[run.end - 1].text for run in longer}
    surnames = {doc[run.end - 1].text for run in longer if doc[run.start].text in lists.given}

    def is_title(run: Run) -> bool:
        words = [token.text for token in doc[run.start : run.end]]
        if (len(words) == 1 and doc[run.start].pos_ == "PRON") or _is_people(doc, run, surnames):
            return True
        if run.title < run.start or (len(words) == 1 and (words[0] in last or words[0] in lists.given)):
            return False
        titles = [word.lower().rstrip(".") in lists.titles for word in words]
        return any(titles) and all(title or word in lists.demonyms for title, word in zip(titles, words, strict=True))

    return [run for run in found if not is_title(run)]


def _is_people(doc: Doc, run: Run, surnames: Collection[str]) -> bool:
    """Whether a name is but words of peoples: "Ostian forces", "the Ostians"; parties have such names."""
    lists, words = lexicon(), doc[run.start : run.end]
    if any(token.text in lists.parties or token.text in lists.known_places for token in words):
        return False
    last = words[-1].text
    if last not in lists.demonyms or any(token.text not in lists.demonyms and token.pos_ != "ADJ" for token in words):
        return False
    following = doc[run.end] if run.end < len(doc) else None
    beside = following is not None and (following.pos_ in _COMMON or following.text[0] in "-–")
    return beside or not (run.title < run.start or last in surnames or last in lists.given)


def _without_headings(doc: Doc, found: list[Run]) -> list[Run]:
    """The runs without those that are whole lines and stand nowhere else: headings, bylines, words to click on.

    A text of one line has no headings.
    """
    if len(list(islice(doc.sents, 2))) < 2:
        return found
    alone = [_is_line(doc, run) for run in found]
    inside = {doc[run.start : run.end].text for run, line in zip(found, alone, strict=True) if not line}
    return [run for run, line in zip(found, alone, strict=True) if not line or doc[run.start : run.end].text in inside]


def _is_line(doc: Doc, run: Run) -> bool:
    """Whether there is nothing else in the sentence and block of a run."""
    sentence = doc[run.start].sent
    rest = chain(doc[run.end : sentence.end], doc[sentence.start : run.start])
    return run.title == run.start and not any(char.isalnum() for token in rest for char in token.text)


def _without_common(doc: Doc, found: list[Run]) -> list[Run]:
    """The runs without single words that the page also has as common nouns or adjectives, and in no longer name."""
    common = {token.text for token in doc if token.pos_ in _COMMON and token.text.islower()}
    longer = {token.text for run in found if run.end - run.start > 1 for token in doc[run.start : run.end]}
    lists = lexicon()

    def is_common(run: Run) -> bool:
        word = doc[run.start].text
        if run.end - run.start > 1 or run.title < run.start or word in longer or word in lists.given:
            return False
        return word.istitle() and word.lower() in common and word not in lists.known_places

    return [run for run in found if not is_common(run)]


def _doubted(doc: Doc, found: list[Run]) -> list[Run]:
    """The runs, weak where they stand in a headline alone and have a word that the page has without a capital."""
    captions = Stretches(Span(block.start, block.end) for block in layers.blocks(doc) if block.role == "caption")
    sentences = doc.sents if doc.has_annotation("SENT_START") else ()
    headlines = (sent for sent in sentences if is_title_case([token.text for token in sent]))
    inside = {
        at
        for sent in headlines
        for at in range(sent.start, sent.end)
        if not any(True for _ in captions.over(doc[at].idx))
    }
    if not inside:
        return found
    written = zip((None, *doc[:-1]), doc, (*doc[1:], None), strict=True)
    common = {
        token.text
        for before, token, after in written
        if token.text.islower() and len(token) >= _SHORTEST and not (_is_sign(before) or _is_sign(after))
    } - lexicon().places
    named = {doc[run.start : run.end].text for run in found if run.start not in inside}

    def is_doubted(run: Run) -> bool:
        words = doc[run.start : run.end]
        alone = run.start in inside and words.text not in named and words[0].text not in lexicon().given
        lone = len(words) == 1 and not words.text.isupper()
        return alone and not lone and any(token.lower_ in common for token in words if not token.is_lower)

    return [replace(run, weak=True) if is_doubted(run) else run for run in found]


def _is_sign(token: Token | None) -> bool:
    """Whether a token joins the parts of a compound or an address."""
    return token is not None and token.text in {"-", "/", "_"}


def _confirmed(doc: Doc, found: list[Run]) -> list[Run]:
    """Weak runs give way to the names in them that are known, or that stand elsewhere on the page."""
    lists = lexicon()
    known = {doc[run.start : run.end].text for run in found if not run.weak}
    known |= {name.rpartition(" ")[2] for name in known if name.partition(" ")[0] in lists.given}
    out = []
    for run in found:
        if not run.weak:
            out.append(run)
            continue
        at = run.start
        while at < run.end:
            spans = (doc[at:end] for end in range(run.end, at, -1))
            names = known, lists.known_places, lists.known_organisations
            name = next((span for span in spans if any(span.text in listed for listed in names)), None)
            if name is not None:
                out.append(Run(name.start, name.end, run.title if at == run.start else name.start))
            at = at + 1 if name is None else name.end
    return out
