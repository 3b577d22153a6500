// id: quality.confidence
// title: Claims by confidence and rule
// question: How sure are the claims that each rule makes, in bands of a tenth?
// params: {}
// returns:
//   rule: string
//   band: float
//   claims: integer
//   events: integer
//   relations: integer
//   expected_precision: float
// mode: read
// since: 0.1.0

// Reads every claim. Confidence is a calibrated probability: its mean is the share of claims that are right to be expected.
MATCH (c:Claim)
WITH c.rule AS rule, floor(c.confidence * 10 + 0.000001) / 10 AS band, c
RETURN rule, band, count(c) AS claims, sum(CASE c.kind WHEN 'event' THEN 1 ELSE 0 END) AS events,
       sum(CASE c.kind WHEN 'relation' THEN 1 ELSE 0 END) AS relations, round(avg(c.confidence), 3) AS expected_precision
ORDER BY rule, band
