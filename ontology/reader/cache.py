"""The compiled ontology on disk, as JSON: rows of plain values, rebuilt without RDF."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, get_type_hints

from platformdirs import user_cache_path

from ontology import model
from ontology.model import Ontology

_RECORDS = {
    "entities": model.AuthorityEntity,
    "offices": model.Office,
    "tenures": model.Tenure,
    "summits": model.AuthoritySummit,
    "agreements": model.Agreement,
    "event_types": model.EventType,
    "readings": model.Reading,
    "triggers": model.Trigger,
    "titles": model.Title,
    "bodies": model.BodyPattern,
    "relations": model.RelationType,
    "constraints": model.Constraint,
}


def cache_file(digest: str) -> Path:
    """Return where the tables compiled from files of this hash are kept."""
    return user_cache_path("summitgraph") / f"ontology-{digest[:24]}.json"


def read(file: Path) -> Ontology | None:
    """Return the tables of a cache file, or None where it is absent or cannot be used."""
    try:
        return _decode(json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def write(file: Path, ontology: Ontology) -> None:
    """Write the tables, whole or not at all; a folder that cannot be written only costs the next start its speed."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile("w", dir=file.parent, suffix=".tmp", delete=False, encoding="utf-8") as draft:
            json.dump(_encode(ontology), draft, ensure_ascii=False, separators=(",", ":"))
        os.replace(draft.name, file)


def _encode(ontology: Ontology) -> dict[str, Any]:
    tables = {field.name: getattr(ontology, field.name) for field in fields(ontology)}
    for name, class_ in _RECORDS.items():
        rows = tables[name].values() if isinstance(tables[name], dict) else tables[name]
        tables[name] = [[getattr(row, field.name) for field in fields(class_)] for row in rows]
    return tables


def _decode(tables: dict[str, Any]) -> Ontology:
    hints = get_type_hints(Ontology)
    for name, value in tables.items():
        if name in _RECORDS:
            rows = [_RECORDS[name](*map(_frozen, row)) for row in value]
            keyed = hints[name] is not tuple and "Mapping" in str(hints[name])
            tables[name] = {_key(row): row for row in rows} if keyed else tuple(rows)
        elif name == "superclasses":
            tables[name] = {key: tuple(above) for key, above in value.items()}
        else:
            tables[name] = _frozen(value)
    return Ontology(**tables)


def _key(row: Any) -> str:
    return str(row.id if hasattr(row, "id") else row.name)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
