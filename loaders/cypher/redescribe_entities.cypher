// An entity's names anew, from all documents that describe it.
UNWIND $ids AS id
MATCH (n:Entity {id: id})<-[said:DESCRIBES]-(:Document)
WITH n, min(said.name) AS name, min(said.wikidata) AS wikidata, collect(said.aliases) AS lists
UNWIND lists AS forms
UNWIND forms AS form
WITH n, name, wikidata, form ORDER BY form
WITH n, name, wikidata, collect(DISTINCT form) AS aliases
SET n.name = name, n.wikidata = wikidata, n.aliases = aliases
