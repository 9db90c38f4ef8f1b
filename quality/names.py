"""How well names are found: exact span and type F1 on sentences of encyclopaedia politics, and recall on GUM news.

    python -m quality.names              the figures, ours beside spaCy's small pipeline alone
    python -m quality.names --show 40    also so many of our mistakes

Tokens are joined by spaces and each sentence is a page of its own. Only person, organization and place count.
"""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from quality.corpora import DATA, jsonl
from quality.docs import pipeline
from rashomon import layers
from rashomon.language import nlp as language

Name = tuple[int, int, str]
"""Start, end and type of one name."""

KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}


def ours(doc: Doc) -> set[Name]:
    """The names that the page's entities are made of."""
    found = layers.entities(doc)
    return {(m.start, m.end, entity.type) for entity in found for m in entity.mentions if m.form == "name"}


def of_spacy(doc: Doc) -> set[Name]:
    """The names that spaCy's recogniser finds, without the article before them."""
    found = set()
    for ent in doc.ents:
        start = ent[1:] if ent[0].lower_ == "the" and len(ent) > 1 else ent
        if ent.label_ in KINDS:
            found.add((start.start_char, ent.end_char, KINDS[ent.label_]))
    return found


def keyed(row: dict[str, Any]) -> set[Name]:
    """The names of one row as character offsets of its tokens joined by spaces."""
    starts = [0]
    for token in row["tokens"]:
        starts.append(starts[-1] + len(token) + 1)
    return {(starts[e["start"]], starts[e["end"]] - 1, e["type"]) for e in row["entities"]}


def f1(pairs: Iterable[tuple[set[Name], set[Name]]]) -> float:
    """Micro F1 of (keyed, found) pairs."""
    wanted = found = right = 0
    for key, answer in pairs:
        wanted, found, right = wanted + len(key), found + len(answer), right + len(key & answer)
    return 2 * right / max(1, wanted + found)


def crossner(nlp: Language, path: Path, reader: Callable[[Doc], set[Name]]) -> list[tuple[set[Name], set[Name], str]]:
    """(keyed, found, text) of each sentence, `other` left out."""
    rows = list(jsonl(path))
    docs = (nlp(Doc(nlp.vocab, words=row["tokens"])) for row in rows)
    out = []
    for row, doc in zip(rows, docs, strict=True):
        key = {name for name in keyed(row) if name[2] != "other"}
        out.append((key, {name for name in reader(doc) if name[2] != "other"}, doc.text))
    return out


def score(data: Path) -> dict[str, float]:
    """Exact span and type F1."""
    rows = crossner(pipeline("rashomon_names"), data / "names" / "crossner_politics.dev.jsonl", ours)
    return {"names_f1": f1((key, found) for key, found, _ in rows)}


def main() -> None:
    parser = argparse.ArgumentParser(description="Figures of names.")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print so many mistakes")
    parser.add_argument("--file", default="crossner_politics.dev.jsonl", help="which file of the corpus")
    args = parser.parse_args()
    path = DATA / "names" / args.file
    alone = crossner(language.load_plain(), path, of_spacy)
    print(f"spaCy alone {f1((key, found) for key, found, _ in alone):.4f}")
    rows = crossner(pipeline("rashomon_names"), path, ours)
    print(f"ours        {f1((key, found) for key, found, _ in rows):.4f}")
    for key, found, text in rows:
        for start, end, kind in sorted((key | found) - (key & found)):
            if args.show > 0:
                args.show -= 1
                mark = "missed" if (start, end, kind) in key else "false "
                print(f"  {mark} {kind:12} {text[start:end]!r}   in: {text[max(0, start - 40) : end + 40]}")


if __name__ == "__main__":
    main()
