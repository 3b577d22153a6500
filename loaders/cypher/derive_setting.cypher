// Where an event takes place, and of which summit it is a part. A summit's own places come from HELD_IN claims.
UNWIND $events AS id
MATCH (e:Event {id: id})<-[:ABOUT]-(c:Claim)
WHERE c.{said} IS NOT NULL AND NOT e:Summit
WITH e, c.{said} AS other, count(c) AS claims, count(DISTINCT c.source) AS sources, max(c.confidence) AS confidence,
     min(c.published) AS first_published, max(c.published) AS last_published
MATCH (what:{end} {id: other})
MERGE (e)-[r:{type}]->(what)
SET r.claims = claims, r.sources = sources, r.confidence = confidence,
    r.first_published = first_published, r.last_published = last_published
