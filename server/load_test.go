package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	vegeta "github.com/tsenart/vegeta/v12/lib"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/graph/graphtest"
)

const (
	loadClients  = 200
	loadTime     = time.Minute
	loadArticles = 5000
	// loadHeap is how much the live heap may grow over a minute of load:
	// caches that fill, not something per request.
	loadHeap = 16 << 20
)

// metQuery asks whom a person met, with a page's worth of evidence.
const metQuery = `{ person(%s: %q) { met(first: 50) { edges { date place mode reports node { name } evidence { quote } } } } }`

// loadFlags are the server's own, save three. All clients have one address, so
// it has no rate. The queries name more earlier days than a server usually
// keeps. And nobody is sent away for being slow, however busy the machine: how
// long it takes is what is measured. How many run at once stays.
func loadFlags() []string {
	return []string{"--rate", "0", "--views", "16", "--patience", "1m", "--query-timeout", "1m", "--store-timeout", "1m", "--quiet"}
}

// BenchmarkLoad has 200 clients ask the queries of testdata/queries for a
// minute, each as fast as it is answered, in a store of 5,000 articles: first
// alone, then while a loader writes into the same store. No answer may be an
// error, and memory must not grow. Clients and loader share the process and the
// processor with the server. Run it once, with -benchtime 1x.
func BenchmarkLoad(b *testing.B) {
	b.Run("alone", func(b *testing.B) { benchLoad(b, false) })
	b.Run("while a loader writes", func(b *testing.B) { benchLoad(b, true) })
}

func benchLoad(b *testing.B, write bool) {
	store := pressStore(b, loadArticles)
	c := newCrowd(b, startOn(b, store, loadFlags()...), !write)
	c.ask(b, 2*time.Second) // caches are filled, connections made
	for b.Loop() {
		before := takeUsage()
		stop := func() int { return 0 }
		if write {
			stop = keepLoading(b, store, loadArticles)
		}
		m := c.ask(b, loadTime)
		articles := stop()
		after := takeUsage()
		reportLoad(b, m)
		b.Logf("%d requests, slowest %v; %d articles loaded; before: %v; after: %v",
			m.Requests, m.Latencies.Max.Round(time.Millisecond), articles, before, after)
		if after.heap > before.heap+loadHeap || after.goroutines > before.goroutines+loadClients {
			b.Errorf("memory grows: before %v; after %v", before, after)
		}
	}
}

func reportLoad(b *testing.B, m *vegeta.Metrics) {
	b.ReportMetric(m.Throughput, "requests/s")
	for name, d := range map[string]time.Duration{"p50-ms": m.Latencies.P50, "p95-ms": m.Latencies.P95, "p99-ms": m.Latencies.P99} {
		b.ReportMetric(float64(d.Microseconds())/1000, name)
	}
}

// TestManyClients is the benchmark in short.
func TestManyClients(t *testing.T) {
	store := pressStore(t, 300)
	s := startOn(t, store, loadFlags()...)
	t.Run("alone", func(t *testing.T) { newCrowd(t, s, true).ask(t, time.Second) })
	t.Run("while a loader writes", func(t *testing.T) {
		stop := keepLoading(t, store, 300)
		newCrowd(t, s, false).ask(t, time.Second)
		if stop() == 0 {
			t.Error("nothing was loaded meanwhile")
		}
	})
}

// pressStore makes a store of the test graph and so many generated articles.
func pressStore(t testing.TB, articles int) string {
	t.Helper()
	url := filledStore(t)
	s := openAgain(t, url)
	graphtest.Load(t, s, press(articles))
	return url
}

// press makes articles; the person whom the first names is in many.
func press(articles int) []graph.Report { return graphtest.NewPress(1, 5000).Reports(0, articles) }

// openAgain opens a store that others use.
func openAgain(t testing.TB, url string) graph.Store {
	t.Helper()
	s, err := backend.Open(context.Background(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// keepLoading applies new articles by tens, as another process would, until
// stop is called, which tells how many it applied.
func keepLoading(t testing.TB, url string, from int) (stop func() int) {
	t.Helper()
	s := openAgain(t, url)
	ctx, cancel := context.WithCancel(context.Background())
	more, n := graphtest.NewPress(2, 5000), from
	var running sync.WaitGroup
	running.Go(func() {
		for ; ctx.Err() == nil; n += 10 {
			if _, err := s.Apply(ctx, graph.Batch{Put: more.Reports(n, n+10)}); err != nil && !errors.Is(err, context.Canceled) {
				t.Errorf("apply: %v", err)
				return
			}
		}
	})
	return func() int { cancel(); running.Wait(); return n - from }
}

// crowd is clients that ask one list of questions in turn.
type crowd struct {
	targets []vegeta.Target
	want    [][]byte // answers that must not change; nil when the graph does
}

// newCrowd makes clients that ask for the recorded queries. When the graph
// changes, none asks for an earlier day: such a graph is brought up to date
// after every change before it answers.
func newCrowd(t testing.TB, s *running, unchanging bool) *crowd {
	t.Helper()
	c := &crowd{}
	for i, q := range loadQueries(t) {
		if !unchanging && strings.Contains(q, "knownOn") {
			continue
		}
		body, err := json.Marshal(map[string]string{"query": q})
		if err != nil {
			t.Fatal(err)
		}
		c.targets = append(c.targets, vegeta.Target{
			Method: http.MethodPost, Body: body, Header: http.Header{"Content-Type": {"application/json"}},
			URL: fmt.Sprintf("%s/graphql#%d", s.url, i), // what follows # is not sent
		})
		if unchanging {
			c.want = append(c.want, s.settled(t, q))
		}
	}
	return c
}

// settled asks until the answer is there: the graph of an earlier day that is
// put together for it can take longer than one query may.
func (s *running) settled(t testing.TB, query string) []byte {
	t.Helper()
	for range 20 {
		if r := s.ask(t, query, nil); !failed(r.body) {
			return r.body
		}
	}
	t.Fatalf("no answer to %s", query)
	return nil
}

// loadQueries are those of testdata/queries that are answered without an
// error, and whom the person of most meetings met.
func loadQueries(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("../testdata/queries/*.graphql")
	if err != nil {
		t.Fatal(err)
	}
	queries := []string{fmt.Sprintf(metQuery, "name", press(1)[0].Persons[0].Name)}
	for _, f := range files {
		query, answer := read(t, f), read(t, strings.TrimSuffix(f, ".graphql")+".json")
		if !failed(answer) {
			queries = append(queries, string(query))
		}
	}
	if len(queries) < 20 {
		t.Fatalf("only %d queries", len(queries))
	}
	return queries
}

func read(t testing.TB, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// failed reports whether an answer has errors. Texts cannot hold the key: there
// its quotes are escaped.
func failed(answer []byte) bool { return bytes.Contains(answer, []byte(`"errors":`)) }

// ask has all clients ask for so long. Each answer is checked.
func (c *crowd) ask(t testing.TB, d time.Duration) *vegeta.Metrics {
	t.Helper()
	transport := &http.Transport{MaxIdleConnsPerHost: loadClients}
	defer transport.CloseIdleConnections()
	attacker := vegeta.NewAttacker(vegeta.Workers(loadClients), vegeta.MaxWorkers(loadClients),
		vegeta.Client(&http.Client{Transport: transport}))
	m, wrong := &vegeta.Metrics{}, 0
	for r := range attacker.Attack(vegeta.NewStaticTargeter(c.targets...), vegeta.Rate{}, d, "") {
		m.Add(r)
		if err := c.check(r); err != nil {
			if wrong++; wrong <= 3 {
				t.Error(err)
			}
		}
	}
	m.Close()
	if wrong > 0 || m.Requests < loadClients {
		t.Errorf("%d of %d answers were wrong", wrong, m.Requests)
	}
	return m
}

func (c *crowd) check(r *vegeta.Result) error {
	var i int // of the query
	_, err := fmt.Sscanf(r.URL[strings.IndexByte(r.URL, '#'):], "#%d", &i)
	switch {
	case err != nil:
		return err
	case r.Code != http.StatusOK || failed(r.Body):
		return fmt.Errorf("query %d: %d %s %.400s", i, r.Code, r.Error, r.Body)
	case c.want != nil && !bytes.Equal(r.Body, c.want[i]):
		return fmt.Errorf("query %d has another answer under load:\n%.400s\nalone:\n%.400s", i, r.Body, c.want[i])
	}
	return nil
}

// usage is what the process holds when nothing is asked.
type usage struct {
	heap       uint64 // live bytes of Go
	resident   uint64 // bytes of the process, 0 where that is not known
	goroutines int
}

func takeUsage() (u usage) {
	var m runtime.MemStats
	debug.FreeOSMemory()
	runtime.ReadMemStats(&m)
	u = usage{heap: m.HeapAlloc, goroutines: runtime.NumGoroutine()}
	if b, err := os.ReadFile("/proc/self/statm"); err == nil {
		var total, pages uint64
		if _, err := fmt.Sscan(string(b), &total, &pages); err == nil {
			u.resident = pages * uint64(os.Getpagesize())
		}
	}
	return u
}

func (u usage) String() string {
	return fmt.Sprintf("%.1f MB live, %.1f MB resident, %d goroutines", float64(u.heap)/(1<<20), float64(u.resident)/(1<<20), u.goroutines)
}
