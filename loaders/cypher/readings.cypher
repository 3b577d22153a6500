// Where documents were found, and what stood beside their texts there.
UNWIND $ids AS id
MATCH (d:Document {id: id})-[f:FOUND_AT]->(o:Origin)
RETURN d.id AS document, o.at AS origin, f.url AS url, f.source AS source, f.language AS language
ORDER BY document, origin
