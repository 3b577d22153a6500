"""A ``SourceDocument`` from a text and the values that came with it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from summitgraph.errors import SourceError
from summitgraph.ids import document_id
from summitgraph.records import SourceDocument
from summitgraph.sources.decoding import check_text
from summitgraph.sources.options import FIELDS, ReadOptions
from summitgraph.sources.published import parse_published


def build(text: str, values: Mapping[str, object], *, origin: str, stem: str, options: ReadOptions) -> SourceDocument:
    """Return the document; ``values`` are front matter, page metadata or the other columns of a row.

    Raises:
        SourceError: the text is empty or no text, the date is none, or a value has the wrong type.
    """
    check_text(text, origin)
    title = _plain(values, "title", origin)
    published = parse_published(values.get("published"), origin) or options.published
    return SourceDocument(
        id=document_id(text, title, published),
        stem=stem,
        text=text,
        origins=(origin,),
        title=title,
        published=published,
        url=_plain(values, "url", origin),
        source=_plain(values, "source", origin),
        language=_plain(values, "language", origin) or options.language,
        metadata=tuple((key, _written(value)) for key, value in sorted(values.items()) if key not in FIELDS),
    )


def _plain(values: Mapping[str, object], field: str, origin: str) -> str | None:
    value = values.get(field)
    if isinstance(value, dict | list):
        raise SourceError(origin, f"'{field}' is a list or a table, not a plain value", "Write one value.")
    return _written(value).strip() or None


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
