MATCH (d:Document)
WHERE d.id = $name OR d.url = $name OR $name IN d.origins
RETURN d.id AS id ORDER BY id
