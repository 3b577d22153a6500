// id: actors.office_holders
// title: Office holders on a day
// question: Who held which office on a day, by a known tenure or because a text of about then says so?
// params:
//   day: {type: day, example: 2019-02-27}
//   country: {type: id, default: null}
//   role: {type: string, default: null, about: "kind of post, as head-of-state or foreign-minister"}
//   within: {type: count, default: 365, about: days between the day and a text that gives no tenure}
// returns:
//   office: string
//   office_id: id
//   holder: string
//   holder_id: id
//   from_day: date
//   to_day: date
//   basis: string
//   claims: integer
//   sources: integer
//   sentence: string
//   document: id
// mode: read
// since: 0.1.0

MATCH (office:Office)
WHERE ($country IS NULL OR office.country = $country) AND ($role IS NULL OR office.role = $role)
MATCH (office)<-[:OBJECT]-(c:Claim {predicate: 'HOLDS_OFFICE', modality: 'actual'})-[:SUBJECT]->(holder:Person)
WITH office, holder, c, split(c.validity, '/') AS held
WITH office, holder, c, nullIf(held[0], '..') AS from_day, nullIf(held[1], '..') AS to_day
WHERE CASE
        WHEN c.validity IS NOT NULL
          THEN (from_day IS NULL OR from_day <= $day) AND (to_day IS NULL OR to_day >= $day)
        ELSE abs(duration.inDays(date(c.published), date($day)).days) <= $within
      END
MATCH (c)-[:STATED_IN]->(passage:Passage)
WITH office, holder, c, from_day, to_day, passage,
     CASE WHEN c.validity IS NULL THEN 'stated' ELSE 'tenure' END AS basis
ORDER BY basis DESC, c.confidence DESC, c.published, c.id
WITH office, holder, count(c) AS claims, count(DISTINCT c.source) AS sources,
     collect({from_day: from_day, to_day: to_day, basis: basis, sentence: passage.text, document: c.document})[0] AS best
RETURN office.name AS office, office.id AS office_id, holder.name AS holder, holder.id AS holder_id,
       best.from_day AS from_day, best.to_day AS to_day, best.basis AS basis, claims, sources,
       best.sentence AS sentence, best.document AS document
ORDER BY office_id, holder_id
