// id: timeline.overdue
// title: Planned events whose day has passed
// question: Which planned events should have happened by a day, and does any text say that they did?
// params:
//   day: {type: day, example: 2019-12-31}
//   days: {type: count, default: 365, about: how long ago the planned day may be}
//   only_unreported: {type: boolean, default: false, about: leave out those of which a text says that they happened}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 500}
// returns:
//   planned_for: date
//   type: string
//   who: strings
//   to_whom: strings
//   places: strings
//   happened: boolean
//   called_off: boolean
//   confidence: float
//   sentence: string
//   source: string
//   published: day
//   document: id
//   event: id
// mode: read
// since: 0.1.0

MATCH (e:Event)
WHERE e.date >= toString(date($day) - duration({days: $days})) AND e.date <= $day AND e.planned > 0 AND NOT e:Summit
MATCH (e)<-[:ABOUT]-(c:Claim {modality: 'planned'})-[:STATED_IN]->(passage:Passage)
WHERE $as_of IS NULL OR c.published <= $as_of
WITH e, c, passage ORDER BY c.confidence DESC, c.published, c.id
WITH e, collect(c)[0] AS best, collect(passage)[0] AS passage
// What happened is an event of its own, of the same type between the same two at the same time.
CALL (e, best) {
  CALL (e) {
    MATCH (other:Event) WHERE other.date IN [left(e.date, 4), left(e.date, 7), e.date] RETURN other
    UNION
    MATCH (other:Event) WHERE size(e.date) < 10 AND other.date STARTS WITH e.date RETURN other
  }
  WITH e, best, other
  WHERE other.type = best.predicate
    AND NOT EXISTS { MATCH (e)-[:ACTOR|RECIPIENT]->(one:Entity) WHERE NOT (other)-[:ACTOR|RECIPIENT]->(one) }
  MATCH (other)<-[:ABOUT]-(c:Claim)
  WHERE $as_of IS NULL OR c.published <= $as_of
  RETURN sum(CASE c.modality WHEN 'actual' THEN 1 ELSE 0 END) AS affirmed,
         sum(CASE c.modality WHEN 'negated' THEN 1 ELSE 0 END) AS denied
}
WITH e, best, passage, affirmed > 0 AS happened, denied > 0 AS called_off
WHERE NOT ($only_unreported AND happened)
RETURN e.date AS planned_for, best.predicate AS type,
       COLLECT { MATCH (e)-[:ACTOR]->(who:Entity) RETURN who.name ORDER BY who.name } AS who,
       COLLECT { MATCH (e)-[:RECIPIENT]->(whom:Entity) RETURN whom.name ORDER BY whom.name } AS to_whom,
       COLLECT { MATCH (e)-[:HELD_IN]->(place:Entity) RETURN place.name ORDER BY place.name } AS places,
       happened, called_off, best.confidence AS confidence, passage.text AS sentence, best.source AS source,
       best.published AS published, best.document AS document, e.id AS event
ORDER BY planned_for, type, event
LIMIT $limit
