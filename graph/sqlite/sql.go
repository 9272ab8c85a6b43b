package sqlite

// Every statement of the store. Values come as parameters only. The lists of
// ids in reads are JSON arrays.

const sqlMarks = `SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), (SELECT count(*) FROM sqlite_schema)`

// The derivation's view.
const (
	sqlHashes  = `SELECT id, hash FROM article WHERE id IN (SELECT value FROM json_each(?1))`
	sqlKnown   = `SELECT i.value, coalesce((SELECT since FROM article WHERE id = i.value), ''), coalesce((SELECT max(until) FROM past WHERE article = i.value), '') FROM json_each(?1) i`
	sqlReports = `SELECT id, url, title, source, lang, published, text, report FROM article WHERE id IN (SELECT value FROM json_each(?1))`
	sqlBlocks  = `SELECT key, data FROM block WHERE key IN (SELECT value FROM json_each(?1))`
	sqlNaming  = `SELECT DISTINCT article FROM named WHERE claim IN (SELECT value FROM json_each(?1))`
)

// Rows.
const (
	sqlPutArticle  = `INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	sqlDropArticle = `DELETE FROM article WHERE id = ?`
	sqlPutSaid     = `INSERT INTO said VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	sqlDropSaid    = `DELETE FROM said WHERE claim = ? AND kind = ? AND month = ? AND article = ?`
	sqlPutPast     = `INSERT INTO past VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	sqlForget      = `DELETE FROM past WHERE article = ?`
	// The articles that came last; what came before the kept ones is forgotten.
	sqlPutArrival   = `INSERT INTO arrival (article, claims) VALUES (?, ?)`
	sqlDropArrivals = `DELETE FROM arrival WHERE seq <= (SELECT max(seq) FROM arrival) - ?`

	sqlPutNamed   = `INSERT INTO named VALUES (?, ?, ?)`
	sqlDropNamed  = `DELETE FROM named WHERE claim = ? AND ord = ? AND article = ?`
	sqlPutBlock   = `INSERT INTO block VALUES (?, ?) ON CONFLICT DO UPDATE SET data = excluded.data`
	sqlDropBlock  = `DELETE FROM block WHERE key = ?`
	sqlPutClaim   = `INSERT INTO claim (node, claim) VALUES (?, ?)`
	sqlDropClaim  = `DELETE FROM claim WHERE node = ? AND claim = ?`
	sqlPutProof   = `INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
	sqlDropProofs = `DELETE FROM evidence WHERE claim = ? AND article = ?`

	sqlPutPerson  = `INSERT INTO person VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET country = excluded.country, doc = excluded.doc`
	sqlSetPerson  = `UPDATE person SET doc = ? WHERE id = ?` // leaves the index of countries alone
	sqlDropPerson = `DELETE FROM person WHERE id = ?`
	sqlPutMember  = `INSERT INTO member (person, party) VALUES (?, ?)`
	sqlDropMember = `DELETE FROM member WHERE person = ? AND party = ?`
	sqlPutBody    = `INSERT INTO body VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET country = excluded.country, doc = excluded.doc`
	sqlDropBody   = `DELETE FROM body WHERE kind = ? AND id = ?`
	sqlPutWord    = `INSERT INTO word (kind, id, word) VALUES (?, ?, ?)`
	sqlDropWord   = `DELETE FROM word WHERE kind = ? AND id = ? AND word = ?`

	sqlPutMeeting     = `INSERT INTO meeting VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	sqlSetMeeting     = `UPDATE meeting SET status = ?, mode = ?, place = ?, reports = ?, doc = ? WHERE id = ?` // leaves the order alone
	sqlDropMeeting    = `DELETE FROM meeting WHERE id = ?`
	sqlPutAttended    = `INSERT INTO attended VALUES (?1, ?2, ?3, coalesce((SELECT country FROM person WHERE id = ?1), ''))`
	sqlDropAttended   = `DELETE FROM attended WHERE person = ? AND ord = ? AND meeting = ?`
	sqlPutMet         = `INSERT INTO met VALUES (?, ?, ?, ?, ?)`
	sqlDropMet        = `DELETE FROM met WHERE person = ? AND ord = ? AND id = ?`
	sqlPutDelegation  = `INSERT INTO delegation VALUES (?, ?, ?, ?, ?, ?)`
	sqlDropDelegation = `DELETE FROM delegation WHERE id = ?`
	sqlPutLed         = `INSERT INTO led VALUES (?, ?, ?)`
	sqlDropLed        = `DELETE FROM led WHERE person = ? AND ord = ? AND delegation = ?`
	sqlPutRepresents  = `INSERT INTO represents VALUES (?, ?)`
	sqlDropRepresents = `DELETE FROM represents WHERE delegation = ?`
	sqlPutReceived    = `INSERT INTO received VALUES (?, ?)`
	sqlDropReceived   = `DELETE FROM received WHERE delegation = ?`
	sqlPutAgreement   = `INSERT INTO agreement VALUES (?, ?, ?, ?, ?)`
	sqlDropAgreement  = `DELETE FROM agreement WHERE id = ?`
	sqlPutSigned      = `INSERT INTO signed VALUES (?, ?, ?)`
	sqlDropSigned     = `DELETE FROM signed WHERE actor = ? AND ord = ? AND agreement = ?`
	sqlAddStats       = `UPDATE stats SET articles = articles + ?, persons = persons + ?, parties = parties + ?, countries = countries + ?, organizations = organizations + ?, meetings = meetings + ?, encounters = encounters + ?, delegations = delegations + ?, agreements = agreements + ?, changes = changes + 1`
	sqlMoment         = `SELECT changes, articles, EXISTS (SELECT 1 FROM article WHERE since > ?1) OR EXISTS (SELECT 1 FROM past WHERE until > ?1 AND since <= ?1) FROM stats`
	sqlCountKnown     = `SELECT (SELECT count(*) FROM article WHERE since <= ?1) + (SELECT count(*) FROM past WHERE until > ?1 AND since <= ?1)`
	sqlStats          = `SELECT articles, persons, parties, countries, organizations, meetings, encounters, delegations, agreements, (SELECT count(*) FROM block WHERE key >= ?1 AND key < ?2) FROM stats`
)

// Lists. The first three parameters are always the key after which the page
// starts (?1 ord, ?2 id) and the most rows (?3); the first two columns are the
// key of the row. sqlCount wraps a list to count all of it.
const (
	sqlCount = `SELECT count(*) FROM (`

	sqlPersonsAll = `SELECT 0, id, doc FROM person p WHERE id > ?2` + wherePerson + ` ORDER BY id LIMIT ?3`
	wherePerson   = ` AND (?4 = '' OR p.country = ?4) AND (?5 = '' OR EXISTS (SELECT 1 FROM member m WHERE m.party = ?5 AND m.person = p.id))`
	// The unary plus keeps SQLite on the index of the more telling condition.
	sqlPersonsOfParty   = `SELECT 0, p.id, p.doc FROM member m JOIN person p ON p.id = m.person WHERE m.party = ?5 AND m.person > ?2 AND (?4 = '' OR +p.country = ?4) ORDER BY m.person LIMIT ?3`
	sqlPersonsOfCountry = `SELECT 0, id, doc FROM person p WHERE p.country = ?4 AND p.id > ?2 AND (?5 = '' OR EXISTS (SELECT 1 FROM member m WHERE m.party = ?5 AND m.person = p.id)) ORDER BY p.id LIMIT ?3`
	sqlPersonsByID      = `SELECT 0, id, doc FROM person p WHERE id IN (SELECT value FROM json_each(?6)) AND id > ?2` + wherePerson + ` ORDER BY id LIMIT ?3`
	sqlPersonsInOffice  = `SELECT 0, p.id, p.doc FROM word w CROSS JOIN person p ON p.id = w.id WHERE w.kind = 'Office' AND w.word = ?7 AND w.id > ?2` + wherePerson + ` ORDER BY w.id LIMIT ?3`
	// Search: candidates by the beginning of one word, ranked by the caller.
	sqlPersonsByWord = `SELECT 0, p.id, p.doc FROM person p WHERE p.id IN (SELECT id FROM word WHERE kind = 'Person' AND word >= ?1 AND word < ?2)` + wherePerson
	sqlBodiesByWord  = `SELECT 0, b.id, b.doc FROM body b WHERE b.kind = ?6 AND b.id IN (SELECT id FROM word WHERE kind = ?6 AND word >= ?1 AND word < ?2) AND (?4 = '' OR b.country = ?4)`

	sqlBodiesAll  = `SELECT 0, id, doc FROM body WHERE kind = ?5 AND id > ?2 AND (?4 = '' OR country = ?4) ORDER BY id LIMIT ?3`
	sqlBodiesByID = `SELECT 0, id, doc FROM body WHERE kind = ?5 AND id IN (SELECT value FROM json_each(?6)) AND id > ?2 AND (?4 = '' OR country = ?4) ORDER BY id LIMIT ?3`

	whenMatches = ` m.last >= ?4 AND m.first <= ?5`

	sqlMetOf       = `SELECT e.ord, e.id, e.other, e.meeting, m.date, m.place, m.mode, m.reports FROM met e CROSS JOIN meeting m ON m.id = e.meeting WHERE e.person = ?6 AND (e.ord, e.id) > (?1, ?2) AND` + whenMatches + orderMet
	sqlMetOfFilter = `SELECT e.ord, e.id, e.other, e.meeting, m.date, m.place, m.mode, m.reports FROM met e CROSS JOIN person p ON p.id = e.other CROSS JOIN meeting m ON m.id = e.meeting WHERE e.person = ?6 AND (e.ord, e.id) > (?1, ?2)` +
		` AND (?7 = '' OR e.other IN (SELECT value FROM json_each(?7))) AND (?8 = '' OR p.country = ?8) AND (?9 = '' OR EXISTS (SELECT 1 FROM member b WHERE b.party = ?9 AND b.person = e.other)) AND` + whenMatches + orderMet
	orderMet = ` ORDER BY e.ord, e.id LIMIT ?3`

	meetingMatches = whenMatches + ` AND (?7 = '' OR m.status = ?7) AND (?8 = '' OR m.mode = ?8)` +
		` AND (?9 = '' OR EXISTS (` + attendedFrom + `?9))` +
		` AND (?10 = '' OR EXISTS (` + attendedFrom + `?10))` +
		` AND (?11 = '' OR EXISTS (` + participants + `CROSS JOIN member b ON b.party = ?11 AND b.person = j.value ->> 'person'))`
	attendedFrom    = `SELECT 1 FROM attended x WHERE x.ord = m.ord AND x.meeting = m.id AND x.country = `
	participants    = `SELECT 1 FROM json_each(m.doc, '$.participants') j `
	sqlMeetings     = `SELECT m.ord, m.id, m.doc FROM meeting m WHERE (m.ord, m.id) > (?1, ?2) AND` + meetingMatches + ` ORDER BY m.ord, m.id LIMIT ?3`
	sqlMeetingsOpen = `SELECT m.ord, m.id, m.doc FROM meeting m WHERE m.status <> 'held' AND m.status = ?7 AND (m.ord, m.id) > (?1, ?2) AND` + meetingMatches + ` ORDER BY m.ord, m.id LIMIT ?3`
	// A meeting of several participants from the country comes once.
	sqlMeetingsFrom = `SELECT c.ord, c.meeting, m.doc FROM attended c CROSS JOIN meeting m ON m.id = c.meeting WHERE c.country = ?9 AND (c.ord, c.meeting) > (?1, ?2) AND` + meetingMatches + ` GROUP BY c.ord, c.meeting ORDER BY c.ord, c.meeting LIMIT ?3`
	sqlMeetingsByID = `SELECT m.ord, m.id, m.doc FROM meeting m WHERE m.id IN (SELECT value FROM json_each(?6)) AND (m.ord, m.id) > (?1, ?2) AND` + meetingMatches + ` ORDER BY m.ord, m.id LIMIT ?3`
	sqlMeetingsOf   = `SELECT a.ord, a.meeting, m.doc FROM attended a CROSS JOIN meeting m ON m.id = a.meeting WHERE a.person = ?6 AND (a.ord, a.meeting) > (?1, ?2) AND` + meetingMatches + ` ORDER BY a.ord, a.meeting LIMIT ?3`

	delegationMatches = whenMatches + ` AND (?7 = '' OR m.host = ?7)` +
		` AND (?8 = '' OR EXISTS (SELECT 1 FROM represents r WHERE r.delegation = m.id AND r.actor = ?8)) AND (?9 = '' OR EXISTS (SELECT 1 FROM represents r WHERE r.delegation = m.id AND r.actor = ?9))`
	delegationColumns  = `, m.doc, (SELECT json_group_array(c.node) FROM received r JOIN claim c ON c.claim = r.claim WHERE r.delegation = m.id)`
	sqlDelegations     = `SELECT m.ord, m.id` + delegationColumns + ` FROM delegation m WHERE (m.ord, m.id) > (?1, ?2) AND` + delegationMatches + ` ORDER BY m.ord, m.id LIMIT ?3`
	sqlDelegationsByID = `SELECT m.ord, m.id` + delegationColumns + ` FROM delegation m WHERE m.id IN (SELECT value FROM json_each(?6)) AND (m.ord, m.id) > (?1, ?2) AND` + delegationMatches + ` ORDER BY m.ord, m.id LIMIT ?3`
	sqlDelegationsOf   = `SELECT a.ord, a.delegation` + delegationColumns + ` FROM led a CROSS JOIN delegation m ON m.id = a.delegation WHERE a.person = ?6 AND (a.ord, a.delegation) > (?1, ?2) AND` + delegationMatches + ` ORDER BY a.ord, a.delegation LIMIT ?3`

	sqlAgreements     = `SELECT m.ord, m.id, m.doc FROM agreement m WHERE (m.ord, m.id) > (?1, ?2) AND` + whenMatches + ` ORDER BY m.ord, m.id LIMIT ?3`
	sqlAgreementsByID = `SELECT m.ord, m.id, m.doc FROM agreement m WHERE m.id IN (SELECT value FROM json_each(?6)) AND (m.ord, m.id) > (?1, ?2) AND` + whenMatches + ` ORDER BY m.ord, m.id LIMIT ?3`
	sqlAgreementsOf   = `SELECT a.ord, a.agreement, m.doc FROM signed a CROSS JOIN agreement m ON m.id = a.agreement WHERE a.actor = ?6 AND (a.ord, a.agreement) > (?1, ?2) AND` + whenMatches + ` ORDER BY a.ord, a.agreement LIMIT ?3`

	sqlPlaces = `SELECT place, count(*) FROM meeting WHERE place <> '' GROUP BY place`

	articleColumns   = `url, title, source, lang, published, text`
	sqlArticles      = `SELECT ord, id, ` + articleColumns + ` FROM article WHERE (ord, id) > (?1, ?2) ORDER BY ord, id LIMIT ?3`
	sqlArticlesByID  = `SELECT 0, id, ` + articleColumns + ` FROM article WHERE id IN (SELECT value FROM json_each(?4)) AND id > ?2 ORDER BY id LIMIT ?3`
	sqlArticlesNamed = `SELECT n.ord, n.article, ` + articleColumns + ` FROM named n CROSS JOIN article a ON a.id = n.article WHERE n.claim = ?4 AND (n.ord, n.article) > (?1, ?2) ORDER BY n.ord, n.article LIMIT ?3`
	sqlCountNaming   = `SELECT count(DISTINCT n.article) FROM claim c CROSS JOIN named n ON n.claim = c.claim WHERE c.node = ?`
	sqlClaimsOf      = `SELECT claim FROM claim WHERE node = ? ORDER BY claim`
	sqlNames         = `SELECT 1 FROM claim c CROSS JOIN named n ON n.claim = c.claim WHERE c.node = ?1 AND n.ord = ?2 AND n.article = ?3`

	sqlSaid = `SELECT s.article, s.former, s.start, s.end, s.lang, s.quote FROM json_each(?1) f CROSS JOIN claim c ON c.node = ?2 CROSS JOIN said s ON s.claim = c.claim AND s.kind IN (SELECT value FROM json_each(?3)) AND s.month = f.value` +
		` WHERE s.country IN ('', ?4) ORDER BY s.month, s.article, s.start, s.end, s.former LIMIT ?5`
	// Both parts in order of article id; a report now in the graph and one of
	// the past are never known on the same day.
	sqlKnownOn = `SELECT id, url, title, source, lang, published, text, report FROM article WHERE since <= ?1` +
		` UNION ALL SELECT article, url, title, source, lang, published, text, report FROM past WHERE until > ?1 AND since <= ?1 ORDER BY 1`

	sqlEvidence = `SELECT c.node, e.article, e.start, e.end, e.lang, e.rule, e.confidence, e.quote FROM json_each(?1) f CROSS JOIN claim c ON c.node = f.value CROSS JOIN evidence e ON e.claim = c.claim`
)

// The feed.
const (
	sqlLastArrival = `SELECT coalesce(max(seq), 0) FROM arrival`
	sqlArrivals    = `SELECT a.seq, a.article, (SELECT json_group_array(c.node) FROM json_each(a.claims) j CROSS JOIN claim c ON c.claim = j.value) FROM arrival a WHERE a.seq > ?1 ORDER BY a.seq LIMIT ?2`
)

// Exports: whole tables in the order of keys.
const (
	sqlAllArticles = `SELECT a.id, url, title, source, lang, published, text, report, coalesce(p.persons, '') FROM article a` +
		` LEFT JOIN (SELECT n.article, group_concat(c.claim || '=' || c.node, ' ') AS persons FROM named n CROSS JOIN claim c ON c.claim = n.claim GROUP BY n.article) p ON p.article = a.id ORDER BY a.id`
	sqlAllMet         = `SELECT e.id, e.person, e.other, m.id, m.date, m.place, m.mode, m.reports FROM met e CROSS JOIN meeting m ON m.id = e.meeting WHERE e.person < e.other ORDER BY e.id`
	sqlAllMeetings    = `SELECT m.id, m.doc, (SELECT json_group_array(DISTINCT e.article) FROM claim c CROSS JOIN evidence e ON e.claim = c.claim WHERE c.node = m.id) FROM meeting m ORDER BY m.id`
	sqlAllPersons     = `SELECT id, doc FROM person ORDER BY id`
	sqlAllBodies      = `SELECT id, doc FROM body WHERE kind = ? ORDER BY id`
	sqlAllAgreements  = `SELECT id, doc FROM agreement ORDER BY id`
	sqlAllDelegations = `SELECT m.id` + delegationColumns + ` FROM delegation m ORDER BY m.id`
	sqlAllEvidence    = `SELECT c.node, e.article, e.start, e.end, e.lang, e.rule, e.confidence, e.quote FROM claim c CROSS JOIN evidence e ON e.claim = c.claim ORDER BY c.node`
)
