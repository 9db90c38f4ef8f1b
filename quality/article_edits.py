"""What editors do to wire copy, made by chance with a fixed seed: cuts, new leads, merged paragraphs, other headlines,
sentences in another order, changed words, added background, a place in a longer page.

In: an article as paragraphs, others to borrow from, a strength. Out: the edited article and whom it borrowed from.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple


@dataclass(frozen=True)
class Article:
    """An article of a corpus, or an edited one: `origin` is the article that it was made of.

    `kept`: how many words of the origin, from its start, it was made of; `borrowed`: articles that lent it text.
    """

    id: str
    event: str
    title: str
    paragraphs: tuple[str, ...]
    url: str
    publisher: str
    origin: str
    kept: int
    borrowed: tuple[str, ...] = ()
    strength: str = "original"

    @property
    def length(self) -> int:
        """Words of the paragraphs."""
        return sum(len(each.split()) for each in self.paragraphs)


class Strength(NamedTuple):
    """How much of an article is kept, and how often the rest is touched."""

    kept: tuple[float, float]
    lead: float
    merged: float
    reordered: float
    words: float
    background: tuple[float, float]
    embedded: float


STRENGTHS = {
    "light": Strength((0.75, 1.0), 0.2, 0.2, 0.0, 0.01, (0.0, 0.0), 0.0),
    "medium": Strength((0.5, 0.8), 0.5, 0.4, 0.2, 0.03, (0.0, 0.3), 0.1),
    "heavy": Strength((0.3, 0.6), 0.8, 0.5, 0.5, 0.07, (0.2, 0.6), 0.3),
}


def edited(article: Article, strength: str, siblings: Sequence[Article], strangers: Sequence[Article]) -> Article:
    """The article after an edit: `siblings` report the same event and lend leads and background, `strangers` pages.

    The same arguments give the same edit.
    """
    random_ = random.Random(f"{article.id}/{strength}")
    how = STRENGTHS[strength]
    paragraphs = _cut(article.paragraphs, random_.uniform(*how.kept))
    kept = sum(len(each.split()) for each in paragraphs)
    paragraphs = [" ".join(_sentences(each, how.reordered, random_)) for each in paragraphs]
    if random_.random() < how.reordered:
        rest = paragraphs[1:]
        random_.shuffle(rest)
        paragraphs = paragraphs[:1] + rest
    paragraphs = _merged([_reworded(each, how.words, random_) for each in paragraphs], how.merged, random_)
    borrowed = []
    lender = random_.choice(siblings) if siblings else random_.choice(strangers)
    if random_.random() < how.lead:
        kept -= len(paragraphs[0].split())
        paragraphs = [lender.paragraphs[0], *paragraphs[1:]]
        borrowed.append(lender.id)
    words = sum(len(each.split()) for each in paragraphs)
    background = _cut(lender.paragraphs[1:][::-1], 1.0, random_.uniform(*how.background) * words)
    if background:
        paragraphs += background
        borrowed.append(lender.id)
    if random_.random() < how.embedded:
        host = random_.choice(strangers)
        at = random_.randrange(len(host.paragraphs) + 1)
        paragraphs = [*host.paragraphs[:at], *paragraphs, *host.paragraphs[at:]]
        borrowed.append(host.id)
    return replace(
        article,
        id=f"{article.id}/{strength}",
        title=lender.title,
        paragraphs=tuple(paragraphs),
        url=f"https://{strength}.example/{article.id}",
        publisher=f"{strength} {lender.publisher}",
        kept=kept,
        borrowed=tuple(borrowed),
        strength=strength,
    )


def _cut(paragraphs: Sequence[str], share: float, most: float | None = None) -> list[str]:
    """The paragraphs from the first as long as they hold no more than `share` of all words, or `most` words."""
    room = share * sum(len(each.split()) for each in paragraphs) if most is None else most
    kept: list[str] = []
    for each in paragraphs:
        sentences = re.split(r"(?<=[.!?”\"])\s+", each)
        taken: list[str] = []
        for sentence in sentences:
            room -= len(sentence.split())
            if room < 0 and (kept or taken or most is not None):
                break
            taken.append(sentence)
        if taken:
            kept.append(" ".join(taken))
        if room < 0:
            break
    return kept


def _sentences(paragraph: str, reordered: float, random_: random.Random) -> list[str]:
    found = re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])", paragraph)
    if random_.random() < reordered:
        random_.shuffle(found)
    return found


def _merged(paragraphs: list[str], often: float, random_: random.Random) -> list[str]:
    made: list[str] = []
    for each in paragraphs:
        if made and random_.random() < often:
            made[-1] += " " + each
        else:
            made.append(each)
    return made


def _reworded(paragraph: str, rate: float, random_: random.Random) -> str:
    """Words dropped, doubled as another word of the paragraph, or put in its place, each third as often as `rate`."""
    words = paragraph.split()
    made = []
    for word in words:
        lot = random_.random() / rate
        if lot >= 1:
            made.append(word)
        elif lot < 1 / 3:
            continue
        else:
            made += [random_.choice(words).lower()] if lot < 2 / 3 else [word, random_.choice(words).lower()]
    return " ".join(made)
