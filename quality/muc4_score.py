"""Templates against the MUC-4 keys: GTT micro-F1, CEAF-REE, and the confidence of perpetrating organisations.

    rashomon read --jsonl FILE | python quality/muc4.py > templates.jsonl
    python -m quality.muc4_score templates.jsonl              score them on the dev part
    python -m quality.muc4_score templates.jsonl --part train

GTT micro-F1 (Du, Rush and Cardie 2021): a predicted template may stand for one of the same incident type; of all such
assignments the one with most fills right counts; then fills right over fills predicted and fills in the key, the
incident type being one fill of each template. CEAF-REE (Du, Rush and Cardie 2021, GRIT): the fillers of all templates
of a text together, by role; a predicted filler is right where all its variants are variants of one filler of the key;
the best assignment counts. Everywhere any variant of the key will do, case and white space aside, and what the key
calls optional (a template, a filler) is no error where it is missing. Confidence: the fill of an organisation is right
where its template and the organisation are, and the value is one that the key allows.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quality.corpora import DATA, available, jsonl

ROLES = {
    "PerpInd": "perp_individual_id",
    "PerpOrg": "perp_organization_id",
    "Target": "phys_tgt_id",
    "Victim": "hum_tgt_name",
    "Weapon": "incident_instrument_id",
}
"""Our names of the five roles, and the slots of the key."""
CONFIDENCE = "perp_organization_confidence"

Counts = Counter[str]


@dataclass(frozen=True)
class Filler:
    """The variants of one filler; in the key a system may give any of them."""

    variants: frozenset[str]
    optional: bool = False


@dataclass(frozen=True)
class Template:
    """What is scored of a template; `confidence` gives the values for each organisation."""

    types: frozenset[str]
    fillers: dict[str, list[Filler]]
    optional: bool = False
    confidence: list[tuple[Filler, frozenset[str]]] = field(default_factory=list)


def normal(words: str) -> str:
    """A filler as it is compared: in lower case, single spaces, brackets of one kind."""
    return " ".join(words.lower().replace("[", "(").replace("]", ")").split())


def _words(alternatives: Iterable[str | None]) -> frozenset[str]:
    return frozenset(normal(each) for each in alternatives if each)


def of_key(row: dict[str, Any]) -> list[Template]:
    """The templates of a row of the corpus."""
    return [_of_key(each) for each in row["templates"]]


def _of_key(row: dict[str, Any]) -> Template:
    slots = row["slots"]
    sure = [(_filler({"alts": fill.get("ref", ())}), _words(fill["alts"])) for fill in slots[CONFIDENCE] or ()]
    return Template(
        types=_words(alt for fill in slots["incident_type"] for alt in fill["alts"]),
        fillers={role: _fillers(slots[slot]) for role, slot in ROLES.items()},
        optional=row["optional"],
        confidence=[(name, values) for name, values in sure if name.variants],
    )


def _fillers(fills: list[dict[str, Any]] | None) -> list[Filler]:
    """The fillers of a slot; a slip of the key that names none is no filler."""
    return [made for made in map(_filler, fills or ()) if made.variants]


def _filler(fill: dict[str, Any]) -> Filler:
    return Filler(_words(fill["alts"]), bool(fill.get("optional")))


def of_prediction(row: dict[str, Any]) -> list[Template]:
    """The templates of a line of `quality/muc4.py`."""
    return [
        Template(
            types=frozenset({normal(each["incident_type"])}),
            fillers={role: [Filler(frozenset(map(normal, names))) for names in each[role]] for role in ROLES},
            confidence=[
                (Filler(frozenset({normal(name)})), frozenset({normal(value)}))
                for name, value in each["PerpOrgConfidence"].items()
            ],
        )
        for each in row["templates"]
    ]


def assign(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs (row, column) of the assignment with the greatest sum; pairs of weight 0 are left out.

    The Hungarian method with potentials (Kuhn 1955, in the form of Jonker and Volgenant).
    """
    if not weights or not weights[0]:
        return []
    flipped = len(weights) > len(weights[0])
    table = [list(column) for column in zip(*weights, strict=True)] if flipped else [list(row) for row in weights]
    height, width = len(table), len(table[0])
    up, down = [0.0] * (height + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, height + 1):
        owner[0] = row
        _augment(table, owner, up, down)
    pairs = [(owner[column] - 1, column - 1) for column in range(1, width + 1) if owner[column]]
    pairs = [(row, column) for row, column in pairs if table[row][column] > 0]
    return sorted((column, row) for row, column in pairs) if flipped else sorted(pairs)


def _augment(table: list[list[float]], owner: list[int], up: list[float], down: list[float]) -> None:
    """Give the row in `owner[0]` a column, moving others where that makes the sum greater."""
    width = len(owner) - 1
    slack, way, used = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
    at = 0
    while owner[at]:
        used[at] = True
        row, step, following = owner[at], float("inf"), 0
        for column in range(1, width + 1):
            if not used[column]:
                cost = -table[row - 1][column - 1] - up[row] - down[column]
                if cost < slack[column]:
                    slack[column], way[column] = cost, at
                if slack[column] < step:
                    step, following = slack[column], column
        for column in range(width + 1):
            if used[column]:
                up[owner[column]] += step
                down[column] -= step
            else:
                slack[column] -= step
        at = following
    while at:
        owner[at] = owner[way[at]]
        at = way[at]


def matched(gold: Sequence[Filler], predicted: Sequence[Filler], *, whole: bool = False) -> list[tuple[int, int]]:
    """Which fillers stand for each other: they share a variant, or (`whole`) all predicted variants are the key's."""
    agree = _inside if whole else _meet
    return assign([[agree(one, two) * (1.0 - 0.01 * one.optional) for two in predicted] for one in gold])


def _meet(gold: Filler, predicted: Filler) -> bool:
    return bool(predicted.variants & gold.variants)


def _inside(gold: Filler, predicted: Filler) -> bool:
    return predicted.variants <= gold.variants


def align(gold: Sequence[Template], predicted: Sequence[Template]) -> list[tuple[int, int]]:
    """The templates that stand for each other."""
    return assign([[_points(one, two) for two in predicted] for one in gold])


def _points(gold: Template, predicted: Template) -> float:
    if not gold.types & predicted.types:
        return 0.0
    fills = sum(len(matched(gold.fillers[role], predicted.fillers[role])) for role in ROLES)
    return 1.0 + fills - 0.01 * gold.optional


def gtt(gold: Sequence[Template], predicted: Sequence[Template]) -> Counts:
    """Fills right, in the key and predicted, by role; `type` is the incident type."""
    out: Counts = Counter()
    pairs = dict(align(gold, predicted))
    for each in predicted:
        out["type predicted"] += 1
        for role in ROLES:
            out[f"{role} predicted"] += len(each.fillers[role])
        out["confidence predicted"] += len(each.confidence)
    for at, each in enumerate(gold):
        other = predicted[pairs[at]] if at in pairs else None
        if other is None and each.optional:
            continue
        out["type gold"] += 1
        out["type right"] += other is not None
        for role in ROLES:
            hits = {one for one, _ in matched(each.fillers[role], other.fillers[role])} if other else set()
            out[f"{role} right"] += len(hits)
            out[f"{role} gold"] += sum(i in hits or not fill.optional for i, fill in enumerate(each.fillers[role]))
        out["confidence gold"] += len(each.confidence)
        out["confidence right"] += _sure(each, other) if other else 0
    return out


def _sure(gold: Template, predicted: Template) -> int:
    weights = [
        [float(_meet(one, two) and bool(values & given)) for two, given in predicted.confidence]
        for one, values in gold.confidence
    ]
    return len(assign(weights))


def ceaf(gold: Sequence[Template], predicted: Sequence[Template]) -> Counts:
    """Fillers right, in the key and predicted, by role, all templates of a text together."""
    out: Counts = Counter()
    for role in ROLES:
        wanted = _together(gold, role)
        given = list({fill.variants: fill for each in predicted for fill in each.fillers[role]}.values())
        hits = {one for one, _ in matched(wanted, given, whole=True)}
        out[f"{role} right"] += len(hits)
        out[f"{role} predicted"] += len(given)
        out[f"{role} gold"] += sum(i in hits or not fill.optional for i, fill in enumerate(wanted))
    return out


def _together(templates: Iterable[Template], role: str) -> list[Filler]:
    """The fillers of all templates, the same one once; optional where it is so wherever it stands."""
    out: dict[frozenset[str], Filler] = {}
    for each in templates:
        for fill in each.fillers[role]:
            before = out.get(fill.variants)
            free = (fill.optional or each.optional) and (before is None or before.optional)
            out[fill.variants] = Filler(fill.variants, optional=free)
    return list(out.values())


def figures(counts: Counts, name: str = "") -> tuple[float, float, float]:
    """Precision, recall and F1 of one role, or of all."""
    names = [name] if name else [key.split()[0] for key in counts if key.endswith(" gold") and "confidence" not in key]
    right, gold, given = (sum(counts[f"{each} {part}"] for each in names) for part in ("right", "gold", "predicted"))
    precision, recall = right / given if given else 0.0, right / gold if gold else 0.0
    return precision, recall, 2 * right / (gold + given) if gold + given else 0.0


def compare(keys: dict[str, list[Template]], given: dict[str, list[Template]]) -> tuple[Counts, Counts]:
    """The counts of both measures over all texts of the key; a text without a line has no templates."""
    one: Counts = Counter()
    two: Counts = Counter()
    for name, gold in keys.items():
        one.update(gtt(gold, given.get(name, [])))
        two.update(ceaf(gold, given.get(name, [])))
    return one, two


def keys_of(data: Path, part: str = "dev") -> dict[str, list[Template]]:
    """The key of each text of a part."""
    return {row["id"]: of_key(row) for row in jsonl(data / "muc4" / f"{part}.jsonl")}


def main() -> int:
    parser = argparse.ArgumentParser(description="Score MUC-4 templates.")
    parser.add_argument("templates", type=Path, help="lines of quality/muc4.py")
    parser.add_argument("--part", default="dev", choices=("train", "dev"))
    args = parser.parse_args()
    if not available("muc4"):
        print("skipped: the shared corpus 'muc4' is not here")
        return 0
    given = {row["input"]: of_prediction(row) for row in jsonl(args.templates)}
    one, two = compare(keys_of(DATA, args.part), given)
    print(f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}")
    for title, counts, names in (
        ("GTT", one, ("", "type", *ROLES)),
        ("CEAF-REE", two, ("", *ROLES)),
        ("confidence", one, ("confidence",)),
    ):
        for name in names:
            print(f"{title + ' ' + name:24}" + "".join(f"{value:10.4f}" for value in figures(counts, name)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
