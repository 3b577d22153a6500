"""Rows per second of the loader against a hand-written UNWIND of the same rows, on both engines.

    python -m benchmarks.loader [--documents 400] [--pairs 3] [--engine embedded|neo4j]

Each pair loads the same rows into an empty graph, by hand and by the loader, the order changing from pair to pair.
By hand means: constraints, then one ``UNWIND $rows MERGE`` per shape over all rows in batches of 5,000, nothing
derived. The loader writes batches of documents, each in one transaction, and derives edges and events in the database;
what it derives is not counted as rows. Printed: rows per second of each, and their ratio (median over pairs).
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.corpus import documents
from loaders.bolt import Loader
from loaders.merging import merge
from loaders.statements import merge_nodes
from summitgraph.graph.connection import Graph
from summitgraph.graph.engine import open_graph
from summitgraph.mapping.rows import Row, Rows
from tests.integration.neo4j_server import running_neo4j

DOCUMENTS_PER_BATCH = 32
ROWS_PER_BATCH = 5_000
CLEAR = "MATCH (n) WHERE NOT n:Graph WITH n LIMIT 10000 DETACH DELETE n"
TARGETS = {"neo4j": 0.50, "embedded": 0.60}


def by_hand(graph: Graph, corpus: Sequence[Rows]) -> None:
    graph.ensure_schema()
    batch = merge(corpus)
    for label, rows in batch.nodes.items():
        _unwind(graph, merge_nodes(label), rows)
    for shape, rows in batch.relationships.items():
        keys = "{start: row.set.start, end: row.set.end}" if shape.type == "MENTIONS" else ""
        cypher = (
            f"UNWIND $rows AS row MATCH (a:{shape.start} {{id: row.from}}) MATCH (b:{shape.end} {{id: row.to}})"
            f" MERGE (a)-[r:{shape.type} {keys}]->(b) SET r += row.set"
        )
        _unwind(graph, cypher, rows)


def _unwind(graph: Graph, cypher: str, rows: Sequence[Row]) -> None:
    for start in range(0, len(rows), ROWS_PER_BATCH):
        portion = rows[start : start + ROWS_PER_BATCH]
        graph.write(lambda transaction, portion=portion: transaction.run(cypher, rows=portion).consume())


def by_loader(graph: Graph, corpus: Sequence[Rows]) -> None:
    loader = Loader(graph)
    for start in range(0, len(corpus), DOCUMENTS_PER_BATCH):
        loader.load(corpus[start : start + DOCUMENTS_PER_BATCH])


@contextmanager
def empty_embedded() -> Iterator[Graph]:
    with tempfile.TemporaryDirectory() as folder, open_graph(None, Path(folder)) as graph:
        yield graph


def emptied(address: str) -> Callable[[], object]:
    @contextmanager
    def empty_neo4j() -> Iterator[Graph]:
        with open_graph(address, Path()) as graph:
            while graph.write(lambda transaction: transaction.run(CLEAR).consume().counters.nodes_deleted):
                pass
            yield graph

    return empty_neo4j


def measure(name: str, empty: Callable[[], object], corpus: Sequence[Rows], pairs: int) -> float:
    count = sum(len(each) for rows in corpus for kind in (rows.nodes, rows.relationships) for each in kind.values())
    ratios = []
    for pair in range(pairs + 1):
        seconds = {}
        for way in (by_hand, by_loader) if pair % 2 else (by_loader, by_hand):
            with empty() as graph:  # type: ignore[attr-defined]
                began = time.perf_counter()
                way(graph, corpus)
                seconds[way] = time.perf_counter() - began
        if not pair:
            continue  # the engine warms up
        ratios.append(seconds[by_hand] / seconds[by_loader])
        print(
            f"{name} pair {pair}: {count} rows, by hand {count / seconds[by_hand]:,.0f} rows/s,"
            f" loader {count / seconds[by_loader]:,.0f} rows/s, ratio {ratios[-1]:.2f}",
            flush=True,
        )
    return statistics.median(ratios)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--engine", choices=("embedded", "neo4j"))
    options = parser.parse_args()
    corpus = list(documents(options.documents))
    if options.engine != "neo4j":
        report("embedded", measure("embedded", empty_embedded, corpus, options.pairs))
    if options.engine != "embedded":
        with running_neo4j() as address:
            report("neo4j", measure("neo4j", emptied(address.with_credentials), corpus, options.pairs))


def report(name: str, ratio: float) -> None:
    print(f"{name}: ratio {ratio:.2f} (target {TARGETS[name]:.2f})", flush=True)


if __name__ == "__main__":
    main()
