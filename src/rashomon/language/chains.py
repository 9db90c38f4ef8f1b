"""Runs to chains: which names of a page are one person, organisation or place, and of what kind it is.

In: a `Doc`, its `Run`s and the votes for each name. Out: `Chain`s. Two people with one surname stay two: a surname
alone goes to its only bearer, else to the one last named in full in its paragraph or the one before, else to the one
whom the page named first in full, as news name the others in full again. Knowledge from other pages, and pronouns, do
not belong here.
"""

import itertools
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from rashomon import layers
from rashomon.language import acronyms, kinds
from rashomon.language.coreference.traits import tables
from rashomon.language.lexicon import lexicon
from rashomon.language.runs import Run
from rashomon.language.variants import consonants, plain, same_name, same_word

_BRACKETS = {"(": ")", "[": "]"}
_NEAR = 1
"""So many paragraphs further on a surname alone still means the bearer last named in full."""
_PARTS = (slice(-1, None), slice(1), slice(1, -1))
"""Where a lone name stands in full names, likeliest first: at the end, at the beginning, between."""
_Heard = dict[str, list[tuple[str, str]]]
"""By consonants, words with the groups whose names have them."""
_OF_OTHERS = {"mr": "women", "mrs": "men", "ms": "men", "miss": "men"}
"""Titles, and the table of given names that none whom they stand before bears."""
_TOWN = re.compile(r"^(?:City|Town|Village) of (?=[A-Z])")
FORMS_OF_COMPANIES = frozenset({"inc", "ltd", "llc", "plc", "corp", "co", "company", "corporation", "group"})

_CENTRES = frozenset({"center", "centre", "institute", "institution"})
"""Last words that several before them stand without: Marl Research Centre."""


@dataclass(slots=True)
class Chain:
    """One entity of the page: its kind and its mentions, each with the name it uses."""

    kind: str
    runs: list[Run] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)

    def add(self, run: Run, name: str) -> None:
        """One more mention."""
        self.runs.append(run)
        self.names[name] += 1


class _Groups:
    """Names that are one, by union."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}

    def of(self, name: str) -> str:
        """The name that stands for the group."""
        while self._above[name] != name:
            self._above[name] = self._above[self._above[name]]
            name = self._above[name]
        return name

    def join(self, one: str, other: str) -> None:
        """The two groups are one."""
        first, second = self.of(one), self.of(other)
        if first != second:
            self._above[second] = first

    def members(self) -> dict[str, list[str]]:
        """Each group by the name that stands for it."""
        out: dict[str, list[str]] = defaultdict(list)
        for name in self._above:
            out[self.of(name)].append(name)
        return out


class Bearers:
    """Who bears a name of one word: `full` are the groups of people with their full names.

    It is told in the order of the text where full names stand.
    """

    def __init__(self, full: Mapping[str, Iterable[str]]) -> None:
        self._parts: tuple[_Heard, ...] = tuple(defaultdict(list) for _ in _PARTS)
        self._given = {head: {name.split()[0] for name in names} for head, names in full.items()}
        for head, names in full.items():
            for words in (plain(name).split() for name in names):
                for part, heard in zip(_PARTS, self._parts, strict=True):
                    for word in words[part]:
                        heard[consonants(word)].append((word, head))
        self._first: dict[str, tuple[int, int]] = {}
        self._last: dict[str, tuple[int, int]] = {}
        self._met = 0

    def met(self, head: str, paragraph: int) -> None:
        """One of a group is named in full in a paragraph."""
        self._met += 1
        self._last[head] = (self._met, paragraph)
        self._first.setdefault(head, self._last[head])

    def of(self, word: str, paragraph: int, barred: Collection[str] = (), *, sure: bool = True) -> str | None:
        """The group of the person that a lone name means: by surname, else by given name, else by one between.

        Nobody with one of the given names in `barred` is meant; where that is not `sure`, nobody as long as there are
        others.
        """
        for heard in self._parts:
            alike = {head for other, head in heard.get(consonants(word), ()) if same_word(other, word)}
            heads = {head for head in alike if self._given[head].isdisjoint(barred)}
            heads = heads if heads or sure else alike
            if len(heads) == 1:
                return heads.pop()
            known = heads & self._first.keys()
            if known:
                last = max(known, key=self._last.__getitem__)
                near = paragraph - self._last[last][1] <= _NEAR
                return last if near else min(known, key=self._first.__getitem__)
            if heads:
                return None
        return None


def build(doc: Doc, runs: Sequence[Run], votes: dict[str, kinds.Votes]) -> list[Chain]:
    """The chains of a page in order of first mention; runs that are no names are left out."""
    named = [(run, kinds.text_of(doc, run)) for run in runs]
    groups = _Groups(dict.fromkeys(name for _, name in named))
    for one, other in spellings(name for _, name in named):
        groups.join(one, other)
    _join_brackets(groups, doc, named)
    _join_initials(groups, votes)
    kind = _decide(groups, votes)
    _join_short_forms(groups, kind)
    kind = {name: value for name, value in kind.items() if not _only_a_noun(name) or groups.of(name) != name}
    return _chain(doc, named, groups, kind)


def spellings(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of names that are one in two spellings; pairs that follow from others are left out."""
    aliases = lexicon().place_aliases
    keys: dict[str, str] = {}
    for name in dict.fromkeys(names):
        key = plain(aliases.get(name, _TOWN.sub("", name)))
        yield keys.setdefault(key, name), name
    heard: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in keys:
        heard[tuple(map(consonants, key.split()))].append(key)
    for alike in heard.values():
        for key, other in itertools.combinations(alike, 2):
            if same_name(key, other):
                yield keys[key], keys[other]


def _join_brackets(groups: _Groups, doc: Doc, named: Sequence[tuple[Run, str]]) -> None:
    """`Full Name (FN)` and `FN (Full Name)` are one."""
    for (run, name), (later, short) in itertools.pairwise(named):
        opening = doc[run.end].text if run.end < len(doc) else ""
        if later.start != run.end + 1 or opening not in _BRACKETS or later.end >= len(doc):
            continue
        if doc[later.end].text != _BRACKETS[opening]:
            continue
        if acronyms.is_short(short) and acronyms.may_stand_for(short, name):
            groups.join(name, short)
        elif acronyms.is_short(name) and acronyms.may_stand_for(name, short):
            groups.join(short, name)


def _join_initials(groups: _Groups, votes: dict[str, kinds.Votes]) -> None:
    """An acronym anywhere on the page goes to the only name that it spells."""
    shorts = {
        name: acronyms.letters_of(name)
        for name in votes
        if acronyms.is_short(name)
        and (len(name) > 2 or name in lexicon().known_organisations)
        and name not in lexicon().known_places
    }
    begun = acronyms.beginnings(shorts.values())
    spelled: dict[str, list[str]] = defaultdict(list)
    for name in votes if shorts else ():
        if len(plain(name).split()) > 1:
            for letters in acronyms.spelled(name, begun):
                spelled[letters].append(name)
    for short, letters in shorts.items():
        full = {groups.of(name) for name in spelled[letters]}
        if len(full) == 1:
            groups.join(full.pop(), short)


def _decide(groups: _Groups, votes: dict[str, kinds.Votes]) -> dict[str, str]:
    """The kind of each name: of its group, and of a surname as its bearers say."""
    total = {head: kinds.add(*(votes[name] for name in names)) for head, names in groups.members().items()}
    kind = {name: kinds.decide(total[groups.of(name)]) for name in votes}
    people = [plain(name).split() for name in votes if kind[name] == "person" and " " in name]
    surnames, given = {words[-1] for words in people}, {words[0] for words in people}
    surnames |= {" ".join(words[-2:]) for words in people if len(words) > 2 and words[-2] in lexicon().particles}
    lists = lexicon()
    for name in votes:
        known = name in lists.known_places or name in lists.known_organisations
        if (
            " " not in name
            and not known
            and (plain(name) in surnames or (plain(name) in given and name in lists.given))
        ):
            kind[name] = "person"
    return {name: value for name, value in kind.items() if value is not None and value != "other"}


def _only_a_noun(name: str) -> bool:
    """Whether a name is one of the words that end names (the Army, the State) and nothing else."""
    lists = lexicon()
    common = lists.organisations | lists.places | lists.heads
    return name.lower() in common and name not in lists.known_organisations


def _join_short_forms(groups: _Groups, kind: dict[str, str]) -> None:
    """Part of a longer name stands for it where only one longer name has that part."""
    words = {name: plain(name).split() for name in kind if kind[name] != "place"}
    ended: dict[tuple[str, ...], list[str]] = defaultdict(list)
    """Names by the words with which they begin or end."""
    heard: dict[str, list[str]] = defaultdict(list)
    """Names of people by how they begin."""
    for name, whole in words.items():
        for end in range(1, len(whole)):
            for part in {tuple(whole[:end]), tuple(whole[end:])}:
                ended[part].append(name)
        if kind[name] == "person" and len(whole) > 2:
            heard[consonants(whole[0])].append(name)
    for name, parts in words.items():
        if kind[name] == "person" and len(parts) < 2:
            continue
        alike = [*ended[tuple(parts)], *(heard[consonants(parts[0])] if kind[name] == "person" else ())]
        alike += ended["".join(parts),] if kind[name] == "person" and parts[0] in lexicon().particles else []
        others = {
            other
            for other in alike
            if kind[other] == kind[name] and len(words[other]) >= len(parts) and groups.of(other) != groups.of(name)
        }
        alone = len({groups.of(other) for other in others}) == 1
        longer = {groups.of(other) for other in others if _shortens(kind[name], parts, words[other], alone=alone)}
        if len(longer) == 1:
            groups.join(longer.pop(), name)


def _shortens(kind: str, parts: list[str], whole: list[str], *, alone: bool) -> bool:
    """Whether the words, of a person several, may be a short form of the longer name's words.

    `alone`: no other name of the page is longer by other words, as Oro Logistics is beside Oro Airways.
    """
    if kind == "person":
        if parts[0] in lexicon().particles:
            return whole[-len(parts) :] == parts or whole[-1] == "".join(parts)
        if whole[1:] == parts:  # of Ada Roe Bell "Roe Bell", but of Ada Odo Bell not "Odo Bell"
            return parts[0].capitalize() not in lexicon().given
        if len(whole) == len(parts) or not same_word(parts[0], whole[0]):
            return False
        rest = iter(whole)
        return all(any(_same_or_initial(part, word) for word in rest) for part in parts)
    if whole[: len(parts)] == parts:
        distinctive = len(parts) > 1 or (len(parts[0]) > 3 and parts[0] in lexicon().openers)
        more = set(whole[len(parts) :])
        short = alone and more <= (lexicon().firms | _CENTRES if len(parts) > 1 else lexicon().firms)
        return more <= FORMS_OF_COMPANIES or (distinctive and len(more) > 1) or short
    return whole[-len(parts) :] == parts and (len(parts) > 1 or parts[0] in lexicon().organisations)


def _same_or_initial(one: str, other: str) -> bool:
    return same_word(one, other) or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _chain(doc: Doc, named: Sequence[tuple[Run, str]], groups: _Groups, kind: dict[str, str]) -> list[Chain]:
    """Mentions to chains; lone surnames and given names find their bearers one by one."""
    chains: dict[str, Chain] = {}
    full: dict[str, list[str]] = {}
    for name, value in kind.items():
        if value == "person" and " " in plain(name):
            full.setdefault(groups.of(name), []).append(name)
    paragraph = _paragraphs(doc)
    bearers = Bearers(full)
    couples = _couples(doc, named)
    for run, name in named:
        if name not in kind:
            continue
        head = groups.of(name)
        if kind[name] == "person" and head not in full:
            title, word = _title(doc, run), plain(name)
            barred = tables()[_OF_OTHERS[title]] if title else ()
            head = bearers.of(word, paragraph[run.start], barred, sure=word in couples) or head
        elif head in full and len(plain(name).split()) > 1:
            bearers.met(head, paragraph[run.start])
        if head not in chains:
            chains[head] = Chain(kind[name])
        chains[head].add(run, name)
    return list(chains.values())


def _title(doc: Doc, run: Run) -> str:
    """The Mr. or Mrs. right before a name, as `_OF_OTHERS` has it; empty where there is none."""
    word = doc[run.start - 1].lower_.rstrip(".") if run.title < run.start else ""
    return word if word in _OF_OTHERS else ""


def _couples(doc: Doc, named: Sequence[tuple[Run, str]]) -> set[str]:
    """Surnames that the page has with Mr. and with Mrs.: two people, of whom perhaps one alone is named in full."""
    barred: dict[str, set[str]] = defaultdict(set)
    for run, name in named:
        if _title(doc, run):
            barred[plain(name)].add(_OF_OTHERS[_title(doc, run)])
    return {surname for surname, names in barred.items() if len(names) > 1}


def _paragraphs(doc: Doc) -> list[int]:
    """The number of the block of each token."""
    starts = [block.start for block in layers.blocks(doc)]
    return [bisect_right(starts, token.idx) for token in doc]
