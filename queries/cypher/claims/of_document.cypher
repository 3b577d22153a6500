// id: claims.of_document
// title: Claims of a document
// question: What does a document say, sentence by sentence?
// params:
//   document: {type: string, example: Trump walks out of Hanoi summit without a deal, about: "its id, URL or title, or the path from which it was read"}
// returns:
//   sentence: string
//   words: string
//   predicate: string
//   mode: string
//   who: string
//   to_whom: string
//   modality: string
//   date: date
//   according_to: string
//   rule: string
//   confidence: float
//   claim: id
// mode: read
// since: 0.1.0

CALL () {
  MATCH (d:Document {id: $document}) RETURN d
  UNION
  MATCH (d:Document {url: $document}) RETURN d
  UNION
  // Titles and paths have no index: every document is looked at.
  MATCH (d:Document)
  WHERE NOT $document STARTS WITH 'doc:' AND (d.title = $document OR $document IN d.origins)
  RETURN d
}
MATCH (d)<-[:IN]-(passage:Passage)<-[:STATED_IN]-(c:Claim)
OPTIONAL MATCH (c)-[:SUBJECT]->(who:Entity|Event)
OPTIONAL MATCH (c)-[:OBJECT]->(whom:Entity|Event)
OPTIONAL MATCH (c)-[:ATTRIBUTED_TO]->(speaker:Entity)
RETURN passage.text AS sentence, c.text AS words, c.predicate AS predicate, c.mode AS mode, who.name AS who,
       whom.name AS to_whom, c.modality AS modality, c.date AS date, speaker.name AS according_to, c.rule AS rule,
       c.confidence AS confidence, c.id AS claim
ORDER BY d.id, passage.index, c.start, claim
