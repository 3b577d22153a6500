// id: claims.promises
// title: Promises and what became of them
// question: What was promised, and what did the side that promised do afterwards, as far as the other side is concerned?
// params:
//   actor: {type: id, default: null, about: who promised; everybody where left out}
//   members: {type: boolean, default: true, about: whether persons and bodies of a country act for it}
//   days: {type: count, default: 730, about: how long after the promise an act still counts}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 200}
// returns:
//   date: date
//   who: string
//   to_whom: string
//   according_to: string
//   promise: string
//   source: string
//   document: id
//   then_cooperated: strings
//   then_opposed: strings
//   denied: strings
//   event: id
// mode: read
// since: 0.1.0

MATCH (e:Event {type: 'AGREE'})-[:ACTOR]->(a:Entity)
WHERE e.actual + e.planned > 0 AND e.date =~ '\\d{4}-\\d{2}-\\d{2}'
  AND ($actor IS NULL OR a.id = $actor OR ($members AND a.country = $actor))
MATCH (e)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(passage:Passage)
WHERE c.modality IN ['actual', 'planned'] AND ($as_of IS NULL OR c.published <= $as_of)
OPTIONAL MATCH (e)-[:RECIPIENT]->(b:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(speaker:Entity)
WITH e, a, b, c, passage, speaker ORDER BY c.confidence DESC, c.published, c.id
WITH e, a, b,
     collect({sentence: passage.text, source: c.source, document: c.document, speaker: speaker.name})[0] AS best
ORDER BY e.date, e.id, b.id LIMIT $limit
// A side is the actor itself and, where members count, the country with its persons and bodies.
WITH e, a, b, best, coalesce(a.country, a.id) AS ours, coalesce(b.country, b.id) AS theirs
CALL (e, a, b, ours, theirs) {
  CALL (a, ours) {
    RETURN a AS doer
    UNION
    MATCH (doer:Entity:Country {id: ours}) WHERE $members RETURN doer
    UNION
    MATCH (doer:Person {country: ours}) WHERE $members RETURN doer
    UNION
    MATCH (doer:Organization {country: ours}) WHERE $members RETURN doer
  }
  MATCH (doer)<-[:ACTOR]-(later:Event)
  WHERE later.date > e.date AND later.date <= toString(date(e.date) + duration({days: $days}))
    AND later.type IN ['COOPERATE', 'AID', 'RETREAT', 'CONCEDE', 'REJECT', 'THREATEN', 'MOBILIZE', 'SANCTION', 'COERCE', 'ASSAULT']
  OPTIONAL MATCH (later)-[:RECIPIENT]->(other:Entity)
  // An act at nobody in particular, as a missile test, concerns every other side.
  WITH later, other, b, theirs
  WHERE b IS NULL OR other IS NULL OR other.id = b.id OR ($members AND theirs IN [other.id, other.country])
  MATCH (later)<-[:ABOUT]-(c:Claim {modality: 'actual'})-[:STATED_IN]->(passage:Passage)
  WHERE $as_of IS NULL OR c.published <= $as_of
  WITH later, c, passage ORDER BY c.confidence DESC, c.published, c.id
  WITH later, collect(c)[0] AS act, collect(passage)[0] AS passage ORDER BY later.date, later.id
  WITH act.quad AS quad, later.date + ' ' + act.predicate + ': ' + passage.text AS line
  RETURN collect(CASE WHEN quad <= 2 THEN line END) AS then_cooperated,
         collect(CASE WHEN quad >= 3 THEN line END) AS then_opposed
}
RETURN e.date AS date, a.name AS who, b.name AS to_whom, best.speaker AS according_to, best.sentence AS promise,
       best.source AS source, best.document AS document, then_cooperated, then_opposed,
       COLLECT {
         MATCH (a)<-[:ACTOR]-(no:Event {type: 'AGREE', date: e.date})-[:RECIPIENT]->(b)
         MATCH (no)<-[:ABOUT]-(c:Claim {modality: 'negated'})-[:STATED_IN]->(passage:Passage)
         WHERE $as_of IS NULL OR c.published <= $as_of
         RETURN DISTINCT passage.text AS denial ORDER BY denial
       } AS denied,
       e.id AS event
ORDER BY date, event, to_whom
