"""Entities and summits of one document: under which ids they stand across documents, and by which names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from summitgraph.graph.model import label_of
from summitgraph.mapping.individuals import authority_name
from summitgraph.records import EntityType, ExtractedEntity, ExtractedSummit
from summitgraph.resolution.decisions import Decision
from summitgraph.resolution.rewriting import individuals, rewrite
from summitgraph.resolution.rules import canonical
from summitgraph.resolution.work import Work


def settle_individuals(work: Work) -> None:
    """Give entities and summits their ids by the rules, the splits of this document, and the merges."""
    splits = _splits(work)
    ids: dict[str, str] = {}
    names: dict[str, str] = {}
    for old, name in sorted(individuals(work.extracted, work.claims).items()):
        new = _ruled(work, old, name, names)
        if row := splits.get(new):
            new = row["into"]
            if shown := row.get("name"):
                names[new] = shown
        new = work.root(new, names)
        if new != old:
            ids[old] = new
            if known := authority_name(new, work.resolution.ontology):
                names[new] = known
    if ids:
        work.extracted, work.claims = rewrite(work.extracted, work.claims, ids, names)
        _describe(work, set(ids.values()), names)


def rename(work: Work) -> None:
    """Give individuals the names that decisions give them."""
    present = individuals(work.extracted, work.claims)
    rows = [work.use(row) for row in work.decisions.of("rename") if row["id"] in present]
    if rows:
        names = {row["id"]: row["name"] for row in rows}
        work.extracted, work.claims = rewrite(work.extracted, work.claims, {}, names)
        _add(work, (id_ for id_ in sorted(names) if not _is_named(work, id_)), names)


def _splits(work: Work) -> dict[str, Decision]:
    rows = [row for row in work.decisions.of("split") if row.get("document") == work.document]
    return {work.use(row)["id"]: row for row in rows}


def _ruled(work: Work, old: str, name: str | None, names: dict[str, str]) -> str:
    """Return the id that the rules give, unless a decision keeps the two apart."""
    if name is None:
        return old
    ruled = canonical(old, name, work.resolution.authority)
    if ruled.id == old:
        return old
    if row := work.decisions.apart.get(frozenset((ruled.id, old))):
        work.use(row)
        return old
    names[ruled.id] = min(ruled.name, names.get(ruled.id, ruled.name))
    return ruled.id


def _describe(work: Work, ids: set[str], names: dict[str, str]) -> None:
    """Add individuals that claims alone name and that the authority file lacks: the graph holds no node without a name."""
    named = individuals(work.extracted, work.claims)
    bare = (
        id_
        for id_ in sorted(ids & set(named))
        if named[id_] is None and not authority_name(id_, work.resolution.ontology)
    )
    _add(work, bare, {id_: id_.partition(":")[2].replace("-", " ").title() for id_ in ids} | names)


def _is_named(work: Work, id_: str) -> bool:
    return individuals(work.extracted, ()).get(id_) is not None


def _add(work: Work, ids: Iterable[str], names: dict[str, str]) -> None:
    for id_ in ids:
        if label_of(id_) == "Summit":
            summit = ExtractedSummit(id_, names[id_], None, None, None, None, ())
            work.extracted = replace(work.extracted, summits=(*work.extracted.summits, summit))
        else:
            entity = ExtractedEntity(id_, names[id_], cast("EntityType", label_of(id_)))
            work.extracted = replace(work.extracted, entities=(*work.extracted.entities, entity))
