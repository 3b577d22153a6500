// id: agreements.programs
// title: Programme holders
// question: Which weapons programmes and sanctions regimes do the texts name, and who runs them or is subject to them?
// params:
//   holder: {type: id, default: null}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 200}
// returns:
//   program: string
//   program_id: id
//   kind: string
//   holder: string
//   holder_id: id
//   modality: string
//   claims: integer
//   sources: integer
//   confidence: float
//   last_published: day
//   sentence: string
//   document: id
// mode: read
// since: 0.1.0

MATCH (p:Program)<-[:OBJECT]-(c:Claim {predicate: 'HAS_PROGRAM'})-[:SUBJECT]->(holder:Entity)
WHERE ($holder IS NULL OR holder.id = $holder) AND ($as_of IS NULL OR c.published <= $as_of)
MATCH (c)-[:STATED_IN]->(passage:Passage)
WITH p, holder, c, passage ORDER BY c.confidence DESC, c.published, c.id
WITH p, holder, c.modality AS modality, count(c) AS claims, count(DISTINCT c.source) AS sources,
     max(c.confidence) AS confidence, max(c.published) AS last_published,
     collect({sentence: passage.text, document: c.document})[0] AS best
RETURN p.name AS program, p.id AS program_id, p.kind AS kind, holder.name AS holder, holder.id AS holder_id, modality,
       claims, sources, confidence, last_published, best.sentence AS sentence, best.document AS document
ORDER BY program_id, holder_id, modality
LIMIT $limit
