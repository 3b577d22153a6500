MATCH (c:Claim {id: $sought})
RETURN c.document AS id
