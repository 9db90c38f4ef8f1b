"""What stands in a block and is not to be read."""

import pytest

from rashomon.language import furniture
from rashomon.records import Block


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        (
            "They met Ada Bell Getty Images 9 Marsh told them so EPA 9 Oro Bank fell.",
            "body",
            ["Getty Images 9", "EPA 9"],
        ),
        ("They met Ada Bell. EPA 9 Marlian soldiers fled.", "body", []),
        ("AP:Associated Press Marl’s army fled", "body", ["AP:Associated Press"]),
        (
            "AP:Associated Press 9 Ada Bell AP:Associated Press 9",
            "body",
            ["AP:Associated Press 9", "AP:Associated Press"],
        ),
        ("They told AFP 12 Marlian soldiers fled.", "body", []),
        ("They met. Reuters 5 May they said.", "body", []),
        ("So. Click to share on Merl (Opens in new window)", "body", ["Click to share on Merl (Opens in new window)"]),
        ("They met. Image copyright NPA Image caption Ada Bell", "body", ["Image copyright NPA Image caption"]),
        ("The image caption says so.", "body", []),
        ("Photo MERROW, Marl -- Gunmen fled.", "body", ["Photo"]),
        ("Photo finishes are rare.", "body", []),
        ("EPA Oro Bank in Dover", "caption", ["EPA"]),
        ("EPA Oro Bank in Dover", "body", []),
        ("AP Photo/Ada Bell", "caption", []),
        ("9/16 2009 Ada Bell in Dover.", "caption", ["9/16 2009"]),
        ("Enlarge this image toggle caption Ada Bell/AP", "caption", ["Enlarge this image toggle caption"]),
    ],
)
def test_furniture(text, role, expected):
    spans = furniture.find(f"So.\n{text}\nSo.", Block("block-1", role, 4, 4 + len(text)))
    assert [f"So.\n{text}"[start:end] for start, end in spans] == expected
