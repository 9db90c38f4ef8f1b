"""What a joiner is: for one kind of item the three functions that make forms, links and groups of it.

In: nothing. Out: `Joiner`. Which ones there are stands in `joiners`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rashomon.graph import Form, ItemKind, Link, Verdict

Formed = tuple[tuple[str, Form], ...]
"""Ids of records, each with its form."""
Groups = tuple[tuple[str, ...], ...]
"""Form ids, group by group."""


@dataclass(frozen=True, slots=True)
class Joiner:
    """How one kind of item is joined across pages.

    `forms(reading, ...)`: each record of a page with its form; an event also needs the entities' form ids.
    `compare(left, right)`: the link of two forms that share a key, or None; symmetric.
    `group(forms, links, decided)`: the groups of one connected component; `decided` are pairs of form ids with `same`
    or `different`, which outrank links. Forms come without keys and facts, links without reasons.
    `heeds`: the verdicts of the links that `group` needs.
    `whole(name, type)`: whether a form of this name joins whatever it is linked to as the same: a component of such
    forms alone is one group where nothing sets two of them apart, and `group` need not be asked.
    """

    forms: Callable[..., Formed]
    compare: Callable[[Form, Form], Link | None]
    group: Callable[[Iterable[Form], Iterable[Link], Iterable[tuple[str, str, str]]], Groups]
    heeds: tuple[Verdict, ...] = ("same", "maybe", "different")
    whole: Callable[[str, str], bool] | None = None


Joiners = Mapping[ItemKind, Joiner]
