"""Which pieces are the article: what is extracted laid over what is visible, put right by the shape of the page."""

import pytest

from rashomon.pages import article, html
from rashomon.pages.asides import is_aside
from rashomon.pages.overlay import lay_over
from rashomon.pages.places import label_of
from rashomon.pages.visible import pieces

FIRST = "The council of Varn voted on Monday to close the old harbour and to move the boats to a new quay in the north."
SECOND = (
    "Mira Olsen, who heads the council, said that the walls were falling into the sea and nobody could be surprised."
)
THIRD = (
    "Fishermen said that they had not been asked, and a spokesman for their union said that it would go to court soon."
)

A, B, FOX = "a" * 15, "b" * 15, "thequickbrownfoxjumpsoverthelazydog"


def found_in(body: str) -> list[str]:
    tree = html.tree_of(f"<html><body>{body}</body></html>")
    seen = pieces(tree)
    return [seen[index].text for index in sorted(article.find(tree, seen).core)]


def test_the_article_without_what_surrounds_it() -> None:
    body = (
        "<nav><ul><li><a href='/a'>News</a><li><a href='/b'>Weather of the week</a></ul></nav>"
        f"<article><h1>Harbour closes</h1><p>{FIRST}</p><p><a href='/x'>OTHER HARBOURS THAT CLOSED</a></p>"
        f"<p>{SECOND}</p>"
        f"<p>READ MORE: What the fishermen of Varn want from the town</p><p>{THIRD}</p>"
        "<p>Sign up for our newsletter to get the news of Varn every morning.</p></article>"
        "<aside class='related-stories'><p>The mayor of another town opened a market hall on Tuesday, after years of "
        "work and a long quarrel over its costs.</p></aside><footer><p>Copyright of the Varn Gazette</p></footer>"
    )
    assert found_in(body)[-3:] == [FIRST, SECOND, THIRD]
    assert not any("market hall" in text or "newsletter" in text or "READ MORE" in text for text in found_in(body))


def test_a_label_that_holds_the_article_is_no_label() -> None:
    paragraphs = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    body = f"<div class='sidebar-left widget'><div class='comments-on'>{paragraphs}</div></div>"
    assert found_in(body) == [FIRST, SECOND, THIRD]


def test_a_page_without_paragraphs_has_no_article() -> None:
    assert found_in("<ul><li><a href='/a'>One</a><li><a href='/b'>Two</a></ul>") == []


@pytest.mark.parametrize(
    ("extracted", "texts", "held"),
    [
        pytest.param(A + B, [A, "x", B], {0, 2}, id="in order"),
        pytest.param(A + B, [B, A, B], {1, 2},
                     id="a teaser before the article is not the paragraph"),
        pytest.param(A + "Short" + B, ["Short", A, "Short", B, "Short"], {1, 2, 3},
                     id="short pieces only between their neighbours"),
        pytest.param("The council of Varn has voted on Monday", ["x" * 20], set(), id="nothing in common"),
        pytest.param("", ["a" * 20, ""], set(), id="nothing extracted"),
        pytest.param("a" * 10 + FOX, [FOX + "z" * 40], {0},
                     id="a piece of which the end was cut"),
    ],
)  # fmt: skip
def test_lay_over(extracted: str, texts: list[str], held: set[int]) -> None:
    assert lay_over(extracted.replace(" ", ""), texts) == held


@pytest.mark.parametrize(
    ("tag", "names", "label"),
    [
        ("div", "relatedLinks__item big", "related"),
        ("p", "wp-caption-text", "caption"),
        ("figcaption", "", "caption"),
        ("div", "commentlist", "comment"),
        ("span", "comment-count", None),
        ("div", "article-body", None),
        ("div", "post-author-bio", "bio"),
        ("span", "byline__name", "byline"),
        ("h2", "Article-subTitle", "standfirst"),
        ("div", "newsletter-signup", "newsletter"),
        ("blockquote", "twitter-tweet", "embed"),
        ("nav", "", "nav"),
        ("div", "advertisement", "related"),
        ("div", "header-navigator", None),
    ],
)
def test_labels(tag: str, names: str, label: str | None) -> None:
    assert label_of(tag, names) == label


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("READ MORE: What the fishermen want", True),
        ("Read also | Harbour to close", True),
        ("Click here to subscribe", True),
        ("Follow Ann Lee on Twitter", True),
        ("You may also like...", True),
        ("12 comments", True),
        ("https://gazette.example/harbour", True),
        ("Advertisement", True),
        ("Read the letter again, she told the court, and you will see that it was never sent.", False),
        ("Follow the money, the inspector said.", False),
        ("Comments by the minister angered the fishermen.", False),
        ("Share prices fell on Monday.", False),
        ("Watch out, he shouted.", False),
        ("Like many others, she left.", False),
        ("Photographs of the harbour show cracks.", False),
        ("Contact with the boat was lost at noon.", False),
    ],
)
def test_asides(text: str, aside: bool) -> None:
    assert is_aside(text) is aside
