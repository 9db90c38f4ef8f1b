"""When and where: the time expressions and place names of a Doc, each given to the verb or event noun it hangs on.

In: the `Ground` and the numbers of trigger tokens. Out: a `Circumstances` to ask. Who took part does not belong here.
"""

from collections.abc import Callable, Iterable

from spacy.tokens import Token

from rashomon.meaning.events.ground import Ground
from rashomon.records import Time

_UP = 8
_LOCATIVE = frozenset({
    "in", "at", "near", "outside", "inside", "across", "around", "along", "throughout", "within", "off", "over", "on",
    "onto", "under", "beside", "between", "through", "by", "above", "into", "behind",
})  # fmt: skip
_NOT_WHEN = frozenset({"DURATION", "SET"})
_UNDATED = frozenset({"PRESENT_REF", "FUTURE_REF"})
"""Values that date nothing: now, current, the future."""
_HOSTS = frozenset({"VERB", "AUX"})
_NEAR = frozenset({"in", "at", "near", "outside"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Circumstances:
    """Times and places by the token that they hang on."""

    def __init__(self, ground: Ground, hosts: Iterable[int]) -> None:
        self._hosts = frozenset(hosts)
        self._times: dict[int, list[Time]] = {}
        self._sentences: dict[int, list[tuple[Time, int | None]]] = {}
        self._places: dict[int, list[tuple[Token, bool]]] = {}
        for at, time in enumerate(ground.time):
            if time is not None and _dates(time) and (at == 0 or ground.time[at - 1] is not time):
                head = _head(ground, at, time)
                host = self._right_before(ground, at) or self._host(head)
                if host is not None:
                    self._times.setdefault(host, []).append(time)
                if host is None or ground.doc[host].pos_ in _HOSTS:
                    self._sentences.setdefault(ground.sentence(at), []).append((time, host))
        for at, entity in enumerate(ground.entity):
            if _names_place(ground, at) and ground.entity[at - 1 if at else -1] is not entity:
                self._add_place(ground, at)
        for word in ground.doc:
            if word.lower_ == "where" and word.head.dep_ == "relcl":
                self._add_antecedent(ground, word.head)

    def time(self, at: Token, before: int | None = None) -> Time | None:
        """The time that hangs on a word, before an offset of the text if one is given: the finest one with a value."""
        found = [time for time in self._times.get(at.i, []) if before is None or time.start < before]
        return max(found, key=lambda time: (time.value is not None, len(time.value or ""), -time.start), default=None)

    def only_time(self, sentence: int, shared: Callable[[int], bool]) -> Time | None:
        """The time of a sentence that has just one, where it hangs on no noun and on no verb that does not share it."""
        found = self._sentences.get(sentence, [])
        return next((time for time, host in found if host is None or shared(host)), None) if len(found) == 1 else None

    def is_host(self, at: Token) -> bool:
        """Whether a word is a trigger, with circumstances of its own."""
        return at.i in self._hosts

    def places(self, at: Token, *, own: bool) -> list[Token]:
        """Heads of the places that hang on a word; where the subject is ("a judge in Lomar") only of its own deeds."""
        return [head for head, whose in self._places.get(at.i, []) if own or not whose]

    def _right_before(self, ground: Ground, at: int) -> int | None:
        """The event noun right before a time: "long after his death in 1970", "in reply to the strikes last week"."""
        noun = at - 1
        if noun > 0 and ground.doc[noun].lower_ in {"in", "on"}:
            noun -= 1
        elif ground.doc[at].lower_ != "last" or ground.doc[noun].dep_ != "pobj":
            return None
        found = noun >= 0 and noun in self._hosts
        return noun if found and ground.doc[noun].pos_ not in _HOSTS else None

    def _named_before(self, ground: Ground, prep: Token) -> int | None:
        """The event noun right before the preposition of a place, with no more than a time between."""
        noun = prep.i - 1
        while noun > 0 and ground.time[noun] is not None:
            noun -= 1
        found = noun >= 0 and prep.lower_ in _NEAR and noun in self._hosts
        return noun if found and ground.doc[noun].pos_ not in _HOSTS else None

    def _host(self, token: Token) -> int | None:
        at = token
        for _ in range(_UP):
            if at.i in self._hosts and at is not token:
                return at.i
            if at.pos_ in _HOSTS:
                return at.i
            if at.head.i == at.i:
                return None
            at = at.head
        return None

    def _add_place(self, ground: Ground, first: int) -> None:
        doc, entity = ground.doc, ground.entity[first]
        last = first
        while last + 1 < len(doc) and ground.entity[last + 1] is entity:
            last += 1
        head = doc[first : last + 1].root
        at, located = _bearer(ground, first, head), False
        for _ in range(_UP):
            if at.dep_ in {"ROOT"} or at.head.i == at.i:
                return
            if at.dep_ == "prep" and at.lower_ in _LOCATIVE:
                located = True
                named = self._named_before(ground, at)
                if named is not None:
                    self._places.setdefault(named, []).append((head, False))
                    return
            elif at.dep_ == "prep" and at.lower_ not in {"of", "from"} and not located:
                return
            if at.dep_ in {"compound", "nmod"} and at.head.i in self._hosts:
                located = True
            whose = at.dep_ in _SUBJECTS
            at = at.head
            if at.i in self._hosts or at.pos_ in _HOSTS:
                if located:
                    self._places.setdefault(at.i, []).append((head, whose))
                return

    def _add_antecedent(self, ground: Ground, verb: Token) -> None:
        """The place that "where" stands for: "in Lomar, where gunmen killed five"."""
        inside = (each for each in verb.head.subtree if each.i < verb.left_edge.i and _names_place(ground, each.i))
        found = next((each for each in inside if ground.entity[each.head.i] is not ground.entity[each.i]), None)
        if found is not None:
            self._places.setdefault(verb.i, []).append((found, False))


def _names_place(ground: Ground, at: int) -> bool:
    """Whether a token belongs to the name of a place."""
    entity = ground.entity[at]
    return entity is not None and entity.type == "place"


def _bearer(ground: Ground, first: int, head: Token) -> Token:
    """The word whose preposition a place name shares, where a comma misled the parser: "in the capital, Lomar, he"."""
    doc = ground.doc
    if head.dep_ != "npadvmod" or first < 2 or doc[first - 1].text != "," or doc[first - 2].dep_ != "pobj":
        return head
    return doc[first - 2]


def _dates(time: Time) -> bool:
    return time.type not in _NOT_WHEN and time.value not in _UNDATED


def _head(ground: Ground, first: int, time: Time) -> Token:
    doc = ground.doc
    last = first
    while last + 1 < len(doc) and ground.time[last + 1] is time:
        last += 1
    return doc[first : last + 1].root
