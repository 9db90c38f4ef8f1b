"""What stands in a block and is no part of its text: credits amid it, numbers of pictures, words to click on.

In: the text and a block. Out: spans. What whole lines are for, the room `pages` has told by then.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from rashomon.records import Block
from rashomon.spans import Span

_NUMBER = re.compile(r"\d{1,2}$")


def find(text: str, block: Block) -> Iterator[Span]:
    """Where the block has what is not to be read, in order."""
    patterns = _patterns()
    first = patterns["first"].match(text, block.start, block.end)
    if first is None and block.role == "caption":
        first = patterns["first_of_caption"].match(text, block.start, block.end)
    if first is not None:
        yield Span(*first.span())
    after = block.start if first is None else first.end()
    for found in patterns["anywhere"].finditer(text, after, block.end):
        number = _NUMBER.search(found[0])
        if number is None or ":" in found[0] or number[0] in _repeated(text):
            yield Span(*found.span())


@lru_cache(maxsize=1)
def _repeated(text: str) -> frozenset[str]:
    """The numbers that stand behind more than one credit."""
    numbers = (_NUMBER.search(found[0]) for found in _patterns()["anywhere"].finditer(text))
    return frozenset(number for number, times in Counter(each[0] for each in numbers if each).items() if times > 1)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(files(__package__).joinpath("data/furniture.toml").read_text(encoding="utf-8"))
    return {name: re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)") for name, each in table.items()}
