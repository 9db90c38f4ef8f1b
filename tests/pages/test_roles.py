"""The roles of the pieces of a page of HTML, comments and all."""

from rashomon.pages import html

BODY = (
    "The council of Varn voted on Monday to close the old harbour and to move the boats to a new quay in the north.",
    "Mira Olsen, who heads the council, said that the walls were falling into the sea and nobody could be surprised.",
    "Fishermen said that they had not been asked, and a spokesman for their union said that it would go to court soon.",
)


def roles(markup: str) -> list[tuple[str, str]]:
    parsed = html.parse(markup)
    assert parsed is not None
    return [(draft.role, parsed.text[draft.start : draft.end]) for draft in parsed.drafts]


def page(inside: str, after: str = "", head: str = "") -> str:
    return f"<html><head>{head}</head><body><main><article>{inside}</article>{after}</main></body></html>"


def test_the_parts_of_an_article() -> None:
    head = '<meta property="og:title" content="Council closes the harbour of Varn">'
    inside = (
        "<h1>Council closes the harbour of Varn</h1>"
        "<h2 class='standfirst'>Boats must leave before the winter comes</h2>"
        "<p class='byline'>By Ann Lee</p><time>20 February 2019</time>"
        f"<p>VARN, Northland (Reuters) -</p><p>{BODY[0]}</p><h3>A long quarrel</h3><p>{BODY[1]}</p>"
        "<figure><img><figcaption>The old harbour of Varn in spring.</figcaption></figure>"
        "<blockquote><p>Nobody asked us, and nobody will ask us when the boats are gone for good.</p></blockquote>"
        "<ul><li>The harbour was built in the year 1821 by the town.</li>"
        "<li>It holds about forty boats in summer.</li></ul>"
        "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>1990</td><td>80</td></tr></table>"
        f"<p><strong>What comes next</strong></p><p>{BODY[2]}</p>"
    )
    got = roles(page(inside, head=head))
    assert ("title", "Council closes the harbour of Varn") in got
    assert ("standfirst", "Boats must leave before the winter comes") in got
    assert ("byline", "By Ann Lee") in got
    assert ("byline", "20 February 2019") in got
    assert ("dateline", "VARN, Northland (Reuters) -") in got
    assert [text for role, text in got if role == "body"] == list(BODY)
    assert [text for role, text in got if role == "heading"] == ["A long quarrel", "What comes next"]
    assert ("caption", "The old harbour of Varn in spring.") in got
    assert ("quote", "Nobody asked us, and nobody will ask us when the boats are gone for good.") in got
    assert ("list", "It holds about forty boats in summer.") in got
    assert ("table", "1990\t80") in got


def test_a_credit_makes_a_caption_where_no_element_says_so() -> None:
    text = "Fishermen mend their nets in the old harbour. (Photo by Ola Brandt)"
    got = roles(page(f"<h1>Harbour closes</h1><p>{BODY[0]}</p><p>{text}</p><p>{BODY[1]}</p><p>{BODY[2]}</p>"))
    assert ("caption", text) in got


COMMENTS = (
    "<section id='comments'><h3>3 Comments</h3><ol class='commentlist'>"
    "<li class='comment even' id='comment-101'><div class='comment-author'>Ola</div>"
    "<p>They should ask the fishermen first.</p>"
    "<a class='comment-reply-link'>Reply</a>"
    "<ul class='children'><li class='comment odd' id='comment-102'>"
    "<div class='comment-author'>Pia</div><p>They never do.</p>"
    "<p>Not once in my life.</p></li></ul></li>"
    "<li class='comment even' id='comment-103'><div class='comment-author'>Rolf</div>"
    "<p>Good riddance to the old walls.</p></li>"
    "</ol><div id='respond'><h3>Leave a comment</h3><form><label>Name</label><input>"
    "<label>Email (will not be published)</label><button>Post comment</button></form></div></section>"
)


def test_comments_their_heading_and_their_form() -> None:
    got = roles(page("<h1>Harbour closes</h1>" + "".join(f"<p>{text}</p>" for text in BODY), COMMENTS))
    assert [text for role, text in got if role == "comment"] == [
        "Ola\nThey should ask the fishermen first.",
        "Pia\nThey never do.\nNot once in my life.",
        "Rolf\nGood riddance to the old walls.",
    ]
    assert [text for role, text in got if role == "comment_heading"] == ["3 Comments"]
    assert [text for role, text in got if role == "form"] == [
        "Leave a comment\nName Email (will not be published)\nPost comment"
    ]
    assert [text for role, text in got if role == "body"] == list(BODY)


def test_notices_of_a_forum_are_no_comments() -> None:
    after = (
        "<div class='comments'><h3>Comments</h3><div class='comment-policy'><a href='/rules'>Our rules</a></div>"
        "<div class='comment-login'>You must be logged in to post a comment.</div></div>"
    )
    got = roles(page("<h1>Harbour closes</h1>" + "".join(f"<p>{text}</p>" for text in BODY), after))
    assert not [text for role, text in got if role == "comment"]


def test_set_apart_pieces_of_one_section_are_one_block() -> None:
    menu = "<nav><ul><li><a href='/'>Home</a><li><a href='/sea'>Sea</a></ul></nav>"
    markup = f"<html><body>{menu}<article>{''.join(f'<p>{text}</p>' for text in BODY)}</article></body></html>"
    assert roles(markup)[0] == ("boilerplate", "Home\nSea")
