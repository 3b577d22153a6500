"""Fits the weights by which pronouns find whom they take up: ``python -m training.coreference``.

A softmax over the candidates of each labelled pronoun (the ``actor_of`` and ``recipient_of`` of the passages), fitted by
gradient descent with an L2 penalty. Writes ``summitgraph/extraction/coreference.json``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from summitgraph.extraction import coreference
from summitgraph.extraction.antecedents import FEATURES, PRONOUNS, Field, features
from summitgraph.extraction.pipeline import Extractor
from summitgraph.extraction.state import Ref
from training.labelled import linked, locate
from training.softmax import accuracy, fit, named

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "summitgraph" / "extraction" / "coreference.json"

Example = tuple[str, np.ndarray, int]


def examples(rows: list[dict], extractor: Extractor) -> Iterator[Example]:
    """Yield for each labelled pronoun its candidates' features and which of them is right."""
    for row in rows:
        pairs = {
            (event[role], event[f"{role}_of"])
            for event in row["events"]
            for role in ("actor", "recipient")
            if event.get(f"{role}_of") and event.get(role) and event[role].split("#")[0].lower() in PRONOUNS
        }
        if pairs:
            yield from _of_passage(row, sorted(pairs), extractor)


def _of_passage(row: dict, pairs: list[tuple[str, str]], extractor: Extractor) -> Iterator[Example]:
    doc = linked(extractor, row["text"], row["published"])
    refs: list[Ref] = [ref for ref in doc._.refs if ref.kind != "pronoun"]
    field = Field(doc, refs, doc._.cast)
    for pronoun, name in pairs:
        here, there = locate(row["text"], pronoun), locate(row["text"], name)
        if here is None or there is None:
            continue
        token = doc.char_span(*here, alignment_mode="expand")[0]
        candidates = field.for_pronoun(token)
        target = _right(doc, there)
        right = [n for n, c in enumerate(candidates) if _hits(doc, refs, c.start, c.end, c.entities, target)]
        if right and len(right) < len(candidates):
            matrix = np.array(features(field, token, candidates))
            for_one = np.zeros(len(candidates))
            for_one[right] = 1
            yield row["id"], np.column_stack([matrix, for_one]), token.i


def _right(doc: Doc, span: tuple[int, int]) -> tuple[int, int]:
    tokens = doc.char_span(*span, alignment_mode="expand")
    return tokens.start, tokens.end


def _hits(doc: Doc, refs: list[Ref], start: int, end: int, entities: tuple[str, ...], target: tuple[int, int]) -> bool:
    if start < target[1] and target[0] < end and len(entities) < 2:
        return True
    meant = {
        id_
        for ref in refs
        if ref.start < target[1] and target[0] < ref.end
        for id_ in ref.entities
        if len(ref.entities) == 1
    }
    return (len(entities) == 1 and bool(meant) and entities[0] in meant) or (
        len(entities) > 1 and bool(meant & set(entities)) and start <= target[0]
    )


def _fit(data: list[np.ndarray]) -> np.ndarray:
    return fit(data, len(FEATURES), steps=400, rate=0.5, penalty=0.002)


def main() -> None:
    """Fit on all passages but a tenth, print the accuracy on that tenth, then fit on all and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", nargs="+", type=Path)
    options = parser.parse_args()
    coreference._weights.cache_clear()
    extractor = Extractor.load("fast")
    rows = [
        json.loads(line)
        for path in options.passages
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    found = list(examples(rows, extractor))
    fold = [int(hashlib.sha256(id_.encode()).hexdigest(), 16) % 10 for id_, _, _ in found]
    data = [matrix for _, matrix, _ in found]
    aside = [m for m, k in zip(data, fold, strict=True) if k in (0, 1)]
    rest = [m for m, k in zip(data, fold, strict=True) if k not in (0, 1)]
    part = _fit(rest)
    print(
        f"{len(data)} pronouns; accuracy {accuracy(aside, part):.3f} on {len(aside)} kept aside,"
        f" {accuracy(rest, part):.3f} on the others"
    )
    weights = _fit(data)
    record = {
        "weights": named(FEATURES, weights),
        "pronouns": len(data),
    }
    OUTPUT.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
