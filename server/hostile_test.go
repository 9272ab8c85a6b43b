package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"text/template"
	"time"
)

// hostile is a request of a stranger, from a file of testdata/hostile. A file
// has lines "key: value", a line "---", and the query, or with "raw: yes" the
// whole body, or with "method: GET" the query string. What stands behind ---
// and the values of variables and headers are text/templates with the
// functions of expand.
type hostile struct {
	name, reason, method string
	want                 struct {
		status      int
		code, limit string
	}
	raw       bool
	silent    string // must not be in the answer
	variables string
	header    http.Header
	body      string
}

func readHostile(t testing.TB) []hostile {
	t.Helper()
	files, err := filepath.Glob("../testdata/hostile/*.txt")
	if err != nil || len(files) < 60 {
		t.Fatalf("testdata/hostile has %d files: %v", len(files), err)
	}
	var all []hostile
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, parseHostile(t, strings.TrimSuffix(filepath.Base(f), ".txt"), string(b)))
	}
	return all
}

func parseHostile(t testing.TB, name, text string) hostile {
	t.Helper()
	head, body, ok := strings.Cut(text, "---\n")
	if !ok {
		t.Fatalf("%s: no line ---", name)
	}
	h := hostile{name: name, method: http.MethodPost, header: http.Header{"Content-Type": {"application/json"}}}
	h.body = expand(t, name, strings.TrimSuffix(body, "\n"))
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ":")
		value = strings.TrimSpace(value)
		switch key {
		case "reason":
			h.reason = value
		case "want":
			parts := append(strings.SplitN(value, " ", 3), "", "")
			fmt.Sscan(parts[0], &h.want.status)
			h.want.code, h.want.limit = parts[1], parts[2]
		case "raw":
			h.raw = true
			if value != "yes" {
				h.body = value
			}
		case "method":
			h.method = value
		case "silent":
			h.silent = value
		case "variables":
			h.variables = expand(t, name, value)
		case "header":
			k, v, _ := strings.Cut(value, ":")
			h.header.Set(k, expand(t, name, strings.TrimSpace(v)))
		default:
			t.Fatalf("%s: unknown key %q", name, key)
		}
	}
	return h
}

// expand executes a template.
func expand(t testing.TB, name, text string) string {
	t.Helper()
	tmpl, err := template.New(name).Funcs(template.FuncMap{
		"repeat": func(n int, s string) string { return strings.Repeat(s, n) },
		"inc":    func(i int) int { return i + 1 },
		"list":   func(s ...string) []string { return s },
		"bytes": func(bs ...int) (s string) {
			for _, b := range bs {
				s += string([]byte{byte(b)})
			}
			return s
		},
	}).Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := tmpl.Execute(&b, nil); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// request makes the request that the file describes.
func (h hostile) request(t testing.TB, base string) *http.Request {
	t.Helper()
	url, body := base+"/graphql", h.body
	switch {
	case h.method == http.MethodGet:
		url, body = url+"?"+h.body, ""
	case !h.raw:
		q, err := json.Marshal(h.body)
		if err != nil {
			t.Fatal(err)
		}
		body = `{"query":` + string(q)
		if h.variables != "" {
			body += `,"variables":` + h.variables
		}
		body += "}"
	}
	req, err := http.NewRequestWithContext(t.Context(), h.method, url, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header = h.header.Clone()
	if host := req.Header.Get("Host"); host != "" {
		req.Host = host
	}
	if req.Header.Get("Content-Type") == "" {
		req.Header.Del("Content-Type")
	}
	return req
}

const (
	// Without the limits, the worst of these requests take seconds to for ever
	// and hundreds of megabytes. The bounds leave room for a slow machine with
	// the race detector on; the benchmark tells the true cost.
	hostileCPU    = time.Second
	hostileMemory = 20 << 20
	hostileAnswer = 160 << 10
)

func TestHostileRequests(t *testing.T) {
	s := start(t, "--max-answer", "30000", "--rate", "0", "--quiet")
	for _, h := range readHostile(t) {
		t.Run(h.name, func(t *testing.T) {
			req := h.request(t, s.url)
			var got reply
			cpu, memory := cost(func() { got = s.do(t, req) })
			checkHostile(t, h, got)
			if cpu > hostileCPU || memory > hostileMemory {
				t.Errorf("it cost %v of CPU and %d MB", cpu, memory>>20)
			}
			if r := s.ask(t, `{ stats { persons } }`, nil); r.status != http.StatusOK || r.code() != "" {
				t.Errorf("a usual query after it: %d %s", r.status, r.body)
			}
		})
	}
	if log := s.log.String(); strings.Contains(log, "secretmarker") || strings.Contains(log, "panic") {
		t.Errorf("the log has what it must not have:\n%s", log)
	}
}

func checkHostile(t *testing.T, h hostile, got reply) {
	t.Helper()
	if got.status != h.want.status || got.code() != h.want.code {
		t.Errorf("%s: have %d %q, want %d %q\n%.400s", h.reason, got.status, got.code(), h.want.status, h.want.code, got.body)
	}
	if h.want.limit != "" && got.Errors[0].Extensions["limit"] != h.want.limit {
		t.Errorf("%s: refused by %v, want %s", h.reason, got.Errors[0].Extensions["limit"], h.want.limit)
	}
	if len(got.Errors) > 10 || len(got.body) > hostileAnswer {
		t.Errorf("%s: %d errors in %d bytes", h.reason, len(got.Errors), len(got.body))
	}
	if h.silent != "" && bytes.Contains(got.body, []byte(h.silent)) {
		t.Errorf("%s: the answer repeats it: %s", h.reason, got.body)
	}
}

// cost is the CPU time and the memory allocated while f runs, by the whole
// process: client, server and garbage collector.
func cost(f func()) (cpu time.Duration, allocated uint64) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	begin := cpuTime()
	f()
	cpu = cpuTime() - begin
	runtime.ReadMemStats(&after)
	return cpu, after.TotalAlloc - before.TotalAlloc
}

func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkHostile tells what each hostile request costs. The reported CPU
// includes making and sending it.
func BenchmarkHostile(b *testing.B) {
	s := start(b, "--max-answer", "30000", "--rate", "0", "--quiet")
	for _, h := range readHostile(b) {
		b.Run(h.name, func(b *testing.B) {
			begin := cpuTime()
			b.ReportAllocs()
			for b.Loop() {
				s.do(b, h.request(b, s.url))
			}
			b.ReportMetric(float64((cpuTime()-begin).Microseconds())/float64(b.N)/1000, "cpu-ms/op")
		})
	}
}

// TestHostileFilesSayWhy keeps the files readable.
func TestHostileFilesSayWhy(t *testing.T) {
	for _, h := range readHostile(t) {
		if h.reason == "" || h.want.status == 0 {
			t.Errorf("%s has no reason or no wanted status", h.name)
		}
	}
}
