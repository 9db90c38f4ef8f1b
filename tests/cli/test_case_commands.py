"""`add` and `show` over a case on disk; the reader is replaced, so that no model is loaded."""

import json
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from rashomon.cli import app
from rashomon.exports import jsonl
from rashomon.pipeline import Result
from rashomon.records import Outcome
from rashomon.settings import Settings
from tests.views import example


class Known:
    """Reads the one page it knows."""

    nlp = SimpleNamespace(meta={"lang": "en", "name": "core_web_sm", "version": "3.8.0"})

    def __init__(self, settings=None):
        self.settings = settings or Settings()

    def read(self, raw):
        if isinstance(raw, Outcome):
            return Result(raw)
        if raw.data == example.TEXT.encode():
            return Result(Outcome(raw.input, "read", page=example.PAGE), example.READING)
        return Result(Outcome(raw.input, "skipped", "no article found; save the page after signing in"))


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.setattr("rashomon.case.Reader", Known)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "fire.html").write_text(example.TEXT, encoding="utf-8")
    (tmp_path / "pages" / "login.html").write_text("Sign in", encoding="utf-8")
    return lambda *arguments: CliRunner(env={"COLUMNS": "100"}).invoke(app, arguments)


def rows(text: str) -> list[list[str]]:
    return [line.split() for line in text.splitlines()]


def test_pages_are_kept_and_counted(run):
    result = run("add", "pages", "gone.html", "--case", "fire.rashomon")
    assert result.stdout == f"read pages/fire.html: 6 claims, 2 names · {example.PAGE}\n"
    assert result.stderr.splitlines() == [
        "skipped pages/login.html: no article found; save the page after signing in",
        "failed gone.html: no such file; check the path",
        "1 read, 1 skipped, 1 failed",
    ]
    assert result.exit_code == 1


def test_adding_again_changes_nothing(run, tmp_path):
    run("add", "pages/fire.html")
    before = run("show", "claims", "--json").stdout
    again = run("add", "pages/fire.html")
    assert again.stdout == f"read pages/fire.html: already in the case · {example.PAGE}\n"
    assert again.exit_code == 0
    assert run("show", "claims", "--json").stdout == before


def test_pages_are_listed(run):
    run("add", "pages/fire.html")
    listed = run("show", "pages")
    assert rows(listed.stdout)[1] == [
        "2031-05-04", "Minister", "blames", "rebels", "for", "fire", "The", "Lantern", "6", example.PAGE,
    ]  # fmt: skip
    (page,) = map(json.loads, run("show", "pages", "--json").stdout.splitlines())
    assert (page["id"], page["claims"], page["title"]) == (example.PAGE, 6, "Minister blames rebels for fire")


def test_entities_are_listed(run):
    run("add", "pages/fire.html")
    assert rows(run("show", "entities").stdout)[1:3] == [
        ["Reed", "Banner", "organization", "1", "3", "2"],
        ["Halvard", "Renko", "person", "1", "1", "1"],
    ]
    names = [json.loads(line)["name"] for line in run("show", "entities", "--json").stdout.splitlines()]
    assert names == ["Reed Banner", "Halvard Renko"]


def test_claims_are_shown_by_page_and_source(run):
    run("add", "pages/fire.html")
    shown = [line.strip() for line in run("show").stdout.splitlines()]
    assert shown[1] == "Minister blames rebels for fire"
    assert "“said” · direct · hedged: “allegedly” (alleged) · named as “its spokeswoman”" in shown
    assert "“denied” · indirect · denied · named as “The Reed Banner”" in shown
    found = [json.loads(line) for line in run("show", "claims", "--json").stdout.splitlines()]
    assert [(claim["page"], claim["source"], claim["hedge"], claim["polarity"]) for claim in found] == [
        (example.PAGE, "Halvard Renko", "", "affirmed"),
        (example.PAGE, "Reed Banner", "", "denied"),
        (example.PAGE, "Reed Banner", "allegedly", "affirmed"),
        (example.PAGE, "A police spokesman", "", "affirmed"),
        (example.PAGE, "an internal source", "may", "affirmed"),
        (example.PAGE, "no source named", "allegedly", "affirmed"),
    ]


@pytest.mark.parametrize("id", [example.PAGE, example.PAGE[:9], example.PAGE.removeprefix("page-")])
def test_one_page_is_shown_in_full(run, id):
    run("add", "pages/fire.html")
    assert "SET APART  7 parts" in run("show", "page", id).stdout
    assert jsonl.loads(run("show", "page", id, "--json").stdout) == example.READING


def test_a_page_of_the_case_has_its_report(run, tmp_path):
    run("add", "pages/fire.html")
    result = run("show", "page", example.PAGE, "--html", "out.html")
    assert result.exit_code == 0
    assert (tmp_path / "out.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("show", "pages"), 1, "rashomon: "),
        (("show", "page"), 2, "takes the ID of one page"),
        (("show", "claims", "page-1"), 2, "takes the ID of one page"),
        (("show", "pages", "--html", "x.html"), 2, "--html OUT.html goes with"),
        (("show", "everything"), 2, "everything"),
        (("add",), 2, "Missing argument"),
        (("add", "a", "b", "--url", "https://x.example"), 2, "--url names one page"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_a_code(run, arguments, code, message):
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_a_page_that_is_not_there_is_said(run):
    run("add", "pages/fire.html")
    result = run("show", "page", "page-ffff")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_a_case_that_is_no_case_is_said(run, tmp_path):
    (tmp_path / "case.rashomon").write_text("not a case")
    result = run("show")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
