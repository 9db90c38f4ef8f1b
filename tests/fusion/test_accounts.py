"""The accounts of one event side by side."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.fusion.accounts import accounts, disputes
from rashomon.graph import Account, AccountTable, Cell
from rashomon.spans import Span
from tests.fusion.tales import OWN, Tale, Voice, by_name

SAND = Voice("Governor Yorick Sand", "nine people were killed at Merrow", name="Yorick Sand")
COURIER = Tale(
    "Kestrova Courier",
    "Governor Yorick Sand said that nine people were killed at Merrow on Tuesday.",
    "killed",
    voices=(SAND,),
    figures=(("killed", "nine", 9, 9),),
    parts=(("place", "Merrow", "Merrow"),),
    day=("Tuesday", "2031-07-15", "2031-07-15"),
    names=(("Yorick Sand", "person"), ("Merrow", "place")),
    published="2031-07-16",
)
TRIBUNE = Tale(
    "Oskarin Tribune",
    "At least fourteen people were killed near Merrow on Wednesday, three survivors have said.",
    "killed",
    voices=(Voice("three survivors", "At least fourteen people were killed near Merrow on Wednesday", kind="unnamed"),),
    figures=(("killed", "At least fourteen", 14, None),),
    parts=(("place", "near Merrow", "Merrow"),),
    day=("Wednesday", "2031-07-16", "2031-07-16"),
    names=(("Merrow", "place"),),
    published="2031-07-18",
)
QUOTING = Tale(
    "Oskarin Tribune",
    "Nine died, Yorick Sand said.",
    "died",
    voices=(Voice("Yorick Sand", "Nine died", name="Yorick Sand"),),
    figures=(("killed", "Nine", 9, 9),),
    names=(("Yorick Sand", "person"),),
    published="2031-07-18",
)
DENYING = Tale(
    "Coast Radio",
    "The Lowland Army denied that its fighters killed anybody.",
    "killed",
    voices=(
        Voice(
            "The Lowland Army",
            "its fighters killed anybody",
            kind="organization",
            name="Lowland Army",
            polarity="denied",
            stance="denies",
        ),
    ),
    parts=(("agent", "its fighters", "Lowland Army"),),
    names=(("Lowland Army", "organization"),),
    published="2031-07-17",
)


def table(*tales: Tale, copies=()) -> AccountTable:
    mentions = [tale.mention() for tale in tales]
    return accounts(mentions, copies, by_name(*(reading for reading, _ in mentions)))


def page(tale: Tale) -> str:
    return tale.reading().page.id


def cell(account: Account, column: str) -> Cell:
    return next(cell for cell in account.cells if cell.column == column)


def row(made: AccountTable, *chain: str) -> Account:
    [found] = [account for account in made.accounts if account.chain == chain]
    return found


def at_odds(made: AccountTable) -> list[tuple[str, str, bool, list[str]]]:
    return [(each.kind, each.column, each.update, [side.value for side in each.sides]) for each in disputes(made)]


def test_agreement_difference_silence_and_denial_can_be_told_apart():
    made = table(COURIER, TRIBUNE, DENYING)
    assert made.columns == ("status", "date", "killed", "agent", "place")
    assert made.agreed == ("place",)
    assert made.disputed == ("status", "date", "killed")
    assert cell(row(made, "Kestrova Courier", "Yorick Sand"), "agent").stand == "silent"
    assert cell(row(made, "Coast Radio", "Lowland Army"), "status").stand == "denies"
    assert cell(row(made, "Coast Radio", "Lowland Army"), "status").doubt == ("denied",)
    assert ("value", "killed", False, ["nine", "At least fourteen"]) in at_odds(made)
    assert ("date", "date", False, ["2031-07-15", "2031-07-16"]) in at_odds(made)
    assert ("denial", "status", False, ["actual", "actual"]) in at_odds(made)


def test_every_cell_has_the_words_and_the_sentence_behind_it():
    told = cell(row(table(COURIER), "Kestrova Courier", "Yorick Sand"), "killed")
    assert [span.cut(COURIER.text) for span in told.evidence] == ["nine"]
    assert told.sentence == (0, len(COURIER.text))
    assert (told.low, told.high, told.page) == (9, 9, page(COURIER))


def test_a_named_source_is_one_source_whoever_quotes_it():
    made = table(COURIER, QUOTING)
    assert [account.chain[0] for account in made.accounts] == ["Kestrova Courier", "Oskarin Tribune"]
    assert made.chains == 1
    [origin] = made.origins
    assert (origin.name, origin.named) == (("Yorick Sand",), True)
    assert origin.carriers == ("Kestrova Courier", "Oskarin Tribune")
    assert made.agreed == ()


def test_unnamed_sources_of_two_publishers_are_two_with_a_word_on_it():
    other = Tale(
        "Coast Radio",
        "Three survivors said that fifteen were killed.",
        "killed",
        voices=(Voice("Three survivors", "fifteen were killed", kind="unnamed"),),
        figures=(("killed", "fifteen", 15, 15),),
        published="2031-07-18",
    )
    made = table(TRIBUNE, other)
    assert made.chains == 2
    assert made.agreed == ("status", "killed")
    assert made.notes == (
        "unnamed sources of different publishers are counted apart and may be the same: "
        "“Three survivors” (Coast Radio), “three survivors” (Oskarin Tribune)",
    )


def test_unnamed_sources_of_one_publisher_that_differ_in_number_alone_are_one():
    tale = Tale(
        "Oskarin Tribune",
        "Fourteen were killed, survivors say. Three survivors said that a bus was hit.",
        "killed",
        voices=(
            Voice("survivors", "Fourteen were killed", kind="unnamed"),
            Voice("Three survivors", "a bus was hit", kind="unnamed"),
        ),
        figures=(("killed", "Fourteen", 14, 14),),
        parts=(("target", "a bus", None),),
    )
    made = table(tale)
    assert [account.chain for account in made.accounts] == [("Oskarin Tribune", "Three survivors")]
    assert (cell(made.accounts[0], "killed").value, cell(made.accounts[0], "target").value) == ("Fourteen", "a bus")


def governor(words: str, content: str, **more) -> Voice:
    return Voice(words, content, **{"kind": "government", **more})


PROVINCE = Tale(
    "Coast Radio",
    "The governor of the province spoke of a blast. Governor: nine were killed. It was reported that shots fell. "
    "Nine died.",
    "killed",
    voices=(
        governor("The governor of the province", "a blast", name="governor of the province"),
        governor("Governor", "nine were killed"),
        Voice("", "shots fell", "unnamed", certainty="reported"),
        OWN,
    ),
    described=(("governor of the province", "person"),),
    figures=(("killed", "nine", 9, 9),),
)


def test_one_source_of_a_page_is_one_by_whatever_words_and_beside_nobody():
    made = table(PROVINCE)
    assert [account.chain for account in made.accounts] == [
        ("Coast Radio",),
        ("Coast Radio", "no source named"),
        ("Coast Radio", "governor of the province"),
    ]
    assert made.chains == 1
    [origin] = made.origins
    assert (origin.name, origin.named) == (("Coast Radio", "governor of the province"), False)
    assert made.agreed == ()
    assert made.notes == ("not counted beside the sources that they name: Coast Radio",)


def test_a_source_without_a_name_bears_the_words_that_its_page_has_for_it_elsewhere():
    elsewhere = Tale(
        "Coast Radio",
        "A senior police official called it an attack. The official said that nine were killed.",
        "killed",
        voices=(Voice("The official", "nine were killed", "unnamed"),),
    )
    reading, event = elsewhere.mention()
    other = replace(reading.claims[0], id="claim-other", source=(elsewhere.span("A senior police official"),))
    made = accounts([(replace(reading, claims=(*reading.claims, other)), event)])
    assert [account.chain for account in made.accounts] == [("Coast Radio", "A senior police official")]


@pytest.mark.parametrize(
    ("first", "second", "chains"),
    [
        ("a police official", "the official", 1),
        ("the official", "a police official", 1),
        ("officials of the ministry", "officials", 1),
        ("people familiar with the matter", "two people", 1),
        ("a police official", "another official", 2),
        ("a second official", "an official", 2),
        ("a police official", "police", 2),
        ("a police official", "a hospital official", 2),
        ("the governor of the province", "she", 1),
        ("the governor", "the mayor", 2),
    ],
)
def test_which_words_may_be_short_for_others(first, second, chains):
    text = f"Nine were killed, {first} told us, and a bus was hit, {second} told us."
    tale = Tale(
        "Coast Radio",
        text,
        "killed",
        voices=(Voice(first, "Nine were killed", "unnamed"), Voice(f"{second} told", "a bus was hit", "unnamed")),
    )
    reading, event = tale.mention()
    start = text.rindex(second)
    claims = (reading.claims[0], replace(reading.claims[1], source=(Span(start, start + len(second)),)))
    assert accounts([(replace(reading, claims=claims), event)]).chains == chains


def test_words_that_may_be_short_for_several_are_those_of_the_nearest_before():
    tale = Tale(
        "Coast Radio",
        "A police official spoke. A hospital official spoke. Nine were killed, the official said.",
        "killed",
        voices=(
            Voice("A police official", "spoke", "unnamed"),
            Voice("A hospital official", "spoke", "unnamed"),
            Voice("the official", "Nine were killed", "unnamed"),
        ),
    )
    assert [account.chain[1] for account in table(tale).accounts] == ["A hospital official", "A police official"]


def test_a_copy_that_was_cut_has_its_source_from_another_copy():
    whole = Tale(
        "Coast Radio",
        "The governor of the province spoke. Governor: nine were killed.",
        "killed",
        voices=(
            governor("The governor of the province", "spoke"),
            governor("Governor", "nine were killed"),
        ),
        agency="MPW",
    )
    part = Tale(
        "Harbour Post",
        "The governor said that nine were killed.",
        "killed",
        voices=(governor("The governor", "nine were killed"),),
        agency="MPW",
    )
    assert table(whole, part, copies=[(page(whole), page(part))]).chains == 1
    assert table(whole, part).chains == 2


def test_a_publisher_counts_where_it_alone_tells():
    own = Tale("Coast Radio", "Nine were killed.", "killed")
    assert table(own, COURIER).chains == 2
    assert table(own, PROVINCE).chains == 1
    mixed = Tale(
        "Coast Radio",
        "Nine were killed. The Lowland Army denied it.",
        "killed",
        voices=(OWN, Voice("The Lowland Army", "it", "organization", "Lowland Army", polarity="denied")),
        names=(("Lowland Army", "organization"),),
    )
    assert {origin.name for origin in table(mixed).origins} == {("Coast Radio",), ("Lowland Army",)}


def test_papers_that_have_it_from_one_another_are_one():
    def quoting(publisher, other):
        return Tale(publisher, f"{other} says that nine were killed.", "killed",
                    voices=(Voice(other, "nine were killed", "media"),))  # fmt: skip

    courier, radio = quoting("Kestrova Courier", "Coast Radio"), quoting("Coast Radio", "Kestrova Courier")
    own = Tale("Coast Radio", "Nine were killed.", "killed")
    assert table(courier, radio).chains == 1
    assert [origin.name for origin in table(courier, own).origins] == [("Coast Radio",)]


def test_many_accounts_are_compared_in_little_time():
    tales = [
        Tale(f"Paper {n}", f"In all {n % 7 + 1} died.", "died", figures=(("killed", str(n % 7 + 1), n % 7 + 1, None),),
             published=f"2031-07-{n % 28 + 1:02}")
        for n in range(400)
    ]  # fmt: skip
    began = time.process_time()
    assert table(*tales).chains == 400
    assert time.process_time() - began < 5


def test_copies_are_one_source_and_add_no_row():
    wire = Tale(**{**vars(COURIER), "publisher": "Harbour Post", "agency": "MPW", "published": "2031-07-17"})
    group = (page(COURIER), page(wire))
    made = table(COURIER, wire, copies=[group])
    [account] = made.accounts
    assert account.chain == ("MPW", "Yorick Sand")
    assert (account.page, account.copies) == (page(COURIER), (page(wire),))
    assert made.origins[0].carriers == ("Harbour Post", "Kestrova Courier")
    assert made.chains == 1


def test_the_publishers_own_voice_is_one_for_all_copies_and_pages_of_his():
    own = Tale("Kestrova Courier", "Nine died.", "died", figures=(("killed", "Nine", 9, 9),))
    copy = Tale("Harbour Post", "Nine died.", "died", figures=(("killed", "Nine", 9, 9),), published="2031-07-17")
    later = Tale("Kestrova Courier", "Nine people died.", "died", figures=(("killed", "Nine", 9, 9),))
    assert table(own, copy, later).chains == 2
    assert table(own, copy, later, copies=[(page(own), page(copy))]).chains == 2
    first = Tale(**{**vars(own), "published": "2031-07-16"})
    assert table(first, copy, later, copies=[(page(first), page(copy))]).chains == 1


def test_a_later_figure_of_one_source_is_an_update():
    before = Tale("Courier", "Nine died.", "died", figures=(("killed", "Nine", 9, 9),), published="2031-07-16")
    after = Tale("Courier", "Twelve died.", "died", figures=(("killed", "Twelve", 12, 12),), published="2031-07-17")
    made = table(before, after)
    assert at_odds(made) == [("value", "killed", True, ["Nine", "Twelve"])]
    assert made.disputed == ()


def test_against_others_the_last_word_counts():
    before = Tale("Courier", "Nine died.", "died", figures=(("killed", "Nine", 9, 9),), published="2031-07-16")
    after = Tale("Courier", "Fifteen died.", "died", figures=(("killed", "Fifteen", 15, 15),), published="2031-07-19")
    made = table(before, after, TRIBUNE)
    assert made.disputed == ()
    assert "killed" in made.agreed
    assert at_odds(made) == [("value", "killed", True, ["Nine", "Fifteen"])]


def test_the_chain_names_sources_of_sources_and_keeps_their_hedges():
    nested = Tale(
        "Coast Radio",
        "The ministry reportedly said that villagers believe nine were killed.",
        "killed",
        voices=(
            Voice("The ministry", "villagers believe nine were killed", kind="government", name="ministry",
                  certainty="reported", hedge="reportedly"),
            Voice("villagers", "nine were killed", kind="unnamed", certainty="possible", hedge="believe", within=0),
        ),
        figures=(("killed", "nine", 9, 9),),
        names=(("ministry", "organization"),),
    )  # fmt: skip
    made = table(nested)
    inner = row(made, "Coast Radio", "ministry", "villagers")
    assert cell(inner, "killed").doubt == ("hedged: “reportedly … believe” (possible)",)
    assert inner.certainty == "possible"
    assert {origin.name for origin in made.origins} == {("ministry",), ("ministry", "villagers")}


def test_a_value_is_not_the_publishers_where_a_source_says_it():
    tale = Tale(
        "Coast Radio",
        "Shots were fired. Mara Lind said that nine were killed.",
        "killed",
        voices=(OWN, Voice("Mara Lind", "nine were killed", name="Mara Lind")),
        figures=(("killed", "nine", 9, 9),),
        names=(("Mara Lind", "person"),),
    )
    made = table(tale)
    assert cell(row(made, "Coast Radio"), "killed").stand == "silent"
    assert cell(row(made, "Coast Radio", "Mara Lind"), "killed").value == "nine"


@pytest.mark.parametrize(
    ("place", "ties", "disputed"),
    [
        ("Tolmar", (), True),
        ("Tolmar", (("Merrow", "part_of", "Tolmar"),), False),
        ("Merrow", (), False),
    ],
)
def test_places_are_compared_by_what_lies_in_what(place, ties, disputed):
    other = Tale(
        "Coast Radio",
        f"Some were killed in {place}.",
        "killed",
        parts=(("place", place, place),),
        names=(("Merrow", "place"), ("Tolmar", "place")),
        ties=ties,
    )
    assert ("place" in table(COURIER, other).disputed) is disputed


def test_places_named_side_by_side_lie_in_each_other():
    one = Tale("A", "Some were killed in Merrow.", "killed", parts=(("place", "Merrow", "Merrow"),),
               names=(("Merrow", "place"),))  # fmt: skip
    other = Tale("B", "In Merrow, Kestrova, people were killed. Kestrova mourns.", "killed",
                 parts=(("place", "Kestrova", "Kestrova"),),
                 names=(("Merrow", "place"), ("Kestrova", "place")))  # fmt: skip
    assert table(one, other).agreed == ("status", "place")


def test_agents_differ_by_their_entities_and_not_by_their_words():
    def by(publisher, words, *names):
        return Tale(publisher, f"People were killed by {words}.", "killed", parts=(("agent", words, None),),
                    names=tuple((name, "organization") for name in names))  # fmt: skip

    gunmen = by("A", "gunmen of the Lowland Army", "Lowland Army")
    assert table(gunmen, by("B", "the Guard", "Guard")).disputed == ("agent",)
    assert table(gunmen, by("B", "unknown men")).disputed == ()
    assert "agent" in table(gunmen, by("B", "the Lowland Army", "Lowland Army")).agreed


def test_an_event_without_perspectives_or_figures_is_a_table_all_the_same():
    empty = Tale("A", "Nothing is told.", "told", voices=())
    assert table(empty) == AccountTable((), (), (), (), 0)
    assert accounts(()) == AccountTable((), (), (), (), 0)


TALES = (
    COURIER,
    TRIBUNE,
    QUOTING,
    DENYING,
    PROVINCE,
    Tale(**{**vars(COURIER), "publisher": "Harbour Post", "agency": "MPW"}),
)


@given(st.permutations(TALES), st.lists(st.sets(st.sampled_from(TALES), min_size=1), max_size=1))
def test_the_order_of_pages_makes_no_difference(tales, groups):
    copies = [[page(tale) for tale in group] for group in groups]
    made = table(*tales, copies=copies)
    assert made == table(*TALES, copies=[group[::-1] for group in copies])
    assert disputes(made) == disputes(table(*TALES, copies=copies))


@given(st.lists(st.sampled_from(TALES), min_size=1, unique=True))
def test_nothing_that_a_page_says_is_lost(tales):
    made = table(*tales)
    pages = {id_ for account in made.accounts for id_ in (account.page, *account.copies)}
    assert pages == {page(tale) for tale in tales}
    assert 0 < made.chains == len(made.origins)
    assert {origin.id for origin in made.origins} <= {account.origin for account in made.accounts}
    assert all(tuple(cell.column for cell in account.cells) == made.columns for account in made.accounts)


def _telling(publisher: str, *, agent="", place="", day=None, status="actual") -> Tale:
    parts = [(role, words, words) for role, words in (("agent", agent), ("place", place)) if words]
    return Tale(
        publisher,
        " · ".join(["Nine were killed", *filter(None, (agent, place, day and day[0]))]) + ".",
        "killed",
        parts=tuple(parts),
        names=tuple((words, "place" if role == "place" else "organization") for role, words, _ in parts),
        day=day,
        status=status,
        published="2031-07-18",
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "columns"),
    [
        pytest.param({"agent": "Lowland Army"}, {"agent": "Mill Union"}, ["agent"], id="two groups"),
        pytest.param({"agent": "Lowland Army"}, {"agent": "Lowland Army Council"}, [], id="one name in the other"),
        pytest.param({"place": "Merrow"}, {"place": "Oskarin"}, ["place"], id="two towns"),
        pytest.param({"place": "Merrow"}, {"place": "Japan"}, [], id="a town and a state"),
        pytest.param({"place": "Peru"}, {"place": "Japan"}, ["place"], id="two states"),
        pytest.param({"place": "Merrow"}, {"place": "southeastern Oskarin"}, [], id="somewhere in a land"),
        pytest.param(
            {"day": ("on Monday", "2031-07-14", "2031-07-14")}, {"day": ("on Tuesday", "2031-07-15", "2031-07-15")},
            ["date"], id="two days",
        ),
        pytest.param(
            {"day": ("an hour ago", "2031-07-14", "2031-07-14")}, {"day": ("on Tuesday", "2031-07-15", "2031-07-15")},
            [], id="from now, the day beside",
        ),
        pytest.param(
            {"day": ("an hour ago", "2031-07-14", "2031-07-14")}, {"day": ("Wednesday", "2031-07-16", "2031-07-16")},
            ["date"], id="from now, two days off",
        ),
        pytest.param(
            {"day": ("a day earlier", "2031-07-14", "2031-07-14")}, {"day": ("Tuesday", "2031-07-15", "2031-07-15")},
            ["date"], id="from another day than now",
        ),
        pytest.param(
            {"agent": "Lowland Army"}, {"agent": "Mill Union", "status": "planned"}, [], id="what is planned",
        ),
        pytest.param(
            {"agent": "Lowland Army", "status": "planned"}, {"agent": "Mill Union", "status": "planned"}, ["agent"],
            id="two plans",
        ),
    ],
)  # fmt: skip
def test_accounts_are_at_odds_in_what_their_words_shut_out(ours, theirs, columns):
    made = table(_telling("Coast Radio", **ours), _telling("Harbour Post", **theirs))
    assert [column for _, column, _, _ in at_odds(made)] == columns


def test_who_may_be_meant_by_one_of_the_names_of_another_is_not_at_odds_with_it():
    tales = [
        replace(_telling("Coast Radio", agent="LLA"), names=(("LLA", "organization"),)),
        _telling("Harbour Post", agent="Lowland Army"),
        _telling("Oskarin Tribune", agent="Press Lowland Army"),
    ]
    mentions = [tale.mention() for tale in tales]
    same = {
        key: "army" if "Press" not in group else group
        for key, group in by_name(*(each for each, _ in mentions)).items()
    }
    assert disputes(accounts(mentions, (), same)) == ()


def test_what_has_no_name_is_at_odds_with_nobody():
    group = Tale(
        "Harbour Post", "The group killed nine.", "killed", parts=(("agent", "The group", "The group"),),
        described=(("The group", "organization"),),
    )  # fmt: skip
    assert at_odds(table(_telling("Coast Radio", agent="Lowland Army"), group)) == []


@pytest.mark.parametrize(
    ("value", "shown", "bounds"),
    [
        ("PRESENT_REF", "Tuesday", (None, None)),
        ("PAST_REF", "Tuesday", (100.0, 100.0)),
        ("2031-07-15T21:00Z", "2031-07-15T21:00Z", (99.0, 101.0)),
        ("2031-07-15T21:00", "2031-07-15T21:00", (100.0, 100.0)),
    ],
)
def test_a_day_is_what_its_time_says(value, shown, bounds):
    reading, event = _telling("Coast Radio", day=("Tuesday", "0001-04-10", "0001-04-10")).mention()
    made = accounts([(replace(reading, times=(replace(reading.times[0], value=value),)), event)])
    found = cell(made.accounts[0], "date")
    assert (found.value, (found.low, found.high)) == (shown, bounds)


def test_a_pronoun_is_shown_as_whom_it_stands_for():
    tale = Tale(
        "Coast Radio", "Lowland Army: it killed nine.", "killed", parts=(("agent", "it", "Lowland Army"),),
        names=(("Lowland Army", "organization"),),
    )  # fmt: skip
    assert cell(table(tale).accounts[0], "agent").value == "Lowland Army"
