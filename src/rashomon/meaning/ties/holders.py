"""Of whom a noun is said: by apposition, title, copula, "as", a verb of naming, a list, or "called".

In: the `Ends` of a Doc and a noun. Out: `Holder`s. Whose the noun is does not belong here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.meaning.events.frames import conjuncts
from rashomon.meaning.phrases import is_passive, subject
from rashomon.meaning.ties import past
from rashomon.meaning.ties.ends import End, Ends
from rashomon.meaning.ties.tables import tables

_NOUNS = frozenset({"NOUN", "PROPN"})
_PLURAL = frozenset({"NNS", "NNPS"})
_DASHES = frozenset({"-", "--", "–", "—", ":", ","})
_TITLE = frozenset({"NOUN", "PROPN", "ADJ"})
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON"})
_OPENING = frozenset({",", "(", "–", "—"})
_OWNING = frozenset({"of", "for", "at", "to"})
_LONG = 7


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds it, the verb that says so (else the noun), the further words that state it, and whether it is over."""

    end: End
    clause: int
    words: tuple[int, ...] = ()
    former: bool = False


def holders(ends: Ends, noun: Token) -> list[Holder]:
    """Those of whom a noun is said, each once."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in _NOUNS and ends.at[first.head.i] is None:
        first = first.head
    found: dict[str, Holder] = {}
    for each in dict.fromkeys((noun, first, *_one_of(noun))):
        for holder in (
            *_titled(ends, each),
            *_jointly(ends, each),
            *_called(ends, each),
            *_of_noun(ends, each),
            *_listed(ends, each),
        ):
            found.setdefault(holder.end.chain, holder)
        if not found:
            for holder in (*_surface(ends, each), *_after(ends, each)):
                found.setdefault(holder.end.chain, holder)
    return list(found.values())


def _one_of(noun: Token) -> Iterator[Token]:
    """The number that a noun is said of: "one of the chiefs, Lea Marin"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NUM":
        yield noun.head.head


def _jointly(ends: Ends, noun: Token) -> Iterator[Holder]:
    """A name behind two nouns that are both said of it: "Front investor and adviser Lea Marin"."""
    doc, at = noun.doc, noun.i + 2
    if at >= noun.sent.end or doc[noun.i + 1].lower_ != "and":
        return
    while at < noun.sent.end and ends.at[at] is None and doc[at].pos_ in {"ADJ", "NOUN"} and doc[at].is_lower:
        at += 1
    end = ends.at[at] if at < noun.sent.end else None
    if end is not None and end.named and end.kind == "person" and doc[at - 1].pos_ == "NOUN":
        yield Holder(end, noun.i)


def having(ends: Ends, noun: Token) -> list[Holder]:
    """Who has it: "the party, which has links to", "a paper with links to"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head.pos_ in _NOUNS:
        bearer = noun.head.head
        end = ends.of(bearer)
        return holders(ends, bearer) if end is None else [Holder(end, noun.i)]
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in tables().words["having"]:
        return []
    return list(_subject(ends, verb, noun))


def is_of_persons(noun: Token) -> bool:
    """Whether a noun says what one person is to another: wife, brother."""
    rows = tables().nouns.get(noun.lemma_.lower(), ())
    return bool(rows) and all(row.owner == {"person"} for row in rows)


def equated(ends: Ends, noun: Token) -> list[Holder]:
    """What a noun names by "of": "the town of Oro"."""
    following = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    if following.lower_ != "of" or following.head.i != noun.i:
        return []
    found = (ends.of(each) for each in following.children if each.dep_ == "pobj")
    return [Holder(end, noun.i, (following.i,)) for end in found if end is not None and end.named]


def _of_noun(ends: Ends, noun: Token) -> Iterator[Holder]:
    """Appositions and verbs; a noun in apposition to a nameless one is also said of the names that this is said of."""
    above = [noun]
    while (at := above[-1]).dep_ == "appos" and at.head != at and at.head.pos_ in _NOUNS and ends.of(at.head) is None:
        above.append(at.head)
    for at in above:
        yield from (holder for holder in _in_apposition(ends, at) if at == noun or holder.end.named)
    for at in reversed(above):
        yield from (holder for holder in _of_verb(ends, at) if at == noun or holder.end.named)


def _in_apposition(ends: Ends, noun: Token) -> Iterator[Holder]:
    """Names behind a noun, and what it stands behind."""
    for child in noun.children:
        if child.dep_ == "appos" and (end := ends.of(child)) is not None and end.named:
            yield from _all(ends, child, noun, noun.i)
    if noun.dep_ == "appos":
        yield from _all(ends, noun.head, noun, noun.i)


def _all(ends: Ends, head: Token, noun: Token, clause: int) -> Iterator[Holder]:
    """The end with this head, and those joined to it where the noun is plural."""
    heads = [head, *conjuncts(head)] if noun.tag_ in _PLURAL else [head]
    for each in heads:
        end = ends.of(each)
        if end is not None:
            yield Holder(end, clause)


def _of_verb(ends: Ends, noun: Token) -> Iterator[Holder]:
    words, verb = tables().words, noun.head
    lemma = verb.lemma_.lower()
    if noun.dep_ in {"attr", "acomp", "oprd"} and lemma in words["copulas"]:
        yield from _subject(ends, verb, noun)
    elif noun.dep_ in {"oprd", "attr", "dobj", "ccomp", "xcomp"} and lemma in words["naming"]:
        yield from _named(ends, verb, noun)
    elif noun.dep_ in {"nsubj", "nsubjpass"} and lemma in words["copulas"]:
        for child in verb.children:
            if child.dep_ in {"attr", "oprd"} and (end := ends.of(child)) is not None:
                yield Holder(end, verb.i, (verb.i,), past.is_over(verb, ends.ground))
    elif noun.dep_ == "pobj" and noun.head.lower_ == "as":
        carrier = noun.head.head
        lemma = carrier.lemma_.lower()
        if lemma in words["naming"]:
            yield from (Holder(h.end, h.clause, (*h.words, noun.head.i), h.former) for h in _named(ends, carrier, noun))
        elif lemma in words["serving"] and carrier.pos_ == "VERB":
            for h in _subject(ends, carrier, noun):
                former = h.former or carrier.tag_ == "VBD"
                yield Holder(h.end, h.clause, (*h.words, noun.head.i), former)


def _subject(ends: Ends, verb: Token, noun: Token) -> Iterator[Holder]:
    found = subject(verb)
    if found is None and verb.dep_ in {"acl", "relcl"}:
        found = verb.head
    if found is None:
        return
    for each in [found, *conjuncts(found)] if noun.tag_ in _PLURAL else [found]:
        end = ends.of(each)
        if end is not None:
            yield Holder(end, verb.i, (verb.i,), past.is_over(verb, ends.ground))


def _named(ends: Ends, verb: Token, noun: Token) -> Iterator[Holder]:
    """Who was named so: the object, of the passive its subject."""
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl", "conj"})
    if passive:
        found = next((child for child in verb.children if child.dep_ in {"nsubjpass", "nsubj"}), None)
        found = found or (verb.head if verb.dep_ == "acl" else subject(verb, 1))
    else:
        found = next((child for child in verb.children if child.dep_ in {"dobj", "nsubj"} and child.i > verb.i), None)
    end = ends.of(found) if found is not None and found.i != noun.i else None
    if end is not None:
        yield Holder(end, verb.i, (verb.i,))


def _titled(ends: Ends, noun: Token) -> Iterator[Holder]:
    """A name right after the noun and the words of a title: "Secretary of State Lea Marin"."""
    doc, at = noun.doc, noun.i + 1
    crossed, kin = False, is_of_persons(noun)
    stop = min(noun.sent.end, noun.i + _LONG)
    while at < stop:
        end = ends.at[at]
        if end is not None and end.first == at and end.named and end.kind != "time":
            if end.kind == "person" and not crossed and any(word.lower_ == "to" for word in doc[noun.i : at]):
                return
            if doc[at - 1].lower_ in {"of", "the", "to"} or (end.kind in {"place", "people"} and crossed):
                if crossed:
                    return
                crossed, at = True, end.last + 1
                continue
            if at == noun.i + 1 or end.kind == "person":
                yield Holder(end, noun.i)
                if noun.tag_ in _PLURAL:
                    yield from (Holder(o, noun.i) for each in conjuncts(doc[end.head]) if (o := ends.of(each)))
            return
        if not (
            doc[at].pos_ in _TITLE
            or doc[at].lower_ in {"of", "to", "-"}
            or (doc[at].lower_ == "the" and at > noun.i + 1)
        ):
            return
        if doc[at].lower_ == "of" and kin:
            return
        at += 1


def _called(ends: Ends, noun: Token) -> Iterator[Holder]:
    """By a participle: "a magazine called Dawn", "a man named Omar"."""
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in tables().words["called"]:
            for each in child.children:
                end = ends.of(each) if each.dep_ in {"oprd", "dobj", "attr"} else None
                if end is not None and end.named:
                    yield Holder(end, noun.i, (child.i,))
    at = noun.i + 1
    if at + 1 < len(noun.doc) and noun.doc[at].lower_ in {"called", "named", "dubbed"}:
        end = ends.at[at + 1]
        if end is not None and end.named:
            yield Holder(end, noun.i, (at,))


def _listed(ends: Ends, noun: Token) -> Iterator[Holder]:
    """Names in a row after a plural: "three Front men – Ali, Omar and Hadi – were", "men such as Ali and Omar"."""
    doc, at = noun.doc, noun.i + 1
    for child in noun.rights if noun.tag_ in _PLURAL else ():
        such = child.lower_ == "as" and any(word.lower_ == "such" for word in child.lefts)
        if child.dep_ == "prep" and (such or child.lower_ == "including"):
            heads = [each for each in child.children if each.dep_ == "pobj"]
            named = (ends.of(each) for head in heads for each in (head, *conjuncts(head)))
            yield from (Holder(end, noun.i, (child.i,)) for end in named if end is not None and end.named)
    if noun.tag_ not in _PLURAL or at >= noun.sent.end or doc[at].text not in _DASHES:
        return
    at += 1
    found: list[End] = []
    while at < noun.sent.end:
        end = ends.at[at]
        if end is None or not end.named or end.kind in {"time", "people"}:
            break
        found.append(end)
        at = end.last + 1
        while at < noun.sent.end and doc[at].lower_ in {",", "and"}:
            at += 1
    if len(found) > 1:
        yield from (Holder(end, noun.i) for end in found)


def _surface(ends: Ends, noun: Token) -> Iterator[Holder]:
    """A name and a comma or bracket before the noun's phrase: "Omar, the Front's founder", "Omar (leader of it)".

    What is behind an "of" is said of the name only as of one of several: not "Omar, grandson of the Front's founder".
    """
    doc, at = noun.doc, noun.i - 1
    while at > noun.sent.start and noun.i - at <= _LONG + 2:
        if doc[at].text in _OPENING:
            end = ends.at[at - 1]
            if end is not None and end.named and end.kind not in {"time", "people"} and end.last == at - 1:
                yield Holder(end, noun.i)
            return
        if doc[at].lower_ == "of":
            if doc[at - 1].pos_ not in {"NUM", "ADJ"}:
                return
        elif doc[at].pos_ not in _PHRASE and doc[at].text not in {"-", "&"} and doc[at].lower_ != "and":
            return
        at -= 1


def _after(ends: Ends, noun: Token) -> Iterator[Holder]:
    """A person between commas behind the owner: "The leader of the Front, Lea Marin, said"."""
    doc = noun.doc
    owner = next((child for child in noun.rights if child.dep_ == "prep" and child.lower_ in _OWNING), None)
    pobj = next((child for child in owner.children if child.dep_ == "pobj"), None) if owner is not None else None
    end = ends.at[pobj.i] if pobj is not None else None
    if end is None or end.last + 2 >= len(doc) or doc[end.last + 1].text != ",":
        return
    name = ends.at[end.last + 2]
    if name is None or not name.named or name.kind != "person" or name.last + 1 >= len(doc):
        return
    if doc[name.last + 1].text in {",", "."} or doc[name.last + 1].pos_ in {"VERB", "AUX"}:
        yield Holder(name, noun.i)
