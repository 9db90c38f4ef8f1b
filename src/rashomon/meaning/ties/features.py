"""What a pair of ends looks like, as strings: for the learned weights, which know nothing else of a text.

In: two `End`s of one sentence, subject first. Out: a list of features. What they weigh does not belong here.
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from rashomon.meaning.ties.ends import End

_FAR = 14
_STEPS = 12


def features(doc: Doc, subject: End, object_: End) -> list[str]:
    """The features of a pair, each once, in a fixed order."""
    way = ">" if subject.first < object_.first else "<"
    before, after = (subject, object_) if way == ">" else (object_, subject)
    kinds = f"{subject.kind}{way}{object_.kind}"
    found = [f"k {kinds}", f"n {kinds} {subject.named}{object_.named}"]
    found += _names(doc, subject, "s")
    found += _names(doc, object_, "o")
    found += _between(doc, before, after, way)
    found += _path(doc, subject, object_, way)
    found += _around(doc, before, after, way)
    return list(dict.fromkeys(found))


def _word(token: Token) -> str:
    """A word as its lemma; names, numbers and pronouns of persons are one word each."""
    if token.like_num:
        return "#"
    if token.pos_ == "PROPN" and token.lemma_.istitle() and not token.lower_.endswith(("er", "or", "nt")):
        return "@" + token.ent_type_
    if token.tag_ in {"PRP", "PRP$"}:
        return "PRP$" if token.tag_ == "PRP$" else "PRP"
    return token.lemma_.lower()


def _names(doc: Doc, end: End, side: str) -> Iterator[str]:
    """The words of a name other than a person's: "party", "university", "republican"."""
    if end.named and end.kind not in {"person", "time"}:
        for token in doc[end.first : end.last + 1]:
            if token.is_alpha:
                yield f"{side}w {token.lower_}"


def _between(doc: Doc, before: End, after: End, way: str) -> Iterator[str]:
    words = [_word(token) for token in doc[before.last + 1 : after.first] if not token.is_space]
    yield f"d {way} {min(len(words), 6)}"
    if len(words) > _FAR:
        yield f"far {way}"
        words = [*words[:4], "…", *words[-4:]]
    for word in dict.fromkeys(words):
        yield f"b {way} {word}"
    padded = ["[", *words, "]"]
    for first, second in pairwise(padded):
        yield f"bb {way} {first} {second}"
    if len(words) <= 5:
        yield f"bx {way} " + " ".join(words)


def _climb(token: Token) -> list[Token]:
    out = [token]
    while out[-1].head.i != out[-1].i and len(out) < _STEPS:
        out.append(out[-1].head)
    return out


def path(doc: Doc, subject: End, object_: End) -> tuple[list[Token], list[Token]] | None:
    """The words from each end up to the word that holds both, that word last in each; None where there is none."""
    up, other = _climb(doc[subject.head]), _climb(doc[object_.head])
    places = {token.i: at for at, token in enumerate(other)}
    for at, token in enumerate(up):
        if token.i in places:
            return up[: at + 1], other[: places[token.i] + 1]
    return None


def _path(doc: Doc, subject: End, object_: End, way: str) -> Iterator[str]:
    found = path(doc, subject, object_)
    if found is None:
        yield "p none"
        return
    up, down = found
    top = up[-1]
    left = [token.dep_ for token in up[:-1]]
    right = [token.dep_ for token in down[:-1]]
    shape = "/".join(left) + "^" + "/".join(right)
    if len(left) + len(right) <= 7:
        yield f"ps {shape}"
        yield f"pt {shape} {_word(top)}"
        lexical = [_word(token) for token in (*up[1:], *reversed(down[1:-1]))]
        yield f"pl {way} " + "/".join(lexical)
    yield f"pd {min(len(left), 5)} {min(len(right), 5)}"
    inner = dict.fromkeys(_word(token) for token in (*up[1:], *down[1:]))
    for word in inner:
        yield f"pw {way} {word}"
        yield f"pwk {subject.kind} {object_.kind} {word}"
    yield f"pe {left[0] if left else '-'} {right[0] if right else '-'} {_word(top)}"
    for token in (*up[1:2], *down[1:2], top):
        for child in token.children:
            if child.i not in range(subject.first, subject.last + 1) and child.dep_ not in {"punct", "conj"}:
                yield f"pc {way} {_word(child)}"


def _around(doc: Doc, before: End, after: End, way: str) -> Iterator[str]:
    start, end = doc[before.first].sent.start, doc[after.last].sent.end
    for offset in (1, 2):
        at = before.first - offset
        if at >= start:
            yield f"w-{offset} {way} {_word(doc[at])}"
        at = after.last + offset
        if at < end:
            yield f"w+{offset} {way} {_word(doc[at])}"
    for at, name in (
        (before.first - 1, "pb"),
        (before.last + 1, "ab"),
        (after.first - 1, "pa"),
        (after.last + 1, "aa"),
    ):
        if start <= at < end:
            yield f"{name} {way} {_word(doc[at])}"
    for token in doc[start:end]:
        if token.pos_ in {"VERB", "NOUN"} and not before.first <= token.i <= after.last:
            yield f"s {way} {_word(token)}"
