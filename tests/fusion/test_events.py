"""Reports of one event join across pages; what only resembles it does not."""

import json
from itertools import combinations

import pytest

from rashomon.fusion import events
from rashomon.graph import Form, Link
from tests.fusion.reports import Report

BOMB = "A bomb killed nine people at the Dorrin market in Merrow on Tuesday, police said."


def report(text: str = BOMB, *, published: str | None = "2031-05-07") -> Report:
    return Report(text, published=published).name("place", "Merrow")


def forms(*reports: Report) -> list[Form]:
    return [form for each in reports for _, form in events.forms(each.reading())]


def joined(found: list[Form], decided: tuple[tuple[str, str, str], ...] = ()) -> list[list[str]]:
    """Labels of the groups of two and more, where only forms that share a key are compared."""
    links = [
        link
        for one, two in combinations(found, 2)
        if set(one.keys) & set(two.keys) and (link := events.compare(one, two))
    ]
    labels = {form.id: form.label for form in found}
    return [[labels[each] for each in group] for group in events.group(found, links, decided) if len(group) > 1]


def bombing(day: str | None = "2031-05-06", killed: int = 9, published: str = "2031-05-07") -> Report:
    return report(published=published).event(
        "killing", "killed", ("place", "Merrow"), ("person", "nine people"), day=day, killed=killed
    )


OTHER = "At least 14 shoppers were killed by a bomb at a market in Merrow, a doctor said."


def elsewhere(day: str | None = "2031-05-06", killed: int = 14, published: str = "2031-05-08", **how: object) -> Report:
    return report(OTHER, published=published).event(
        "killing",
        "killed",
        ("place", "Merrow"),
        ("person", "14 shoppers"),
        day=day,
        killed=killed,
        **how,  # type: ignore[arg-type]
    )


def test_reports_with_other_figures_are_one_event() -> None:
    assert joined(forms(bombing(killed=9), elsewhere(killed=14)))


def test_a_report_without_a_time_joins_one_of_the_same_days() -> None:
    assert joined(forms(bombing(), elsewhere(day=None)))


def test_a_denial_joins_what_it_denies() -> None:
    assert joined(forms(bombing(), elsewhere(polarity="denied")))


@pytest.mark.parametrize("day", ["2031-03-02", "2030-05-06", "2031-06-20"])
def test_another_day_is_another_event(day: str) -> None:
    assert not joined(forms(bombing(), elsewhere(day=day)))


def test_a_report_without_a_time_of_another_month_stays_apart() -> None:
    assert not joined(forms(bombing(), elsewhere(day=None, published="2031-08-08")))


def test_the_trial_is_not_the_attack() -> None:
    trial = report(published="2031-05-08").event("trial", "bomb", ("place", "Merrow"), day="2031-05-06")
    assert not joined(forms(bombing(), trial))


def test_copies_of_a_report_share_their_form() -> None:
    one, two = forms(bombing(), bombing())
    assert one == two


def test_what_one_page_says_twice_has_two_forms() -> None:
    twice = bombing()
    twice.event("killing", "killed", ("place", "Merrow"), ("person", "nine people"), day="2031-05-06", killed=9)
    assert len({form.id for form in forms(twice)}) == 2


def test_a_link_says_why() -> None:
    one, two = forms(bombing(), elsewhere())
    link = events.compare(one, two)
    assert link is not None
    reasons = {reason.name: reason.words for reason in link.reasons}
    assert reasons["time.same"] == "2031-05-06"
    assert reasons["word.shared"] == "killed"


def test_people_outrank_links() -> None:
    one, two = forms(bombing(), elsewhere())
    assert not joined([one, two], ((one.id, two.id, "different"),))
    far = forms(elsewhere(day="2029-01-01"))[0]
    assert joined([one, far], ((far.id, one.id, "same"),))


def test_compare_is_symmetric() -> None:
    one, two = forms(bombing(), elsewhere())
    assert events.compare(one, two) == events.compare(two, one)
    assert events.compare(one, one) is None


def test_facts_survive_json() -> None:
    one, two = forms(bombing(), elsewhere())
    kept = Form(one.id, one.kind, one.type, one.label, one.keys, json.loads(json.dumps(one.facts)))
    assert kept == one
    assert isinstance(events.compare(kept, two), Link)


def test_named_victims_tell_killings_of_one_day_apart() -> None:
    one, two = (
        Report(f"{name} was killed by gunmen in Merrow on Tuesday.", published="2031-05-07")
        .name("place", "Merrow")
        .name("person", name)
        .event("killing", "killed", ("person", name), ("place", "Merrow"), day="2031-05-06")
        for name in ("Osip Varga", "Ilse Marowan")
    )
    assert not joined(forms(one, two))


def test_a_death_and_a_killing_of_one_person_are_one_event() -> None:
    one = (
        Report("Osip Varga was killed by gunmen in Merrow on Tuesday.", published="2031-05-07")
        .name("person", "Osip Varga")
        .name("place", "Merrow")
        .event("killing", "killed", ("person", "Osip Varga"), ("place", "Merrow"), day="2031-05-06")
    )
    two = (
        Report("The death of Osip Varga shocked the town.", published="2031-05-07")
        .name("person", "Osip Varga")
        .event("death", "death", ("person", "Osip Varga"))
    )
    assert joined(forms(one, two))


def test_an_event_of_a_month_joins_one_of_a_day_in_it() -> None:
    assert joined(forms(bombing(), elsewhere(day=("2031-05-01", "2031-05-31"), published="2031-06-20")))


def test_keys_are_few() -> None:
    assert all(len(form.keys) <= 4 * 5 + 2 * 6 for form in forms(bombing(), elsewhere(day=None)))
