"""spaCy's rules from tags to parts of speech, matched once for each kind of token rather than for each token.

In: a pipeline, whose attribute ruler is changed in place. Its outcome is the same: a rule for one token asks for
nothing but its word, its tag, its arc and whether it is white space, and what it finds for these is remembered. All
other rules are matched as before.
"""

from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

_ASKED: list[int | str] = ["LOWER", "TAG", "DEP", "IS_SPACE"]
Pattern = list[dict[str, Any]]
Matches = list[tuple[int, int, int]]


class Remembering:
    """Stands for the matcher of an attribute ruler."""

    def __init__(self, vocab: Vocab, matcher: Matcher, keys: Iterable[str]) -> None:
        self._whole = matcher
        self._single, self._other = Matcher(vocab), Matcher(vocab)
        self._words: set[int] = set()
        self._found: dict[tuple[int, ...], tuple[int, ...]] = {}
        for key in keys:
            patterns: list[Pattern] = matcher.get(key)[1]
            single = [pattern for pattern in patterns if _asks_little(pattern)]
            other = [pattern for pattern in patterns if pattern not in single]
            for held, these in ((self._single, single), (self._other, other)):
                if these:
                    held.add(key, these)
            self._words |= {vocab.strings[word] for pattern in single for word in _words(pattern[0])}

    def __call__(self, doc: Doc, **options: Any) -> Matches:
        """Key, first token and end of each match."""
        found: Matches = list(self._other(doc, **options)) if len(self._other) else []
        if not len(self._single):
            return found
        for at, (word, *rest) in enumerate(doc.to_array(_ASKED).tolist()):
            kind = (word if word in self._words else 0, *rest)
            rules = self._found.get(kind)
            if rules is None:
                rules = self._found[kind] = tuple(key for key, _, _ in self._single(doc[at : at + 1], **options))
            found += [(key, at, at + 1) for key in rules]
        return found

    def get(self, key: str) -> Any:
        """The rules under a key, which the ruler asks for when it is written to disk."""
        return self._whole.get(key)


def remember(nlp: Language) -> None:
    """Let the ruler of a pipeline, where it has one, remember what it finds."""
    for _, ruler in nlp.pipeline:
        if isinstance(ruler, AttributeRuler):
            keys = [str(number) for number in range(len(ruler.attrs))]
            ruler.matcher = Remembering(nlp.vocab, ruler.matcher, keys)  # type: ignore[assignment]  # stands for it


def _asks_little(pattern: Pattern) -> bool:
    """Whether a pattern is of one token and asks for nothing else, of its word only whether it is one of some."""
    if len(pattern) != 1 or not pattern[0].keys() <= {*_ASKED}:
        return False
    word = pattern[0].get("LOWER", "")
    return isinstance(word, str) or (isinstance(word, dict) and word.keys() <= {"IN", "NOT_IN"})


def _words(asked: dict[str, Any]) -> set[str]:
    """The words that a pattern of one token gives."""
    word = asked.get("LOWER")
    return {word} if isinstance(word, str) else {each for given in (word or {}).values() for each in given}
