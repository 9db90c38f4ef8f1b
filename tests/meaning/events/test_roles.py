"""Which part a phrase plays in an event, and whose place is its own, one sentence a rule."""

import pytest

from rashomon.meaning.events import read
from tests.meaning.events import roles
from tests.meaning.events.made import arguments, counts, doc_of

LOMAR = {"place": ("Lomar",)}
OSKARIN = {"place": ("Oskarin",)}
LAST_WEEK = ("last week", "2031-W09", "DATE")


@pytest.mark.parametrize(
    ("notation", "names", "trigger", "expected"),
    [
        pytest.param(
            roles.AUTHORITIES,
            LOMAR,
            "arrested",
            {("agent", "Authorities"), ("person", "three men"), ("place", "Lomar")},
            id="authorities do things, an authority does not",
        ),
        pytest.param(
            roles.UNDER_ARREST, {}, "arrest", {("cause", "theft"), ("person", "Two guards")}, id="who is in that state"
        ),
        pytest.param(
            roles.HELD_HOSTAGE,
            {},
            "held hostage",
            {("agent", "the rebels"), ("person", "She")},
            id="who holds whom as what",
        ),
        pytest.param(
            roles.KILLING_BY, {}, "killing", {("agent", "police"), ("person", "a boy")}, id="what strayed to the doer"
        ),
        pytest.param(roles.DIED_OF, {}, "died", {("cause", "cancer"), ("person", "Venn")}, id="of what somebody died"),
        pytest.param(
            roles.RESPONSIBLE,
            {"organization": ("Front",)},
            "deaths",
            {("cause", "The Front")},
            id="who is behind deaths is not dead",
        ),
        pytest.param(
            roles.EX_WIFE,
            {},
            "killed",
            {("agent", "He"), ("person", "his ex-wife"), ("person", "two guards")},
            id="one word with a hyphen",
        ),
        pytest.param(roles.NO_ONE, {}, "killed", {("person", "No-one")}, id="nobody with a hyphen"),
        pytest.param(
            roles.EDITOR,
            {"person": ("Odo Renn",)},
            "jailed",
            {("agent", "The court"), ("cause", "theft"), ("person", "the editor Odo Renn")},
            id="post and name are one phrase",
        ),
        pytest.param(
            roles.RAID_IN,
            LOMAR,
            "raid",
            {("agent", "Soldiers"), ("place", "Lomar"), ("target", "a house")},
            id="who kills in a raid raids",
        ),
        pytest.param(
            roles.RAID_IN,
            LOMAR,
            "killed",
            {("agent", "Soldiers"), ("person", "the rebel"), ("place", "Lomar")},
            id="where the raid was",
        ),
        pytest.param(
            roles.AT_MEETING,
            LOMAR,
            "meeting",
            {("person", "the girls"), ("place", "Lomar")},
            id="who is at it, and its place behind a comma",
        ),
        pytest.param(roles.TOLD_MEETING, {}, "news conference", {("person", "Renn")}, id="who speaks to it"),
        pytest.param(
            roles.JURY, {}, "death sentence", {("agent", "A jury"), ("cause", "theft")}, id="who passes a sentence"
        ),
        pytest.param(
            roles.SIGNED_WITH,
            {"place": ("Ostia", "Kestrova", "Varsana")},
            "signed a trade agreement",
            {("agent", "Kestrova"), ("agent", "Ostia"), ("agent", "Varsana")},
            id="with whom it was signed",
        ),
        pytest.param(roles.TARGETING, {}, "attack", {("target", "a convoy")}, id="at what it was aimed"),
        pytest.param(
            roles.TEAR_GAS,
            {},
            "fired",
            {("agent", "Police"), ("instrument", "tear gas"), ("target", "the crowd")},
            id="what is fired is no target",
        ),
        pytest.param(
            roles.SHOT_DOWN,
            {},
            "shot down a missile",
            {("agent", "The army"), ("target", "a missile")},
            id="what is shot down is one",
        ),
        pytest.param(
            roles.FIRING_OF, LOMAR, "firing", {("instrument", "a missile"), ("place", "Lomar")}, id="the firing of what"
        ),
        pytest.param(
            roles.CONNECTION,
            {},
            "arrested",
            {("cause", "the theft"), ("person", "Two men")},
            id="in connection with what",
        ),
        pytest.param(
            roles.DEFIANCE,
            {"place": ("Ostia",)},
            "tested missiles",
            {("agent", "Ostia"), ("instrument", "missiles")},
            id="defiance is no place",
        ),
        pytest.param(
            roles.AGENCY, {}, "killed", {("agent", "Militants"), ("person", "two guards")}, id="without the agency"
        ),
        pytest.param(
            roles.MOB,
            LOMAR,
            "killed",
            {("agent", "a mob"), ("person", "Venn"), ("place", "Lomar")},
            id="the place apart from the doer",
        ),
        pytest.param(
            roles.TO_DEATH,
            {},
            "sentenced",
            {("agent", "Jurors"), ("person", "one of the robbers")},
            id="the penalty apart from the person",
        ),
        pytest.param(roles.FLED, LOMAR, "fled", {("agent", "He"), ("origin", "Lomar")}, id="from where somebody fled"),
        pytest.param(
            roles.FOREIGN,
            {},
            "airstrikes",
            {("agent", "Kestrovan"), ("target", "the town")},
            id="whose airstrikes, though the page lacks the country",
        ),
        pytest.param(
            roles.STRIKES_IN, LOMAR, "airstrikes", {("place", "Lomar")}, id="the place right behind a noun is its own"
        ),
        pytest.param(
            roles.JUDGE_IN,
            {**OSKARIN, "person": ("Renn",)},
            "arrest",
            {("agent", "A judge"), ("person", "Renn")},
            id="where the judge is nobody need be arrested",
        ),
        pytest.param(
            roles.COURT_IN,
            {**OSKARIN, "person": ("Renn",)},
            "jailed",
            {("agent", "A court"), ("person", "Renn"), ("place", "Oskarin")},
            id="a court jails where it is",
        ),
        pytest.param(
            roles.JOINED_CLAUSE,
            LOMAR,
            "arrested",
            {("agent", "police"), ("person", "Renn")},
            id="not the place of the clause before",
        ),
        pytest.param(
            roles.WHERE,
            LOMAR,
            "killed",
            {("agent", "gunmen"), ("person", "two men"), ("place", "Lomar")},
            id="where it says where",
        ),
        pytest.param(
            roles.WHEN, LOMAR, "killed", {("person", "Two men"), ("place", "Lomar")}, id="where it was, told by when"
        ),
        pytest.param(roles.RECEIVED, {}, "bomb threat", {("target", "a bank")}, id="who receives it does not threaten"),
        pytest.param(roles.CAPITAL, {}, "protests", {("place", "The capital")}, id="a capital does nothing"),
        pytest.param(roles.WITHIN_HOURS, {}, "detained", {("person", "Renn")}, id="within hours of it"),
    ],
)
def test_parts(notation, names, trigger, expected):
    times = (LAST_WEEK,) if "last|" in notation else ()
    doc = doc_of(notation, times=times, **names)
    found = {event.trigger.cut(doc.text): arguments(doc, event) for event in read(doc)}
    assert found[trigger] == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(roles.BOTH, [("killed", 2, 2)], id="both are two"),
        pytest.param(roles.CO_WORKERS, [("killed", 3, 3)], id="one word with a hyphen"),
    ],
)
def test_counts(notation, expected):
    (event,) = read(doc_of(notation))
    assert counts(event) == expected
