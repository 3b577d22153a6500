// An event's facts from its claims. The surest claim of the strongest modality speaks for it where claims differ.
UNWIND $events AS id
MATCH (e:Event {id: id})<-[:ABOUT]-(c:Claim)
WITH e, c,
     CASE c.modality WHEN 'actual' THEN 0 WHEN 'negated' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END AS rank
ORDER BY rank, c.confidence DESC, c.id
WITH e, collect(c) AS supporting, count(c) AS claims, count(DISTINCT c.source) AS sources,
     max(c.confidence) AS confidence, min(c.published) AS first_published, max(c.published) AS last_published,
     sum(CASE c.modality WHEN 'actual' THEN 1 ELSE 0 END) AS actual,
     sum(CASE c.modality WHEN 'negated' THEN 1 ELSE 0 END) AS negated,
     sum(CASE c.modality WHEN 'planned' THEN 1 ELSE 0 END) AS planned,
     sum(CASE c.modality WHEN 'hypothetical' THEN 1 ELSE 0 END) AS hypothetical
WITH *, head(supporting) AS best, e:Summit AS summit
SET e.claims = claims, e.sources = sources, e.confidence = confidence,
    e.first_published = first_published, e.last_published = last_published,
    e.actual = actual, e.negated = negated, e.planned = planned, e.hypothetical = hypothetical,
    e.modality = best.modality,
    e.mode = best.mode,
    e.type = CASE WHEN summit THEN e.type ELSE best.predicate END,
    e.quad = CASE WHEN summit THEN e.quad ELSE best.quad END,
    e.intensity = CASE WHEN summit THEN e.intensity ELSE best.intensity END,
    e.date = CASE WHEN summit THEN e.date ELSE best.date END,
    e.date_precision = CASE WHEN summit THEN e.date_precision ELSE best.date_precision END
