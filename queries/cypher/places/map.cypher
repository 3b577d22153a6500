// id: places.map
// title: Map of events
// question: How many events and summits took place where, for a map?
// params:
//   from_day: {type: day, default: null}
//   to_day: {type: day, default: null}
//   as_of: {type: day, default: null, about: only what was reported as having happened by then}
//   limit: {type: count, default: 1000}
// returns:
//   place: string
//   place_id: id
//   country: string
//   latitude: float
//   longitude: float
//   events: integer
//   summits: integer
//   mean_intensity: float
//   first_date: date
//   last_date: date
// mode: read
// since: 0.1.0

MATCH (p:Entity)<-[:HELD_IN]-(e:Event)
WHERE e.actual > 0
WITH p, e, CASE WHEN e.date =~ '\\d{4}-\\d{2}.*' THEN left(e.date, 10) ELSE left(e.date, 4) END AS day
WHERE ($from_day IS NULL OR day >= $from_day OR $from_day STARTS WITH day) AND ($to_day IS NULL OR day <= $to_day)
      AND ($as_of IS NULL OR EXISTS { MATCH (e)<-[:ABOUT]-(c:Claim {modality: 'actual'}) WHERE c.published <= $as_of })
OPTIONAL MATCH (home:Entity {id: p.country})
RETURN p.name AS place, p.id AS place_id, home.name AS country, p.latitude AS latitude, p.longitude AS longitude,
       sum(CASE WHEN e:Summit THEN 0 ELSE 1 END) AS events, sum(CASE WHEN e:Summit THEN 1 ELSE 0 END) AS summits,
       round(avg(e.intensity), 2) AS mean_intensity, min(e.date) AS first_date, max(e.date) AS last_date
ORDER BY events + summits DESC, place_id
LIMIT $limit
