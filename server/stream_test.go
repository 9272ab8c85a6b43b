package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/server/servertest"
)

const (
	factsAdded = `subscription($f: FactFilter) { factsAdded(filter: $f) { missed article { id } fact { __typename ... on Meeting { date evidence(first: 1) { quote } } } } }`
	// patience is how long these tests wait for what must come.
	patience = 30 * time.Second
)

// stream is the client's end of a subscription: what the two ways have in common.
type stream interface {
	// next returns the payload of the next answer, false when there will be none.
	next(t *testing.T) (string, bool)
}

// sse is a stream of server-sent events.
type sse struct{ *bufio.Scanner }

// listen subscribes by POST. The subscription is in place when it returns.
func (s *running) listen(t *testing.T, query string, variables object) sse {
	t.Helper()
	resp := s.openStream(t, query, variables)
	if resp.StatusCode != http.StatusOK || !strings.HasPrefix(resp.Header.Get("Content-Type"), "text/event-stream") {
		t.Fatalf("%d %v", resp.StatusCode, resp.Header)
	}
	lines := bufio.NewScanner(resp.Body)
	lines.Buffer(nil, 1<<20)
	return sse{lines}
}

func (s *running) openStream(t *testing.T, query string, variables object) *http.Response {
	t.Helper()
	body, err := json.Marshal(object{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "text/event-stream")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	return resp
}

func (s sse) next(*testing.T) (string, bool) {
	event := ""
	for s.Scan() {
		key, value, _ := strings.Cut(s.Text(), ":")
		switch key {
		case "event":
			event = strings.TrimSpace(value)
		case "data":
			return strings.TrimSpace(value), event == "next"
		}
	}
	return "", false
}

// socket is a WebSocket with one subscription, "1".
type socket struct {
	*websocket.Conn
	ctx context.Context
}

func (s *running) dial(t testing.TB, header http.Header) (socket, *http.Response, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	c, resp, err := websocket.Dial(ctx, s.url+"/graphql", &websocket.DialOptions{Subprotocols: []string{"graphql-transport-ws"}, HTTPHeader: header})
	t.Cleanup(func() {
		if c != nil {
			c.CloseNow()
		}
		cancel()
	})
	if c != nil {
		c.SetReadLimit(1 << 20)
	}
	return socket{c, ctx}, resp, err
}

// connect opens a WebSocket and shakes hands.
func (s *running) connect(t *testing.T) socket {
	t.Helper()
	c, _, err := s.dial(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	c.say(t, `{"type":"connection_init"}`)
	if got := c.hear(t); got != `{"type":"connection_ack"}` {
		t.Fatalf("no acknowledgement: %s", got)
	}
	return c
}

func (c socket) say(t *testing.T, text string) {
	t.Helper()
	if err := c.Write(c.ctx, websocket.MessageText, []byte(text)); err != nil {
		t.Fatal(err)
	}
}

func (c socket) hear(t *testing.T) string {
	t.Helper()
	_, b, err := c.Read(c.ctx)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func (c socket) subscribe(t *testing.T, id, query string, variables object) {
	t.Helper()
	b, err := json.Marshal(object{"id": id, "type": "subscribe", "payload": object{"query": query, "variables": variables}})
	if err != nil {
		t.Fatal(err)
	}
	c.say(t, string(b))
}

func (c socket) next(t *testing.T) (string, bool) {
	t.Helper()
	var m struct {
		Type    string
		Payload json.RawMessage
	}
	if err := json.Unmarshal([]byte(c.hear(t)), &m); err != nil {
		t.Fatal(err)
	}
	return string(m.Payload), m.Type == "next"
}

// subscribers waits until the server has so many.
func (s *running) subscribers(t *testing.T, n int) {
	t.Helper()
	for deadline := time.Now().Add(patience); !strings.Contains(string(s.get(t, "/metrics").body), fmt.Sprintf("\ndiplograph_subscriptions %d\n", n)); {
		if time.Now().After(deadline) {
			t.Fatalf("there are never %d subscribers", n)
		}
	}
}

// both subscribes in both ways and waits until the subscriptions are in place.
func (s *running) both(t *testing.T, query string, variables object) map[string]stream {
	t.Helper()
	c := s.connect(t)
	c.subscribe(t, "1", query, variables)
	streams := map[string]stream{"WebSocket": c, "SSE": s.listen(t, query, variables)}
	s.subscribers(t, 2)
	return streams
}

func TestFactsAdded(t *testing.T) {
	store := "sqlite:" + t.TempDir() + "/live.db"
	s := startWriting(t, store, "--quiet", "--poll", "10ms", "--rate", "0")
	streams := s.both(t, factsAdded, object{"f": object{"kinds": []string{"MEETING"}, "country": "RU", "status": "HELD"}})
	reports := servertest.Reports()

	s.write(t, add, object{"reports": asExtracted(t, reports[:1])})
	other, err := backend.Open(t.Context(), store) // as another process
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err := other.Apply(t.Context(), graph.Batch{Put: reports[1:]}); err != nil {
		t.Fatal(err)
	}
	for way, st := range streams {
		var got []string
		for range 4 {
			body, ok := st.next(t)
			if !ok {
				t.Fatalf("%s ended with %s after %v", way, body, got)
			}
			got = append(got, body)
		}
		if !strings.Contains(got[0], `"missed":0,"article":{"id":"Article:fr/001"},"fact":{"__typename":"Meeting","date":"2025-05-09","evidence":[{"quote":"`) {
			t.Errorf("%s: of this server: %s", way, got[0])
		}
		if !strings.Contains(got[1], `"Article:en/001"`) {
			t.Errorf("%s: of another process: %s", way, got[1])
		}
	}
}

// TestStreamsEndWithTheServer holds that a stop does not wait for who listens.
func TestStreamsEndWithTheServer(t *testing.T) {
	s := start(t, "--rate", "0")
	streams := s.both(t, factsAdded, nil)
	stopped := make(chan error, 1)
	go func() { stopped <- s.stop() }()
	if body, more := streams["SSE"].next(t); more {
		t.Errorf("SSE: %s", body)
	}
	c := streams["WebSocket"].(socket)
	for {
		_, b, err := c.Read(c.ctx)
		if err == nil && strings.Contains(string(b), `"complete"`) {
			continue
		}
		if websocket.CloseStatus(err) != websocket.StatusGoingAway {
			t.Errorf("WebSocket: %s %v", b, err)
		}
		break
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	if log := s.log.String(); strings.Count(log, "operation=subscription") != 2 {
		t.Errorf("the log:\n%s", log)
	}
}

// TestSlowReaders holds that who does not read holds up no change, and is told how much
// it missed: every fact is either read or counted.
func TestSlowReaders(t *testing.T) {
	if testing.Short() {
		t.Skip("sends tens of megabytes")
	}
	const total = 120
	s := startWriting(t, "sqlite:"+t.TempDir()+"/live.db", "--quiet", "--rate", "0", "--max-unread", "3", "--poll", "10ms")
	streams := s.both(t, `subscription { factsAdded { missed article { id text } } }`, nil)
	for i := range total {
		r := servertest.Reports()[0]
		r.Article.ID = graph.ArticleID(fmt.Sprintf("long/%03d", i))
		r.Article.Text += strings.Repeat("x ", 75_000)
		r.Agreements = nil
		if got := s.write(t, add, object{"reports": asExtracted(t, []graph.Report{r})}); got.code() != "" {
			t.Fatalf("report %d: %s", i, got.body)
		}
	}
	for way, st := range streams {
		seen, missed, last := 0, 0, ""
		for last != fmt.Sprintf("Article:long/%03d", total-1) {
			body, ok := st.next(t)
			var m struct {
				Data struct {
					FactsAdded struct {
						Missed  int
						Article struct{ ID string }
					}
				}
			}
			if err := json.Unmarshal([]byte(body), &m); !ok || err != nil {
				t.Fatalf("%s: %v %.200s", way, err, body)
			}
			seen, missed, last = seen+1, missed+m.Data.FactsAdded.Missed, m.Data.FactsAdded.Article.ID
		}
		if seen+missed != total || missed == 0 {
			t.Errorf("%s: %d read and %d missed, want %d in all, some missed", way, seen, missed, total)
		}
	}
}

// TestLimitsOfSubscriptions holds that an operation over a stream is checked like any.
func TestLimitsOfSubscriptions(t *testing.T) {
	s := startWriting(t, filledStore(t), "--rate", "0")
	deep := `subscription { factsAdded { article { id } fact { ... on Meeting { ` + strings.Repeat(`participants { person { met(first: 1) { edges { meeting { `, 4) + `date` + strings.Repeat(` } } } } }`, 4) + ` } } } }`
	c := s.connect(t)
	for _, q := range []struct{ reason, query, code string }{
		{"too deep", deep, "LIMIT_EXCEEDED"},
		{"a cycle", `subscription { ...a } fragment a on Subscription { ...a }`, "LIMIT_EXCEEDED"},
		{"unknown", `subscription { zqxmarker }`, "GRAPHQL_VALIDATION_FAILED"},
		{"two at once", `subscription { a: factsAdded { missed } b: factsAdded { missed } }`, "GRAPHQL_VALIDATION_FAILED"},
		{"no GraphQL", `subscription {`, "GRAPHQL_PARSE_FAILED"},
		{"a bad id", `subscription { factsAdded(filter: {person: "zqxmarker"}) { missed } }`, "BAD_USER_INPUT"},
		{"an id of something else", `subscription { factsAdded(filter: {person: "Party:zqxmarker"}) { missed } }`, "BAD_USER_INPUT"},
		{"a query", usualQuery, "BAD_REQUEST"},
		{"a mutation", `mutation { removeArticle(id: "Article:fr/001") { change } }`, "BAD_REQUEST"},
	} {
		c.subscribe(t, "x", q.query, nil)
		got := c.hear(t)
		if !strings.Contains(got, `"code":"`+q.code+`"`) {
			t.Errorf("%s over a WebSocket: %s", q.reason, got)
		}
		if strings.Contains(got, `"next"`) {
			c.hear(t) // complete
		}
		if q.code == "BAD_REQUEST" {
			continue
		}
		resp := s.openStream(t, q.query, nil)
		lines := bufio.NewScanner(resp.Body)
		text := ""
		for lines.Scan() && !strings.Contains(text, "complete") {
			text += lines.Text()
		}
		if !strings.Contains(text, `"code":"`+q.code+`"`) {
			t.Errorf("%s as events: %d %s", q.reason, resp.StatusCode, text)
		}
	}
	if got := s.openStream(t, usualQuery, nil); got.StatusCode != http.StatusNotAcceptable {
		t.Errorf("a query as events: %d", got.StatusCode)
	}
	if got := s.ask(t, factsAdded, nil); got.status != http.StatusNotAcceptable || got.code() != "BAD_REQUEST" {
		t.Errorf("a subscription as JSON: %d %s", got.status, got.body)
	}
	if got := s.ask(t, usualQuery, nil); string(got.Data) != `{"stats":{"articles":9}}` {
		t.Errorf("a usual query after it: %s", got.body)
	}
	if log := s.log.String(); strings.Contains(log, "zqxmarker") {
		t.Errorf("the log holds what clients sent:\n%s", log)
	}
}

func TestNumberOfSubscriptions(t *testing.T) {
	s := start(t, "--quiet", "--rate", "0", "--max-subscriptions-each", "2")
	c := s.connect(t)
	c.subscribe(t, "1", factsAdded, nil)
	s.listen(t, factsAdded, nil)
	s.subscribers(t, 2)
	c.subscribe(t, "2", factsAdded, nil)
	if got := c.hear(t); !strings.Contains(got, `"code":"RATE_LIMITED","limit":"subscriptions of one address"`) || !strings.HasPrefix(got, `{"id":"2","type":"error"`) {
		t.Errorf("a third, over the WebSocket: %s", got)
	}
	if got := s.openStream(t, factsAdded, nil); got.StatusCode != http.StatusTooManyRequests || got.Header.Get("Retry-After") == "" {
		t.Errorf("a third, as events: %d", got.StatusCode)
	}
	c.say(t, `{"id":"1","type":"complete"}`)
	s.subscribers(t, 1)
	c.subscribe(t, "1", factsAdded, nil) // the id is free again
	s.subscribers(t, 2)
	s.connect(t)
	if _, resp, err := s.dial(t, nil); err == nil || resp.StatusCode != http.StatusTooManyRequests {
		t.Errorf("a third WebSocket: %v", err)
	}
}

// TestWebSocketAbuse sends what no client of the protocol sends.
func TestWebSocketAbuse(t *testing.T) {
	s := start(t, "--rate", "0", "--init-timeout", "200ms", "--max-body", "5000")
	const ini, sub = `{"type":"connection_init"}`, `{"id":"1","type":"subscribe","payload":{"query":"subscription { factsAdded { missed } }"}}`
	for _, c := range []struct {
		reason string
		say    []string
		want   websocket.StatusCode
	}{
		{"nothing at all", nil, 4408},
		{"pings only", []string{`{"type":"ping"}`, `{"type":"ping","payload":{"zqxmarker":1}}`}, 4408},
		{"no JSON", []string{`zqxmarker`}, 4400},
		{"no object", []string{`[]`}, 4400},
		{"two values", []string{ini + ini}, 4400},
		{"no type", []string{`{}`}, 4400},
		{"an unknown type", []string{`{"type":"zqxmarker"}`}, 4400},
		{"a type of the server", []string{ini, `{"type":"next","id":"1","payload":{}}`}, 4400},
		{"a number for an id", []string{ini, `{"type":"subscribe","id":1}`}, 4400},
		{"a number for a type", []string{`{"type":1}`}, 4400},
		{"deep nesting", []string{`{"type":"ping","payload":` + strings.Repeat("[", 2400) + strings.Repeat("]", 2400) + `}`, `x`}, 4400},
		{"invalid UTF-8", []string{"{\"type\":\"connection_init\xff\"}"}, 4400},
		{"subscribing first", []string{sub}, 4401},
		{"two greetings", []string{ini, ini}, 4429},
		{"no id", []string{ini, `{"type":"subscribe","payload":{"query":"subscription { factsAdded { missed } }"}}`}, 4400},
		{"a long id", []string{ini, `{"type":"subscribe","id":"` + strings.Repeat("x", 129) + `"}`}, 4400},
		{"an id twice", []string{ini, sub, sub}, 4409},
		{"a long message", []string{ini, `{"type":"ping","payload":"` + strings.Repeat("x", 6000) + `"}`}, websocket.StatusMessageTooBig},
		{"ends what never was", []string{ini, `{"type":"complete","id":"9"}`, `x`}, 4400},
	} {
		socket, _, err := s.dial(t, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range c.say {
			socket.say(t, text)
		}
		if got := socket.closed(); got != c.want {
			t.Errorf("%s: closed with %d, want %d", c.reason, got, c.want)
		}
	}
	binary, _, err := s.dial(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := binary.Write(binary.ctx, websocket.MessageBinary, []byte(ini)); err != nil {
		t.Fatal(err)
	}
	if got := binary.closed(); got != 4400 {
		t.Errorf("binary: closed with %d", got)
	}
	s.subscribers(t, 0)
	if got := s.ask(t, usualQuery, nil); string(got.Data) != `{"stats":{"articles":9}}` {
		t.Errorf("a usual query after it: %s", got.body)
	}
	if log := s.log.String(); strings.Contains(log, "zqxmarker") || strings.Contains(log, "panic") {
		t.Errorf("the log:\n%s", log)
	}
}

// TestFloodOfMessages holds that messages count as requests do.
func TestFloodOfMessages(t *testing.T) {
	s := start(t, "--quiet", "--rate", "0.01", "--burst", "5")
	c := s.connect(t) // two of them
	for range 4 {
		c.say(t, `{"type":"ping"}`)
	}
	if got := c.closed(); got != websocket.StatusPolicyViolation {
		t.Errorf("closed with %d, want %d", got, websocket.StatusPolicyViolation)
	}
}

// BenchmarkWebSocketAbuse tells what connections cost that break the protocol. The reported
// CPU includes the client's.
func BenchmarkWebSocketAbuse(b *testing.B) {
	s := start(b, "--rate", "0", "--quiet")
	for name, text := range map[string]string{
		"no JSON":      strings.Repeat("x", 200_000),
		"deep nesting": strings.Repeat("[", 200_000),
		"no greeting":  `{"id":"1","type":"subscribe","payload":{"query":"subscription { factsAdded { missed } }"}}`,
		"too long":     strings.Repeat(" ", 1<<20),
	} {
		b.Run(name, func(b *testing.B) {
			begin := cpuTime()
			b.ReportAllocs()
			for b.Loop() {
				c, _, err := s.dial(b, nil)
				if err != nil {
					b.Fatal(err)
				}
				_ = c.Write(c.ctx, websocket.MessageText, []byte(text)) // it may be cut off in the middle
				c.closed()
			}
			b.ReportMetric(float64((cpuTime()-begin).Microseconds())/float64(b.N)/1000, "cpu-ms/op")
		})
	}
}

// closed reads until the connection is closed and returns the code.
func (c socket) closed() websocket.StatusCode {
	for {
		if _, _, err := c.Read(c.ctx); err != nil {
			return websocket.CloseStatus(err)
		}
	}
}

// TestWhoMayConnect holds that pages of other sites cannot open a WebSocket here.
func TestWhoMayConnect(t *testing.T) {
	s := start(t, "--quiet", "--rate", "0")
	host := strings.TrimPrefix(s.url, "http://")
	for _, c := range []struct {
		reason string
		header http.Header
		status int
	}{
		{"no browser", http.Header{}, 101},
		{"our own page", http.Header{"Origin": {"http://" + host}}, 101},
		{"another site", http.Header{"Origin": {"http://evil.example"}}, 403},
		{"another port", http.Header{"Origin": {"http://127.0.0.1:1"}}, 403},
		{"no site", http.Header{"Origin": {"null"}}, 403},
		{"another name of this computer", http.Header{"Host": {"evil.example"}}, 421},
		{"no such protocol", http.Header{"Sec-Websocket-Protocol": {"graphql-ws"}}, 400},
	} {
		got := s.upgrade(t, host, c.header)
		if got != c.status {
			t.Errorf("%s: %d, want %d", c.reason, got, c.status)
		}
	}
}

// upgrade asks for a WebSocket by hand and returns the status.
func (s *running) upgrade(t *testing.T, host string, more http.Header) int {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"/graphql", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header = http.Header{
		"Connection": {"Upgrade"}, "Upgrade": {"websocket"}, "Sec-Websocket-Version": {"13"},
		"Sec-Websocket-Key": {"dGhlIHNhbXBsZSBub25jZQ=="}, "Sec-Websocket-Protocol": {"graphql-transport-ws"},
	}
	for k, v := range more {
		req.Header[k] = v
	}
	if h := req.Header.Get("Host"); h != "" {
		req.Host = h
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	return resp.StatusCode
}
