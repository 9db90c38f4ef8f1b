"""What a candidate shows of itself: kind, gender and number, the words that count, and where it stands.

In: `Columns`, candidates and the entities of the page. Out: one `Traits` for each candidate. Two candidates are
compared elsewhere.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.language.coreference.candidates import DEFINITE, Candidate
from rashomon.language.coreference.columns import OUTSIDE, Columns
from rashomon.records import Entity

_SEPARATOR = re.compile(r"\s*,\s*")
_WORD = re.compile(r"[\w'’.-]+")
_PERSONAL_ENDINGS = ("man", "woman", "ist", "eer")
_LABELS = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "DATE": "time",
    "TIME": "time", "NORP": "people",
}  # fmt: skip
_OF_PRONOUNS = {"i": "person", "you": "person", "he": "person", "she": "person"}
_PLURAL = frozenset({"NNS", "NNPS"})
_LIGHT = frozenset({"DET", "PUNCT", "SPACE", "ADP", "PART", "CCONJ", "PRON", "AUX"})


@dataclass(frozen=True, slots=True)
class Traits:
    """What a candidate shows.

    `kind` is `person organization place people time thing` or empty, `gender` `male female` or empty, `number` `s p`;
    `words` are the lower-case words that count before and at the head, `text` is the whole phrase without its article.
    """

    kind: str
    gender: str
    number: str
    lemma: str
    words: frozenset[str]
    text: str
    dep: str
    sentence: int
    block: int
    quote: int


@cache
def tables() -> dict[str, frozenset[str]]:
    """The word lists of data/nominals.toml."""
    table = tomllib.loads(files("rashomon.language").joinpath("data/nominals.toml").read_text(encoding="utf-8"))
    return {name: frozenset(_SEPARATOR.split(" ".join(words.split()))) for name, words in table.items()}


def of(columns: Columns, candidates: Sequence[Candidate], entities: Sequence[Entity]) -> list[Traits]:
    """The traits of each candidate."""
    genders = [_gender_of_entity(entity) for entity in entities]
    return [_traits(columns, each, entities, genders) for each in candidates]


def _traits(columns: Columns, each: Candidate, entities: Sequence[Entity], genders: Sequence[str]) -> Traits:
    head = each.head
    lemma = columns.lemma[head]
    if each.form == "pronoun":
        kind, words = _OF_PRONOUNS.get(each.sort, ""), frozenset[str]()
        gender = {"he": "male", "she": "female"}.get(each.sort, "")
        number = "p" if each.sort in {"we", "they"} or columns.lower[head] in {"these", "those"} else "s"
    else:
        last = max(head + 1, each.run[1] if each.run else 0)
        inside = range(each.start, last)
        words = frozenset(columns.lower[at] for at in inside if columns.pos[at] not in _LIGHT)
        number = "p" if columns.tag[head] in _PLURAL else "s"
        if each.form == "name":
            kind, gender, number = entities[each.entity].type, genders[each.entity], "s"
            gender = gender or _gender_of_words(columns.lower[at].rstrip(".") for at in inside)
        else:
            kind, gender = _kind_of_noun(columns, head, lemma), _gender_of_words((lemma,))
    first = each.start + (columns.lower[each.start] in DEFINITE)
    return Traits(
        kind, gender, number, lemma, words, " ".join(columns.lower[first : each.end]), columns.dep[head],
        columns.sentence[head], columns.block[head], columns.quote[head],
    )  # fmt: skip


def is_common(trait: Traits) -> bool:
    """Whether the head is a word for people, bodies or places, as it may be with a capital: the Minister."""
    return any(trait.lemma in tables()[name] for name in ("persons", "organizations", "places", "general"))


def _kind_of_noun(columns: Columns, head: int, lemma: str) -> str:
    known = tables()
    if columns.label[head] in _LABELS:
        return _LABELS[columns.label[head]]
    if lemma in known["persons"] or lemma in known["male"] or lemma in known["female"]:
        return "person"
    if lemma in known["organizations"]:
        return "organization"
    if lemma in known["places"]:
        return "place"
    return "person" if len(lemma) > 5 and lemma.endswith(_PERSONAL_ENDINGS) else "thing"


def _gender_of_words(words: object) -> str:
    known = tables()
    for word in words:  # type: ignore[attr-defined]
        for gender in ("male", "female"):
            if word in known[gender]:
                return gender
    return ""


def _gender_of_entity(entity: Entity) -> str:
    """What titles and descriptions say, else the given name."""
    if entity.type != "person":
        return ""
    said = _gender_of_words(
        word.lower().rstrip(".") for text in entity.descriptions for word in _WORD.findall(text)[-3:]
    )
    if said:
        return said
    first = entity.name.split()[0]
    known = tables()
    return "female" if first in known["women"] else "male" if first in known["men"] else ""


def speakers(columns: Columns, candidates: Sequence[Candidate]) -> dict[int, int]:
    """For each quotation the candidate that is the subject of the verb beside it, outside the quotation."""
    out: dict[int, int] = {}
    quoted: dict[int, set[int]] = {}
    for at, number in enumerate(columns.quote):
        if number != OUTSIDE:
            quoted.setdefault(columns.sentence[at], set()).add(number)
    for place, each in enumerate(candidates):
        if columns.quote[each.head] == OUTSIDE and columns.dep[each.head] == "nsubj":
            for number in quoted.get(columns.sentence[each.head], ()):
                out.setdefault(number, place)
    return out
