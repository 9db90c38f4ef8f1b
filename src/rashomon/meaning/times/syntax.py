"""What the parse tells of a time expression: the tense of the verb that governs it, and whose its determiner is.

In: a Doc and offsets. Out: -1 past, 1 future, 0 neither; True or False. Without a parse both fall back on the words
alone.
"""

from spacy.tokens import Doc, Span, Token

from rashomon.meaning.phrases import is_perfect
from rashomon.meaning.times.words import words

_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_AHEAD = frozenset({"by", "until", "till"})
_AHEAD_OF = frozenset({"soon as", "early as", "ahead of", "later than"})
_VERBS = frozenset({"VERB", "AUX"})
_TENSELESS = {"conj": ("VB", "VBG", "VBN"), "xcomp": ("VB", "VBG", "VBN"), "advcl": ("VBG",)}
"""Relations in which a bare form takes its tense from the verb that it hangs on: "will [begin withdrawing]"."""
_STEPS = 12
EITHER = 2
"""The nearest, on either side: "was scheduled to speak on Tuesday"."""


class Syntax:
    """The parse of one Doc, asked about stretches of its text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.parsed = doc.has_annotation("DEP")

    def way(self, start: int, end: int) -> int:
        """Whether the governing verb looks back (-1) or on (1) from the text's present; -2 where nothing ahead can be
        meant, EITHER where the nearest is.
        """
        span = self.doc.char_span(start, end, alignment_mode="expand") if self.parsed else None
        if span is None:
            return 0
        beside = self._beside(span)
        if beside:
            return beside
        verb, ahead = _governor(span), span.start > 0 and self.doc[span.start - 1].lower_ in _AHEAD
        if verb is None:
            return 1 if ahead else 0
        tense = _tense(verb)
        if ahead and tense <= 0:
            return 1 if tense == 0 or verb.lemma_ in words().verbs["put_off"] else tense
        if span.end < len(self.doc) and self.doc[span.end].tag_ == "POS" and verb.tag_ == "VB":
            return -1
        if tense == -1 and verb.tag_ in ("VBD", "VBN") and _hangs_on(span) == verb:
            return -2
        return 1 if tense == 0 and _scheduled(span, verb) else tense

    def _beside(self, span: Span) -> int:
        """What the words right before and after the date tell by themselves."""
        before = self.doc[max(span.start - 2, 0) : span.start].text.lower()
        last = before.rsplit(" ", 1)[-1]
        if before in _AHEAD_OF or last == "effective":
            return 1
        if last == "ended":
            return -2
        at = span.start - 1 - (last == "on")
        if at >= 0 and self.doc[at].pos_ == "NOUN" and self.doc[at].lemma_ in words().verbs["happened"]:
            return -1  # the date of what has happened: "the attack on Friday"
        after = self.doc[span.end].lower_ if span.end < len(self.doc) else ""
        if after == ":":
            return -1  # the label of a picture or an entry, told in the present: "Apr. 8: The president signs"
        return 1 if after in words().company["dealt"] else 0

    def opens_clause(self, start: int) -> bool:
        """Whether a "that" is no determiner: "he said [that] Friday's vote was fair"."""
        span = self.doc.char_span(start, start + 4)
        return span is not None and span[0].tag_ == "IN"

    def owns_determiner(self, start: int, end: int) -> bool:
        """Whether the determiner that begins the expression is its own, not a later noun's ("the August offensive")."""
        span = self.doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return True
        if self.parsed:
            return bool(span[0].head.i < span.end)
        after = self.doc[span.end] if span.end < len(self.doc) else None
        return after is None or not after.is_alpha or after.is_stop


def _governor(span: Span) -> Token | None:
    """The nearest verb above the expression."""
    token = span.root
    for _ in range(_STEPS):
        if token.pos_ in _VERBS and not span.start <= token.i < span.end:
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def _hangs_on(span: Span) -> Token:
    """The word that the expression is attached to, by itself or by a preposition of place in time."""
    root = span.root
    return root.head.head if root.dep_ == "pobj" and root.head.lower_ in ("on", "in", "at") else root.head


def _scheduled(span: Span, verb: Token) -> bool:
    """Whether a present tense tells of what is planned, as with a date of its own: "the strike begins Monday"."""
    present = verb.tag_ == "VBZ" or (verb.tag_ == "VBP" and verb.lower_ not in words().verbs["like_past"])
    return _hangs_on(span) == verb and present and verb.lemma_.lower() not in words().verbs["told"]


def _is_tenseless(verb: Token) -> bool:
    """Whether a verb without auxiliaries takes its tense from the verb that it hangs on."""
    return verb.tag_ in _TENSELESS.get(verb.dep_, ()) and verb.head.pos_ in _VERBS and verb.head != verb


def _auxiliaries(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in ("aux", "auxpass")]


def _tense(verb: Token) -> int:
    """The tense of a verb with its auxiliaries; an infinitive takes after what it depends on."""
    auxiliaries = _auxiliaries(verb)
    while not auxiliaries and _is_tenseless(verb):
        verb = verb.head
        auxiliaries = _auxiliaries(verb)
    if any(aux.lower_ in _FUTURE for aux in auxiliaries):
        return 1
    if any(aux.lower_ == "did" for aux in auxiliaries):
        return -1
    if any(aux.tag_ == "MD" for aux in auxiliaries):
        failed = any(aux.lower_ == "could" for aux in auxiliaries) and any(c.dep_ == "neg" for c in verb.children)
        return -1 if failed else 0 if is_perfect(verb) else 1
    if any(aux.tag_ == "TO" for aux in auxiliaries) or verb.tag_ == "VB":
        return _infinitive(verb.head)
    if verb.tag_ == "VBN":
        return _participle(verb, auxiliaries)
    if not auxiliaries and verb.tag_ == "VBD" and verb.lemma_ in words().verbs["arranged"]:
        return -1 if any(child.dep_ == "xcomp" for child in verb.children) else EITHER
    return -1 if verb.tag_ == "VBD" or any(aux.tag_ == "VBD" or aux.lemma_ == "have" for aux in auxiliaries) else 0


def _infinitive(head: Token) -> int:
    """Where an infinitive looks, by what it hangs on: "plans to", "is to", "had been told to"."""
    if any(child.lower_ == "had" for child in (*head.children, *head.head.children)):
        return -1
    if _plans(head) and any(child.tag_ == "VBD" and child.dep_ in ("aux", "auxpass") for child in head.children):
        return EITHER
    return 1 if _plans(head) or head.tag_ in ("VBZ", "VBP") else 0


def _participle(verb: Token, auxiliaries: list[Token]) -> int:
    """Where a past participle looks: "scheduled for Monday" on, "is closed on Monday" neither way, the others back."""
    if _plans(verb) and any(aux.lower_ == "had" for aux in auxiliaries):
        return -1
    if _plans(verb) and not _reached(verb):
        return EITHER if any(aux.tag_ == "VBD" for aux in auxiliaries) else 1
    passive = auxiliaries and all(aux.tag_ in ("VBZ", "VBP") and aux.lemma_ == "be" for aux in auxiliaries)
    return 0 if passive else -1


def _reached(verb: Token) -> bool:
    """Whether "set" tells of what came about rather than of what is to come: "the record [set] on Friday"."""
    beside = {child.lower_ for child in verb.children}
    return verb.lemma_ == "set" and "for" not in beside and not beside.isdisjoint(("on", "in", "at"))


def _plans(verb: Token) -> bool:
    return verb.lemma_.lower() in words().verbs["planned"]
