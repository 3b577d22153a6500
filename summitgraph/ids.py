"""Ids: made in one place from few, raw, stable fields. A changed recipe is a migration."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date

IRI_BASE = "https://w3id.org/summitgraph/"


def digest(*parts: str | None) -> str:
    """Return 16 hex digits of SHA-256 over the parts, each ended by a NUL so that no two lists run together."""
    return hashlib.sha256("".join(f"{part or ''}\0" for part in parts).encode()).hexdigest()[:16]


def slug(name: str) -> str:
    """Return the name in lower-case ASCII words joined by hyphens: ``Kim Jong Un`` gives ``kim-jong-un``."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"['’]s\b", "", text)
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or digest(name)


def document_id(text: str, title: str | None, published: date | None) -> str:
    """Return ``doc:<hash>`` of the content; where it was found plays no part."""
    return f"doc:{digest(text, title, published.isoformat() if published else None)}"


def origin_id(origin: str) -> str:
    """Return ``origin:<hash>`` of a path or URL."""
    return f"origin:{digest(origin)}"


def entity_id(type_: str, name: str) -> str:
    """Return the id of an entity that the authority file lacks: ``person:otto-warmbier``."""
    return f"{type_.lower()}:{slug(name)}"


def event_id(
    type_: str, actors: list[str], recipients: list[str], day: str | None, place: str | None, salt: str
) -> str:
    """Return ``event:<hash>`` of type, actors, recipients, date and place.

    ``salt`` is empty where the event has a date and somebody known takes part; else it is the document's id, since
    two undated acts, or two acts of nobody known, in two texts are not one event.
    """
    return f"event:{digest(type_, ','.join(sorted(actors)), ','.join(sorted(recipients)), day, place, salt)}"


def passage_id(document: str, sentence: int) -> str:
    """Return ``passage:<hash>`` of a sentence of a document."""
    return f"passage:{digest(document, str(sentence))}"


def claim_id(
    document: str,
    kind: str,
    predicate: str,
    subject: str | None,
    object_: str | None,
    start: int,
    end: int,
    extra: str,
) -> str:
    """Return ``claim:<hash>`` of what is said, by which words of which document."""
    return f"claim:{digest(document, kind, predicate, subject, object_, str(start), str(end), extra)}"


def iri(id_: str) -> str:
    """Return the RDF address of an id: ``person:kim-jong-un`` gives ``https://w3id.org/summitgraph/person/kim-jong-un``."""
    return IRI_BASE + id_.replace(":", "/", 1)
