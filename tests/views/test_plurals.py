"""A number with its noun."""

import pytest

from rashomon.views.plurals import plural


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((0, "page"), "0 pages"),
        ((1, "page"), "1 page"),
        ((1200, "page"), "1,200 pages"),
        ((1, "copy", "copies"), "1 copy"),
        ((2, "copy", "copies"), "2 copies"),
    ],
)
def test_a_number_has_its_noun(given: tuple[int, str], expected: str) -> None:
    assert plural(*given) == expected
