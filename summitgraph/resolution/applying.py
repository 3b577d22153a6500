"""One document's extraction and claims under the rules and the decisions: a pure function, before anything is loaded.

Claims keep the ids that extraction gave them, so that a decision about a claim holds whatever else is decided. The order
is fixed: rules, splits and merges of individuals; the same for events, whose ids follow from those of who takes part;
recoding; rejecting; renaming.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summitgraph.graph.model import label_of
from summitgraph.records import Claim, ExtractedDocument
from summitgraph.resolution.coding import recode, reject, settle_events
from summitgraph.resolution.rewriting import individuals
from summitgraph.resolution.uniting import rename, settle_individuals
from summitgraph.resolution.work import Resolution, Work


def apply(
    resolution: Resolution, extracted: ExtractedDocument, claims: Sequence[Claim]
) -> tuple[ExtractedDocument, tuple[Claim, ...]]:
    """Return a document's extraction and claims under the rules and decisions.

    The keys of the decisions that bear on the document stand in its versions: a document for which they would be others
    is to be mapped again.
    """
    work = Work(resolution, extracted, tuple(claims))
    settle_individuals(work)
    settle_events(work, extracted.events)
    recode(work)
    reject(work)
    rename(work)
    _note_pairs(work)
    versions = replace(extracted.versions, decisions=" ".join(sorted(work.used)) or None)
    return replace(work.extracted, versions=versions), _distinct(work.claims)


def _note_pairs(work: Work) -> None:
    """Note the pairs that a rule must not unite, where the document names one of them."""
    present = individuals(work.extracted, work.claims)
    for pair, row in work.decisions.apart.items():
        if any(id_ in present and label_of(id_) in ("Person", "Organization") for id_ in pair):
            work.use(row)


def _distinct(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims without those that say the same by the same words, now that their ends are one."""
    least: dict[Claim, str] = {}
    for claim in claims:
        said = replace(claim, id="")
        least[said] = min(claim.id, least.get(said, claim.id))
    kept = set(least.values())
    return tuple(claim for claim in claims if claim.id in kept)
