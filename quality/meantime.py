"""Times and factuality against MEANTIME (Minard et al. 2016), in the sentences that are marked in full.

    python -m quality.meantime                   the dev part
    python -m quality.meantime --part train      another part

Times: as `quality.times` defines strict, relaxed, value and type F1. Factuality: of each event of the key, what the
perspective of its word says beside what the key says: certainty (certain, probable, possible, underspecified),
polarity (positive, negative) and time (future or not). Every event has one value of each, so micro-F1 is the share that
is right; beside it stands what the most frequent value would give, and F1 of each value.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from quality.corpora import DATA, available, jsonl
from quality.docs import Docs
from quality.times import Timex, align, measure
from rashomon import layers
from rashomon.meaning.events.frames import frame
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.events.perspectives import perspective
from rashomon.meaning.events.triggers import Trigger
from rashomon.spans import Span

Row = dict[str, Any]

MARKED = 6
"""So many sentences of a text are marked in full."""
_TIGHT = frozenset({",", ".", "'s", "’s", ")", "%", ":", ";", "?", "!"})
_OPENING = "($“"
_CERTAINTY = {
    "certain": "CERTAIN", "reported": "CERTAIN", "probable": "PROBABLE", "possible": "POSSIBLE", "alleged": "POSSIBLE",
    "unknown": "UNDERSPECIFIED",
}  # fmt: skip
_AHEAD = frozenset({"planned", "hypothetical"})


@dataclass(frozen=True)
class Text:
    """The words of a row as running text, and where each begins and ends."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, tokens: Sequence[int]) -> Span:
        """From the first to the last of some words."""
        return Span(self.starts[min(tokens)], self.ends[max(tokens)])


def text_of(row: Row) -> Text:
    """The text of a row: title, dateline and paragraphs apart, marks close to their words."""
    text, starts, ends, before = "", [], [], 0
    for word, number in zip(row["tokens"], row["token_sentence"], strict=True):
        if text and number != before:
            text += "\n\n" if number <= 2 else " "
        elif text and word not in _TIGHT and text[-1] not in _OPENING:
            text += " "
        starts.append(len(text))
        text += word
        ends.append(len(text))
        before = number
    return Text(text, starts, ends)


def created(row: Row) -> str | None:
    """The time of a row's creation, its date of publication."""
    return next((each["value"] for each in row["timexes"] if each.get("functionInDocument") == "CREATION_TIME"), None)


def times(row: Row, text: Text, doc: Doc) -> list[tuple[Timex | None, Timex | None]]:
    """Pairs of time expressions of the key and found ones."""
    end = _end(row, text)
    key = [
        Timex(*text.span(each["tokens"]), each["type"], each.get("value"))
        for each in row["timexes"]
        if text.starts[each["tokens"][0]] < end
    ]
    found = [Timex(each.start, each.end, each.type, each.value) for each in layers.times(doc) if each.start < end]
    return align(key, found)


def factuality(row: Row, text: Text, doc: Doc) -> Iterator[dict[str, tuple[str, str]]]:
    """Of each event of the key, by question, what the key says and what the perspective of its word does."""
    ground = Ground(doc)
    for each in row["event_mentions"]:
        span = text.span(each["tokens"])
        words = doc.char_span(*span, alignment_mode="expand")
        if each.get("certainty") is None or span.start >= _end(row, text) or words is None:
            continue
        seen = perspective(Trigger(words.root, "other", frame(words.root), span), ground)
        said = {
            "certainty": _CERTAINTY[seen.certainty],
            "polarity": "NEG" if seen.polarity == "denied" else "POS",
            "time": "FUTURE" if seen.status in _AHEAD else "NON_FUTURE",
        }
        yield {question: (each[question], answer) for question, answer in said.items() if each.get(question)}


def _end(row: Row, text: Text) -> int:
    after = (text.starts[at] for at, number in enumerate(row["token_sentence"]) if number >= MARKED)
    return next(after, len(text.text))


def shares(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, dict[str, float]]:
    """Micro-F1, what the most frequent value of the key would give, and F1 of each value."""
    key, given = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    right = Counter(one for one, two in pairs if one == two)
    each = {value: 2 * right[value] / (key[value] + given[value]) for value in sorted(key)}
    total = max(len(pairs), 1)
    return right.total() / total, max(key.values(), default=0) / total, each


def main() -> int:
    parser = argparse.ArgumentParser(description="Score times and factuality on MEANTIME.")
    parser.add_argument("--part", default="dev", choices=("train", "dev"))
    args = parser.parse_args()
    if not available("meantime"):
        print("skipped: the shared corpus 'meantime' is not here")
        return 0
    docs = Docs("rashomon_claims")
    pairs: list[tuple[Timex | None, Timex | None]] = []
    facts: list[dict[str, tuple[str, str]]] = []
    for row in jsonl(DATA / "meantime" / f"{args.part}.jsonl"):
        text = text_of(row)
        doc = docs.of(row["id"], text.text, created(row))
        pairs += times(row, text, doc)
        facts += factuality(row, text, doc)
    for key, value in measure(pairs).items():
        print(f"{key:16} {value:.4f}")
    for question in ("certainty", "polarity", "time"):
        micro, most, each = shares([fact[question] for fact in facts if question in fact])
        single = ", ".join(f"{value.lower()} {f1:.2f}" for value, f1 in each.items())
        print(f"{question:16} {micro:.4f}   most frequent value {most:.4f}   {single}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
