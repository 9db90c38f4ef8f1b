"""Article text: how much of it is found, how much else is taken for it, on pages and on the same pages without mark-up.

    python quality/articles.py [--pages]

article_f1        F1 of mean precision and mean recall over pages, on 4-grams of word tokens (with their counts), as
                  scrapinghub's article-extraction-benchmark defines it; the article is what has an article role
plain_article_f1  the same, given only the visible text of each page, a line for each block-level element
kept              share of the visible characters (white space apart) that are in exactly one block; smallest over pages
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import mean
from typing import NamedTuple

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quality.corpora import DATA, available
from rashomon.pages import html, plain
from rashomon.pages.blocks import Draft, article_text
from rashomon.pages.decoding import decode
from rashomon.pages.visible import UNSEEN, pieces

CORPUS = "article_extraction_benchmark"
_N = 4
_TOKEN = re.compile(r"\w+")


class Match(NamedTuple):
    """4-grams that both have, that only the prediction has, that only the gold has."""

    both: int
    extra: int
    missed: int


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The 4-grams of a text's word tokens with their counts; a shorter text is one shingle."""
    tokens = _TOKEN.findall(text)
    if not tokens:
        return Counter()
    return Counter(tuple(tokens[i : i + _N]) for i in range(max(1, len(tokens) - _N + 1)))


def match(gold: str, predicted: str) -> Match:
    """The shingles of one page, compared."""
    true, pred = shingles(gold), shingles(predicted)
    return Match((true & pred).total(), (pred - true).total(), (true - pred).total())


def f1(matches: Sequence[Match]) -> float:
    """F1 of mean precision (pages with a prediction) and mean recall (pages with a gold article)."""
    precisions = [m.both / (m.both + m.extra) for m in matches if m.both + m.extra]
    recalls = [m.both / (m.both + m.missed) for m in matches if m.both + m.missed]
    if not precisions or not recalls:
        return 0.0
    precision, recall = mean(precisions), mean(recalls)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def kept(seen: Counter[str], text: str, drafts: Sequence[Draft]) -> float:
    """Share of the characters seen, white space apart, that the blocks hold, each in one block only."""
    blocks = characters(text[draft.start : draft.end] for draft in drafts)
    total = max(seen.total(), blocks.total())
    return (blocks & seen).total() / total if total else 1.0


def characters(texts: Iterable[str]) -> Counter[str]:
    """The characters of some texts, white space apart."""
    return Counter(char for text in texts for char in text if not char.isspace())


def visible(markup: str) -> Counter[str]:
    """The visible characters of a page, told another way than the reader does: by XPath over its text nodes."""
    tree = html.tree_of(markup)
    unseen = " or ".join(f"self::{tag}" for tag in sorted(UNSEEN))
    return characters(tree.xpath(f"//text()[not(ancestor::*[{unseen}])]")) if tree is not None else Counter()


def scrape(markup: str) -> str:
    """The visible text of a page, line by line without mark-up."""
    tree = html.tree_of(markup)
    return "\n".join(piece.text for piece in pieces(tree)) if tree is not None else ""


def score_page(markup: str, gold: str) -> tuple[Match, Match, float]:
    """One page: article from HTML, article from its plain text, share of characters kept."""
    parsed = html.parse(markup)
    seen = scrape(markup)
    found = article_text(parsed.text, parsed.drafts) if parsed else ""
    share = kept(visible(markup), parsed.text, parsed.drafts) if parsed else 1.0
    lines = article_text(seen, plain.find_blocks(seen))
    return match(gold, found), match(gold, lines), share


def score(data: Path = DATA, *, show: bool = False) -> dict[str, float]:
    """The scores over all pages of the benchmark."""
    folder = data / CORPUS
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    rows = []
    for name in sorted(gold):
        markup = decode(gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())).text
        row = score_page(markup, gold[name]["articleBody"])
        rows.append(row)
        if show:
            print(f"{name[:12]}  {f1([row[0]]):.3f}  {f1([row[1]]):.3f}  {row[2]:.4f}  {gold[name]['url'][:80]}")
    by_html, by_lines, shares = zip(*rows, strict=True)
    return {"article_f1": f1(by_html), "plain_article_f1": f1(by_lines), "kept": min(shares)}


def main() -> int:
    parser = argparse.ArgumentParser(description="Score article text on the article-extraction benchmark.")
    parser.add_argument("--pages", action="store_true", help="show every page: HTML F1, plain F1, share kept")
    args = parser.parse_args()
    if not available(CORPUS):
        print(f"skipped, the shared corpus {CORPUS!r} is not here")
        return 0
    for key, value in score(show=args.pages).items():
        print(f"{key:20} {value:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
