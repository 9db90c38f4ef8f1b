"""What is marked as an attribution and nobody says: names that things go by, deeds, and who is only spoken of or to.

In: a parsed `Doc` and the token numbers of an attribution. Out: whether it is a claim, whether its source said it, and
whether it is the page's own guess. How likely an attribution is stays with the calibration.
"""

from collections.abc import Sequence, Sized

from spacy.tokens import Doc, Token

from rashomon.meaning import phrases
from rashomon.meaning.certainty import hedge
from rashomon.meaning.cues import cues
from rashomon.meaning.stance import tells

_WORDLESS = 2.0
"""So many times likelier than others must be what has no word that says anything."""
_QUOTES = frozenset("\"“”„‟«»‹›‘’'‚`")
_UNNAMING = frozenset({"for", "on", "upon"})
_OPENING = frozenset(
    {"for", "how", "if", "on", "that", "upon", "what", "when", "where", "whether", "which", "who", "why"}
)
_ANYBODY = frozenset({"anybody", "anyone", "you"})
_SEEMING = frozenset({"appear", "look", "seem", "sound"})
_GUESSING = frozenset({"apparently", "maybe", "perhaps", "presumably", "probably", "seemingly"})
_TELLING = frozenset({"ADJ", "AUX", "NOUN", "VERB"})
_WORDS = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
_OBJECTS = frozenset({"ccomp", "dative", "dobj", "xcomp"})


def is_unsaid(doc: Doc, source: Sized, cue: Sequence[int], content: Sequence[int]) -> bool:
    """Whether nothing is said: a thing goes by a name, or somebody is only spoken to."""
    said = [doc[i].lower_ for i in content if not (doc[i].is_punct or doc[i].is_space)]
    if all(word in cues().addressed for word in said):
        return True
    return not source and said[0] not in _OPENING and _names(doc, cue) and not _tells(doc, content)


def _tells(doc: Doc, content: Sequence[int]) -> bool:
    """Whether what a thing goes by is more than a name: "known as a haven", "known to have killed three"."""
    return any(doc[i].pos_ in _TELLING and doc[i].text[0].islower() for i in content)


def is_anybodys(doc: Doc, source: Sequence[int]) -> bool:
    """Whether the writer means anybody, where no quotation is: "you know that"."""
    return bool(source) and all(doc[i].lower_ in _ANYBODY for i in source)


def _names(doc: Doc, cue: Sequence[int]) -> bool:
    """Whether a cue tells what a thing is called or that it is seen; "calls for" and "is not known" do not."""
    words = [doc[i] for i in cue]
    if any(word.dep_ == "neg" or word.lower_ in _UNNAMING for word in words):
        return False
    verb = next((word for word in words if word.lemma_.lower() in cues().naming), None)
    return verb is not None and (phrases.is_passive(verb) or not _has(verb, _OBJECTS))


def least(doc: Doc, source: Sized, cue: Sequence[int], content: Sequence[int], usual: float) -> float:
    """How likely an attribution must be to be kept, where `usual` is enough for one with a word that says something."""
    words = any(doc[i].pos_ in _WORDS for i in cue)
    quoted = bool(source) and any(doc[i].text[0] in _QUOTES for i in content)
    speaks = not words or quoted or tells([doc[i].lemma_.lower() for i in cue]) or any(hedge(doc[i]) for i in cue)
    return usual if speaks else min(usual * _WORDLESS, 1.0)


def is_guess(doc: Doc, cue: Sequence[int]) -> bool:
    """Whether a cue without a source is the writer's own guess: may have fallen, seems, apparently."""
    if any(doc[i].dep_ == "neg" or hedge(doc[i]) in {"alleged", "reported"} for i in cue):
        return False
    return any(doc[i].tag_ == "MD" or doc[i].lemma_.lower() in _SEEMING or doc[i].lower_ in _GUESSING for i in cue)


def is_spoken_of(doc: Doc, source: Sequence[int], cue: Sequence[int]) -> bool:
    """Whether the words taken for a source are whom others charge or tell something: "three men charged with theft"."""
    verb = next((doc[i] for i in reversed(cue) if doc[i].lemma_.lower() in cues().undergone), None)
    if verb is None or verb.tag_ not in {"VBN", "VBD"} or phrases.agent(verb) is not None:
        return False
    inside = set(source)
    if phrases.is_passive(verb):
        subject = phrases.passive_subject(verb)
        return subject is not None and bool(inside & set(phrases.subtree(subject)))
    bare = verb.lemma_.lower() in cues().blaming and not _has(verb, _OBJECTS | {"aux"})
    return bare and (phrases.own_subject(verb) or verb.head).i in inside


def _has(verb: Token, relations: frozenset[str]) -> bool:
    return any(child.dep_ in relations for child in verb.children)
