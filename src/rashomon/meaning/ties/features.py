"""What a pair of ends looks like, as strings: for the learned weights, which know nothing else of a text.

In: two `End`s of one sentence, subject first. Out: a list of features. What they weigh does not belong here.
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Token

from rashomon.meaning.ties.ends import End

_FAR = 14
_STEPS = 12
Way = tuple[list[int], list[int]]


class Seen:
    """A Doc as features need it, each token looked at once: lists as long as the Doc."""

    def __init__(self, doc: Doc) -> None:
        tokens = list(doc)
        self.words = [_word(token) for token in tokens]
        self.deps = [token.dep_ for token in tokens]
        self.heads = [token.head.i for token in tokens]
        self.is_space = [token.is_space for token in tokens]
        self.children: list[list[int]] = [[] for _ in tokens]
        for at, head in enumerate(self.heads):
            if head != at:
                self.children[head].append(at)
        self._telling = [token.pos_ in {"VERB", "NOUN"} for token in tokens]
        self._alpha = [token.lower_ if token.is_alpha else "" for token in tokens]
        self._bounds = [(sent.start, sent.end) for sent in doc.sents for _ in range(len(sent))]

    def features(self, subject: End, object_: End) -> list[str]:
        """The features of a pair, each once, in a fixed order."""
        way = ">" if subject.first < object_.first else "<"
        before, after = (subject, object_) if way == ">" else (object_, subject)
        kinds = f"{subject.kind}{way}{object_.kind}"
        found = [f"k {kinds}", f"n {kinds} {subject.named}{object_.named}"]
        found += self._names(subject, "s")
        found += self._names(object_, "o")
        found += self._between(before, after, way)
        found += self._along(subject, object_, way)
        found += self._around(before, after, way)
        return list(dict.fromkeys(found))

    def path(self, subject: End, object_: End) -> Way | None:
        """The tokens from each end up to the one that holds both, that one last in each; None where there is none."""
        up, other = self._climb(subject.head), self._climb(object_.head)
        places = {token: at for at, token in enumerate(other)}
        for at, token in enumerate(up):
            if token in places:
                return up[: at + 1], other[: places[token] + 1]
        return None

    def _names(self, end: End, side: str) -> Iterator[str]:
        """The words of a name other than a person's: "party", "university", "republican"."""
        if end.named and end.kind not in {"person", "time"}:
            for word in self._alpha[end.first : end.last + 1]:
                if word:
                    yield f"{side}w {word}"

    def _between(self, before: End, after: End, way: str) -> Iterator[str]:
        words = [self.words[at] for at in range(before.last + 1, after.first) if not self.is_space[at]]
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

    def _climb(self, token: int) -> list[int]:
        out = [token]
        while self.heads[out[-1]] != out[-1] and len(out) < _STEPS:
            out.append(self.heads[out[-1]])
        return out

    def _along(self, subject: End, object_: End, way: str) -> Iterator[str]:
        found = self.path(subject, object_)
        if found is None:
            yield "p none"
            return
        up, down = found
        words, top = self.words, self.words[up[-1]]
        left = [self.deps[token] for token in up[:-1]]
        right = [self.deps[token] for token in down[:-1]]
        shape = "/".join(left) + "^" + "/".join(right)
        if len(left) + len(right) <= 7:
            yield f"ps {shape}"
            yield f"pt {shape} {top}"
            yield f"pl {way} " + "/".join([words[token] for token in (*up[1:], *reversed(down[1:-1]))])
        yield f"pd {min(len(left), 5)} {min(len(right), 5)}"
        for word in dict.fromkeys([words[token] for token in (*up[1:], *down[1:])]):
            yield f"pw {way} {word}"
            yield f"pwk {subject.kind} {object_.kind} {word}"
        yield f"pe {left[0] if left else '-'} {right[0] if right else '-'} {top}"
        for token in (*up[1:2], *down[1:2], up[-1]):
            for child in self.children[token]:
                if not subject.first <= child <= subject.last and self.deps[child] not in {"punct", "conj"}:
                    yield f"pc {way} {words[child]}"

    def _around(self, before: End, after: End, way: str) -> Iterator[str]:
        words, start, end = self.words, self._bounds[before.first][0], self._bounds[after.last][1]
        for offset in (1, 2):
            at = before.first - offset
            if at >= start:
                yield f"w-{offset} {way} {words[at]}"
            at = after.last + offset
            if at < end:
                yield f"w+{offset} {way} {words[at]}"
        for at, name in (
            (before.first - 1, "pb"),
            (before.last + 1, "ab"),
            (after.first - 1, "pa"),
            (after.last + 1, "aa"),
        ):
            if start <= at < end:
                yield f"{name} {way} {words[at]}"
        for at in range(start, end):
            if self._telling[at] and not before.first <= at <= after.last:
                yield f"s {way} {words[at]}"


def _word(token: Token) -> str:
    """A word as its lemma; names, numbers and pronouns of persons are one word each."""
    if token.like_num:
        return "#"
    if token.pos_ == "PROPN" and token.lemma_.istitle() and not token.lower_.endswith(("er", "or", "nt")):
        return "@" + token.ent_type_
    if token.tag_ in {"PRP", "PRP$"}:
        return "PRP$" if token.tag_ == "PRP$" else "PRP"
    return token.lemma_.lower()
