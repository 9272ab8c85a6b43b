// What was signed, by whom?
MATCH (signer)-[:SIGNED]->(a:Agreement)
WITH a, collect(coalesce(signer.name, signer.key)) AS signers
RETURN a.date AS date, a.what AS document, signers
ORDER BY a.newest_first
