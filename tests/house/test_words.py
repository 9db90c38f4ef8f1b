"""The same word everywhere: record field = JSON key = entry of docs/words.md (columns: tests/store)."""

import dataclasses
import re
from pathlib import Path
from typing import get_args

import pytest

from rashomon import records

WORDS = Path(__file__).parents[2] / "docs" / "words.md"
RECORDS = {
    name: value
    for name, value in vars(records).items()
    if dataclasses.is_dataclass(value) and isinstance(value, type) and value.__module__ == "rashomon.records"
}


def documented() -> dict[str, list[str]]:
    sections = re.split(r"^## ", WORDS.read_text(encoding="utf-8"), flags=re.M)[1:]
    return {s.split("\n", 1)[0].strip(): re.findall(r"^\| `(\w+)` \|", s, flags=re.M) for s in sections}


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_each_field_has_its_entry_in_order(name):
    assert documented()[name] == [field.name for field in dataclasses.fields(RECORDS[name])]


def test_each_section_is_a_record():
    assert set(documented()) - set(RECORDS) == {"Words without a record"}


@pytest.mark.parametrize(
    ("record", "field", "literal"),
    [
        ("Block", "role", records.Role),
        ("Claim", "stance", records.Stance),
        ("Claim", "source_kind", records.SourceKind),
        ("Claim", "certainty", records.Certainty),
        ("Mention", "form", records.Form),
        ("Entity", "type", records.EntityType),
        ("Entity", "subtype", records.Subtype),
        ("Description", "status", records.Standing),
        ("Tie", "status", records.TieStatus),
        ("Dispute", "kind", records.DisputeKind),
        ("Count", "kind", records.CountKind),
        ("Outcome", "status", records.OutcomeStatus),
    ],
)
def test_closed_lists_are_documented_whole(record, field, literal):
    section = re.split(rf"^## {record}$", WORDS.read_text(encoding="utf-8"), flags=re.M)[1]
    row = next(line for line in section.splitlines() if line.startswith(f"| `{field}` |"))
    assert [value for value in get_args(literal) if not re.search(rf"\b{value}\b", row)] == []
