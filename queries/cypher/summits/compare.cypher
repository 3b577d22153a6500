// id: summits.compare
// title: Two summits side by side
// question: How do two summits compare in days, places, participants, demands, offers, refusals and agreements, by whose account?
// params:
//   first: {type: id, example: "summit:2018-singapore"}
//   second: {type: id, example: "summit:2019-hanoi"}
//   as_of: {type: day, default: null, about: only what was published by then}
// returns:
//   section: string
//   first: strings
//   second: strings
// mode: read
// since: 0.1.0

UNWIND [$first, $second] AS id
WITH id, CASE id WHEN $first THEN 1 ELSE 2 END AS side
MATCH (s:Event:Summit {id: id})
CALL (s) {
  MATCH (s)<-[said:DESCRIBES]-(d:Document)
  WHERE said.start IS NOT NULL AND ($as_of IS NULL OR d.published <= $as_of)
  WITH min(said.start) AS first_day, max(said.end) AS last_day
  WHERE first_day IS NOT NULL
  RETURN 0 AS rank, 'days' AS section,
         CASE WHEN first_day = coalesce(last_day, first_day) THEN first_day ELSE first_day + ' to ' + last_day END AS line
  UNION ALL
  MATCH (s)-[held:HELD_IN]->(place:Entity)
  WHERE $as_of IS NULL OR held.first_published <= $as_of
  RETURN 1 AS rank, 'places' AS section, place.name AS line
  UNION ALL
  MATCH (s)<-[part:PARTICIPATED_IN]-(who:Entity)
  WHERE $as_of IS NULL OR part.first_published <= $as_of
  RETURN 2 AS rank, 'participants' AS section, who.name AS line
  UNION ALL
  // Each act once, by the surest claim of each account of it.
  MATCH (s)<-[:PART_OF]-(e:Event)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(passage:Passage)
  WHERE c.predicate <> 'CONSULT' AND ($as_of IS NULL OR c.published <= $as_of)
  OPTIONAL MATCH (c)-[:SUBJECT]->(actor:Entity)
  OPTIONAL MATCH (c)-[:OBJECT]->(recipient:Entity)
  OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(speaker:Entity)
  WITH e, c, passage, actor, recipient, coalesce(speaker.name + ' in ', '') + c.source AS account
  ORDER BY c.confidence DESC, c.id
  WITH e, account, collect({predicate: c.predicate, modality: c.modality, actor: actor.name, recipient: recipient.name,
                            sentence: passage.text})[0] AS best
  WITH best, account,
       CASE
         WHEN best.predicate = 'REQUEST' THEN 3
         WHEN best.predicate = 'AGREE' AND best.modality = 'hypothetical' THEN 4
         WHEN best.predicate = 'REJECT' THEN 5
         WHEN best.predicate = 'CONCEDE' THEN 6
         WHEN best.predicate = 'AGREE' THEN 7
         ELSE 8
       END AS rank
  RETURN rank,
         ['demands', 'offers', 'refusals', 'concessions', 'agreements', 'further acts'][rank - 3] AS section,
         coalesce(best.actor, 'somebody') + coalesce(' to ' + best.recipient, '')
           + CASE best.modality WHEN 'actual' THEN '' ELSE ', ' + best.modality END
           + ' (' + account + '): ' + best.sentence AS line
}
WITH rank, section, side, line ORDER BY rank, side, line
WITH rank, section, collect(DISTINCT CASE side WHEN 1 THEN line END) AS first,
     collect(DISTINCT CASE side WHEN 2 THEN line END) AS second
RETURN section, first, second
ORDER BY rank
