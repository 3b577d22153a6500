"""Values of the database as plain ones: what prints as JSON."""

from __future__ import annotations

from typing import Any

from neo4j.graph import Node, Path, Relationship


def plain(value: Any) -> Any:
    """Return a value without types of the driver: nodes and relationships as dicts, temporal values as ISO text."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **{key: plain(each) for key, each in sorted(value.items())}}
    if isinstance(value, Relationship):
        return {"type": value.type, **{key: plain(each) for key, each in sorted(value.items())}}
    if isinstance(value, Path):
        steps = [plain(value.start_node)]
        for relationship in value.relationships:
            steps += [plain(relationship), plain(relationship.end_node)]
        return steps
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set)):
        return [plain(each) for each in value]
    return value.iso_format() if hasattr(value, "iso_format") else str(value)
