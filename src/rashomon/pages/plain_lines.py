"""Plain text -> its paragraphs: which lines stand together, from lengths, indents and blank lines alone.

In: the text, never altered. Out: `Paragraph`s in order, with offsets and line numbers; together they hold every
character that is not white space. What a paragraph is for does not belong here.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WIDEST_WRAP = 132
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]»]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its words from `start` to `end`, its 1-based number and its indent."""

    start: int
    end: int
    number: int
    indent: int
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together; `text` is the paragraph with its line breaks as single spaces."""

    lines: tuple[Line, ...]
    text: str

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.lines[-1].end

    @property
    def after_blank(self) -> bool:
        """Whether a blank line (or the top of the page) stands before."""
        return self.lines[0].after_blank


def split_lines(text: str) -> list[Line]:
    """The lines of the text that are not blank."""
    lines: list[Line] = []
    number, at, blank = 1, 0, True
    for stop in [*(match.span() for match in _BREAK.finditer(text)), (len(text), len(text))]:
        raw = text[at : stop[0]]
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(at + indent, at + indent + len(stripped), number, indent, blank))
        blank = not stripped
        number, at = number + 1, stop[1]
    return lines


def join_lines(text: str, lines: list[Line]) -> Paragraph:
    """The paragraph that these lines make."""
    return Paragraph(tuple(lines), " ".join(text[line.start : line.end] for line in lines))


def split_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of the text: wrapped lines joined where the text is wrapped, else one a line."""
    lines = split_lines(text)
    width = _wrap_width(text, lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(text, groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [join_lines(text, group) for group in groups]


def _full(text: str, line: Line, after: Line, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on this one."""
    word = text[after.start : after.end].split(maxsplit=1)[0]
    return line.indent + line.end - line.start + 1 + len(word) > width


def _wrap_width(text: str, lines: list[Line]) -> int:
    """The width at which the text was wrapped, 0 where it was not."""
    width = max((line.indent + line.end - line.start for line in lines), default=0)
    if not 40 <= width <= _WIDEST_WRAP:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    full = [(a, b) for a, b in pairs if _full(text, a, b, width - width // 10)]
    broken = sum(not _SENTENCE_END.search(text[a.start : a.end]) for a, _ in full)
    return width - width // 10 if pairs and len(full) >= 0.6 * len(pairs) and broken >= 0.5 * len(full) else 0


def _continues(text: str, group: list[Line], line: Line, width: int) -> bool:
    """Whether the line goes on with the paragraph above it."""
    last = group[-1]
    if line.after_blank or not width or line.indent > last.indent + 1:
        return False
    return _full(text, last, line, width)
