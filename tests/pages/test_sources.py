"""Where pages come from: files, folders, standard input and lines of JSON, and what cannot be fetched."""

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from rashomon.pages.sources import RawPage, from_jsonl, from_paths
from rashomon.records import Outcome
from rashomon.settings import Settings

SETTINGS = Settings(max_bytes=1000)


def fetch(*paths: str | Path, **options: str) -> list[RawPage | Outcome]:
    return list(from_paths([str(path) for path in paths], SETTINGS, **options))


def test_a_file_comes_with_what_the_caller_says(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_bytes(b"<p>Hello")
    assert fetch(page, url="https://paper.example/a", published="2019-02-20") == [
        RawPage(str(page), b"<p>Hello", "html", url="https://paper.example/a", published="2019-02-20")
    ]


@pytest.mark.parametrize(
    ("name", "media"), [("a.htm", "html"), ("a.XHTML", "html"), ("a.txt", "text"), ("a.php", None), ("page", None)]
)
def test_the_media_are_told_from_the_name(tmp_path: Path, name: str, media: str | None) -> None:
    (tmp_path / name).write_bytes(b"x")
    (raw,) = fetch(tmp_path / name)
    assert isinstance(raw, RawPage)
    assert raw.media == media


def test_a_folder_gives_its_pages_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.html", "a.txt", "c.jpg", "sub/d.html.gz", "notes.md"):
        (tmp_path / name).write_bytes(gzip.compress(b"d") if name.endswith("gz") else b"x")
    found = fetch(tmp_path)
    assert [Path(raw.input).name for raw in found] == ["a.txt", "b.html", "d.html.gz"]
    assert isinstance(found[2], RawPage)
    assert (found[2].data, found[2].media) == (b"d", "html")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"some text")))
    assert fetch("-") == [RawPage("-", b"some text")]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("missing.html", None, "no such file; check the path"),
        ("large.html", b"x" * 1001, "larger than 1,000 bytes; raise RASHOMON_MAX_BYTES to read it"),
        (
            "bomb.html.gz",
            gzip.compress(b"x" * 1_000_000),
            "larger than 1,000 bytes; raise RASHOMON_MAX_BYTES to read it",
        ),
    ],
)
def test_what_cannot_be_fetched(tmp_path: Path, name: str, data: bytes | None, reason: str) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert fetch(path) == [Outcome(str(path), "failed", reason)]


def test_a_damaged_gzip_file(tmp_path: Path) -> None:
    path = tmp_path / "a.html.gz"
    path.write_bytes(gzip.compress(b"hello " * 100)[:-20])
    (outcome,) = fetch(path)
    assert isinstance(outcome, Outcome)
    assert outcome.reason.startswith("damaged gzip file")


def test_a_folder_without_pages_is_one_outcome(tmp_path: Path) -> None:
    (outcome,) = fetch(tmp_path)
    assert outcome == Outcome(
        str(tmp_path),
        "failed",
        "no page (.html .htm .xhtml .txt, or one of these with .gz) in this folder; give another",
    )


def test_addresses_are_not_fetched() -> None:
    (outcome,) = fetch("https://paper.example/a")
    assert outcome == Outcome(
        "https://paper.example/a",
        "failed",
        "pages are not fetched from the web; save the page and give the file, with --url",
    )


def test_one_missing_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"x")
    assert [type(raw) for raw in fetch(tmp_path / "a.txt", tmp_path / "b.txt")] == [Outcome, RawPage]


def test_lines_of_json() -> None:
    row = {"id": "one", "text": "A ‘word’ \U0001f600", "published": "2019-02-20", "title": "T"}
    lines = [json.dumps(row).encode(), b"\n", b'{"id": 2, "text": "B"}']
    assert list(from_jsonl(lines, SETTINGS)) == [
        RawPage("one", row["text"].encode(), "verbatim", "utf-8", title="T", published="2019-02-20"),
        RawPage("2", b"B", "verbatim", "utf-8"),
    ]


def test_half_a_character_keeps_its_place() -> None:
    (raw,) = from_jsonl([b'{"id": "x", "text": "a\\ud83d b"}'], SETTINGS)
    assert isinstance(raw, RawPage)
    assert raw.data.decode() == "a\ufffd b"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{broken", "not JSON ("),
        (b'{"id": "x"}', 'no "id" and "text"'),
        (b'{"text": "x"}', 'no "id" and "text"'),
        (b'["x"]', 'no "id" and "text"'),
        (b"[" * 900, "not JSON ("),
        (b'{"id": "x", "text": "' + b"y" * 2000 + b'"}', "larger than 1,000 bytes"),
        (b'{"id": "x", "text": "\xff"}', "not JSON ("),
    ],
)
def test_a_broken_line_is_one_outcome_and_the_rest_goes_on(line: bytes, reason: str) -> None:
    good = b'{"id": "good", "text": "x"}'
    first, bad, last = from_jsonl([good, line, good], SETTINGS)
    assert isinstance(first, RawPage)
    assert isinstance(last, RawPage)
    assert isinstance(bad, Outcome)
    assert (bad.input, bad.status) == ("line 2", "failed")
    assert bad.reason.startswith(reason)
    assert "\n" not in bad.reason


def test_a_date_that_is_none_is_said_to_be_so() -> None:
    dates = (b'"2019-02-31"', b'"yesterday"', b"20190220", b'""', b"null", b'"2019-02-20T10:00:00Z"')
    got = list(from_jsonl([b'{"id": "a", "text": "x", "published": %s}' % said for said in dates], SETTINGS))
    reason = '"published" is no ISO date such as 2031-05-04; correct it or leave it out'
    assert got[:3] == [Outcome("a", "failed", reason)] * 3
    assert all(isinstance(raw, RawPage) for raw in got[3:])


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    reason = "standard input is closed; pipe a page into it, or give a file"
    assert list(from_paths(["-"], SETTINGS)) == [Outcome("-", "failed", reason)]
