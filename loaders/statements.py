"""The Cypher texts of the loader: one for each shape, filled in from the schema alone, never from data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from summitgraph.graph.model import SCHEMA
from summitgraph.graph.schema import KEY
from summitgraph.mapping.rows import Shape


@cache
def text(name: str, **terms: str) -> str:
    """Return ``loaders/cypher/<name>.cypher`` with ``{term}`` replaced by labels and types of the schema."""
    cypher = files("loaders").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
    for term, value in terms.items():
        if value not in _NAMES:
            raise KeyError(f"{value} is not declared in summitgraph/graph/model.py")
        cypher = cypher.replace("{" + term + "}", value)
    return cypher


@cache
def merge_nodes(label: str) -> str:
    """Return the statement that writes nodes of a label: ``$rows`` of ``id`` and ``set``.

    What the authority file says of an entity is set one by one: what a newer version no longer says goes.
    """
    node = SCHEMA.node(label)
    labels = f"{node.parent}:{label}" if node.parent else label
    named = {each.name for each in SCHEMA.node("Entity").properties}
    own = [each.name for each in node.properties if node.parent == "Entity" and each.name not in named]
    setting = ", ".join(["n += row.set", *(f"n.{name} = row.set.{name}" for name in own)])
    return f"UNWIND $rows AS row\nMERGE (n:{labels} {{{KEY}: row.{KEY}}})\nSET {setting}"


@cache
def create_relationships(shape: Shape) -> str:
    """Return the statement that writes relationships of a shape: ``$rows`` of ``from``, ``to`` and ``set``.

    They begin at nodes of a document that the same transaction has found absent, so that none can stand already; MERGE
    would look through all relationships of a node that everybody mentions, and cost would grow with the graph.
    """
    return (
        "UNWIND $rows AS row\n"
        f"MATCH (a:{shape.start} {{{KEY}: row.from}})\n"
        f"MATCH (b:{shape.end} {{{KEY}: row.to}})\n"
        f"CREATE (a)-[r:{shape.type}]->(b)\n"
        "SET r += row.set"
    )


_NAMES = SCHEMA.labels | SCHEMA.relationship_types | {each.name for node in SCHEMA.nodes for each in node.properties}
