"""Words that name no deed that anybody did, denies or plans."""

import pytest

from rashomon.meaning.events import read
from tests.meaning.events import sentences
from tests.meaning.events.made import doc_of


@pytest.mark.parametrize(
    ("notation", "types"),
    [
        pytest.param(sentences.ATTEMPT, ["charge"], id="attempted murder is an offence"),
        pytest.param(sentences.ATTEMPT_ON, ["charge"], id="attempted murder of somebody is one too"),
        pytest.param(sentences.CONSPIRACY, ["conviction"], id="conspiracy to murder is an offence"),
        pytest.param(sentences.MURDER_OF, ["killing"], id="the murder of a clerk is a deed"),
        pytest.param(sentences.ACCUSED_OF, ["attack"], id="shooting at a bus is a deed"),
        pytest.param(sentences.NEARLY, [], id="nearly killing"),
        pytest.param(sentences.NEARLY_MANY, ["death"], id="nearly 40 were killed"),
        pytest.param(sentences.EVERY_TIME, [], id="every time"),
        pytest.param(sentences.RELIEF, [], id="relief from it"),
        pytest.param(sentences.FROM_IT, [], id="gives people relief from it"),
        pytest.param(sentences.SUCH_AS, [], id="a list of kinds"),
        pytest.param(sentences.CALLED, [], id="this is an earthquake"),
        pytest.param(sentences.WAS_CALLED, ["disaster"], id="it was an earthquake"),
    ],
)
def test_undone(notation, types):
    doc = doc_of(f"police|NOUN|0|ROOT\n\n{notation}" if "charge" in types else notation)
    assert [event.type for event in read(doc)] == types
