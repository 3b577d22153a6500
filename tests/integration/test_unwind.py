"""Whatever was loaded, loaded again, changed, retracted or broken off: what stands is what the last texts alone give."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import ManagedTransaction

from loaders.bolt import Loader, write_batch
from loaders.origins import Reading
from loaders.writing import Writer
from summitgraph.graph.connection import Graph
from summitgraph.mapping.rows import Rows
from tests.integration import universe
from tests.integration.conftest import empty
from tests.integration.snapshots import snapshot
from tests.integration.universe import PATHS, PUBLISHERS, TEXTS

Found = tuple[int, str, int]
"""A text, the path where it stands, and who publishes it there, by number."""

FOUND = st.tuples(st.integers(0, len(TEXTS) - 1), st.sampled_from(PATHS), st.integers(0, len(PUBLISHERS) - 1))
STEPS = st.one_of(
    st.tuples(st.just("load"), st.lists(FOUND, min_size=1, max_size=4, unique_by=lambda each: each[1])),
    st.tuples(st.just("crash"), st.lists(FOUND, min_size=1, max_size=2, unique_by=lambda each: each[1])),
    st.tuples(st.just("resume"), st.lists(FOUND, min_size=1, max_size=2, unique_by=lambda each: each[1])),
    st.tuples(st.just("drop"), st.sampled_from(PATHS)),
    st.tuples(st.just("retract"), st.integers(0, len(TEXTS) - 1)),
    st.tuples(st.just("upgrade"), st.none()),
)


class Crash(Exception):
    """The process ends in the middle of a transaction."""


class World:
    """A graph, and beside it what stands where: all that the graph may depend on."""

    def __init__(self, graph: Graph) -> None:
        self.graph, self.loader = empty(graph), Loader(graph)
        self.standing: dict[str, Found] = {}
        self.editions: dict[int, int] = {}
        self.edition = 0

    def load(self, founds: Sequence[Found]) -> None:
        """Ingest as the flow does: known texts are placed, others loaded, whatever stood in their places goes."""
        known = {text for text, edition in self.editions.items() if edition == self.edition}
        self.loader.place([universe.found(*each) for each in founds if each[0] in known])
        self._put([each for each in founds if each[0] not in known])
        self.standing |= {path: (text, path, publisher) for text, path, publisher in founds}
        self._forget()
        self.editions |= {text: self.edition for text, _, _ in founds}

    def crash(self, founds: Sequence[Found]) -> None:
        """Break off a load after all is written and before it is committed: nothing of it may stand."""
        readings, batch = self._batch(founds)

        def broken(transaction: ManagedTransaction) -> None:
            write_batch(Writer(transaction), batch, readings=readings)
            raise Crash

        with pytest.raises(Crash):
            self.graph.write(broken)

    def resume(self, founds: Sequence[Found]) -> None:
        """Break off a load and do it again."""
        self.crash(founds)
        self.load(founds)

    def drop(self, path: str) -> None:
        """Take one path away, as where a file is deleted."""
        self.loader.drop_origins([path])
        self.standing.pop(path, None)
        self._forget()

    def retract(self, text: int) -> None:
        """Take a text out wherever it stands, after a dry run that must not change anything."""
        id_ = TEXTS[text][0].document.id
        if text in self.editions:
            told = self.loader.retract([id_], dry_run=True)
            assert self.loader.retract([id_]) == told
            assert told.documents == [id_]
        self.standing = {path: each for path, each in self.standing.items() if each[0] != text}
        self._forget()

    def upgrade(self) -> None:
        """Read from now on with the next edition of the reader, or the one before."""
        self.edition = 1 - self.edition

    def alone(self) -> dict[str, list[object]]:
        """Return the graph that a load of what stands now, each text as it was last read, gives alone."""
        loader = Loader(empty(self.graph))
        for edition, founds in groupby(sorted(self.standing.values(), key=self._edition), key=self._edition):
            readings, batch = self._batch(list(founds), edition)
            loader.load(batch, readings=readings)
        return snapshot(self.graph)

    def _put(self, founds: Sequence[Found]) -> None:
        if founds:
            readings, batch = self._batch(founds)
            self.loader.load(batch, readings=readings)

    def _batch(self, founds: Sequence[Found], edition: int | None = None) -> tuple[list[Reading], list[Rows]]:
        readings = [universe.found(*each) for each in founds]
        last = {each[0]: reading for each, reading in zip(founds, readings, strict=True)}
        edition = self.edition if edition is None else edition
        return readings, [universe.rows(text, reading, edition) for text, reading in last.items()]

    def _edition(self, found: Found) -> int:
        return self.editions[found[0]]

    def _forget(self) -> None:
        texts = {text for text, _, _ in self.standing.values()}
        self.editions = {text: edition for text, edition in self.editions.items() if text in texts}


# The graph is emptied at the start of each example. Runs and clocks are given by hand and depend on the edition alone,
# so that nothing has to be left out where two graphs are compared: not a property, not a run.
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=1, max_size=8))
def test_what_stands_is_what_the_last_texts_alone_give(graph: Graph, steps: Sequence[tuple[str, object]]) -> None:
    world = World(graph)
    for kind, given_ in steps:
        getattr(world, kind)(*(() if given_ is None else (given_,)))
    after = snapshot(graph)
    assert after == world.alone()


def test_each_text_leaves_no_trace_in_the_graph_of_all_others(graph: Graph) -> None:
    for gone in range(len(TEXTS)):
        world = World(graph)
        world.load([(text, path, 0) for text, path in enumerate(PATHS)])
        world.retract(gone)
        after = snapshot(graph)
        assert after == world.alone()


def test_a_graph_from_which_all_went_is_empty(graph: Graph) -> None:
    world = World(graph)
    world.load([(text, path, 0) for text, path in enumerate(PATHS)])
    for path in PATHS:
        world.drop(path)
    assert graph.read("MATCH (n) RETURN labels(n)").rows == ((["Graph"],),)
