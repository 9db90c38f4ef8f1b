"""Whatever the text: a reading keeps to the contract, holds the very text, and comes out the same every time."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.exports import jsonl
from rashomon.pages.sources import RawPage, from_jsonl, from_paths
from rashomon.pipeline import Reader

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "../shared/data/pages/html"
WORDS = (
    "Mara Olsen said that the council of Varn lied. ", "“We deny it,” ", 'he said. "', "On Monday ", "’", "“‘", "\n\n",
    "\r\n", "\t", "\u2028", "\u00a0", "\0", "\u200b", "\ufeff", "e\u0301", "👩‍👩‍👧", "\U0010ffff", "( ", "VAR) ",
    "... ", "<p>", "lied.\r\nMara Olsen ",
    "²", "１２", "٣", "31/02/2010 ", "12:61 ", "May ", "years ago ", "at least ", "killed ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=30).map("".join)
SOME = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@lru_cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads((ROOT / "docs/schema.json").read_text(encoding="utf-8")))


def spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every span in plain values: `[start, end)` pairs, and records with a start and an end."""
    if isinstance(value, dict):
        if "start" in value:
            yield value["start"], value["end"]
        for each in value.values():
            yield from spans(each)
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(each, int) for each in value):
            yield value[0], value[1]
        else:
            for each in value:
                yield from spans(each)


def check(line: str) -> None:
    """The promises of one reading."""
    plain = json.loads(line)
    validator().validate(plain)
    text, blocks = plain["page"]["text"], plain["blocks"]
    for start, end in spans(plain):
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    held = Counter(at for block in blocks for at in range(block["start"], block["end"]))
    assert all(held[at] == 1 for at, letter in enumerate(text) if not letter.isspace())
    for sentence in plain["sentences"]:
        assert any(block["start"] <= sentence["start"] and sentence["end"] <= block["end"] for block in blocks)


@SOME
@given(TEXTS.filter(str.strip))
def test_any_line_of_json_keeps_its_text_and_the_contract(reader: Reader, text: str) -> None:
    (raw,) = from_jsonl([json.dumps({"id": "x", "text": text}).encode()], reader.settings)
    result = reader.read(raw)
    if result.reading is None:
        assert result.outcome.status == "skipped"
        return
    line = jsonl.dumps(result.reading)
    assert json.loads(line)["page"]["text"] == text.encode("utf-8", "replace").decode()
    assert line == jsonl.dumps(reader.read(raw).reading)
    check(line)


@SOME
@given(st.lists(TEXTS, max_size=5))
def test_any_mark_up_keeps_the_contract(reader: Reader, texts: list[str]) -> None:
    body = "".join(f"<p>{text}</p>" for text in texts)
    raw = RawPage("x.html", f"<html><body><nav>Home</nav><article>{body}</article></body></html>".encode(), "html")
    result = reader.read(raw)
    if result.reading is not None:
        check(jsonl.dumps(result.reading))


def test_real_pages_keep_the_contract_in_any_order(reader: Reader) -> None:
    if not PAGES.is_dir():
        pytest.skip("shared data is not here")
    raws = list(from_paths([str(PAGES)], reader.settings))[:4]
    lines = [jsonl.dumps(result.reading) for result in reader.read_all(raws) if result.reading]
    for line in lines:
        check(line)
    again = [jsonl.dumps(result.reading) for result in reader.read_all(reversed(raws)) if result.reading]
    assert again[::-1] == lines
