from __future__ import annotations

import pytest

from summitgraph.errors import SettingsError
from summitgraph.graph.connection import Access
from summitgraph.graph.engine import access_of


def test_user_and_password_of_the_address_come_first() -> None:
    access = access_of("bolt://ann:s%40cret@host:7687/papers", "other", "word")
    assert access == Access("bolt://host:7687", ("ann", "s@cret"), database="papers")


def test_user_and_password_given_beside_the_address() -> None:
    assert access_of("neo4j+s://host", "ann", "word") == Access("neo4j+s://host", ("ann", "word"))
    assert access_of("bolt://host", None, "word").writer == ("neo4j", "word")
    assert access_of("bolt://host").writer is None


@pytest.mark.parametrize("address", ["http://host", "host:7687", "bolt://"])
def test_no_bolt_address(address: str) -> None:
    with pytest.raises(SettingsError, match="no Bolt address"):
        access_of(address)
