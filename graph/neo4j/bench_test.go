package neo4j_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/neo4j/neo4jtest"
)

func BenchmarkStore(b *testing.B) { graphtest.Bench(b, open) }

// BenchmarkOneMore measures what one more article costs in a store of 1000 and,
// when it has grown, of 10,000 articles. There is one server, so the sizes cannot
// take turns as those of SQLite do; before them it gets as many articles one by one
// as it takes until it has translated what it does often.
func BenchmarkOneMore(b *testing.B) {
	const more = 50
	first := graphtest.NewHouse(open(b))
	for range 10 * more {
		first.Publish(b)
	}
	for b.Loop() {
		h := graphtest.NewHouse(open(b))
		for _, size := range []int{1_000, 10_000} {
			h.Grow(b, size, 1_000) // a server has less memory for a batch of GrowBatch
			for range more {
				h.Publish(b)
			}
			h.Report(b, size)
		}
	}
	b.ReportMetric(0, "ns/op")
}

// BenchmarkLoad loads articles with the store, and the rows that come out of
// that by hand: UNWIND of 1000 rows, nodes first.
func BenchmarkLoad(b *testing.B) {
	server := shared.Server(b)
	reports := graphtest.NewPress(1, 5000).Reports(0, 1500)
	var written []handBatch
	b.Run("store", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			s := server.Open(b)
			b.StartTimer()
			graphtest.Load(b, s, reports)
		}
		b.StopTimer()
		written = dump(b, server)
		b.ReportMetric(float64(count(written)*b.N)/b.Elapsed().Seconds(), "rows/s")
	})
	b.Run("by hand", func(b *testing.B) {
		d := server.Driver(b)
		for b.Loop() {
			b.StopTimer()
			server.Empty(b)
			b.StartTimer()
			for _, batch := range written {
				loadByHand(b, d, batch)
			}
		}
		b.ReportMetric(float64(count(written)*b.N)/b.Elapsed().Seconds(), "rows/s")
	})
}

// handBatch is a statement with the rows it takes.
type handBatch struct {
	cypher string
	rows   []any
}

func count(batches []handBatch) int {
	n := 0
	for _, b := range batches {
		n += len(b.rows)
	}
	return n
}

// dump reads all nodes and edges as rows of hand-written statements.
func dump(b *testing.B, server *neo4jtest.Server) []handBatch {
	var nodes, edges []handBatch
	for _, r := range server.Run(b, `MATCH (n) RETURN labels(n)[0] AS label, collect(properties(n)) AS rows`, nil) {
		nodes = append(nodes, chunks(fmt.Sprintf("UNWIND $rows AS r CREATE (n:%s) SET n = r", r.Values[0]), r.Values[1])...)
	}
	const all = `MATCH (a)-[e]->(b) RETURN type(e), labels(a)[0], labels(b)[0], collect({a: a.key, b: b.key, p: properties(e)}) AS rows`
	for _, r := range server.Run(b, all, nil) {
		v := r.Values
		cypher := fmt.Sprintf("UNWIND $rows AS r MATCH (a:%s {key: r.a}) MATCH (b:%s {key: r.b}) CREATE (a)-[e:%s]->(b) SET e = r.p", v[1], v[2], v[0])
		edges = append(edges, chunks(cypher, v[3])...)
	}
	return slices.Concat(nodes, edges)
}

func chunks(cypher string, rows any) []handBatch {
	var out []handBatch
	for some := range slices.Chunk(rows.([]any), 1000) {
		out = append(out, handBatch{cypher, some})
	}
	return out
}

func loadByHand(b *testing.B, d driver.DriverWithContext, batch handBatch) {
	ctx := context.Background()
	s := d.NewSession(ctx, driver.SessionConfig{DatabaseName: "neo4j"})
	defer s.Close(ctx)
	_, err := s.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
		r, err := tx.Run(ctx, batch.cypher, map[string]any{"rows": batch.rows})
		if err != nil {
			return nil, err
		}
		return r.Consume(ctx)
	})
	if err != nil {
		b.Fatal(err)
	}
}

// BenchmarkMet asks whom a person met, 50 with evidence, with the store and
// with the same Cypher by hand.
func BenchmarkMet(b *testing.B) {
	server := shared.Server(b)
	s := server.Open(b)
	p := graphtest.Meetings(b, s, 5000)
	d := server.Driver(b)
	for range 200 { // let the server compile its plans
		graphtest.MetPage(b, s, p)
		metByHand(b, d, p)
	}
	b.Run("store", func(b *testing.B) {
		for b.Loop() {
			graphtest.MetPage(b, s, p)
		}
	})
	b.Run("by hand", func(b *testing.B) {
		for b.Loop() {
			metByHand(b, d, p)
		}
	})
}

const (
	handMet = `MATCH (:Person {key: $of})-[e:MET_WITH]-(o:Person) WITH e, o ORDER BY e.newest_first LIMIT 51
		RETURN e.key, o.key, e.meeting, e.date, e.place, e.mode, e.reports`
	handEvidence = `UNWIND $ids AS id MATCH (m:Meeting {key: id})-[r:REPORTED_IN]->(a:Article)
		RETURN m.key, a.key, r.quote, r.start, r.end, r.lang, r.rule, r.confidence`
)

func metByHand(b *testing.B, d driver.DriverWithContext, p graph.PersonID) {
	met := readByHand(b, d, handMet, map[string]any{"of": string(p)})
	var meetings []any
	for _, r := range met[:50] {
		meetings = append(meetings, r.Values[2])
	}
	if proofs := readByHand(b, d, handEvidence, map[string]any{"ids": meetings}); len(proofs) < 50 {
		b.Fatalf("%d proofs", len(proofs))
	}
}

func readByHand(b *testing.B, d driver.DriverWithContext, cypher string, params map[string]any) []*driver.Record {
	ctx := context.Background()
	s := d.NewSession(ctx, driver.SessionConfig{DatabaseName: "neo4j", AccessMode: driver.AccessModeRead})
	defer s.Close(ctx)
	records, err := s.ExecuteRead(ctx, func(tx driver.ManagedTransaction) (any, error) {
		r, err := tx.Run(ctx, cypher, params)
		if err != nil {
			return nil, err
		}
		return r.Collect(ctx)
	})
	if err != nil {
		b.Fatal(err)
	}
	return records.([]*driver.Record)
}
