"""Blocks as text in four formats. Each block is written and forgotten, so that memory holds one at a time.

The first line says that the file is ours, and a line of its own begins each document: the import reads such a file block
by block too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from loaders.rdf.blocks import Block, Resource
from loaders.rdf.vocabulary import PREFIXES, TYPE, XSD, Instant, Iri, Value
from summitgraph.graph.model import LABEL_OF_PREFIX
from summitgraph.ids import IRI_BASE

MARK = "# Summitgraph export 1"
DOCUMENT, DERIVED = "# document", "# derived"
_CONTEXT: dict[str, Any] = PREFIXES | {"id": "@id", "type": "@type"}
JSON_HEAD = json.dumps({"@context": _CONTEXT})[:-1] + ', "@graph": ['

_PREFIXES = {address: prefix for prefix, address in PREFIXES.items()}
_PREFIXES |= {f"{IRI_BASE}{kind}/": kind for kind in (*LABEL_OF_PREFIX, "graph", "edge")}
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPED = re.compile(r'[\x00-\x1f\x7f\\"]')


@dataclass(frozen=True, slots=True)
class Form:
    """How blocks become text.

    Attributes:
        suffix: the ending of files in this format; ``parser``: rdflib's name of it.
        head, foot: what stands before all blocks and after them; ``joint`` stands between two.
    """

    name: str
    suffix: str
    parser: str
    text: Callable[[Block], str]
    head: str
    joint: str = ""
    foot: str = ""


def write(blocks: Iterable[Block], form: Form, stream: TextIO) -> int:
    """Write the blocks; return the number of their statements."""
    statements = 0
    stream.write(form.head)
    for index, block in enumerate(blocks):
        stream.write((form.joint if index else "") + form.text(block))
        statements += sum(len(each.statements) for each in block.resources)
    stream.write(form.foot)
    return statements


def _marked(block: Block, text: str) -> str:
    return f"{DOCUMENT} {block.name}\n{text}" if block.name else f"{DERIVED}\n{text}"


def _turtle(block: Block) -> str:
    return _marked(block, "".join(f"{_turtle_resource(each)}\n" for each in block.resources))


def _trig(block: Block) -> str:
    body = "".join(f"{_turtle_resource(each)}\n" for each in block.resources)
    return _marked(block, f"{_short(block.name)} {{\n{body}}}\n" if block.name else body)


def _turtle_resource(resource: Resource) -> str:
    said: dict[str, list[str]] = {}
    for predicate, value in resource.statements:
        said.setdefault("a" if predicate == TYPE else _short(predicate), []).append(_term(value, _short))
    body = " ;\n    ".join(f"{predicate} {', '.join(values)}" for predicate, values in said.items())
    return f"{_short(resource.iri)} {body} ."


def _nquads(block: Block) -> str:
    graph = f" {_long(block.name)}" if block.name else ""
    return _marked(block, "".join(_lines(block, graph)))


def _lines(block: Block, graph: str) -> Iterator[str]:
    for resource in block.resources:
        for predicate, value in resource.statements:
            yield f"{_long(resource.iri)} {_long(predicate)} {_term(value, _long)}{graph} .\n"


def _jsonld(block: Block) -> str:
    nodes = [_json_resource(each) for each in block.resources]
    lines = [{"id": _compact(block.name), "@graph": nodes}] if block.name else nodes
    return ",\n".join(json.dumps(each, ensure_ascii=False) for each in lines)


def _json_resource(resource: Resource) -> dict[str, Any]:
    node: dict[str, Any] = {"id": _compact(resource.iri)}
    for predicate, value in resource.statements:
        if predicate == TYPE:
            node.setdefault("type", []).append(_compact(Iri(value)))
        else:
            node.setdefault(_compact(predicate), []).append(_json_value(value))
    return node


def _json_value(value: Value) -> Any:
    if isinstance(value, Iri):
        return {"id": _compact(value)}
    type_, text = _typed(value)
    return {"@value": text, "@type": f"xsd:{type_}"} if type_ else text


def _compact(address: Iri) -> str:
    for prefix in ("sg", "plover", "rdf", "rdfs", "dct", "prov", "skos", "schema"):
        if address.startswith(PREFIXES[prefix]):
            return f"{prefix}:{address[len(PREFIXES[prefix]) :]}"
    return address


def _short(address: Iri) -> str:
    cut = max(address.rfind("/"), address.rfind("#")) + 1
    prefix, local = _PREFIXES.get(address[:cut]), address[cut:]
    return f"{prefix}:{local}" if prefix and _LOCAL.fullmatch(local) else _long(address)


def _long(address: Iri) -> str:
    return f"<{address}>"


def _term(value: Value, address: Callable[[Iri], str]) -> str:
    if isinstance(value, Iri):
        return address(value)
    type_, text = _typed(value)
    quoted = '"' + _ESCAPED.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}"), text) + '"'
    return f"{quoted}^^{address(Iri(XSD + type_))}" if type_ else quoted


def _typed(value: Value) -> tuple[str | None, str]:
    """Return the XML Schema type of a literal, None of plain text, and its lexical form."""
    if isinstance(value, bool):
        return "boolean", str(value).lower()
    if isinstance(value, int):
        return "integer", str(value)
    if isinstance(value, float):
        return "double", repr(value)
    return ("dateTime" if isinstance(value, Instant) else None), value


def _head(directive: str) -> str:
    return f"{MARK}\n" + "".join(directive.format(name, address) for address, name in _PREFIXES.items()) + "\n"


_HEAD = _head("@prefix {}: <{}> .\n")
FORMS = {
    form.name: form
    for form in (
        Form("trig", ".trig", "trig", _trig, _HEAD, joint="\n"),
        Form("turtle", ".ttl", "turtle", _turtle, _HEAD, joint="\n"),
        Form("jsonld", ".jsonld", "json-ld", _jsonld, f"{JSON_HEAD}\n", joint=",\n", foot="\n]}\n"),
        Form("nquads", ".nq", "nquads", _nquads, f"{MARK}\n"),
    )
}
