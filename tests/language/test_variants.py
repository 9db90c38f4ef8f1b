"""Spellings of one name."""

import pytest

from rashomon.language.variants import plain, same_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mohammad", "Muhammad", True),
        ("Mohammed", "Muhammad", True),
        ("Masood", "Masud", True),
        ("Hafiz", "Hafeez", True),
        ("Qasim", "Kasim", True),
        ("Tariq Ali", "Tarik Ali", True),
        ("Azhar", "Asghar", False),
        ("Azhar", "Athar", False),
        ("Maria", "Mario", False),
        ("Orla Venn", "Orla Vann", False),
        ("The Marl Group", "Marl Group", True),
        ("U.S.", "US", True),
        ("Jaish-e-Noor", "Jaish e Noor", True),
        ("José", "Jose", True),
        ("Habib Ullah", "Habibullah", True),
        ("Zia ul-Noor", "Ziaul Noor", True),
        ("El-Varga", "Al-Varga", True),
        ("Osman", "Usman", True),
        ("Olga", "Inga", False),
    ],
)
def test_same_name(one, other, same):
    assert same_name(plain(one), plain(other)) is same
