// Events with what tells them apart, and how much hangs on them.
MATCH (e:Event)
WHERE NOT e:Summit
RETURN e.id AS id, e.type AS type, e.mode AS mode, e.date AS date, e.first_published AS first_published,
       e.claims AS claims,
       COLLECT { MATCH (e)-[:ACTOR]->(who:Entity) RETURN who.id ORDER BY who.id } AS actors,
       COLLECT { MATCH (e)-[:RECIPIENT]->(whom:Entity) RETURN whom.id ORDER BY whom.id } AS recipients,
       COLLECT { MATCH (e)-[:ACTOR]->(who:Entity) RETURN who.name ORDER BY who.name } AS actor_names,
       COLLECT { MATCH (e)-[:RECIPIENT]->(whom:Entity) RETURN whom.name ORDER BY whom.name } AS recipient_names,
       COLLECT { MATCH (e)-[:HELD_IN]->(where:Entity) RETURN where.id ORDER BY where.id } AS places,
       COLLECT { MATCH (e)-[:PART_OF]->(s:Event) RETURN s.id ORDER BY s.id } AS summits,
       COLLECT { MATCH (e)<-[:ABOUT]-(c:Claim) RETURN DISTINCT c.document ORDER BY c.document } AS documents,
       COUNT { MATCH (e)-[:ACTOR|RECIPIENT|HELD_IN|PART_OF]->(n) } AS edges
ORDER BY id
