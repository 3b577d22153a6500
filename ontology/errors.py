"""The error of the ontology. It stands alone, since the ontology imports nothing of the library."""

from __future__ import annotations


class OntologyError(Exception):
    """The Turtle files cannot be read, or say something that cannot hold; the message names the file or the term."""
