UNWIND $ids AS id
MATCH (:Origin {id: id})<-[f:FOUND_AT]-(d:Document)
DELETE f
RETURN DISTINCT d.id AS id
