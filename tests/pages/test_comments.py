"""Comment spam: what is flagged, what is left alone, and the reasons given. All comments are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.pages.comment_features import clean, feature_groups, without_head
from rashomon.pages.comments import spam_flags

ARTICLE = (
    "The harbour council of Velden voted on Tuesday to close the old fish market. Mayor Ilse Quandt said the building "
    "was unsafe. Traders accused the council of selling the land to the Norpol group without a tender."
)

SPAM = [
    pytest.param(
        "Wonderful website you have here, I have bookmarked your blog and will tell my cousin!", id="bookmark"
    ),
    pytest.param("I came across your weblog by way of Bing while looking for a comparable subject.", id="came across"),
    pytest.param("Hi there! Which blogging platform are you using? I want to create my own site soon.", id="platform"),
    pytest.param("This piece of writing is in fact fastidious and i have learnt a lot.", id="fastidious"),
    pytest.param(
        "Great post. Keep up the superb work, I look forward to your next articles!", id="two likely wordings"
    ),
    pytest.param("Check out my channel and subscribe please!!! http://tube.example/mychannel", id="self-promotion"),
    pytest.param("WINNER!! Claim your £500 prize now, call 09061234567. Free entry, T&C apply", id="prize"),
    pytest.param("Hey, subscribe to my channel &lt;br /&gt;I make funny videos, thumbs up please", id="entities"),
]

HAM = [
    "The council never asked the traders what they need. That is the whole scandal.",
    "Quandt said the same about the theatre, and two years later it was a car park.",
    "I disagree with Peter: the market was unsafe, I worked there for nine years.",
    "Can anybody say how much Norpol paid? The article does not mention it.",
    "Sad day for Velden.",
    "My grandmother sold herring there in 1962 and she would have cried.",
    "Good reporting, but the vote was on Monday.",
]


@pytest.mark.parametrize("comment", SPAM)
def test_spam_is_flagged_with_a_score_and_reasons(comment: str) -> None:
    (flags,) = spam_flags([comment], ARTICLE)
    assert [flag.name for flag in flags] == ["spam"]
    assert 0.5 <= flags[0].score <= 1
    assert flags[0].reasons


@pytest.mark.parametrize("comment", HAM)
def test_readers_are_not_flagged(comment: str) -> None:
    assert spam_flags([comment], ARTICLE) == [()]


@pytest.mark.parametrize(
    ("comment", "reason"),
    [
        ("I have bookmarked your blog, see you!", 'template praise of the site: "bookmarked your blog"'),
        ("subscribe to my channel http://tube.example/mychannel", "link"),
        ("subscribe to my channel http://tube.example/mychannel", "asks to subscribe or visit"),
        ("WINNER!! To claim your £500 prize call 09061234567 now", "telephone number"),
        ("I have bookmarked your blog, wonderful theme, regards from Perth", "nothing of the page's topic"),
    ],
)
def test_reasons_say_what_was_seen(comment: str, reason: str) -> None:
    (flags,) = spam_flags([comment], ARTICLE)
    assert reason in flags[0].reasons


def test_copies_support_each_other() -> None:
    copy = "Visit the page of the Harbour Friends and watch my video, everybody please share it today"
    flags = spam_flags([copy, copy + "!", copy + " ok", *HAM], ARTICLE)
    assert ["near-duplicate of another comment" in each[0].reasons for each in flags[:3]] == [True] * 3
    assert flags[3:] == [()] * len(HAM)


def test_an_empty_article_says_nothing_about_topics() -> None:
    (flags,) = spam_flags(["I have bookmarked your blog, wonderful theme, regards from Perth"], "")
    assert "nothing of the page's topic" not in flags[0].reasons


def test_no_comments_no_flags() -> None:
    assert spam_flags([], ARTICLE) == []


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("one &amp;amp; two<br />three", "one & two three"),
        ('see <a href="http://a.example/x">this</a>', "see http://a.example/x this"),
        ("a\ufeff  b\n\nc", "a b c"),
    ],
)
def test_a_comment_is_cleaned_as_readers_see_it(raw: str, seen: str) -> None:
    assert clean(raw) == seen


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("Anna Berg\n3 hours ago\nThat is not true.", "That is not true."),
        ("That is not true.\nAt all.", "That is not true.\nAt all."),
        ("Only words", "Only words"),
    ],
)
def test_the_head_of_a_comment_is_no_part_of_its_words(comment: str, words: str) -> None:
    assert without_head(comment) == words


def test_features_are_the_same_on_every_machine() -> None:
    assert feature_groups("Nice one")[0] == [14556, 57809, 36068]


@given(st.lists(st.text(max_size=200), max_size=6), st.text(max_size=200))
def test_any_text_gets_a_verdict(comments: list[str], article: str) -> None:
    flags = spam_flags(comments, article)
    assert len(flags) == len(comments)
    assert all(0 <= flag.score <= 1 for each in flags for flag in each)
