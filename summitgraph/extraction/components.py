"""The pipeline's own factories, declared to spaCy by importing their modules."""

from __future__ import annotations

import importlib

MODULES = ("times.component", "names", "linking", "reader", "lexicon", "events", "summits", "accords", "relations")


def register() -> None:
    """Import every module that declares a factory; spaCy then knows it by name."""
    for module in MODULES:
        importlib.import_module(f"summitgraph.extraction.{module}")
