from dataclasses import replace

from rashomon.records import Flag, Time
from rashomon.views.dossier import Day, Name, dossier
from rashomon.views.evidence import NO_SOURCE
from tests.views import example

VIEW = dossier(example.READING)


def test_the_head_says_what_the_page_says_of_itself():
    head = VIEW.head
    assert (head.title, head.publisher, head.authors) == (
        "Minister blames rebels for fire",
        "The Lantern",
        ("Ilse Marowan",),
    )
    assert (head.published, head.basis, head.agency) == ("2031-05-04", "metadata", "MPW")


def test_a_page_without_a_title_is_headed_by_its_first_title_block_or_its_input():
    untitled = replace(example.READING, page=replace(example.READING.page, title=None))
    assert dossier(untitled).head.title == "Minister blames rebels for fire"
    assert dossier(replace(untitled, blocks=())).head.title == "fire.html"


def test_names_are_counted():
    assert VIEW.names == (
        Name(example.RENKO.id, "person", "Halvard Renko", (), ("Interior Minister",), 1),
        Name(example.BANNER.id, "organization", "Reed Banner", ("RB",), (), 3),
    )


def test_claims_stand_with_their_source_and_nobody_comes_last():
    assert [(voice.source, voice.source_kind, len(voice.claims)) for voice in VIEW.voices] == [
        ("Halvard Renko", "government", 1),
        ("Reed Banner", "organization", 2),
        ("A police spokesman", "government", 1),
        ("an internal source", "unnamed", 1),
        (NO_SOURCE, "unnamed", 1),
    ]


def test_days_are_joined_by_value_and_say_where_they_hang_loose():
    loose = Time("time-2", *example.at("fire", 1), "DATE", None, None, None, None, anchored=False)
    again = replace(example.READING.times[0], id="time-3")
    days = dossier(replace(example.READING, times=(*example.READING.times, loose, again))).days
    assert days == (Day("2031-05-01", ("Thursday",), 2, True), Day(None, ("fire",), 1, False))


def test_every_part_set_apart_is_listed_with_its_flags():
    assert [(part.role, part.text, part.flags) for part in VIEW.apart] == [
        ("caption", "Smoke over Pier 6.", ()),
        ("byline", "By Ilse Marowan", ()),
        ("comment_heading", "2 comments", ()),
        ("comment", "Renko knew.", ()),
        ("comment", "Great post, visit http://spam.example", (Flag("spam", 0.97, ("holds a link", "praise")),)),
        ("form", "Leave a comment", ()),
        ("boilerplate", "Home · World", ()),
    ]
