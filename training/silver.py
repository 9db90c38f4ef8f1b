"""Names in news that nobody has marked, as the rules of this package find them: silver labels for the names head.

    python -m training.silver names.jsonl

Runs in the package's own environment, without the encoder. In: the train parts of corpora for other tasks. Out: lines
{"id", "text", "names": [{"start", "end", "type"}]}. The marked corpora of names are single sentences and encyclopaedia;
whole pages of news are what the encoder reads.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from rashomon import layers
from rashomon.language import nlp as language
from training.rows import rows_of

DATA = Path(__file__).resolve().parents[1] / "../shared/data"
SHARE = {"polnear": 2, "newscluster": 1, "giveme5w1h": 1, "tempeval3": 2}
"""One text in so many of each corpus."""


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Id and text of the news that is read."""
    for corpus, share in SHARE.items():
        for number, row in enumerate(rows_of(folder / corpus / "train.jsonl")):
            if number % share == 0 and row.get("text"):
                yield f"{corpus}-{number}", row["text"]


def main() -> None:
    parser = argparse.ArgumentParser(description="Write silver names.")
    parser.add_argument("target", type=Path)
    parser.add_argument("--data", type=Path, default=DATA)
    arguments = parser.parse_args()
    nlp = language.load()
    nlp.add_pipe("rashomon_names")
    with arguments.target.open("w", encoding="utf-8") as out:
        for name, text in texts(arguments.data):
            found = layers.entities(nlp(text))
            names = [
                {"start": mention.start, "end": mention.end, "type": entity.type}
                for entity in found
                for mention in entity.mentions
                if mention.form == "name"
            ]
            out.write(json.dumps({"id": name, "text": text, "names": names}) + "\n")


if __name__ == "__main__":
    main()
