"""Reads the Turtle files into the plain tables of ``ontology.model``."""
