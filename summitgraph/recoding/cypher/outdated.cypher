// Documents that other versions of code, ontology, model or reader extracted; each page begins after the last.
MATCH (d:Document)
WHERE d.id > $after AND d.id <> $authority
  AND (d.summitgraph <> $summitgraph OR d.ontology <> $ontology OR d.model <> $model
       OR coalesce(d.reader, '') <> coalesce($reader, ''))
RETURN d.id AS id ORDER BY id LIMIT $limit
