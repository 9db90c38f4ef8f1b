"""Why a source has no name: asked not to be named, on condition of anonymity, not authorised to speak.

In: a parsed `Doc`. Out: whether an attribution is only such a request, and where the words stand that give the reason.
Who the source is does not belong here.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from rashomon.meaning.source_tables import tables

_CLAUSES = frozenset({"relcl", "acl", "advcl", "xcomp", "conj", "prep"})
_LONGEST = 8
"""Words of a request that is nothing else."""


def is_request(doc: Doc, cue: Sequence[int], content: Sequence[int]) -> bool:
    """Whether an attribution says nothing but that its source will not be named."""
    asked = any(doc[i].lemma_.lower() in tables()["anonymity"]["asking"] for i in cue)
    words = {doc[i].lemma_.lower() for i in (*cue, *content) if not doc[i].is_punct}
    return asked and len(content) <= _LONGEST and _hides(words)


def reason(head: Token) -> tuple[int, ...]:
    """The words beside a source, or beside what it says, that tell why it has no name; none where there are none."""
    speaking = [head.head] if head.dep_ == "nsubj" and head.head.pos_ == "VERB" else []
    for place in (head, *speaking):
        for child in place.children:
            words = [each for each in child.subtree if not each.is_space] if child.dep_ in _CLAUSES else []
            if _hides({each.lemma_.lower() for each in words}):
                return tuple(each.i for each in words)
    return ()


def _hides(words: set[str]) -> bool:
    """Whether some lemmas say that somebody is not to be named or may not speak."""
    table = tables()["anonymity"]
    if words & table["hidden"]:
        return True
    return "not" in words and bool(words & table["naming"] or (words & table["speaking"] and words & table["asking"]))
