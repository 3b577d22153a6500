UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.summitgraph AS summitgraph, d.ontology AS ontology, d.model AS model, d.reader AS reader,
       d.decisions AS decisions
