"""Cue words to stances."""

import pytest

from rashomon.meaning.stance import stance_of


@pytest.mark.parametrize(
    ("cue", "content", "named", "expected"),
    [
        ("say", "it", False, "says"),
        ("claim", "it", False, "alleges"),
        ("claim", "responsibility for", False, "claims_responsibility"),
        ("take", "responsibility for", False, "claims_responsibility"),
        ("call for", "calm", False, "demands"),
        ("call", "it a crime", False, "says"),
        ("ask", "whether it fall", False, "asks"),
        ("ask", "he to leave", False, "demands"),
        ("ask", "Norland not to push claim", False, "demands"),
        ("ask", "whether it be close to fall", False, "asks"),
        ("insist", "that it fall", False, "says"),
        ("maintain", "that it fall", False, "says"),
        ("reject", "the report", False, "denies"),
        ("dismiss", "the accusation", False, "denies"),
        ("condemn", "the attack", False, "says"),
        ("condemn", "the party", True, "accuses"),
        ("accuse", "he", False, "accuses"),
        ("plead not guilty to", "theft", False, "denies"),
        ("advise against", "travel", False, "warns"),
        ("issue a statement urge", "calm", False, "demands"),
        ("fear", "a flood", False, "believes"),
        ("flibber", "a flood", False, "says"),
    ],
)
def test_stances(cue, content, named, expected):
    assert stance_of(cue.split(), content.split(), named_side=named) == expected
