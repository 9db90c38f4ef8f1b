"""Who and what takes part: roles and extents of phrases, and the figures of those who are counted."""

import pytest

from rashomon.meaning.events import read
from tests.meaning.events import sentences
from tests.meaning.events.made import arguments, counts, doc_of

YEARS = (("six years", "P6Y", "DURATION"),)


@pytest.mark.parametrize(
    ("notation", "layers", "expected"),
    [
        pytest.param(
            sentences.US_STRIKES,
            {"place": ("US", "Merrow")},
            {("agent", "US"), ("place", "Merrow"), ("person", "nine")},
            id="who strikes elsewhere",
        ),
        pytest.param(
            sentences.BERLIN, {"place": ("Berlin",)}, {("place", "Berlin"), ("person", "nine")}, id="where it was"
        ),
        pytest.param(
            sentences.LEFT_DEAD,
            {"organization": ("Merrow",)},
            {("agent", "Merrow"), ("person", "two soldiers"), ("person", "three officers")},
            id="who made the assault",
        ),
        pytest.param(sentences.POLICE_RAID, {}, {("agent", "Belgian police")}, id="police of a country"),
        pytest.param(
            sentences.ABDUCTION, {}, {("agent", "The union"), ("person", "the clerks")}, id="possessor and victim"
        ),
        pytest.param(
            sentences.HELICOPTER, {}, {("person", "The girls"), ("instrument", "helicopter")}, id="by helicopter"
        ),
        pytest.param(
            sentences.FAILURE, {}, {("agent", "The government"), ("person", "Venn")}, id="whose failure it is"
        ),
        pytest.param(sentences.HIS_PLAN, {}, {("person", "Venn")}, id="nobody's plans"),
        pytest.param(sentences.RIGHT, {}, {("agent", "Ostia"), ("target", "Merrow")}, id="who has the right"),
        pytest.param(sentences.FORCED, {}, {("person", "the minister")}, id="who is led to resign"),
        pytest.param(sentences.NAMED_AS, {}, {("agent", "Venn")}, id="who is named as being behind it"),
        pytest.param(sentences.FACES, {}, {("target", "Venn")}, id="who faces it"),
        pytest.param(sentences.VENNS_BREACH, {}, {("target", "Venn")}, id="whose data it is"),
        pytest.param(
            sentences.JAILED_YEARS, {"times": YEARS}, {("person", "Lomar man")}, id="headline without auxiliary"
        ),
        pytest.param(
            sentences.SUSPECTS,
            {"place": ("Lomar",), "times": (("Monday", "2031-03-03", "DATE"),)},
            {("agent", "Police"), ("person", "two suspects"), ("place", "Lomar")},
            id="without place and time",
        ),
        pytest.param(sentences.WHO_PLACE, {}, {("person", "who")}, id="a hotel is nobody"),
        pytest.param(sentences.CAUSE, {}, {("person", "He"), ("cause", "theft and arson")}, id="a whole cause"),
    ],
)
def test_arguments(notation, layers, expected):
    doc = doc_of(notation, **layers)
    assert arguments(doc, read(doc)[0]) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(sentences.LEFT_DEAD, [("killed", 5, 5)], id="left dead"),
        pytest.param(sentences.FATALLY, [("killed", 12, 12)], id="fatally shot"),
        pytest.param(sentences.TWO_JOINED, [("arrested", 2, 2)], id="all who are joined"),
        pytest.param(sentences.KILL_WOUND, [("killed", 2, 2), ("injured", 9, 9)], id="killed and wounded"),
        pytest.param(sentences.COUNTED_GIRLS, [], id="those who were freed, not those who were kidnapped"),
    ],
)
def test_counts(notation, expected):
    assert counts(read(doc_of(notation))[0]) == expected


def test_the_wounded_are_none_of_the_killed():
    doc = doc_of(sentences.KILL_WOUND)
    (event,) = read(doc)
    assert arguments(doc, event) == {("agent", "Rebels"), ("person", "two people")}
