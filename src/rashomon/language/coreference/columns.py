"""The parse of a Doc as plain lists, made once: words, tags, heads, sentences, quotations, blocks.

In: a parsed Doc. Out: `Columns`. What a phrase means does not belong here.
"""

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from rashomon import layers

OUTSIDE = -1
_ATTRIBUTES: list[int | str] = ["HEAD", "DEP", "POS", "TAG", "LEMMA", "ENT_TYPE", "SENT_START"]


class Columns:
    """Lists as long as the Doc; `head` holds token numbers, `children` the dependents of each token in order."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        strings = doc.vocab.strings
        table = doc.to_array(_ATTRIBUTES).T.tolist() if len(doc) else [[] for _ in _ATTRIBUTES]
        names: dict[int, str] = {code: strings[code] for column in table[1:6] for code in set(column)}
        offsets = [at - 2**64 if at >= 2**63 else at for at in table[0]]
        self.head: list[int] = [at + offset for at, offset in enumerate(offsets)]
        self.dep, self.pos, self.tag, lemma, self.label = ([names[code] for code in column] for column in table[1:6])
        self.lemma = [each.lower() for each in lemma]
        self.words = [token.text for token in doc]
        self.lower = [word.lower() for word in self.words]
        self.starts = [token.idx for token in doc]
        self.sentence = _numbers(table[6])
        self.children: list[list[int]] = [[] for _ in self.words]
        for at, head in enumerate(self.head):
            if head != at:
                self.children[head].append(at)
        self.block = self._blocks()
        self.quote = self._quotes()

    def tokens(self, start: int, end: int) -> range:
        """The numbers of the tokens that begin in a stretch of the text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def end(self, at: int) -> int:
        """The offset behind a token."""
        return self.starts[at] + len(self.words[at])

    def _blocks(self) -> list[int]:
        starts = [block.start for block in layers.blocks(self.doc)]
        return [max(bisect_right(starts, start) - 1, 0) for start in self.starts]

    def _quotes(self) -> list[int]:
        """For each token the number of the outermost quotation that it stands in, OUTSIDE of none."""
        out = [OUTSIDE] * len(self.words)
        for number, quote in enumerate(layers.quotes(self.doc)):
            if quote.depth == 0 and not quote.scare:
                for at in self.tokens(*quote.span):
                    out[at] = number
        return out


def _numbers(starts: list[int]) -> list[int]:
    out, number = [], -1
    for at, start in enumerate(starts):
        number += start == 1 or at == 0
        out.append(number)
    return out
