"""Records as lines of JSON and back: the reading, a contract that other programs depend on (docs/schema.json), and what
a case joins and people judge.

In: a `Reading`, a group, link or judgement. Out: one line without a line break, in ASCII, so that it comes whole
through every pipe, encoding and terminal; what is not ASCII is escaped. NUL and a lone surrogate (half a character, as
broken pages hold them) are escaped likewise and come back as they were; only two halves side by side, which no page
yields, come back as one character. Keys stand in the order of the fields. Which lines are printed, and where to, does
not belong here.
"""

import json
from typing import Any, NoReturn, TypeVar

from rashomon.errors import UsageError
from rashomon.graph import Joined, Judgement, Link
from rashomon.notation import MisfitError, from_plain, to_plain
from rashomon.records import Reading

T = TypeVar("T")


def to_json(reading: Reading) -> dict[str, Any]:
    """The reading as plain JSON values."""
    return to_plain(reading)


def dumps(reading: Reading) -> str:
    """The reading as one line of JSON, without the line break."""
    return json.dumps(to_json(reading), allow_nan=False, separators=(",", ":"))


def dumps_graph(record: Joined | Link | Judgement) -> str:
    """What a case joins, or what a person decided, as one line of JSON, which begins with its kind."""
    return json.dumps({"kind": type(record).__name__.lower(), **to_plain(record)}, separators=(",", ":"))


def loads_judgement(line: str | bytes) -> Judgement:
    """The judgement that `dumps_graph` printed; raises `UsageError` where it is none."""
    plain = _loads(line)
    if not isinstance(plain, dict) or plain.pop("kind", None) != "judgement":
        raise UsageError("not a judgement; give the lines that rashomon judgements --json prints")
    return _from_plain(Judgement, plain)


def loads(line: str | bytes) -> Reading:
    """The reading that `dumps` printed; raises `UsageError` that says at which key the line is not a reading."""
    return _from_plain(Reading, _loads(line))


def _loads(line: str | bytes) -> Any:
    try:
        return json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise UsageError(f"not a line of JSON: {error}") from error


def _from_plain(kind: type[T], plain: Any) -> T:
    try:
        return from_plain(kind, plain)
    except MisfitError as misfit:
        raise UsageError(f"not a {kind.__name__.lower()} of this version of Rashomon: {misfit}") from misfit


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a JSON number")
