"""Whether the graph still is what its texts and claims say: every span, hash and derived edge read again.

A graph is sound where each document's text has its hash and seal, each passage, mention and claim stands in the text by
its span, and each fact of an event and each edge between entities is what the claims that stand give. What is not
comes out as a ``Fault`` that names the node or edge. Nothing is written; a few nodes at a time are held in memory.
"""

from summitgraph.verifying.checking import verify
from summitgraph.verifying.faults import Fault

__all__ = ["Fault", "verify"]
