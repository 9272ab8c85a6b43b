package neo4j_test

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	toxiproxy "github.com/Shopify/toxiproxy/v2"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/rs/zerolog"
	"go.uber.org/goleak"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/neo4j"
	"github.com/diplograph/diplograph/graph/neo4j/neo4jtest"
)

// noLeaks checks, after the stores of t are closed, that t started no
// goroutine that still runs.
func noLeaks(t *testing.T) {
	shared.Server(t) // which starts some
	before := goleak.IgnoreCurrent()
	t.Cleanup(func() {
		err := goleak.Find(before,
			goleak.IgnoreAnyFunction("net/http.(*persistConn).readLoop"), // the Docker client
			goleak.IgnoreAnyFunction("net/http.(*persistConn).writeLoop"),
			goleak.IgnoreAnyFunction("github.com/Shopify/toxiproxy/v2.(*ToxicLink).read"), // the proxy leaves links that were cut off
			goleak.IgnoreAnyFunction("github.com/Shopify/toxiproxy/v2/toxics.(*ToxicStub).Run"),
		)
		if err != nil {
			t.Error(err)
		}
	})
}

// applyUntil applies a batch, again when the store was unavailable: what a
// loader does. Any other error fails the test.
func applyUntil(t *testing.T, s graph.Store, b graph.Batch) {
	for deadline := time.Now().Add(5 * time.Minute); ; {
		_, err := s.Apply(context.Background(), b)
		if err == nil {
			return
		}
		if !errors.Is(err, graph.ErrUnavailable) || time.Now().After(deadline) {
			t.Errorf("apply: %v, want ErrUnavailable or success", err)
			return
		}
	}
}

// loadUntil loads reports a few at a time and calls after with the number of
// batches done.
func loadUntil(t *testing.T, s graph.Store, reports []graph.Report, size int, after func(done int)) {
	done := 0
	for batch := range slices.Chunk(reports, size) {
		applyUntil(t, s, graph.Batch{Put: batch})
		done++
		after(done)
	}
}

// unavailable wants a read to name the store as unavailable, within the time
// that a server can wait.
func unavailable(t *testing.T, s graph.Store) {
	t.Helper()
	started := time.Now()
	_, err := s.Stats(context.Background())
	if !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("read without a server: error %v, want ErrUnavailable", err)
	}
	if took := time.Since(started); took > 15*time.Second {
		t.Errorf("read without a server took %v", took)
	}
}

func TestPaused(t *testing.T) {
	noLeaks(t)
	server := shared.Server(t)
	s := server.Open(t)
	reports := graphtest.NewWorld(21).Reports(60)
	var wg sync.WaitGroup
	wg.Go(func() {
		loadUntil(t, s, reports, 5, func(done int) {
			if done != 4 {
				return
			}
			server.Pause(t)
			resumed := make(chan struct{})
			time.AfterFunc(20*time.Second, func() { server.Unpause(t); close(resumed) })
			unavailable(t, s)
			t.Cleanup(func() { <-resumed })
		})
	})
	wg.Wait()
	sameLines(t, s, reports)
}

func TestServerKilled(t *testing.T) {
	noLeaks(t)
	server := shared.Server(t)
	s := server.Open(t)
	reports := graphtest.NewWorld(22).Reports(80)
	half := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		loadUntil(t, s, reports, 5, func(done int) {
			if done == 5 {
				close(half)
			}
		})
	})
	<-half
	server.Kill(t)
	unavailable(t, s)
	server.Restart(t)
	wg.Wait()
	sameLines(t, s, reports)
}

// proxied opens a store that reaches the server through a proxy. Toxics can
// be added and removed while it works.
func proxied(t *testing.T, server *neo4jtest.Server) (*neo4j.Store, *toxiproxy.Proxy) {
	t.Helper()
	server.Empty(t)
	api := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(prometheus.NewRegistry()), zerolog.New(io.Discard))
	proxy := toxiproxy.NewProxy(api, "neo4j", "127.0.0.1:0", server.Host)
	if err := proxy.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(proxy.Stop)
	return server.Reopen(t, "bolt://neo4j@"+proxy.Listen), proxy
}

func poison(t *testing.T, p *toxiproxy.Proxy, toxic string) {
	if _, err := p.Toxics.AddToxicJson(strings.NewReader(toxic)); err != nil {
		t.Error(err)
	}
}

// TestCutInCommit cuts the connection when the commit goes out: once so that
// the server does not get it, once so that its answer is lost.
func TestCutInCommit(t *testing.T) {
	noLeaks(t)
	server := shared.Server(t)
	for _, tt := range []struct {
		reason, toxic string
		stored        bool
	}{
		{"the commit is lost", `{"type": "limit_data", "stream": "upstream", "attributes": {"bytes": 0}}`, false},
		{"its answer is lost", `{"type": "limit_data", "stream": "downstream", "attributes": {"bytes": 0}}`, true},
	} {
		s, proxy := proxied(t, server)
		reports := graphtest.NewWorld(23).Reports(10)
		commits := 0
		s.Hook(neo4j.Hooks{Commit: func() {
			if commits++; commits == 2 { // the first is that of the mark
				poison(t, proxy, tt.toxic)
			}
		}})
		_, err := s.Apply(t.Context(), graph.Batch{Put: reports})
		if !errors.Is(err, graph.ErrUnavailable) {
			t.Errorf("%s: error %v, want ErrUnavailable", tt.reason, err)
		}
		n := server.Run(t, `MATCH (a:Article) RETURN count(a) > 0`, nil)[0].Values[0]
		if n != tt.stored {
			t.Errorf("%s: stored is %v, want %v", tt.reason, n, tt.stored)
		}
		proxy.Toxics.ResetToxics(context.Background())
		if tt.stored { // the marks tell of a commit that never ended
			sameStats(t, s, server)
		}
		applyUntil(t, s, graph.Batch{Put: reports})
		sameLines(t, s, reports)
	}
}

func sameStats(t *testing.T, s graph.Store, server *neo4jtest.Server) {
	t.Helper()
	st, err := s.Stats(t.Context())
	if n := server.Run(t, `MATCH (a:Person) RETURN count(a)`, nil)[0].Values[0]; err != nil || int64(st.Persons) != n {
		t.Errorf("after a lost answer: %d persons of %v, error %v", st.Persons, n, err)
	}
	marks := server.Run(t, `MATCH (c:DiplographCommit) RETURN c.begun = c.ended`, nil)
	if marks[0].Values[0] != true {
		t.Error("the read did not repair the marks")
	}
}

// TestCutInResult cuts the connection in the middle of a result, for reads
// and for an export.
func TestCutInResult(t *testing.T) {
	noLeaks(t)
	s, proxy := proxied(t, shared.Server(t))
	reports := graphtest.NewPress(24, 100).Reports(0, 100)
	graphtest.Load(t, s, reports)
	poison(t, proxy, `{"type": "limit_data", "stream": "downstream", "attributes": {"bytes": 4000}}`)
	_, err := s.Articles(t.Context(), graph.ArticleFilter{Window: graph.Window{First: 100}})
	if !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("articles cut off: error %v, want ErrUnavailable", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	n := 0
	for _, exportErr := range s.Export(ctx) {
		if err = exportErr; err == nil {
			n++
		}
	}
	if !errors.Is(err, graph.ErrUnavailable) || n > 0 {
		t.Errorf("export cut off: %d objects, error %v, want none and ErrUnavailable", n, err)
	}
	proxy.Toxics.ResetToxics(context.Background())
	sameLines(t, s, reports)
}

func TestSlowNetwork(t *testing.T) {
	noLeaks(t)
	s, proxy := proxied(t, shared.Server(t))
	reports := graphtest.NewWorld(25).Reports(30)
	poison(t, proxy, `{"type": "latency", "stream": "downstream", "attributes": {"latency": 200}}`)
	graphtest.Load(t, s, reports)
	proxy.Toxics.ResetToxics(context.Background())
	sameLines(t, s, reports)
}

// TestTwoLoaders applies the same articles in different orders from two
// stores at once, as two processes would.
func TestTwoLoaders(t *testing.T) {
	noLeaks(t)
	server := shared.Server(t)
	reports := onePerArticle(graphtest.NewWorld(26).Reports(120))
	stores := []*neo4j.Store{server.Open(t), nil}
	stores[1] = server.Reopen(t, server.Address())
	var wg sync.WaitGroup
	for i, s := range stores {
		mine := slices.Clone(reports)
		if i == 1 {
			slices.Reverse(mine)
		}
		wg.Go(func() { loadUntil(t, s, mine, 5+i, func(int) {}) })
	}
	wg.Wait()
	sameLines(t, stores[0], reports)
}

// onePerArticle keeps the last report of each article, so that order does not
// matter.
func onePerArticle(reports []graph.Report) []graph.Report {
	last := map[graph.ArticleID]graph.Report{}
	for _, r := range reports {
		last[r.Article.ID] = r
	}
	var kept []graph.Report
	for _, r := range last {
		kept = append(kept, r)
	}
	return kept
}

// TestDeadlock lets a program of the user hold a person that the store wants,
// and then want the lock that the store holds.
func TestDeadlock(t *testing.T) {
	noLeaks(t)
	server := shared.Server(t)
	s := server.Open(t)
	reports := graphtest.NewWorld(27).Reports(20)
	graphtest.Load(t, s, reports[:10])
	ctx := t.Context()
	session := server.Driver(t).NewSession(ctx, driver.SessionConfig{})
	defer session.Close(context.Background())
	foreign, err := session.BeginTransaction(ctx)
	if err != nil {
		t.Fatal(err)
	}
	run(t, foreign, `MATCH (p:Person) SET p.note = 1`)
	var turns atomic.Int32
	foreignErr := make(chan error, 1)
	s.Hook(neo4j.Hooks{Statement: func(cypher string) {
		if cypher != neo4j.TakeTurnStatement || turns.Add(1) > 1 {
			return
		}
		go func() { // wants the lock, gives up what it holds when that ends
			_, err := foreign.Run(context.Background(), `MATCH (s:DiplographStore) SET s.note = 1`, nil)
			foreignErr <- err
			foreign.Rollback(context.Background())
		}()
		waitUntilBlocked(t, server)
	}})
	if _, err := s.Apply(ctx, graph.Batch{Put: reports[10:]}); err != nil {
		t.Errorf("apply in a deadlock: %v", err)
	}
	if err := <-foreignErr; err == nil && turns.Load() < 2 {
		t.Error("there was no deadlock: neither transaction was tried again")
	}
	server.Run(t, `MATCH (n) REMOVE n.note`, nil)
	sameLines(t, s, reports)
}

func run(t *testing.T, tx driver.ExplicitTransaction, cypher string) {
	t.Helper()
	result, err := tx.Run(context.Background(), cypher, nil)
	if err == nil {
		_, err = result.Consume(context.Background())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// waitUntilBlocked returns when some transaction waits for a lock.
func waitUntilBlocked(t *testing.T, server *neo4jtest.Server) {
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); {
		blocked := server.Run(t, `SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Blocked' RETURN count(*)`, nil)
		if blocked[0].Values[0] != int64(0) {
			return
		}
	}
	t.Error("no transaction waits for a lock")
}
