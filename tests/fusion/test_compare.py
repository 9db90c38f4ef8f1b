import pytest

from rashomon.fusion.compare import compare
from rashomon.fusion.identity import named
from rashomon.graph import meeting


def link(left, right, type="person"):
    one, other = (
        named(*(each if isinstance(each, tuple) else (each,))[:1], type, *_rest(each)) for each in (left, right)
    )
    found = compare(one, other)
    assert found == compare(other, one)
    return found, bool(set(map(meeting, one.keys)) & set(other.keys))


def _rest(each):
    return each[1:] if isinstance(each, tuple) else ()


def about(name, **facts):
    return name, (), facts


SAME = [
    ("person", "Mohammad Hashem Varga", "Mohammed Hashim Varga"),
    ("person", "Osip Varga", "Colonel Osip Varga"),
    ("person", "Osip Varga", "Osip Lorik Varga"),
    ("person", "Abdul Qadir Mesud", "Abd al-Qader Masoud"),
    ("person", "Ren Jong Ul", "Ren Jong-ul"),
    ("person", "O. Varga", "Osip Varga"),
    ("person", "Bob Halvard", "Robert Halvard"),
    ("organization", "Lashar-e-Tavila", "Lashkar Tavila"),
    ("organization", "Oro Bank", "Oro Bank Ltd."),
    ("organization", "Oro Bank", "The Oro Banco"),
    ("organization", ("Lowland Liberation Army", ["LLA"]), "LLA"),
    ("organization", "Lashar-e-Tavil", "LeT"),
    ("organization", "Kestrel", "Kestrel Corporation"),
    ("organization", "Hezbora", "Hizbora"),
    ("organization", about("Supreme Court", about=["pk"]), about("Pakistan Supreme Court", countries=["pk"])),
    ("organization", "Kenya Lowland League", "Lowland League"),
    ("place", "U.S.", "America"),
    ("place", "United States of America", "U.S."),
    ("place", "DPRK", "Democratic People’s Republic of Korea"),
    ("place", "Muzafarabad", "Muzaffarabad"),
    ("place", "MERROW", "Merrow"),
    ("place", "Tolmar Museum", "Tolmar National Museum"),
]


@pytest.mark.parametrize(("type", "left", "right"), SAME[:7] + SAME[8:])
def test_same(type, left, right):
    found, meet = link(left, right, type)
    assert meet
    assert found.verdict == "same"
    assert found.reasons


MAYBE = [
    ("person", "Varga", "Osip Varga"),
    ("person", "George A. Varga", "George H. A. Varga"),
    ("person", about("John Smith", kinds=["sport"]), about("John Smith", kinds=["politics"])),
    ("organization", "Oro Bank Ltd", "Oro Bank Inc"),
    ("organization", "Lowland Liberation Army", "LLA"),
    ("organization", "Oro", "Oro Shipping Lines"),
    ("organization", "United Nations", "UN Relief Council"),
    ("place", "Merrow", "Merrow Valley"),
    ("place", about("Merrow", within=["kestrova"]), about("Merrow", within=["oskaria"])),
]


@pytest.mark.parametrize(("type", "left", "right"), MAYBE)
def test_a_person_is_asked(type, left, right):
    found, meet = link(left, right, type)
    assert meet
    assert found.verdict == "maybe"


APART = [
    ("person", "Masir Azhar", "Masir Asghar"),
    ("person", "Osip Varga", "Yorik Varga"),
    ("person", "Ren Jong Ul", "Ren Jong Mil"),
    ("person", "Lene Karst", "Osip Varga"),
    ("organization", "Oro Bank", "Kestrel Bank"),
    ("organization", "Rautors", "Raiders"),
    ("organization", "KNA", "KNNA"),
    ("organization", "GET", "Getty"),
    ("organization", "Lowland Liberation Army", "Upland Liberation Army"),
    ("organization", "Pakistan Army", "Kenyan Army"),
    ("organization", "Ministry of Defence", "Pakistan's Ministry of Defence"),
    ("organization", about("Supreme Court", about=["pk"]), about("Supreme Court", about=["ke"])),
    ("place", "Niger", "Nigeria"),
    ("place", "North Merrow", "South Merrow"),
    ("place", "North Merrow", "Merrow"),
]


@pytest.mark.parametrize(("type", "left", "right"), APART)
def test_no_link(type, left, right):
    assert link(left, right, type)[0] is None


DIFFERENT = [
    ("office", {"offices": [["governor", "kestrova"]]}, {"offices": [["governor", "oskaria"]]}),
    ("death", {"died": [["1998-01-01", "1998-01-01"]]}, {"died": [["2015-01-01", "2015-02-01"]]}),
    ("age", {"born": [[1950, 1951]]}, {"born": [[1980, 1981]]}),
    ("relative", {"kin": [["sibling", "lorik varga"]]}, {}),
    ("state and work", {"countries": ["ke"], "kinds": ["sport"]}, {"countries": ["no"], "kinds": ["law"]}),
]


@pytest.mark.parametrize(("why", "left", "right"), DIFFERENT[:3])
def test_namesakes(why, left, right):
    found, _ = link(("Osip Varga", (), left), ("Osip Varga", (), right))
    assert found.verdict == "different"
    assert min(reason.weight for reason in found.reasons) < 0


def test_nobody_is_their_own_relative():
    found, _ = link(about("Osip L. Varga", kin=[["child", "osip varga"]]), "Osip Varga")
    assert found.verdict == "different"


def test_other_state_and_other_work_are_other_people():
    found, _ = link(
        about("John Smith", countries=["ke"], kinds=["sport"]), about("John Smith", countries=["no"], kinds=["law"])
    )
    assert found.verdict == "different"


SUPPORT = [
    {"bodies": ["lowland army"]},
    {"offices": [["president", ""]]},
    {"kin": [["sibling", "lorik varga"]]},
]


@pytest.mark.parametrize("facts", SUPPORT)
def test_a_surname_joins_a_full_name_with_support(facts):
    found, _ = link(about("Varga", **facts), about("Osip Varga", **facts))
    assert found.verdict == "same"


def test_accounts_of_one_death_may_differ_by_days():
    one, other = ([[f"2031-01-0{day}", f"2031-01-0{day}"]] for day in (1, 3))
    assert link(about("Osip Varga", died=one), about("Osip Varga", died=other))[0].verdict == "same"


def test_no_shared_fact_joins_two_names():
    found, _ = link(about("Osip Varga", bodies=["oro bank"]), about("Yorik Varga", bodies=["oro bank"]))
    assert found is None or found.verdict == "maybe"


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (("Merrow", "organization"), ("Merrow", "place"), "maybe"),
        (("Merrow", "person"), ("Merrow", "place"), None),
        (("Osip Varga", "other"), ("Osip Varga", "person"), "same"),
        (("Osip Varga", "other"), ("Yorik Varga", "person"), None),
    ],
)
def test_types(left, right, verdict):
    found = compare(named(*left), named(*right))
    assert (found.verdict if found else None) == verdict
