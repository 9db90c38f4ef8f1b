"""What the parse tells of a time expression: the tense of the verb that governs it, and whose its determiner is.

In: a Doc and offsets. Out: -1 past, 1 future, 0 neither; True or False. Without a parse both fall back on the words
alone.
"""

from spacy.tokens import Doc, Span, Token

_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_PLANNED = frozenset(
    {
        "expect", "schedule", "plan", "due", "set", "slate", "intend", "hope", "prepare", "promise", "vow", "pledge",
        "want", "agree", "aim", "ready", "likely", "postpone", "delay", "upcoming", "go", "about", "invite", "propose",
        "order",
    }
)  # fmt: skip
_PUT_OFF = frozenset({"postpone", "extend", "delay", "give", "defer", "adjourn", "suspend", "have"})
_AHEAD = frozenset({"by", "until", "till", "effective"})
_STEPS = 12


class Syntax:
    """The parse of one Doc, asked about stretches of its text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.parsed = doc.has_annotation("DEP")

    def way(self, start: int, end: int) -> int:
        """Whether the governing verb looks back (-1) or on (1) from the text's present."""
        span = self.doc.char_span(start, end, alignment_mode="expand") if self.parsed else None
        if span is None:
            return 0
        before = self.doc[max(span.start - 2, 0) : span.start].text.lower()
        if before in ("soon as", "early as"):
            return 1
        verb, ahead = _governor(span), before.split(" ")[-1] in _AHEAD
        if verb is None:
            return 1 if ahead else 0
        tense = _tense(verb)
        if ahead and tense <= 0:
            return 1 if tense == 0 or verb.lemma_ in _PUT_OFF else tense
        if span.end < len(self.doc) and self.doc[span.end].tag_ == "POS" and verb.tag_ == "VB":
            return -1
        return tense

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
        if token.pos_ in ("VERB", "AUX") and not span.start <= token.i < span.end:
            return token
        if token.head is token:
            return None
        token = token.head
    return None


def _perfect(verb: Token) -> bool:
    return any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)


def _tense(verb: Token) -> int:
    """The tense of a verb with its auxiliaries; an infinitive takes after what it depends on."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(aux.lower_ in _FUTURE for aux in auxiliaries):
        return 1
    if any(aux.tag_ == "MD" for aux in auxiliaries):
        return 0 if _perfect(verb) else 1
    if any(aux.tag_ == "TO" for aux in auxiliaries) or verb.tag_ == "VB":
        head = verb.head
        if any(child.lower_ == "had" for child in (*head.children, *head.head.children)):
            return -1
        return 1 if head.lemma_.lower() in _PLANNED or head.tag_ in ("VBZ", "VBP", "NN", "NNS") else 0
    if verb.lemma_.lower() in _PLANNED and verb.tag_ == "VBN":
        return 1
    if (
        verb.tag_ == "VBN"
        and auxiliaries
        and all(aux.tag_ in ("VBZ", "VBP") and aux.lemma_ == "be" for aux in auxiliaries)
    ):
        return 0
    if any(aux.tag_ == "VBD" or aux.lemma_ == "have" for aux in auxiliaries) or verb.tag_ in ("VBD", "VBN"):
        return -1
    return 0
