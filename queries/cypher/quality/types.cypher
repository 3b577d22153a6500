// id: quality.types
// title: Expected precision by type
// question: How many claims of each type are there, in which modality, and what precision is to be expected?
// params: {}
// returns:
//   kind: string
//   type: string
//   claims: integer
//   actual: integer
//   planned: integer
//   hypothetical: integer
//   negated: integer
//   sources: integer
//   expected_precision: float
//   lowest_confidence: float
// mode: read
// since: 0.1.0

// Reads every claim.
MATCH (c:Claim)
RETURN c.kind AS kind, c.predicate AS type, count(c) AS claims,
       sum(CASE c.modality WHEN 'actual' THEN 1 ELSE 0 END) AS actual,
       sum(CASE c.modality WHEN 'planned' THEN 1 ELSE 0 END) AS planned,
       sum(CASE c.modality WHEN 'hypothetical' THEN 1 ELSE 0 END) AS hypothetical,
       sum(CASE c.modality WHEN 'negated' THEN 1 ELSE 0 END) AS negated,
       count(DISTINCT c.source) AS sources, round(round(avg(c.confidence), 9), 3) AS expected_precision,
       min(c.confidence) AS lowest_confidence
ORDER BY kind, claims DESC, type
