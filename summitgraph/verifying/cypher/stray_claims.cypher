// Claims that no passage of a document states.
MATCH (c:Claim)
WHERE NOT EXISTS { MATCH (c)-[:STATED_IN]->(:Passage)-[:IN]->(:Document) }
RETURN c.id AS id
