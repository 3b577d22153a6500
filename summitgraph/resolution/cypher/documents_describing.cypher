MATCH (n:Entity {id: $sought})<-[:DESCRIBES]-(d:Document)
RETURN DISTINCT d.id AS id
