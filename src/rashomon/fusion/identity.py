"""Which form an entity of a page has: what fusion knows of it, so that it can be compared with those of other pages.

In: a reading. Out: forms of its entities. Entities are never rewritten: forms, links and groups lie over them. What two
forms have in common does not belong here.
"""

from collections.abc import Iterable
from typing import Any

from rashomon.fusion.candidates import keys
from rashomon.fusion.countries import country
from rashomon.fusion.facts import Facts, facts_of, main_country, other_names
from rashomon.fusion.names import Name, parse
from rashomon.fusion.vocabulary import is_general, states_in
from rashomon.graph import Form
from rashomon.ids import make_id
from rashomon.records import Entity, EntityType, Reading

_SETTING_APART = ("bodies", "offices", "kin")


def forms(reading: Reading) -> tuple[tuple[str, Form], ...]:
    """Each entity's id with its form.

    An entity without a name has a form of its own and meets no other. So has, though it meets others, a person called
    by one word of whom the page says nothing that would tell: one page's Azhar need not be another's. A body whose name
    is a general one (the Supreme Court) belongs to the state that the page is about, and where there is none, to the
    page alone. A state is one, whether it acts or something is there.
    """
    stated, also, here = facts_of(reading), other_names(reading), main_country(reading)
    return tuple(
        (entity.id, _form(entity, also.get(entity.id, ()), stated[entity.id], here, reading.page.id))
        for entity in reading.entities
    )


def _form(entity: Entity, also: Iterable[str], facts: Facts, here: str | None, page: str) -> Form:
    name = parse(entity.name, entity.type)
    if not name.words or not any(mention.form == "name" for mention in entity.mentions):
        return _own(entity.name, entity.type, entity.id)
    if entity.type != "person" and country(entity.name):
        return named(entity.name, "place")
    if entity.type == "organization" and is_general(entity.name):
        states = states_in(entity.name) or set(facts.get("countries", ()))
        if not states and not here:
            return _own(entity.name, entity.type, page)
        facts = {**facts, "countries": sorted(states)} if states else {**facts, "about": [here]}
    local = page if _is_local(name, entity, facts) else ""
    return named(entity.name, entity.type, (*entity.aliases, *also), facts, local)


def _is_local(name: Name, entity: Entity, facts: Facts) -> bool:
    return entity.type == "person" and len(name.words) == 1 and not any(fact in facts for fact in _SETTING_APART)


def _own(name: str, type: EntityType, of: str) -> Form:
    """A form that meets no other."""
    facts: dict[str, Any] = {"name": name, "aliases": []}
    return Form(make_id("form", "entity", type, name, of), "entity", type, name, (), facts)


def named(name: str, type: EntityType, aliases: Iterable[str] = (), facts: Facts | None = None, page: str = "") -> Form:
    """The form of an entity of this name, type and facts; `page` where it is that page's alone.

    Aliases that are parts of the name say nothing more and are left out. A page's own name of which it states nothing
    meets only names that it may be short for.
    """
    name = " ".join(name.split())
    words = set(parse(name, type).words)
    kept = sorted({" ".join(alias.split()) for alias in aliases if not words.issuperset(parse(alias, type).words)})
    facts = facts or {}
    called = keys(name, type)
    if page and not facts:
        called = frozenset(key for key in called if key.startswith("brief:"))
    found = called.union(*(keys(alias, type) for alias in kept))
    own = make_id("form", "entity", type, name, tuple(kept), repr(sorted(facts.items())), page)
    return Form(own, "entity", type, name, tuple(sorted(found)), {"name": name, "aliases": kept, **facts})
