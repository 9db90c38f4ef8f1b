"""Names are compared with those that sound alike only; what comes out is what comparing all with all gives."""

from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, product
from pathlib import Path
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from rashomon.language.chains import Bearers, build, spellings
from rashomon.language.runs import Run
from rashomon.language.variants import consonants, plain, same_name, same_word
from rashomon.pages.opening import Opened, open_page
from rashomon.pages.sources import from_paths
from rashomon.settings import Settings
from tests.handmade import named

SAMPLES = Path(__file__).parents[2] / "samples"
LETTERS = "aeiouyqkwvdhpfcmn"
WORDS = st.text(LETTERS, min_size=1, max_size=7)
NAMES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


def groups(names: list[str], pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """The names in groups, those of a pair in one."""
    of = {name: {name} for name in names}
    for one, two in pairs:
        of[one] |= of[two]
        of |= dict.fromkeys(of[one], of[one])
    return sorted({tuple(sorted(group)) for group in of.values()})


def compared(names: list[str]) -> Iterator[tuple[str, str]]:
    """The names that are one, by comparing all with all."""
    for one, two in combinations(dict.fromkeys(names), 2):
        if plain(one) == plain(two) or same_name(plain(one), plain(two)):
            yield one, two


@given(st.lists(NAMES, max_size=12))
def test_names_that_sound_alike_are_all_that_need_be_compared(names):
    assert groups(names, spellings(names)) == groups(names, compared(names))


def test_the_names_of_the_samples_go_together_as_when_all_are_compared():
    names = []
    for raw in from_paths([str(SAMPLES)], Settings()):
        opened = open_page(raw, Settings())
        assert isinstance(opened, Opened)
        words = opened.page.text.split()
        names += [word.strip(".,:;") for word in words if word[:1].isupper()]
        names += [" ".join(pair) for pair in pairwise(words) if all(map(str.istitle, pair))]
    assert len(set(names)) > 300
    assert groups(names, spellings(names)) == groups(names, compared(names))


@given(WORDS, WORDS)
def test_one_word_in_two_spellings_has_one_set_of_consonants(one, other):
    assert not same_word(one, other) or consonants(one) == consonants(other)


FULL = st.lists(st.lists(WORDS, min_size=2, max_size=3).map(" ".join), unique=True, min_size=1, max_size=6)


@given(FULL, st.data())
def test_a_lone_name_finds_its_bearer_as_when_all_are_asked(names, data):
    full = {name: [name] for name in names}
    met = data.draw(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(names)), max_size=6).map(sorted))
    word = data.draw(WORDS | st.sampled_from([each for name in names for each in name.split()]))
    bearers = Bearers(full)
    for paragraph, head in met:
        bearers.met(head, paragraph)
    assert bearers.of(word, 5) == bearer(word, full, met, 5)


def bearer(word: str, full: dict[str, list[str]], met: list[tuple[int, str]], paragraph: int) -> str | None:
    """Whom a lone name means, by asking all: the only one, else the last before it if near, else the first."""
    for part in (slice(-1, None), slice(1), slice(1, -1)):
        heads = [
            head
            for head, names in full.items()
            if any(same_word(each, word) for name in names for each in plain(name).split()[part])
        ]
        before = [(place, head) for place, head in met if head in heads]
        if len(heads) == 1:
            return heads[0]
        if before:
            return before[-1][1] if paragraph - before[-1][0] <= 1 else before[0][1]
        if heads:
            return None
    return None


def test_thousands_of_names_are_put_together_in_less_than_a_second():
    figures = list(product("BDFGKLMNRT", repeat=3))
    people = ["".join(f"{letter.lower()}o" for letter in letters).title() for letters in figures]
    bodies = [" ".join(f"{letter}orin" for letter in letters) for letters in figures]
    said, votes = [], {}
    for surname, body, letters in zip(people, bodies, figures, strict=True):
        said += [f"Irek {surname}", surname, body, "".join(letters)]
        votes |= {f"Irek {surname}": {"person": 3.0}, surname: {}, body: {"organization": 3.0}, "".join(letters): {}}
    doc = named(" , ".join(said))
    ends = [token.i for token in doc if token.text == ","] + [len(doc)]
    runs = [Run(begin, end, begin) for begin, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)]
    before = process_time()
    chains = build(doc, runs, votes)
    assert process_time() - before < 1
    assert [(chain.kind, list(chain.names)) for chain in chains] == [
        (kind, names)
        for surname, body, letters in zip(people, bodies, figures, strict=True)
        for kind, names in (
            ("person", [f"Irek {surname}", surname]),
            ("organization", [body, "".join(letters)]),
        )
    ]
