package main

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/diplograph/diplograph/loader/ingest"
)

// logEvery is the time between two lines of a progress that is no bar.
const logEvery = 5 * time.Second

// progress shows how far a load has come: a bar on a terminal, else a line of
// log now and then.
type progress struct {
	bar   *progressbar.ProgressBar // nil when not on a terminal
	log   *slog.Logger
	total int64 // bytes; 0 when unknown
	start time.Time
	last  time.Time
	every time.Duration
	now   func() time.Time
}

func newProgress(e environment, total int64) *progress {
	p := &progress{log: slog.New(slog.NewTextHandler(e.err, nil)), total: total, every: logEvery, now: time.Now}
	p.start = p.now()
	p.last = p.start
	if e.terminal {
		p.bar = newBar(e, total)
	}
	return p
}

func newBar(e environment, total int64) *progressbar.ProgressBar {
	if total == 0 {
		total = -1 // a spinner
	}
	return progressbar.NewOptions64(total,
		progressbar.OptionSetWriter(e.err),
		progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowBytes(true),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionSetWidth(24),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionSetSpinnerChangeInterval(0), // no goroutine of its own
		progressbar.OptionClearOnFinish(),
	)
}

// show is called after every article, from one goroutine.
func (p *progress) show(at ingest.Progress) {
	if p.bar != nil {
		p.bar.Describe(p.describe(at))
		bytes := at.Bytes
		if p.total > 0 {
			bytes = min(bytes, p.total) // standard input is not in the total
		}
		p.bar.Set64(bytes)
		return
	}
	if now := p.now(); now.Sub(p.last) >= p.every {
		p.last = now
		p.log.Info("loading", "articles", at.Articles, "refused", at.Refused, "stored", at.Stored,
			"mb", mega(at.Bytes), "of_mb", mega(p.total), "articles_per_s", p.rate(at), "left", p.left(at))
	}
}

func mega(bytes int64) float64 { return float64(bytes/100_000) / 10 }

func (p *progress) rate(at ingest.Progress) int {
	return int(float64(at.Articles) / max(p.now().Sub(p.start).Seconds(), 0.001))
}

// left estimates the time to the end by the bytes, 0 when it is not known.
func (p *progress) left(at ingest.Progress) time.Duration {
	if at.Bytes <= 0 || at.Bytes >= p.total {
		return 0
	}
	spent := p.now().Sub(p.start).Seconds()
	return time.Duration(spent * float64(p.total-at.Bytes) / float64(at.Bytes) * float64(time.Second)).Round(time.Second)
}

func (p *progress) describe(at ingest.Progress) string {
	s := fmt.Sprintf("%d articles (%d/s)", at.Articles, p.rate(at))
	if at.Refused > 0 {
		s += fmt.Sprintf(", %d refused", at.Refused)
	}
	return s
}

// end takes the bar off the screen.
func (p *progress) end() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
