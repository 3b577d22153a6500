// id: timeline.dyad_series
// title: Conflict and cooperation of a dyad over time
// question: How did conflict and cooperation between two sides develop, month by month, by what happened?
// params:
//   first: {type: id, example: "country:USA"}
//   second: {type: id, example: "country:PRK"}
//   members: {type: boolean, default: true, about: whether persons and bodies of a country act for it}
//   as_of: {type: day, default: null, about: only what was published by then}
// returns:
//   month: date
//   events: integer
//   cooperation: integer
//   conflict: integer
//   mean_intensity: float
//   lowest_intensity: float
//   highest_intensity: float
//   sources: integer
// mode: read
// since: 0.1.0

CALL () {
  MATCH (a:Entity {id: $first}) RETURN a
  UNION
  MATCH (a:Person {country: $first}) WHERE $members RETURN a
  UNION
  MATCH (a:Organization {country: $first}) WHERE $members RETURN a
  UNION
  MATCH (a:Entity)-[:LEADS|AFFILIATED_WITH]->(:Entity {id: $first}) WHERE $members RETURN a
}
WITH collect(a.id) AS firsts
CALL () {
  MATCH (b:Entity {id: $second}) RETURN b
  UNION
  MATCH (b:Person {country: $second}) WHERE $members RETURN b
  UNION
  MATCH (b:Organization {country: $second}) WHERE $members RETURN b
  UNION
  MATCH (b:Entity)-[:LEADS|AFFILIATED_WITH]->(:Entity {id: $second}) WHERE $members RETURN b
}
WITH firsts, collect(b.id) AS seconds
UNWIND firsts AS id
MATCH (a:Entity {id: id})<-[x:ACTOR|RECIPIENT]-(e:Event)-[y:ACTOR|RECIPIENT]->(b:Entity)
WHERE a.id <> b.id AND b.id IN seconds AND (type(x) = 'ACTOR' OR type(y) = 'ACTOR')
WITH DISTINCT e
MATCH (e)<-[:ABOUT]-(c:Claim {modality: 'actual'})
WHERE c.date =~ '\\d{4}-\\d{2}.*' AND ($as_of IS NULL OR c.published <= $as_of)
WITH e, c ORDER BY c.confidence DESC, c.id
WITH e, collect(c)[0] AS best, collect(DISTINCT c.source) AS names
UNWIND names AS name
WITH left(best.date, 7) AS month, e, best, name
WITH month, collect(DISTINCT {event: e.id, quad: best.quad, intensity: best.intensity}) AS events,
     count(DISTINCT name) AS sources
UNWIND events AS each
RETURN month, count(*) AS events, sum(CASE WHEN each.quad <= 2 THEN 1 ELSE 0 END) AS cooperation,
       sum(CASE WHEN each.quad >= 3 THEN 1 ELSE 0 END) AS conflict, round(avg(each.intensity), 2) AS mean_intensity,
       min(each.intensity) AS lowest_intensity, max(each.intensity) AS highest_intensity, sources
ORDER BY month
