// id: actors.known_by
// title: Whom a person had met or knew by a day
// question: Whom had a person met or known by a day, how, and since when at the latest?
// params:
//   person: {type: id, example: "person:donald-trump"}
//   day: {type: day, default: null, about: "meetings up to this day, and ties published by it; every day where left out"}
//   as_of: {type: day, default: null, about: only what was published by then}
// returns:
//   known: string
//   known_id: id
//   how: strings
//   since: date
//   meetings: integer
//   sentence: string
//   source: string
//   published: day
//   document: id
// mode: read
// since: 0.1.0

MATCH (a:Entity:Person {id: $person})
CALL (a) {
  MATCH (a)<-[:ACTOR|RECIPIENT]-(e:Event {type: 'CONSULT'})-[:ACTOR|RECIPIENT]->(b:Person)
  MATCH (e)<-[:ABOUT]-(c:Claim)
  WHERE c.modality = 'actual' AND coalesce(c.mode, '') <> 'phone'
  RETURN b, c, 'met' AS how, c.date AS date, 1 AS meeting
  UNION ALL
  MATCH (a)-[:PARTICIPATED_IN]->(s:Summit)<-[:PARTICIPATED_IN]-(b:Person)
  WHERE EXISTS { MATCH (s)<-[:ABOUT]-(x:Claim) WHERE x.modality = 'actual' AND ($as_of IS NULL OR x.published <= $as_of) }
  MATCH (s)<-[:OBJECT]-(c:Claim {predicate: 'PARTICIPATED_IN', modality: 'actual'})-[:SUBJECT]->(b)
  OPTIONAL MATCH (s)<-[said:DESCRIBES]-(d:Document)
  WHERE $as_of IS NULL OR d.published <= $as_of
  RETURN b, c, 'same summit' AS how, min(said.start) AS date, 1 AS meeting
  UNION ALL
  MATCH (a)<-[:SUBJECT|OBJECT]-(c:Claim {predicate: 'ADVISES', modality: 'actual'})-[:SUBJECT|OBJECT]->(b:Person)
  RETURN b, c, 'adviser' AS how, c.published AS date, 0 AS meeting
  UNION ALL
  MATCH (a)-[:AFFILIATED_WITH|LEADS]->(body:Organization)<-[:OBJECT]-(c:Claim {modality: 'actual'})-[:SUBJECT]->(b:Person)
  WHERE c.predicate IN ['AFFILIATED_WITH', 'LEADS']
  RETURN b, c, 'same body' AS how, c.published AS date, 0 AS meeting
}
WITH a, b, c, how, date, meeting
WHERE a.id <> b.id AND ($as_of IS NULL OR c.published <= $as_of) AND ($day IS NULL OR date <= $day)
MATCH (c)-[:STATED_IN]->(passage:Passage)
WITH b, c, how, date, meeting, passage ORDER BY date, c.confidence DESC, c.id
WITH b, collect(DISTINCT how) AS hows, min(date) AS since,
     count(DISTINCT CASE meeting WHEN 1 THEN coalesce(date, 'undated') END) AS meetings,
     collect({sentence: passage.text, source: c.source, published: c.published, document: c.document})[0] AS best
RETURN b.name AS known, b.id AS known_id,
       [how IN ['met', 'same summit', 'adviser', 'same body'] WHERE how IN hows] AS how, since, meetings,
       best.sentence AS sentence, best.source AS source, best.published AS published, best.document AS document
ORDER BY since, known_id
