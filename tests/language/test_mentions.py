"""Names of a page and the entities they make, by rules over Docs built by hand."""

from dataclasses import replace

import pytest

from rashomon import layers
from rashomon.language.mentions import Names
from tests.handmade import named


def entities(text):
    doc = named(text)
    for token in doc:
        token.pos_ = "PROPN" if token.text[0].isupper() and token.i else token.pos_ or "X"
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "." or doc[token.i - 1].is_space
    return {e.name: e for e in layers.entities(Names()(doc))}, doc.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw [PERSON Gen. Odo Marsh] in [GPE Karachi].", {"Odo Marsh": "person", "Karachi": "place"}),
        ("They met [GPE Prime Minister Ines Roth] there.", {"Ines Roth": "person"}),
        ("It was the [PERSON Marl Party]'s idea.", {"Marl Party": "organization"}),
        ("the [PERSON Roth]-led [ORG Marl Party] won.", {"Roth": "person", "Marl Party": "organization"}),
        ("the [GPE Jaish-e-Noor] group fled.", {"Jaish-e-Noor": "organization"}),
        ("an [NORP Indian] officer and a [NORP Pakistani] one met.", {}),
        ("they met on [ORG Monday] in [ORG May].", {}),
        ("he saw [ORG Abdul] [PERSON Karim Noor] there.", {"Abdul Karim Noor": "person"}),
        ("in the [GPE Dorn Valley] it rained.", {"Dorn Valley": "place"}),
        ("so [PERSON Moon Rae]-in spoke.", {"Moon Rae-in": "person"}),
        ("so [PERSON Moon Rae]-led forces fled.", {"Moon Rae": "person"}),
        ("so [PERSON Ines Rae]-in spoke.", {"Ines Rae": "person"}),
        ("[PERSON Dornmar], 9 August 2031. Police in [PERSON Dornmar] said so.", {"Dornmar": "place"}),
        ("[ORG Dornmar], July 9 ( [GPE Tidewire] ) — Police fled.", {"Dornmar": "place", "Tidewire": "organization"}),
        ("a seat on flight [ORG XY] 814 to [GPE Lahore].", {"Lahore": "place"}),
        (
            "so [PERSON Trell] insists. they met in [PERSON Trell] today. near [PERSON Trell] it rained.",
            {"Trell": "place"},
        ),
        ("so [PERSON Renk] said. in [PERSON Renk]'s view it rained.", {"Renk": "person"}),
        ("a fire on [PERSON Pier] 6 burned.", {}),
        ("so the [PERSON Lantern] wrote.", {}),
        ("so the [PERSON Secretary] met [ORG Indian PM] there.", {}),
        ("so [PERSON Ines King] met us. then [PERSON King] left.", {"Ines King": "person"}),
        ("so the [GPE Indians] won. all [ORG Islamists] left.", {}),
        ("so [PERSON Ada Dane] met us. then [PERSON Dane] left.", {"Ada Dane": "person"}),
    ],
)
def test_names_and_kinds(text, expected):
    found, _ = entities(text)
    assert {name: entity.type for name, entity in found.items()} == expected


@pytest.mark.parametrize(("pos", "expected"), [("NOUN", {"Dorna"}), ("VERB", {"Dorna", "Dornan"})])
def test_an_adjective_made_from_a_name_of_the_page_is_no_name(pos, expected):
    doc = named("in [GPE Dorna] a [PERSON Dornan] post fell.")
    for token in doc:
        token.pos_ = {"Dorna": "PROPN", "Dornan": "PROPN", "post": pos}.get(token.text, "X")
        token.is_sent_start = token.i == 0
    assert {entity.name for entity in layers.entities(Names()(doc))} == expected


def test_acronym_short_form_and_spelling_are_one():
    found, _ = entities(
        "the [ORG Jaish-e-Mohsin] ([PERSON JeM]) grew. then [PERSON JeM] split. the [GPE Jaish-e-Mohsen] fell."
    )
    assert {(e.name, e.aliases, len(e.mentions)) for e in found.values()} == {
        ("Jaish-e-Mohsin", ("JeM", "Jaish-e-Mohsen"), 4)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "so [PERSON Odo Azhar] and [PERSON Ali Asghar] met . then [PERSON Azhar] left. [PERSON Asghar] stayed.",
            {"Odo Azhar": 2, "Ali Asghar": 2},
            id="Azhar is not Asghar",
        ),
        pytest.param(
            "so [PERSON Odo Azhar] and [PERSON Ali Azhar] , two brothers , met.",
            {"Odo Azhar": 1, "Ali Azhar": 1},
            id="two brothers stay two",
        ),
        pytest.param(
            "so [PERSON Hamid al-Varga] left. then [ORG El-Varga] spoke.",
            {"Hamid al-Varga": 2},
            id="al- and el-",
        ),
        pytest.param(
            "so [PERSON Mohammad Odo Khan] met [PERSON Muhammad Odo Khan] and [PERSON Mohammed Odo Khan] .",
            {"Mohammad Odo Khan": 3},
            id="spellings",
        ),
        pytest.param(
            "so [PERSON Usama bin Marsh] left. then [PERSON Osama bin Marsh] and [PERSON Bin Marsh] .",
            {"Usama bin Marsh": 3},
            id="the surname with its particle",
        ),
        pytest.param(
            "so [PERSON Ines Halk Marsh] left. then [PERSON Halk Marsh] spoke.",
            {"Ines Halk Marsh": 2},
            id="two surnames",
        ),
        pytest.param(
            "so [PERSON Ines Peter Marsh] left. then [PERSON Peter Marsh] spoke.",
            {"Ines Peter Marsh": 1, "Peter Marsh": 1},
            id="two given names",
        ),
    ],
)
def test_who_is_who_by_name(text, expected):
    found, _ = entities(text)
    assert {name: len(entity.mentions) for name, entity in found.items()} == expected


def test_a_title_word_inside_an_office_is_no_title():
    found, _ = entities("the [ORG Ministry of Foreign Affairs] said so.")
    assert set(found) == {"Ministry of Foreign Affairs"}


def test_a_surname_goes_to_the_bearer_last_named_near_it_else_to_the_first():
    found, text = entities(
        "so [PERSON Odo Marsh] met [PERSON Ines Marsh] . then [PERSON Marsh] left.\n\nIt rained.\n\n"
        "It was when [PERSON Marsh] came."
    )
    assert [text[m.start : m.end] for m in found["Odo Marsh"].mentions] == ["Odo Marsh", "Marsh"]
    assert [text[m.start : m.end] for m in found["Ines Marsh"].mentions] == ["Ines Marsh", "Marsh"]
    assert found["Odo Marsh"].mentions[-1].start > text.index("when")


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("Mr.", "Mrs."), {"Hillary Marsh": 2, "Marsh": 1}),
        (("Mrs.", "Mr."), {"Hillary Marsh": 2, "Marsh": 1}),
        (("Mr.", "Mr."), {"Hillary Marsh": 3}),
    ],
)
def test_mr_and_mrs_are_two_of_whom_one_is_named_in_full(titles, expected):
    first, second = titles
    found, _ = entities(
        f"so [PERSON Hillary Marsh] left. then {first} [PERSON Marsh] spoke. so {second} [PERSON Marsh] slept."
    )
    assert {name: len(entity.mentions) for name, entity in found.items()} == expected


def test_a_title_chooses_between_two_of_one_surname():
    found, _ = entities(
        "so [PERSON Odo Marsh] met [PERSON Hillary Marsh] . then Mr. [PERSON Marsh] left. so [PERSON Marsh] slept."
    )
    assert {name: len(entity.mentions) for name, entity in found.items()} == {"Odo Marsh": 2, "Hillary Marsh": 2}


def test_a_middle_name_alone_is_its_bearer():
    found, text = entities("so [PERSON Odo Halim Marsh] met [PERSON Ines Marsh] . then [PERSON Halim] left.")
    assert [text[m.start : m.end] for m in found["Odo Halim Marsh"].mentions] == ["Odo Halim Marsh", "Halim"]


def test_a_headline_counts_only_what_the_text_names():
    found, _ = entities(
        "[ORG Rebels Attack Karl Venn Before Dorn Vote]\n\n so [PERSON Karl Venn] fled to [GPE Lahore]."
    )
    assert {name: len(e.mentions) for name, e in found.items()} == {"Karl Venn": 2, "Lahore": 1}


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("[ORG Dorna Workers] Leave Marl Today", {"Dorna"}),
        ("[ORG SECRET] Plans Leave Marl Today", {"Dorna"}),
        ("[ORG Venn Workers] Leave Marl Today", {"Dorna"}),
        ("[ORG Reed Banner] Leaves Marl Today", {"Dorna", "Reed Banner"}),
    ],
)
def test_in_a_headline_alone_a_common_word_is_no_part_of_a_name(headline, expected):
    found, _ = entities(f"{headline}\n\n so the workers of [GPE Dorna] fled in secret.")
    assert expected >= set(found) - {"Marl"}
    assert "Dorna" in found


def test_ids_hang_on_page_kind_and_name():
    first, _ = entities("so [PERSON Odo Marsh] left.")
    again, _ = entities("so [PERSON Odo Marsh] left.")
    assert first["Odo Marsh"].id == again["Odo Marsh"].id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("so the [ORG Marl Research Centre] met. then [ORG Marl Research] left.", {"Marl Research Centre": 2}),
        ("so [ORG Tidal Electronics] met. then [ORG Tidal] left.", {"Tidal Electronics": 2}),
        (
            "so [ORG Tidal Electronics] met [ORG Tidal Bank] . then [ORG Tidal] left.",
            {"Tidal Electronics": 1, "Tidal Bank": 1, "Tidal": 1},
        ),
        ("so [ORG Tidal] met. then [ORG Tidal Ltd] left. so [ORG Tidal] fell.", {"Tidal": 3}),
        ("so the [ORG Associated Press] wrote. then the [ORG AP] left.", {"Associated Press": 2}),
        ("so [PERSON Odo DeMarsh] met. then [PERSON De Marsh] left.", {"Odo DeMarsh": 2}),
        ("in [GPE Dover, Ala.] it rained. in [GPE Alabama] it snowed.", {"Dover": 1, "Alabama": 2}),
        ("in [GPE Israel] it rained. the [GPE State of Israel] fell.", {"Israel": 2}),
        ("in [GPE DORN] it rained. in [GPE Dorn] they slept. the [GPE City of Dorn] fell.", {"City of Dorn": 3}),
    ],
)
def test_what_is_short_for_a_longer_name(text, expected):
    found, _ = entities(text)
    assert {name: len(entity.mentions) for name, entity in found.items()} == expected


@pytest.mark.parametrize(
    "caption",
    [
        "The old hall. [PERSON Odo Marsh]/Reuters",
        "So [GPE Dorn] fell. Photo by [PERSON Odo Marsh]",
        "So [GPE Dorn] fell Credit [PERSON Odo Marsh], via [ORG Tidewire]",
    ],
)
def test_who_took_a_picture_is_not_named_by_the_page(caption):
    doc = named(caption)
    doc._.rashomon_blocks = tuple(replace(block, role="caption") for block in layers.blocks(doc))
    for token in doc:
        token.pos_ = "PROPN" if token.text[0].isupper() and token.i else "X"
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    assert {entity.name for entity in layers.entities(Names()(doc))} <= {"Dorn"}
