"""Stems, weights and senses of words."""

import pytest

from rashomon.fusion import senses
from rashomon.fusion.stems import stem, stems
from rashomon.fusion.weighing import cosine, heaviest, overlap, weight


@pytest.mark.parametrize(
    "forms",
    [
        "kill kills killed killing",
        "bomb bombs bombed bombing bombings",
        "stop stops stopped stopping",
        "race races raced racing",
        "carry carries carried carrying",
        "die dies died dying dead death",
        "shoot shot shots shooting shootings",
        "city cities",
        "use uses used using",
        "man men",
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize(
    ("one", "two"), [("bus", "bush"), ("need", "knee"), ("king", "kin"), ("red", "reed"), ("pass", "past")]
)
def test_other_words_have_other_stems(one: str, two: str) -> None:
    assert stem(one) != stem(two)


def test_accents_and_possessives_do_not_count() -> None:
    assert stems("José’s café's") == stems("jose CAFE")


def test_common_words_say_nothing() -> None:
    assert weight("th") < 0.01 < weight("govern") < weight("unheardof") == 1.0


def test_heaviest_words_of_a_page() -> None:
    words = heaviest(stems("the bombing of the Merrow bridge, the bridge at Merrow"), 2)
    assert [word for word, _ in words] == ["bridg", "merrow"]
    assert cosine(dict(words), dict(words)) == pytest.approx(1, abs=0.01)
    assert heaviest([], 3) == ()


def test_overlap_is_weighted() -> None:
    assert overlap(["th", "merrow"], ["th", "dorrin"]) < 0.01 < overlap(["merrow"], ["merrow", "th"])
    assert overlap([], []) == 0


def test_words_near_in_meaning() -> None:
    assert senses.near(stem("arrest"), stem("detain")) > 0.5 > senses.near(stem("arrest"), stem("rain"))
    assert senses.near("arrest", "no-such-word") == 0
