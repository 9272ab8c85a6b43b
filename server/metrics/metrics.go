// Package metrics counts what the server does, for Prometheus.
//
// Labels have few values: operations are told apart by name only when the
// name is one of a list, because clients choose names.
package metrics

import (
	"context"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
)

// Values of the label operation besides the listed names.
const (
	unnamed = "unnamed"
	other   = "other"   // a name that is not listed
	refused = "refused" // never got so far as to have an operation
)

// Metrics counts requests. It is safe for concurrent use.
type Metrics struct {
	registry *prometheus.Registry
	known    map[string]bool
	requests *prometheus.CounterVec
	duration *prometheus.HistogramVec
	cost     prometheus.Histogram
	refusals *prometheus.CounterVec
}

// New makes metrics that tell the listed operations apart. load tells how
// many requests run and wait; stats the size of the graph.
func New(operations []string, load func() (running, waiting int), stats func(context.Context) (graph.Stats, error)) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		known:    map[string]bool{},
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "diplograph_requests_total", Help: "GraphQL requests by operation and by the code of their first error.",
		}, []string{"operation", "code"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "diplograph_request_duration_seconds", Help: "Time from a GraphQL request to its answer.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"operation"}),
		cost: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "diplograph_query_cost", Help: "Cost of queries as the limits count it.",
			Buckets: prometheus.ExponentialBuckets(1, 4, 9),
		}),
		refusals: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "diplograph_refusals_total", Help: "Queries refused, by the limit that they exceed.",
		}, []string{"limit"}),
	}
	for _, name := range operations {
		m.known[name] = true
	}
	m.registry.MustRegister(m.requests, m.duration, m.cost, m.refusals,
		gauge("diplograph_requests_running", "GraphQL requests that are served now.", func() int { n, _ := load(); return n }),
		gauge("diplograph_requests_waiting", "GraphQL requests that wait for a place.", func() int { _, n := load(); return n }),
		&size{read: stats}, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func gauge(name, help string, read func() int) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 { return float64(read()) })
}

// Gauge adds a number that is read when it is asked for.
func (m *Metrics) Gauge(name, help string, read func() int) {
	m.registry.MustRegister(gauge(name, help, read))
}

// Observe counts an answered request. How long a stream lasts is nobody's
// time to wait.
func (m *Metrics) Observe(s fault.Seen, took time.Duration) {
	op := m.operation(s)
	m.requests.WithLabelValues(op, strings.ToLower(string(s.Code))).Inc()
	if !s.Stream {
		m.duration.WithLabelValues(op).Observe(took.Seconds())
	}
	if s.Cost > 0 {
		m.cost.Observe(float64(s.Cost))
	}
	if s.Limit != "" {
		m.refusals.WithLabelValues(s.Limit).Inc()
	}
}

func (m *Metrics) operation(s fault.Seen) string {
	switch {
	case s.Operation == "":
		return refused
	case s.Name == "":
		return unnamed
	case m.known[s.Name]:
		return s.Name
	}
	return other
}

// Handler answers scrapes.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

const (
	// sizeAge is how long a count of the graph is good: scrapes must not
	// become a load of the store.
	sizeAge = 15 * time.Second
	// sizeWait is how long a count may take.
	sizeWait = 2 * time.Second
)

// size collects how much the graph holds.
type size struct {
	read func(context.Context) (graph.Stats, error)

	mu   sync.Mutex
	last graph.Stats
	at   time.Time
}

func (*size) desc() *prometheus.Desc {
	return prometheus.NewDesc("diplograph_graph_size", "How much the graph holds, by kind.", []string{"kind"}, nil)
}

// Describe implements prometheus.Collector.
func (s *size) Describe(out chan<- *prometheus.Desc) { out <- s.desc() }

// Collect implements prometheus.Collector. A store that does not answer has
// no size, which a rule can alarm on.
func (s *size) Collect(out chan<- prometheus.Metric) {
	st, ok := s.stats()
	if !ok {
		return
	}
	for kind, n := range map[string]int{
		"articles": st.Articles, "persons": st.Persons, "parties": st.Parties, "countries": st.Countries,
		"organizations": st.Organizations, "meetings": st.Meetings, "encounters": st.Encounters,
		"delegations": st.Delegations, "agreements": st.Agreements, "crowded_names": st.Crowded,
	} {
		out <- prometheus.MustNewConstMetric(s.desc(), prometheus.GaugeValue, float64(n), kind)
	}
}

func (s *size) stats() (graph.Stats, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.at.IsZero() && time.Since(s.at) < sizeAge {
		return s.last, true
	}
	ctx, cancel := context.WithTimeout(context.Background(), sizeWait)
	defer cancel()
	st, err := s.read(ctx)
	if err != nil {
		return graph.Stats{}, false
	}
	s.last, s.at = st, time.Now()
	return st, true
}
