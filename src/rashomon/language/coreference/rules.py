"""What needs no weighing: ties that the words state, and general words for a body named just before.

In: the candidates of a page as `Pairs`. Out: the antecedent that a rule gives a candidate, or None. All else is weighed
by the scorer.
"""

from rashomon.language.coreference.features import Pairs
from rashomon.language.coreference.traits import tables

_NEAR = 1
"""Sentences back in which a body must be named."""
_FARTHEST = 30
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def antecedent(pairs: Pairs, at: int) -> int | None:
    """The number of the candidate that one means by rule."""
    each = pairs.candidates[at]
    if each.form != "nominal":
        return None
    if pairs.traits[at].dep == "appos":
        return _in_apposition(pairs, at)
    return _officer(pairs, at) if pairs.traits[at].kind == "person" else _body(pairs, at)


def _in_apposition(pairs: Pairs, at: int) -> int | None:
    """The name that a description stands behind: Ada Vance, the former minister of health."""
    each, trait = pairs.candidates[at], pairs.traits[at]
    other = pairs.tied(at)
    if other is None or pairs.candidates[other].form != "name" or pairs.columns.pos[each.head] != "NOUN":
        return None
    listed = each.sort == "own" and any(pairs.columns.dep[at] == "conj" for at in pairs.columns.children[each.head])
    same = trait.kind == pairs.traits[other].kind and trait.number == "s"
    return other if same and not listed and pairs.fits(other, at) else None


def _officer(pairs: Pairs, at: int) -> int | None:
    """The last name of the only person on the page who is called so: the president, of President Bohdan Irek."""
    each, trait = pairs.candidates[at], pairs.traits[at]
    if each.sort != "the" or trait.number == "p" or each.end > each.head + 1:
        return None
    bearers = pairs.called(pairs.columns.lower[each.head], trait.words)
    if len(bearers) != 1:
        return None
    return next((other for other in pairs.named(bearers[0], at) if pairs.fits(other, at)), None)


def _body(pairs: Pairs, at: int) -> int | None:
    """The only body named just before, one that did something: "the group", "the outfit"."""
    each, trait, columns = pairs.candidates[at], pairs.traits[at], pairs.columns
    if each.sort != "the" or trait.lemma not in tables()["general"] or each.end - each.start > 2:
        return None
    named: dict[int, int] = {}
    acts = False
    for other in range(at - 1, max(-1, at - _FARTHEST), -1):
        one, shown = pairs.candidates[other], pairs.traits[other]
        if trait.sentence - shown.sentence > _NEAR:
            break
        if one.form == "nominal" and shown.lemma == trait.lemma:
            return None
        if one.form == "name" and shown.kind == "organization" and tables()["of_states"].isdisjoint(shown.words):
            named.setdefault(one.entity, other)
            acts = acts or columns.dep[one.head] in _SUBJECTS
    found = next(iter(named.values()), None)
    return found if acts and found is not None and len(named) == 1 and pairs.fits(found, at) else None
