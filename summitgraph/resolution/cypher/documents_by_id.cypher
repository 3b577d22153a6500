MATCH (d:Document {id: $sought})
RETURN d.id AS id
