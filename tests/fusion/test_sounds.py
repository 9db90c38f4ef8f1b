import pytest

from rashomon.fusion.sounds import key, likeness, may_be_like

ONE_WORD = [
    ("mohammad", "muhammed"),
    ("masood", "masud"),
    ("yelena", "elena"),
    ("usama", "osama"),
    ("hussain", "hussein"),
    ("rauf", "raoof"),
    ("khalifa", "khalif"),
]
TWO_WORDS = [("azhar", "asghar"), ("kim", "kam"), ("iran", "iraq"), ("varga", "borga"), ("7", "9"), ("osip", "yorik")]


@pytest.mark.parametrize(("one", "other"), ONE_WORD)
def test_spellings_of_one_word(one, other):
    assert key(one) == key(other)
    assert likeness(one, other) >= 0.85


@pytest.mark.parametrize(("one", "other"), TWO_WORDS)
def test_two_words(one, other):
    assert likeness(one, other) < 0.5


def test_an_initial_is_something_like_its_word():
    assert 0.5 < likeness("o", "osip") < 0.9
    assert likeness("o", "yorik") == 0


def test_the_quick_answer_agrees():
    words = [word for pair in ONE_WORD + TWO_WORDS for word in pair]
    for one in words:
        for other in words:
            assert may_be_like(key(one), key(other)) or likeness(one, other) == 0
