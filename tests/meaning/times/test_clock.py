import pytest

from rashomon.meaning.times.clock import clock
from rashomon.meaning.times.words import cut


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("10 p.m. on", "10 p.m.", "T22:00"),
        ("10:35 a.m. EST", "10:35 a.m. EST", "T10:35"),
        ("12 a.m.", "12 a.m.", "T00:00"),
        ("12:05 pm", "12:05 pm", "T12:05"),
        ("7.30am", "7.30am", "T07:30"),
        ("noon", "noon", "T12:00"),
        ("midnight", "midnight", "T24:00"),
        ("five o'clock", "five o'clock", "T05:00"),
        ("4 in the morning", "4 in the morning", "T04:00"),
        ("0735 GMT", "0735 GMT", "T07:35Z"),
        ("18:00 UTC", "18:00 UTC", "T18:00Z"),
        ("10:15 p.m. local time", "10:15 p.m. local time", "T22:15"),
        ("32:61", None, None),
        ("25:00 UTC", None, None),
        ("13 p.m.", None, None),
        ("2:1", None, None),  # a score
        ("3:16", None, None),  # nothing shows that it is a time
        ("2500 GMT", None, None),
    ],
)
def test_times_of_day(text, words, value):
    pieces = cut(text)
    found = clock(pieces, 0)
    assert (found and text[: pieces.ends[found[0] - 1]], found and found[1]) == (words, value)
