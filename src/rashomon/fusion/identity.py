"""Which forms of entities are one: entities to forms, and forms to groups under what people decided.

In: a reading, or forms with their links and judgements. Out: forms, or groups of form ids. Entities are never
rewritten: what comes out lies over them.
"""

from collections.abc import Iterable

from rashomon.fusion.candidates import keys
from rashomon.fusion.names import parse
from rashomon.graph import Form, Link
from rashomon.ids import make_id
from rashomon.records import Entity, Reading

Decided = tuple[str, str, str]
"""Two form ids and what a person decided of them, `same` or `different`."""


def forms(reading: Reading) -> tuple[tuple[str, Form], ...]:
    """Each entity's id with its form. An entity without a name has a form of its own and meets no other."""
    return tuple((entity.id, _form(entity)) for entity in reading.entities)


def _form(entity: Entity) -> Form:
    name = " ".join(entity.name.split())
    if not any(mention.form == "name" for mention in entity.mentions):
        own = make_id("form", "entity", entity.type, name, entity.id)
        return Form(own, "entity", entity.type, name, (), {"name": name, "aliases": []})
    bare = parse(name, entity.type)
    aliases = sorted({" ".join(alias.split()) for alias in entity.aliases if _tells(alias, bare.words, entity.type)})
    names = [name, *aliases]
    found = sorted({key for each in names for key in keys(parse(each, entity.type), entity.type)})
    own = make_id("form", "entity", entity.type, name, tuple(aliases))
    return Form(own, "entity", entity.type, name, tuple(found), {"name": name, "aliases": aliases})


def _tells(alias: str, words: tuple[str, ...], type: str) -> bool:
    """Whether an alias says more than the name does: not a part of it."""
    return not set(parse(alias, type).words) <= set(words)


def group(forms: Iterable[Form], links: Iterable[Link], decided: Iterable[Decided] = ()) -> tuple[tuple[str, ...], ...]:
    """The groups of one component, each its form ids in order, the groups in order of their first.

    Pairs that a person judged to be the same are joined first; then `same` links, the surest first, unless they would
    bring together what a person judged, or a link says, to be different. Constrained agglomerative clustering with
    must-link and cannot-link pairs (after Wagstaff et al., Constrained k-means clustering with background knowledge,
    ICML 2001). It hangs on the sets alone, not on their order.
    """
    groups = {form.id: {form.id} for form in forms}
    links, decided = tuple(links), tuple(decided)
    judged = {frozenset((one, other)) for one, other, _ in decided}
    for one, other, decision in sorted(decided):
        if decision == "same" and one in groups and other in groups:
            _join(groups, one, other)
    apart = {(one, other) for one, other, decision in decided if decision == "different"}
    apart |= {
        (link.left, link.right)
        for link in links
        if link.verdict == "different" and frozenset((link.left, link.right)) not in judged
    }
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
        if link.verdict == "same" and link.left in groups and link.right in groups:
            one, other = groups[link.left], groups[link.right]
            if not any((a, b) in apart or (b, a) in apart for a in one for b in other):
                _join(groups, link.left, link.right)
    return tuple(sorted({tuple(sorted(members)) for members in groups.values()}))


def _join(groups: dict[str, set[str]], one: str, other: str) -> None:
    joined = groups[one] | groups[other]
    for member in joined:
        groups[member] = joined
