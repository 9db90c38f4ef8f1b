"""What becomes of conflicts that say the same, or stand against the same."""

from time import process_time

import pytest

from rashomon.meaning.disputes import once
from rashomon.meaning.disputes.conflict import Conflict, Stand
from rashomon.meaning.disputes.voices import PAGE, Voice

RENKO, VENN = Voice("renko", None), Voice("venn", None)


def conflict(*words: tuple[int, ...], kind="status"):
    voices = (PAGE, RENKO, VENN)
    return Conflict(kind, None, tuple(Stand(voices[at], each) for at, each in enumerate(words)))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param([((1, 2), (5, 6)), ((3,), (7,))], [((1, 2), (5, 6)), ((3,), (7,))], id="two"),
        pytest.param([((1, 2), (5, 6)), ((2, 3), (6, 7))], [((1, 2), (5, 6))], id="in other words the same"),
        pytest.param([((1, 2), (5, 6)), ((6,), (1,))], [((1, 2), (5, 6))], id="the other way round"),
        pytest.param([((1, 2), (5, 6)), ((1, 2), (8,))], [((1, 2), (5, 6), (8,))], id="against one stand"),
        pytest.param([((1, 2), (5,)), ((1, 2), (8,)), ((1,), (8,))], [((1, 2), (5,), (8,))], id="of three the same"),
        pytest.param([((1,), (5,)), ((3,), (7,)), ((1,), (7,))], [((1,), (5,), (7,)), ((3,), (7,))], id="across two"),
    ],
)
def test_a_conflict_is_told_once(found, expected):
    assert [tuple(stand.words for stand in each.stands) for each in once(conflict(*each) for each in found)] == expected


def test_conflicts_of_two_kinds_against_one_stand_are_two():
    found = [conflict((1,), (5,)), conflict((1,), (7,), kind="agent")]
    assert once(found) == found


def test_thousands_of_conflicts_are_told_once_in_less_than_a_second():
    found = [conflict((2 * at,), (2 * at + 1,)) for at in range(5000)]
    before = process_time()
    assert once(found + found) == found
    assert process_time() - before < 1
