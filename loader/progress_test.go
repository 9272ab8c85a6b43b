package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/diplograph/diplograph/loader/ingest"
)

func TestProgressLog(t *testing.T) {
	var out bytes.Buffer
	p := newProgress(environment{err: &out}, 10_000_000)
	now := p.start
	p.now = func() time.Time { return now }
	p.show(ingest.Progress{Articles: 1})
	now = now.Add(logEvery - time.Millisecond)
	p.show(ingest.Progress{Articles: 2})
	if out.Len() != 0 {
		t.Errorf("too early: %s", out.String())
	}
	now = p.start.Add(logEvery)
	p.show(ingest.Progress{Articles: 100, Refused: 3, Stored: 50, Bytes: 2_500_000})
	p.show(ingest.Progress{Articles: 101, Bytes: 2_500_000})
	p.end()
	if n := strings.Count(out.String(), "\n"); n != 1 {
		t.Errorf("%d lines, want 1", n)
	}
	for _, part := range []string{"articles=100", "refused=3", "stored=50", "mb=2.5", "of_mb=10", "articles_per_s=20", "left=15s"} {
		if !strings.Contains(out.String(), part) {
			t.Errorf("no %q in %s", part, out.String())
		}
	}
}

func TestProgressOfUnknownLength(t *testing.T) {
	p := newProgress(environment{err: &bytes.Buffer{}}, 0)
	if d := p.left(ingest.Progress{Bytes: 100}); d != 0 {
		t.Errorf("%v left of an unknown length", d)
	}
}

func TestProgressBar(t *testing.T) {
	for _, total := range []int64{0, 1000} {
		var out bytes.Buffer
		p := newProgress(environment{err: &out, terminal: true}, total)
		p.show(ingest.Progress{Articles: 7, Refused: 2, Bytes: 5000}) // more than the total, with standard input
		p.end()
		if s := out.String(); !strings.Contains(s, "7 articles") || !strings.Contains(s, "2 refused") {
			t.Errorf("total %d: bar %q", total, s)
		}
	}
}
