UNWIND $ids AS id
MATCH (:Document {id: id})-[:COPY_OF]-(other:Document)
RETURN DISTINCT other.id AS id
