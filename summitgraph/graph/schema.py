"""The terms in which ``summitgraph.graph.model`` declares the graph: labels, relationship types, properties, keys.

Constraints, the loader's statements, the tables of the documentation and the check of the query catalogue come from
that one declaration.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

KEY = "id"

PropertyType = Literal["string", "integer", "float", "boolean", "strings"]
Origin = Literal["loaded", "derived", "stated"]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or relationship; ``strings`` is a sorted list without duplicates."""

    name: str
    about: str
    type: PropertyType = "string"
    required: bool = False
    indexed: bool = False


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label with its properties; a node of a label with a ``parent`` carries the parent's label too."""

    label: str
    about: str
    properties: tuple[Property, ...] = ()
    parent: str | None = None

    @property
    def key_label(self) -> str:
        """The label whose ``id`` is constrained to be unique."""
        return self.parent or self.label


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """A relationship type with the labels that it joins.

    Attributes:
        ends: pairs of labels, from and to.
        origin: ``loaded`` from a document's rows; ``stated`` by relation claims or ``derived`` from event claims, which
            the database turns into relationships: no claim, no edge.
        keys: properties that tell two of this type between the same two nodes apart.
    """

    type: str
    about: str
    ends: tuple[tuple[str, str], ...]
    properties: tuple[Property, ...] = ()
    origin: Origin = "loaded"
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """All labels and relationship types, in the order in which they are written."""

    nodes: tuple[NodeType, ...]
    relationships: tuple[RelationshipType, ...]

    def node(self, label: str) -> NodeType:
        """Return the declaration of a label; KeyError where there is none."""
        return {node.label: node for node in self.nodes}[label]

    def relationship(self, type_: str) -> RelationshipType:
        """Return the declaration of a relationship type; KeyError where there is none."""
        return {each.type: each for each in self.relationships}[type_]

    @property
    def labels(self) -> frozenset[str]:
        """Every label that a node may carry."""
        return frozenset(node.label for node in self.nodes)

    @property
    def relationship_types(self) -> frozenset[str]:
        """Every relationship type."""
        return frozenset(each.type for each in self.relationships)

    @property
    def stated_relations(self) -> tuple[RelationshipType, ...]:
        """The relationship types that relation claims give, as LEADS."""
        return tuple(each for each in self.relationships if each.origin == "stated")

    def constraints(self) -> Iterator[str]:
        """Yield the statements that make keys unique and indexed properties quick to find; each may run again."""
        for node in self.nodes:
            if node.parent is None:
                name = f"{node.label.lower()}_{KEY}"
                yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{node.label}) REQUIRE n.{KEY} IS UNIQUE"
        for node in self.nodes:
            for each in node.properties:
                if each.indexed:
                    name = f"{node.label.lower()}_{each.name}"
                    yield f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{node.label}) ON (n.{each.name})"
