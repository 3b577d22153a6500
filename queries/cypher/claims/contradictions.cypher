// id: claims.contradictions
// title: Contradictions
// question: Where does one source or speaker affirm what another denies, of the same act or the same relation?
// params:
//   actor: {type: id, default: null, about: who acts or is acted on; everybody where left out}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 200}
// returns:
//   predicate: string
//   who: string
//   to_whom: string
//   date: date
//   affirmed_by: strings
//   denied_by: strings
//   affirmed_in: strings
//   denied_in: strings
// mode: read
// since: 0.1.0

// Reads every claim to find the denials.
MATCH (no:Claim {modality: 'negated'})-[:SUBJECT]->(who:Entity)
MATCH (no)-[:OBJECT]->(whom:Entity|Event)
WHERE ($actor IS NULL OR $actor IN [who.id, whom.id]) AND ($as_of IS NULL OR no.published <= $as_of)
CALL (no, who, whom) {
  MATCH (yes:Claim {fact: no.fact, modality: 'actual'})
  RETURN yes
  UNION
  // The same day as far as both give it: what is dated 2019-02 is denied by what is dated 2019-02-28.
  MATCH (e:Event)
  WHERE e.date IN [left(no.date, 4), left(no.date, 7), no.date]
  WITH no, who, whom, e
  MATCH (who)<-[:ACTOR]-(e)-[:RECIPIENT]->(whom)
  MATCH (e)<-[:ABOUT]-(yes:Claim {predicate: no.predicate, modality: 'actual'})
  RETURN yes
  UNION
  MATCH (e:Event)
  WHERE size(no.date) < 10 AND e.date STARTS WITH no.date
  WITH no, who, whom, e
  MATCH (who)<-[:ACTOR]-(e)-[:RECIPIENT]->(whom)
  MATCH (e)<-[:ABOUT]-(yes:Claim {predicate: no.predicate, modality: 'actual'})
  RETURN yes
}
WITH no, who, whom, yes
WHERE $as_of IS NULL OR yes.published <= $as_of
MATCH (no)-[:STATED_IN]->(denial:Passage)
MATCH (yes)-[:STATED_IN]->(affirmation:Passage)
OPTIONAL MATCH (no)-[:ATTRIBUTED_TO]->(denier:Entity)
OPTIONAL MATCH (yes)-[:ATTRIBUTED_TO]->(affirmer:Entity)
WITH no, yes, who, whom, denial, affirmation,
     coalesce(denier.name + ' in ', '') + no.source AS denies, coalesce(affirmer.name + ' in ', '') + yes.source AS affirms
ORDER BY denies, affirms, no.id, yes.id
RETURN no.predicate AS predicate, who.name AS who, whom.name AS to_whom, no.date AS date,
       collect(DISTINCT affirms) AS affirmed_by, collect(DISTINCT denies) AS denied_by,
       collect(DISTINCT affirmation.text) AS affirmed_in, collect(DISTINCT denial.text) AS denied_in
ORDER BY date, predicate, who, to_whom
LIMIT $limit
