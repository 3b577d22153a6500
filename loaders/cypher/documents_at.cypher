UNWIND $ids AS id
MATCH (:Origin {id: id})<-[:FOUND_AT]-(d:Document)
RETURN DISTINCT d.id AS id
