from tests.views import example

from rashomon.views.passages import passages

FOUND = passages(example.READING)


def test_the_segments_of_each_block_are_its_text_to_the_letter():
    joined = ["".join(segment.text for segment in passage.segments) for passage in FOUND]
    assert joined == [text for _, text in example.BLOCKS]


def test_claims_stand_in_the_block_in_which_they_begin():
    assert [len(passage.accounts) for passage in FOUND] == [0, 0, 0, 1, 0, 2, 2, 1, 0, 0, 0, 0, 0]


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
