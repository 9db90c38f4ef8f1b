"""Texts in the format of ECB+: parsed, with the mentions that are scored, and sorted into topics.

In: rows of a file (shared/data/ecbplus/README.md). Out: `Text`s with their `Mention`s, and for each text its topic as
found. Keyed chains are read where a row has them, and used for nothing but scoring and training.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Any

import numpy as np
from spacy.tokens import Doc

from rashomon.fusion.event_forms import page_words
from rashomon.fusion.stems import folded, stem
from rashomon.language import nlp as language

Row = dict[str, Any]
_TELLING = frozenset({"NOUN", "VERB", "PROPN", "NUM", "ADJ"})
_APART = 1.8
"""Height in the tree of texts above which branches are topics of their own; chosen on the train part."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention that is scored: its tokens, and the one that all others hang on."""

    id: str
    type: str
    tokens: tuple[int, ...]
    head: int
    text: int
    """Number of the text that it stands in."""
    sentence: int
    chain: str | None


class Text:
    """A text and its parse."""

    def __init__(self, row: Row, doc: Doc, number: int) -> None:
        self.row, self.doc, self.number = row, doc, number
        self.sentence: list[int] = row["token_sentence"]
        url = row.get("subtopic") == "ecbplus"
        self.body = [token.i for token in doc if not (url and self.sentence[token.i] == 0)]

    @cached_property
    def stems(self) -> list[str]:
        """The stem of each token."""
        return [stem(folded(token.text)) for token in self.doc]

    @cached_property
    def page(self) -> tuple[tuple[str, float], ...]:
        """Its heaviest words."""
        return page_words(self.stems[at] for at in self.body)

    def around(self, mention: Mention) -> range:
        """The tokens of the sentence of a mention."""
        first = self.sentence.index(mention.sentence)
        return range(first, first + self.sentence.count(mention.sentence))

    def mentions(self, kind: str) -> list[Mention]:
        """The mentions of a kind that are scored."""
        return [
            Mention(
                f"{self.row['id']}:{row['m_id']}",
                row["type"],
                tuple(row["tokens"]),
                _head(self.doc, row["tokens"]),
                self.number,
                row["sentence"],
                row.get("chain"),
            )
            for row in self.row[kind]
            if row.get("selected", True)
        ]


def parsed(rows: Iterable[Row]) -> list[Text]:
    """The rows with their parses; tokens and sentences are kept as given."""
    nlp = language.load_plain()
    out = []
    for number, row in enumerate(rows):
        sentence = row["token_sentence"]
        starts = [at == 0 or sentence[at] != sentence[at - 1] for at in range(len(sentence))]
        doc = Doc(nlp.vocab, words=row["tokens"], sent_starts=starts)
        for _, station in nlp.pipeline:
            doc = station(doc)
        out.append(Text(row, doc, number))
    return out


def _head(doc: Doc, tokens: Sequence[int]) -> int:
    """The token of a mention that hangs on none of the others."""
    for at in tokens:
        above = doc[at].head.i
        if (above == at or above not in tokens) and not doc[at].is_punct:
            return at
    return tokens[-1]


def topics(texts: Sequence[Text]) -> list[int]:
    """For each text the number of the topic that it is put in, by the words that it shares with the others."""
    counts = [Counter(_lemmas(text)) for text in texts]
    spread = Counter(word for count in counts for word in count)
    columns = {word: at for at, word in enumerate(sorted(word for word in spread if spread[word] > 1))}
    rows = np.zeros((len(texts), len(columns)))
    for at, count in enumerate(counts):
        for word, times in count.items():
            if word in columns:
                rows[at, columns[word]] = (1 + log(times)) * log(len(texts) / spread[word])
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return _ward(rows / np.where(lengths > 0, lengths, 1), _APART)


def _lemmas(text: Text) -> list[str]:
    doc = text.doc
    return [doc[at].lemma_.lower() for at in text.body if doc[at].pos_ in _TELLING]


def _ward(rows: "np.ndarray[Any, Any]", highest: float) -> list[int]:
    """Agglomerative clustering that keeps clusters compact (Ward 1963), by the recurrence of Lance and Williams."""
    count = len(rows)
    cost = np.maximum(2 - 2 * (rows @ rows.T), 0)
    np.fill_diagonal(cost, np.inf)
    size, of = np.ones(count), np.arange(count)
    while count > 1:
        one, two = sorted(divmod(int(np.argmin(cost)), count))
        least = cost[one, two]
        if least > highest**2:
            break
        merged = ((size[one] + size) * cost[one] + (size[two] + size) * cost[two] - size * least) / (
            size[one] + size[two] + size
        )
        merged[[one, two]] = np.inf
        cost[one], cost[:, one] = merged, merged
        cost[two], cost[:, two] = np.inf, np.inf
        size[one] += size[two]
        of[of == two] = one
    return [int(each) for each in of]
