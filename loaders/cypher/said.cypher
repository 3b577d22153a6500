// What a document says of individuals.
MATCH (:Document {id: $id})-[s:DESCRIBES]->(n)
RETURN n.id AS to, properties(s) AS set
