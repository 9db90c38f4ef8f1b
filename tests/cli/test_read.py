import json
import re
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from rashomon.cli import app, dossier, read
from rashomon.exports import jsonl
from rashomon.pipeline import Result
from rashomon.records import Block, Claim, Outcome, Perspective, Tie
from rashomon.spans import Span
from rashomon.views.evidence import claims
from tests.views import example

READ = Result(Outcome("fire.html", "read", page=example.PAGE), example.READING)
SKIPPED = Result(Outcome("login.html", "skipped", "no article found; save the page after signing in"))
FAILED = Result(Outcome("gone.html", "failed", "no such file; check the path"))


@pytest.fixture
def run(monkeypatch):
    """Run the command over results that are there already: no file, no model."""

    def _run(arguments, *results, width="80"):
        monkeypatch.setattr(read, "_results", lambda given: iter(results))
        return CliRunner(env={"COLUMNS": width}).invoke(app, ["read", *arguments])

    return _run


DOSSIER = """\

Minister blames rebels for fire
The Lantern · by Ilse Marowan · credits MPW
published 2031-05-04, from the page's metadata
https://lantern.example/fire
fire.html · {page}

PEOPLE  1 ──────────────────────────────────────────────────────────────────────
  1  Halvard Renko  Interior Minister

ORGANIZATIONS  1 ───────────────────────────────────────────────────────────────
  3  Reed Banner  also RB

CLAIMS  6 from 5 sources ───────────────────────────────────────────────────────
Halvard Renko  government
  accuses         the Reed Banner of setting the fire on Thursday
                  “accused” · indirect · named as “Interior Minister Halvard
                  Renko”

Reed Banner  organization
  denies          it
                  “denied” · indirect · denied · named as “The Reed Banner”
  says            “We burn nothing,”
                  “said” · direct · hedged: “allegedly” (alleged) · named as
                  “its spokeswoman”

A police spokesman  government
  says            an internal source had reported that a guard may have taken
                  money
                  “said” · indirect

an internal source  unnamed
  reports         that a guard may have taken money
                  “had reported” · indirect · hedged: “may” (possible) · told by
                  A police spokesman (says)

no source named  unnamed
  alleges         The gate was allegedly locked
                  “allegedly” · indirect · hedged: “allegedly” (alleged)


DATES  1 ───────────────────────────────────────────────────────────────────────
2031-05-01  “Thursday”

SET APART  7 parts, kept but not part of the article ───────────────────────────
caption         Smoke over Pier 6.
byline          By Ilse Marowan
comments        2 comments
comment         Renko knew.
comment         spam 0.97 Great post, visit http://spam.example
form            Leave a comment
page furniture  Home · World
"""


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]


def test_the_dossier_reads_so(run):
    result = run(["fire.html"], READ)
    assert lines(result.stdout) == lines(DOSSIER.format(page=example.PAGE))
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("named", "shown"),
    [("He", "He"), ("Renko, a minister,", "Renko, a minister"), ("which", ""), ("halvard Renko", ""), ("", "")],
)
def test_words_that_name_a_source_are_shown_where_they_tell_more(named, shown):
    [said] = [claim for claim in claims(example.READING) if claim.id == example.ACCUSATION.id]
    found = [note for note in dossier.notes(replace(said, named=named)) if note.startswith("named")]
    assert found == ([f"named as “{shown}”"] if shown else [])


def test_ties_stand_with_their_words_and_tellers(run):
    seen = Perspective(example.QUOTE.id, "alleged", "affirmed", "actual", example.spans("accused", "allegedly"))
    tie = Tie(
        "tie-1", example.RENKO.id, "opposes", example.BANNER.id, "alleged", None, example.spans("accused"), (seen,), 0.8
    )
    shown = lines(run(["a"], Result(READ.outcome, replace(example.READING, ties=(tie,)))).stdout)
    at = next(number for number, line in enumerate(shown) if line.startswith("TIES  1"))
    assert shown[at + 1 : at + 3] == [
        "alleged  Halvard Renko opposes Reed Banner",
        "         “accused” · Reed Banner (hedged: “allegedly” (alleged))",
    ]


@pytest.mark.parametrize("width", ["40", "80", "120"])
def test_no_line_is_wider_than_the_terminal(run, width):
    assert max(map(len, run(["fire.html"], READ, width=width).stdout.splitlines())) <= int(width)


def test_json_is_one_line_a_page_and_nothing_else(run):
    result = run(["a", "b", "--json"], READ, FAILED, READ)
    assert [jsonl.loads(line) for line in result.stdout.splitlines()] == [example.READING, example.READING]
    assert result.stderr == "failed gone.html: no such file; check the path\n2 read, 0 skipped, 1 failed\n"
    assert result.exit_code == 1


def test_pages_not_read_are_named_and_counted(run):
    result = run(["a"], READ, SKIPPED, FAILED)
    assert result.stderr.splitlines() == [
        "skipped login.html: no article found; save the page after signing in",
        "failed gone.html: no such file; check the path",
        "1 read, 1 skipped, 1 failed",
    ]
    assert result.exit_code == 1


def test_no_page_at_all_is_not_success(run):
    assert run(["a"]).exit_code == 1


HOSTILE = "\x1b[2J\x1b]0;owned\x07 [bold red]loud[/] :smile: \u202eevil\x9b31m {x} \\[y"


def test_hostile_words_do_not_act_on_the_terminal(run):
    body = replace(example.READING.page, text=HOSTILE, title=HOSTILE, publisher=HOSTILE, authors=(HOSTILE,))
    whole = (Span(0, len(HOSTILE)),)
    claim = replace(example.POLICE, source=whole, cue=(), content=whole, hedge=whole)
    reading = replace(
        example.READING,
        input=HOSTILE,
        page=replace(body, url=HOSTILE, agency=HOSTILE),
        blocks=(Block("block-1", "comment", 0, len(HOSTILE)),),
        entities=(replace(example.RENKO, name=HOSTILE, aliases=(HOSTILE,), descriptions=(HOSTILE,), mentions=()),),
        claims=(claim,),
        times=(),
    )
    result = run(["x"], Result(Outcome(HOSTILE, "failed", HOSTILE)), Result(READ.outcome, reading), width="200")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", result.output)
    assert "␛[2J␛]0;owned␇ [bold red]loud[/] :smile: �evil�31m {x} \\[y" in result.stdout


def test_a_long_claim_keeps_its_denial(run):
    words = "They met " + "again and again " * 40 + "but this never happened."
    page = replace(example.READING.page, text=words)
    claim: Claim = replace(example.NOBODY, source=(), cue=(), hedge=(), content=(Span(0, len(words)),))
    reading = replace(example.READING, page=page, blocks=(), entities=(), times=(), claims=(claim,))
    assert "never happened" in run(["x"], Result(READ.outcome, reading)).stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "give a page"),
        (["a", "--jsonl", "b"], "--jsonl reads its own lines"),
        (["--jsonl", "b", "--published", "2031-05-04"], "--jsonl reads its own lines"),
        (["a", "b", "--url", "https://x.example"], "--url names one page"),
        (["a", "b", "--html", "out.html"], "write --html out.html/"),
        (["--jsonl", "b", "--html", "out.html"], "--html needs pages"),
        (["a", "--published", "4 May 2031"], "not an ISO date"),
        (["a", "--published", "2031-02-30"], "not an ISO date"),
        (["a", "--published", "20310504"], "not an ISO date"),
        (["a", "--nonsense"], "No such option"),
        ([""], "the name of a page is empty"),
        (["a", ""], "the name of a page is empty"),
        (["--jsonl", ""], "a name is empty"),
        (["a", "--html", ""], "a name is empty"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_to_do(run, arguments, message):
    result = run(arguments, READ)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())
    assert result.stdout == ""


def test_a_folder_needs_a_folder_for_its_reports(run, tmp_path):
    result = run([str(tmp_path), "--html", "out.html"], READ)
    assert (result.exit_code, "write --html out.html/" in result.stderr) == (2, True)


def test_a_report_is_written_beside_the_dossier(run, tmp_path):
    out = tmp_path / "new" / "report.html"
    result = run(["fire.html", "--html", str(out)], READ)
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert result.stdout.splitlines()[1] == "Minister blames rebels for fire"
    assert result.stderr == f"report: {out}\n"


def test_several_reports_go_into_a_folder(run, tmp_path):
    other = replace(example.READING, page=replace(example.READING.page, id="page-0123456789abcdef"))
    result = run(["a", "b", "--json", "--html", f"{tmp_path}/"], READ, Result(READ.outcome, other))
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["fire-01234567.html", f"fire-{example.PAGE[5:13]}.html"]
    )
    assert len(result.stdout.splitlines()) == 2


def test_an_unwritable_report_is_one_line(run, tmp_path):
    (tmp_path / "file").write_text("")
    result = run(["a", "--html", str(tmp_path / "file" / "out.html")], READ)
    assert result.exit_code == 2
    assert result.stderr.startswith("rashomon: cannot write ")
    assert len(result.stderr.splitlines()) == 1


def test_jsonl_that_is_not_there_is_wrong_usage(tmp_path):
    result = CliRunner().invoke(app, ["read", "--jsonl", str(tmp_path / "none.jsonl")])
    assert result.exit_code == 2
    assert result.stderr == f"rashomon: cannot read {tmp_path / 'none.jsonl'}: No such file or directory\n"


def test_json_lines_hold_the_contract(run):
    assert list(json.loads(run(["a", "--json"], READ).stdout))[:4] == ["rashomon", "model", "input", "page"]
