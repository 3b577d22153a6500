"""Character spans of labels that are copied from a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summitgraph.evaluation.counts import Json

Span = tuple[int, int]


def locate(text: str, label: str) -> Span | None:
    """Return where a label stands as whole words; ``Kim#2`` is the second occurrence."""
    words, _, nth = label.partition("#")
    found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
    index = int(nth or 1) - 1
    return found[index].span() if index < len(found) else None


def as_span(value: Json | None) -> Span | None:
    """Return a span of the JSON of an extraction."""
    return (value["start"], value["end"]) if value else None


def shared(a: Span | None, b: Span | None) -> int:
    """Return how many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) if a and b else 0


def fills(wanted: Sequence[Span], found: Span | None) -> bool:
    """Tell whether a role is filled as wanted: by words that touch one of its spans, by none where there is none."""
    return any(shared(span, found) for span in wanted) if wanted else found is None
