// id: agreements.parties
// title: Agreements with their parties
// question: Which agreements do the texts name, who is party to them, and in which sentences does it stand?
// params:
//   party: {type: id, default: null}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 200}
// returns:
//   agreement: string
//   agreement_id: id
//   date: date
//   parties: strings
//   claims: integer
//   sources: integer
//   sentences: strings
//   mentions: integer
// mode: read
// since: 0.1.0

MATCH (a:Agreement)<-[:MENTIONS|OBJECT]-()
WITH DISTINCT a
OPTIONAL MATCH (a)<-[:OBJECT]-(c:Claim {predicate: 'PARTY_TO', modality: 'actual'})-[:SUBJECT]->(who:Entity)
WHERE $as_of IS NULL OR c.published <= $as_of
OPTIONAL MATCH (c)-[:STATED_IN]->(passage:Passage)
WITH a, c, who, passage ORDER BY who.name, c.published, c.id
WITH a, count(DISTINCT c) AS claims, count(DISTINCT c.source) AS sources, collect(DISTINCT who.name) AS parties,
     collect(DISTINCT who.id) AS ids, collect(DISTINCT passage.text) AS sentences
WHERE $party IS NULL OR $party IN ids
RETURN a.name AS agreement, a.id AS agreement_id, a.date AS date, parties, claims, sources, sentences,
       COUNT { (a)<-[:MENTIONS]-(:Passage) } AS mentions
ORDER BY date, agreement_id
LIMIT $limit
