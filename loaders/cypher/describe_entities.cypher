// An entity's names from what more documents say of it. The least name and the least Wikidata item hold whatever the
// order of documents. Only nodes that change are written.
UNWIND $rows AS row
MATCH (n:Entity {id: row.id})
WHERE n.name IS NULL OR row.name < n.name OR any(form IN row.aliases WHERE NOT form IN n.aliases)
   OR (row.wikidata IS NOT NULL AND (n.wikidata IS NULL OR row.wikidata < n.wikidata))
UNWIND coalesce(n.aliases, []) + row.aliases AS form
WITH n, row, form ORDER BY form
WITH n, row, collect(DISTINCT form) AS forms
SET n.aliases = forms,
    n.name = CASE WHEN n.name IS NULL OR row.name < n.name THEN row.name ELSE n.name END,
    n.wikidata = CASE WHEN n.wikidata IS NULL OR row.wikidata < n.wikidata THEN coalesce(row.wikidata, n.wikidata)
                      ELSE n.wikidata END
