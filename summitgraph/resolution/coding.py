"""Events of one document: under which ids they stand across documents, and what analysts code otherwise or reject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from summitgraph.records import Claim, ExtractedEvent, Precision
from summitgraph.resolution.decisions import Decision
from summitgraph.resolution.rules import canonical_event
from summitgraph.resolution.work import Work

PRECISIONS: Mapping[int, Precision] = {10: "day", 7: "month", 4: "year"}


def settle_events(work: Work, before: Sequence[ExtractedEvent]) -> None:
    """Give events their ids by the rules, the splits of this document or of a claim, and the merges.

    Args:
        before: the events as they were extracted, in the order of those of ``work``.
    """
    ids = {
        old.id: canonical_event(old, new, work.document) for old, new in zip(before, work.extracted.events, strict=True)
    }
    splits = {row["id"]: row["into"] for row in work.decisions.of("split") if row.get("document") == work.document}
    by_claim = {row["claim"]: row for row in work.decisions.of("split") if row.get("claim")}

    def settled(old: str) -> str:
        ruled = ids.get(old, old)
        return work.root(splits.get(ruled, ruled), {})

    work.extracted = replace(
        work.extracted, events=tuple(replace(each, id=settled(each.id)) for each in work.extracted.events)
    )
    work.claims = tuple(
        replace(
            claim, about=_split_off(work, claim, ids.get(claim.about, claim.about), by_claim) or settled(claim.about)
        )
        if claim.about
        else claim
        for claim in work.claims
    )


def recode(work: Work) -> None:
    """Code events as decisions do."""
    rows = {row["event"]: row for row in work.decisions.of("recode")}
    work.claims = tuple(
        replace(claim, **_coding(work.use(row), "predicate", polar=True))
        if claim.about and (row := rows.get(claim.about))
        else claim
        for claim in work.claims
    )
    work.extracted = replace(
        work.extracted,
        events=tuple(
            replace(each, **_coding(rows[each.id], "type", polar=False)) if each.id in rows else each
            for each in work.extracted.events
        ),
    )


def reject(work: Work) -> None:
    """Leave out the claims that decisions reject."""
    rows = {row["claim"]: row for row in work.decisions.of("reject")}
    for claim in work.claims:
        if claim.id in rows:
            work.use(rows[claim.id])
    work.claims = tuple(claim for claim in work.claims if claim.id not in rows)


def _split_off(work: Work, claim: Claim, about: str, rows: Mapping[str, Decision]) -> str | None:
    """Return the event to which a decision moves a claim; None where none does."""
    row = rows.get(claim.id)
    if row is None:
        return None
    work.use(row)
    return work.root(row["into"], {}) if row["id"] == about else None


def _coding(row: Decision, type_field: str, *, polar: bool) -> dict[str, Any]:
    """Return the fields that a row changes; a new type has the mode that the row gives, or none."""
    changed: dict[str, Any] = {}
    if type_ := row.get("type"):
        changed |= {type_field: type_, "mode": row.get("mode")}
    if day := row.get("date"):
        changed |= {"date": day, "date_precision": PRECISIONS.get(len(day), "interval")}
    if given := row.get("modality"):
        changed["modality"] = given
        if polar:
            changed["polarity"] = "negative" if given == "negated" else "positive"
    return changed
