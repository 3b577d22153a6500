// The ids of a label; each page begins after the last id of the one before.
MATCH (n:{label})
WHERE n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $limit
