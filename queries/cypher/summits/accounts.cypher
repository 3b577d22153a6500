// id: summits.accounts
// title: By whose account
// question: Who affirms, who denies and who only expects each act of a summit?
// params:
//   summit: {type: id, example: "summit:2019-hanoi"}
//   as_of: {type: day, default: null, about: only what was published by then}
// returns:
//   type: string
//   who: string
//   to_whom: string
//   date: date
//   affirmed_by: strings
//   denied_by: strings
//   expected_by: strings
//   sentences: strings
// mode: read
// since: 0.1.0

MATCH (s:Event:Summit {id: $summit})<-[:PART_OF]-(:Event)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(passage:Passage)
WHERE $as_of IS NULL OR c.published <= $as_of
OPTIONAL MATCH (c)-[:SUBJECT]->(actor:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(recipient:Entity)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(speaker:Entity)
WITH c, passage, actor.name AS who, recipient.name AS to_whom,
     coalesce(speaker.name + ' in ', '') + c.source AS account
ORDER BY account, c.published, c.id
RETURN c.predicate AS type, who, to_whom, c.date AS date,
       collect(DISTINCT CASE c.modality WHEN 'actual' THEN account END) AS affirmed_by,
       collect(DISTINCT CASE c.modality WHEN 'negated' THEN account END) AS denied_by,
       collect(DISTINCT CASE WHEN c.modality IN ['planned', 'hypothetical'] THEN account END) AS expected_by,
       collect(DISTINCT passage.text) AS sentences
ORDER BY date, type, who, to_whom
