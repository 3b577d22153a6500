// Who acts in an event, and to whom: the subjects or objects of its claims.
UNWIND $events AS id
MATCH (e:Event {id: id})<-[:ABOUT]-(c:Claim)-[:{said}]->(who:Entity)
WITH e, who, count(c) AS claims, count(DISTINCT c.source) AS sources, max(c.confidence) AS confidence,
     min(c.published) AS first_published, max(c.published) AS last_published
MERGE (e)-[r:{type}]->(who)
SET r.claims = claims, r.sources = sources, r.confidence = confidence,
    r.first_published = first_published, r.last_published = last_published
