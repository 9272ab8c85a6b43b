package main

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/server/relay"
)

// BenchmarkMet asks whom a person met, 50 meetings with their evidence, in a
// store of 10,000 meetings: the store alone, then the server over HTTP, which
// also tells the names of those met.
func BenchmarkMet(b *testing.B) {
	url := "sqlite:" + filepath.Join(b.TempDir(), "met.db")
	store := openAgain(b, url)
	p := graphtest.Meetings(b, store, 10_000)
	b.Run("store", func(b *testing.B) { benchCPU(b, func() { graphtest.MetPage(b, store, p) }) })
	s := startOn(b, url, "--rate", "0", "--quiet")
	query := fmt.Sprintf(metQuery, "id", relay.ID{Kind: graph.KindPerson, Key: string(p)})
	if r := s.ask(b, query, nil); failed(r.body) || len(r.body) < 5000 {
		b.Fatalf("%d %.400s", r.status, r.body)
	}
	b.Run("http", func(b *testing.B) { benchCPU(b, func() { s.ask(b, query, nil) }) })
}

// benchCPU reports the CPU time too, which a busy machine changes less.
func benchCPU(b *testing.B, f func()) {
	begin := cpuTime()
	for b.Loop() {
		f()
	}
	b.ReportMetric(float64((cpuTime()-begin).Microseconds())/float64(b.N)/1000, "cpu-ms/op")
}
