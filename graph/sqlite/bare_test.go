package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
)

// The bare side of the benchmarks: the same rows and the same questions
// through database/sql, without the store.

func benchStore(b *testing.B) *Store {
	b.Helper()
	s, err := Open(context.Background(), filepath.Join(b.TempDir(), "store.db"))
	if err != nil {
		b.Fatalf("open: %v", err)
	}
	b.Cleanup(func() { s.Close() })
	return s
}

type table struct {
	insert string
	rows   [][]any
}

// dump reads every row of a store, in random order.
func dump(b *testing.B, s *Store) []table {
	b.Helper()
	var tables []table
	for _, name := range strings.Fields("article named block claim evidence person member body word meeting attended met delegation led represents received agreement signed") {
		rows, err := s.dbs[1].Query(`SELECT * FROM ` + name)
		if err != nil {
			b.Fatal(err)
		}
		t := table{rows: scanAll(b, rows)}
		rand.New(rand.NewPCG(1, 1)).Shuffle(len(t.rows), func(i, k int) { t.rows[i], t.rows[k] = t.rows[k], t.rows[i] })
		if len(t.rows) > 0 {
			t.insert = fmt.Sprintf(`INSERT INTO %s VALUES (?%s)`, name, strings.Repeat(", ?", len(t.rows[0])-1))
			tables = append(tables, t)
		}
	}
	return tables
}

func scanAll(b *testing.B, rows *sql.Rows) [][]any {
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		b.Fatal(err)
	}
	var all [][]any
	for rows.Next() {
		row, at := make([]any, len(names)), make([]any, len(names))
		for i := range row {
			at[i] = &row[i]
		}
		if err := rows.Scan(at...); err != nil {
			b.Fatal(err)
		}
		all = append(all, row)
	}
	return all
}

// BenchmarkBareInserts writes the rows that BenchmarkStore/load leaves, in as
// many transactions.
func BenchmarkBareInserts(b *testing.B) {
	const articles = 3000
	from := benchStore(b)
	graphtest.Load(b, from, graphtest.NewPress(1, 5000).Reports(0, articles))
	tables := dump(b, from)
	for b.Loop() {
		b.StopTimer()
		name := filepath.Join(b.TempDir(), "bare.db")
		s, err := Open(context.Background(), name)
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
		db, err := sql.Open("sqlite", writerDSN(name))
		if err != nil {
			b.Fatal(err)
		}
		db.SetMaxOpenConns(1)
		b.StartTimer()
		insert(b, db, tables, articles/graphtest.BatchSize)
		b.StopTimer()
		db.Close()
		b.StartTimer()
	}
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}

func insert(b *testing.B, db *sql.DB, tables []table, batches int) {
	for batch := range batches {
		tx, err := db.Begin()
		if err != nil {
			b.Fatal(err)
		}
		for _, t := range tables {
			st, err := tx.Prepare(t.insert)
			if err != nil {
				b.Fatal(err)
			}
			for _, row := range t.rows[len(t.rows)*batch/batches : len(t.rows)*(batch+1)/batches] {
				if _, err := st.Exec(row...); err != nil {
					b.Fatal(err)
				}
			}
		}
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	}
}

const bareMet = `WITH page AS (
	SELECT e.ord, e.id, e.other, e.meeting, m.date, m.place, m.mode, m.reports FROM met e JOIN meeting m ON m.id = e.meeting WHERE e.person = ? ORDER BY e.ord, e.id LIMIT 50
) SELECT p.ord, p.id, p.other, p.meeting, p.date, p.place, p.mode, p.reports, e.article, e.start, e.end, e.lang, e.rule, e.confidence, e.quote
FROM page p CROSS JOIN claim c ON c.node = p.meeting CROSS JOIN evidence e ON e.claim = c.claim`

// BenchmarkBareMet asks what BenchmarkStore/whom_did_they_meet asks.
func BenchmarkBareMet(b *testing.B) {
	for _, n := range graphtest.Sizes() {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := benchStore(b)
			p := graphtest.Meetings(b, s, n)
			db := s.dbs[1]
			st, err := db.Prepare(bareMet)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				bareRead(b, st, p)
			}
		})
	}
}

func bareRead(b *testing.B, st *sql.Stmt, p graph.PersonID) {
	rows, err := st.Query(p)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		var ord int64
		var e graph.Encounter
		var proof graph.Proof
		if err := rows.Scan(&ord, &e.ID, &e.Person, &e.Meeting, &e.Date, &e.Place, &e.Mode, &e.Reports,
			&proof.Article, &proof.Start, &proof.End, &proof.Lang, &proof.Rule, &proof.Confidence, &proof.Quote); err != nil {
			b.Fatal(err)
		}
		n++
	}
	if n < 50 {
		b.Fatalf("%d rows", n)
	}
}
