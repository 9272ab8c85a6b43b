// Which delegations visited Laos, who led them and for whom?
MATCH (head:Person)-[:LED_DELEGATION]->(d:Delegation)-[:VISITED]->(:Country {key: 'LA'})
OPTIONAL MATCH (d)-[:REPRESENTS]->(side)
WITH d, head, collect(coalesce(side.name, side.key)) AS represents
RETURN d.date AS date, head.name AS head, represents
ORDER BY d.newest_first
