// id: timeline.new_since
// title: What is new since a day
// question: Which events were first reported on a day or later, and which older ones got further reports?
// params:
//   day: {type: day, example: 2019-02-28}
//   limit: {type: count, default: 500}
// returns:
//   news: string
//   date: date
//   type: string
//   modality: string
//   who: strings
//   to_whom: strings
//   new_claims: integer
//   claims: integer
//   first_published: day
//   last_published: day
//   sentence: string
//   source: string
//   document: id
//   event: id
// mode: read
// since: 0.1.0

MATCH (e:Event)
WHERE e.last_published >= $day AND NOT e:Summit
MATCH (e)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(passage:Passage)
WHERE c.published >= $day
WITH e, c, passage ORDER BY c.published DESC, c.confidence DESC, c.id
WITH e, count(c) AS new_claims, collect(c)[0] AS best, collect(passage)[0] AS passage
RETURN CASE WHEN e.first_published >= $day THEN 'new' ELSE 'further report' END AS news, e.date AS date,
       best.predicate AS type, best.modality AS modality,
       COLLECT { MATCH (e)-[:ACTOR]->(who:Entity) RETURN who.name ORDER BY who.name } AS who,
       COLLECT { MATCH (e)-[:RECIPIENT]->(whom:Entity) RETURN whom.name ORDER BY whom.name } AS to_whom,
       new_claims, e.claims AS claims, e.first_published AS first_published, e.last_published AS last_published,
       passage.text AS sentence, best.source AS source, best.document AS document, e.id AS event
ORDER BY last_published DESC, date, event
LIMIT $limit
