"""Figures of a network on the dev parts.

In: weights and the dev examples. Out: a table of figures with bootstrap intervals. Training does not belong here.
"""

from collections.abc import Sequence

from rashomon.encoder import Scores
from training.corpora import Example
from training.decode import attributions
from training.scores import ROLES, Tally, exact, f1, interval, linked, names, sets, whole, words

Figures = dict[str, list[Tally]]


def attribution_figures(pairs: Sequence[tuple[Example, Scores]]) -> Figures:
    """Tallies a text for every measure of attribution."""
    figures: Figures = {}
    for example, score in pairs:
        found = attributions(score)
        for role in ROLES:
            figures.setdefault(f"exact {role}", []).append(exact(example.gold, found, role))
            figures.setdefault(f"sets {role}", []).append(sets(example.gold, found, role))
            figures.setdefault(f"words {role}", []).append(words(example.words, example.gold, found, role))
        figures.setdefault("linked", []).append(linked(example.gold, found))
        figures.setdefault("all three exact", []).append(whole(example.gold, found))
    return figures


def name_figures(pairs: Sequence[tuple[Example, Scores]]) -> Figures:
    """Tallies a sentence of names, for each corpus; types that a corpus does not annotate are left out."""
    figures: Figures = {}
    for example, score in pairs:
        skipped = "other" if example.corpus == "uner" else ""
        found = [
            (*score.characters((first, last)), kind) for first, last, kind in score.spans("names") if kind != skipped
        ]
        figures.setdefault(f"names {example.corpus}", []).append(names(example.gold, found))
    return figures


def table(figures: Figures) -> list[str]:
    """One line a measure: F1, its interval, precision and recall."""
    lines = []
    for name, tallies in figures.items():
        right, found, wanted = (sum(getattr(t, part) for t in tallies) for part in ("right", "found", "wanted"))
        low, high = interval(tallies)
        precision, recall = 100 * right / max(1, found), 100 * right / max(1, wanted)
        lines.append(f"{name:24s} {f1(tallies):5.1f} [{low:.1f}, {high:.1f}]  P {precision:5.1f} R {recall:5.1f}")
    return lines
