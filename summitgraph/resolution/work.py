"""A document while rules and decisions are applied to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from ontology.model import Ontology
from summitgraph.records import Claim, ExtractedDocument
from summitgraph.resolution.decisions import Decision, Decisions
from summitgraph.resolution.rules import Authority


@dataclass(frozen=True, slots=True)
class Resolution:
    """The ontology, the rules' view of its authority file, and the decisions in force."""

    ontology: Ontology
    decisions: Decisions
    authority: Authority

    @classmethod
    def of(cls, ontology: Ontology, decisions: Decisions | None = None) -> Resolution:
        """Return the resolution by an ontology and decisions, none by default."""
        return cls(ontology, decisions or Decisions(), Authority.of(ontology))


@dataclass(slots=True)
class Work:
    """A document's extraction and claims as far as they are resolved.

    Attributes:
        used: keys of the decisions that bear on the document.
    """

    resolution: Resolution
    extracted: ExtractedDocument
    claims: tuple[Claim, ...]
    used: set[str] = field(default_factory=set)

    @property
    def decisions(self) -> Decisions:
        """The decisions in force."""
        return self.resolution.decisions

    @property
    def document(self) -> str:
        """The document's id."""
        return self.extracted.document.id

    def use(self, row: Decision) -> Decision:
        """Note that a decision bears on the document."""
        self.used.add(row.key)
        return row

    def root(self, id_: str, names: dict[str, str]) -> str:
        """Return the id under which an id stands after all merges; note the merges, and the names that they give."""
        while row := self.decisions.merged.get(id_):
            self.use(row)
            id_ = row["keep"]
            if name := row.get("name"):
                names[id_] = name
        return id_
