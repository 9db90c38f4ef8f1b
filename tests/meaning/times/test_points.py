"""Points in time that are put together, or that the day of publication or the date in focus places."""

from datetime import date

import pytest
import spacy

from rashomon import layers
from rashomon.meaning.times.station import read

layers.register()

ENGLISH = spacy.blank("en")


def dates(text, published=date(2019, 2, 20)):
    return [(text[t.start : t.end], t.value) for t in read(ENGLISH(text), published=published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He fell on the first Friday of the month.", "the first Friday of the month", "2019-02-01"),
        ("He fell on the last Tuesday in March 2018.", "the last Tuesday in March 2018", "2018-03-27"),
        ("He fell in the second week of May 2018.", "the second week of May 2018", "2018-W19"),
        ("He fell on Dec. 6-9, 2018.", "Dec. 6-9, 2018", "2018-12-06/2018-12-09"),
        ("He fell on 6-9 December 2018.", "6-9 December 2018", "2018-12-06/2018-12-09"),
        ("He fell in 1914-18.", "1914-18", "1914/1918"),
        ("He fell in 2001-04.", "2001", "2001"),  # which may as well be a month
        ("He fell in the nineteen eighties.", "the nineteen eighties", "198"),
        ("He fell in the fifth century BC.", "fifth century", "BC04"),
        ("He fell in the year 3050.", "the year 3050", "3050"),
        ("He fell by mid-year.", "mid-year", "2019"),
        ("He fell in midsummer.", "midsummer", "2019-SU"),
        ("He fell in late summer.", "late summer", "2019-SU"),
        ("He fell over the summer.", "the summer", "2019-SU"),
        ("He fell at month-end.", "month-end", "2019-02"),
        ("He fell by year-end 2017.", "year-end 2017", "2017"),
        ("He fell before dawn.", "dawn", "2019-02-20TMO"),
        ("He fell in the morning.", "the morning", "2019-02-20TMO"),
        ("He fell on Sunday noon.", "Sunday noon", "2019-02-17T12:00"),
        ("He fell at 6:40 p.m. (GMT +8).", "6:40 p.m. (GMT +8)", "2019-02-20T18:40"),
        ("He fell 2019-02-17T10:15:00Z.", "2019-02-17T10:15:00Z", "2019-02-17T10:15Z"),
        ("He fell on 22-Mar-2013.", "22-Mar-2013", "2013-03-22"),
        ("He fell the day after Christmas.", "the day after Christmas", "2018-12-26"),
        ("He fell the day after the vote.", "the day", None),
        ("He fell in the early hours Sunday.", "the early hours Sunday", "2019-02-17"),
        ("He fell on Black Monday.", "Black Monday", "1987-10-19"),
        ("He fell moments ago.", "moments ago", "PAST_REF"),
        ('He fell." Last April, he rose.', "Last April", "2018-04"),
        ("In 2016: he fell.", "2016", "2016"),
    ],
)
def test_a_point_has_its_words_and_value(text, words, value):
    assert dates(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The same period of 2017 was flat.", [("The same period of 2017", "2017")]),
        ("The comparable 2017 quarter was flat.", [("The comparable 2017 quarter", "2017")]),
        ("2017's first half was flat.", [("2017's first half", "2017-H1")]),
        ("The fiscal 2017 first quarter was flat.", [("The fiscal 2017 first quarter", "2017-Q1")]),
        ("The latest fiscal year was flat.", [("The latest fiscal year", "2018")]),
        ("The fiscal year ended June 30 was flat.", [("fiscal year", "P1Y"), ("June 30", "2019-06-30")]),
        (
            "Sales of the first nine months a year ago fell.",
            [("the first nine months", "P9M"), ("a year ago", "2018")],
        ),
    ],
)
def test_periods_under_report(text, found):
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("That day he fell.", [("That day", "2019-02-20")]),
        ("The next day he fell.", [("The next day", "2019-02-21")]),
        ("Earlier in the day he fell.", [("Earlier in the day", "2019-02-20")]),
        ("He left in 2004. The next day he fell.", [("2004", "2004"), ("The next day", None)]),  # of which day?
        ("He left Oct. 12, the day before the vote.", [("Oct. 12", "2018-10-12"), ("the day", "2018-10-12")]),
        (
            "He left on May 3, 2004, and two days before.",
            [("May 3, 2004", "2004-05-03"), ("two days before", "2004-05-01")],
        ),
        ("On Sunday he left in the morning.", [("Sunday", "2019-02-17"), ("the morning", "2019-02-17TMO")]),
    ],
)
def test_before_any_date_is_told_the_focus_is_on_the_day_of_publication(text, found):
    assert dates(text) == found


@pytest.mark.parametrize("text", ["That day he fell.", "The next day he fell.", "In the morning, he fell."])
def test_without_a_publication_date_the_focus_stays_open(text):
    ((_, value),) = dates(text, published=None)
    assert value in (None, "XXXX-XX-XXTMO")
