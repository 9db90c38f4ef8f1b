"""What a larger network thinks of each word: labels with doubt, from which the small one learns (distillation).

In: a trained network and texts. Out: a safetensors file with the share of each tag of a task for every word, keyed by
task and id of the text. Structure-level distillation after Wang et al., "Structure-Level Knowledge Distillation For
Multilingual Sequence Labeling" (ACL 2020), with the teacher's marginals. Batches and losses do not belong here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from quality.corpora import jsonl
from safetensors.numpy import load_file, save_file

from rashomon.encoder import Array
from rashomon.wordpieces import Flags, WordPieces
from training.corpora import Example
from training.labels import tag_count

LIKE_NEWS = frozenset({"bio", "court", "interview", "news", "speech"})


def unlabelled(folder: Path, cutter: WordPieces, task: str) -> list[Example]:
    """News that nobody has marked for a task: the train parts of corpora for other tasks."""
    anything = (1 << tag_count(task)) - 1
    return [
        Example(f"{corpus}-{number}", task, corpus, words, [anything] * len(words))
        for corpus, texts in (
            ("newscluster", plain(folder / "newscluster/train.jsonl")),
            ("giveme5w1h", plain(folder / "giveme5w1h/train.jsonl")),
            ("tempeval3", plain(folder / "tempeval3/train.jsonl")),
            ("ecbplus", tokenised(folder / "ecbplus/train.jsonl")),
            ("meantime", tokenised(folder / "meantime/train.jsonl")),
            ("gum", genres(folder / "gum/train.jsonl.gz")),
        )
        for number, text in enumerate(texts)
        if len(words := cutter.cut(text))
    ]


def plain(path: Path) -> Iterator[str]:
    """The texts of a corpus, as they stand."""
    yield from (row["text"] for row in jsonl(path) if row.get("text"))


def tokenised(path: Path) -> Iterator[str]:
    """The texts of a corpus that only has tokens, without the address that stands first in some."""
    for row in jsonl(path):
        addressed = row["tokens"][0].startswith("http")
        sentences = zip(row["tokens"], row["token_sentence"], strict=True)
        yield " ".join(token for token, sentence in sentences if sentence or not addressed)


def genres(path: Path) -> Iterator[str]:
    """The texts of GUM that are like news and free of a non-commercial clause."""
    yield from (row["text"] for row in jsonl(path) if row["genre"] in LIKE_NEWS)


def marginals(emissions: Array, steps: Array, starts: Flags) -> Array:
    """The share of each tag for every word, over all taggings (forward and backward)."""
    count = len(emissions)
    forward, backward = np.empty_like(emissions), np.zeros_like(emissions)
    forward[0] = emissions[0]
    for word in range(1, count):
        forward[word] = logsum(forward[word - 1][:, None] + steps[int(starts[word])], axis=0) + emissions[word]
    for word in range(count - 2, -1, -1):
        backward[word] = logsum(steps[int(starts[word + 1])] + (emissions[word + 1] + backward[word + 1])[None], axis=1)
    both = forward + backward
    return np.exp(both - logsum(both, axis=1)[:, None])


def logsum(values: Array, axis: int) -> Array:
    """Logarithm of the sum of exponentials."""
    top = values.max(axis=axis, keepdims=True)
    return np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)


def save_soft(path: Path, examples: Sequence[Example], shares: Sequence[Array]) -> None:
    """Write the shares of each text."""
    pairs = zip(examples, shares, strict=True)
    save_file({f"{example.task} {example.id}": share.astype(np.float16) for example, share in pairs}, path)


def with_soft(examples: Sequence[Example], paths: Iterable[Path], trust: float) -> list[Example]:
    """The examples with what teachers think: believed by `trust` where people marked the text, else wholly."""
    held = {name: share for path in paths for name, share in load_file(path).items()}
    out = []
    for example in examples:
        share = held.get(f"{example.task} {example.id}")
        if share is None:
            out.append(example)
        else:
            out.append(replace(example, soft=share.astype(np.float32), trust=trust if example.gold else 1.0))
    return out
