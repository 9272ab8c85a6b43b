// How are two people connected? The shortest chain of meetings.
MATCH path = shortestPath((:Person {name: 'Tô Lâm'})-[:MET_WITH*..6]-(:Person {name: 'Emmanuel Macron'}))
RETURN [p IN nodes(path) | p.name] AS people, [e IN relationships(path) | e.date] AS dates
