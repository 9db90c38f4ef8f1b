"""Which mentions of many texts are one event or one entity: ECB+ and MEANTIME, gold mentions, topics as found.

    python quality/ecbplus.py FILE             texts in the format of shared/data/ecbplus, with or without chains:
                                               prints {"events": [[ids]], "entities": [[ids]]}, ids as document:m_id
    python -m quality.ecbplus FILE --score     CoNLL F1 (MUC, B3, CEAF-e) against the chains of the file, singletons
                                               counted, and of the baseline: one stem in one topic is one event
    python -m quality.ecbplus --meantime FILE  the same for the events of MEANTIME that several texts tell of

Only mentions with `selected` are read and scored.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from pathlib import Path

if not __package__:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quality import ecbplus_entities, ecbplus_events
from quality.chain_scores import MEASURES, Chain, conll
from quality.corpora import DATA, jsonl
from quality.ecbplus_meantime import as_ecbplus
from quality.ecbplus_texts import Mention, Text, parsed, topics

Groups = list[list[str]]
_KINDS: dict[str, tuple[str, Callable[[Sequence[Text], Sequence[int]], Groups]]] = {
    "events": ("event_mentions", ecbplus_events.groups),
    "entities": ("entity_mentions", ecbplus_entities.groups),
}


def groups(texts: Sequence[Text], found: Sequence[int]) -> dict[str, Groups]:
    """The mentions of each kind, group by group; sorted."""
    return {name: sorted(map(sorted, join(texts, found))) for name, (_, join) in _KINDS.items()}


def keyed(texts: Iterable[Text], kind: str) -> list[Chain]:
    """The chains of a file."""
    return _by(texts, kind, lambda _, mention: mention.chain)


def baseline(texts: Sequence[Text], found: Sequence[int], kind: str) -> list[Chain]:
    """One stem in one topic is one event or entity."""
    return _by(texts, kind, lambda text, mention: (found[text.number], text.stems[mention.head]))


def _by(texts: Iterable[Text], kind: str, what: Callable[[Text, Mention], Hashable]) -> list[Chain]:
    out: dict[Hashable, set[str]] = defaultdict(set)
    for text in texts:
        for mention in text.mentions(kind):
            out[what(text, mention)].add(mention.id)
    return [frozenset(each) for each in out.values()]


def score(data: Path = DATA) -> dict[str, float]:
    """CoNLL F1 on the dev parts."""
    texts = parsed(jsonl(data / "ecbplus" / "dev.jsonl"))
    found = groups(texts, topics(texts))
    out = {f"ecbplus_{name}": _conll(texts, kind, found[name]) for name, (kind, _) in _KINDS.items()}
    texts = parsed(as_ecbplus(jsonl(data / "meantime" / "dev.jsonl")))
    return out | {"meantime_events": _conll(texts, "event_mentions", ecbplus_events.groups(texts, topics(texts)))}


def _conll(texts: Sequence[Text], kind: str, found: Groups) -> float:
    return conll([(keyed(texts, kind), [frozenset(each) for each in found])])


def report(name: str, key: list[Chain], found: list[Chain]) -> str:
    """The three measures and their mean in a line."""
    scores = {measure: each([(key, found)]) for measure, each in MEASURES.items()}
    parts = [
        f"{measure} {100 * s.recall:.1f}/{100 * s.precision:.1f}/{100 * s.f1:.1f}" for measure, s in scores.items()
    ]
    return f"{name:24} CoNLL {100 * conll([(key, found)]):.2f}   {'  '.join(parts)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--score", action="store_true")
    parser.add_argument("--meantime", action="store_true")
    options = parser.parse_args()
    rows = list(jsonl(options.file))
    texts = parsed(as_ecbplus(rows) if options.meantime else rows)
    found = topics(texts)
    if not (options.score or options.meantime):
        print(json.dumps(groups(texts, found)))
        return
    print(f"{len(texts)} texts, {len(set(found))} topics found")
    for name, (kind, join) in _KINDS.items():
        key = keyed(texts, kind)
        if key:
            print(report(f"{name}, one stem", key, baseline(texts, found, kind)))
            print(report(name, key, [frozenset(each) for each in join(texts, found)]))


if __name__ == "__main__":
    main()
