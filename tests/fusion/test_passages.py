"""Two texts side by side."""

import random
import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rashomon.fusion.passages import Passage, passages
from rashomon.records import Reading
from tests.fusion.pages import OTHER, STORY, page

WORDS = st.lists(st.sampled_from(["the", "dam", "broke", "at", "dawn", "and", "Mara"]), max_size=30).map(" ".join)


def bare(text: str) -> Reading:
    """A page of a text and nothing else."""
    made = page(())
    return replace(made, page=replace(made.page, text=text), blocks=())


def cut(left: str, right: str) -> list[tuple[str | None, str | None]]:
    return [
        (one and left[one.start : one.end], other and right[other.start : other.end])
        for one, other in passages(bare(left), bare(right))
    ]


def test_what_was_changed_stands_between_what_is_the_same():
    left = "The dam broke at dawn, and nine people drowned in the valley below it."
    right = "The dam broke at dawn, and eleven people drowned in the valley below it, Mara Lind said."
    assert cut(left, right) == [
        ("The dam broke at dawn, and", "The dam broke at dawn, and"),
        (None, "eleven"),
        ("nine", None),
        ("people drowned in the valley below it", "people drowned in the valley below it"),
        (None, "Mara Lind said"),
    ]


def test_what_moved_is_found_where_it_is():
    left, right = " ".join(STORY), " ".join(STORY[::-1])
    assert all(one and other for one, other in passages(bare(left), bare(right)))
    first = passages(bare(left), bare(right))[0]
    assert first.right is not None
    assert first.right.start > len(right) / 2


def test_pages_are_compared_by_their_articles():
    left = page(STORY, title="Nine killed")
    right = page((STORY[0], OTHER[1]), title="Merrow mourns", asides=(("comment", STORY[1]),))
    found = passages(left, right)
    assert [bool(one and other) for one, other in found] == [True, False, False]
    assert {each.right.cut(right.page.text) for each in found if each.right} == {STORY[0][:-1], OTHER[1][:-1]}


def test_texts_without_words():
    assert passages(bare(""), bare("…")) == ()
    assert passages(bare(""), bare("one")) == (Passage(None, (0, 3)),)


def test_long_pages_and_refrains_are_fast():
    rng = random.Random(0)
    left = [f"w{rng.randrange(900)}" for _ in range(5000)]
    right = left[2500:] + [f"w{rng.randrange(900)}" for _ in range(500)] + left[:2000]
    began = time.process_time()
    passages(bare(" ".join(left)), bare(" ".join(right)))
    passages(bare("so they say " * 1700), bare("so they say " * 1700))
    assert time.process_time() - began < 3


@given(WORDS, WORDS)
def test_every_word_of_both_is_in_exactly_one_passage(left, right):
    found = passages(bare(left), bare(right))
    assert " ".join(left[p.left.start : p.left.end] for p in found if p.left) == left
    theirs = sorted(p.right for p in found if p.right)
    assert " ".join(right[span.start : span.end] for span in theirs) == right
    assert all(p.left is None or p.right is None or p.left.cut(left) == p.right.cut(right) for p in found)
