// What stands between two individuals: each fact that a claim affirms as actual, with what supports it.
UNWIND $facts AS fact
MATCH (c:Claim {fact: fact.fact})
WHERE c.modality = 'actual' AND c.polarity = 'positive'
WITH fact, c ORDER BY c.validity
WITH fact, count(c) AS claims, count(DISTINCT c.source) AS sources, max(c.confidence) AS confidence,
     min(c.published) AS first_published, max(c.published) AS last_published,
     collect(DISTINCT c.validity) AS validity
MATCH (a:{start} {id: fact.from})
MATCH (b:{end} {id: fact.to})
MERGE (a)-[r:{type}]->(b)
SET r.fact = fact.fact, r.claims = claims, r.sources = sources, r.confidence = confidence,
    r.first_published = first_published, r.last_published = last_published, r.validity = validity
