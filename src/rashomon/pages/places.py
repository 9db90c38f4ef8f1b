"""What the names of elements say of the text in them: caption, byline, related links, navigation ...

In: places. Out: labels. The words are data (`data/places.toml`); which text is article does not belong here.
"""

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from rashomon.pages.visible import Place

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Rule:
    label: str
    tags: frozenset[str]
    names: re.Pattern[str]
    exceptions: re.Pattern[str] | None


class Labels:
    """The labels of the places of one page; an element that holds `cores` (most of the article) has none."""

    def __init__(self, cores: Collection[Place] = ()) -> None:
        self._cores = frozenset(cores)
        self._known: dict[Place, str | None] = {}

    def of(self, place: Place) -> str | None:
        """The label of the innermost labelled element that the place is in."""
        chain = []
        label: str | None = None
        for each in place.outward():
            if each in self._cores:
                break
            if each in self._known:
                label = self._known[each]
                break
            chain.append(each)
        for each in reversed(chain):
            label = self._known[each] = label_of(each.tag, each.names) or label
        return label

    def section(self, place: Place) -> Place:
        """The outermost element that the place is in and that does not hold the article too."""
        section = place
        for each in place.outward():
            if each in self._cores or each.above is None or each.tag == "body":
                break
            section = each
        return section

    def all(self, place: Place) -> Iterator[str]:
        """All labels of the elements that the place is in, inside out."""
        for each in place.outward():
            if each in self._cores:
                return
            label = label_of(each.tag, each.names)
            if label:
                yield label


@lru_cache(maxsize=20_000)
def label_of(tag: str, names: str) -> str | None:
    """The label of an element by its tag and names, None where they say nothing."""
    words = _words(names) if names else ""
    for rule in _rules():
        if tag in rule.tags:
            return rule.label
        if words and rule.names.search(words) and not (rule.exceptions and rule.exceptions.search(words)):
            return rule.label
    return None


def _words(names: str) -> str:
    """`relatedLinks big` as ` related-links big `."""
    parts = (_NO_WORD.sub("-", _CAMEL.sub("-", name).lower()).strip("-") for name in names.split())
    return " ".join(part for part in parts if part)


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    raw = resources.files("rashomon.pages").joinpath("data/places.toml").read_text(encoding="utf-8")
    return tuple(
        _Rule(
            label,
            frozenset(row.get("tags", ())),
            _pattern(row["names"]),
            _pattern(row["not"]) if "not" in row else None,
        )
        for label, row in tomllib.loads(raw).items()
    )


def _pattern(names: list[str]) -> re.Pattern[str]:
    """Names as one pattern: whole words of the hyphenated names, `*` for any letters at an end."""
    parts = [re.escape(name).replace(r"\*", "[a-z0-9]*") for name in names]
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(parts)})(?![a-z0-9])")
