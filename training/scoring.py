"""The passages' own scorer, and its figures in a line."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from training.examples import Row

SCORER = Path(__file__).parent / "data" / "sentences" / "score.py"


def scorer() -> ModuleType:
    """Return the module ``score.py`` of the labelled sentences."""
    if "sentence_score" not in sys.modules:
        spec = importlib.util.spec_from_file_location("sentence_score", SCORER)
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules["sentence_score"] = module
        spec.loader.exec_module(module)
    return sys.modules["sentence_score"]


def scores(rows: list[Row], records: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the figures of ``score.py``."""
    result, _ = scorer().score(rows, records)
    return result


def line(result: dict[str, Any]) -> str:
    """Return the figures in one line."""
    parts = [
        f"{k} {result[k]['f1']:.3f} (p {result[k]['p']:.2f} r {result[k]['r']:.2f})"
        for k in ("found", "typed", "roles", "full")
    ]
    shares = [f"{k} {v['share']}" for k, v in result["accuracy"].items() if k != "date"]
    return "  ".join(parts) + "  macro " + str(result["typed"]["macro_f1"]) + "  " + "  ".join(shares)
