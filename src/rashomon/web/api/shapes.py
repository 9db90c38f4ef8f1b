"""The records of answers as JSON, and the JSON Schema of it, both by their type hints alone.

In: records of `views`, `graph`, `records`. Out: plain values; a span is a W3C position selector, an excerpt also holds
selectors of its marked words. What a record works out itself (whether it is denied, its words of doubt) stands in the
JSON like a field.
"""

import inspect
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from rashomon.records import Reading
from rashomon.spans import Span
from rashomon.views.material import Excerpt
from rashomon.web.selectors import position, target

Json = Any
_SIMPLE: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}
_SELECTOR = {
    "type": "object",
    "required": ["type", "start", "end"],
    "properties": {
        "type": {"type": "string"},
        "start": {"type": "integer"},
        "end": {"type": "integer"},
        "refinedBy": {"type": "object"},
    },
}
_TARGET = {
    "type": "object",
    "required": ["source", "selector"],
    "properties": {
        "source": {"type": "string"},
        "selector": {"type": "array", "items": {"$ref": "#/components/schemas/Selector"}},
    },
}


def plain(value: Any) -> Json:
    """A record as plain JSON values."""
    if isinstance(value, Span):
        return position(value)
    if is_dataclass(value) and not isinstance(value, type):
        made = {name: plain(getattr(value, name)) for name in _names(type(value))}
        if isinstance(value, Excerpt):
            made["target"] = target(value.page, value.text, value.marks, start=value.start)
        return made
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple | frozenset):
        return [plain(each) for each in value]
    return value


@cache
def _names(kind: type) -> dict[str, Any]:
    """Fields, and what the record works out itself, with their types."""
    known = get_type_hints(kind)
    found = {field.name: known[field.name] for field in fields(kind)}
    for name, value in inspect.getmembers(kind, lambda member: isinstance(member, property)):
        if value.fget is not None and not name.startswith("_"):
            found[name] = get_type_hints(value.fget)["return"]
    return found


class Shapes:
    """The schemas of record classes, by name, as they are asked for."""

    def __init__(self) -> None:
        self.schemas: dict[str, Json] = {"Selector": _SELECTOR, "Target": _TARGET}
        self._seen: dict[type, str] = {}

    def of(self, kind: Any) -> Json:
        """The schema of a type; record classes by reference."""
        origin = get_origin(kind)
        if kind in _SIMPLE:
            return dict(_SIMPLE[kind])
        if kind is Span:
            return {"$ref": "#/components/schemas/Selector"}
        if origin is Literal:
            return {"enum": list(get_args(kind))}
        if origin in {Union, types.UnionType}:
            return {"anyOf": [self.of(each) for each in get_args(kind)]}
        if origin in {tuple, list, frozenset}:
            return {"type": "array", "items": self.of(get_args(kind)[0])}
        if origin in {dict, Mapping} or (isinstance(origin, type) and issubclass(origin, Mapping)):
            return {"type": "object"}
        if isinstance(kind, type) and is_dataclass(kind):
            return {"$ref": f"#/components/schemas/{self._named(kind)}"}
        return {}

    def listed(self, kind: Any) -> Json:
        """The schema of a stretch of a list."""
        return {
            "type": "object",
            "required": ["items", "next"],
            "properties": {
                "items": {"type": "array", "items": self.of(kind)},
                "next": {"type": ["string", "null"], "description": "the cursor of what follows"},
            },
        }

    def _named(self, kind: type) -> str:
        if kind not in self._seen:
            name = kind.__name__
            if name in self.schemas or kind.__module__ == Reading.__module__:  # a reading has spans as pairs
                name = f"{kind.__module__.rpartition('.')[2].capitalize()}{name}"
            self._seen[kind] = name
            self.schemas[name] = {}
            members = _names(kind)
            properties = {member: self.of(hint) for member, hint in members.items()}
            if kind is Excerpt:
                properties["target"] = {"$ref": "#/components/schemas/Target"}
            about = {"description": kind.__doc__.strip()} if kind.__doc__ else {}
            self.schemas[name] = {"type": "object", "required": list(properties), "properties": properties, **about}
        return self._seen[kind]


SHAPES = Shapes()


def shown(kind: Any, *, listed: bool = False) -> dict[int | str, dict[str, Any]]:
    """What a route answers, for the OpenAPI document."""
    schema = SHAPES.listed(kind) if listed else SHAPES.of(kind)
    return {200: {"description": "the answer", "content": {"application/json": {"schema": schema}}}, **PROBLEMS}


def _problem(words: str) -> dict[str, Any]:
    return {
        "description": words,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


PROBLEMS: dict[int | str, dict[str, Any]] = {
    304: {"description": "nothing has changed"},
    400: _problem("asked for in a way that cannot be answered"),
    401: _problem("nobody known asks"),
    403: _problem("not allowed"),
    404: _problem("not there"),
    409: _problem("done already"),
    422: _problem("not as the document says"),
    429: _problem("too often"),
}
SHAPES.schemas["Problem"] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
    },
}


def described(openapi: Callable[[], dict[str, Any]]) -> Callable[[], dict[str, Any]]:
    """The OpenAPI document with the schemas of the records."""

    def made() -> dict[str, Any]:
        document = openapi()
        known = document.setdefault("components", {}).setdefault("schemas", {})
        for name, schema in SHAPES.schemas.items():
            known.setdefault(name, schema)
        return document

    return made
