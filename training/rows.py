"""The labelled passages of the project."""

from __future__ import annotations

from pathlib import Path

from training.examples import Row, locate, read_rows

DATA = Path(__file__).parent / "data"


def load_rows() -> list[Row]:
    """Return every labelled passage of the project."""
    paths = sorted(DATA.glob("sentences/*.jsonl")) + sorted(DATA.glob("passages/*.jsonl"))
    rows = list(read_rows(paths))
    seen: dict[str, Row] = {}
    for row in rows:
        if row["id"] in seen and seen[row["id"]] != row:
            raise SystemExit(f"{row['id']} stands twice with unlike content. Give one of them another id.")
        seen[row["id"]] = row
    wrong = {
        row["id"] for row in seen.values() if any(locate(row["text"], e["trigger"]) is None for e in row["events"])
    }
    if wrong:
        print(f"left out, a trigger is not in the text: {', '.join(sorted(wrong))}")
    return [row for row in seen.values() if row["id"] not in wrong]
