UNWIND $ids AS id
MATCH (e:Event {id: id})-[r:ACTOR|RECIPIENT|HELD_IN|PART_OF]->(n)
RETURN e.id AS event, type(r) AS type, n.id AS end, properties(r) AS properties
