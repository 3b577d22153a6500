// What the claims that stand affirm as actual of each node, by what they lead to.
UNWIND $ids AS id
MATCH (a:{label} {id: id})<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b)
WHERE c.kind = 'relation' AND c.modality = 'actual' AND c.polarity = 'positive'
RETURN a.id AS start, c.predicate AS type, b.id AS end, count(c) AS claims, count(DISTINCT c.source) AS sources,
       max(c.confidence) AS confidence, min(c.published) AS first_published, max(c.published) AS last_published,
       collect(DISTINCT c.validity) AS validity
