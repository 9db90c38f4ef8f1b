"""What two pages have in common, against a plain count of words."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.fusion.overlap import CHANCE, RUN, Overlap, marks, overlaps, packed
from rashomon.fusion.shingles import SHINGLE
from rashomon.graph import Form

TEXTS = st.lists(st.tuples(st.sampled_from("abcd"), st.booleans()), max_size=60)


def form(words: list[tuple[str, bool]]) -> Form:
    found = [hash_of(run) for run in runs(words)]
    facts = {
        "shingles": packed(np.array(found, np.uint64)),
        "quoted": marks([quoted for _, quoted in words]),
        "words": len(words),
    }
    return Form(id="form", kind="page", type="page", label="", keys=(), facts=facts)


def runs(words: list[tuple[str, bool]]) -> list[str]:
    return ["".join(word for word, _ in words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)]


def hash_of(run: str) -> int:
    """Hashes of which many begin alike."""
    return int.from_bytes(run.encode().ljust(8), "big")


def plain(page: list[tuple[str, bool]], other: list[tuple[str, bool]]) -> Overlap:
    said = {run for at, run in enumerate(runs(other)) if all(quoted for _, quoted in other[at : at + SHINGLE])}
    covered, quoted = set(), {at for at, (_, quoted) in enumerate(page) if quoted}
    for at, run in enumerate(runs(page)):
        covered |= set(range(at, at + SHINGLE)) if run in runs(other) else set()
        quoted |= set(range(at, at + SHINGLE)) if run in said else set()
    rows = (set(range(at, at + RUN)) for at in range(len(page) - RUN + 1))
    common = set().union(*(row for row in rows if row <= covered))
    return Overlap(len(common - quoted), len(page) - len(quoted), len(common & quoted))


@given(TEXTS, TEXTS)
def test_words_are_counted_in_runs_and_what_one_quotes_both_quote(left, right):
    assert overlaps(form(left), form(right)) == (plain(left, right), plain(right, left))


def test_a_share_allows_for_words_in_common_by_chance():
    assert Overlap(30, 45, 9).share == 30 / (45 + CHANCE)
