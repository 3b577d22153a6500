"""Taking documents out: what stands by them alone goes, and what others support is derived anew from those alone.

All works in a transaction that is open, on what the documents touch; see ``loaders.bolt.Loader`` for the transactions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from loaders import origins, statements
from loaders.derivation import Touched, derive, prune
from loaders.describing import describe
from loaders.merging import Batch, merge
from loaders.writing import Writer
from summitgraph.mapping.rows import Row
from summitgraph.resolution import copies


@dataclass(slots=True)
class Unwinding:
    """What goes in one transaction, gathered until all that it bears on is derived anew, once.

    Attributes:
        touched: what has to be derived anew.
        bereft: ids of documents that lost a copy or changed publisher: their claims may come from another source.
        removed: ids of the documents that went.
        unsaid: what they said of individuals.
    """

    writer: Writer
    touched: Touched = field(default_factory=Touched)
    bereft: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    unsaid: list[Row] = field(default_factory=list)

    def remove(self, ids: Iterable[str]) -> None:
        """Delete documents with their passages and claims."""
        for id_ in ids:
            self.bereft.update(copies.neighbours(self.writer.run, id_))
            found = self.writer.run(statements.text("touched"), id=id_)
            if not found:
                continue
            self.unsaid += self.writer.run(statements.text("said"), id=id_)
            for name in ("delete_claims", "delete_passages", "delete_document"):
                self.writer.run(statements.text(name), id=id_)
            self.touched = self.touched.union(Touched.of(**found[0]))
            self.removed.add(id_)

    def settle_origins(self, documents: Sequence[str]) -> None:
        """Let their origins speak for documents whose origins have changed; what is found nowhere goes."""
        if not documents:
            return
        settled = origins.settle(self.writer.run, documents)
        self.bereft.update(settled.resourced)
        self.remove(settled.orphans)

    def finish(self, batch: Batch | None = None) -> None:
        """Derive anew what the change bears on; ``batch`` is what the transaction has written."""
        batch = batch or merge(())
        loaded = [row for row in batch.documents if row["id"] not in self.removed]
        moved = copies.settle(self.writer.run, loaded, self.bereft)
        touched = self.touched.union(Touched.of(moved.facts, moved.events))
        prune(self.writer, touched)
        describe(self.writer.run, batch.described, self.unsaid)
        derive(self.writer, touched.union(Touched(batch.facts, batch.events)))
