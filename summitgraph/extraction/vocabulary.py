"""The closed word lists of ``vocabulary.toml``, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of the vocabulary, lower case; KeyError where there is none of that name."""
    return frozenset(_lists()[name].split())


@cache
def _lists() -> dict[str, str]:
    text = resources.files("summitgraph.extraction").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    return {key: str(value) for key, value in tomllib.loads(text).items()}
