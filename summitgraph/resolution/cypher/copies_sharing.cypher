// Documents that share a band with those just loaded: they may be copies.
UNWIND $rows AS row
MATCH (other:Document {{band}: row.band})
WHERE other.id <> row.id
RETURN row.id AS id, other.id AS other
