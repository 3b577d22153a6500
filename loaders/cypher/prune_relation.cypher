// What no claim affirms any more goes.
UNWIND $facts AS fact
MATCH (a:{start} {id: fact.from})-[r:{type}]->(b:{end} {id: fact.to})
WHERE NOT EXISTS {
  MATCH (c:Claim {fact: fact.fact}) WHERE c.modality = 'actual' AND c.polarity = 'positive'
}
DELETE r
