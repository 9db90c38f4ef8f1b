import pytest
from quality.name_pairs import Entry, best, f1, half_of, ours, pairs

ENTRIES = [
    Entry("list", "1", "person", ("Osip Varga", "Ossip Varga")),
    Entry("list", "2", "person", ("Yorik Varga", "Yorick Varga")),
    Entry("list", "3", "organization", ("Oro Bank", "Oro Banco")),
    Entry("other", "4", "person", ("Lene Varga", "Lena Varga")),
]


def test_names_of_one_entry_match_and_lookalikes_of_its_list_and_type_do_not():
    made = pairs(ENTRIES)
    assert {(p.left, p.right) for p in made if p.match} == {entry.names for entry in ENTRIES}
    apart = {frozenset((p.left, p.right)) for p in made if not p.match}
    assert frozenset(("Osip Varga", "Yorik Varga")) in apart
    assert not any({"Lene Varga", "Oro Bank"} & names for names in apart)


def test_namesakes_are_no_pairs():
    namesake = Entry("list", "5", "person", ("VARGA, Osip", "Varga Osip"))
    assert not any({p.left, p.right} == {"Osip Varga", "VARGA, Osip"} for p in pairs([*ENTRIES, namesake]))


def test_f1():
    scored = [(0.9, True), (0.8, False), (0.2, True)]
    assert f1(scored, 0.5) == 0.5
    assert f1(scored, 0.1) == 0.8
    assert best(scored) == (pytest.approx(0.8), 0.2)


def test_halves_are_steady():
    assert [half_of(entry) for entry in ENTRIES] == [half_of(entry) for entry in ENTRIES]
    assert {half_of(Entry("list", str(at), "person", ())) for at in range(20)} == {"train", "dev"}


def test_our_scores():
    make, score = ours()
    scores = dict(zip(pairs(ENTRIES), score([make(pair) for pair in pairs(ENTRIES)]), strict=True))
    assert all((value >= 0.8) == pair.match for pair, value in scores.items())
