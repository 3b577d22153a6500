"""Seals: hashes over what a document put into the graph, by which a later reader sees whether it is still that.

A claim's digest covers what it says, where, by whose account and by which rule. A document's seal covers its own
properties, its passages, mentions and descriptions, and the digests of its claims, so that none can go or come unseen.
Left out is what a later load may change: where a text was found and what stood beside it there, the source that copies
share, and when and by which run it was loaded.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

Properties = Mapping[str, Any]
CLAIM_LINKS = ("subject", "object", "about", "passage", "attributed_to")
_OF_CLAIM = frozenset({"source", "digest"})
_OF_DOCUMENT = frozenset({"origins", "url", "source", "language", "ingested_at", "seal"})


def claim_digest(claim: Properties, links: Properties) -> str:
    """Return the digest of a claim.

    Args:
        claim: its properties as the graph has them; those of no value play no part.
        links: by the names of ``CLAIM_LINKS``, the ids of the nodes that it leads to.
    """
    return _hash([_plain(claim, _OF_CLAIM), _plain({name: links.get(name) for name in CLAIM_LINKS})])


def document_seal(
    document: Properties,
    passages: Iterable[Properties],
    mentions: Iterable[Properties],
    descriptions: Iterable[Properties],
    digests: Iterable[str],
) -> str:
    """Return the seal of a document.

    Args:
        document, passages: properties of the nodes.
        mentions, descriptions: properties of the relationships, with the ids of their ends as ``from`` and ``to``.
        digests: of the document's claims.
    """
    parts = ([_plain(each) for each in rows] for rows in (passages, mentions, descriptions))
    return _hash([_plain(document, _OF_DOCUMENT), *(sorted(map(_text, rows)) for rows in parts), sorted(digests)])


def _plain(properties: Properties, left_out: frozenset[str] = frozenset()) -> dict[str, Any]:
    return {key: _value(each) for key, each in properties.items() if each is not None and key not in left_out}


def _value(value: Any) -> Any:
    # An engine, or RDF, may give 4 back as 4.0.
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return list(value) if isinstance(value, tuple) else value


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _hash(value: Any) -> str:
    return hashlib.sha256(_text(value).encode()).hexdigest()
