// Persons and organizations with what tells them apart, and how much hangs on them.
MATCH (n:Entity)
WHERE n:Person OR n:Organization
RETURN n.id AS id, n.name AS name, n.aliases AS aliases, n.country AS country,
       COLLECT { MATCH (n)-[:AFFILIATED_WITH|LEADS]->(c:Country) RETURN DISTINCT c.id ORDER BY c.id } AS countries,
       COLLECT { MATCH (n)-[:HOLDS_OFFICE]->(o:Office) RETURN DISTINCT o.id ORDER BY o.id } AS offices,
       COUNT { MATCH (n)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-(:Claim) } AS claims,
       COUNT { MATCH (n)-[r]-(:Entity) } + COUNT { MATCH (n)-[r]-(:Event) } AS edges
ORDER BY id
