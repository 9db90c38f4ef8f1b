"""Where the shared corpora lie, how they are opened, and a digest that says which version was scored.

The corpora are not part of the repository: everything that needs them says so and stops cleanly when they are absent.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def available(*folders: str, data: Path = DATA) -> bool:
    """Whether all the named corpora are here."""
    return all((data / folder).is_dir() for folder in folders)


def jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON-lines file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def digest(folder: Path) -> str:
    """A digest of names and bytes of all files of a corpus: scores of different digests do not compare."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]
