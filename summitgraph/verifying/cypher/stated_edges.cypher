UNWIND $ids AS id
MATCH (a:{label} {id: id})-[r]->(b)
WHERE NOT type(r) IN ['ACTOR', 'RECIPIENT', 'PART_OF'] AND (type(r) <> 'HELD_IN' OR a:Summit OR r.fact IS NOT NULL)
RETURN a.id AS start, type(r) AS type, b.id AS end, properties(r) AS properties
