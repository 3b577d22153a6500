"""Publication dates as files, tables and pages write them."""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime

from summitgraph.errors import SourceError

FORMATS = ("%Y/%m/%d", "%Y.%m.%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d.%m.%Y")
"""Forms with one reading, tried after ISO 8601 and before RFC 2822. ``02/03/2019`` has two readings and is refused."""


def parse_published(value: object, origin: str) -> date | None:
    """Return the day that the value names; None where it is empty.

    A time of day is dropped, in the zone in which it is written: a date line counts in its own town's days.

    Raises:
        SourceError: the value is no date.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    day = _iso(text) or _spelled(text) or _rfc2822(text)
    if day is None:
        raise SourceError(origin, f"the publication date '{text[:40]}' is no date", "Write it as YYYY-MM-DD.")
    return day


def _iso(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _spelled(text: str) -> date | None:
    for form in FORMATS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def _rfc2822(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None
