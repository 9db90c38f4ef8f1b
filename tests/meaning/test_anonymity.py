"""Why a source has no name, and what is no claim for it."""

import pytest

from rashomon.meaning.anonymity import is_request, reason
from tests.handmade import parsed

ASKED = (
    "Guards|NOUN:NNS|8|nsubj||guard who|PRON:WP|3|nsubj asked|VERB:VBD|1|relcl||ask not|PART|7|neg to|PART:TO|7|aux "
    "be|AUX:VB|7|auxpass named|VERB:VBN|3|xcomp||name said|VERB:VBD|0|ROOT||say so|ADV|8|advmod"
)
SPOKE = (
    "A|DET|2|det guard|NOUN|3|nsubj||guard spoke|VERB:VBD|0|ROOT||speak on|ADP|3|prep condition|NOUN|4|pobj "
    "of|ADP|5|prep anonymity|NOUN|6|pobj"
)
PLAIN = "A|DET|2|det guard|NOUN|3|nsubj||guard asked|VERB:VBD|0|ROOT||ask for|ADP|3|prep help|NOUN|4|pobj"


@pytest.mark.parametrize(
    ("notation", "cue", "content", "expected"),
    [(ASKED, [2], [3, 4, 5, 6], True), (SPOKE, [2], [3, 4, 5, 6], True), (PLAIN, [2], [3, 4], False)],
)
def test_a_request_not_to_be_named(notation, cue, content, expected):
    assert is_request(parsed(notation), cue, content) is expected


@pytest.mark.parametrize(
    ("notation", "head", "expected"),
    [(ASKED, 0, "who asked not to be named"), (SPOKE, 1, "on condition of anonymity"), (PLAIN, 1, "")],
)
def test_the_reason_stands_beside_the_source(notation, head, expected):
    doc = parsed(notation)
    assert " ".join(doc[i].text for i in reason(doc[head])) == expected
