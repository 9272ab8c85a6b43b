package judge

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// The resolver of nomenklatura keeps one edge per line, a JSON list of target,
// source, judgement, score, user and time. The target is the greater of the
// two ids in its order: ids of its own ("NK-…") after those of sources, and
// Wikidata ids after both.

// The judgements of an edge. Others ("unsure", "no_judgement") decide nothing.
const (
	positive = "positive"
	negative = "negative"
)

// maxEdge is the longest line of edges, in bytes.
const maxEdge = 1 << 20

// WriteEdges writes judgements as edges of a resolver. The grounds of a
// judgement have no place in it.
func WriteEdges(w io.Writer, js []graph.Judgement) error {
	for _, j := range js {
		target, source := edgeID(j.A), edgeID(j.B)
		if lessID(target, source) {
			target, source = source, target
		}
		verdict := negative
		if j.Same {
			verdict = positive
		}
		line := graph.MarshalCanonical([]any{target, source, verdict, nil, orNull(j.Who), orNull(string(j.When))})
		if _, err := w.Write(append(line, '\n')); err != nil {
			return fmt.Errorf("writing edges: %w", err)
		}
	}
	return nil
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// edgeID is a reference as the id of an entity: an id as it is, a key or name
// as graph.PersonRef.String gives it.
func edgeID(r graph.PersonRef) string {
	if r.ID != "" {
		return string(r.ID)
	}
	return refPrefix + r.String()
}

// refPrefix tells a key or name from an id.
const refPrefix = "ref:"

func lessID(a, b string) bool {
	if x, y := rank(a), rank(b); x != y {
		return x < y
	}
	return a < b
}

func rank(id string) int {
	digits, q := strings.CutPrefix(id, "Q")
	switch {
	case q && digits != "" && strings.Trim(digits, "0123456789") == "":
		return 3
	case strings.HasPrefix(id, "NK-"):
		return 2
	}
	return 1
}

// ReadEdges reads edges of a resolver. Those that decide nothing are skipped
// and counted. A bad line fails with its number; the error is ErrInvalid.
func ReadEdges(r io.Reader) (js []graph.Judgement, skipped int, err error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxEdge)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		j, decides, err := parseEdge(lines.Bytes())
		if err != nil {
			return nil, 0, fmt.Errorf("line %d: %w", n, err)
		}
		if !decides {
			skipped++
			continue
		}
		js = append(js, j)
	}
	if err := lines.Err(); err != nil {
		return nil, 0, fmt.Errorf("reading edges: %w", err)
	}
	return js, skipped, nil
}

func parseEdge(line []byte) (j graph.Judgement, decides bool, err error) {
	var columns []any
	if err := json.Unmarshal(line, &columns); err != nil || len(columns) < 6 {
		return j, false, fmt.Errorf("no JSON list of target, source, judgement, score, user and time: %w", graph.ErrInvalid)
	}
	text := func(i int) string { s, _ := columns[i].(string); return s }
	verdict := text(2)
	deleted := len(columns) > 6 && columns[6] != nil
	if verdict != positive && verdict != negative || deleted {
		return j, false, nil
	}
	j = graph.Judgement{Same: verdict == positive, Who: text(4)}
	if when := text(5); len(when) >= 10 {
		j.When = graph.Date(when[:10])
	}
	if j.A, err = parseID(text(0)); err == nil {
		j.B, err = parseID(text(1))
	}
	if err == nil {
		err = j.Validate()
	}
	return j, true, err
}

func parseID(id string) (graph.PersonRef, error) {
	if ref, ok := strings.CutPrefix(id, refPrefix); ok {
		return graph.ParsePersonRef(ref)
	}
	if id == "" {
		return graph.PersonRef{}, fmt.Errorf("an id is missing: %w", graph.ErrInvalid)
	}
	return graph.PersonRef{ID: graph.PersonID(id)}, nil
}
