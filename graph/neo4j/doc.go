// Package neo4j keeps the graph in a Neo4j 5 server, for those who outgrow
// one file or want Neo4j Browser, Bloom and Cypher on it.
//
// # What is in the database
//
// Nodes Person, Party, Country, Organization, Meeting, Delegation, Agreement
// and Article, each with its id as key, readable properties, and json, the
// canonical form of the whole node from which reads and exports are made.
// Edges, each with a hashed key that is unique in its type:
//
//	(Person)-[:MET_WITH {meeting, date, place, mode, reports}]->(Person)
//	(Person)-[:ATTENDED {side, role}]->(Meeting)-[:HELD_IN]->(Country)
//	(Person)-[:LED_DELEGATION]->(Delegation)-[:REPRESENTS]->(Country|Party|Organization|Person)
//	(Person)-[:JOINED_DELEGATION]->(Delegation)-[:VISITED]->(Country)
//	(Delegation)-[:TOOK_PART_IN]->(Meeting)
//	(Person|Country|Party|Organization)-[:SIGNED]->(Agreement)
//	(Person)-[:HOLDS_OFFICE {title, former, from, held, until, reports}]->(Country)
//	(Person)-[:MEMBER_OF]->(Party)  (Person)-[:SPEAKS_FOR]->(Organization)
//	(Person|Party|Organization)-[:OF]->(Country)
//	(Article)-[:NAMES]->(Person)
//	(Meeting|Delegation|Agreement)-[:REPORTED_IN {quote, start, end, rule, confidence}]->(Article)
//
// MET_WITH has one edge per pair and meeting; read it in both directions. A
// fact that is reported under several wordings can have several edges of one
// type to one node, so queries by hand say DISTINCT.
//
// The labels and properties belong to the store: add notes under labels and
// edge types of your own. Nodes labelled Diplograph… are its memory: the
// state of the derivation in blocks, former reports with the days on which
// they were known, the articles that came last, the schema version, and the
// two marks described below.
//
// # Writers take turns
//
// The derivation reads before it writes, and Neo4j isolates no more than
// "read committed". So every write transaction first writes to one node, which
// locks it until the commit: a second writer, in this process or another,
// waits there. Locking single blocks instead would win nothing, because news
// of one country all change the block of that country.
//
// A batch is one transaction. Repeating it is safe: it first reads which
// reports are stored, so a batch whose commit was lost on the way back is
// Unchanged the second time.
//
// # Readers see no half commit
//
// A Neo4j reader can see a commit while it is applied, one record after the
// other. The contract wants all or nothing. So a writer counts up a mark
// (begun) in a transaction of its own right before it commits, and a second
// one (ended) right after; every read statement returns the marks from before
// and after it. When they tell that a commit was under way, the read is done
// again with the writers' lock held, which also repairs the marks that a
// crashed writer left behind. Exports, which are long, hold the lock from the
// start, copy the graph into a temporary file and yield from there.
//
// # Cost
//
// One statement per call, whatever the number of parents. Lists of all
// meetings, delegations, agreements, articles and persons walk an index. Lists
// of one person read all edges of that person of the type listed and keep the
// first: Neo4j has no index of one node's edges.
package neo4j
