"""How well pairs of names are told apart, and how fast: our comparer beside nomenklatura's logic-v2.

    python -m quality.name_pairs              F1 and pairs per second on the dev half of the entries
    python -m quality.name_pairs --half train the other half, which thresholds and tables are made on
    python -m quality.name_pairs --show 30    also so many of our mistakes

Pairs come from sanctions lists: the names of one entry match; the names of other entries of the same list and type that
look most like one of its names do not (those that share a word or its beginning, the two nearest by spelling, and one
more by chance). Pairs that differ in dress alone (case, marks, order of words) are left out where they do not match:
by name alone nobody can tell namesakes apart. Each threshold is chosen on the train half. nomenklatura is no
dependency: where it is not installed, the run says so and gives our figures alone. Forms and entities are made before
the clock starts; it counts the processor's time for taking names apart and comparing them.
"""

import argparse
import csv
import gzip
import hashlib
import io
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree
from rapidfuzz import fuzz

from quality.corpora import DATA
from rashomon.fusion import compare, identity, names, sounds
from rashomon.graph import Form
from rashomon.records import EntityType

_WORD = re.compile(r"[^\W_]+")
_FREQUENT = 150
_TYPES: dict[str, EntityType] = {"individual": "person", "": "organization"}
_TAGS: dict[str, EntityType] = {"INDIVIDUAL": "person", "ENTITY": "organization"}


class Pair(NamedTuple):
    """Two names of one type, and whether one entry bears both."""

    type: EntityType
    left: str
    right: str
    match: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed person or organisation with all its names, the first being the primary one."""

    list: str
    id: str
    type: EntityType
    names: tuple[str, ...]


def entries(folder: Path) -> list[Entry]:
    """The entries of the OFAC and UN lists that have at least two names."""
    found = [*_ofac(folder), *_un(folder / "un_consolidated_2026-02-27.xml.gz")]
    return [entry for entry in found if len(entry.names) > 1]


def _rows(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        yield from (row for row in csv.reader(io.StringIO(lines.read())) if len(row) > 3)


def _ofac(folder: Path) -> Iterator[Entry]:
    other = defaultdict(list)
    for number, _, _, name, *_ in _rows(folder / "ofac_alt_2026-06-02.csv.gz"):
        other[number].append(name)
    for number, name, kind, *_ in _rows(folder / "ofac_sdn_2024-05-03.csv.gz"):
        what = _TYPES.get(kind.replace("-0-", "").strip())
        if what:
            all_names = [_in_order(each) if what == "person" else each for each in (name, *other[number])]
            yield Entry("ofac", number, what, tuple(dict.fromkeys(all_names)))


def _in_order(name: str) -> str:
    """`LAST, First` as `First LAST`."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


def _un(path: Path) -> Iterator[Entry]:
    with gzip.open(path) as file:
        root = etree.parse(file).getroot()
    for tag, what in _TAGS.items():
        for node in root.iter(tag):
            parts = [node.findtext(f"{at}_NAME") or "" for at in ("FIRST", "SECOND", "THIRD", "FOURTH")]
            others = [
                alias.findtext("ALIAS_NAME") or ""
                for alias in node.iter(f"{tag}_ALIAS")
                if alias.findtext("QUALITY") != "Low"
            ]
            all_names = (" ".join(name.split()) for name in (" ".join(parts), *others))
            yield Entry("un", node.findtext("DATAID") or "", what, tuple(dict.fromkeys(filter(None, all_names))))


def half_of(entry: Entry) -> str:
    """`train` or `dev`, by a hash of the entry."""
    digest = hashlib.sha256(f"{entry.list}:{entry.id}".encode()).digest()
    return "train" if digest[0] % 2 else "dev"


def pairs(found: list[Entry]) -> list[Pair]:
    """All pairs of these entries: what matches, then what only looks like it."""
    matching = [Pair(e.type, e.names[0], name, match=True) for e in found for name in e.names[1:]]
    near: set[Pair] = set()
    for _, group in sorted(_by_kind(found).items()):
        near.update(_lookalikes(group))
    return matching + sorted(near)


def _by_kind(found: list[Entry]) -> dict[tuple[str, str], list[Entry]]:
    kinds: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in found:
        kinds[entry.list, entry.type].append(entry)
    return kinds


def _lookalikes(group: list[Entry]) -> Iterator[Pair]:
    bearers = [(name, at) for at, entry in enumerate(group) for name in entry.names]
    dressed = [" ".join(sorted(_words(name))) for name, _ in bearers]
    index = defaultdict(list)
    for number, (name, _) in enumerate(bearers):
        for key in _keys(name):
            index[key].append(number)
    for at, entry in enumerate(group):
        own = {" ".join(sorted(_words(name))) for name in entry.names}
        bare = " ".join(sorted(_words(entry.names[0])))
        sharing = {n for key in _keys(entry.names[0]) if len(index[key]) <= _FREQUENT for n in index[key]}
        others = [n for n in sharing if bearers[n][1] != at and dressed[n] not in own]
        others.sort(key=lambda n: (-fuzz.ratio(bare, dressed[n]), bearers[n][0]))
        chance = sorted(others[2:], key=lambda n: hashlib.sha256(f"{bare}|{bearers[n][0]}".encode()).digest())
        for number in [*others[:2], *chance[:1]]:
            left, right = sorted((entry.names[0], bearers[number][0]))
            yield Pair(entry.type, left, right, match=False)


def _words(name: str) -> list[str]:
    return _WORD.findall(names.fold(name))


def _keys(name: str) -> set[str]:
    words = _words(name)
    return {*words, *(word[:4] + "*" for word in words if len(word) > 4)}


How = tuple[Callable[[Pair], Any], Callable[[list[Any]], list[float]]]
"""How something is made of a pair, and how a list of such is scored."""


def ours() -> How:
    """How our forms are made of a pair, and how they are scored: 0 where there is no link."""

    def make(pair: Pair) -> tuple[Form, Form]:
        return identity.named(pair.left, pair.type), identity.named(pair.right, pair.type)

    def score(made: list[tuple[Form, Form]]) -> list[float]:
        for cached in (names.parse, sounds.heard, sounds.key, sounds.likeness):
            cached.cache_clear()
        return [link.score if (link := compare.compare(*both)) else 0.0 for both in made]

    return make, score


def logic_v2() -> How | None:
    """How nomenklatura's entities are made of a pair, and how they are scored; None where it is not installed."""
    try:
        from followthemoney import model  # noqa: PLC0415
        from nomenklatura.matching import LogicV2  # noqa: PLC0415
    except ImportError:
        return None
    schemata = {"person": "Person", "organization": "Organization"}
    config = LogicV2.default_config()

    def bearer(kind: str, name: str) -> Any:
        proxy = model.make_entity(schemata[kind])
        proxy.id = f"{kind}:{name}"
        proxy.add("name", name)
        return proxy

    def make(pair: Pair) -> tuple[Any, Any]:
        return bearer(pair.type, pair.left), bearer(pair.type, pair.right)

    def score(made: list[tuple[Any, Any]]) -> list[float]:
        return [LogicV2.compare(*both, config).score for both in made]

    return make, score


def f1(scored: list[tuple[float, bool]], threshold: float) -> float:
    """F1 of calling a pair a match at this score."""
    wanted = sum(match for _, match in scored)
    called = [match for score, match in scored if score >= threshold]
    return 2 * sum(called) / max(1, wanted + len(called))


def best(scored: list[tuple[float, bool]]) -> tuple[float, float]:
    """The best F1 of all thresholds, and the threshold."""
    return max((f1(scored, at / 200), at / 200) for at in range(1, 201))


def report(name: str, how: How, halves: dict[str, list[Pair]], half: str) -> list[float]:
    """Print the figures of one scorer; returns its scores on the half that is reported."""
    make, score = how
    train, asked = halves["train"], halves[half]
    _, threshold = best([(s, p.match) for s, p in zip(score([make(p) for p in train]), train, strict=True)])
    made = [make(pair) for pair in asked]
    start = time.process_time()
    scores = score(made)
    seconds = time.process_time() - start
    print(f"{name}: {len(asked) / seconds:,.0f} pairs/s")
    for what in ("person", "organization", None):
        scored = [(s, p.match) for s, p in zip(scores, asked, strict=True) if what in (None, p.type)]
        top, at = best(scored)
        print(f"  {what or 'all':<13} F1 {f1(scored, threshold):.3f} at {threshold} (best {top:.3f} at {at})")
    return scores


def joined(scores: list[float], asked: list[Pair]) -> None:
    """Print how surely and how often pairs are joined without asking anybody."""
    for what in ("person", "organization"):
        called = [p.match for s, p in zip(scores, asked, strict=True) if s >= compare.SAME and p.type == what]
        wanted = sum(p.match for p in asked if p.type == what)
        sure, found = sum(called) / max(1, len(called)), sum(called) / max(1, wanted)
        print(f"joined as the same ({compare.SAME}), {what}: precision {sure:.3f}, recall {found:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA / "sanctions")
    parser.add_argument("--half", choices=["train", "dev"], default="dev")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--alone", action="store_true", help="without logic-v2")
    asked = parser.parse_args()
    found = entries(asked.data)
    halves = {half: pairs([e for e in found if half_of(e) == half]) for half in ("train", "dev")}
    for half, made in halves.items():
        print(f"{half}: {sum(p.match for p in made)} pairs that match, {sum(not p.match for p in made)} that do not")
    scores = report("rashomon", ours(), halves, asked.half)
    joined(scores, halves[asked.half])
    theirs = None if asked.alone else logic_v2()
    if theirs:
        report("logic-v2", theirs, halves, asked.half)
    elif not asked.alone:
        print("logic-v2: nomenklatura is not installed, so there is nothing to compare with")
    wrong = [(s, p) for s, p in zip(scores, halves[asked.half], strict=True) if (s >= compare.SAME) != p.match]
    wrong.sort(key=lambda each: hashlib.sha256(repr(each).encode()).digest())
    for score, pair in wrong[: asked.show]:
        print(f"{'missed' if pair.match else 'joined'} {score:.2f} {pair.type}: {pair.left} | {pair.right}")


if __name__ == "__main__":
    main()
