"""Doc to candidates: the phrases that may be mentions of something, names, nominals and pronouns, in order.

In: a Doc with its entities (one for each chain of names), as `Columns`. Out: `Candidate`s. A phrase goes without what
is coordinated with it and without its appositions, which are phrases of their own. Which of them mean the same does not
belong here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.language.coreference.columns import Columns
from rashomon.records import Entity, Form

NOBODY = -1
SPEAKER = frozenset({"i", "me", "my", "mine", "myself"})
SPEAKERS = frozenset({"we", "us", "our", "ours", "ourselves"})
HEARER = frozenset({"you", "your", "yours", "yourself", "yourselves"})
HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves", "'em"})
THIS = frozenset({"this", "that", "these", "those"})
SORTS = {
    word: sort
    for sort, words in (
        ("i", SPEAKER), ("we", SPEAKERS), ("you", HEARER), ("he", HE), ("she", SHE), ("it", IT), ("they", THEY),
        ("this", THIS),
    )
    for word in words
}  # fmt: skip
DEFINITE = frozenset({"the"})
_INDEFINITE = frozenset({"a", "an", "some", "any", "no", "another", "each", "every", "either", "neither"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "quantmod"})
_TIMES = frozenset({"DATE", "TIME"})
_OUTSIDE = frozenset({"cc", "conj", "appos", "punct", "parataxis", "preconj", "dep", "advcl", "ccomp", "intj", "meta"})


@dataclass(slots=True)
class Candidate:
    """Tokens [start, end) around a head; `entity` is the number of the name's entity, `run` the tokens of the name.

    `sort` is the form in more detail: `name`, `the`, `a`, `this`, `own` (a possessive before it), `bare`, `part` (a
    noun before a noun), or what a pronoun stands for (`i we you he she it they this`).
    """

    start: int
    end: int
    head: int
    form: Form
    sort: str
    entity: int = NOBODY
    run: tuple[int, int] | None = None
    owner: int = NOBODY
    """The token of the possessive before a noun."""


def find(columns: Columns, entities: Iterable[Entity]) -> list[Candidate]:
    """The candidates of a Doc, by where they begin, the longer first."""
    names = _named(columns, entities)
    covered = {at for name in names for at in range(*(name.run or (0, 0)))}
    found = [*names, *_others(columns, covered)]
    unique = {(each.start, each.end): each for each in reversed(found)}
    return sorted(unique.values(), key=lambda each: (each.start, -each.end))


def _named(columns: Columns, entities: Iterable[Entity]) -> list[Candidate]:
    out = []
    for number, entity in enumerate(entities):
        for mention in entity.mentions:
            run = columns.tokens(mention.start, mention.end)
            if not run:
                continue
            head = next((at for at in reversed(run) if columns.head[at] not in run or columns.head[at] == at), run[-1])
            start, end = run.start, run.stop
            if columns.dep[head] not in _MODIFIERS:
                wide = _phrase(columns, head)
                start, end = min(start, wide[0]), max(end, wide[1])
            out.append(Candidate(start, end, head, "name", "name", number, (run.start, run.stop)))
    return out


def _others(columns: Columns, covered: set[int]) -> Iterator[Candidate]:
    """Common nouns and pronouns, and names that are no entities."""
    for at, pos in enumerate(columns.pos):
        if at in covered:
            continue
        lower = columns.lower[at]
        if pos in _NOUNS:
            yield from _nominal(columns, at)
        elif pos == "NUM" and lower.isdecimal() and len(lower) == 4 and columns.label[at] in _TIMES:
            yield Candidate(at, at + 1, at, "nominal", "bare")
        elif lower in SORTS and (pos == "PRON" or columns.tag[at] in {"PRP", "PRP$"}) and _refers(columns, at):
            yield Candidate(at, at + 1, at, "pronoun", SORTS[lower])


def _refers(columns: Columns, at: int) -> bool:
    """Whether a pronoun may refer: no "that" that opens a clause."""
    return columns.lower[at] not in THIS or columns.dep[at] in {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"}


def _nominal(columns: Columns, at: int) -> Iterator[Candidate]:
    if columns.dep[at] in _MODIFIERS:
        if columns.dep[at] == "compound" and columns.pos[at] == "NOUN":
            start, end = _phrase(columns, at)
            yield Candidate(start, end, at, "nominal", "part")
        return
    start, end = _phrase(columns, at)
    owner, sort = NOBODY, "bare"
    for child in columns.children[at]:
        if columns.dep[child] == "poss":
            owner, sort = child, "own"
        elif columns.dep[child] == "det" or columns.tag[child] == "DT":
            word = columns.lower[child]
            sort = "the" if word in DEFINITE else "this" if word in THIS else "a" if word in _INDEFINITE else sort
    yield Candidate(start, end, at, "nominal", sort, owner=owner)


def _phrase(columns: Columns, head: int) -> tuple[int, int]:
    """The tokens of a noun phrase around its head."""
    doc = columns.doc
    start, end = head, head + 1
    for child in reversed(columns.children[head]):
        if child < head and columns.dep[child] not in _OUTSIDE:
            start = doc[child].left_edge.i
    for child in columns.children[head]:
        if child < head or columns.dep[child] == "punct":
            continue
        if _ends(columns, head, child):
            break
        end = doc[child].right_edge.i + 1
    while end > head + 1 and columns.pos[end - 1] in {"PUNCT", "SPACE"} and columns.words[end - 1] not in ')"”]':
        end -= 1
    while start < head and columns.pos[start] in {"PUNCT", "SPACE", "CCONJ"}:
        start += 1
    return start, end


def _ends(columns: Columns, head: int, child: int) -> bool:
    """Whether a phrase ends before a dependent of its head: one outside it, or a day that the parse hangs on it."""
    if columns.dep[child] == "appos":
        return not (columns.label[child] == columns.label[head] == "GPE")
    if columns.dep[child] == "prep":
        return any(columns.label[at] in _TIMES for at in columns.children[child])
    return columns.dep[child] in _OUTSIDE
