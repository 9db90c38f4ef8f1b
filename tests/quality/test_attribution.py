"""The scorer of attribution, on small cases counted by hand."""

import pytest
from quality.attribution import compare, f1, measure

TEXT = "Ada Bell said the bridge fell. Nobody replied."
GOLD = {
    "text": TEXT,
    "attributions": [{"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 29]]}],
    "unattached_spans": [{"type": "Discard", "spans": [[31, 37]]}],
}


def claim(source, cue, content):
    return {"source": source, "cue": cue, "content": content}


def test_gold_against_itself_is_perfect():
    assert set(measure([compare(GOLD, GOLD["attributions"])]).values()) == {1.0}


def test_parts_of_spans_count_by_token():
    counts = compare(GOLD, [claim([[4, 8]], [[9, 13]], [[18, 29]])])
    assert counts["source_tokens"] == (1, 1, 2)
    assert counts["cue_tokens"] == (1, 1, 1)
    assert counts["content_tokens"] == (2, 2, 3)
    assert counts["source_exact"] == (0, 1, 1)
    assert counts["cue_exact"] == (1, 1, 1)
    assert counts["linked"] == (1, 1, 1)
    assert counts["whole"] == (0, 1, 1)


@pytest.mark.parametrize(
    ("found", "linked"),
    [
        (claim([[0, 3]], [], [[18, 29]]), 1),  # two of three content words, one of two source words
        (claim([[0, 3]], [], [[25, 29]]), 0),  # one of three content words
        (claim([], [[9, 13]], [[14, 29]]), 0),  # no source where one is wanted
        (claim([[31, 37]], [], [[14, 29]]), 0),  # another source
    ],
)
def test_linked_wants_half_the_content_and_the_source(found, linked):
    assert compare(GOLD, [found])["linked"][0] == linked


def test_two_claims_do_not_both_link_to_one_attribution():
    counts = compare(GOLD, [GOLD["attributions"][0], claim([[0, 8]], [], [[14, 29]])])
    assert counts["linked"] == (1, 2, 1)


def test_words_left_out_by_the_annotator_count_neither_way():
    counts = compare(GOLD, [*GOLD["attributions"], claim([[31, 37]], [], [])])
    assert counts["source_tokens"] == (2, 2, 2)
    assert counts["whole"] == (1, 1, 1)


def test_spans_that_white_space_parts_are_one():
    assert compare(GOLD, [claim([[0, 3], [4, 8]], [[9, 13]], [[14, 29]])])["whole"] == (1, 1, 1)


def test_nothing_wanted_and_nothing_found_is_right():
    assert f1([(0, 0, 0)]) == 1.0
    assert f1([(1, 2, 4), (1, 2, 0)]) == 2 * 2 / (4 + 4)
