"""How fast a whole reading is, against spaCy's small pipeline alone on the same text in the same run.

    python -m quality.speed                  the bundled pages and a page of about 1,000 words made from them
    python -m quality.speed --memory 1000    also peak memory of a batch of so many pages

One core: the process pins itself to one where the system lets it. Times are the best of several rounds, in turn.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rashomon.language import nlp as language
from rashomon.pages.opening import open_page
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Reader

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
ROUNDS = 7


def page_of_1000_words() -> RawPage:
    """A plain page of about 1,000 words from the paragraphs of the bundled plain scrape, its comments left out."""
    text = next(iter(sorted(SAMPLES.glob("*.txt")))).read_text(encoding="utf-8")
    paragraphs = [p for p in text.split("\n\n") if len(p) > 200 and not p.lstrip()[:1].isdigit()]
    out: list[str] = []
    while sum(len(p.split()) for p in out) < 1000:
        out.append(paragraphs[len(out) % len(paragraphs)])
    return RawPage(input="1,000 words", data="\n\n".join(out).encode(), media="text", published="2031-05-04")


def best(work: Callable[[], object]) -> float:
    """Seconds of the quickest of ROUNDS runs."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def compare(reader: Reader, raw: RawPage) -> tuple[int, float, float]:
    """Words read, seconds of spaCy alone on the read text, seconds of the whole reading."""
    plain = language.load_plain()
    reading = reader.read(raw).reading
    assert reading is not None, raw.input
    read = [b for b in reading.blocks if b.role in language.READ_ROLES]
    text = "\n\n".join(reading.page.text[b.start : b.end] for b in read)
    return len(text.split()), best(lambda: plain(text)), best(lambda: reader.read(raw))


def start_up() -> float:
    """Seconds from a cold process to the first reading of a one-line page."""
    start = time.perf_counter()
    command = [str(Path(sys.executable).with_name("rashomon")), "read", "-", "--json"]
    subprocess.run(command, input=b"The minister said that the road was open.", check=True, capture_output=True)
    return time.perf_counter() - start


def batch(reader: Reader, pages: int) -> float:
    """Peak resident memory in MB after reading so many different pages."""
    raw = page_of_1000_words()

    def varied() -> Iterator[RawPage]:
        for number in range(pages):
            data = raw.data + f"\n\nReport {number} named Person{number} Name{number} of Place{number}.".encode()
            yield RawPage(input=str(number), data=data, media="text", published=raw.published)

    for _ in reader.read_all(varied()):
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description="Speed and memory of a whole reading.")
    parser.add_argument("--memory", type=int, metavar="PAGES", help="peak memory of a batch of so many pages")
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(f"start-up to first reading: {start_up():.2f} s")
    reader = Reader()
    raws = [page_of_1000_words()]
    raws += [RawPage(input=p.name, data=p.read_bytes()) for p in sorted(SAMPLES.glob("*.[ht]*"))]
    for raw in raws:
        words, alone, whole = compare(reader, raw)
        opening = best(lambda raw=raw: open_page(raw, reader.settings))  # type: ignore[misc]
        print(
            f"{raw.input:28} {words:5} words   spaCy alone {alone * 1000:6.1f} ms   whole {whole * 1000:6.1f} ms"
            f" ({whole / alone:4.2f}x, of it opening the page {opening * 1000:5.1f} ms)   {words / whole:7.0f} words/s"
        )
    if args.memory:
        print(f"peak memory, batch of {args.memory} pages: {batch(reader, args.memory):.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
