MATCH (n:Entity)
WHERE n.id > $after
RETURN n.id AS id, n.country AS country, n.kind AS kind, n.latitude AS latitude, n.longitude AS longitude,
       n.role AS role, n.date AS date
ORDER BY id LIMIT $limit
