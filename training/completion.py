"""Fits the weights by which missing parties are supplied from the text: ``python -m training.completion GOLD_DIR``.

For each act that the span labels of a gold document give with one party only, the gold's events of that type and
party say who the other is, or that there is none. Writes ``summitgraph/extraction/completion.json``.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from summitgraph.extraction.completion import FEATURES, ROLES, Stage, dyads_of
from summitgraph.extraction.events import acts_of
from summitgraph.extraction.evidence import Sentences
from summitgraph.extraction.gazetteer import shared
from summitgraph.extraction.parties import Cast
from summitgraph.extraction.pipeline import Extractor
from training.labelled import by_source, linked, readings
from training.softmax import accuracy, fit, named

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "summitgraph" / "extraction" / "completion.json"


def plain(name: str) -> str:
    """Return a name for comparison: no accents, no case, no punctuation."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return " ".join(re.sub(r"[^a-z0-9 ]+", " ", text.replace("-", " ").replace(".", "").replace("'s", "")).split())


class Gold:
    """The events of one gold document, its names mapped to the ids of our extraction."""

    def __init__(self, record: dict, doc: Doc) -> None:
        by_name = {}
        for member in doc._.cast.values():
            for form in (member.name, *(alias for alias in member.aliases if " " in alias)):
                by_name.setdefault(plain(form), member.id)
        forms = {}
        for entity in [*record["entities"], *(o for o in record["optional"] if o["kind"] == "entity")]:
            for form in (entity["name"], *entity.get("aliases", [])):
                if plain(form) in by_name:
                    forms.setdefault(entity["name"], by_name[plain(form)])
        optional = [o for o in record["optional"] if o["kind"] == "event"]
        self.events = [
            (
                e["type"],
                forms.get(e["actor"], e["actor"]),
                forms.get(e["recipient"], e["recipient"]) if e["recipient"] else None,
                e["modality"],
                rank,
            )
            for rank, group in enumerate((record["events"], optional))
            for e in group
        ]

    def others(self, type_: str, modality: str, role: str, other: str | None) -> set[str | None]:
        """Return who fills a role in the gold's events of that type and modality whose other role is ``other``."""
        found = set()
        for kind, actor, recipient, realis, _ in self.events:
            if kind != type_ or realis != modality:
                continue
            if role == "recipient" and actor == other:
                found.add(recipient)
            elif role == "actor" and recipient == other:
                found.add(actor)
            if kind in ("CONSULT", "COOPERATE", "AGREE") and recipient is not None:
                if role == "recipient" and recipient == other:
                    found.add(actor)
                elif role == "actor" and actor == other:
                    found.add(recipient)
        return found


def examples(
    stems: list[Path], rows: dict[str, list[dict]], extractor: Extractor
) -> Iterator[tuple[str, str, np.ndarray]]:
    """Yield document, role and the candidates' features with a last column that marks the right ones."""
    for path in stems:
        record = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8").split("---\n", 2)[2]
        doc = linked(extractor, text, record["published"], path.stem)
        doc._.readings = readings(doc, rows.get(path.stem, []))
        gold = Gold(record, doc)
        cast, sentences = Cast.of(doc, shared()), Sentences(doc)
        acts = [act for reading in doc._.readings for act in acts_of(doc, cast, sentences, reading)]
        stage = Stage(doc, shared(), dyads_of((act.actor, act.recipient) for act in acts))
        for act in acts:
            for role in ROLES:
                yield from _example(path.stem, stage, gold, act, role)


def _example(stem: str, stage: Stage, gold: Gold, act, role: str) -> Iterator[tuple[str, str, np.ndarray]]:
    if getattr(act, role) is not None:
        return
    other = act.recipient if role == "actor" else act.actor
    gap = act.gap(role, stage.doc)
    candidates = stage.candidates(gap)
    if other is not None:
        right = gold.others(act.reading.type, act.reading.modality, role, other)
    elif role == "actor":
        right = {
            actor
            for kind, actor, _, realis, rank in gold.events
            if (kind, realis) == (act.reading.type, act.reading.modality) and rank == 0
        }
    else:
        return
    marks = np.array([1.0 if candidate in right else 0.0 for candidate in candidates])
    if 0 < marks.sum() < len(candidates):
        yield stem, role, np.column_stack([np.array(stage.rows(gap, candidates)), marks])


def _fit(data: list[np.ndarray]) -> np.ndarray:
    return fit(data, len(FEATURES), steps=500, rate=0.3, penalty=0.005)


def main() -> None:
    """Print the accuracy in five-fold cross-validation over documents, then fit on all and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, help="folder of documents with gold")
    parser.add_argument("passages", nargs="+", type=Path, help="passages of the same documents with span labels")
    parser.add_argument("--leave-out", nargs="*", default=[], help="stems of documents to keep aside")
    options = parser.parse_args()
    extractor = Extractor.load("fast")
    stems = [path for path in sorted(options.gold.glob("*.json")) if path.stem not in options.leave_out]
    found = list(examples(stems, by_source(options.passages), extractor))
    record = {}
    for role in ROLES:
        data = [(stem, matrix) for stem, r, matrix in found if r == role]
        folds = {path.stem: number % 5 for number, path in enumerate(stems)}
        scores = []
        for fold in range(5):
            part = _fit([m for s, m in data if folds[s] != fold])
            scores.append(
                (accuracy([m for s, m in data if folds[s] == fold], part), sum(folds[s] == fold for s, _ in data))
            )
        mean = sum(a * n for a, n in scores) / max(1, sum(n for _, n in scores))
        none = np.mean([m[0, -1] for _, m in data])
        print(f"{role}: {len(data)} gaps, accuracy {mean:.3f} in cross-validation; nobody is right in {none:.3f}")
        weights = _fit([m for _, m in data])
        record[role] = named(FEATURES, weights)
    OUTPUT.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
