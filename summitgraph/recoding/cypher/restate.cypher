// What the authority file says of entities now; what it no longer says goes.
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
SET n.country = row.country, n.kind = row.kind, n.latitude = row.latitude, n.longitude = row.longitude,
    n.role = row.role, n.date = row.date
