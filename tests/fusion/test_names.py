import pytest

from rashomon.fusion.names import fold, parse

PERSONS = [
    ("Maulana Masir Azlan", "masir azlan"),
    ("al-Karimi", "karimi"),
    ("Abd al-Rahman Yasir", "abdulrahman yasir"),
    ("Abdurrahman Yasir", "abdulrahman yasir"),
    ("Abdul-Qadir Mesud", "abdulqadir mesud"),
    ("Habib Ullah Jan", "habibullah jan"),
    ("Nur al-Din Zengal", "nuruddin zengal"),
    ("Nureddine Zengal", "nuruddin zengal"),
    ("Bob Halvard", "robert halvard"),
    ("Halvard Bob", "halvard bob"),
    ("Osip Varga Jr.", "osip varga"),
    ("Osip Varga's", "osip varga"),
    ("O'Neal Brandt", "oneal brandt"),
    ("Çelik Øster", "celik oster"),
    ("Al Varga", "al varga"),
    ("Das Karst", "das karst"),
    ("Van Buuren", "van buuren"),
    ("van Buuren", "buuren"),
    ("O. Varga", "o varga"),
    ("Ren Jong Ul", "ren jong ul"),
    ("ع", ""),
    ("Осип Варга", "osip varga"),
    ("General", "general"),
    ("", ""),
    ("…", ""),
]


@pytest.mark.parametrize(("written", "plain"), PERSONS)
def test_person(written, plain):
    assert parse(written, "person").plain == plain


BODIES = [
    ("The Oro Bank Ltd.", "oro bank", {"ltd"}),
    ("Oro Bank, S.A. de C.V.", "oro bank", {"sa"}),
    ("JOINT STOCK COMPANY ORO", "oro", {"jsc"}),
    ("Banco Oro", "bank oro", set()),
    ("U.N. Relief Council", "united nations relief council", set()),
    ("Un Bel Canto", "un bel canto", set()),
    ("Ltd", "ltd", set()),
]


@pytest.mark.parametrize(("written", "plain", "legal"), BODIES)
def test_body(written, plain, legal):
    name = parse(written, "organization")
    assert (name.plain, set(name.legal)) == (plain, legal)


def test_towns_of_two_names_are_one():
    assert parse("Kiev", "place").plain == parse("Kyiv", "place").plain


@pytest.mark.parametrize(
    ("written", "short", "spelt"),
    [
        ("Lowland Liberation Army", "", {"lla"}),
        ("Lashar-e-Tavil", "", {"let", "lt"}),
        ("LLA", "LLA", set()),
        ("LeT", "LeT", set()),
        ("Oro", "", set()),
    ],
)
def test_short_forms(written, short, spelt):
    name = parse(written, "organization")
    assert (name.short, set(name.initials)) == (short, spelt)


def test_what_many_bear_tells_little():
    assert parse("Mohammad Varga", "person").weights == (0.6, 1.0)
    assert parse("Oro Bank", "organization").weights == (1.0, 0.35)


def test_fold_leaves_latin_letters():
    assert fold("ŁÓDŹ") == "lodz"
