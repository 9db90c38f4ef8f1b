"""Words in their frames: which type they trigger, and the other senses of them that trigger none."""

import pytest

from rashomon.meaning.events import read
from tests.meaning.events import sentences
from tests.meaning.events.made import doc_of

SIX_YEARS = (("six years", "P6Y", "DURATION"),)


@pytest.mark.parametrize(
    ("notation", "times", "expected"),
    [
        (sentences.JAILED_YEARS, SIX_YEARS, ("sentence", "jailed")),
        (sentences.JAILED, (), ("arrest", "jailed")),
        (sentences.FATALLY, (), ("killing", "fatally shot")),
        (sentences.LEFT_DEAD, (), ("attack", "assault")),
        (sentences.POLICE_RAID, (), ("raid", "raid")),
        (sentences.MISSILE_TEST, (), ("military_operation", "tested a missile")),
        (sentences.MISSILE_OVER, (), ("military_operation", "fired a missile")),
        (sentences.MISSILE_AT, (), ("attack", "fired a missile")),
        (sentences.SET_FREE, (), ("release", "set")),
        (sentences.HANDED_OVER, (), ("release", "handed")),
        (sentences.SOME_OF, (), ("release", "released")),
        (sentences.PICKED_UP, (), ("arrest", "picked up")),
        (sentences.UNDER_ARREST, (), ("arrest", "placed under arrest")),
        (sentences.WARRANTS, (), ("raid", "search warrants")),
        (sentences.BREACH, (), ("attack", "breach")),
        (sentences.STRUCK_AT, (), ("attack", "struck")),
    ],
)
def test_type_and_trigger(notation, times, expected):
    doc = doc_of(notation, times=times)
    (event,) = read(doc)
    assert (event.type, event.trigger.cut(doc.text)) == expected


@pytest.mark.parametrize("notation", [sentences.MET_WITH, sentences.AVALANCHE, sentences.STARTING, sentences.BOMBARDED])
def test_other_senses(notation):
    assert read(doc_of(notation)) == ()
