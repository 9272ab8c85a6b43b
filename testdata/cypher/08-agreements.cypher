// What was signed, by whom?
MATCH (signer)-[:SIGNED]->(a:Agreement)
RETURN a.date AS date, a.what AS document, collect(coalesce(signer.name, signer.key)) AS signers
ORDER BY a.newest_first
