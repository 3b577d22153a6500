// id: summits.list
// title: Summits
// question: Which summits do the texts speak of, when and where were they held, and who took part?
// params:
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 500}
// returns:
//   summit: id
//   name: string
//   first_day: date
//   last_day: date
//   places: strings
//   participants: strings
//   happened: boolean
//   acts: integer
//   documents: integer
//   sources: integer
// mode: read
// since: 0.1.0

MATCH (d:Document)-[said:DESCRIBES]->(s:Summit)
WHERE $as_of IS NULL OR d.published <= $as_of
WITH s, min(said.start) AS first_day, max(said.end) AS last_day,
     count(DISTINCT d) AS documents, count(DISTINCT coalesce(d.source, d.id)) AS sources
ORDER BY first_day, s.id LIMIT $limit
RETURN s.id AS summit, s.name AS name, first_day, last_day,
       COLLECT {
         MATCH (s)-[held:HELD_IN]->(place:Entity)
         WHERE $as_of IS NULL OR held.first_published <= $as_of
         RETURN place.name ORDER BY place.name
       } AS places,
       COLLECT {
         MATCH (s)<-[part:PARTICIPATED_IN]-(who:Entity)
         WHERE $as_of IS NULL OR part.first_published <= $as_of
         RETURN who.name ORDER BY who.name
       } AS participants,
       EXISTS {
         MATCH (s)<-[:ABOUT]-(c:Claim)
         WHERE c.modality = 'actual' AND ($as_of IS NULL OR c.published <= $as_of)
       } AS happened,
       COUNT {
         MATCH (s)<-[part:PART_OF]-(:Event)
         WHERE $as_of IS NULL OR part.first_published <= $as_of
       } AS acts,
       documents, sources
ORDER BY first_day, summit
