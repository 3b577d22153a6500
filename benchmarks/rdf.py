"""Export of graphs that grow, to show that memory does not grow with them; and import of the last of them.

    python -m benchmarks.rdf [--documents 200 2000] [--format nquads]

Printed for each size: documents, statements, seconds, statements per second, and the peak of Python's own memory while
it exports. The embedded engine runs in this process, in Java's memory, and is not counted.
"""

from __future__ import annotations

import argparse
import tempfile
import time
import tracemalloc
from itertools import islice
from pathlib import Path

from benchmarks.corpus import documents
from loaders.bolt import Loader
from loaders.rdf.exporting import export
from loaders.rdf.importing import documents_of
from loaders.rdf.writing import FORMS, Form
from summitgraph.graph.connection import Graph
from summitgraph.graph.engine import open_graph

DOCUMENTS_PER_BATCH = 32


def fill(graph: Graph, count: int) -> None:
    corpus, loader = documents(count), Loader(graph)
    while batch := list(islice(corpus, DOCUMENTS_PER_BATCH)):
        loader.load(batch)


def measure(graph: Graph, form: Form, file: Path) -> None:
    for traced in (False, True):
        if traced:
            tracemalloc.start()
        began = time.perf_counter()
        with file.open("w", encoding="utf-8") as stream:
            done = export(graph, form, stream)
        if not traced:
            seconds = time.perf_counter() - began
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    rate = done.statements / seconds
    print(
        f"{form.name}: {done.documents} documents, {done.statements} statements in {seconds:.1f} s"
        f" ({rate:,.0f} per second), {file.stat().st_size / 1e6:.1f} MB; peak {peak:.1f} MB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[200, 2000])
    parser.add_argument("--format", choices=FORMS, default="nquads")
    given = parser.parse_args()
    form = FORMS[given.format]
    for count in given.documents:
        with tempfile.TemporaryDirectory() as folder, open_graph(None, Path(folder)) as graph:
            fill(graph, count)
            file = Path(folder) / f"graph{form.suffix}"
            measure(graph, form, file)
            began = time.perf_counter()
            read = sum(1 for _ in documents_of(file))
            print(f"{form.name}: {read} documents read again in {time.perf_counter() - began:.1f} s")


if __name__ == "__main__":
    main()
