"""What a page calls an entity, in its own words: titles before a name, appositions after it.

In: a parsed `Doc` and a chain of names. Out: descriptions, in order, each once. Statements with a verb ("is the head
of") do not belong here.
"""

from spacy.tokens import Doc

from rashomon.language.chains import Chain
from rashomon.language.lexicon import lexicon
from rashomon.language.runs import Run

_BEFORE = frozenset({"NOUN", "ADJ", "PROPN"})
_OPENS = frozenset({"DET", "NOUN", "ADJ", "PRON"})
_STOPS = frozenset(
    {",", ".", ";", ":", "—", "–", "(", ")", "[", "]", "“", "”", '"', "who", "which", "that", "whose", "where"}
)
_VERBS = frozenset({"VERB", "AUX"})
_LONGEST = 16


def of(doc: Doc, chain: Chain) -> tuple[str, ...]:
    """The descriptions that stand beside the mentions of a chain."""
    found: dict[str, None] = {}
    for run in chain.runs:
        for words in (_title(doc, run) if chain.kind == "person" else "", _apposition(doc, run)):
            if words:
                found[words] = None
    return tuple(found)


def _title(doc: Doc, run: Run) -> str:
    """The words of title and office right before a name: `military scientist`, `Prime Minister`."""
    start = run.title
    while not doc[start].is_sent_start and (doc[start - 1].pos_ in _BEFORE or _hyphen_inside(doc, start - 1)):
        start -= 1
    if start == run.start or doc[run.start - 1].pos_ == "ADJ":
        return ""
    if run.title == run.start and doc[run.start - 1].pos_ == "PROPN":
        return ""
    words = " ".join(doc[start : run.start].text.split())
    return "" if words in lexicon().kin else words


def _hyphen_inside(doc: Doc, at: int) -> bool:
    return at > 0 and doc[at].text == "-" and not doc[at].whitespace_ and not doc[at - 1].whitespace_


def _apposition(doc: Doc, run: Run) -> str:
    """A noun phrase between commas after a name: `, head of the group,`."""
    at = run.end + 1
    if at + 1 >= len(doc) or doc[run.end].text != "," or doc[at].pos_ not in _OPENS or doc[at].is_title:
        return ""
    end = at
    while not _ends(doc, end) and doc[end].pos_ not in _VERBS and end - at <= _LONGEST:
        end += 1
    phrase = doc[at:end]
    if not _ends(doc, end) or end - at > _LONGEST or not any(token.pos_ == "NOUN" for token in phrase):
        return ""
    return " ".join(phrase.text.split())


def _ends(doc: Doc, at: int) -> bool:
    return at >= len(doc) or bool(doc[at].is_sent_start) or doc[at].text in _STOPS
