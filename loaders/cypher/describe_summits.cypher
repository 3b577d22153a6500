// A summit's names and days from what more documents say of it: least name, least start, greatest end.
UNWIND $rows AS row
MATCH (n:Summit {id: row.id})
UNWIND coalesce(n.aliases, []) + row.aliases AS form
WITH n, row, form ORDER BY form
WITH n, row, collect(DISTINCT form) AS forms
SET n.aliases = forms,
    n.name = CASE WHEN n.name IS NULL OR row.name < n.name THEN row.name ELSE n.name END,
    n.start = CASE WHEN n.start IS NULL OR row.start < n.start THEN coalesce(row.start, n.start) ELSE n.start END,
    n.end = CASE WHEN n.end IS NULL OR row.end > n.end THEN coalesce(row.end, n.end) ELSE n.end END
WITH n
SET n.date = n.start,
    n.date_precision = CASE WHEN n.start IS NULL THEN null WHEN n.start = n.end THEN 'day' ELSE 'interval' END
