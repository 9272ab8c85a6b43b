// Which meetings were planned and never reported held?
MATCH (m:Meeting {status: 'planned'})<-[:ATTENDED]-(p:Person)
RETURN m.date AS date, m.place AS place, collect(p.name) AS people
ORDER BY m.newest_first
