// id: operations.versions
// title: Versions behind the graph
// question: Which versions of code, ontology, model and reader made the documents' claims?
// params: {}
// returns:
//   summitgraph: string
//   ontology: string
//   model: string
//   reader: string
//   documents: integer
//   first_ingested: string
//   last_ingested: string
// mode: read
// since: 0.1.0

// Reads every document.
MATCH (d:Document)
RETURN d.summitgraph AS summitgraph, d.ontology AS ontology, d.model AS model, d.reader AS reader,
       count(d) AS documents, min(d.ingested_at) AS first_ingested, max(d.ingested_at) AS last_ingested
ORDER BY last_ingested DESC, summitgraph, ontology, model, reader
