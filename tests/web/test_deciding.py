"""What a person decides in the browser: same, different, confirm, reject; by hand and by keyboard; and taken back."""

import re

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

from playwright.sync_api import expect


def test_review_by_keyboard(tab, own_bench):
    address, desk = own_bench
    tab.goto(address + "/review")
    queue = tab.locator(".queue .suggestion")
    before = queue.count()
    first = queue.first.locator("h3 a").all_inner_texts()
    tab.keyboard.press("s")
    expect(tab.get_by_role("status")).to_contain_text("same")
    assert [judgement.decision for judgement in desk.case.judgements()][-1:] == ["same"]
    assert first not in [each.locator("h3 a").all_inner_texts() for each in tab.locator(".queue .suggestion").all()]
    tab.keyboard.press("u")
    expect(tab.get_by_role("status")).to_have_count(0)
    expect(tab.locator(".queue .suggestion")).to_have_count(before)
    assert queue.first.locator("h3 a").all_inner_texts() == first
    tab.keyboard.press("j")
    expect(queue.nth(1)).to_have_class(re.compile(r"\bat\b"))
    second = queue.nth(1).locator("h3 a").all_inner_texts()
    tab.keyboard.press("d")
    expect(tab.get_by_role("status")).to_contain_text("different")
    assert second not in [each.locator("h3 a").all_inner_texts() for each in tab.locator(".queue .suggestion").all()]


def test_keys_typed_into_a_field_decide_nothing(tab, own_bench):
    address, desk = own_bench
    tab.goto(address + "/review")
    tab.get_by_label("Reason").first.click()
    tab.keyboard.type("sudden doubts")
    assert tab.get_by_label("Reason").first.input_value() == "sudden doubts"
    tab.get_by_role("button", name="Same").first.click()
    expect(tab.get_by_role("status")).to_be_visible()
    assert desk.case.judgements()[-1].reason == "sudden doubts"


def test_what_is_decided_stands_in_the_log_and_can_be_undone(tab, own_bench):
    address, desk = own_bench
    tab.goto(address + "/disputes?kind=date")
    expect(tab.locator(".dispute")).to_have_count(1)
    tab.goto(address + "/log")
    row = tab.locator("tbody tr").first
    expect(row).to_contain_text("one shooting, two accounts")
    row.get_by_role("button", name="Undo").click()
    expect(tab.locator("tr.undone .badge")).to_contain_text("undone")
    expect(tab.get_by_role("button", name="Undo")).to_have_count(0)
    assert desk.case.judgements() == ()
    tab.goto(address + "/disputes?kind=date")
    expect(tab.locator(".dispute")).to_have_count(0)


def test_a_rejected_tie_is_gone_until_that_is_undone(tab, own_bench):
    address, _ = own_bench
    tab.goto(address + "/entities/Lowland Liberation Army")
    ties = tab.locator(".edge")
    before = ties.count()
    said = ties.first.locator(".say").inner_text()
    ties.first.get_by_role("button", name="reject").click()
    expect(tab.locator(".edge")).to_have_count(before - 1)
    assert said not in tab.locator(".edge .say").all_inner_texts()
    tab.goto(address + "/log")
    tab.get_by_role("button", name="Undo").first.click()
    tab.goto(address + "/entities/Lowland Liberation Army")
    expect(tab.locator(".edge")).to_have_count(before)


def test_what_the_reader_was_not_sure_of_waits(tab, own_bench):
    address, desk = own_bench
    tab.goto(address + "/review?kind=unsure")
    cards = tab.locator(".queue .suggestion")
    words = cards.first.locator(".say").text_content()
    tab.keyboard.press("s")
    expect(tab.get_by_role("status")).to_contain_text("confirm")
    assert words not in tab.locator(".queue .say").all_text_contents()
    assert [judgement.decision for judgement in desk.case.judgements()][-1:] == ["confirm"]
    tab.keyboard.press("u")
    expect(cards.first.locator(".say")).to_have_text(words)


def test_a_claim_is_corrected_from_its_card(tab, own_bench):
    address, desk = own_bench
    tab.goto(address + "/pages/page-bb6d3ceb6596352c")
    tab.locator("#k6").get_by_role("link", name="judge").click()
    expect(tab.locator("h1")).to_contain_text("denies: that its fighters were involved")
    expect(tab.locator(".badge").first).to_have_text("denied")
    tab.get_by_label("stance").select_option("doubts")
    tab.get_by_role("button", name="Correct stance").click()
    expect(tab.locator(".judged")).to_contain_text("stance is “doubts”, was “denies”")
    assert desk.case.judgements()[-1].value == "doubts"
    tab.go_back()
    tab.go_back()
    tab.reload()
    expect(tab.locator("#k6")).to_contain_text("judged: correct stance doubts")
    tab.locator("#k6").get_by_role("link", name="judge").click()
    tab.get_by_role("button", name="Undo").click()
    expect(tab.locator(".judged")).to_have_count(0)
    tab.locator(".excerpt a").click()
    expect(tab.locator(".here").first).to_be_in_viewport()


def test_who_looks_sees_no_buttons(browser, sample_case, tmp_path):
    from rashomon.web.people import AccessFile, People, Person
    from tests.web.conftest import copy_of, served

    file = AccessFile(tmp_path / "people.json")
    file.write(Person("otto", "reader"), "correct horse battery")
    with served(copy_of(sample_case, tmp_path), people=People.from_file(file.path)) as (address, _):
        context = browser.new_context()
        page = context.new_page()
        page.goto(address + "/review")
        page.get_by_label("Name").fill("otto")
        page.get_by_label("Password").fill("correct horse battery")
        page.get_by_role("button", name="Come in").click()
        expect(page.locator("h1")).to_have_text("Review")
        assert page.locator(".suggestion").count() > 0
        assert page.locator("form.judge").count() == 0
        page.goto(address + "/add")
        expect(page.locator("textarea")).to_have_count(0)
        page.get_by_role("button", name="Leave").click()
        expect(page.locator("h1")).to_have_text("Who are you?")
        context.close()
