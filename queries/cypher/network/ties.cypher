// id: network.ties
// title: Standing ties
// question: Who leads, advises, belongs to, is allied with or keeps sanctions on whom?
// params:
//   type: {type: string, default: null, values: [LEADS, ADVISES, AFFILIATED_WITH, ALLIED_WITH, SANCTIONS]}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 1000}
// returns:
//   from_name: string
//   type: string
//   to_name: string
//   from_id: id
//   to_id: id
//   claims: integer
//   sources: integer
//   confidence: float
//   first_published: day
//   last_published: day
// mode: read
// since: 0.1.0

MATCH (a:Entity)-[r:LEADS|ADVISES|AFFILIATED_WITH|ALLIED_WITH|SANCTIONS]->(b:Entity)
WHERE ($type IS NULL OR type(r) = $type) AND ($as_of IS NULL OR r.first_published <= $as_of)
WITH a, r, b ORDER BY type(r), a.id, b.id LIMIT $limit
MATCH (c:Claim {fact: r.fact, modality: 'actual'})
WHERE $as_of IS NULL OR c.published <= $as_of
RETURN a.name AS from_name, type(r) AS type, b.name AS to_name, a.id AS from_id, b.id AS to_id, count(c) AS claims,
       count(DISTINCT c.source) AS sources, max(c.confidence) AS confidence, min(c.published) AS first_published,
       max(c.published) AS last_published
ORDER BY type, from_id, to_id
