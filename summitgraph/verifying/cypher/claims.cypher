// The claims of documents with all that they lead to.
UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:IN]-(p:Passage)<-[:STATED_IN]-(c:Claim)
RETURN d.id AS document, properties(c) AS claim, p.id AS passage,
       [(c)-[:SUBJECT]->(n) | n.id] AS subject, [(c)-[:OBJECT]->(n) | n.id] AS object,
       [(c)-[:ABOUT]->(n) | n.id] AS about, [(c)-[:ATTRIBUTED_TO]->(n) | n.id] AS attributed_to
