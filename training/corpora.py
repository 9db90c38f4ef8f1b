"""Reads the public corpora into examples with labels on words.

In: the folder of the corpora. Out: `Example`s. A corpus marks what it annotates exhaustively; what it leaves open stays
open (several tags allowed on a word). Batches, networks and scores do not belong here.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quality.corpora import jsonl

from rashomon.encoder import Array
from rashomon.wordpieces import WordPieces, Words
from training.genre_names import genre_names
from training.labels import Named, Places, bits_of, first_tag

HELD_OUT = 5  # one sentence in this many of the web names is held out, by hash

Spans = list[tuple[int, int]]


@dataclass
class Example:
    """A text with, for one task, the tags each word may carry and (attribution) the group of each word."""

    id: str
    task: str
    corpus: str
    words: Words
    allowed: list[int]  # bit masks over the tags of the task
    group: list[int] = field(default_factory=list)  # number of the attribution a word belongs to, -1 for none
    role: list[int] = field(default_factory=list)  # -1 none, 0 source, 1 cue, 2 content
    gold: list[dict[str, Any]] = field(default_factory=list)
    soft: Array | None = None  # the share of each tag for every word, as a larger network sees it
    trust: float = 0.0  # how far that is believed, against `allowed`


def read_attributions(path: Path, cutter: WordPieces) -> list[Example]:
    """PolNeAR: every token belongs to at most one attribution and one role."""
    examples = []
    for row in jsonl(path):
        words = cutter.cut(row["text"])
        places = Places(words.spans)
        allowed, group, role = [1] * len(words), [-1] * len(words), [-1] * len(words)
        for number, attribution in enumerate(row["attributions"]):
            for rank, kind in enumerate(("source", "cue", "content")):
                for start, end in attribution[kind]:
                    tag = first_tag("attribution", kind)
                    for step, word in enumerate(places.under(start, end)):
                        allowed[word] = 1 << (tag + (step > 0))
                        group[word], role[word] = number, rank
        examples.append(Example(row["id"], "attribution", "polnear", words, allowed, group, role, row["attributions"]))
    return examples


def named_example(named: Named, cutter: WordPieces) -> Example:
    """Join the tokens with spaces and write the names on the words."""
    joined, offsets, at = " ".join(named.tokens), [], 0
    for token in named.tokens:
        offsets.append((at, at + len(token)))
        at += len(token) + 1
    words = cutter.cut(joined)
    places = Places(words.spans)
    allowed = [bits_of("names", named.open_kinds, outside=True)] * len(words)
    gold = []
    for start, end, kinds, outside in named.entities:
        if start >= end:
            continue
        span = (offsets[start][0], offsets[end - 1][1])
        strict = len(kinds) == 1 and not outside
        if strict:
            gold.append({"start": span[0], "end": span[1], "type": kinds[0]})
        for step, word in enumerate(places.under(*span)):
            tags = [1 << (first_tag("names", kind) + (step > 0)) for kind in kinds]
            allowed[word] = bits_of("names", kinds, outside=True) if outside else sum(tags)
    return Example(named.id, "names", named.corpus, words, allowed, gold=gold)


def held_out(identity: str) -> bool:
    """Whether this sentence belongs to the fifth that is kept for scoring."""
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % HELD_OUT == 0


def read_web_names(path: Path, cutter: WordPieces, *, kept: bool) -> list[Example]:
    """UNER English EWT: person, organization and place; `other` is not annotated. `kept` gives the held-out fifth."""
    chosen = []
    for row in jsonl(path):
        if held_out(row["id"]) is kept:
            entities = [(e["start"], e["end"], (e["type"],), False) for e in row["entities"]]
            chosen.append(Named(row["id"], "uner", row["tokens"], entities, ("other",)))
    return [named_example(named, cutter) for named in chosen]


def read_wiki_names(path: Path, cutter: WordPieces) -> list[Example]:
    """CrossNER: all four types; terms in lower case (fields, tasks, metrics) are names there, here they may be O."""
    examples = []
    for row in jsonl(path):
        entities = []
        for entity in row["entities"]:
            words = row["tokens"][entity["start"] : entity["end"]]
            term = entity["type"] == "other" and all(word == word.lower() for word in words)
            entities.append((entity["start"], entity["end"], (entity["type"],), term))
        examples.append(named_example(Named(row["id"], path.name.split(".")[0], row["tokens"], entities), cutter))
    return examples


DOCUMENT_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place", "MISC": "other"}
DEMONYM_ENDINGS = ("an", "ish", "ese", "ench", "reek", "utch", "wiss", "qi", "eli", "ani", "abi")


def read_document_names(path: Path, cutter: WordPieces) -> list[Example]:
    """Re-DocRED: whole introductions; its places include nationalities, which other corpora call `other`."""
    examples = []
    for row in jsonl(path):
        spans: dict[int, dict[tuple[int, int], tuple[str, ...]]] = {}
        for entity in row["entities"]:
            for mention in entity["mentions"]:
                kind = DOCUMENT_TYPES.get(mention["type"])
                if kind is not None:
                    words = row["sents"][mention["sent"]][mention["start"] : mention["end"]]
                    open_type = kind == "place" and len(words) == 1 and words[0].endswith(DEMONYM_ENDINGS)
                    kinds = ("place", "other") if open_type else (kind,)
                    spans.setdefault(mention["sent"], {})[mention["start"], mention["end"]] = kinds
        for number, tokens in enumerate(row["sents"]):
            words = [token if token.strip() else "-" for token in tokens]
            entities = [(start, end, kinds, False) for (start, end), kinds in sorted(spans.get(number, {}).items())]
            examples.append(named_example(Named(f"{row['id']}-{number}", "redocred", words, entities), cutter))
    return examples


def training_examples(folder: Path, cutter: WordPieces) -> list[Example]:
    """Everything the network learns from."""
    return [
        *read_attributions(folder / "polnear/train.jsonl", cutter),
        *read_web_names(folder / "names/uner_ewt.train.jsonl", cutter, kept=False),
        *read_wiki_names(folder / "names/crossner_politics.train.jsonl", cutter),
        *read_wiki_names(folder / "names/crossner_other.train.jsonl", cutter),
        *read_document_names(folder / "redocred/train.jsonl.gz", cutter),
        *(named_example(named, cutter) for named in genre_names(jsonl(folder / "gum/train.jsonl.gz"))),
    ]


def dev_examples(folder: Path, cutter: WordPieces) -> list[Example]:
    """Everything a run is chosen by: PolNeAR dev, CrossNER politics dev, the held-out fifth of the web names."""
    return [
        *read_attributions(folder / "polnear/dev.jsonl", cutter),
        *read_web_names(folder / "names/uner_ewt.train.jsonl", cutter, kept=True),
        *read_wiki_names(folder / "names/crossner_politics.dev.jsonl", cutter),
    ]


def digest_of(examples: Sequence[Example]) -> str:
    """A fingerprint of texts and labels, written in the log of a run."""
    seen = hashlib.sha256()
    for example in examples:
        seen.update(f"{example.id}\x1f{example.words.text}\x1f{example.allowed}\x1f{example.group}\n".encode())
    return seen.hexdigest()[:16]
