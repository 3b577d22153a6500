"""Partial ISO dates: a day, a month or a year."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

from ontology.errors import OntologyError

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=4096)
def earliest(text: str) -> date:
    """Return the first day that the partial date can mean: ``2018-04`` gives 1 April 2018."""
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


@lru_cache(maxsize=4096)
def latest(text: str) -> date:
    """Return the last day that the partial date can mean: ``2018-04`` gives 30 April 2018."""
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int | None, int | None]:
    found = _PARTIAL.fullmatch(text)
    if not found:
        raise OntologyError(f"'{text}' is no date. Write an ISO day, month or year: 2018-06-12, 2018-06 or 2018.")
    year, month, day = int(found[1]), int(found[2] or 0) or None, int(found[3] or 0) or None
    try:
        date(year, month or 1, day or 1)
    except ValueError as error:
        raise OntologyError(f"'{text}' is no date: {error}. Correct it.") from error
    return year, month, day
