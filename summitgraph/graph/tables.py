"""The schema as tables for the documentation."""

from __future__ import annotations

from collections.abc import Iterable

from summitgraph.graph.schema import Property, Schema


def schema_markdown(schema: Schema) -> str:
    """Return Markdown tables of all labels and relationship types with their properties."""
    lines = ["## Labels", "", "| label | what | properties |", "|---|---|---|"]
    for node in schema.nodes:
        label = f"`{node.parent}:{node.label}`" if node.parent else f"`{node.label}`"
        lines.append(f"| {label} | {node.about} | {_properties(node.properties)} |")
    lines += ["", "## Relationship types", "", "| type | joins | what | properties |", "|---|---|---|---|"]
    for each in schema.relationships:
        joins = "<br>".join(f"{start} → {end}" for start, end in each.ends)
        about = each.about if each.origin == "loaded" else f"{each.about}; derived from claims"
        lines.append(f"| `{each.type}` | {joins} | {about} | {_properties(each.properties)} |")
    lines += ["", "## Properties", "", "| property | type | what |", "|---|---|---|"]
    declared = {
        (own.name, own.type, own.about): own
        for properties in (*(node.properties for node in schema.nodes), *(r.properties for r in schema.relationships))
        for own in properties
    }
    lines += [f"| `{name}` | {type_} | {about} |" for name, type_, about in sorted(declared)]
    return "\n".join(lines) + "\n"


def _properties(properties: Iterable[Property]) -> str:
    return ", ".join(f"**{each.name}**" if each.required else each.name for each in properties)
