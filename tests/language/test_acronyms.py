"""Short forms from initials."""

import pytest

from rashomon.language.acronyms import beginnings, is_short, may_stand_for, spelled, stands_for


@pytest.mark.parametrize(
    ("short", "full", "strictly", "loosely"),
    [
        ("JeN", "Jaish-e-Noor", True, True),
        ("JN", "Jaish-e-Noor", True, True),
        ("UFM-N", "United Front Movement-North", True, True),
        ("MoD", "Ministry of Defence", True, True),
        ("RCC", "River Council", False, True),
        ("XYZ", "River Council", False, False),
        ("RC", "River", False, False),
    ],
)
def test_stands_for(short, full, strictly, loosely):
    assert (stands_for(short, full), may_stand_for(short, full)) == (strictly, loosely)


@pytest.mark.parametrize(("name", "short"), [("JeN", True), ("UN", True), ("Noor", False), ("River Council", False)])
def test_is_short(name, short):
    assert is_short(name) is short


@pytest.mark.parametrize(
    ("full", "found"),
    [
        ("Ministry of Defence", {"md", "mod"}),
        ("Front for the Defence of Merrow", {"fdm", "fdom"}),
        ("Merrow Defence", {"md"}),
        ("Merrow", set()),
        ("Merrow Defence Front", set()),
    ],
)
def test_a_name_is_read_once_for_many_short_forms(full, found):
    shorts = {"md", "mod", "fdm", "fdom", "m", "mdx"}
    assert spelled(full, beginnings(shorts)) & shorts == found
