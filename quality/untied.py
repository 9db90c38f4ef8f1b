"""Pairs of names in one sentence between which the text states no tie, from a corpus whose relations people marked.

In: the folder of the corpora. Out: texts with pairs of spans. Re-DocRED gives sentences with two marked names (persons,
organisations, places) without any of its 96 relations between them in the whole document. What it has no relation
for ("chairman of the board of selectmen") may still be stated: the rate on these pairs is an upper bound.
"""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from quality.corpora import jsonl
from rashomon.spans import Span

Pairs = list[tuple[Span, Span]]

_NAMES = frozenset({"PER", "ORG", "LOC"})
_NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "!", "?", ")", "'s", "’s", "%"})


def pairs_without_a_tie(data: Path, part: str) -> Iterator[tuple[str, Pairs]]:
    """Texts with at least one such pair."""
    for row in jsonl(data / "redocred" / f"{part}.jsonl.gz"):
        yield from _of_document(row)


def _of_document(row: dict[str, Any]) -> Iterator[tuple[str, Pairs]]:
    related = {frozenset((relation["head"], relation["tail"])) for relation in row["relations"]}
    for number, tokens in enumerate(row["sents"]):
        text, starts = _join(tokens)
        names = [
            (entity["id"], Span(starts[mention["start"]], starts[mention["end"] - 1] + len(tokens[mention["end"] - 1])))
            for entity in row["entities"]
            if entity["type"] in _NAMES
            for mention in entity["mentions"]
            if mention["sent"] == number
        ]
        pairs = [
            (first, second)
            for (one, first), (other, second) in combinations(names, 2)
            if one != other and frozenset((one, other)) not in related
        ]
        if pairs:
            yield text, pairs


def _join(tokens: list[str]) -> tuple[str, list[int]]:
    """A sentence as print has it, and where its tokens begin."""
    text, starts = "", []
    for token in tokens:
        if text and token not in _NO_SPACE_BEFORE and not text.endswith("("):
            text += " "
        starts.append(len(text))
        text += token
    return text, starts
