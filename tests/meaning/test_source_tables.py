"""Kinds by the words of a name."""

import pytest

from rashomon.meaning.source_tables import kind_of_name, words_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Norland Times", "media"),
        ("Agency France-Presse", "government"),
        ("Ministry of Health", "government"),
        ("Green Union", None),
    ],
)
def test_names(name, expected):
    assert kind_of_name(name) == expected


def test_words_are_compared_without_case():
    assert words_of("U.S. Secretary") == ["u", "s", "secretary"]
