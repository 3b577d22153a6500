// A summit's names and days anew, from all documents that describe it.
UNWIND $ids AS id
MATCH (n:Summit {id: id})<-[said:DESCRIBES]-(:Document)
WITH n, min(said.name) AS name, min(said.start) AS first, max(said.end) AS last, collect(said.aliases) AS lists
UNWIND lists AS forms
UNWIND forms AS form
WITH n, name, first, last, form ORDER BY form
WITH n, name, first, last, collect(DISTINCT form) AS aliases
SET n.name = name, n.start = first, n.end = last, n.aliases = aliases, n.date = first,
    n.date_precision = CASE WHEN first IS NULL THEN null WHEN first = last THEN 'day' ELSE 'interval' END
