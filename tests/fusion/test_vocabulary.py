import pytest

from rashomon.fusion.countries import country
from rashomon.fusion.vocabulary import is_general, standing, states_in

DESCRIPTIONS = [
    ("the Pakistani foreign minister", {"foreign minister"}, {"pk"}),
    ("Former President", {"president"}, set()),
    ("the president of France", {"president"}, {"fr"}),
    ("a brother of the president", set(), set()),
    ("an aide to the Russian president", set(), set()),
    ("the U.S. ambassador to Iran", set(), {"us"}),
    ("deputy prime minister", {"deputy prime minister"}, set()),
    ("the teacher who met the Irish president", set(), set()),
    ("", set(), set()),
]


@pytest.mark.parametrize(("words", "offices", "countries"), DESCRIPTIONS)
def test_standing(words, offices, countries):
    said = standing(words)
    assert (set(said.offices), set(said.countries)) == (offices, countries)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("a midfielder", {"sport"}),
        ("the police officer", {"force"}),
        ("the widow of a singer", set()),
        ("lawyer for the striker", {"law"}),
    ],
)
def test_kinds_of_work(words, kinds):
    assert set(standing(words).kinds) == kinds


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the U.S.", "us"),
        ("America", "us"),
        ("Britain", "gb"),
        ("Democratic People's Republic of Korea", "kp"),
        ("People’s Republic of China", "cn"),
        ("Pakistan Army", None),
        ("Oro", None),
    ],
)
def test_country(name, code):
    assert country(name) == code


@pytest.mark.parametrize(
    ("name", "general"),
    [
        ("Supreme Court", True),
        ("Supreme Court of Pakistan", True),
        ("Ministry of Defence", True),
        ("Pakistan’s Ministry of Defence", True),
        ("Oro Bank", False),
        ("Pakistan", False),
        ("", False),
    ],
)
def test_bodies_that_every_state_has(name, general):
    assert is_general(name) is general


def test_states_in_a_name():
    assert states_in("Supreme Court of Pakistan") == {"pk"}
