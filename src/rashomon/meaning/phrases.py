"""Phrases of a parsed Doc as token numbers: noun phrases, verb groups, subjects, clauses.

In: tokens. Out: tokens or sorted token numbers, or the spans they stand for. Which phrases matter does not belong here.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from rashomon.spans import Span, Spans

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_CLIMBS = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "dep", "ccomp"})
_ASIDES = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "advmod"})
_AUXILIARIES = frozenset({"aux", "auxpass", "neg"})
_STOPS = frozenset({",", ";", ":", ".", "-", "--", "–", "—", "…", "...", "?", "!"})
_NOT_FIRST = _STOPS | frozenset(")]”")
_NOT_LAST = _STOPS | frozenset("“‘`([")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_DEPTH = 6


def subtree(token: Token) -> list[int]:
    """The numbers of a token and all that hangs on it."""
    return [other.i for other in token.subtree]


def heads(tokens: Iterable[Token]) -> list[Token]:
    """Those of some words that hang on none of the others, in order."""
    words = list(tokens)
    inside = {word.i for word in words}
    return [word for word in words if word.head.i not in inside or word.head.i == word.i]


def hyphened(token: Token) -> list[Token]:
    """A word with all that hyphens join to it: "one-time", "brother-in-law"; most words stand alone."""
    doc, first, last = token.doc, token.i, token.i
    while first > 1 and doc[first - 1].text == "-" and not (doc[first - 1].whitespace_ or doc[first - 2].whitespace_):
        first -= 2
    while (
        last + 2 < len(doc) and doc[last + 1].text == "-" and not (doc[last].whitespace_ or doc[last + 1].whitespace_)
    ):
        last += 2
    return list(doc[first : last + 1])


def noun_phrase(head: Token) -> list[int]:
    """A noun phrase with titles, appositions and what describes it, without asides behind a comma."""
    dropped: set[int] = set()
    for child in head.children:
        if child.i > head.i and child.dep_ in _ASIDES and _after_comma(child):
            dropped.update(subtree(child))
    kept = [i for i in subtree(head) if i not in dropped]
    return trimmed(head.doc, _around(kept, head.i))


def _after_comma(token: Token) -> bool:
    edge = token.left_edge.i
    return edge > 0 and token.doc[edge - 1].text in _STOPS


def _around(numbers: list[int], at: int) -> list[int]:
    """The run of neighbouring numbers that holds `at`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return next((run for run in runs if at in run), [at])


def trimmed(doc: Doc, numbers: Iterable[int]) -> list[int]:
    """Token numbers without commas, stops, "and" and unpaired quotation marks at the ends."""
    out = sorted(numbers)
    while out and (doc[out[0]].is_space or doc[out[0]].text in _NOT_FIRST):
        out.pop(0)
    while out and (doc[out[-1]].is_space or doc[out[-1]].text in _NOT_LAST or doc[out[-1]].dep_ == "cc"):
        out.pop()
    return out


def verb_group(verb: Token) -> list[int]:
    """A verb with its auxiliaries, negation, particles and the adverbs among them."""
    wanted = {child.i for child in verb.children if child.dep_ in _AUXILIARIES or _adverb(child)}
    first = verb.i
    while first - 1 in wanted:
        first -= 1
    group = list(range(first, verb.i + 1))
    after = verb.i + 1
    for child in verb.rights:
        if child.i == after and child.dep_ == "prt":
            group.append(child.i)
            after += 1
    return group


def _adverb(token: Token) -> bool:
    return token.dep_ == "advmod" and token.pos_ == "ADV" and not any(token.children)


def is_definite(noun: Token) -> bool:
    """Whether a noun is one that was spoken of: "the attack", "those officials"."""
    return any(child.lower_ in _DEFINITE for child in noun.children)


def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive voice."""
    return any(child.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for child in verb.children)


def is_perfect(verb: Token) -> bool:
    """Whether "have" makes the verb look back: "has escaped", "might have killed"."""
    return any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)


def own_subject(verb: Token) -> Token | None:
    """The grammatical subject that hangs on the verb itself."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def passive_subject(verb: Token) -> Token | None:
    """The subject of a verb in the passive."""
    return next((child for child in verb.children if child.dep_ in PASSIVE_SUBJECTS), None)


def agent(verb: Token) -> Token | None:
    """Who did it, by the words "by ..."."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((other for other in child.children if other.dep_ == "pobj"), None)
    return None


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Who does what the verb says: its own subject, or that of the verb it hangs on, or the noun that it describes."""
    own = own_subject(verb) or (passive_subject(verb) if depth else None)
    if own is not None or depth > _DEPTH:
        return own
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and verb.tag_ == "VBG"):
        return verb.head if verb.tag_ in {"VBG", "VB"} else None
    if verb.dep_ in _CLIMBS and verb.head.i != verb.i:
        return subject(verb.head, depth + 1)
    return None


def within(doc: Doc, starts: Sequence[int], spans: Spans) -> list[int]:
    """The numbers of the tokens in spans; `starts` has where each token of the Doc begins."""
    return [
        i
        for start, end in spans
        for i in range(bisect_left(starts, start), bisect_left(starts, end))
        if not doc[i].is_space
    ]


def to_spans(doc: Doc, numbers: Iterable[int]) -> Spans:
    """The spans of token numbers; neighbours, and those that only white space parts, are one span."""
    out: list[list[int]] = []
    for number in sorted(set(numbers)):
        token = doc[number]
        if token.is_space:
            continue
        last = out[-1] if out else None
        if last and all(doc[at].is_space for at in range(last[1] + 1, number)):
            last[1] = number
        else:
            out.append([number, number])
    return tuple(Span(doc[first].idx, doc[last].idx + len(doc[last])) for first, last in out)
