import base64
import hashlib
import re
from dataclasses import replace

import pytest
from lxml import html

from rashomon.exports.report import render
from rashomon.records import Block, Entity, Flag, Mention, Perspective, Tie
from tests.views import example

PAGE = render(example.READING)
TREE = html.fromstring(PAGE)


def text(path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in TREE.xpath(path)]


def test_cards_say_who_how_and_what():
    assert text("//article[contains(@class, 'card')]") == [
        "1 Halvard Renko government accuses “accused” indirect the Reed Banner of setting the fire on Thursday",
        "2 Reed Banner organization denies “denied” indirect denied it",
        "3 Reed Banner organization says “said” direct hedged: “allegedly” (alleged) “We burn nothing,”",
        "4 A police spokesman government says “said” indirect "
        "an internal source had reported that a guard may have taken money",
        "5 an internal source unnamed reports “had reported” indirect hedged: “may” (possible) "
        "that a guard may have taken money told by A police spokesman (says)",
        "6 no source named unnamed alleges “allegedly” indirect hedged: “allegedly” (alleged) "
        "The gate was allegedly locked",
    ]


def test_denied_and_hedged_cards_have_their_own_shape():
    shapes = [node.get("class") for node in TREE.xpath("//article")]
    assert shapes == ["card", "card is-denied", "card is-hedged", "card", "card is-hedged", "card is-hedged"]


def test_cards_stand_in_the_row_of_their_paragraph():
    rows = [row for row in TREE.xpath("//main/section") if row.xpath(".//article")]
    assert [[card.get("id") for card in row.xpath(".//article")] for row in rows] == [
        ["k1"],
        ["k2", "k3"],
        ["k4", "k5"],
        ["k6"],
    ]


def test_the_whole_text_is_in_the_report_once():
    numbers = TREE.xpath("//main//sup")
    for number in numbers:
        number.drop_tree()
    shown = text("//main//*[contains(concat(' ', @class, ' '), ' text ')] | //main//div/p[not(@class)]")
    assert sorted(shown) == sorted(part for _, part in example.BLOCKS)


def test_every_link_has_its_anchor_and_every_anchor_is_one():
    tree = html.fromstring(PAGE)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [link.removeprefix("#") for link in tree.xpath("//a/@href") if link.startswith("#")]
    assert set(targets) <= set(ids)
    assert len(targets) == 6 + 6 + 4  # text to card, card to text, index to mentions


def test_what_is_set_apart_is_folded():
    assert text("//details/summary") == [
        "1 piece of page furniture",
        "1 comment heading, 2 comments, 1 form line; 1 flagged as spam",
    ]
    assert text("//details//p[@class='flag']") == ["spam 0.97: holds a link; praise"]


def test_the_foot_names_page_and_model():
    assert text("//footer//dd") == [
        "Minister blames rebels for fire",
        "The Lantern",
        "Ilse Marowan",
        "2031-05-04 (basis: metadata)",
        "MPW",
        "https://lantern.example/fire",
        "fire.html",
        example.READING.page.sha256,
        f"Rashomon 0.1.0, {example.READING.model}",
    ]


def test_nothing_runs_and_nothing_is_fetched():
    assert TREE.xpath("//script | //img | //link | //iframe | //form | //@style | //@src") == []
    policy = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    css = re.search(r"<style>(.*?)</style>", PAGE, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in css
    assert "@import" not in css


ATTACKS = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "</style><script>alert(1)</script>",
    "</p></section><!-- ",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt; &#60;script&#62;",
)  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_words_stay_words(attack):
    body = replace(example.READING.page, text=attack, title=attack, publisher=attack, authors=(attack,), agency=attack)
    reading = replace(
        example.READING,
        input=attack,
        model=attack,
        page=replace(body, url=attack),
        blocks=(Block("block-1", "body", 0, len(attack), (Flag("spam", 1.0, (attack,)),)),),
        entities=(Entity("entity-1", "person", attack, (attack,), (attack,), (Mention(0, len(attack), "name"),)),),
        sentences=(),
        times=(),
        claims=(),
    )
    tree = html.fromstring(render(reading))
    assert tree.xpath("//script | //img | //svg | //b[parent::p[@class='text body']] | //@onerror | //@onload") == []
    assert tree.xpath("string(//main//p)") == attack
    assert attack in tree.xpath("string(//footer//b)")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JAVASCRIPT:x"])
def test_only_web_addresses_become_links(url):
    tree = html.fromstring(render(replace(example.READING, page=replace(example.READING.page, url=url))))
    assert [link for link in tree.xpath("//a/@href") if not link.startswith("#")] == []
    assert url in tree.xpath("string(//footer)")


def test_control_characters_and_half_characters_do_not_reach_the_file():
    words = "a\x00b\x1b[2Jc\u202ed\ud83d"
    reading = replace(
        example.READING,
        page=replace(example.READING.page, text=words),
        blocks=(Block("block-1", "body", 0, len(words)),),
        entities=(), times=(), claims=(), sentences=(),
    )  # fmt: skip
    page = render(reading)
    assert "a␀b␛[2Jc�d�" in page
    assert page.encode("utf-8")


def test_an_empty_reading_has_a_report():
    bare = replace(
        example.READING, page=replace(example.READING.page, text="", url=None, publisher=None, authors=(), agency=None),
        blocks=(), sentences=(), entities=(), times=(), claims=(),
    )  # fmt: skip
    tree = html.fromstring(render(bare))
    assert tree.xpath("string(//h1)") == "Minister blames rebels for fire"
    assert "0 claims from 0 sources" in " ".join(tree.xpath("string(//header)").split())


def test_ties_are_told_with_their_words_and_tellers():
    denial = Perspective(example.DENIAL.id, "certain", "denied", "actual", ())
    hedged = Perspective(example.QUOTE.id, "alleged", "affirmed", "actual", example.spans("accused", "allegedly"))
    first = Tie(
        "tie-1",
        example.RENKO.id,
        "opposes",
        example.BANNER.id,
        "alleged",
        None,
        example.spans("accused"),
        (hedged,),
        0.8,
    )
    second = replace(first, id="tie-2", predicate="funds", status="current", perspectives=(denial,))
    tree = html.fromstring(render(replace(example.READING, ties=(first, second))))
    assert [
        " ".join(node.text_content().split()) for node in tree.xpath("//section[contains(@class, 'ties')]//li")
    ] == [
        "Halvard Renko opposes Reed Banner alleged “accused” according to Reed Banner hedged: “allegedly” (alleged)",
        "not: Halvard Renko funds Reed Banner current “accused” according to Reed Banner denied",
    ]
    assert [node.get("href") for node in tree.xpath("//section[contains(@class, 'ties')]//a")] == ["#k3", "#k2"]
