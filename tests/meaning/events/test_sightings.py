"""The time of an event: that of its own clause."""

import pytest

from rashomon.meaning.events import read
from tests.meaning.events import roles, sentences
from tests.meaning.events.made import doc_of

MONDAY = ("Monday", "2031-03-03", "DATE")
LAST_WEEK = ("last week", "2031-W09", "DATE")


@pytest.mark.parametrize(
    ("notation", "time", "trigger", "dated"),
    [
        pytest.param(sentences.SUSPECTS, MONDAY, "arrested", True, id="its clause"),
        pytest.param(sentences.MARRIED, MONDAY, "killed", False, id="another's clause"),
        pytest.param(sentences.REMANDED, MONDAY, "arrested", False, id="after it"),
        pytest.param(sentences.STORMED, MONDAY, "arrested", True, id="a day before it"),
        pytest.param(sentences.STORMED, ("Monday", "2031", "DATE"), "arrested", False, id="a year before it"),
        pytest.param(sentences.CONVICTED, ("2010", "2010", "DATE"), "arrested", False, id="joined behind a comma"),
        pytest.param(sentences.TAKEN, MONDAY, "taken into custody", True, id="joined without one"),
        pytest.param(sentences.WARNED, MONDAY, "arrested", False, id="when it was said"),
        pytest.param(sentences.ABDUCTED_GIRLS, MONDAY, "abducted", False, id="an attribute"),
        pytest.param(sentences.ABDUCTED_GIRLS, MONDAY, "arrested", True, id="not what it is an attribute in"),
        pytest.param(sentences.NOW, ("now", "PRESENT_REF", "DATE"), "arrested", False, id="now is no date"),
        pytest.param(sentences.UNTIL_WHEN, ("2013", "2013", "DATE"), "banned", True, id="a year, when it was"),
        pytest.param(sentences.HIS_DEATH, ("1970", "1970", "DATE"), "death", True, id="right behind the noun"),
        pytest.param(roles.STRIKES_IN, LAST_WEEK, "airstrikes", True, id="right behind a noun of a verb"),
        pytest.param(roles.STRIKES_IN, LAST_WEEK, "raid", False, id="no more of the verb"),
        pytest.param(roles.JOINED_CLAUSE, MONDAY, "killed", True, id="its clause"),
        pytest.param(roles.JOINED_CLAUSE, MONDAY, "arrested", False, id="not the clause before with its own subject"),
        pytest.param(roles.WHEN, MONDAY, "killed", True, id="told by when"),
    ],
)
def test_time(notation, time, trigger, dated):
    doc = doc_of(notation, times=(time,))
    found = {event.trigger.cut(doc.text): event.time for event in read(doc)}
    assert (found[trigger] is not None) is dated
