"""What a user may say about reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from summitgraph.errors import SettingsError

FIELDS = ("id", "text", "title", "published", "url", "source", "language")
"""The fields of a document that a corpus column or a front matter key fills; any other goes to the metadata."""

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of ``read``.

    Attributes:
        published: publication date of documents that give none themselves.
        columns: (field, column) pairs for corpora; a field that is not named is read from the column of its own name.
        language: ISO 639-1 code of documents that give none themselves.
        max_bytes: size above which a file, a page or a corpus row is refused.
        timeout: seconds that a server may take to connect and between two pieces of its answer.
    """

    published: date | None = None
    columns: tuple[tuple[str, str], ...] = ()
    language: str = "en"
    max_bytes: int = 10 * MEGABYTE
    timeout: float = 20.0

    def column(self, field: str) -> str:
        """Return the name of the column that holds the field."""
        return dict(self.columns).get(field, field)


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file of a folder that is of a kind that is not read; no error, but it stands in the report."""

    origin: str
    reason: str


def parse_mapping(pairs: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the (field, column) pairs of ``field=column`` options.

    Raises:
        SettingsError: a pair has no ``=``, or its field is not one of ``FIELDS``.
    """
    columns = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not (equals and column) or field not in FIELDS:
            raise SettingsError(f"--map {pair}: write FIELD=COLUMN, as text=body; the fields are {', '.join(FIELDS)}.")
        columns[field] = column
    return tuple(columns.items())
