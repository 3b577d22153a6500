"""Reading ``cypher/<topic>/<name>.cypher``: the head, line comments that are YAML, and the Cypher text below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

import yaml

from queries.errors import HeadError, ParameterError
from queries.model import Parameter, Query
from queries.values import COLUMN_TYPES, PARAMETER_TYPES

HEAD_KEYS = ("id", "title", "question", "params", "returns", "mode", "since")
PARAM_KEYS = ("type", "default", "example", "values", "about")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_YAML = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_all() -> Mapping[str, Query]:
    """Return every query of the package by its id, in the order of ids.

    Raises:
        HeadError: a file cannot be read; the message names it.
    """
    found = {}
    for topic in files("queries").joinpath("cypher").iterdir():
        if topic.is_dir():
            for file in topic.iterdir():
                if file.name.endswith(".cypher"):
                    query = _read(topic.name, file)
                    found[query.id] = query
    return MappingProxyType({id_: found[id_] for id_ in sorted(found)})


def _read(topic: str, file: Traversable) -> Query:
    id_ = f"{topic}.{file.name.removesuffix('.cypher')}"
    return parse(id_, file.read_text(encoding="utf-8"))


def parse(id_: str, text: str) -> Query:
    """Return the query of a file's text.

    Args:
        id_: the id that the place of the file gives.

    Raises:
        HeadError: the head is missing, is no YAML, lacks a key, or says something unknown.
    """
    try:
        head = _head(text)
        _expect(head["id"] == id_, f"id is {head['id']}, but the file stands where {id_} belongs")
        _expect(head["mode"] == "read", f"mode is {head['mode']}: the catalogue only reads")
        _expect(bool(_VERSION.fullmatch(str(head["since"]))), f"since is {head['since']}: write a version, as 0.1.0")
        params = {name: _parameter(name, said) for name, said in _mapping(head, "params").items()}
        returns = {name: _column(name, type_) for name, type_ in _mapping(head, "returns").items()}
        _expect(bool(returns), "returns names no column")
        return Query(
            id=id_,
            title=_line(head, "title"),
            question=_line(head, "question"),
            params=MappingProxyType(params),
            returns=MappingProxyType(returns),
            mode="read",
            since=str(head["since"]),
            cypher=text,
        )
    except (HeadError, ParameterError) as error:
        raise HeadError(f"queries/cypher/{id_.replace('.', '/')}.cypher: {error}") from error


def _head(text: str) -> dict[str, Any]:
    lines = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        lines.append(line.removeprefix("//").removeprefix(" "))
    try:
        head = yaml.load("\n".join(lines), Loader=_YAML)
    except yaml.YAMLError as error:
        raise HeadError(f"the head is no YAML: {' '.join(str(error).split())}") from error
    _expect(isinstance(head, dict), "the file begins with no head; write // id: … as the other queries do")
    _only(head, HEAD_KEYS, "the head")
    missing = [key for key in HEAD_KEYS if key not in head]
    _expect(not missing, f"the head lacks {', '.join(missing)}")
    return dict(head)


def _parameter(name: str, said: Any) -> Parameter:
    _expect(bool(_NAME.fullmatch(name)), f"parameter {name}: write its name in lower_case")
    _expect(isinstance(said, dict), f"parameter {name}: write {{type: …, default: …}} or {{type: …, example: …}}")
    _only(said, PARAM_KEYS, f"parameter {name}")
    type_ = said.get("type")
    _expect(type_ in PARAMETER_TYPES, f"parameter {name}: its type is one of {', '.join(PARAMETER_TYPES)}")
    required = "default" not in said
    _expect(required == ("example" in said), f"parameter {name}: give a default, or, where it is required, an example")
    parameter = Parameter(
        name=name,
        type=type_,
        required=required,
        default=_plain(said.get("default")),
        example=_plain(said.get("example")),
        values=tuple(map(str, said.get("values", ()))),
        about=said.get("about", ""),
    )
    parameter.convert(parameter.example if required else parameter.default)
    return parameter


def _column(name: str, type_: Any) -> str:
    _expect(bool(_NAME.fullmatch(name)), f"column {name}: write its name in lower_case")
    _expect(type_ in COLUMN_TYPES, f"column {name}: its type is one of {', '.join(COLUMN_TYPES)}")
    return str(type_)


def _mapping(head: dict[str, Any], key: str) -> dict[str, Any]:
    said = head[key]
    _expect(isinstance(said, dict), f"{key}: write a mapping by name, {{}} where there is none")
    return dict(said)


def _line(head: dict[str, Any], key: str) -> str:
    said = head[key]
    _expect(isinstance(said, str) and bool(said.strip()), f"{key} is no text")
    return str(said).strip()


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _only(said: dict[str, Any], known: tuple[str, ...], where: str) -> None:
    unknown = [str(key) for key in said if key not in known]
    _expect(not unknown, f"{where} has the unknown key {', '.join(unknown)}; known are {', '.join(known)}")


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise HeadError(otherwise)
