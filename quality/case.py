"""What a page costs in a large case, and how quickly the case answers.

    python -m quality.case                      10,000 pages
    python -m quality.case --pages 1000         fewer
    python -m quality.case --place postgresql+psycopg://user@host/name

Pages are varied from readings of the news clusters in the shared corpora (several pages on one event), which are read
once and cached: a variant of a cluster has other names of people and groups (some stay as they are, as all places do),
other words, and other days, so that its pages meet one another and not those of other variants. Prints what adding a
page costs in processor time, early and late, without reading it (which is what grows with a case) and with that (as
`rashomon add` does: some of these pages are read for it), and how long questions take, in the 95th percentile.
"""

import argparse
import gc
import hashlib
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import rashomon
from quality.corpora import DATA, available, jsonl
from rashomon.case import Case
from rashomon.exports.jsonl import dumps, loads
from rashomon.ids import make_id, sha256
from rashomon.notation import from_plain, to_plain
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Reader, Result
from rashomon.records import Outcome, Reading
from rashomon.settings import Settings
from rashomon.store.connection import Database

CACHE = Path(tempfile.gettempdir())
EARLY = 100
ASKED = 200
READ = 30
"""So many of the first pages are read, for what reading costs; it hangs on no case."""
_AROUND = 50
_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTERS = "aeiou", "bcdfghjklmnpqrstvwxyz"


def templates(folder: Path) -> list[tuple[str, Reading]]:
    """Readings of the news clusters, each with its event; read once by this state of the reader, and kept in a file."""
    path = folder / f"rashomon-case-readings-{reader_digest()}.jsonl"
    if not path.exists():
        reader, lines = Reader(), []
        for row in jsonl(DATA / "newscluster" / "train.jsonl"):
            raw = RawPage(row["id"], row["text"].encode(), "text", title=row["title"], published=row["date"][:10])
            result = reader.read(raw)
            if result.reading:
                lines.append(json.dumps([row["event_id"], row["domain"], dumps(result.reading)]))
        path.write_text("\n".join(lines), encoding="utf-8")
    return kept(path)


def reader_digest() -> str:
    """What tells one state of all that reads from another: the bytes of its code, tables and weights."""
    package = Path(rashomon.__file__).parent
    files = (path for room in ("pages", "language", "meaning", "data") for path in (package / room).rglob("*"))
    made = hashlib.sha256()
    for path in sorted(path for path in files if path.is_file() and path.suffix != ".pyc"):
        made.update(path.read_bytes())
    return made.hexdigest()[:16]


def kept(path: Path) -> list[tuple[str, Reading]]:
    """The readings of a file, each with its event and its publisher."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        event, domain, reading = json.loads(line)
        made = loads(reading)
        found.append((event, replace(made, page=replace(made.page, publisher=domain))))
    return found


@cache
def stays(word: str) -> bool:
    """Whether a word is the same in all variants: one in four."""
    return random.Random(word).random() < 0.25


def other_word(word: str, seed: str) -> str:
    """A word of the same length and capitals, with other letters: the same for the same seed.

    Not remembered: millions of words would be gone through with every sweep of memory, on the time of what is measured.
    """
    moves = random.Random(f"{word.casefold()}{seed}")
    made = []
    for char in word:
        kind = next((letters for letters in _LETTERS if char.casefold() in letters), "")
        new = moves.choice(kind) if kind else char
        made.append(new.upper() if char.isupper() else new)
    return "".join(made)


class Variant:
    """One variant of a cluster: the same change of words and days for all of its pages."""

    def __init__(self, number: int) -> None:
        self._seed = str(number)
        self._shift = timedelta(days=17 * number)

    def of(self, reading: Reading) -> Reading:
        """The reading of the varied page."""
        if self._seed == "0":
            return reading
        changed = changes(reading)
        plain = to_plain(reading)
        text = self._words(reading.page.text, changed)
        plain["page"] |= {"text": text, "title": self._words(reading.page.title or "", changed)}
        for entity in plain["entities"]:
            entity["name"] = self._words(entity["name"], changed)
            for field in ("aliases", "descriptions"):
                entity[field] = [self._words(words, changed) for words in entity[field]]
        digest = sha256(f"{reading.page.sha256}{self._seed}".encode())
        page = make_id("page", digest)
        plain["page"] |= {"id": page, "sha256": digest}
        told = json.dumps(plain)
        ids = {record.id for name in ("blocks", "entities", "times", "claims", "events", "ties", "disputes")
               for record in getattr(reading, name)}  # fmt: skip
        told = re.sub(r'"([a-z]+)-[0-9a-f]{16}"', lambda found: self._id(found[0][1:-1], ids), told)
        told = re.sub(r'"(\d{4}-\d\d-\d\d)"', lambda found: f'"{self._day(found[1])}"', told)
        return replace(from_plain(Reading, json.loads(told)), input=page)

    def _id(self, own: str, ids: set[str]) -> str:
        return f'"{make_id(own.partition("-")[0], own, self._seed)}"' if own in ids else f'"{own}"'

    def _day(self, day: str) -> str:
        try:
            return (date.fromisoformat(day) + self._shift).isoformat()
        except ValueError:
            return day

    def _words(self, text: str, changed: Mapping[str, bool]) -> str:
        return _WORD.sub(lambda found: self._word(found[0], changed), text)

    def _word(self, word: str, changed: Mapping[str, bool]) -> str:
        """Words of names change or stay as their names do; of other words, one in four stays."""
        if changed.get(word, len(word) > 3 and not stays(word.casefold())):
            return other_word(word, self._seed)
        return word


def changes(reading: Reading) -> dict[str, bool]:
    """The words of the names of a reading, and whether they change: as whole names, so that no families arise.

    One person or group in four keeps its name in all variants, and so does who is called by an acronym, and each place.
    """
    found: dict[str, bool] = {}
    for entity in reading.entities:
        names = (entity.name, *entity.aliases)
        words = [word for name in names for word in _WORD.findall(name) if word[0].isupper()]
        stay = entity.type not in ("person", "organization") or not words or stays(words[-1].casefold())
        stay = stay or min(sum(map(str.isalpha, name)) for name in names) < 4
        found |= {word: not stay and found.get(word, True) for word in words}
    return found


class Prepared:
    """Gives back the reading of the page that it is asked for."""

    nlp = SimpleNamespace(meta={"lang": "en", "name": "core_web_sm", "version": "3.8.0"})

    def __init__(self) -> None:
        self.settings = Settings()
        self.next: Reading | None = None

    def read(self, raw: RawPage) -> Result:
        """What was prepared."""
        assert self.next is not None
        return Result(Outcome(raw.input, "read", page=self.next.page.id), self.next)


def pages(count: int, cached: Path) -> Iterator[Reading]:
    """So many varied readings, in an order that mixes events."""
    known = templates(cached)
    order = [(number, at) for number in range(count // len(known) + 1) for at in range(len(known))]
    random.Random(7).shuffle(order)
    for number, at in order[:count]:
        yield Variant(number).of(known[at][1])


def build(case: Case, reader: Prepared, readings: Iterator[Reading]) -> list[float]:
    """Seconds of processor time of adding each page."""
    times = []
    for number, reading in enumerate(readings, 1):
        reader.next = reading
        start = time.process_time()
        (result,) = case.add([RawPage(reading.input, str(number).encode(), "text")])
        times.append(time.process_time() - start)
        assert result.outcome.status == "read", result.outcome
        if number % 500 == 0:
            print(f"{number} pages, {1000 * statistics.median(times[-_AROUND:]):.0f} ms a page", file=sys.stderr)
    return times


def reading_costs(readings: Iterable[Reading]) -> list[float]:
    """Seconds of processor time of reading each of these pages, but the first."""
    reader, times = Reader(), []
    for reading in readings:
        raw = RawPage(reading.input, reading.page.text.encode(), "text", title=reading.page.title)
        start = time.process_time()
        reader.read(raw)
        times.append(time.process_time() - start)
    return times[1:]


def told(what: str, early: list[float], late: list[float], count: int) -> str:
    """What pages cost, early and late, in one line."""
    one, other = statistics.median(early), statistics.median(late)
    mean, then = statistics.fmean(early), statistics.fmean(late)
    return (
        f"{what}: page {EARLY}: {1000 * one:.1f} ms, page {count}: {1000 * other:.1f} ms, ratio {other / one:.2f}"
        f" (means {1000 * mean:.1f}, {1000 * then:.1f}, ratio {then / mean:.2f})"
    )


def p95(question: Callable[[Any], object], asked: list[Any]) -> tuple[float, float, float]:
    """Median and 95th percentile of seconds, and the latter of processor time: on a busy machine the two differ."""
    walls, busy = [], []
    for each in asked:
        start = time.perf_counter(), time.process_time()
        question(each)
        walls.append(time.perf_counter() - start[0])
        busy.append(time.process_time() - start[1])
    at = int(0.95 * len(asked))
    return statistics.median(walls), sorted(walls)[at], sorted(busy)[at]


def questions(case: Case) -> dict[str, tuple[float, float, float]]:
    """How long each question takes, asked of what stands on pages taken at random: much named things more often."""
    moves = random.Random(11)
    chosen = [case.page(page.id) for page in moves.sample(case.pages(), min(ASKED, len(case.pages())))]
    names = [moves.choice(reading.entities).name for reading in chosen if reading.entities]
    events = [moves.choice(reading.events).id for reading in chosen if reading.events]
    words = [
        " ".join(moves.sample(sorted({word for word in _WORD.findall(reading.page.text) if len(word) > 3}), 2))
        for reading in chosen
    ]
    days = [reading.page.published.value or "2017-01-01" for reading in chosen]
    gc.collect()
    gc.freeze()  # as the workbench does; else going through the readings kept here counts as answering
    return {
        "dossier": p95(case.who, names),
        "accounts": p95(case.event, events),
        "timeline": p95(lambda day: case.timeline(since=day), days),
        "timeline of one": p95(lambda name: case.timeline(entity=name), names),
        "search": p95(case.search, words),
        "disputes": p95(lambda _: case.disputes(), days[:10]),
        "suggestions": p95(lambda _: case.suggestions(), days[:10]),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="Cost of a page and time of questions in a large case.")
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--place", help="keep the case there; a new file or an address of PostgreSQL")
    parser.add_argument("--ask", action="store_true", help="only ask the case at --place")
    parser.add_argument("--cache", type=Path, default=CACHE, help="folder for what is read once")
    args = parser.parse_args()
    if not available("newscluster"):
        print("the shared corpora are not here; nothing to measure")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        place = args.place or f"{folder}/case.rashomon"
        reader = Prepared()
        with Case(Database.open(place), reader) as case:  # type: ignore[arg-type]  # no more of a reader is used
            if not args.ask:
                times = build(case, reader, pages(args.pages, args.cache))
                early, late = times[EARLY - _AROUND : EARLY + _AROUND], times[-2 * _AROUND :]
                print(told("adding without reading", early, late, len(times)))
                read = reading_costs(islice(pages(EARLY, args.cache), EARLY - READ - 1, None))
                typical = statistics.median(read)
                early, late = ([typical + each for each in part] for part in (early, late))
                print(told(f"adding with reading ({1000 * typical:.0f} ms)", early, late, len(times)))
            if "://" not in place:
                print(f"{Path(place).stat().st_size / 1e6:.0f} MB")
            for name, (median, high, busy) in questions(case).items():
                print(f"{name}: median {1000 * median:.0f} ms, 95th percentile {1000 * high:.0f} ms"
                      f" ({1000 * busy:.0f} ms of processor time)")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
