// id: quality.unresolved
// title: Names that the authority file lacks
// question: Which persons, bodies, places and agreements do the texts name that the authority file does not know?
// params:
//   least_mentions: {type: count, default: 1}
//   limit: {type: count, default: 200}
// returns:
//   id: id
//   name: string
//   label: string
//   mentions: integer
//   documents: integer
//   claims: integer
//   forms: strings
//   sentence: string
// mode: read
// since: 0.1.0

// What the authority file knows carries a Wikidata item, a country, a kind or a date from it.
MATCH (n:Entity)
WHERE n.wikidata IS NULL AND n.country IS NULL AND NOT n:Country AND NOT n:Office
OPTIONAL MATCH (n)<-[:MENTIONS]-(passage:Passage)-[:IN]->(d:Document)
WITH n, passage, d ORDER BY d.published, d.id, passage.index
WITH n, count(passage) AS mentions, count(DISTINCT d) AS documents, collect(passage.text)[0] AS sentence
WHERE mentions >= $least_mentions
  AND EXISTS { MATCH (x:Person|Organization|Place|Agreement|Program {id: n.id}) WHERE x.kind IS NULL AND x.date IS NULL }
RETURN n.id AS id, n.name AS name, [label IN labels(n) WHERE label <> 'Entity'][0] AS label, mentions, documents,
       COUNT { (n)<-[:SUBJECT|OBJECT|ATTRIBUTED_TO]-(:Claim) } AS claims, n.aliases AS forms, sentence
ORDER BY documents DESC, mentions DESC, id
LIMIT $limit
