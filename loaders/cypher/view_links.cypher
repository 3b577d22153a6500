UNWIND $ids AS id
MATCH (n:{label} {id: id})-[r]->(m)
RETURN type(r) AS type, n.id AS start, m.id AS end, properties(r) AS properties
