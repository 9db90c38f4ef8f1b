"""Learn what fusion weighs: how rare words are, how near in meaning, and what reports of one event look like.

    python -m training.fusion words                how many pages have a word: data/frequencies.json
    python -m training.fusion senses MODEL         vectors of single words: data/senses.npz (MODEL: a folder with
                                                   all-mpnet-base-v2; needs sentence-transformers)
    python -m training.fusion events [--folds]     trees for pairs of event mentions: data/event_trees.json
    python -m training.fusion entities             trees for pairs and pronouns: quality/ecbplus_trees.json

In: train parts of public corpora in ../shared/data. The trees (scikit-learn's gradient boosting) are learned on pairs
of mentions of a topic of ECB+, with the features that the package computes; what else their file holds stays as it is.
`--folds` prints the CoNLL F1 on train topics that were held out, threshold by threshold. The same input gives the same
files.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from quality.chain_scores import conll
from quality.corpora import DATA, jsonl
from quality.ecbplus_texts import Mention, Text, parsed, topics

from quality import ecbplus_entities, ecbplus_events
from rashomon.fusion import event_likeness, trees
from rashomon.fusion.linkage import average_link
from rashomon.fusion.stems import stem, words
from rashomon.graph import Link

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "fusion" / "data"
PAGES = {"ecbplus": "tokens", "meantime": "tokens", "newscluster": "text", "polnear": "text", "muc4": "text"}
RAREST = 5
LONGEST = 20
AXES = 32
ROUNDS, RATE, LEAVES, FEWEST, PENALTY, SHARE = 100, 0.08, 12, 60, 5.0, 0.5
FOLDS = 4
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5)
CIRCUMSTANCES = ("type.", "name.", "time.", "told.", "figure.")  # ECB+ has none of these: their weights are set by hand

Features = Mapping[str, float]


@dataclass(frozen=True)
class Pair:
    """Two mentions, what is said of them, and whether they are keyed as one."""

    one: Mention
    two: Mention
    features: Features

    @property
    def same(self) -> bool:
        """Whether the two are keyed as one."""
        return self.one.chain == self.two.chain


def spread() -> tuple[int, Counter[str], dict[str, str]]:
    """Pages, for each stem the pages that have it, and its most frequent word."""
    pages, counts, spellings = 0, Counter[str](), defaultdict[str, Counter[str]](Counter)
    for folder, field in PAGES.items():
        for row in jsonl(DATA / folder / "train.jsonl"):
            text = row[field] if isinstance(row[field], str) else " ".join(row[field])
            found = [(stem(word), word) for word in words(text)]
            pages += 1
            counts.update({each for each, _ in found})
            for each, word in found:
                spellings[each][word] += 1
    likely = {each: min(forms, key=lambda word: (-forms[word], word)) for each, forms in spellings.items()}
    kept = {each for each in counts if counts[each] >= RAREST and each.isalpha() and len(each) < LONGEST}
    return pages, Counter({each: counts[each] for each in sorted(kept)}), likely


def learn_words() -> None:
    pages, counts, _ = spread()
    text = json.dumps({"pages": pages, "words": dict(counts)}, ensure_ascii=False, indent=0)
    (PACKAGE / "frequencies.json").write_text(text + "\n", encoding="utf-8")


def learn_senses(model: str) -> None:
    """Vectors of single words without what all have in common, turned on their main axes."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    _, counts, likely = spread()
    known = sorted(counts)
    encoder = SentenceTransformer(model, device="cpu")
    rows = encoder.encode([likely[each] for each in known], batch_size=128, normalize_embeddings=True)
    rows = rows.astype(np.float64) - rows.mean(0)
    axes = np.linalg.eigh(rows.T @ rows)[1][:, ::-1][:, :AXES]
    axes = axes * np.sign(axes[np.abs(axes).argmax(0), np.arange(AXES)])
    short = rows @ axes
    whole = np.rint(127 * short / np.abs(short).max(1, keepdims=True)).astype(np.int8)
    np.savez_compressed(PACKAGE / "senses.npz", words=np.array(known), vectors=whole)


def event_pairs(texts: Sequence[Text], found: Sequence[int]) -> list[list[Pair]]:
    """All pairs, topic by topic; what the corpus lacks is left to the weights set by hand."""
    return [
        [
            Pair(one, two, {name: each.value for name, each in event_likeness.features(first, second).items()})
            for (one, first), (two, second) in combinations(row, 2)
        ]
        for row in ecbplus_events.by_topic(texts, found)
    ]


def entity_pairs(texts: Sequence[Text], found: Sequence[int]) -> list[list[Pair]]:
    """All pairs of mentions that are no pronouns, topic by topic."""
    out = []
    for row in ecbplus_entities.by_topic(texts, found):
        content = [phrase for phrase in row if not phrase.pronoun]
        out.append(
            [Pair(one.mention, two.mention, ecbplus_entities.pair(one, two)) for one, two in combinations(content, 2)]
        )
    return out


def pronoun_pairs(texts: Sequence[Text], found: Sequence[int]) -> list[Pair]:
    """Pronouns with the other mentions of their texts."""
    return [
        Pair(pronoun.mention, other.mention, given)
        for row in ecbplus_entities.by_topic(texts, found)
        for pronoun, candidates in ecbplus_entities.choices(row)
        for other, given in candidates
    ]


def fit(pairs: Iterable[Pair], *, rounds: int = ROUNDS, leaves: int = LEAVES, fewest: int = FEWEST) -> dict[str, Any]:
    """Boosted trees as `rashomon.fusion.trees` reads them."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415

    pairs = list(pairs)
    names = sorted({name for pair in pairs for name in pair.features if not name.startswith(CIRCUMSTANCES)})
    index = {name: at for at, name in enumerate(names)}
    rows = np.zeros((len(pairs), len(names)))
    for at, pair in enumerate(pairs):
        for name, value in pair.features.items():
            if name in index:
                rows[at, index[name]] = value
    model = HistGradientBoostingClassifier(
        max_iter=rounds, learning_rate=RATE, max_leaf_nodes=leaves, min_samples_leaf=fewest, l2_regularization=PENALTY,
        max_features=SHARE, early_stopping=False, random_state=0,
    )  # fmt: skip
    model.fit(rows, [pair.same for pair in pairs])
    return plain_trees(model, names)


def plain_trees(model: Any, names: Sequence[str]) -> dict[str, Any]:
    """The trees of a fitted `HistGradientBoostingClassifier` as `rashomon.fusion.trees` reads them."""
    grown = [_plain(tree[0].nodes) for tree in model._predictors]  # noqa: SLF001
    start = float(model._baseline_prediction[0, 0])  # noqa: SLF001
    return {"features": list(names), "start": round(start, 5), "trees": grown}


def _plain(nodes: "np.ndarray[Any, Any]") -> list[list[float]]:
    """A tree as forks [feature, threshold, low, high, expected]; what a fork expects is the mean of its branches."""
    expected: dict[int, float] = {}

    def mean(at: int) -> float:
        node = nodes[at]
        if node["is_leaf"]:
            expected[at] = float(node["value"])
        else:
            low, high = (int(node[side]) for side in ("left", "right"))
            many = [int(nodes[each]["count"]) for each in (low, high)]
            expected[at] = (mean(low) * many[0] + mean(high) * many[1]) / sum(many)
        return expected[at]

    mean(0)
    return [
        [-1, 0, 0, 0, round(expected[at], 5)]
        if node["is_leaf"]
        else [
            int(node["feature_idx"]), round(float(node["num_threshold"]), 5), int(node["left"]), int(node["right"]),
            round(expected[at], 5),
        ]
        for at, node in enumerate(nodes)
    ]  # fmt: skip


def folds(topics_of_pairs: Sequence[list[Pair]], mentions: Sequence[Mention]) -> Iterator[str]:
    """CoNLL F1 by threshold on topics held out; mentions in no pair stand alone."""
    parts = [topics_of_pairs[at::FOLDS] for at in range(FOLDS)]
    scored: list[list[Link]] = []
    for part in parts:
        model, _ = trees.parsed(fit(pair for other in parts if other is not part for row in other for pair in row))
        scored += [
            [Link(pair.one.id, pair.two.id, trees.chance(model.odds(pair.features)), "maybe", ()) for pair in row]
            for row in part
        ]
    key = defaultdict(set)
    for mention in mentions:
        key[mention.chain].add(mention.id)
    chains = [frozenset(each) for each in key.values()]
    for least in THRESHOLDS:
        groups = [
            frozenset(group)
            for links in scored
            for group in average_link({each for link in links for each in (link.left, link.right)}, links, (), least)
        ]
        alone = {mention.id for mention in mentions} - set().union(*groups)
        yield f"{least}: {100 * conll([(chains, [*groups, *(frozenset({each}) for each in alone)])]):.2f}"


def write(path: Path, *models: tuple[str, dict[str, Any]]) -> None:
    """Put trees into a file, under a name or, without one, beside what else it holds; a tree a line."""
    table = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for name, model in models:
        table.update({name: model} if name else model)
    text = json.dumps(table, separators=(",", ":"), sort_keys=True)
    path.write_text(text.replace("]],[[", "]],\n[[").replace('"trees":[[', '"trees":[\n[') + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["words", "senses", "events", "entities"])
    parser.add_argument("model", nargs="?")
    parser.add_argument("--folds", action="store_true")
    options = parser.parse_args()
    if options.what == "words":
        learn_words()
    elif options.what == "senses":
        learn_senses(options.model)
    else:
        texts = parsed(jsonl(DATA / "ecbplus" / "train.jsonl"))
        found = topics(texts)
        pairs = event_pairs(texts, found) if options.what == "events" else entity_pairs(texts, found)
        if options.folds:
            kind = "event_mentions" if options.what == "events" else "entity_mentions"
            for line in folds(pairs, [mention for text in texts for mention in text.mentions(kind)]):
                print(line, flush=True)
        model = fit(pair for row in pairs for pair in row)
        if options.what == "events":
            write(PACKAGE / "event_trees.json", ("", model))
        else:
            of_pronouns = fit(pronoun_pairs(texts, found), rounds=80, leaves=8, fewest=30)
            write(ecbplus_entities.TREES, ("", model), ("antecedents", of_pronouns))


if __name__ == "__main__":
    main()
