"""What is visible, and that all of it is kept: every page of mark-up, well made or not."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.pages import html
from rashomon.pages.visible import UNSEEN, pieces


def texts(markup: str) -> list[str]:
    tree = html.tree_of(markup)
    return [piece.text for piece in pieces(tree)] if tree is not None else []


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>One</p><p>Two</p>", ["One", "Two"], id="paragraphs"),
        pytest.param("<p>One <b>two</b> <i>three</i>.</p>", ["One two three."], id="inline"),
        pytest.param("<p><b>Mara Lind</b><i>Staff writer</i></p>", ["Mara Lind Staff writer"], id="set apart by style"),
        pytest.param("<p><b>T</b>he i<b>Phone</b></p>", ["The i Phone"], id="initials stay with their word"),
        pytest.param("<div>Loose<p>Own</p>After</div>", ["Loose", "Own", "After"], id="text beside a paragraph"),
        pytest.param("<p>One<br>two</p>", ["One two"], id="one line break is a space"),
        pytest.param("<p>One<br><br>Two</p>", ["One", "Two"], id="two line breaks end a paragraph"),
        pytest.param("<p>One<br> <br/>\n Two</p>", ["One", "Two"], id="white space between line breaks"),
        pytest.param("<p>A&nbsp; \n b</p>", ["A b"], id="white space collapses"),
        pytest.param("<p>See<script>x()</script> this<style>p{}</style></p>", ["See this"], id="script and style"),
        pytest.param("<p>See<!-- not --> this<?php no ?> too</p>", ["See this too"], id="comments"),
        pytest.param("<noscript>No</noscript><template>No</template><p>Yes</p>", ["Yes"], id="noscript, template"),
        pytest.param("<select><option>No</select><textarea>No</textarea>Yes", ["Yes"], id="choices and input"),
        pytest.param('<img alt="No"><input value="No" placeholder="No">Yes', ["Yes"], id="attributes"),
        pytest.param("<svg><title>No</title><text>No</text></svg>Yes", ["Yes"], id="drawings"),
        pytest.param("<ul><li>a<li>b</ul>", ["a", "b"], id="items left open"),
        pytest.param("<table><tr><td>1<td>2</table>", ["1", "2"], id="cells"),
        pytest.param("<p>a\0b</p>", ["ab"], id="NUL"),
        pytest.param("<p> \u200b</p>", ["\u200b"], id="a zero-width space is a character"),
        pytest.param("<title>No</title><article>One <b>two</b></article>", ["One two"], id="no body"),
        pytest.param(
            "<head><style>p{}</style><main><p>One</p></main>Two<p>Three", ["One", "Two", "Three"], id="open head"
        ),
        pytest.param(
            "<head><x-bar>One</x-bar><meta></head><body>Two<p>Three", ["One Two", "Three"], id="before the body"
        ),
        pytest.param("", [], id="nothing"),
    ],
)
def test_visible_text(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


def test_what_a_style_hides_is_kept_and_marked() -> None:
    tree = html.tree_of('<div style="display: none"><p>A</p></div><p hidden>B</p><p>C</p>')
    assert [(piece.text, piece.place.hidden) for piece in pieces(tree)] == [("A", True), ("B", True), ("C", False)]


def test_what_no_head_can_hold_begins_the_body() -> None:
    tree = html.tree_of("<head><meta name=a><title>T</title><!-- c --><main><p>One</p></main></head>")
    assert [child.tag for child in tree] == ["head", "body"]
    assert pieces(tree)[0].line.path == "/html/body[1]/main[1]/p[1]"


def test_a_piece_knows_where_it_stands() -> None:
    tree = html.tree_of('<body><div class="x"><p>One</p><p><a href="/">Two words</a> more</p></div></body>')
    second = pieces(tree)[1]
    assert second.line.path == "/html/body[1]/div[1]/p[2]"
    assert second.place.tag == "p"
    assert second.linked == len("Two words")
    assert [place.tag for place in second.place.outward()] == ["p", "div", "body", "html"]
    assert tree.xpath(second.line.path)[0].tag == "p"


def test_the_place_is_the_innermost_that_holds_all() -> None:
    tree = html.tree_of('<p><span class="credit">Photo: Ada Bell</span></p>')
    assert pieces(tree)[0].place.names == "credit"


TAGS = st.sampled_from(
    ["p", "div", "span", "a", "b", "li", "ul", "h2", "td", "tr", "table", "script", "br", "form", "figcaption",
     "section", "select", "blockquote", "button", "template", "noscript",
     "article", "nav", "svg", "title", "option", "iframe"]
)  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NAMES = st.sampled_from(["", ' class="comment"', ' class="caption"', " hidden", ' id="byline"', ' class="related"'])


@st.composite
def markups(draw: st.DrawFn) -> str:
    """Mark-up as the web has it: elements left open, closed twice, nested wrongly."""
    parts = []
    for _ in range(draw(st.integers(0, 25))):
        kind = draw(st.integers(0, 3))
        if kind == 0:
            parts.append(draw(WORDS))
        elif kind == 1:
            parts.append(f"<{draw(TAGS)}{draw(NAMES)}>")
        elif kind == 2:
            parts.append(f"</{draw(TAGS)}>")
        else:
            tag = draw(TAGS)
            parts.append(f"<{tag}>{draw(WORDS).replace('<', '')}</{tag}>")
    return "".join(parts)


def seen(markup: str) -> Counter[str]:
    """The visible characters by another way: text nodes that stand in no element that is not seen."""
    tree = html.tree_of(markup)
    if tree is None:
        return Counter()
    unseen = " or ".join(f"self::{tag}" for tag in sorted(UNSEEN))
    return Counter(
        char for text in tree.xpath(f"//text()[not(ancestor::*[{unseen}])]") for char in text if not char.isspace()
    )


@settings(max_examples=150, deadline=None)
@given(markups())
def test_every_visible_character_is_in_exactly_one_block(markup: str) -> None:
    parsed = html.parse(markup)
    if parsed is None:
        assert not seen(markup)
        return
    ends = [0]
    for draft in parsed.drafts:
        assert ends[-1] <= draft.start < draft.end <= len(parsed.text)
        ends.append(draft.end)
    held = Counter(char for d in parsed.drafts for char in parsed.text[d.start : d.end] if not char.isspace())
    assert held == seen(markup)
    assert held == Counter(char for char in parsed.text if not char.isspace())


@settings(max_examples=40, deadline=None)
@given(markups())
def test_the_same_page_gives_the_same_blocks(markup: str) -> None:
    assert html.parse(markup) == html.parse(markup)
