from dataclasses import replace

from rashomon.ids import make_id
from rashomon.records import Argument, Count, Event, Perspective, Tie
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
    for leaf, block in zip(sheet(MADE, here=[at("denied"), at("Smoke")]).leaves, MADE.blocks, strict=True):
        assert "".join(segment.text for segment in leaf.passage.segments) == TEXT[block.start : block.end]
        assert leaf.passage.start == block.start


def test_what_is_asked_for_is_marked():
    view = sheet(MADE, here=[at("denied"), at("Smoke")])
    marked = [s.text for leaf in view.leaves for s in leaf.passage.segments if any(m.kind == "here" for m in s.marks)]
    assert marked == ["denied", "Smoke"]


def test_events_and_ties_stand_beside_their_words():
    beside = {
        leaf.passage.id: (leaf.happenings, leaf.ties) for leaf in sheet(MADE).leaves if leaf.happenings or leaf.ties
    }
    [(happenings, ties)] = beside.values()
    assert [each.words for each in happenings] == ["setting"]
    assert [tie.bond.sentence for tie in ties] == ["Halvard Renko opposes Reed Banner"]
    assert (ties[0].subject, ties[0].object) == (RENKO.id, BANNER.id)


def test_an_event_keeps_every_doubt():
    [happening] = [each for leaf in sheet(MADE).leaves for each in leaf.happenings]
    assert [(teller.label, teller.doubt) for teller in happening.tellers] == [
        ("Halvard Renko", ("hedged: “accused” (alleged)",)),
        ("Reed Banner", ("in what is denied",)),
        ("The Lantern", ("denied", "planned")),
    ]
    assert not happening.denied
    assert not happening.planned
    assert [(part.role, part.words, part.entity) for part in happening.parts] == [
        ("agent", "the Reed Banner", BANNER.id), ("target", "the fire", None),
    ]  # fmt: skip
    assert happening.counts == ("Pier 6 killed",)
    assert (happening.when, happening.value) == ("Thursday", "2031-05-01")


def test_denied_by_all_and_planned_by_all():
    denied = replace(FIRE, perspectives=FIRE.perspectives[2:])
    [happening] = [each for leaf in sheet(replace(MADE, events=(denied,))).leaves for each in leaf.happenings]
    assert happening.denied
    assert happening.planned


def test_passages_alone_have_no_marks_of_events():
    kinds = {mark.kind for passage in passages(MADE) for segment in passage.segments for mark in segment.marks}
    assert kinds == {"name", "time", "source", "cue", "content", "hedge"}
