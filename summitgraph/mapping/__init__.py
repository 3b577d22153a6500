"""From extractions to claims, and from claims to rows of the graph."""
