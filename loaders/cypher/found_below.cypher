// Paths and URLs that begin so.
MATCH (d:Document)-[f:FOUND_AT]->(o:Origin)
WHERE o.at STARTS WITH $start
RETURN d.id AS document, o.at AS origin, f.url AS url, f.source AS source, f.language AS language
ORDER BY origin
