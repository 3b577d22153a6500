"""The report of an evaluation: all scores, as JSON and as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summitgraph.evaluation.counts import Fault, Json, Judged, Score, by_band, by_rule, by_type, macro_f1
from summitgraph.evaluation.documents import DocumentScores, score_documents
from summitgraph.evaluation.gold import Gold
from summitgraph.evaluation.passages import PassageScores, score_passages

Table = tuple[str, Sequence[str], list[Sequence[Any]]]
_SCORED = ("P", "R", "F1", "right", "found", "gold")
_JUDGED = ("precision", "right", "found", "share")


@dataclass(frozen=True, slots=True)
class Report:
    """Scores of documents and passages; None where the gold holds none."""

    documents: DocumentScores | None
    passages: PassageScores | None

    def to_json(self) -> Json:
        """Return all figures as plain values; ``faults`` are counts by kind."""
        out: Json = {}
        if self.documents:
            out["documents"] = {
                "documents": self.documents.documents,
                **{kind: score.to_json() for kind, score in self.documents.scores.items()},
                "missing_documents": self.documents.missing,
                **_worth(self.documents.judged),
                "faults": _kinds(self.documents.faults),
            }
        if self.passages:
            out["passages"] = _passages(self.passages)
        return out

    def tables(self) -> Iterator[Table]:
        """Yield the figures as (heading, columns, rows)."""
        if self.documents:
            yield _scores(f"documents ({self.documents.documents})", self.documents.scores)
            yield from _worth_tables("documents", self.documents.judged)
        if self.passages:
            yield _passage_scores(self.passages)
            yield _details(self.passages)
            yield _scores("passages: whole by tag", dict(sorted(self.passages.by_tag.items())))
            yield _scores("passages: typed by event type", dict(sorted(self.passages.typed_by_type.items())))
            yield from _worth_tables("passages", self.passages.judged)

    def errors(self, most: int) -> Iterator[Table]:
        """Yield the errors by kind, the commonest kind first, each with up to ``most`` examples."""
        for name, scored in (("documents", self.documents), ("passages", self.passages)):
            faults: Sequence[Fault] = scored.faults if scored else ()
            for kind, count in _kinds(faults).items():
                shown = [fault for fault in faults if fault.kind == kind][:most]
                rows = [(fault.where, fault.what, ", ".join(fault.tags)) for fault in shown]
                yield f"{name}: {kind} ({count})", ("where", "what", "tags"), list(rows)


def evaluate(gold: Gold, documents: Mapping[str, Json], passages: Mapping[str, Json]) -> Report:
    """Score extractions, by id, against the gold."""
    return Report(
        score_documents(gold.documents, documents) if gold.documents else None,
        score_passages(gold.passages, passages) if gold.passages else None,
    )


def _passages(scores: PassageScores) -> Json:
    shares = {
        detail: {"right": right, "of": of, "share": round(right / of, 3) if of else None}
        for detail, (right, of) in scores.accuracy.items()
    }
    out: Json = {"passages": scores.passages, **{level: score.to_json() for level, score in scores.scores.items()}}
    out["typed"]["macro_f1"] = round(macro_f1(scores.typed_by_type), 3)
    out["loose"]["macro_f1"] = round(macro_f1(scores.loose_by_type), 3)
    return out | {
        "accuracy": shares,
        "by_type": {type_: score.to_json() for type_, score in sorted(scores.typed_by_type.items())},
        "by_tag": {tag: score.to_json() for tag, score in sorted(scores.by_tag.items())},
        **_worth(scores.judged),
        "faults": _kinds(scores.faults),
    }


def _worth(judged: Sequence[Judged]) -> Json:
    def precision(scores: Mapping[str, Score]) -> Json:
        return {key: _precision(score) for key, score in scores.items()}

    return {
        "precision_by_type": precision(by_type(judged)),
        "precision_by_confidence": precision(by_band(judged)),
        "precision_by_rule": precision(by_rule(judged)),
    }


def _precision(score: Score) -> Json:
    return {"precision": round(score.precision, 3), "right": score.right, "found": score.found}


def _kinds(faults: Sequence[Fault]) -> dict[str, int]:
    return dict(Counter(fault.kind for fault in faults).most_common())


def _scores(heading: str, scores: Mapping[str, Score]) -> Table:
    rows: list[Sequence[Any]] = [(name, *_cells(score)) for name, score in scores.items()]
    return heading, ("what", *_SCORED), rows


def _passage_scores(scores: PassageScores) -> Table:
    macro = {"typed": macro_f1(scores.typed_by_type), "loose": macro_f1(scores.loose_by_type)}
    rows: list[Sequence[Any]] = [
        (level, *_cells(score), _share(macro[level]) if level in macro else "")
        for level, score in scores.scores.items()
    ]
    return f"passages ({scores.passages})", ("what", *_SCORED, "macro F1"), rows


def _details(scores: PassageScores) -> Table:
    rows: list[Sequence[Any]] = [
        (detail, _share(right / of) if of else "", right, of) for detail, (right, of) in scores.accuracy.items()
    ]
    return "passages: details of the typed", ("detail", "accuracy", "right", "of"), rows


def _worth_tables(name: str, judged: Sequence[Judged]) -> Iterator[Table]:
    of = "strict" if name == "documents" else "whole"
    for what, scores in (("event type", by_type(judged)), ("confidence", by_band(judged)), ("rule", by_rule(judged))):
        rows: list[Sequence[Any]] = [
            (key, _share(score.precision), score.right, score.found, f"{score.found / len(judged):.1%}")
            for key, score in scores.items()
        ]
        yield f"{name}: {of} precision by {what}", (what, *_JUDGED), rows


def _cells(score: Score) -> tuple[Any, ...]:
    return (*map(_share, (score.precision, score.recall, score.f1)), score.right, score.found, score.gold)


def _share(value: float) -> str:
    return f"{value:.3f}"
