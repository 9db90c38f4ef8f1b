"""Questions to a case, judgements and checks as commands; the reader is replaced, so that no model is loaded."""

import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from rashomon.cli import app
from tests.invented import Prepared, page_id, raw, reading

ANSWERS = {
    "who": ("who", "Mara Lind"),
    "event": ("event", reading(0).events[0].id),
    "timeline": ("timeline",),
    "undated": ("timeline", "--undated"),
    "network": ("network", "Mara Lind"),
    "disputes": ("disputes",),
    "copies": ("show", "copies", page_id(0)),
    "search": ("search", "killed"),
    "suggestions": ("suggestions",),
    "judgements": ("judgements",),
    "check": ("check",),
}
HALF = "a word that was given holds half a character"


@pytest.fixture
def run(monkeypatch, tmp_path):
    monkeypatch.setattr("rashomon.case.Reader", Prepared)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    for n in (0, 1, 7):
        (tmp_path / "pages" / f"page-{n}.txt").write_bytes(raw(n).data)
    return lambda *arguments, **given: CliRunner(env={"COLUMNS": "120"}).invoke(app, arguments, **given)


@pytest.fixture
def ask(run):
    """Commands to a case of three pages."""
    run("add", "pages")
    return run


def lines(result) -> list[dict]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_an_entity_is_shown_over_all_pages(ask):
    shown = " ".join(ask("who", "mara lind").stdout.split())
    assert "Mara Lind person 2 pages" in shown
    assert "Mara Lind leads the River Guard" in shown or "Mara Lind leads River Guard" in shown
    (view,) = lines(ask("who", "mara lind", "--json"))
    assert (view["group"]["label"], view["totals"]["pages"], len(view["said"])) == ("Mara Lind", 2, 2)


def test_what_is_said_of_an_entity_is_shown_with_who_says_so_since_when(ask):
    shown = " ".join(ask("who", "River Guard").stdout.split())
    assert "since 2031-01-02 · 1 independent source: Mara Lind Harbour Gazette › Mara Lind says" in shown
    assert "denied by 1 independent source: Ole Brandt" in shown
    (view,) = lines(ask("who", "River Guard", "--json"))
    assert [
        (len(each["confirming"]), len(each["denying"]), each["tellers"][0]["chain"][1]) for each in view["told"]
    ] == [(1, 0, "Mara Lind"), (0, 1, "Ole Brandt")]
    assert view["ties"][0]["confirming"][0]["name"] == ["Harbour Gazette"]


def test_an_event_is_shown_with_its_accounts(ask):
    (view,) = lines(ask("event", reading(0).events[0].id, "--json"))
    assert view["sightings"][0]["trigger"] == "killed"
    assert view["table"]["accounts"]
    shown = ask("event", view["group"]["id"])
    assert shown.exit_code == 0
    assert "ACCOUNTS" in shown.stdout


@pytest.mark.parametrize(
    ("seen", "headed", "noted"),
    [
        ({"polarity": "denied"}, "not: killed", "denied by all who speak of it"),
        ({"status": "planned"}, "killed", "planned or not certain to come"),
        ({"certainty": "alleged"}, "killed", "hedged by all who tell of it"),
        ({"status": "ongoing"}, "killed", ""),
    ],
)
def test_what_nobody_says_plainly_is_not_headed_as_so(run, monkeypatch, seen, headed, noted):
    read = Prepared.read

    def doubtful(self, page):
        result = read(self, page)
        (event,) = result.reading.events
        (told,) = event.perspectives
        event = replace(event, perspectives=(replace(told, **seen),))
        return replace(result, reading=replace(result.reading, events=(event,)))

    monkeypatch.setattr(Prepared, "read", doubtful)
    run("add", "pages")
    (_, head, notes, *_) = run("event", reading(0).events[0].id).stdout.splitlines()
    assert head.startswith(headed)
    assert notes.startswith(" · ".join(filter(None, ("killing", noted, "2 pages"))))


def test_a_timeline_goes_on_where_it_stopped(ask):
    whole = ask("timeline", "--json").stdout.splitlines()
    first = ask("timeline", "--limit", "1").stdout
    cursor = first.rpartition("--cursor '")[2].partition("'")[0]
    rest = ask("timeline", "--cursor", cursor, "--json").stdout.splitlines()
    assert rest == whole[1:]
    assert ask("timeline", "--since", "2032-01-01", "--json").stdout == ""
    assert ask("timeline", "--since", "then").exit_code == 2


def test_a_list_that_was_cut_says_so(ask):
    whole = lines(ask("disputes", "--json"))
    assert len(whole) > 1
    assert lines(ask("disputes", "--limit", "1", "--json")) == whole[:1]
    assert ask("disputes", "--limit", "1").stdout.splitlines()[-1] == "1 dispute; there are more: raise --limit"
    assert ask("disputes").stdout.splitlines()[-1] == f"{len(whole)} disputes"


def test_denial_and_hedge_stand_in_search(ask):
    shown = " ".join(ask("search", "there", "--kind", "claim").stdout.split())
    assert "denies that the River Guard was there" in shown
    assert "hedged: “allegedly” (alleged)" in shown
    assert ask("search", "!!").exit_code == 2
    assert [hit["kind"] for hit in lines(ask("search", "lind", "--kind", "entity", "--json"))] == ["entity"]


def test_a_judgement_is_made_shown_and_taken_back(ask):
    one, other = (next(e.id for e in reading(n).entities if e.name == "Mara Lind") for n in (0, 7))
    before = ask("who", "mara lind", "--json").stdout
    (made,) = lines(ask("judge", "different", other, one, "--by", "ana", "--reason", "two people", "--json"))
    assert (made["decision"], made["by"], made["reason"]) == ("different", "ana", "two people")
    assert "different" in ask("judgements").stdout
    assert lines(ask("who", one, "--json"))[0]["totals"]["pages"] == 1
    undone = ask("undo", made["id"][:20])
    assert "taken back" in undone.stdout
    assert ask("who", "mara lind", "--json").stdout == before
    assert ask("undo", made["id"]).exit_code == 1


def test_a_judgement_of_a_claim_keeps_its_doubt(ask):
    denial = next(claim.id for claim in reading(0).claims if claim.polarity == "denied")
    told = "Ole Brandt denies: that the River Guard was there” (denied, hedged: “allegedly” (alleged))"
    for shown in (ask("judge", "confirm", denial), ask("judgements")):
        assert told in " ".join(shown.stdout.split())


def test_judgements_travel_as_lines(ask, tmp_path):
    entity = next(e.id for e in reading(0).entities if e.name == "Mara Lind")
    ask("judge", "correct", entity, "--field", "name", "--value", "Mara Linden", "--by", "ana")
    (tmp_path / "decided.jsonl").write_text(ask("judgements", "--json").stdout)
    ask("add", "pages", "--case", "other.rashomon")
    taken = ask("judgements", "--apply", "decided.jsonl", "--case", "other.rashomon")
    assert taken.stderr == "1 judgement taken over, 0 of pages that are not in the case\n"
    (view,) = lines(ask("who", "mara linden", "--case", "other.rashomon", "--json"))
    assert [(each["decision"], each["was"]) for each in view["judgements"]] == [("correct", "Mara Lind")]


def test_forgetting_asks_first(ask):
    assert ask("forget", "--page", page_id(7), input="n\n").exit_code == 1
    assert len(ask("show", "pages", "--json").stdout.splitlines()) == 3
    assert ask("forget", "--page", page_id(7), "--yes").stdout == "forgot 1 page\n"
    assert len(ask("show", "pages", "--json").stdout.splitlines()) == 2
    assert ask("forget").exit_code == 2
    assert ask("forget", "--rest", "--page", page_id(7)).exit_code == 2
    assert ask("forget", "--rest").stderr == "no deletion had left anything\n"


def test_a_case_that_is_whole_says_so(ask):
    result = ask("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "3 pages checked, 0 findings\n")


@pytest.mark.parametrize("command", ANSWERS)
def test_every_answer_comes_on_the_terminal_and_as_json(ask, command):
    assert ask(*ANSWERS[command]).exit_code == 0
    lines(ask(*ANSWERS[command], "--json"))


@pytest.mark.parametrize("command", ANSWERS)
def test_where_there_is_no_case_one_line_says_so(run, command):
    result = run(*ANSWERS[command])
    assert (result.exit_code, result.stdout) == (1, "")
    said = "there is no case at case.rashomon; make one with: rashomon add PAGE --case case.rashomon"
    assert result.stderr == f"rashomon: {said}\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("who", "Nobody Known"), 1, "no entity of the case goes by 'Nobody Known'"),
        (("event", "event-0"), 1, "no event of the case goes by 'event-0'"),
        (("judge", "same", "entity-0", "entity-1"), 1, "no record of the case has the id 'entity-0'"),
        (("judge", "confirm", ""), 1, "no record of the case has the id ''"),
        (("judge", "correct", "entity-\x1b[31m", "--field", "name"), 1, "the id 'entity-\\x1b[31m'"),
        (("judge", "adore", "entity-0"), 2, "adore"),
        (("undo", "judgement-0"), 1, "no judgement has an id that begins with judgement-0"),
        (("judgements", "--apply", "none.jsonl"), 2, "cannot read none.jsonl"),
        (("judgements", "--apply", "case.rashomon"), 2, "case.rashomon is no text"),
        (("timeline", "--type", "adoring"), 2, "'adoring' is not one of 'attack'"),
        (("timeline", "--certainty", "sure"), 2, "'sure' is not one of 'certain'"),
        (("timeline", "--case", ""), 2, "a name is empty"),
        (("timeline", "--cursor", "x"), 2, "no cursor of a timeline"),
        (("timeline", "--cursor", '["2031", "page", "\\ud800"]'), 2, HALF),
        (("timeline", "--source", " "), 2, "' ' names no source"),
        (("search", "killed", "--cursor", "x"), 2, "no cursor of a search"),
        (("search", "killed", "--source", "\udcff"), 2, "names no source"),
        (("search", "killed", "--source", "a\udcff"), 2, HALF),
        (("show", "page", "\udcff"), 2, HALF),
        (("undo", "\udcff"), 2, HALF),
        (("network", "\u202ea"), 1, "rashomon search \ufffda"),
        (("forget", "--page", "\udcff", "--yes"), 2, HALF),
        (("forget", "--page", "page-0", "--yes"), 1, "no page has an id that begins with page-0"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_a_code(ask, arguments, code, said):
    result = ask(*arguments, input="y\n")
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in " ".join(result.stderr.replace("│", " ").split())
    assert "Traceback" not in result.output
