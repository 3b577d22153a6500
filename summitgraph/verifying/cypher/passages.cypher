UNWIND $ids AS id
MATCH (d:Document {id: id})<-[:IN]-(p:Passage)
RETURN d.id AS document, properties(p) AS passage
