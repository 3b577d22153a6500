// id: quality.coverage
// title: Coverage by source
// question: How much does each source contribute, and over which days?
// params:
//   as_of: {type: day, default: null, about: only what was published by then}
// returns:
//   source: string
//   documents: integer
//   passages: integer
//   claims: integer
//   events: integer
//   alone: integer
//   first_published: day
//   last_published: day
// mode: read
// since: 0.1.0

// Reads every document and claim.
MATCH (d:Document)
WHERE $as_of IS NULL OR d.published <= $as_of
WITH coalesce(d.source, d.id) AS source, collect(d) AS documents, count(d) AS number,
     min(d.published) AS first_published, max(d.published) AS last_published
CALL (documents) {
  UNWIND documents AS d
  MATCH (d)<-[:IN]-(passage:Passage)
  OPTIONAL MATCH (passage)<-[:STATED_IN]-(c:Claim)
  OPTIONAL MATCH (c)-[:ABOUT]->(e:Event)
  RETURN count(DISTINCT passage) AS passages, count(DISTINCT c) AS claims, count(DISTINCT e) AS events,
         count(DISTINCT CASE WHEN NOT EXISTS {
           MATCH (e)<-[:ABOUT]-(other:Claim)
           WHERE other.source <> c.source AND ($as_of IS NULL OR other.published <= $as_of)
         } THEN e.id END) AS alone
}
RETURN source, number AS documents, passages, claims, events, alone, first_published, last_published
ORDER BY documents DESC, source
