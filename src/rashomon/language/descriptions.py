"""What a page calls an entity, in its own words: titles before a name, appositions after it.

In: a parsed `Doc` and a chain of names. Out: descriptions, in order, each once. Statements with a verb ("is the head
of") do not belong here.
"""

import re

from spacy.tokens import Doc, Span, Token

from rashomon.language.chains import Chain
from rashomon.language.coreference.traits import tables
from rashomon.language.lexicon import lexicon
from rashomon.language.runs import Run

_BEFORE = frozenset({"NOUN", "ADJ", "PROPN"})
_OPENS = frozenset({"DET", "NOUN", "ADJ", "PRON"})
_STOPS = frozenset(
    {",", ".", ";", ":", "—", "–", "(", ")", "[", "]", "“", "”", '"', "who", "which", "that", "whose", "where"}
)
_VERBS = frozenset({"VERB", "AUX"})
_LONGEST = 16
_MARKED = re.compile(r"https?:|www\.|[@#|]|^\d+$")
"""What no description has: addresses, hashtags, a number alone."""
_PERSONAL = ("er", "or", "ist", "man", "woman", "eer")
"""How nouns end that are words for people and may stand before a name."""
_EMPTY = frozenset({"course", "deal", "fact", "lot", "name", "thanks", "thing", "time", "way", "week", "year"})
"""Nouns that describe nobody: thanks to, a lot, his name."""


def of(doc: Doc, chain: Chain) -> tuple[str, ...]:
    """The descriptions that stand beside the mentions of a chain."""
    found: dict[str, None] = {}
    for run in chain.runs:
        for words in (_title(doc, run) if chain.kind == "person" else "", _apposition(doc, run, chain.kind)):
            if words and not _MARKED.search(words):
                found[words] = None
    return tuple(found)


def _title(doc: Doc, run: Run) -> str:
    """The words of title and office right before a name: `military scientist`, `Prime Minister`."""
    start = run.title
    while not doc[start].is_sent_start and (doc[start - 1].pos_ in _BEFORE or _hyphen_inside(doc, start - 1)):
        start -= 1
    if start == run.start or doc[run.start - 1].pos_ == "ADJ":
        return ""
    if run.title == run.start and not _is_person(doc[run.start - 1]):
        return ""
    if _is_honorific(doc[run.start - 1]) and start < run.start - 1 and not _is_person(doc[run.start - 2]):
        start = run.start - 1
    words = " ".join(doc[start : run.start].text.split())
    return "" if words in lexicon().kin or words.lower() == "then" else words


def _is_honorific(token: Token) -> bool:
    return token.lower_.rstrip(".") in lexicon().honorifics


def _is_person(token: Token) -> bool:
    """Whether a noun is a word for one person."""
    lists, word = lexicon(), token.lower_
    if word.rstrip(".") in lists.titles:
        return True
    noun = token.pos_ == "NOUN" and token.tag_ != "NNS"
    return noun and (word in lists.callings | lists.people | tables()["persons"] or word.endswith(_PERSONAL))


def _hyphen_inside(doc: Doc, at: int) -> bool:
    return at > 0 and doc[at].text == "-" and not doc[at].whitespace_ and not doc[at - 1].whitespace_


def _apposition(doc: Doc, run: Run, kind: str) -> str:
    """A noun phrase between commas after a name: `, head of the group,`."""
    at = run.end + 1
    if at + 1 >= len(doc) or doc[run.end].text != "," or doc[at].pos_ not in _OPENS or doc[at].is_title:
        return ""
    end = at
    while not _ends(doc, end) and doc[end].pos_ not in _VERBS and end - at <= _LONGEST:
        end += 1
    phrase = doc[at:end]
    if not _ends(doc, end) or end - at > _LONGEST:
        return ""
    head = _head(phrase)
    if head is None or head.lower_ in _EMPTY or (kind == "person" and not _may_be_person(head)):
        return ""
    return " ".join(phrase.text.split())


def _head(phrase: Span) -> Token | None:
    """The noun that a phrase is about: the last before "of", "in" and the like."""
    link = next((at for at, token in enumerate(phrase) if token.pos_ in {"ADP", "SCONJ"} and at), len(phrase))
    return next((token for token in reversed(phrase[:link]) if token.pos_ == "NOUN"), None)


def _may_be_person(head: Token) -> bool:
    """Whether a noun may stand for one person: it is no plural, and no word for bodies or places."""
    others = tables()["organizations"] | tables()["places"]
    return _is_person(head) or (head.tag_ != "NNS" and head.lower_ not in others)


def _ends(doc: Doc, at: int) -> bool:
    return at >= len(doc) or bool(doc[at].is_sent_start) or doc[at].text in _STOPS
