"""Types of parameters and columns, and how text becomes a value of one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ID = re.compile(r"[a-z]+:\S+")
_INTEGER = re.compile(r"[+-]?\d+")


@dataclass(frozen=True, slots=True)
class ParameterType:
    """A type of parameters.

    Attributes:
        about: what a value looks like, to stand after "it takes".
        convert: returns the value that the database gets; ValueError where the given one is none of the type.
    """

    about: str
    convert: Callable[[Any], Any]


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError
    return value


def _id(value: Any) -> str:
    if not _ID.fullmatch(_text(value)):
        raise ValueError
    return str(value)


def _integer(value: Any) -> int:
    if isinstance(value, str) and _INTEGER.fullmatch(value):
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 2**63:
        raise ValueError
    return value


def _count(value: Any) -> int:
    number = _integer(value)
    if number < 0:
        raise ValueError
    return number


def _float(value: Any) -> float:
    number = float("nan") if isinstance(value, bool) or not isinstance(value, (str, int, float)) else float(value)
    if number - number != 0:  # neither infinite nor no number at all
        raise ValueError
    return number


def _boolean(value: Any) -> bool:
    if isinstance(value, str):
        value = {"true": True, "false": False}.get(value.lower())
    if not isinstance(value, bool):
        raise ValueError
    return value


def _day(value: Any) -> str:
    if isinstance(value, date):
        value = value.isoformat()[:10]
    if not _DAY.fullmatch(_text(value)):
        raise ValueError
    return date.fromisoformat(value).isoformat()


PARAMETER_TYPES: Mapping[str, ParameterType] = {
    "string": ParameterType("text", _text),
    "id": ParameterType("the id of a node, as person:kim-jong-un; 'actors.find' looks it up by name", _id),
    "integer": ParameterType("a whole number", _integer),
    "count": ParameterType("a whole number, 0 or more", _count),
    "float": ParameterType("a number, as 0.8", _float),
    "boolean": ParameterType("true or false", _boolean),
    "day": ParameterType("a day, as 2019-02-28", _day),
}
COLUMN_TYPES: Mapping[str, str] = {
    "string": "text",
    "id": "the id of a node",
    "integer": "a whole number",
    "float": "a number",
    "boolean": "true or false",
    "day": "an ISO day",
    "date": "an ISO day, month or year, or a TIMEX3 value, as precise as the texts give it",
    "strings": "a list of text",
    "integers": "a list of whole numbers",
}
