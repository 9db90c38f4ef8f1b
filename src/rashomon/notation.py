"""Records as plain JSON values and back, by their type hints alone: what `exports` prints and `store` keeps.

In: any record of `records`. Out: dicts, lists, strings, numbers, booleans and None, keys in the order of the fields;
and the way back, which takes exactly those shapes and says at which key a value does not fit. A span is `[start, end]`.
What the values mean, files and databases do not belong here.
"""

import functools
import math
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from rashomon.spans import Span

T = TypeVar("T")

_WORDS: Mapping[type, str] = {str: "a string", int: "a whole number", bool: "true or false"}


class MisfitError(ValueError):
    """A value that does not fit the records; the message names the key (`claims[3].stance`) and what fits."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
        self.path: list[str] = []

    def __str__(self) -> str:
        where = "".join(reversed(self.path)).lstrip(".")
        return f"{where}: {self.what}" if where else self.what


def to_plain(record: object) -> dict[str, Any]:
    """The record as a dict of plain JSON values, keys in the order of its fields."""
    kind: Any = type(record)
    encode = _encoder(kind)
    if not is_dataclass(kind) or encode is None:
        raise TypeError(f"{type(record).__name__} is not a record")
    plain: dict[str, Any] = encode(record)
    return plain


def from_plain(kind: type[T], value: object) -> T:
    """The record of class `kind` that `to_plain` gave; raises `MisfitError` where a value does not fit."""
    hint: Any = kind
    record: T = _decoder(hint)(value)
    return record


@functools.cache
def hints(kind: type) -> dict[str, Any]:
    """The field names of a record class with their types, in order."""
    known = typing.get_type_hints(kind)
    return {field.name: known[field.name] for field in fields(kind)}


def optional(hint: Any) -> tuple[Any, bool]:
    """The type without `None`, and whether `None` was in it."""
    if get_origin(hint) in (types.UnionType, Union):
        kept = [part for part in get_args(hint) if part is not types.NoneType]
        if len(kept) == 1:
            return kept[0], True
        raise TypeError(f"{hint} has no notation")
    return hint, False


@functools.cache
def _encoder(hint: Any) -> Callable[[Any], Any] | None:
    """How to write a value of this type; None where it is plain already."""
    inner, nullable = optional(hint)
    encode = _encoder_of(inner)
    if encode is None or not nullable:
        return encode
    return lambda value: None if value is None else encode(value)


def _encoder_of(hint: Any) -> Callable[[Any], Any] | None:
    if hint is float:
        return float
    if hint is Span:
        return list
    if get_origin(hint) is tuple:
        item = _encoder(get_args(hint)[0])
        return list if item is None else lambda values: [item(value) for value in values]
    if is_dataclass(hint):
        return _record_encoder(typing.cast(type, hint))
    if hint in _WORDS or hint is Any or get_origin(hint) is Literal:
        return None
    raise TypeError(f"{hint} has no notation")


def _record_encoder(kind: type) -> Callable[[Any], dict[str, Any]]:
    encoders = {name: _encoder(hint) for name, hint in hints(kind).items()}
    names = tuple(encoders)
    nested = tuple((name, encode) for name, encode in encoders.items() if encode)

    def encode_record(record: Any) -> dict[str, Any]:
        plain = {name: getattr(record, name) for name in names}
        for name, encode in nested:
            plain[name] = encode(plain[name])
        return plain

    return encode_record


@functools.cache
def _decoder(hint: Any) -> Callable[[Any], Any]:
    """How to read a value of this type, raising `MisfitError` where it is of another."""
    inner, nullable = optional(hint)
    decode = _decoder_of(inner)
    if not nullable:
        return decode
    return lambda value: None if value is None else decode(value)


def _decoder_of(hint: Any) -> Callable[[Any], Any]:
    if hint is float:
        return _number
    if hint is Span:
        return _span
    if get_origin(hint) is tuple:
        return _tuple_decoder(_decoder(get_args(hint)[0]))
    if get_origin(hint) is Literal:
        return _choice_decoder(get_args(hint))
    if is_dataclass(hint):
        return _record_decoder(typing.cast(type, hint))
    if hint in _WORDS:
        return _exact_decoder(hint)
    if hint is Any:
        return lambda value: value
    raise TypeError(f"{hint} has no notation")


def _record_decoder(kind: type) -> Callable[[Any], Any]:
    decoders = {name: _decoder(hint) for name, hint in hints(kind).items()}

    def decode_record(value: Any) -> Any:
        if type(value) is not dict:
            raise MisfitError(f"must be an object with the keys of {kind.__name__}, not {_shown(value)}")
        if value.keys() != decoders.keys():
            missing = [name for name in decoders if name not in value]
            unknown = [name for name in value if name not in decoders]
            told = [f"{word} {', '.join(map(repr, keys))}" for word, keys in
                    (("lacks", missing), ("has the unknown key", unknown)) if keys]  # fmt: skip
            raise MisfitError(f"{kind.__name__} {' and '.join(told)}")
        made = {}
        for name, decode in decoders.items():
            try:
                made[name] = decode(value[name])
            except MisfitError as misfit:
                misfit.path.append(f".{name}")
                raise
        return kind(**made)

    return decode_record


def _tuple_decoder(decode: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def decode_tuple(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise MisfitError(f"must be a list, not {_shown(value)}")
        made: list[Any] = []
        try:
            made.extend(map(decode, value))
        except MisfitError as misfit:
            misfit.path.append(f"[{len(made)}]")
            raise
        return tuple(made)

    return decode_tuple


def _choice_decoder(choices: tuple[str, ...]) -> Callable[[Any], Any]:
    known = {choice: choice for choice in choices}

    def decode_choice(value: Any) -> str:
        if type(value) is not str or value not in known:
            raise MisfitError(f"must be one of {', '.join(choices)}, not {_shown(value)}")
        return known[value]

    return decode_choice


def _exact_decoder(kind: type) -> Callable[[Any], Any]:
    def decode_exact(value: Any) -> Any:
        if type(value) is not kind:
            raise MisfitError(f"must be {_WORDS[kind]}, not {_shown(value)}")
        return value

    return decode_exact


def _number(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise MisfitError(f"must be a number, not {_shown(value)}")
    return float(value)


def _span(value: Any) -> Span:
    if type(value) is not list or [type(part) for part in value] != [int, int]:
        raise MisfitError(f"must be a span [start, end], not {_shown(value)}")
    return Span(*value)


def _shown(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
