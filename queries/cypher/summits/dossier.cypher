// id: summits.dossier
// title: Dossier of a summit
// question: Who took part in a summit, where and when, and what was demanded, offered, refused and agreed, by whose account?
// params:
//   summit: {type: id, example: "summit:2019-hanoi"}
//   as_of: {type: day, default: null, about: only what was published by then}
// returns:
//   section: string
//   who: string
//   what: string
//   to_whom: string
//   modality: string
//   date: date
//   according_to: string
//   sentence: string
//   source: string
//   published: day
//   document: id
//   confidence: float
//   claim: id
// mode: read
// since: 0.1.0

MATCH (s:Event:Summit {id: $summit})
OPTIONAL MATCH (s)<-[known:DESCRIBES]-(d:Document)
WHERE $as_of IS NULL OR d.published <= $as_of
WITH s, min(known.start) AS first_day
CALL (s, first_day) {
  MATCH (s)<-[:OBJECT]-(c:Claim {predicate: 'PARTICIPATED_IN'})-[:SUBJECT]->(who:Entity)
  RETURN c, 'participant' AS section, who.name AS who, s.name AS what, null AS to_whom, first_day AS date
  UNION ALL
  MATCH (s)<-[:SUBJECT]-(c:Claim {predicate: 'HELD_IN'})-[:OBJECT]->(place:Entity)
  RETURN c, 'place' AS section, null AS who, place.name AS what, null AS to_whom, first_day AS date
  UNION ALL
  // The first words of each document that speak of the summit, with the days that the document gives it.
  MATCH (s)<-[said:DESCRIBES]-(d:Document)
  MATCH (s)<-[:ABOUT]-(c:Claim {document: d.id})
  WITH said, c ORDER BY c.start, c.id
  WITH said, collect(c)[0] AS c
  WHERE said.start IS NOT NULL
  RETURN c, 'date' AS section, null AS who,
         CASE WHEN said.start = coalesce(said.end, said.start) THEN said.start ELSE said.start + ' to ' + said.end END AS what,
         null AS to_whom, said.start AS date
  UNION ALL
  MATCH (s)<-[:PART_OF]-(:Event)<-[:ABOUT]-(c:Claim {summit: s.id})
  OPTIONAL MATCH (c)-[:SUBJECT]->(actor:Entity)
  OPTIONAL MATCH (c)-[:OBJECT]->(recipient:Entity)
  RETURN c,
         CASE
           WHEN c.predicate = 'CONSULT' THEN 'meeting'
           WHEN c.predicate = 'REQUEST' THEN 'demand'
           WHEN c.predicate = 'REJECT' THEN 'refusal'
           WHEN c.predicate = 'CONCEDE' THEN 'concession'
           WHEN c.predicate = 'AGREE' AND c.modality = 'hypothetical' THEN 'offer'
           WHEN c.predicate = 'AGREE' THEN 'agreement'
           ELSE 'further act'
         END AS section,
         actor.name AS who, c.predicate + coalesce(' (' + c.mode + ')', '') AS what, recipient.name AS to_whom,
         c.date AS date
}
WITH c, section, who, what, to_whom, date
WHERE $as_of IS NULL OR c.published <= $as_of
MATCH (c)-[:STATED_IN]->(passage:Passage)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(speaker:Entity)
WITH *, CASE section WHEN 'participant' THEN 0 WHEN 'place' THEN 1 WHEN 'date' THEN 2 WHEN 'meeting' THEN 3
                     WHEN 'demand' THEN 4 WHEN 'offer' THEN 5 WHEN 'refusal' THEN 6 WHEN 'concession' THEN 7
                     WHEN 'agreement' THEN 8 ELSE 9 END AS rank
RETURN section, who, what, to_whom, c.modality AS modality, date, speaker.name AS according_to,
       passage.text AS sentence, c.source AS source, c.published AS published, c.document AS document,
       c.confidence AS confidence, c.id AS claim
ORDER BY rank, date, who, what, to_whom, published, claim
