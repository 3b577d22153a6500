UNWIND $facts AS fact
MATCH (a:{start} {id: fact.from})-[r:{type}]->(b:{end} {id: fact.to})
RETURN type(r) AS type, a.id AS start, b.id AS end, properties(r) AS properties
