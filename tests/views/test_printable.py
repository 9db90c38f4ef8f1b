import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.views.printable import printable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain “text” – naïve 🙂", "plain “text” – naïve 🙂"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("nul\x00 del\x7f c1\x9b", "nul␀ del� c1�"),
        ("abc\u202edcba\u2066", "abc�dcba�"),
        ("half \ud83d", "half �"),
    ],
)
def test_nothing_acts_on_the_display(text, expected):
    assert printable(text) == expected


@given(st.text())
def test_length_is_kept_and_the_result_can_be_written(text):
    assert len(printable(text)) == len(text)
    assert printable(text).encode("utf-8").decode("utf-8") == printable(text)
