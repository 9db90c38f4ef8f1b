"""Texts in capitals: their ordinary spelling, letter for letter."""

import pytest

from rashomon.language.capitals import Dictionary, is_capitals, restored

SMALL = Dictionary(
    frozenset({"soldier", "attack", "bomb", "kill", "people", "house", "national", "union", "miner", "plan", "general"})
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE SOLDIERS ATTACKED THE HOUSE.", "The soldiers attacked the house."),
        ("THE BOMB KILLED TWELVE.  IT WAS PLANNED.", "The bomb killed Twelve.  It was planned."),
        ("ORLA VENN WAS ATTACKED IN PERU", "Orla Venn was attacked in Peru"),
        ("GENERAL ORLA VENN AND THE GENERAL", "General Orla Venn and the general"),
        ("THE NATIONAL UNION OF MINERS [NUM] AND NUM'S HOUSE", "The National Union of Miners [NUM] and NUM's house"),
        ("ON 12 MAY THEY MAY ATTACK", "On 12 May they may attack"),
        ('BRZK SAID: "I DON\'T KILL."\n\nPEOPLE', 'BRZK said: "I don\'t kill."\n\nPeople'),
        ("STRAẞE", "Straße"),
        ("İZMİR ATTACKED", "İZMİR ATTACKED"),  # the small letter would be two characters
        ("", ""),
    ],
)
def test_ordinary_spelling(text, expected):
    assert restored(text, SMALL) == expected
    assert len(restored(text, SMALL)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE SOLDIERS ATTACKED THE HOUSE, HE SAID", True),
        ("The Soldiers ATTACKED the house", False),
        ("FMLN", False),  # too little to tell
        ("1234 5678", False),
    ],
)
def test_what_is_written_in_capitals(text, expected):
    assert is_capitals(text) is expected
