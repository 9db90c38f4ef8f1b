from dataclasses import replace

import pytest

from rashomon.ids import make_id
from rashomon.records import Argument, Count, Event, Perspective, Tie
from rashomon.views.evidence import claims
from rashomon.views.passages import passages
from rashomon.views.sheet import sheet
from tests.views.example import ACCUSATION, BANNER, DENIAL, PAGE, READING, RENKO, TEXT, at

FIRE = Event(
    id=make_id("event", PAGE, "fire"),
    type="attack",
    trigger=at("setting"),
    arguments=(Argument("agent", *at("the Reed Banner"), BANNER.id), Argument("target", *at("the fire"), None)),
    time=READING.times[0].id,
    counts=(Count("killed", 3, 3, *at("Pier 6")),),
    perspectives=(
        Perspective(ACCUSATION.id, "alleged", "affirmed", "actual", (at("accused"), at("setting"))),
        Perspective(DENIAL.id, "certain", "affirmed", "actual", ()),
        Perspective(None, "certain", "denied", "planned", ()),
    ),
    score=0.7,
)
POST = Tie(
    make_id("tie", PAGE), RENKO.id, "opposes", BANNER.id, "alleged", None, (at("accused"),),
    (Perspective(ACCUSATION.id, "certain", "affirmed", "actual", (at("accused"),)),), 0.6,
)  # fmt: skip
MADE = replace(READING, events=(FIRE,), ties=(POST,))


def test_the_text_is_whole_whatever_is_marked():
    for passage, block in zip(sheet(MADE, here=[at("denied"), at("Smoke")]).passages, MADE.blocks, strict=True):
        assert "".join(segment.text for segment in passage.segments) == TEXT[block.start : block.end]
        assert passage.start == block.start


def test_what_is_asked_for_is_marked():
    view = sheet(MADE, here=[at("denied"), at("Smoke")])
    marked = [s.text for passage in view.passages for s in passage.segments if any(m.kind == "here" for m in s.marks)]
    assert marked == ["denied", "Smoke"]


def test_events_and_ties_stand_beside_their_words():
    view = sheet(MADE)
    [(place, [event])] = [(key, found) for key, found in view.sightings.items() if found]
    [(other, [bond])] = [(key, found) for key, found in view.bonds.items() if found]
    assert place == other == next(block.id for block in MADE.blocks if block.role == "body")
    assert event.trigger == "setting"
    assert bond.sentence == "Halvard Renko opposes Reed Banner"
    assert bond.ends == (RENKO.id, BANNER.id)


def test_the_head_and_the_sources_of_the_page():
    view = sheet(MADE)
    assert (view.head.title, view.sources) == ("Minister blames rebels for fire", 5)


def sightings(reading):
    return [each for found in sheet(reading).sightings.values() for each in found]


def test_an_event_keeps_every_doubt():
    [event] = sightings(MADE)
    assert [(telling.label, telling.doubt) for telling in event.tellings] == [
        ("Halvard Renko", ("hedged: “accused” (alleged)",)),
        ("Reed Banner", ("in what is denied",)),
        ("The Lantern", ("denied", "planned")),
    ]
    assert not event.denied
    assert event.look == "hedged"
    assert [(part.role, part.words, part.record) for part in event.parts] == [
        ("agent", "the Reed Banner", BANNER.id), ("target", "the fire", None),
    ]  # fmt: skip
    assert event.figures == ("Pier 6 killed",)
    assert (event.when.words, event.when.value) == ("Thursday", "2031-05-01")


def test_what_all_deny_is_denied_planned_or_not():
    denied = replace(FIRE, perspectives=FIRE.perspectives[2:])
    [event] = sightings(replace(MADE, events=(denied,)))
    assert (event.denied, event.doubted, event.look) == (True, True, "denied")


@pytest.mark.parametrize(
    ("status", "look"),
    [("actual", "reported"), ("ongoing", "reported"), ("planned", "planned"), ("hypothetical", "planned")],
)
def test_what_goes_on_is_told_as_plainly_as_what_is_done(status, look):
    seen = Perspective(None, "certain", "affirmed", status, ())
    [event] = sightings(replace(MADE, events=(replace(FIRE, perspectives=(seen,)),)))
    assert (event.look, event.doubted) == (look, look != "reported")
    assert event.tellings[0].doubt == (() if status == "actual" else (status,))


def test_passages_alone_have_no_marks_of_events():
    kinds = {
        mark.kind for passage in passages(MADE, claims(MADE)) for segment in passage.segments for mark in segment.marks
    }
    assert kinds == {"name", "time", "source", "cue", "content", "hedge"}
