MATCH (e:Event {id: $id})<-[:ABOUT]-(:Claim)-[:STATED_IN]->(p:Passage)-[:IN]->(d:Document)
WITH DISTINCT p, d
RETURN p.text AS text, d.title AS title, d.published AS published, d.source AS source, d.id AS document
ORDER BY published, document, p.index
LIMIT $limit
