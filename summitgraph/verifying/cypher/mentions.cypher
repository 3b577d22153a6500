UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:IN]-(p:Passage)-[m:MENTIONS]->(n)
RETURN d.id AS document, p.id AS passage, n.id AS node, properties(m) AS mention
