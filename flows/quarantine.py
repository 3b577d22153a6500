"""Where what was left out is kept, so that it can be mended and ingested again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from summitgraph.records import Rejected


def write_quarantine(folder: Path, run_id: str, rejected: Sequence[Rejected]) -> Path | None:
    """Write ``<folder>/<run>.jsonl``, a line for each with origin, stage and reason, and return its path.

    Where nothing was left out, nothing is written and None returned.
    """
    if not rejected:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{run_id.removeprefix('run:')}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for item in rejected:
            row = {"origin": item.origin, "stage": item.stage, "reason": item.reason}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path
