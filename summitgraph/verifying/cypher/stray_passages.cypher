// Passages of no document.
MATCH (p:Passage)
WHERE NOT EXISTS { MATCH (p)-[:IN]->(:Document) }
RETURN p.id AS id
