"""A question of the catalogue as a record, and how given values become its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from queries.errors import ParameterError
from queries.values import PARAMETER_TYPES


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query.

    Attributes:
        type: a name of ``queries.values.PARAMETER_TYPES``.
        required: whether it must be given; otherwise ``default`` stands in, which may be None.
        example: of a required one, a value that has an answer in the graph of ``examples/``.
        values: the only values that it takes; empty where every one of the type will do.
        about: what it means, where its name does not say so.
    """

    name: str
    type: str
    required: bool
    default: Any = None
    example: Any = None
    values: tuple[str, ...] = ()
    about: str = ""

    @property
    def nullable(self) -> bool:
        """Whether it may be left without a value."""
        return not self.required and self.default is None

    def convert(self, value: Any) -> Any:
        """Return the value as the database takes it: text, as the command line gives it, becomes the type.

        Raises:
            ParameterError: it is no value of the type, or none of ``values``.
        """
        if self.nullable and (value is None or value == ""):
            return None
        type_ = PARAMETER_TYPES[self.type]
        try:
            converted = type_.convert(value)
        except ValueError as error:
            raise ParameterError(f"{self.name}={value!s}: it takes {type_.about}.") from error
        if self.values and converted not in self.values:
            raise ParameterError(f"{self.name}={value!s}: it takes one of {', '.join(self.values)}.")
        return converted


@dataclass(frozen=True, slots=True)
class Query:
    """One question with its Cypher text.

    Attributes:
        id: ``<topic>.<name>``, where its file stands.
        params: parameters by name.
        returns: type of each column, a name of ``queries.values.COLUMN_TYPES``, in the order of columns.
        since: version of Summitgraph that brought it.
        cypher: the text of the file, head included.
    """

    id: str
    title: str
    question: str
    params: Mapping[str, Parameter]
    returns: Mapping[str, str]
    mode: Literal["read"]
    since: str
    cypher: str

    @property
    def topic(self) -> str:
        """The folder of its file."""
        return self.id.partition(".")[0]

    @property
    def example(self) -> dict[str, Any]:
        """The required parameters with their examples: values that have an answer in the graph of ``examples/``."""
        return {name: param.example for name, param in self.params.items() if param.required}

    def bind(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return every parameter with its value: converted where given, else its default.

        Raises:
            ParameterError: one is missing, unknown or of another type; the message names the query and the parameter.
        """
        unknown = sorted(set(given) - set(self.params))
        if unknown:
            known = f"it takes {', '.join(self.params)}" if self.params else "it takes none"
            raise ParameterError(f"{self.id}: no parameter is named {', '.join(unknown)}; {known}.")
        missing = [name for name, param in self.params.items() if param.required and name not in given]
        if missing:
            shown = " ".join(f"{name}={self.params[name].example}" for name in missing)
            raise ParameterError(f"{self.id}: {', '.join(missing)} must be given, as {shown}.")
        try:
            return {
                name: param.convert(given[name]) if name in given else param.default
                for name, param in self.params.items()
            }
        except ParameterError as error:
            raise ParameterError(f"{self.id}: {error}") from error

    def head(self) -> dict[str, Any]:
        """Return all that the head says, as plain values that print as JSON."""
        return {
            "id": self.id,
            "title": self.title,
            "question": self.question,
            "params": {name: _described(param) for name, param in self.params.items()},
            "returns": dict(self.returns),
            "mode": self.mode,
            "since": self.since,
        }


def _described(param: Parameter) -> dict[str, Any]:
    told: dict[str, Any] = {"type": param.type, "required": param.required}
    told |= {"example": param.example} if param.required else {"default": param.default}
    if param.values:
        told["values"] = list(param.values)
    if param.about:
        told["about"] = param.about
    return told
