from __future__ import annotations

import pytest

from summitgraph.extraction.pipeline import Extractor
from tests.unit.extraction.said import Reads


@pytest.fixture(scope="session")
def fast() -> Reads:
    """Reads without the trained reader."""
    return Reads(Extractor.load("fast"))


@pytest.fixture(scope="session")
def full() -> Reads:
    """Reads with all that ships."""
    return Reads(Extractor.load("default"))
