"""Every view in a real browser: opened, followed to the sentence behind a line, and back; printed; for every reader."""

import re
from dataclasses import replace

import httpx
import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import expect

from rashomon.case import Case
from rashomon.graph import Item
from rashomon.pages.sources import RawPage
from rashomon.pipeline import Result
from rashomon.records import Outcome
from rashomon.store.connection import Database
from tests.invented import Prepared
from tests.views import example
from tests.views.test_ties import PLAIN, TIE
from tests.web.conftest import served

VIEWS = {
    "front": "/",
    "pages": "/pages",
    "reading": "/pages/page-bb6d3ceb6596352c",
    "asked": "/pages/page-9e8671803c8a14db?at=700-800#here",
    "names": "/entities",
    "entity": "/entities/Lowland Liberation Army",
    "timeline": "/timeline",
    "network": "/network",
    "around": "/network?entity=Lowland Liberation Army&depth=2",
    "disputes": "/disputes",
    "search": "/search?q=merrow",
    "review": "/review",
    "add": "/add",
    "log": "/log",
    "problem": "/nothing-here",
}


@pytest.fixture(scope="session")
def event(client):
    """The event that two pages tell of differently."""
    rows = client.get("/api/v1/events", params={"type": "killing", "since": "2031-07-15", "limit": 500}).json()["items"]
    return "/events/" + next(row["event"]["id"] for row in rows if row["earliest"] == "2031-07-15")


@pytest.fixture(scope="session")
def record(client):
    """The address of a claim by itself."""
    return re.search(r"/records/claim/[^\"]+", client.get(VIEWS["reading"]).text)[0]


def address(name, bench, event, record=None) -> str:
    return bench + {"event": event, "record": record, **VIEWS}[name]


@pytest.mark.parametrize("name", [*VIEWS, "event", "record"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_no_view_shuts_anybody_out(browser, bench, event, record, name, look):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    context = browser.new_context(color_scheme=look)
    page = context.new_page()
    page.goto(address(name, bench, event, record))
    for fold in page.locator("details").all():
        fold.evaluate("each => { each.open = true; }")
    found = axe.Axe().run(page).response["violations"]
    context.close()
    grave = [
        (each["id"], each["nodes"][0]["html"][:200], each["nodes"][0]["failureSummary"][:300])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]
    assert grave == []


@pytest.mark.parametrize("name", [*VIEWS, "event", "record"])
def test_a_view_is_light_and_still(tab, bench, event, record, name):
    if name == "problem":
        pytest.skip("a page that is not there is reported as an error by the browser")
    sizes = []
    tab.on("response", lambda response: sizes.append(len(response.body())))
    tab.add_init_script("""
        window.shift = 0;
        new PerformanceObserver((list) => {
            for (const each of list.getEntries()) if (!each.hadRecentInput) window.shift += each.value;
        }).observe({ type: "layout-shift", buffered: true });
    """)
    tab.goto(address(name, bench, event, record), wait_until="networkidle")
    assert sum(sizes) <= 500_000
    assert tab.evaluate("window.shift") < 0.01
    assert tab.title().endswith("· Rashomon")
    assert tab.locator("h1").count() == 1


@pytest.mark.parametrize("name", [*VIEWS, "event", "record"])
def test_a_view_prints(tab, bench, event, record, name):
    if name == "problem":
        pytest.skip("a page that is not there is reported as an error by the browser")
    tab.goto(address(name, bench, event, record))
    tab.emulate_media(media="print")
    expect(tab.get_by_role("navigation", name="Views")).to_be_hidden()
    assert tab.pdf().startswith(b"%PDF")
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


@pytest.mark.parametrize("name", ["front", "reading", "asked", "entity", "event", "search", "names", "add"])
def test_a_view_fits_a_telephone(browser, bench, event, name):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address(name, bench, event))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def marked(tab) -> str:
    """The words that are marked on a page of the case."""
    expect(tab.locator(".here").first).to_be_in_viewport()
    return "".join(tab.locator(".here").all_inner_texts())


def test_reading_lights_the_other_half(tab, bench):
    tab.goto(bench + VIEWS["reading"])
    card = tab.locator("#k6")
    expect(card).to_contain_text("denies")
    expect(card.locator(".badge")).to_have_text("denied")
    card.hover()
    expect(card).to_have_class(re.compile(r"\blit\b"))
    lit = tab.locator(".text .lit")
    assert "that its fighters were involved" in " ".join(lit.all_inner_texts())
    tab.locator('.text [data-k~="c3"]').first.hover()
    expect(tab.locator("#k3")).to_have_class(re.compile(r"\blit\b"))
    expect(card).not_to_have_class(re.compile(r"\blit\b"))
    tab.keyboard.press("j")
    assert tab.evaluate("document.activeElement.closest('.card').id") == "k1"


def test_cards_stand_beside_their_words(tab, bench):
    tab.goto(bench + VIEWS["reading"])
    for row in tab.locator(".row:has(.cards)").all():
        text, cards = row.locator(".text").bounding_box(), row.locator(".cards").bounding_box()
        assert abs(text["y"] - cards["y"]) < 12
        assert cards["x"] > text["x"] + text["width"]


def test_what_is_apart_is_folded_but_there(tab, bench):
    tab.goto(bench + VIEWS["asked"].split("?")[0])
    fold = tab.locator("details:has(.comment)").first
    comment = fold.locator(".part.comment").first
    expect(comment).to_be_hidden()
    fold.locator("summary").click()
    expect(comment).to_be_visible()
    assert any("spam" in words for words in fold.locator(".flag").all_inner_texts())
    assert tab.locator("img").count() == 0


def test_a_number_leads_from_the_text_to_the_card_and_back(tab, bench):
    tab.goto(bench + VIEWS["reading"])
    tab.locator("sup a", has_text="6").first.click()
    expect(tab.locator("#k6")).to_be_in_viewport()
    tab.locator("#k6 .number").click()
    assert tab.url.endswith("#s6")
    tab.go_back()
    assert tab.url.endswith("#k6")


def test_chosen_words_have_an_address(tab, bench):
    tab.goto(bench + VIEWS["reading"])
    tab.evaluate("""() => {
        const path = "//p[contains(@class,'text')]//text()[contains(., 'fired without a word')]";
        const text = document.evaluate(path, document, null, 9).singleNodeValue;
        const start = text.data.indexOf("fired"), range = document.createRange();
        range.setStart(text, start); range.setEnd(text, start + "fired without".length);
        getSelection().removeAllRanges(); getSelection().addRange(range);
    }""")
    tab.get_by_role("link", name="Link to these words").click()
    tab.wait_for_url("**/pages/*?at=*")
    assert marked(tab) == "fired without"


def test_offsets_are_code_points_in_the_browser_too(tab, bench):
    tab.goto(bench + "/")
    got = tab.evaluate(
        """async (stamp) => {
        const s = await import(stamp);
        const text = "a😀b𝔘c";
        return [s.codePoints(text), s.codePoints(text.slice(0, 3)), s.codePoints("")];
    }""",
        tab.locator("script[src]").first.get_attribute("src").replace("workbench.js", "selectors.js"),
    )
    assert got == [5, 2, 0]


def test_entity_leads_to_the_sentences(tab, bench):
    tab.goto(bench + VIEWS["entity"])
    expect(tab.locator("h1")).to_have_text("Lowland Liberation Army")
    assert "/entities/entity-group-" in tab.url
    denial = tab.locator(".card.is-denied").first
    expect(denial.locator(".badge")).to_have_text("denied")
    denial.locator(".words a").click()
    assert "fighters were involved" in marked(tab)
    tab.go_back()
    expect(tab.locator("h1")).to_have_text("Lowland Liberation Army")
    tie = tab.locator(".edge.is-alleged").first
    expect(tie.locator(".say")).to_contain_text("alleged")
    tie.locator(".excerpt a").first.click()
    assert "sheltering" in marked(tab)


def test_accounts_that_differ_are_told_apart_without_colour(tab, bench, event):
    tab.goto(bench + event)
    table = tab.locator("table.accounts")
    expect(table.locator("th.is-disputed")).to_contain_text(["date", "killed"])
    expect(table.locator("th.is-disputed .badge").first).to_have_text("≠ differ")
    killed = table.locator("tbody tr").locator("td.disputed:nth-child(4)")
    assert [each.split() for each in killed.all_inner_texts()] == [
        ["●", "nine"],
        ["▲", "At", "least", "fourteen"],
        ["●", "nine"],
    ]
    expect(table.locator("tbody th .chain").first).to_have_text(re.compile(r"MPW\s+›\s+governor"))
    killed.nth(1).locator("a").click()
    assert marked(tab) == "At least fourteen"
    tab.go_back()
    expect(tab.locator(".dispute")).to_have_count(2)
    tab.locator(".dispute .excerpt a").first.click()
    assert marked(tab) == "Tuesday evening"


def test_disputes_lead_to_both_sentences(tab, bench):
    tab.goto(bench + VIEWS["disputes"])
    tab.get_by_label("Kind").select_option("value")
    tab.get_by_role("button", name="Show").click()
    expect(tab.locator(".dispute")).to_have_count(2)
    shooting = tab.locator(".dispute").filter(has_text="fourteen")
    expect(shooting.locator(".value")).to_have_text(["● nine", "● nine", "▲ At least fourteen"])
    shooting.locator(".excerpt a").last.click()
    assert marked(tab) == "At least fourteen"


def test_event_leads_to_the_sentences(tab, bench, event):
    tab.goto(bench + event)
    tab.locator(".sighting .excerpt a").first.click()
    assert "killed" in marked(tab)
    tab.go_back()
    assert tab.url.endswith(event)


def test_timeline_is_honest_about_dates(tab, bench):
    tab.goto(bench + VIEWS["timeline"])
    year = tab.get_by_role("link", name=re.compile("^2028, attack"))
    day = tab.get_by_role("link", name=re.compile("^15 July 2031, killing"))
    wide, narrow = (each.locator("rect.bar").bounding_box()["width"] for each in (year, day))
    assert wide > 10 * narrow
    year.focus()
    tab.keyboard.press("Enter")
    assert tab.url.endswith("#e1")
    expect(tab.locator("#e1")).to_be_in_viewport()
    tab.locator("#e1 .say a.with").click()
    assert "attack" in marked(tab)


def test_timeline_crosses_what_is_denied(tab, reader, tmp_path):
    words = "The ministry denied that soldiers killed two men in Merrow on 3 May 2031. The men were bakers.\n"
    (tmp_path / "denial.txt").write_text(f"The mayor spoke in Merrow on Friday.\n\n{words}", encoding="utf-8")
    with Case(Database.open(tmp_path / "denial.rashomon"), reader) as case:
        assert {result.outcome.status for result in case.add([tmp_path / "denial.txt"])} == {"read"}
    with served(tmp_path / "denial.rashomon") as (address, _):
        tab.goto(address + VIEWS["timeline"])
        denied = tab.get_by_role("link", name=re.compile("killing.*denied"))
        expect(denied.locator(".cross")).to_have_count(1)
        expect(denied.locator("text.label")).to_contain_text("(denied)")


def test_timeline_is_filtered(tab, bench):
    tab.goto(bench + VIEWS["timeline"])
    tab.get_by_label("Type").select_option("arrest")
    tab.get_by_role("button", name="Show").click()
    assert "type=arrest" in tab.url
    assert {each.split(":")[0] for each in tab.locator("svg text.label").all_text_contents()} == {"arrest"}
    tab.go_back()
    assert tab.locator("svg text.label").count() > 1


def test_what_nobody_dates_stands_apart_where_it_is_asked_for(tab, bench):
    tab.goto(bench + VIEWS["timeline"])
    expect(tab.get_by_role("heading", name="Of which nobody says when")).to_have_count(0)
    tab.get_by_label("Also without a date").check()
    tab.get_by_role("button", name="Show").click()
    expect(tab.get_by_role("heading", name="Of which nobody says when")).to_be_visible()
    bars = tab.locator("svg text.label").count()
    assert tab.locator(".happening").count() > bars > 0


def test_network_is_made_of_links(tab, bench):
    tab.goto(bench + VIEWS["network"])
    tie = tab.get_by_role("link", name=re.compile("^Kestrova supports Lowland Liberation Army, alleged"))
    expect(tie.locator("path.dashed")).to_have_count(1)
    tie.focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".edge:target")).to_contain_text("sheltering")
    tab.locator("svg").get_by_role("link", name="Lowland Liberation Army, organization").click()
    expect(tab.locator("h1")).to_have_text("Around Lowland Liberation Army")
    tab.get_by_role("link", name="one step further").click()
    assert tab.locator("svg .node").count() > 3
    tab.go_back()
    tab.go_back()
    expect(tab.locator("h1")).to_have_text("Network")


def test_search_finds_names_words_and_claims(tab, bench):
    tab.goto(bench + "/")
    tab.keyboard.press("/")
    tab.keyboard.type("fighters involved")
    tab.keyboard.press("Enter")
    hit = tab.locator(".hit.claim").first
    expect(hit.locator(".badge")).to_have_text("denied")
    assert hit.locator("mark").all_inner_texts() == ["fighters", "involved"]
    hit.locator(".snippet a").click()
    assert "fighters" in marked(tab)
    tab.go_back()
    tab.locator("select[name=kind]").select_option("entity")
    tab.get_by_label("Words").fill("merrow")
    tab.locator("form.facets").get_by_role("button").click()
    expect(tab.locator(".hit.entity a").first).to_have_text("Merrow")


class Nested(Prepared):
    """Reads one page: a claim within a claim, and a tie that is told in what somebody denies."""

    def read(self, raw):
        told = replace(PLAIN, claim=example.DENIAL.id)
        tie = replace(TIE, time=None, perspectives=(told,))
        reading = replace(example.READING, model="en_core_web_sm-3.8.0", ties=(tie,))
        return Result(Outcome(raw.input, "read", page=example.PAGE), reading)


@pytest.fixture(scope="module")
def nested(tmp_path_factory):
    path = tmp_path_factory.mktemp("nested") / "nested.rashomon"
    with Case(Database.open(path), Nested()) as case:
        [added] = case.add([RawPage("fire.txt", example.TEXT.encode(), "text")])
        assert added.outcome.status == "read"
        case.judge("confirm", Item("claim", example.PAGE, example.INNER.id), by="ines")
    with served(path) as (address, _), httpx.Client(base_url=address, timeout=30, follow_redirects=True) as made:
        yield made


@pytest.mark.parametrize(
    "path",
    [f"/pages/{example.PAGE}", "/search?q=guard&kind=claim", f"/records/claim/{example.PAGE}/{example.INNER.id}"],
)
def test_the_chain_that_leads_to_a_claim_goes_with_it(nested, path):
    assert "told by A police spokesman (says)" in nested.get(path).text


@pytest.mark.parametrize(
    "path",
    [f"/pages/{example.PAGE}", "/network", "/entities/Reed Banner", f"/records/tie/{example.PAGE}/{TIE.id}"],
)
def test_what_is_told_in_a_denied_claim_says_so(nested, path):
    assert "in what is denied" in nested.get(path).text


def test_the_log_keeps_the_doubt_of_what_was_judged(nested):
    row = nested.get("/log").text.partition("<tbody>")[2]
    assert "an internal source reports: that a guard may have taken money" in row
    assert "hedged: “may” (possible)" in row


def test_all_of_it_works_without_scripts(browser, bench, event):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in [*VIEWS, "event"]:
        page.goto(address(name, bench, event))
        expect(page.locator("h1")).to_be_visible()
    page.goto(bench + VIEWS["network"])
    page.locator("svg a").first.click()
    expect(page.locator(".edge:target")).to_be_visible()
    page.get_by_role("button", name="Dark").click()
    assert page.locator("html").get_attribute("data-look") == "dark"
    context.close()


def test_the_skip_link_comes_first(tab, bench):
    tab.goto(bench + VIEWS["reading"])
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Skip to the content")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("main")).to_be_focused()
