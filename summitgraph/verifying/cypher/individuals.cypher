// Entities or summits, and what all documents say of them together.
UNWIND $ids AS id
MATCH (n:{label} {id: id})
OPTIONAL MATCH (n)<-[said:DESCRIBES]-(:Document)
WITH n, count(said) AS documents, min(said.name) AS name, min(said.wikidata) AS wikidata, min(said.start) AS first,
     max(said.end) AS last, collect(DISTINCT said.aliases) AS forms
RETURN properties(n) AS node, documents, name, wikidata, first, last, forms
