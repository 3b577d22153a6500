"""The graph as RDF: out as TriG, Turtle, JSON-LD or N-Quads, in again, and under the SHACL shapes.

A document with all that stands by it is one block of the file, and one named graph where the format has those. What
derives from claims follows in the default graph, for those who ask; who reads the file in again derives it anew.
"""
