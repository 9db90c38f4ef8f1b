from dataclasses import replace
from time import process_time

from rashomon.records import Sentence
from rashomon.spans import Span
from rashomon.views.evidence import claims
from rashomon.views.passages import passages
from tests.views import example


def of(reading):
    return passages(reading, claims(reading))


FOUND = of(example.READING)


def test_the_segments_of_each_block_are_its_text_to_the_letter():
    joined = ["".join(segment.text for segment in passage.segments) for passage in FOUND]
    assert joined == [text for _, text in example.BLOCKS]


def test_claims_stand_in_the_block_in_which_they_begin():
    assert [len(passage.claims) for passage in FOUND] == [0, 0, 0, 1, 0, 2, 2, 1, 0, 0, 0, 0, 0]


def test_nested_marks_hold_together():
    nested = FOUND[6]
    marks = {segment.text: [(mark.kind, mark.claim) for mark in segment.marks] for segment in nested.segments}
    assert marks == {
        "A police spokesman": [("source", 4)],
        " ": [],
        "said": [("cue", 4)],
        "an internal source": [("content", 4), ("source", 5)],
        "had reported": [("content", 4), ("cue", 5)],
        "that a guard ": [("content", 4), ("content", 5)],
        "may": [("content", 4), ("content", 5), ("hedge", 5)],
        " have taken money": [("content", 4), ("content", 5)],
        ".": [],
    } | {" ": marks[" "]}


def test_denied_and_hedged_content_is_told_apart():
    kinds = {
        (mark.claim, mark.denied, mark.hedged)
        for passage in FOUND
        for segment in passage.segments
        for mark in segment.marks
        if mark.kind == "content"
    }
    assert kinds == {
        (1, False, False),
        (2, True, False),
        (3, False, True),
        (4, False, False),
        (5, False, True),
        (6, False, True),
    }


def test_each_claim_ends_once():
    closed = [number for passage in FOUND for segment in passage.segments for number in segment.closes]
    assert sorted(closed) == [1, 2, 3, 4, 5, 6]


def test_a_mark_that_runs_over_two_blocks_is_in_both_and_opens_once():
    first, second = example.READING.blocks[5], example.READING.blocks[6]
    long = replace(example.QUOTE, content=(Span(second.start - 10, second.start + 8),), hedge=())
    assert first.end < second.start
    found = of(replace(example.READING, claims=(long,)))
    texts = [
        (segment.text, any(mark.kind == "content" for mark in segment.opens), segment.closes)
        for passage in found
        for segment in passage.segments
        if any(mark.kind == "content" for mark in segment.marks)
    ]
    assert texts == [("ly ", True, ()), ("said", False, ()), (".", False, ()), ("A police", False, (1,))]


def test_a_page_of_many_claims_takes_no_more_than_a_moment():
    text = "He said so. " * 5_000
    claims = tuple(
        replace(example.NOBODY, id=f"claim-{n}", hedge=(), cue=(Span(n + 3, n + 7),), content=(Span(n + 8, n + 10),))
        for n in range(0, len(text), 12)
    )
    block = replace(example.READING.blocks[3], start=0, end=len(text))
    sentences = tuple(Sentence(n, n + 11) for n in range(0, len(text), 12))
    page = replace(example.READING.page, text=text)
    large = replace(
        example.READING, page=page, blocks=(block,), sentences=sentences, claims=claims, entities=(), times=()
    )
    start = process_time()
    (passage,) = of(large)
    assert (len(passage.claims), passage.claims[7].sentence) == (5_000, "He said so.")
    assert process_time() - start < 10
