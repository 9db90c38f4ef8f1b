"""Time expressions from words to records, on Docs that are only tokenised; for the parse see test_time_syntax."""

import time
from datetime import date

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from rashomon import layers
from rashomon.meaning.times.station import Times, read

layers.register()

ENGLISH = spacy.blank("en")
WEDNESDAY = date(2019, 2, 20)


def times(text, published=WEDNESDAY):
    return read(ENGLISH(text), published=published)


def rows(text, published=WEDNESDAY):
    return [(text[t.start : t.end], t.type, t.value) for t in times(text, published)]


def dates(text, published=WEDNESDAY):
    return [(text[t.start : t.end], t.value) for t in times(text, published)]


ABSOLUTE = [
    ("It fell on March 3, 2004.", "March 3, 2004", "2004-03-03"),
    ("It fell on 3 March 2004.", "3 March 2004", "2004-03-03"),
    ("It fell on the 3rd of March, 2004.", "the 3rd of March, 2004", "2004-03-03"),
    ("It fell on Thursday, Jan. 6, 2000.", "Thursday, Jan. 6, 2000", "2000-01-06"),
    ("It fell on 2004-03-03.", "2004-03-03", "2004-03-03"),
    ("It fell on 2004/03/03.", "2004/03/03", "2004-03-03"),
    ("It fell on 3.4.2004.", "3.4.2004", "2004-04-03"),
    ("SAN TOME, 12 JAN 90 (XYZ) -- [TEXT]", "12 JAN 90", "1990-01-12"),
    ("It fell in May 1990.", "May 1990", "1990-05"),
    ("IT FELL IN MAY 1990.", "MAY 1990", "1990-05"),
    ("It fell in nineteen ninety-six.", "nineteen ninety-six", "1996"),
    ("It fell in the year two thousand.", "the year two thousand", "2000"),
    ("It fell in '98.", "'98", "1998"),
    ("It fell in the 1990s.", "the 1990s", "199"),
    ("It fell in the '90s.", "the '90s", "199"),
    ("It fell in the nineties.", "the nineties", "199"),
    ("It fell in the 20th century.", "the 20th century", "19"),
    ("It fell in Q3 2017.", "Q3 2017", "2017-Q3"),
    ("It fell in the third quarter of 2017.", "the third quarter of 2017", "2017-Q3"),
    ("It fell in the final quarter of 2017.", "the final quarter of 2017", "2017-Q4"),
    ("It fell in the second half of 2017.", "the second half of 2017", "2017-H2"),
    ("It fell in the spring of 2017.", "the spring of 2017", "2017-SP"),
    ("It fell in fiscal 2017.", "fiscal 2017", "2017"),
    ("It fell in the 2017-18 season.", "2017-18", "2017/2018"),
    ("It fell on Easter Sunday 2018.", "Easter Sunday 2018", "2018-04-01"),
    ("It fell on Thanksgiving Day, 2018.", "Thanksgiving Day, 2018", "2018-11-22"),
    ("It fell on Election Day 2016.", "Election Day 2016", "2016-11-08"),
    ("It fell on 9/11.", "9/11", "2001-09-11"),
    ("It fell before the Sept. 11 attacks.", "Sept. 11", "2001-09-11"),
    ("It fell in 44 BC.", "44 BC", "BC0044"),
]

RELATIVE = [
    ("He fell today.", "today", "2019-02-20"),
    ("He fell yesterday afternoon.", "yesterday afternoon", "2019-02-19TAF"),
    ("He fell last night.", "last night", "2019-02-19TNI"),
    ("He fell last week.", "last week", "2019-W07"),
    ("He fell last Thursday.", "last Thursday", "2019-02-14"),
    ("He fell last Wednesday.", "last Wednesday", "2019-02-13"),  # never the day of publication
    ("He fell on Sunday.", "Sunday", "2019-02-17"),
    ("He fell on Wednesday.", "Wednesday", "2019-02-20"),
    ("He fell on Thursday.", "Thursday", "2019-02-21"),  # where the sun rises earlier
    ("He fell on Friday.", "Friday", "2019-02-15"),
    ("He falls next Tuesday.", "next Tuesday", "2019-02-26"),
    ("He fell last May.", "last May", "2018-05"),
    ("He fell this month.", "this month", "2019-02"),
    ("He fell last year.", "last year", "2018"),
    ("He fell in June last year.", "June last year", "2018-06"),
    ("He fell last summer.", "last summer", "2018-SU"),
    ("He fell over the weekend.", "the weekend", "2019-W07-WE"),
    ("He fell two weeks ago.", "two weeks ago", "2019-W06"),
    ("He fell ten days ago.", "ten days ago", "2019-02-10"),
    ("He fell nearly four years ago.", "nearly four years ago", "2015"),
    ("He falls a month from now.", "a month from now", "2019-03"),
    ("He fell in the third quarter.", "the third quarter", "2018-Q3"),
    ("He fell in last year's third quarter.", "last year's third quarter", "2018-Q3"),
    ("He fell the day before last Tuesday.", "the day before last Tuesday", "2019-02-18"),
    ("He fell in the week of March 6, 2017.", "the week of March 6, 2017", "2017-W10"),
    ("He fell on the night of Jan. 30.", "the night of Jan. 30", "2019-01-30TNI"),
    ("He fell at 10 p.m. Sunday.", "10 p.m. Sunday", "2019-02-17T22:00"),
    ("HE FELL LAST NIGHT.", "LAST NIGHT", "2019-02-19TNI"),
    ("He falls a week from Tuesday.", "a week from Tuesday", "2019-03-05"),
    ("He falls two weeks from today.", "two weeks from today", "2019-03-06"),
    ("He fell a year ago today.", "a year ago today", "2018-02-20"),
    ("He fell two years ago this month.", "two years ago this month", "2017-02"),
    ("He fell two years back.", "two years back", "2017"),
    ("He fell half a year ago.", "half a year ago", "2018-08"),
    ("He fell a year and a half ago.", "a year and a half ago", "2017-08"),
    ("He fell the week before last.", "the week before last", "2019-W06"),
    ("He fell at 3:30 yesterday afternoon.", "3:30 yesterday afternoon", "2019-02-19T15:30"),
    ("He fell at 10 o'clock last night.", "10 o'clock last night", "2019-02-19T22:00"),
    ("He fell at nine Monday morning.", "nine Monday morning", "2019-02-18T09:00"),
    ("He fell at eight thirty this morning.", "eight thirty this morning", "2019-02-20T08:30"),
    ("He fell at 12:30 Monday morning.", "12:30 Monday morning", "2019-02-18T00:30"),
    ("He fell in the mid-afternoon of Monday.", "the mid-afternoon of Monday", "2019-02-18TAF"),
    ("He fell in the early morning hours of Friday.", "the early morning hours of Friday", "2019-02-15TMO"),
    ("He fell later in the evening.", "later in the evening", "2019-02-20TEV"),
    ("He fell a month or two ago.", "a month or two ago", "2019-01"),
    ("He fell in the first weekend in May 2018.", "the first weekend in May 2018", "2018-W18-WE"),
    ("He fell over the past weekend.", "the past weekend", "2019-W07-WE"),
    ("He fell at 3 p.m. Eastern Standard Time.", "3 p.m. Eastern Standard Time", "2019-02-20T15:00"),
    ("He fell on Fri Sep 15 2017.", "Fri Sep 15 2017", "2017-09-15"),
    ("He fell in Q1.", "Q1", "2019-Q1"),
    ("He fell over Thanksgiving weekend.", "Thanksgiving weekend", "2018-W47-WE"),
    ("He fell over the Labor Day weekend.", "the Labor Day weekend", "2018-W35-WE"),
    ("He fell the night before.", "the night before", "2019-02-19TNI"),
    ("He fell in the early part of this year.", "the early part of this year", "2019"),
    ("He fell on the last day of May 2018.", "the last day of May 2018", "2018-05-31"),
    ("He fell in the first decade of the 21st century.", "the first decade of the 21st century", "200"),
    ("He fell at mid-century.", "mid-century", "20"),
    ("He fell on the 15th.", "the 15th", "2019-02-15"),
    ("He fell on the 9th of last month.", "the 9th of last month", "2019-01-09"),
    ("He fell on Friday the 13th.", "Friday the 13th", "2019-09-13"),
    ("He fell seconds earlier.", "seconds earlier", "PTXS"),
    ("In fiscal 2018's second period he fell.", "fiscal 2018's second period", "2018-Q2"),
]


@pytest.mark.parametrize(("text", "words", "value"), ABSOLUTE + RELATIVE)
def test_a_date_has_its_words_and_value(text, words, value):
    found = dates(text)
    assert found == [(words, value)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It took five hours.", ("five hours", "DURATION", "PT5H")),
        ("the five-year war", ("five-year", "DURATION", "P5Y")),
        ("It took more than two years.", ("more than two years", "DURATION", "P2Y")),
        ("It took 2 1/2 years.", ("2 1/2 years", "DURATION", "P2Y6M")),
        ("It took four-and-a-half years.", ("four-and-a-half years", "DURATION", "P4Y6M")),
        ("They waited for weeks.", ("weeks", "DURATION", "PXW")),
        ("It follows months of talks.", ("months", "DURATION", "PXM")),
        ("It grew over the years and fell.", ("the years", "DURATION", "PXY")),
        ("in the past half century", ("the past half century", "DURATION", "P50Y")),
        ("over the last half-dozen years", ("the last half-dozen years", "DURATION", "P6Y")),
        ("They made 40 flights a week.", ("a week", "SET", "P1W")),
        ("It ended in the days after.", ("the days", "DURATION", "PXD")),
        ("They may one day leave.", ("one day", "DATE", "FUTURE_REF")),
        ("It took 20 mins.", ("20 mins", "DURATION", "PT20M")),
        ("It may last weeks.", ("weeks", "DURATION", "PXW")),
        ("They met on weekends.", ("weekends", "SET", "XXXX-WXX-WE")),
        ("in the past three months", ("the past three months", "DURATION", "P3M")),
        ("over the next few days", ("the next few days", "DURATION", "PXD")),
        ("a three-year period", ("a three-year period", "DURATION", "P3Y")),
        ("He prays every day.", ("every day", "SET", "P1D")),
        ("They march each July.", ("each July", "SET", "XXXX-07")),
        ("They met on Mondays.", ("Mondays", "SET", "XXXX-WXX-1")),
        ("They met every other week.", ("every other week", "SET", "P2W")),
        ("They met twice a year.", ("a year", "SET", "P1Y")),
        ("the daily rally", ("daily", "SET", "P1D")),
        ("They left at noon.", ("noon", "TIME", "2019-02-20T12:00")),
        ("They leave now.", ("now", "DATE", "PRESENT_REF")),
        ("They left recently.", ("recently", "DATE", "PAST_REF")),
        ("It happened in recent years.", ("recent years", "DATE", "PAST_REF")),
        ("They think of the future.", ("the future", "DATE", "FUTURE_REF")),
    ],
)
def test_durations_sets_times_and_references(text, found):
    assert rows(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "He is 37 years old.",
        "her 6-year-old son",
        "a boy of 12 years of age",
        "He was 17-years-old.",
        "a $7 billion-a-year business",
        "her 5-month-old daughter",
        "I may go, and they may march on.",
        "They sat in the sun.",
        "the fall of the city",
        "a second attempt, the last in line",
        "three quarters of the votes",
        "1,500 people and 2000 troops",
        "room 1998, flight 1850",
        "They left at 32:61.",
        "45/67/2019",
        "Jan Novak met Mar Lopez.",
        "as seen in ''60 Minutes''",
        "the minutes of the meeting",
        "the year 12000",
        "7 2034 1952 558",  # a table of figures
        "a man in his mid-40s, or in his late fifties",
        "two KC-30s",
        "a wage of $15-an-hour",
        "about three-quarters support it",
        "a zero-day flaw",
        "several weekend rallies",
        "the Northern Daily, the Weekly Digest",
        'seen on "Monday Night Games"',
        "the Super Tuesday states",
        "Clara May said so.",
        "on the 15th floor, before the 9th race",
    ],
)
def test_what_is_no_time(text):
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It fell in 2016.", "2016-01-01", "2016-12-31"),
        ("It fell in early 2016.", "2016-01-01", "2016-04-30"),
        ("It fell in mid-2016.", "2016-05-01", "2016-08-31"),
        ("It fell in late 2016.", "2016-09-01", "2016-12-31"),
        ("It fell at the end of November 2016.", "2016-11-21", "2016-11-30"),
        ("It fell in the late 1990s.", "1996-09-01", "1999-12-31"),
        ("It fell early this month.", "2019-02-01", "2019-02-09"),
        ("It fell earlier this month.", "2019-02-01", "2019-02-20"),
        ("It falls later this month.", "2019-02-20", "2019-02-28"),
        ("It fell last week.", "2019-02-11", "2019-02-17"),
        ("It fell in recent years.", "2009-02-22", "2019-02-20"),
        ("It fell in the past three months.", "2018-11-20", "2019-02-20"),
        ("It falls in the next two weeks.", "2019-02-20", "2019-03-06"),
        ("It fell two years ago.", "2016-08-22", "2017-08-21"),
        ("pre-1990 cars", None, "1990-01-01"),
        ("It ends in 2024 or later.", "2024-01-01", None),
        ("It fell in fiscal 2017.", "2016-04-01", "2018-03-31"),
        ("It took five hours.", None, None),
        ("It fell a week before the vote.", None, None),  # whose day the words do not tell
    ],
)
def test_the_days_that_an_expression_allows(text, earliest, latest):
    (found,) = times(text)
    assert (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He fell two days after Christmas.", "2018-12-27"),
        ("He fell three days before March 3, 2004.", "2004-02-29"),
    ],
)
def test_a_length_before_or_after_a_date_tells_the_day(text, day):
    length, _ = times(text)
    assert (length.type, length.earliest, length.latest) == ("DURATION", day, day)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It began in October 2001. Then in December of that year it ended.",
            [("October 2001", "2001-10"), ("December of that year", "2001-12")],
        ),
        (
            "He left on March 3, 2004. The next day he returned.",
            [("March 3, 2004", "2004-03-03"), ("The next day", "2004-03-04")],
        ),
        (
            "He left on March 3, 2004, and fell three days later.",
            [("March 3, 2004", "2004-03-03"), ("three days later", "2004-03-06")],
        ),
        ("He left in 2004. The following year he fell.", [("2004", "2004"), ("The following year", "2005")]),
        ("He left in 2004, and two years earlier as well.", [("2004", "2004"), ("two years earlier", "2002")]),
        (
            "Sales rose in the third quarter from a year earlier.",
            [("the third quarter", "2018-Q3"), ("a year earlier", "2017-Q3")],
        ),
        (
            "Sales fell in January against the same month a year ago.",
            [("January", "2019-01"), ("the same month a year ago", "2018-01")],
        ),
        ("He left in 2004 and fell an hour later.", [("2004", "2004"), ("an hour later", None)]),
        ("He left in March 2004; two weeks later he fell.", [("March 2004", "2004-03"), ("two weeks later", None)]),
        ("Monday through Friday", [("Monday", "2019-02-18"), ("Friday", "2019-02-22")]),
        ("from Saturday to Tuesday", [("Saturday", "2019-02-16"), ("Tuesday", "2019-02-19")]),
        ("between 2001 and 2004", [("2001", "2001"), ("2004", "2004")]),
        ("the war of 2001-2004", [("2001", "2001"), ("2004", "2004")]),
        ("on Monday at 10 a.m.", [("Monday", "2019-02-18"), ("10 a.m.", "2019-02-18T10:00")]),
        ("between 1:30 and 4 p.m.", [("1:30", "2019-02-20T13:30"), ("4 p.m.", "2019-02-20T16:00")]),
        ("from 11:30 to 1 p.m.", [("11:30", "2019-02-20T11:30"), ("1 p.m.", "2019-02-20T13:00")]),
        (
            "In the first nine months, it fell against the 2018 period. The year-ago results were good.",
            [("the first nine months", "P9M"), ("the 2018 period", "2018"), ("year-ago", "2018")],
        ),
        ("in the quarter ended Sept. 30", [("quarter", "2018-Q3"), ("Sept. 30", "2018-09-30")]),
        ("at 10 a.m. on Monday", [("10 a.m.", "2019-02-18T10:00"), ("Monday", "2019-02-18")]),
    ],
)
def test_what_counts_from_the_date_in_focus(text, found):
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "value", "earliest"),
    [
        ("He fell yesterday.", None, None),
        ("He fell last week.", None, None),
        ("He fell on Friday.", "XXXX-WXX-5", None),
        ("He fell in October.", "XXXX-10", None),
        ("He fell on Aug. 6.", "XXXX-08-06", None),
        ("He fell on 3/4/98.", "XX98-03-04", None),
        ("He fell in '98.", "XX98", None),
        ("He fell on the 15th.", "XXXX-XX-15", None),
        ("He fell now.", "PRESENT_REF", None),
        ("He fell the next day.", None, None),
    ],
)
def test_without_a_publication_date_no_year_is_guessed(text, value, earliest):
    (found,) = times(text, published=None)
    assert (found.value, found.anchored, found.earliest, found.latest) == (value, False, earliest, None)


def test_without_a_publication_date_absolute_dates_stand():
    assert dates("It began in May 2001 and, in July of that year, ended.", None) == [
        ("May 2001", "2001-05"),
        ("July of that year", "2001-07"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 03/04/2019", [("03/04/2019", "2019-03-04")]),  # month first, unless the page shows otherwise
        ("on 25/12/2018", [("25/12/2018", "2018-12-25")]),
        ("on 25/12/2018 and 03/04/2019", [("25/12/2018", "2018-12-25"), ("03/04/2019", "2019-04-03")]),
        ("on 31 February 2019", [("31 February 2019", None)]),
        ("on June 31", [("June 31", None)]),
        ("on 12/25/98", [("12/25/98", "1998-12-25")]),
        ("by 3/4/28", [("3/4/28", "2028-03-04")]),
        ("by 3/4/31", [("3/4/31", "1931-03-04")]),  # over ten years on: the century before
        ("9999 years ago", [("9999 years ago", None)]),
    ],
)
def test_odd_dates(text, found):
    assert dates(text) == found


def test_ids_are_content_and_records_are_sorted():
    text = "He left on Sunday and fell on Monday."
    first, second = times(text)
    assert (first.start, second.start) == (11, 30)
    assert first.id != second.id
    assert times(text) == [first, second]


def test_the_station_writes_its_layer_even_for_an_odd_publication_date(monkeypatch):
    monkeypatch.setattr("rashomon.layers.published", lambda _doc: "soon")
    doc = Times()(ENGLISH("He left on Sunday."))
    assert [t.value for t in doc._.rashomon_times] == ["XXXX-WXX-7"]


def test_a_blank_line_parts_expressions():
    assert dates("on March\n\n3, 2004") == [("March", "2019-03"), ("2004", "2004")]


@given(st.text(alphabet=st.sampled_from("019/-.: \n'aApPmMtThe,dayfirstweekofMay"), max_size=80))
def test_nothing_is_raised_and_spans_are_sound(text):
    last = 0
    for found in times(text):
        assert last <= found.start < found.end <= len(text)
        assert (found.earliest or "") <= (found.latest or "9999-99-99")
        last = found.end


WORDS = (
    *("the", "last", "next", "first", "week", "of", "March", "6", "year", "ago", "earlier", "10", "p.m.", "Sunday"),
    *("before", "day", "quarter", "1998", "and", "half", "a", "two", "later", "in"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([None, WEDNESDAY]))
def test_any_order_of_time_words_can_be_read(words, published):
    for found in times(" ".join(words), published):
        assert (found.earliest or "") <= (found.latest or "9999-99-99")


@pytest.mark.parametrize(
    "text", ["the day before ", "the night of ", "latest year-ago ", "10 p.m. ", "3 May 2004, ", "a first "]
)
def test_long_repetitions_are_read_in_linear_time(text):
    doc, twice = ENGLISH(text * 1000), ENGLISH(text * 4000)
    start = time.process_time()
    read(doc, published=WEDNESDAY)
    middle = time.process_time()
    read(twice, published=WEDNESDAY)
    assert time.process_time() - middle < 12 * (middle - start) + 0.5


@pytest.mark.parametrize("text", ["²A", "It cost ½ of it.", "Room ①, 3² days", "³/²/¹"])
def test_digits_that_are_no_decimal_numbers_are_no_dates(text):
    assert dates(text) == []
