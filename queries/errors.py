"""Errors of the catalogue. They stand alone, since the catalogue imports nothing of the library."""

from __future__ import annotations


class CatalogueError(Exception):
    """Root of the catalogue's errors; the message says what is wrong, where, and what to do next."""


class HeadError(CatalogueError):
    """A query file cannot be read: its head is missing, is no YAML, or says something unknown."""


class UnknownQueryError(CatalogueError):
    """No query of the catalogue has this id."""


class ParameterError(CatalogueError):
    """A parameter is missing, unknown, or has a value of another type."""
