// Claims that come from another source than before, and what derives from them.
UNWIND $rows AS row
MATCH (:Document {id: row.id})<-[:IN]-(:Passage)<-[:STATED_IN]-(c:Claim)
WHERE c.source <> row.source
SET c.source = row.source
WITH c
OPTIONAL MATCH (c)-[:ABOUT]->(e:Event)
RETURN c.fact AS fact, e.id AS event
