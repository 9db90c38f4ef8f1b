"""The words of a Doc that name an event: lemmas of the lexicon in their frames, without metaphor, sports and names.

In: a Doc's `Ground`. Out: `Trigger`s in order. Who took part does not belong here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.meaning.events.frames import Frame, frame, lend
from rashomon.meaning.events.ground import Ground
from rashomon.meaning.events.lexicon import Entry, Kind, Lexicon, Words, lexicon
from rashomon.meaning.events.undone import undone
from rashomon.records import EventType
from rashomon.spans import Span

_SPORTS = 4
_FEW = 60
"""On a page shorter than so many words one word of sport is enough, and so on up to `_SPORTS`."""
_WIDE = 6
_NEAR = 60
_LIKE_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(slots=True)
class Trigger:
    """A word that names an event, its type, its phrases, and all the words of the trigger."""

    token: Token
    type: EventType
    frame: Frame
    span: Span

    @property
    def noun(self) -> bool:
        """Whether a noun names the event."""
        return self.token.pos_ in _LIKE_NOUNS


def triggers(ground: Ground) -> list[Trigger]:
    """All triggers of a Doc, in order."""
    table = lexicon()
    wanted = min(_SPORTS, 1 + len(ground.lemmas) // _FEW)
    sports = sum(lemma in table.words["sport"] for lemma in ground.lemmas) >= wanted
    fighting = table.words["fighting"] if sports else frozenset()
    found = (_trigger(ground, token, table) for token in ground.doc)
    return _apart([each for each in found if each is not None and each.type not in fighting])


def _apart(found: list[Trigger]) -> list[Trigger]:
    """Without a trigger that stands inside the words of the one before or after."""
    out: list[Trigger] = []
    for each in found:
        if out and out[-1].span.overlaps(each.span):
            if _size(each.span) > _size(out[-1].span) and not _before(out[-1], each):
                out[-1] = each
            continue
        out.append(each)
    return out


def _before(first: Trigger, second: Trigger) -> bool:
    """Of two nouns, the second is the head: "missile strike"; a verb goes before its noun."""
    return not first.noun and second.noun


def _size(span: Span) -> int:
    return span.end - span.start


def _trigger(ground: Ground, token: Token, table: Lexicon) -> Trigger | None:
    pos = token.pos_
    if pos == "VERB":
        entries = table.verbs.get(ground.lemmas[token.i])
    elif pos in _LIKE_NOUNS:
        entries = _noun_entries(ground, token, table)
    else:
        return None
    if not entries:
        return None
    made = frame(token)
    if undone(made):
        return None
    for entry in entries:
        extra = _fits(ground, made, entry)
        if extra is None or _figurative(made, table.kinds[entry.type], extra):
            continue
        if pos == "VERB" and entry.whole:
            for each in extra:
                lend(made, each)
        if not (pos != "VERB" and _free(entry) and _generic(ground, made)):
            return Trigger(token, entry.type, made, _span(token, extra if entry.whole else []))
    return None


def _figurative(made: Frame, kind: Kind, extra: list[Token]) -> bool:
    """Whether what is done, or its doer, makes it something else: "heart attack", "attack on the media"."""
    noun = made.trigger.pos_ != "VERB"
    weapons = lexicon().classes["Weapon"]
    named = [made.trigger] if noun else extra + [head for head in made.heads("object") if _is(head, weapons)]
    if any(child.lemma_.lower() in kind.not_modifier for each in named for child in each.children):
        return True
    aimed = [
        head for name, head in made.phrases if kind.roles.get(name) == "target" or name == ("of" if noun else "object")
    ]
    if any(_is(head, kind.not_object) for head in aimed):
        return True
    doers = [head for name, head in made.phrases if name in {"subject", "with"}]
    return not noun and any(_is(head, kind.not_subject) for head in doers)


def _free(entry: Entry) -> bool:
    """Whether an entry has no condition on the noun's own phrase."""
    return not (entry.within or entry.prep_inside or entry.prep)


def _noun_entries(ground: Ground, token: Token, table: Lexicon) -> tuple[Entry, ...] | None:
    lemma = ground.lemmas[token.i]
    entries = table.nouns.get(lemma)
    if entries is None and token.pos_ == "PROPN" and lemma.endswith("s"):
        entries = table.nouns.get(lemma[:-1])
    if entries is None or ground.entity[token.i] is not None:
        return None
    if token.dep_ in {"compound", "nmod"} and token.head.i > token.i:
        head = token.head.lemma_.lower()
        if head not in table.words["carriers"] or token.head.pos_ not in _LIKE_NOUNS:
            return None
    return entries


def _fits(ground: Ground, made: Frame, entry: Entry) -> list[Token] | None:
    """The words that belong to the trigger besides its head; None where a condition fails."""
    token = made.trigger
    extra: list[Token] = []
    if not _stands(ground, made, entry):
        return None
    for wanted, candidates, kept in (
        (entry.particle, [child for child in token.children if child.dep_ in {"prt", "advmod", "prep"}], True),
        (entry.object, [_measured(head) for head in made.heads("object")], True),
        (entry.within, list(_own_words(token)), True),
        (entry.subject, made.heads("subject"), False),
        (entry.either, [head for _, head in made.phrases], False),
        (entry.prep_inside, [_measured(head) for name, head in made.phrases if _preposition(name)], False),
    ):
        if not wanted:
            continue
        hits = [each for each in candidates if _is(each, wanted) or ("@DURATION" in wanted and _long(ground, each))]
        if not hits:
            return None
        extra += hits if kept else []
    return extra


def _stands(ground: Ground, made: Frame, entry: Entry) -> bool:
    """Whether the conditions hold that add no words to the trigger."""
    token = made.trigger
    around = ground.lemmas[max(0, token.i - _NEAR) : token.i + _NEAR]
    return (
        (not entry.tag or token.tag_ in entry.tag)
        and (not entry.page or not entry.page.isdisjoint(ground.page))
        and (not entry.near or not entry.near.isdisjoint(around))
        and (not entry.passive or any(child.dep_ in {"auxpass", "nsubjpass"} for child in token.children))
        and (not entry.above or token.head.lemma_.lower() in entry.above)
        and (not entry.prep or any(name in entry.prep for name, _ in made.phrases))
        and not any(_is(each, entry.without) for each in _own_words(token))
    )


def _preposition(name: str) -> bool:
    return name not in {"subject", "object", "poss", "compound", "adjective"}


def _long(ground: Ground, token: Token) -> bool:
    time = ground.time[token.i]
    return time is not None and time.type == "DURATION"


def _measured(head: Token) -> Token:
    """What a number or measure counts: "21 of the captives"; any other head is itself."""
    if not head.like_num and head.lemma_.lower() not in lexicon().words["measures"]:
        return head
    inside = (far for child in head.children if child.lower_ == "of" for far in child.children if far.dep_ == "pobj")
    return next(inside, head)


def _own_words(token: Token) -> Iterator[Token]:
    for child in token.children:
        clause = child.dep_ == "advcl" and child.pos_ != "ADJ"
        if clause or child.dep_ in {"relcl", "ccomp", "nsubj", "conj", "punct"}:
            continue
        yield child
        if child.dep_ == "prep" and token.pos_ == "VERB":
            yield from (each for each in child.children if each.dep_ == "pobj")
        elif child.dep_ == "dobj" and token.pos_ == "VERB":
            yield from (far for each in child.children if each.lower_ == "to" for far in each.children)
        elif child.dep_ in {"compound", "amod", "acomp"}:
            yield from child.children
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        yield token.head.head


def _is(token: Token, words: Words) -> bool:
    if token.lemma_.lower() in words or token.lower_ in words:
        return True
    label = token.ent_type_
    return bool(
        "@ANY" in words
        or (label and "@" + label in words)
        or ("@POSS" in words and token.dep_ == "poss")
        or ("@XCOMP" in words and token.dep_ == "xcomp")
        or ("@AUXPASS" in words and token.dep_ == "auxpass")
        or ("@NUM" in words and token.like_num)
    )


def _span(token: Token, extra: list[Token]) -> Span:
    near = [each.i for each in extra if abs(each.i - token.i) <= _WIDE] + [token.i]
    first, last = token.doc[min(near)], token.doc[max(near)]
    return Span(first.idx, last.idx + len(last))


def _generic(ground: Ground, made: Frame) -> bool:
    """A bare noun that names no single event: "violence and attacks are wrong", "fear of riots"."""
    noun = made.trigger
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and not any(noun.lefts):
        return True
    if ground.heading(noun) or made.governor is not None:
        return False
    if noun.dep_ in {"dobj", "pobj"} and any(each.tag_ == "VBD" for each in (noun.head, noun.head.head)):
        return False
    told = any(
        child.dep_ in {"det", "poss", "nummod", "compound", "nmod", "acl", "relcl"}
        or (child.dep_ == "amod" and (child.ent_type_ or noun.tag_ in {"NN", "NNP"}))
        or (child.dep_ == "prep" and any(far.pos_ in _LIKE_NOUNS for far in child.children))
        for child in noun.children
    )
    return not told
