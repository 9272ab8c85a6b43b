// Which delegations visited Laos, who led them and for whom?
MATCH (head:Person)-[:LED_DELEGATION]->(d:Delegation)-[:VISITED]->(:Country {key: 'LA'})
OPTIONAL MATCH (d)-[:REPRESENTS]->(side)
RETURN d.date AS date, head.name AS head, collect(coalesce(side.name, side.key)) AS represents
ORDER BY d.newest_first
