"""What loading, changing and retracting one document costs in a small and in a large graph: it must not follow the size.

    python -m benchmarks.unwind [--sizes 1000 10000] [--probes 15]

Two embedded graphs of these sizes stand side by side in one warm engine. The same further documents are loaded one by
one, given another text at the same path, and retracted, in the one and the other in turn, as are those that stand
longest. Printed: the median milliseconds of each, and the ratio of the large graph to the small one. Individuals recur
as names in news do (Zipf), so that the large graph has hubs: the first is named by four documents of five.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.corpus import documents
from loaders.bolt import Loader
from loaders.origins import Reading
from summitgraph.graph.engine import open_graph
from summitgraph.mapping.rows import Rows

DOCUMENTS_PER_BATCH = 100
WARM_UP = 3
Seconds = dict[str, list[float]]


def fill(loader: Loader, corpus: Sequence[Rows]) -> None:
    for start in range(0, len(corpus), DOCUMENTS_PER_BATCH):
        loader.load(corpus[start : start + DOCUMENTS_PER_BATCH])


def probe(loader: Loader, first: Rows, second: Rows, oldest: Rows, seconds: Seconds) -> None:
    """Time each kind of work once; what it loads is gone after it."""
    path = first.nodes["Document"][0]["origins"][0]
    own = second.nodes["Document"][0]["origins"]

    def timed(name: str, work: Callable[[], object]) -> None:
        began = time.perf_counter()
        work()
        seconds.setdefault(name, []).append((time.perf_counter() - began) * 1000)

    timed("load", lambda: loader.load([first]))
    timed("change", lambda: loader.load([second], readings=[Reading(second.document, path)]))
    loader.drop_origins(own)
    timed("retract", lambda: loader.drop_origins([path]))
    timed("retract the oldest", lambda: loader.delete_document(oldest.document))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs=2, default=(1_000, 10_000))
    parser.add_argument("--probes", type=int, default=15)
    options = parser.parse_args()
    probes = options.probes + WARM_UP
    large = options.sizes[1]
    corpus = list(documents(large + 2 * probes))
    fresh = list(zip(corpus[large::2], corpus[large + 1 :: 2], strict=True))
    seconds: list[Seconds] = [{}, {}]
    with ExitStack() as stack:
        loaders = []
        for size in options.sizes:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            loaders.append(Loader(stack.enter_context(open_graph(None, folder))))
            fill(loaders[-1], corpus[:size])
        for number, (first, second) in enumerate(fresh):
            for loader, times in zip(loaders, seconds, strict=True):
                probe(loader, first, second, corpus[number], times)
    medians = [{name: statistics.median(values[WARM_UP:]) for name, values in each.items()} for each in seconds]
    for size, figures in zip(options.sizes, medians, strict=True):
        print(f"{size} documents: " + ", ".join(f"{name} {ms:.0f} ms" for name, ms in figures.items()))
    print("ratio: " + ", ".join(f"{name} {medians[1][name] / ms:.2f}" for name, ms in medians[0].items()))


if __name__ == "__main__":
    main()
