"""From text to what the encoder reads: words with offsets, their word pieces, and three features of each word.

In: plain text. Out: a `Text` of parallel lists, one entry a word. Labels, windows and models do not belong here.
"""

from dataclasses import dataclass

from tokenizers import Tokenizer

LOWER, TITLE, UPPER = range(3)
OUTSIDE, OPENING, INSIDE, CLOSING = range(4)
FEATURES = (3, 4, 2)  # how many values case, quotation and paragraph start have
OPENERS, CLOSERS = "“„«", "”»"


@dataclass(frozen=True)
class Text:
    """A text cut into words; `pieces[i]` are the word pieces of word i, `features[i]` its case, quotation, start."""

    text: str
    spans: list[tuple[int, int]]
    pieces: list[list[int]]
    features: list[tuple[int, int, int]]
    paragraphs: list[int]

    def __len__(self) -> int:
        return len(self.spans)


def read_text(text: str, tokenizer: Tokenizer) -> Text:
    """Cut `text` at white space and punctuation, as BERT does, and mark each word."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    spans: list[tuple[int, int]] = []
    pieces: list[list[int]] = []
    last = -1
    for piece, word, (start, end) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
        if word == last:
            pieces[-1].append(piece)
            spans[-1] = (spans[-1][0], end)
        else:
            pieces.append([piece])
            spans.append((start, end))
            last = word
    starts = paragraph_starts(text, spans)
    quotation = quotation_states(text, spans, starts)
    features = [
        (case_of(text[start:end]), state, int(first))
        for (start, end), state, first in zip(spans, quotation, starts, strict=True)
    ]
    paragraphs, number = [], -1
    for first in starts:
        number += first
        paragraphs.append(number)
    return Text(text, spans, pieces, features, paragraphs)


def case_of(word: str) -> int:
    """Lower, Title or UPPER; a single capital counts as Title."""
    if not word[:1].isupper():
        return LOWER
    return UPPER if len(word) > 1 and word.isupper() else TITLE


def paragraph_starts(text: str, spans: list[tuple[int, int]]) -> list[bool]:
    """True for each word that is the first after a line break, and for the first word of all."""
    starts, last = [], 0
    for index, (start, _) in enumerate(spans):
        starts.append(index == 0 or "\n" in text[last:start])
        last = start
    return starts


def quotation_states(text: str, spans: list[tuple[int, int]], starts: list[bool]) -> list[int]:
    """Whether each word opens, stands in, or closes double quotation marks; every paragraph starts outside."""
    states: list[int] = []
    inside = False
    for (start, end), first in zip(spans, starts, strict=True):
        word = text[start:end]
        if first:
            inside = False
        if word in OPENERS:
            inside = True
            states.append(OPENING)
        elif word in CLOSERS:
            inside = False
            states.append(CLOSING)
        elif word == '"' or text[start : start + 2] in ("''", "``"):
            inside = not inside
            states.append(OPENING if inside else CLOSING)
        elif word in "'`" and text[start - 1 : start + 1] in ("''", "``"):
            states.append(states[-1])
        else:
            states.append(INSIDE if inside else OUTSIDE)
    return states
