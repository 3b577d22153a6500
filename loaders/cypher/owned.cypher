// The passages and claims of a document.
MATCH (:Document {id: $id})<-[:IN]-(p:Passage)
OPTIONAL MATCH (p)<-[:STATED_IN]-(c:Claim)
UNWIND [p.id, c.id] AS id
WITH id WHERE id IS NOT NULL
RETURN DISTINCT id
