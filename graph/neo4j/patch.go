package neo4j

import (
	"bytes"
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
)

// How much one statement takes.
const (
	batchRows  = 1000
	batchBytes = 4 << 20
	reportRows = 100
)

// The stages of a patch, in the order in which they run. What goes, goes
// first, so that keys are free; but nodes stay until the edges of moving
// claims have left them. Edges come last and find all their nodes.
const (
	dropEdges = iota
	putNodes
	moveClaims
	dropNodes
	putEdges
	putBlocks
	stages
)

// patch is a change of the database as rows by statement.
type patch struct {
	rows   [stages]map[string][]row
	owner  map[string]string // claim to the node it belongs to afterwards
	before map[string]string // and to the changing node it belonged to
	err    error
}

// row is one item of $rows, or of $keys when it has no value.
type row struct {
	key   string
	value params
}

func newPatch() *patch {
	p := &patch{owner: map[string]string{}, before: map[string]string{}}
	for i := range p.rows {
		p.rows[i] = map[string][]row{}
	}
	return p
}

func (p *patch) add(stage int, cypher, key string, value params) {
	p.rows[stage][cypher] = append(p.rows[stage][cypher], row{key, value})
}

// addNodes adds what changes of nodes of one kind, and of their edges.
func addNodes[T any](p *patch, changes []derive.Change[T], s shape[T]) {
	for _, c := range changes {
		var before, after []edge
		switch kind := s.kind(&either(c).Value); {
		case c.New == nil:
			p.add(dropNodes, kind.drop, s.key(&c.Old.Value), nil)
		case c.Old == nil:
			p.add(putNodes, kind.put, s.key(&c.New.Value), nodeRow(s, c.New))
		case !bytes.Equal(c.Old.JSON, c.New.JSON):
			p.add(putNodes, kind.set, s.key(&c.New.Value), nodeRow(s, c.New))
		}
		if c.Old != nil {
			before = s.edges(&c.Old.Value)
			note(p.before, c.Old.Claims, s.key(&c.Old.Value))
		}
		if c.New != nil {
			after = s.edges(&c.New.Value)
			note(p.owner, c.New.Claims, s.key(&c.New.Value))
		}
		p.addEdges(before, after)
	}
}

func either[T any](c derive.Change[T]) *derive.Node[T] {
	if c.New != nil {
		return c.New
	}
	return c.Old
}

func note(owner map[string]string, claims []string, id string) {
	for _, c := range claims {
		owner[c] = id
	}
}

func nodeRow[T any](s shape[T], n *derive.Node[T]) params {
	row := s.props(&n.Value)
	row["key"], row["json"] = s.key(&n.Value), string(n.JSON)
	return row
}

// addEdges adds the difference of two sets of edges.
func (p *patch) addEdges(before, after []edge) {
	old := map[string]edge{}
	for _, e := range before {
		old[e.key] = e
	}
	for _, e := range after {
		o, had := old[e.key]
		delete(old, e.key)
		switch {
		case !had:
			p.putEdge(e)
		case e.set != "" && !reflect.DeepEqual(o.props, e.props):
			p.add(putEdges, e.set, e.key, params{"key": e.key, "props": withKey(e)})
		}
	}
	for _, e := range old {
		p.add(dropEdges, e.drop, e.key, nil)
	}
}

func (p *patch) putEdge(e edge) {
	p.add(putEdges, e.put, e.key, params{"from": e.from, "to": e.to, "props": withKey(e)})
}

func withKey(e edge) params {
	props := params{"key": e.key}
	maps.Copy(props, e.props)
	return props
}

// moves lets edges follow their claims from one node to another.
func (p *patch) moves(d *derive.Delta) {
	for claim, from := range p.before {
		to, stays := p.owner[claim]
		if !stays || to == from {
			continue
		}
		value := params{"claim": claimPrefix(claim), "to": to}
		if to[:1] == "p" {
			p.add(moveClaims, cypherMoveNames, claim, value)
			continue
		}
		p.add(moveClaims, factType(to).moveClaim, claim, value)
		if to[:1] == "m" {
			p.add(moveClaims, cypherMoveTookPart, claim, value)
		}
	}
}

// ownerOf returns the node of a claim. Every claim in use has one.
func (p *patch) ownerOf(claim string) string {
	id := p.owner[claim]
	if id == "" {
		p.err = cmp.Or(p.err, internal("claim %s belongs to nothing", claim))
	}
	return id
}

// addArticles adds reports that go and come. One that does both stays a node:
// edges of facts that it still proves stay with it.
func (p *patch) addArticles(d *derive.Delta) {
	gone := map[graph.ArticleID]derive.StoredReport{}
	for _, r := range d.DropReports {
		gone[r.Article.ID] = r
	}
	for _, r := range d.PutReports {
		old, replaced := gone[r.Article.ID]
		delete(gone, r.Article.ID)
		cypher := cypherPutArticle
		if replaced {
			cypher = cypherSetArticle
		}
		p.add(putNodes, cypher, string(r.Article.ID), articleProps(r))
		p.addNames(old, r)
	}
	for id := range gone {
		p.add(dropNodes, cypherDropArticle, string(id), nil)
	}
}

// addNames adds the edges from an article to the persons it names. They carry
// the sentences that give the person an office.
func (p *patch) addNames(before, after derive.StoredReport) {
	t := edgeType{put: cypherPutNames, set: cypherSetNames, drop: cypherDropNames}
	id := after.Article.ID
	edges := func(r derive.StoredReport, to func(claim string) string) []edge {
		said := officesSaid(r.Said)
		var es []edge
		for _, c := range r.Naming {
			es = append(es, edge{edgeType: t, key: nameKey(c, id), from: string(id), to: to(c), props: params{"offices": list(said[c])}})
		}
		return es
	}
	p.addEdges(edges(before, func(string) string { return "" }), edges(after, p.ownerOf))
}

// addLinks adds the edges from delegations to the meetings of their links.
func (p *patch) addLinks(changes []derive.Change[graph.Delegation]) {
	t := edgeType{put: cypherPutTookPart, drop: cypherDropTookPart}
	for _, c := range changes {
		id := either(c).Value.ID
		var before, after []string
		if c.Old != nil {
			before = c.Old.Links
		}
		if c.New != nil {
			after = c.New.Links
		}
		p.addClaimed(t, string(id), before, after, func(claim string) string { return linkKey(claim, id) })
	}
}

// addClaimed adds the difference of edges that lead to the nodes of claims.
func (p *patch) addClaimed(t edgeType, from string, before, after []string, key func(claim string) string) {
	for _, c := range before {
		if !slices.Contains(after, c) {
			p.add(dropEdges, t.drop, key(c), nil)
		}
	}
	for _, c := range after {
		if !slices.Contains(before, c) {
			p.putEdge(edge{edgeType: t, key: key(c), from: from, to: p.ownerOf(c)})
		}
	}
}

func (p *patch) addProofs(d *derive.Delta) {
	for _, k := range d.DropProofs {
		p.add(dropEdges, cypherDropProofs, proofPrefix(k), nil)
	}
	for _, r := range d.PutProofs {
		fact := p.ownerOf(r.Claim)
		if fact == "" {
			return
		}
		for n, e := range r.Evidence {
			p.putEdge(edge{
				edgeType: edgeType{put: factType(fact).putProof},
				key:      proofPrefix(r.ProofKey) + strconv.Itoa(n), from: fact, to: string(r.Article),
				props: params{
					"quote": e.Quote, "start": e.Start, "end": e.End, "lang": optional(e.Lang), "rule": e.Rule, "confidence": e.Confidence,
				},
			})
		}
	}
}

// addPast adds former reports, and takes those away that are to be forgotten.
func (p *patch) addPast(d *derive.Delta) {
	for _, id := range d.Forget {
		p.add(dropNodes, cypherForget, string(id), nil)
	}
	for _, r := range d.Past {
		p.add(putBlocks, cypherPutPast, string(r.Article.ID), pastProps(r))
	}
}

func (p *patch) addBlocks(blocks []derive.Block) {
	for _, b := range blocks {
		if b.Data == nil {
			p.add(putBlocks, cypherDropBlock, b.Key, nil)
			continue
		}
		p.add(putBlocks, cypherPutBlock, b.Key, params{"key": b.Key, "data": b.Data})
	}
}

// run runs the stages. Statements of a stage are in no order that matters,
// but always in the same, and rows are in order of key: transactions of other
// programs that keep to an order meet no deadlock.
func (p *patch) run(tx transaction) error {
	for _, byStatement := range p.rows {
		for _, cypher := range slices.Sorted(maps.Keys(byStatement)) {
			if err := runRows(tx, cypher, byStatement[cypher]); err != nil {
				return err
			}
		}
	}
	return nil
}

func runRows(tx transaction, cypher string, rows []row) error {
	slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.key, b.key) })
	for len(rows) > 0 {
		n := batch(rows)
		if _, err := tx.run(cypher, listed(rows[:n])); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// batch returns how many of rows one statement takes: at least one.
func batch(rows []row) int {
	size := 0
	for i, r := range rows[:min(len(rows), batchRows)] {
		for _, v := range r.value {
			if s, ok := v.(string); ok {
				size += len(s)
			}
		}
		if size > batchBytes && i > 0 {
			return i
		}
	}
	return min(len(rows), batchRows)
}

func listed(rows []row) params {
	if rows[0].value == nil {
		keys := make([]string, len(rows))
		for i, r := range rows {
			keys[i] = r.key
		}
		return params{"keys": keys}
	}
	values := make([]any, len(rows))
	for i, r := range rows {
		values[i] = r.value
	}
	return params{"rows": values}
}
