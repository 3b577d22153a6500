// A summit about which no event claim speaks any more keeps no counts of them.
UNWIND $ids AS id
MATCH (e:Summit {id: id})
WHERE NOT EXISTS { MATCH (e)<-[:ABOUT]-(:Claim) }
REMOVE e.claims, e.sources, e.confidence, e.first_published, e.last_published, e.actual, e.negated, e.planned,
       e.hypothetical, e.modality, e.mode
