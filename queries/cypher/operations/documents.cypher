// id: operations.documents
// title: Documents in the graph
// question: Which documents stand in the graph, from where, and what did each give?
// params:
//   source: {type: string, default: null}
//   since: {type: day, default: null, about: only those published on this day or later}
//   limit: {type: count, default: 500}
// returns:
//   document: id
//   title: string
//   source: string
//   published: day
//   passages: integer
//   claims: integer
//   origins: strings
//   url: string
//   run: id
//   ingested_at: string
// mode: read
// since: 0.1.0

MATCH (d:Document)
WHERE ($source IS NULL OR d.source = $source) AND ($since IS NULL OR d.published >= $since)
WITH d ORDER BY d.published, d.id LIMIT $limit
OPTIONAL MATCH (d)-[:LOADED_BY]->(r:Run)
RETURN d.id AS document, d.title AS title, d.source AS source, d.published AS published,
       COUNT { (d)<-[:IN]-(:Passage) } AS passages,
       COUNT { (d)<-[:IN]-(:Passage)<-[:STATED_IN]-(:Claim) } AS claims,
       d.origins AS origins, d.url AS url, r.id AS run, d.ingested_at AS ingested_at
ORDER BY published, document
