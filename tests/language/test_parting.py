"""Names that the encoder takes for one."""

import pytest

from rashomon.language.parting import parted
from tests.handmade import named


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Japan and South Korea", "place", ["place Japan", "place South Korea"]),
        ("Ada Bell and Odo Marsh", "person", ["person Ada Bell", "person Odo Marsh"]),
        ("Bosnia and Herzegovina", "place", ["place Bosnia and Herzegovina"]),
        ("Affairs Committee Ada Bell", "person", ["organization Affairs Committee", "person Ada Bell"]),
        ("Ada Church Bell", "person", ["person Ada Church Bell"]),
        ("Head of the Law Committee", "organization", ["organization Law Committee"]),
        ("Oro and Sons", "organization", ["organization Oro and Sons"]),
        ("MDU and Panama", "organization", ["organization MDU", "organization Panama"]),
        ("British and Canadian", "organization", ["organization British", "organization Canadian"]),
        ("Former Facebook and Google", "organization", ["organization Former Facebook", "organization Google"]),
        ("Oro Bank and the Swiss", "organization", ["organization Oro Bank", "organization the Swiss"]),
        ("Panama and Dorna Company", "organization", ["organization Panama and Dorna Company"]),
        ("Office of Law and the Sea", "organization", ["organization Office of Law and the Sea"]),
        ("Oro Bank CEO", "organization", ["organization Oro Bank"]),
        ("Oro Bank’s CEO", "person", ["organization Oro Bank"]),
        ("Ada Bell CEO", "person", ["person Ada Bell CEO"]),
        ("the spokesman", "person", ["person the spokesman"]),
        ("Britain’s Lantern", "organization", ["place Britain", "organization Lantern"]),
        ("Britain’s Ministry of Law", "organization", ["organization Britain’s Ministry of Law"]),
        ("Dorna’s Lantern", "organization", ["organization Dorna’s Lantern"]),
        ("Boko Haram Odo Marsh", "person", ["organization Boko Haram", "person Odo Marsh"]),
        ("Senate Committee Chair Ada Bell", "person", ["person Senate Committee Chair Ada Bell"]),
        ("Oro Bank\n\nAda Bell", "organization", ["organization Oro Bank", "organization Ada Bell"]),
    ],
)
def test_names_are_parted(text, kind, expected):
    doc = named(text)
    assert [f"{kind} {doc[start:end].text}" for start, end, kind in parted(doc, 0, len(doc), kind)] == expected
