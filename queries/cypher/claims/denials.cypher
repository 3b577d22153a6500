// id: claims.denials
// title: What did not happen
// question: What do the texts say that somebody did not do, and by whose account?
// params:
//   actor: {type: id, default: null, about: who is said not to have done it; everybody where left out}
//   as_of: {type: day, default: null, about: only what was published by then}
//   limit: {type: count, default: 200}
// returns:
//   date: date
//   predicate: string
//   who: string
//   to_whom: string
//   according_to: string
//   confidence: float
//   sentence: string
//   source: string
//   published: day
//   document: id
//   claim: id
// mode: read
// since: 0.1.0

// Reads every claim to find the denials.
MATCH (c:Claim {modality: 'negated'})-[:STATED_IN]->(passage:Passage)
WHERE $as_of IS NULL OR c.published <= $as_of
OPTIONAL MATCH (c)-[:SUBJECT]->(who:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(whom:Entity|Event)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(speaker:Entity)
WITH c, passage, who, whom, speaker
WHERE $actor IS NULL OR who.id = $actor
RETURN c.date AS date, c.predicate AS predicate, who.name AS who, whom.name AS to_whom, speaker.name AS according_to,
       c.confidence AS confidence, passage.text AS sentence, c.source AS source, c.published AS published,
       c.document AS document, c.id AS claim
ORDER BY date, published, claim
LIMIT $limit
