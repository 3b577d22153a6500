// id: actors.offices
// title: Offices of a person
// question: Which offices did a person hold, and when?
// params:
//   person: {type: id, example: "person:donald-trump"}
// returns:
//   office: string
//   office_id: id
//   from_day: date
//   to_day: date
//   first_published: day
//   last_published: day
//   claims: integer
//   sources: integer
//   sentence: string
//   document: id
// mode: read
// since: 0.1.0

MATCH (:Entity:Person {id: $person})<-[:SUBJECT]-(c:Claim {predicate: 'HOLDS_OFFICE', modality: 'actual'})-[:OBJECT]->(office:Office)
MATCH (c)-[:STATED_IN]->(passage:Passage)
WITH office, c, passage ORDER BY c.confidence DESC, c.published, c.id
WITH office, c.validity AS validity, count(c) AS claims, count(DISTINCT c.source) AS sources,
     min(c.published) AS first_published, max(c.published) AS last_published,
     collect({sentence: passage.text, document: c.document})[0] AS best
RETURN office.name AS office, office.id AS office_id, nullIf(split(validity, '/')[0], '..') AS from_day,
       nullIf(split(validity, '/')[1], '..') AS to_day, first_published, last_published, claims, sources,
       best.sentence AS sentence, best.document AS document
ORDER BY from_day, first_published, office_id
