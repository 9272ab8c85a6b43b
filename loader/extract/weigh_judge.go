package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/weigh"
)

// Weights are the models of one kind of fact: Told of the sentences, each by itself; Whole of the
// story, with what Told makes of the sentences among its counts.
type Weights struct{ Told, Whole *weigh.Model }

// told is what the sentences make of a subject: the log odds of each that may tell of it, in order, and which of
// them is the surest.
type told struct {
	odds []float64
	best int // of odds
	sent int // of the article
}

// hear puts the next sentence.
func (t *told) hear(sent int, z float64) {
	if len(t.odds) == 0 || z > t.odds[t.best] {
		t.best, t.sent = len(t.odds), sent
	}
	t.odds = append(t.odds, z)
}

// none are the log odds where no sentence tells.
const none = -10.0

// hopeless are the log odds in all below which the weights never end up sure, so that the story need not be asked.
const hopeless = -3.0

// inAll are those of all sentences together.
func (t *told) inAll() float64 {
	if len(t.odds) == 0 {
		return none
	}
	return weigh.Together(t.odds)
}

var toldNames = []string{"told", "told again", "told in all", "told at", "told in", "told nearly in"}

// counts are what the story is told of them; see toldNames.
func (t *told) counts() (out [6]uint8) {
	if len(t.odds) == 0 {
		return out
	}
	again, nearly := none, 0
	for i, z := range t.odds {
		nearly += one(z > -1)
		if i != t.best {
			again = max(again, z)
		}
	}
	return [...]uint8{
		steps(t.odds[t.best]), steps(again), steps(t.inAll()), within(t.best, 20), within(len(t.odds), 20), within(nearly, 9),
	}
}

// steps are log odds from none on in steps of a sixteenth.
func steps(z float64) uint8 { return uint8(min(max(z-none, 0)*16, 255)) }

// Whole is the row of the story with what a model makes of the sentences.
func (s *Sample) Whole(m *weigh.Model) weigh.Row {
	var t told
	for i, r := range s.Told {
		t.hear(i, m.LogOdds(r))
	}
	c := t.counts()
	return slices.Concat(s.Row, c[:], s.Story)
}

// Probability is how sure the weights are.
func (w *Weights) Probability(s *Sample) float64 {
	return weigh.Probability(w.Whole.LogOdds(s.Whole(w.Told)))
}

// inquiry asks a forest about rows that end alike.
type inquiry struct {
	forest *weigh.Forest
	open   weigh.Leaves // what the end leaves open
	end    int          // where it begins
	lanes  [weigh.Lanes]weigh.Row
}

// begin asks what is the same for all rows that follow.
func (q *inquiry) begin(f *weigh.Forest, end weigh.Row) {
	q.forest, q.open, q.end = f, weigh.All, f.Features()-len(end)
	f.Ask(&q.open, q.end, &[weigh.Lanes]weigh.Row{end, end, end, end})
}

// take takes the beginning of the i-th row that is asked about at once.
func (q *inquiry) take(i int, row ...weigh.Row) {
	q.lanes[i] = q.lanes[i][:0]
	for _, r := range row {
		q.lanes[i] = append(q.lanes[i], r...)
	}
}

// logOdds are those of the n rows that have been taken.
func (q *inquiry) logOdds(n int) [weigh.Lanes]float64 {
	left, rows := q.open, q.lanes
	for i := n; i < len(rows); i++ {
		rows[i] = rows[0]
	}
	q.forest.Ask(&left, 0, &rows)
	return q.forest.LogOdds(&left)
}

// verdict is how probable the weights hold something, and the sentence that tells of it if any does.
type verdict struct {
	sure float64
	sent int
}

// jury is the memory of those who are asked, to be used again.
type jury struct {
	inquiry
	here, told []int // subjects: of a zone, and those of which a sentence may tell
	heard      []told
	verdicts   []verdict
}

// judge asks the weights about subjects; the verdicts are good until the next ones.
func (d *doc) judge(k Kind, zones []*weigher, asked []subject) []verdict {
	j := &d.jury
	j.verdicts = slices.Grow(j.verdicts[:0], len(asked))[:len(asked)]
	clear(j.verdicts)
	for _, w := range zones {
		j.here = j.here[:0]
		for i, x := range asked {
			if x.in == w {
				j.here = append(j.here, i)
			}
		}
		if len(j.here) == 0 {
			continue
		}
		d.hear(k, w, asked)
		j.here = slices.DeleteFunc(j.here, func(x int) bool { return j.heard[x].inAll() < hopeless && !asked[x].claimed(k) })
		j.begin(d.weights[k].whole, w.story)
		for some := range slices.Chunk(j.here, weigh.Lanes) {
			for i, x := range some {
				c := j.heard[x].counts()
				j.take(i, asked[x].row(k), c[:])
			}
			odds := j.logOdds(len(some))
			for i, x := range some {
				j.verdicts[x] = verdict{weigh.Probability(odds[i]), j.heard[x].sent}
			}
		}
	}
	return j.verdicts
}

// hear asks what each sentence of a zone tells of those subjects of which it may tell.
func (d *doc) hear(k Kind, w *weigher, asked []subject) {
	j := &d.jury
	j.heard = slices.Grow(j.heard[:0], len(asked))[:len(asked)]
	for _, x := range j.here {
		j.heard[x] = told{odds: j.heard[x].odds[:0]}
	}
	for i, at := range w.sents {
		j.told = j.told[:0]
		for _, x := range j.here {
			if asked[x].heard(k, at) {
				j.told = append(j.told, x)
			}
		}
		if len(j.told) == 0 {
			continue
		}
		w.stage(i)
		j.begin(d.weights[k].told, w.scene.row)
		for some := range slices.Chunk(j.told, weigh.Lanes) {
			for n, x := range some {
				j.take(n, asked[x].told(k))
			}
			odds := j.logOdds(len(some))
			for n, x := range some {
				j.heard[x].hear(at, odds[n])
			}
		}
	}
}
