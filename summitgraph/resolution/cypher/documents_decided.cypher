// Documents on which decisions bear.
MATCH (d:Document)
WHERE d.decisions IS NOT NULL
RETURN d.id AS id, d.decisions AS decisions
