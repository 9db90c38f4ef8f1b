"""Wire copies: pairs of pages that carry one text, among real articles and edited ones.

    python -m quality.copies                 the figures on the dev part
    python -m quality.copies --part train    on the train part, for developing
    python -m quality.copies --show 20       also so many mistakes

Every article of a news cluster is edited three times (light, medium, heavy; `quality/article_edits.py`). Two pages made
of one article are copies where that makes up two fifths of the shorter one or more, so are the real wire copies
listed here. Articles on the same event are the hard negatives. What shares less, what borrowed from one another, and
real pairs listed as parts count neither way. Beside ours stands plain MinHash: Jaccard of 4-word shingles of the whole
text in 128 permutations, at the threshold that is best on the train part.
"""

import argparse
import hashlib
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from quality.article_edits import STRENGTHS, Article, edited
from quality.corpora import DATA, jsonl
from rashomon.fusion import copies, copygroups
from rashomon.graph import Form
from rashomon.ids import make_id, sha256
from rashomon.records import Block, Page, Published, Reading

COPIES = (
    # train
    ("2216ac16", "5ab7894a", "7cd30faf", "e5b73024"),
    ("96107f45", "d184a1e4", "f0ca1c96"),
    ("49f8d56e", "ec06c668"),
    ("931861bb", "cca8ed89", "c8272c7b", "0cd6c1c9"),
    ("2ea0c85e", "4c06bb54"),
    ("96a0d67b", "fbac44e6"),
    ("53554343", "74a581ab", "b51c5d66"),
    ("12e3629a", "2e3edacb"),
    ("0a7e7848", "935d8e55"),
    ("7b1f91bc", "f402d5c8"),
    ("a124707a", "e1311d4f"),
    ("cd62c74b", "f45bdcd3"),
    # dev
    ("136fdf3b", "4b279869", "6e874e6c"),
    ("572f3fd2", "a989861f", "db7db41f"),
    ("a41cc43a", "e0ff5adb"),
    ("a021206c", "d65eae9c"),
)
"""Real articles of one origin, by the first letters of their ids: about half of the shorter one's own prose or more is
word for word the other's. Found by reading all pairs where a third of the shorter one's shingles are in the other."""

FAMILY = {key: family[0] for family in COPIES for key in family}

PARTS = (
    ("12e3629a", "8c22e99f"),
    ("2ae4755e", "d390bd40"),
    ("0cd6c1c9", "ccd4cc9b"),
    ("c8272c7b", "ccd4cc9b"),
    ("0046d5ff", "4a6824d7"),
    ("544db91c", "968b809b"),
    ("16e734e8", "a989861f"),
    ("16e734e8", "572f3fd2"),
    ("16e734e8", "db7db41f"),
)
"""Real articles that took passages from one another or reworded one text: counted neither way."""


class Sample(NamedTuple):
    """The pages of a part and what is known of every pair of them: a copy, none, or None where it does not count."""

    articles: tuple[Article, ...]
    truth: dict[tuple[int, int], bool]


@dataclass(frozen=True)
class Score:
    """Pairs found, of those that are copies, and how many articles of one event were taken for copies."""

    right: int
    wrong: int
    missed: int
    same_event: int

    @property
    def f1(self) -> float:
        """F1 of pairs."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


def sample(path: Path) -> Sample:
    """The articles of a part of the corpus with 60 words or more, and their edits."""
    originals = [_article(row) for row in jsonl(path)]
    originals = [each for each in originals if each.length >= 60 or each.id in FAMILY]
    made = list(originals)
    for article in originals:
        siblings = [each for each in originals if each.event == article.event and not _akin(each.id, article.id)]
        strangers = [each for each in originals if each.event != article.event]
        made += [edited(article, strength, siblings, strangers) for strength in STRENGTHS]
    return Sample(tuple(made), dict(_truth(made)))


def ours(articles: Sequence[Article]) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The pairs that the page joiner links as the same, and those that it puts into one group."""
    forms = [copies.forms(reading(each))[0][1] for each in articles]
    places = {form.id: place for place, form in enumerate(forms)}
    links = [link for left, right in candidates(forms) if (link := copies.compare(forms[left], forms[right]))]
    linked = {_pair(places[link.left], places[link.right]) for link in links if link.verdict == "same"}
    groups = copygroups.group(forms, links)
    together = {_pair(places[a], places[b]) for group in groups for a, b in itertools.combinations(group, 2)}
    return linked, together


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)


def candidates(forms: Sequence[Form]) -> set[tuple[int, int]]:
    """Pairs that share a key."""
    holders: dict[str, list[int]] = {}
    for place, form in enumerate(forms):
        for key in form.keys:
            holders.setdefault(key, []).append(place)
    return {pair for places in holders.values() for pair in itertools.combinations(places, 2)}


def plain(articles: Sequence[Article]) -> NDArray[np.float64]:
    """MinHash estimates of the Jaccard index of every two articles."""
    random_ = np.random.default_rng(0)
    factors = random_.integers(1, 2**61 - 1, 128, dtype=np.uint64) | np.uint64(1)
    signatures = np.array([_signature(each, factors) for each in articles])
    return np.array([(signatures == row).mean(axis=1) for row in signatures])


def reading(article: Article) -> Reading:
    """The article as a reading of a page: title and body."""
    text, blocks = article.title, [Block("title", "title", 0, len(article.title))]
    for each in article.paragraphs:
        blocks.append(Block(f"body-{len(blocks)}", "body", len(text) + 1, len(text) + 1 + len(each)))
        text += "\n" + each
    digest = sha256(text.encode())
    page = Page(make_id("page", digest, article.id), digest, article.url, article.title, article.publisher, (), None,
                "en", text, Published())  # fmt: skip
    return Reading("", "", article.id, page, tuple(blocks))


def scored(part: Sample, found: set[tuple[int, int]]) -> Score:
    """The pairs found against what is known."""
    right = sum(part.truth.get(pair) is True for pair in found)
    wrong = [pair for pair in found if part.truth.get(pair) is False]
    same = sum(part.articles[left].event == part.articles[right].event for left, right in wrong)
    return Score(right, len(wrong), sum(part.truth.values()) - right, same)


def _of_one_origin(part: Sample) -> Sample:
    """Without pages that borrowed from others: no page can be in two groups."""
    mixed = {place for place, each in enumerate(part.articles) if each.borrowed}
    return Sample(part.articles, {pair: copy for pair, copy in part.truth.items() if not {*pair} & mixed})


def best(part: Sample, similar: NDArray[np.float64]) -> float:
    """The threshold at which plain MinHash scores best."""
    steps = [step / 50 for step in range(1, 45)]
    return max(steps, key=lambda least: scored(part, _above(similar, least)).f1)


def score(data: Path) -> dict[str, float]:
    """The gate's figures."""
    part = sample(data / "newscluster" / "dev.jsonl")
    return {"copies_f1": scored(part, ours(part.articles)[0]).f1}


def _above(similar: NDArray[np.float64], least: float) -> set[tuple[int, int]]:
    return {(int(left), int(right)) for left, right in zip(*np.nonzero(np.triu(similar >= least, 1)), strict=True)}


def _article(row: dict[str, str]) -> Article:
    key = row["id"][:8]
    paragraphs = tuple(each for each in row["text"].split("\n") if each.strip())
    words = sum(len(each.split()) for each in paragraphs)
    return Article(key, row["event"], row["title"], paragraphs, row["url"], row["domain"], key, words)


def _truth(articles: Sequence[Article]) -> Iterator[tuple[tuple[int, int], bool]]:
    for (left, one), (right, other) in itertools.combinations(enumerate(articles), 2):
        if one.origin == other.origin:
            if min(one.kept, other.kept) >= 0.4 * min(one.length, other.length):
                yield (left, right), True
        elif _akin(one.origin, other.origin):
            if one.strength == other.strength == "original" and (one.id, other.id) not in PARTS:
                yield (left, right), True
        elif not any(_akin(a, b) for a in (one.origin, *one.borrowed) for b in (other.origin, *other.borrowed)):
            yield (left, right), False


def _akin(one: str, other: str) -> bool:
    """Whether two articles of the corpus are of one origin, wholly or in part."""
    family = FAMILY.get(one, one) == FAMILY.get(other, other)
    return family or (one, other) in PARTS or (other, one) in PARTS


def _signature(article: Article, factors: NDArray[np.uint64]) -> NDArray[np.uint64]:
    words = " ".join(article.paragraphs).lower().split()
    runs = {" ".join(words[at : at + 4]) for at in range(max(len(words) - 3, 1))}
    hashes = np.array([int.from_bytes(hashlib.blake2b(r.encode(), digest_size=8).digest(), "little") for r in runs],
                      np.uint64)  # fmt: skip
    mixed = hashes[:, None] * factors[None, :]
    smallest: NDArray[np.uint64] = (mixed ^ (mixed >> np.uint64(29))).min(axis=0)
    return smallest


def _line(name: str, result: Score) -> str:
    return (f"{name:24} F1 {result.f1:.4f}   right {result.right}  wrong {result.wrong} "
            f"(of one event {result.same_event})  missed {result.missed}")  # fmt: skip


def _recalls(part: Sample, found: set[tuple[int, int]]) -> Iterable[str]:
    seen: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for (left, right), copy in part.truth.items():
        if copy:
            kind = " and ".join(sorted({part.articles[left].strength, part.articles[right].strength}))
            seen[kind] += 1
            kept[kind] += (left, right) in found
    return (f"  {kind:22} {kept[kind]} of {seen[kind]}" for kind in sorted(seen))


def _mistakes(part: Sample, found: set[tuple[int, int]]) -> Iterator[str]:
    tell: Callable[[int], str] = lambda place: f"{part.articles[place].id} {part.articles[place].title[:50]!r}"  # noqa: E731
    for left, right in sorted(found):
        if part.truth.get((left, right)) is False:
            yield f"wrong   {tell(left)} | {tell(right)}"
    for (left, right), copy in part.truth.items():
        if copy and (left, right) not in found:
            yield f"missed  {tell(left)} | {tell(right)}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Copies among pages.")
    parser.add_argument("--part", default="dev", choices=("train", "dev"))
    parser.add_argument("--show", type=int, default=0, help="so many mistakes")
    args = parser.parse_args()
    part = sample(DATA / "newscluster" / f"{args.part}.jsonl")
    print(f"{len(part.articles)} pages, {sum(part.truth.values())} pairs of copies, {len(part.truth)} pairs that count")
    found, together = ours(part.articles)
    print(_line("rashomon", scored(part, found)))
    print(_line("grouped, of one origin", scored(_of_one_origin(part), together)))
    print(*_recalls(part, found), sep="\n")
    train = sample(DATA / "newscluster" / "train.jsonl")
    least = best(train, plain(train.articles))
    print(_line(f"plain MinHash >= {least:.2f}", scored(part, _above(plain(part.articles), least))))
    for line in itertools.islice(_mistakes(part, found), args.show):
        print(line)


if __name__ == "__main__":
    main()
