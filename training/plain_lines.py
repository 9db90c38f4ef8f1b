"""Learn the weights of `pages.plain_article` from pages whose mark-up tells which lines are the article.

    python -m training.plain_lines

In: the pages of ../shared/data/trafilatura_eval and ../shared/data/pages, labelled by the HTML reader, line by line,
and texts of PolNeAR (train), where every line is the article. Out: src/rashomon/pages/data/plain_lines.json. The second
look learns from first scores given by models that have not seen the page. The same input gives the same file.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from quality.corpora import DATA, jsonl

from rashomon.pages import html
from rashomon.pages.blocks import ARTICLE_ROLES
from rashomon.pages.decoding import decode
from rashomon.pages.plain_article import first_stretch, log_odds, without_furniture
from rashomon.pages.plain_features import Names, first_look, second_look

MODEL = Path(__file__).resolve().parent.parent / "src" / "rashomon" / "pages" / "data" / "plain_lines.json"
FOLDS = 4
PENALTY = 3.0
RAREST = 8  # a feature seen less often gets no weight
LONGEST = 400  # lines of a page in another language than English: enough of those are short
OTHERS = 3  # of which every third is taken
CLEAN, CLEAN_WEIGHT = 60, 0.3
COMMON = frozenset(["the", "of", "and", "to", "in", "is", "that", "for", "it", "with", "was", "on", "as"])


class Page(NamedTuple):
    """Lines, whether each is of the article, and how much the page counts."""

    lines: list[str]
    labels: list[bool]
    weight: float


def pages() -> Iterator[Page]:
    """All pages, in an order that does not change."""
    others = 0
    for folder in ("trafilatura_eval", "pages"):
        for path in sorted((DATA / folder / "html").glob("*.gz")):
            page = labelled(decode(gzip.decompress(path.read_bytes())).text)
            if page is None or sum(len(line) for line, of in zip(page.lines, page.labels, strict=True) if of) < 400:
                continue
            if not is_english(page.lines):
                others += 1
                if others % OTHERS or len(page.lines) > LONGEST:
                    continue
            yield page
    for row in islice(jsonl(DATA / "polnear" / "train.jsonl"), CLEAN):
        lines = [" ".join(each.split()) for each in row["text"].splitlines() if each.strip()]
        yield Page(lines, [True] * len(lines), CLEAN_WEIGHT)


def labelled(markup: str) -> Page | None:
    try:
        parsed = html.parse(markup)
    except html.TooDeepError:
        return None
    if parsed is None:
        return None
    rows = [
        (" ".join(line.split()), draft.role in ARTICLE_ROLES)
        for draft in parsed.drafts
        for line in parsed.text[draft.start : draft.end].splitlines()
        if line.strip()
    ]
    kept = [rows[i] for i in without_furniture([line for line, _ in rows])]
    return Page([line for line, _ in kept], [label for _, label in kept], 1.0)


def is_english(lines: Sequence[str]) -> bool:
    words = " ".join(lines).lower().split()
    return sum(word in COMMON for word in words) > 0.1 * len(words)


def fit(found: Sequence[Page], looks: Sequence[Sequence[Names]], *, steps: int = 25) -> dict[str, float]:
    """Weights by logistic regression with an L2 penalty, by Newton's method; long lines count more."""
    rows = [names for look in looks for names in look]
    counts = Counter(name for names in rows for name in names)
    columns = {name: i + 1 for i, name in enumerate(sorted(n for n, k in counts.items() if k >= RAREST))}
    seen = np.zeros((len(rows), len(columns) + 1), np.float32)
    seen[:, 0] = 1
    for row, names in enumerate(rows):
        seen[row, [columns[name] for name in names if name in columns]] = 1
    labels = np.array([label for page in found for label in page.labels], np.float32)
    counted = np.array([page.weight * ((line.count(" ") + 2) / 8) ** 0.5 for page in found for line in page.lines])
    weights, penalty = np.zeros(seen.shape[1]), np.full(seen.shape[1], PENALTY)
    penalty[0] = 1e-3
    for _ in range(steps):
        odds = 1 / (1 + np.exp(-(seen @ weights)))
        slope = seen.T @ (counted * (odds - labels)) + penalty * weights
        bend = (seen * (counted * odds * (1 - odds) + 1e-6)[:, None].astype(np.float32)).T @ seen + np.diag(penalty)
        move = np.linalg.solve(bend, slope)
        weights -= move
        if np.abs(move).max() < 1e-3:
            break
    kept = {name: round(float(weights[i]), 2) for name, i in columns.items() if abs(weights[i]) >= 0.02}
    return {"bias": round(float(weights[0]), 2)} | kept


def second_looks(found: Sequence[Page], looks: Sequence[list[Names]]) -> list[list[Names]]:
    """The second look at each page, by first weights learned on the other folds."""
    out: list[list[Names]] = [[] for _ in found]
    for fold in range(FOLDS):
        others = [i for i in range(len(found)) if i % FOLDS != fold]
        weights = fit([found[i] for i in others], [looks[i] for i in others], steps=8)
        for i in range(fold, len(found), FOLDS):
            scores = log_odds(weights, looks[i])
            out[i] = second_look(found[i].lines, looks[i], scores, first_stretch(found[i].lines, scores))
    return out


def main() -> None:
    found = list(pages())
    looks = [first_look(page.lines) for page in found]
    model = {"first": fit(found, looks), "second": fit(found, second_looks(found, looks))}
    MODEL.write_text(json.dumps(model, indent=0, sort_keys=True) + "\n", "utf-8")
    print(f"{len(found)} pages, {sum(len(page.lines) for page in found)} lines")


if __name__ == "__main__":
    main()
