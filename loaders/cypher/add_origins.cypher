// The same content was found under another path or URL.
UNWIND $rows AS row
MATCH (d:Document {id: row.id})
WHERE any(origin IN row.origins WHERE NOT origin IN d.origins)
UNWIND d.origins + row.origins AS origin
WITH d, origin ORDER BY origin
WITH d, collect(DISTINCT origin) AS origins
SET d.origins = origins
RETURN d.id AS id
