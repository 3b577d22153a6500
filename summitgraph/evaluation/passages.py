"""Passages whose events are labelled with their spans: what was found is paired with the label its trigger touches.

*Found* asks for the trigger, *typed* for its type, *roles* for actor and recipient too, *whole* for the modality too.
*Loose* asks only that the passage has an event of the type, wherever its trigger is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summitgraph.evaluation.counts import Fault, Json, Judged, Score
from summitgraph.evaluation.labels import Answer, Label, answers_of, labels_of, pair
from summitgraph.evaluation.spans import Span, fills

LEVELS = ("found", "typed", "roles", "whole")


@dataclass(slots=True)
class PassageScores:
    """Scores by level, by type and by tag; shares of right details among the typed; each event found, and the errors.

    ``accuracy`` gives (right, of) for mode, modality, attribution and date; ``by_tag`` scores *whole* in the passages
    of a tag.
    """

    passages: int = 0
    scores: dict[str, Score] = field(default_factory=lambda: {level: Score() for level in (*LEVELS, "loose")})
    typed_by_type: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    loose_by_type: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    by_tag: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    accuracy: dict[str, tuple[int, int]] = field(default_factory=dict)
    judged: list[Judged] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def score_passages(gold: Iterable[Json], extracted: Mapping[str, Json]) -> PassageScores:
    """Score extractions, by passage id and as ``summitgraph extract`` prints them, against labelled passages."""
    out = PassageScores()
    right: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for row in gold:
        labels, answers = labels_of(row), answers_of(extracted.get(row["id"], {}))
        pairs = pair(labels, answers)
        out.passages += 1
        _count(out, row, labels, answers, pairs)
        for i, j in pairs:
            if labels[i].type == answers[j].type:
                for detail, (is_known, is_right) in _details(labels[i], answers[j]).items():
                    known[detail] += is_known
                    right[detail] += is_known and is_right
        out.faults.extend(_faults(row, labels, answers, pairs))
    out.accuracy = {detail: (right[detail], known[detail]) for detail in known}
    return out


def _count(
    out: PassageScores, row: Json, labels: Sequence[Label], answers: Sequence[Answer], pairs: Sequence[tuple[int, int]]
) -> None:
    levels = {j: _level(labels[i], answers[j]) for i, j in pairs}
    for rank, level in enumerate(LEVELS, 1):
        out.scores[level] += Score(sum(value >= rank for value in levels.values()), len(answers), len(labels))
    for label in labels:
        out.typed_by_type[label.type] += Score(0, 0, 1)
    for j, answer in enumerate(answers):
        out.typed_by_type[answer.type] += Score(int(levels.get(j, 0) >= 2), 1, 0)
        out.judged.append(Judged(answer.type, answer.confidence, answer.rule, levels.get(j, 0) == len(LEVELS)))
    wanted, got = {label.type for label in labels}, {answer.type for answer in answers}
    for type_ in wanted | got:
        one = Score(int(type_ in wanted & got), int(type_ in got), int(type_ in wanted))
        out.loose_by_type[type_] += one
        out.scores["loose"] += one
    whole = Score(sum(value == len(LEVELS) for value in levels.values()), len(answers), len(labels))
    for tag in row.get("tags", []):
        out.by_tag[tag] += whole


def _level(label: Label, answer: Answer) -> int:
    """How far a pair goes: 1 found, 2 typed, 3 with its roles, 4 whole."""
    if label.type != answer.type:
        return 1
    if not (fills(label.actor, answer.actor) and fills(label.recipient, answer.recipient)):
        return 2
    return 4 if label.modality == answer.modality else 3


def _details(label: Label, answer: Answer) -> dict[str, tuple[bool, bool]]:
    """For each detail whether it is asked for, and whether it is right."""
    return {
        "mode": (label.mode is not None, label.mode == answer.mode),
        "modality": (True, label.modality == answer.modality),
        "attribution": (bool(label.speaker or answer.speaker), fills(label.speaker, answer.speaker)),
        "date": (label.date is not None, label.date == answer.date),
    }


def _faults(
    row: Json, labels: Sequence[Label], answers: Sequence[Answer], pairs: Sequence[tuple[int, int]]
) -> Iterator[Fault]:
    text = row["text"]
    found = [item for i, j in sorted(pairs) for item in _pair_faults(text, labels[i], answers[j])]
    for i in sorted(set(range(len(labels))) - {i for i, _ in pairs}):
        found.append(("missed", f"{labels[i].type} {_words(text, labels[i].trigger)}"))
    for j in sorted(set(range(len(answers))) - {j for _, j in pairs}):
        found.append(("extra", f"{answers[j].type} {_words(text, answers[j].trigger)} ({answers[j].rule})"))
    for kind, what in found:
        yield Fault(row["id"], kind, what, tuple(row.get("tags", ())))


def _pair_faults(text: str, label: Label, answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield kind and words of what is wrong with an answer."""
    act = f"{label.type} {_words(text, label.trigger)}"
    if label.type != answer.type:
        yield "type", f"{act} read as {answer.type}"
        return
    for role in ("actor", "recipient"):
        wanted, got = getattr(label, role), getattr(answer, role)
        if not fills(wanted, got):
            kind = "null filled" if not wanted else "null missed" if got is None else "another"
            yield f"{role}: {kind}", f"{act}: {_first(text, wanted)} read as {_words(text, got)}"
    for detail, (asked, is_right) in _details(label, answer).items():
        if asked and not is_right:
            wanted, got = getattr(label, detail, None), getattr(answer, detail, None)
            if detail == "attribution":
                wanted, got = _first(text, label.speaker), _words(text, answer.speaker)
            yield detail, f"{act}: {wanted} read as {got}"


def _words(text: str, span: Span | None) -> str:
    return f"'{text[slice(*span)]}'" if span else "nobody"


def _first(text: str, spans: Sequence[Span]) -> str:
    return _words(text, spans[0] if spans else None)
