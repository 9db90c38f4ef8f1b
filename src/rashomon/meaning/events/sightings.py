"""One trigger with all that hangs on it: arguments, time, counts, perspective.

In: the `Ground`. Out: `Sighting`s in order of the text. Which of them are one event does not belong here.
"""

from dataclasses import replace

from spacy.tokens import Token

from rashomon.meaning.events import counts
from rashomon.meaning.events.arguments import Part, arguments
from rashomon.meaning.events.circumstances import Circumstances
from rashomon.meaning.events.folding import fold
from rashomon.meaning.events.frames import cut_before
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.events.lexicon import lexicon
from rashomon.meaning.events.perspectives import perspective
from rashomon.meaning.events.sighting import DAY, Sighting
from rashomon.meaning.events.triggers import Trigger, triggers
from rashomon.meaning.phrases import is_definite, is_perfect, own_subject
from rashomon.records import Count, CountKind, Time

_IN_PASSING = frozenset({"pcomp", "relcl", "acl", "amod", "compound"})
_APART = frozenset({"ccomp", "relcl", "parataxis", "acl", "amod"})
_SEQUEL = frozenset({"after", "before", "until", "since", "following", "once", "till"})
_WITHIN = frozenset({"in", "during"})
_HARMS = frozenset({"killing", "injury", "death", "attack", "arrest"})
_UP = 3


def sightings(ground: Ground) -> list[Sighting]:
    """All sightings of a Doc in order."""
    found = triggers(ground)
    around = Circumstances(ground, (each.token.i for each in found))
    made = {each.token.i: _sighting(each, ground, around) for each in found}
    among: dict[int, set[int]] = {}
    for at, each in made.items():
        for part in each.parts:
            among.setdefault(part.head.i, set()).add(at)
    for at, each in made.items():
        if _is_attribute(each.trigger.token) and among.get(each.trigger.token.head.i, set()) - {at}:
            each.counts.clear()
    return fold(made)


def _is_attribute(token: Token) -> bool:
    """Whether a participle tells which people are meant, who count in another event: "21 abducted girls were freed"."""
    return token.dep_ in {"amod", "acl"} and token.tag_ == "VBN"


def _sighting(trigger: Trigger, ground: Ground, around: Circumstances) -> Sighting:
    hosts = _hosts(trigger, around)
    places = next((places for host in hosts if (places := _places(trigger, host, around))), [])
    parts = arguments(trigger, ground, places)
    time = next((time for host in hosts if (time := _time(trigger, host, around))), None) or _when(trigger, ground)
    if time is None and _narrated(trigger):
        time = around.only_time(ground.sentence(trigger.token.i), lambda at: _shares(trigger, ground.doc[at], around))
    seen = perspective(trigger, ground)
    if time is not None and seen.status == "actual" and ground.is_ahead(time):
        seen = replace(seen, status="planned")
    claim = ground.claims.get(seen.claim or "")
    source = None
    if claim is not None:
        source = claim.source_entity or " ".join(span.cut(ground.text) for span in claim.source).lower() or claim.id
    return Sighting(
        trigger=trigger,
        type=trigger.type,
        parts=parts,
        time=time,
        counts=_counts(trigger, parts),
        perspective=seen,
        source=source,
        heading=ground.heading(trigger.token),
        title=ground.role[trigger.token.i] == "title",
        definite=trigger.noun and _definite(trigger.token),
    )


def _places(trigger: Trigger, host: Token, around: Circumstances) -> list[Token]:
    """The places of a host, as far as they hold of the trigger.

    Where the host's subject is ("a judge in Lomar ordered the arrest") tells where it does its own deeds, no others.
    """
    own = host.i == trigger.token.i or (not trigger.noun and trigger.token.dep_ in {"advcl", "conj"})
    found = around.places(host, own=own)
    return [each for each in found if each.i < host.i] if _apart(trigger, host) else found


def _apart(trigger: Trigger, host: Token) -> bool:
    """Whether the trigger is told in a clause joined to the host's, of which only what stands before both holds."""
    at = trigger.frame.clause()
    while at.i not in {host.i, at.head.i}:
        comma = any(child.text == "," and child.i < at.i for child in at.head.rights)
        if at.dep_ == "conj" and (comma or own_subject(at) is not None):
            return host.i < at.i
        at = at.head
    return False


def _set_in(verb: Token, around: Circumstances) -> list[Token]:
    """The event nouns in which a deed was done: "killed him in a raid on a house in Lomar"."""
    links = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in _WITHIN)
    within = (each for link in links for each in link.children)
    return [each for each in within if around.is_host(each) and each.pos_ not in {"VERB", "AUX"}]


def _when_clause(verb: Token) -> bool:
    return any(child.lower_ == "when" for child in verb.children)


def _harms(verb: Token) -> bool:
    return any(entry.type in _HARMS for entry in lexicon().verbs.get(verb.lemma_.lower(), ()))


def _hosts(trigger: Trigger, around: Circumstances) -> list[Token]:
    """The words whose time and place are the trigger's: itself, its clause, the clauses around."""
    out = [trigger.token, *([] if trigger.noun or not _harms(trigger.token) else _set_in(trigger.token, around))]
    if trigger.frame.governor is not None:
        out.append(trigger.frame.governor)
    elif not trigger.noun and trigger.type in _HARMS:
        out += [child for child in trigger.token.children if child.dep_ == "advcl" and _when_clause(child)]
    elif trigger.noun:
        out += [child for child in trigger.token.children if child.dep_ in {"acl", "relcl"}]
    at = trigger.frame.clause()
    bare = trigger.noun and trigger.frame.governor is None
    for _ in range(_UP):
        above = at.head
        if above.i == at.i or at.dep_ in _APART or _sequel(at) not in {None, "before"}:
            break
        if bare and at.dep_ == "pobj" and above.lower_ in _WITHIN and _harms(above.head):
            out.append(above.head)
        if bare and (at.dep_ in {"pobj", "pcomp"} or _definite(trigger.token)):
            break
        if above.pos_ in {"VERB", "AUX"} and above not in out:
            out.append(above)
            if bare:
                break
        at = above
    return out


def _sequel(clause: Token) -> str | None:
    """The word by which a clause tells of another time than the one it hangs on: "after being held"."""
    if clause.dep_ == "pcomp":
        return clause.head.lower_ if clause.head.lower_ in _SEQUEL else None
    marks = (child.lower_ for child in clause.children if child.dep_ == "mark" and child.lower_ in _SEQUEL)
    return next(marks, None) if clause.dep_ == "advcl" else None


def _time(trigger: Trigger, host: Token, around: Circumstances) -> Time | None:
    """The time of a host, as far as it holds of the trigger.

    Of a verb that it is joined to as a clause of its own only what stands before both; of one that it comes after
    ("stormed the hall on Monday before police freed them") no more than a day.
    """
    clause = trigger.frame.clause()
    found = around.time(host, host.idx if _apart(trigger, host) else None)
    later = _sequel(clause) is not None and host.i not in {clause.i, trigger.token.i}
    return None if found is not None and later and len(found.value or "") < DAY else found


def _when(trigger: Trigger, ground: Ground) -> Time | None:
    """The time that a clause goes on to tell of: "until 2013, when it banned the group and took its schools"."""
    at = trigger.frame.clause()
    while at.dep_ == "conj" and own_subject(at) is None and at.head.i != at.i:
        at = at.head
    when = next((child for child in at.lefts if child.lower_ == "when"), None)
    if when is None or when.i < 2:
        return None
    return ground.time[when.i - 2] if when.nbor(-1).text == "," else None


def _shares(trigger: Trigger, host: Token, around: Circumstances) -> bool:
    """Whether what a verb dates is also the time of the clause that the trigger stands in.

    Not where the verb reports the trigger, or tells of what came before, after or apart from it.
    """
    verb = trigger.frame.clause()
    while verb.pos_ not in {"VERB", "AUX"}:
        if verb.head.i == verb.i or verb.lower_ in _SEQUEL:
            return verb.head.i == verb.i
        verb = verb.head
    at = host
    while at.i != verb.i:
        aside = at.dep_ in {"relcl", "acl"} and (is_perfect(host) or around.is_host(host))
        told = at.dep_ == "ccomp" or (at.dep_ == "conj" and own_subject(at) is not None)
        if at.head.i == at.i or aside or told or _sequel(at) is not None:
            return False
        at = at.head
    return True


def _narrated(trigger: Trigger) -> bool:
    """Whether the time of the sentence is also the event's: not looked back at, and not told in passing."""
    clause = trigger.frame.clause()
    return not is_perfect(clause) and not _definite(trigger.token) and clause.dep_ not in _IN_PASSING


def _definite(noun: Token) -> bool:
    dated = any(child.dep_ == "poss" and child.ent_type_ in {"DATE", "TIME"} for child in noun.children)
    return dated or is_definite(noun)


def _counts(trigger: Trigger, parts: list[Part]) -> list[Count]:
    kind = lexicon().kinds[trigger.type].count
    if kind is None:
        return []
    if kind == "amount":
        found = counts.money(trigger.token)
        return [_count(kind, found)] if found else []
    people = [part.head for part in parts if part.argument.role == "person"]
    first = [head for head in people if head.dep_ != "conj" or head.head not in people]
    amounts = [found for head in first if (found := counts.of_people(head) or counts.of_people(_begun(head)))]
    if not amounts and trigger.noun:
        amounts = [found for head in _toll(trigger) if (found := counts.of_people(head))]
    return [_count(kind, amounts[0])] if amounts else []


def _begun(head: Token) -> Token:
    """The first word at the head of a phrase that the parser cut in pieces: "three co-workers"."""
    while head.i and cut_before(head.nbor(-1), head):
        head = head.nbor(-1)
    return head


def _toll(trigger: Trigger) -> list[Token]:
    """What a death toll comes to: "rose to 19", "19 deaths", "crossed 10,000"."""
    token = trigger.token
    if trigger.type != "death":
        return []
    heads = [token] if any(child.dep_ == "nummod" for child in token.children) else []
    verb = next((each for each in (token.head, token.head.head, token.head.head.head) if each.pos_ == "VERB"), None)
    if verb is not None:
        heads += [
            far
            for child in verb.children
            for far in ([child] if child.dep_ == "dobj" else child.children)
            if (far.like_num or any(each.dep_ == "nummod" for each in far.children))
            and far.ent_type_ not in {"DATE", "TIME"}
        ]
    return heads


def _count(kind: CountKind, amount: counts.Amount) -> Count:
    return Count(kind, amount.low, amount.high, amount.span.start, amount.span.end)
