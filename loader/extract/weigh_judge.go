package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/weigh"
)

// Weights are the models of one kind of fact: Words of the words of a sentence; Told of the sentences, each by itself,
// with what Words makes of it among its counts; Whole of the story, with what Told makes of the sentences among its counts.
type Weights struct {
	Words       *weigh.Linear
	Told, Whole *weigh.Model
}

// told is what the sentences make of a subject: the log odds of each that may tell of it, in order, and which of
// them is the surest.
type told struct {
	odds  []float64
	sents []int // of the article, of each
	best  int   // of odds
	sent  int   // of the article
}

// hear puts the next sentence.
func (t *told) hear(sent int, z float64) {
	if len(t.odds) == 0 || z > t.odds[t.best] {
		t.best, t.sent = len(t.odds), sent
	}
	t.odds, t.sents = append(t.odds, z), append(t.sents, sent)
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

// Wholes are the rows of the story, for all samples of one article with the rows of their sentences, of which a model
// tells what it makes.
func Wholes(all []Sample, rows [][]weigh.Row, m *weigh.Model) []weigh.Row {
	heard, zones := make([]hearing, len(all)), map[int][]*hearing{}
	for i := range all {
		s := &all[i]
		heard[i] = hearing{p: s.p, q: s.q}
		for j, row := range rows[i] {
			heard[i].hear(s.Told[j].at, m.LogOdds(row))
		}
		zones[s.zone] = append(zones[s.zone], &heard[i])
	}
	out, r := make([]weigh.Row, len(all)), rivals{}
	for z, here := range zones {
		r.read(here)
		for i := range all {
			if s := &all[i]; s.zone == z {
				a, b := heard[i].counts(), r.counts(&heard[i])
				out[i] = slices.Concat(s.Row, a[:], b[:], s.Story)
			}
		}
	}
	return out
}

// Probabilities are how sure the weights are of all samples of one article.
func (w *Weights) Probabilities(all []Sample) []float64 {
	out, rows := make([]float64, len(all)), make([][]weigh.Row, len(all))
	for i := range all {
		rows[i] = all[i].Rows(w.Words)
	}
	for i, row := range Wholes(all, rows, w.Told) {
		out[i] = weigh.Probability(w.Whole.LogOdds(row))
	}
	return out
}

// inquiry asks a forest about rows, several at once, each of which is about a subject and tells of a sentence.
type inquiry struct {
	forest       *weigh.Forest
	hear         func(subject, sent int, z float64) // what is done with the log odds of each, in order
	begins, ends [weigh.Lanes]weigh.Row
	about        [weigh.Lanes]struct{ subject, sent int }
	n            int
}

// take takes the next row. The end is not copied: many rows have the same one.
func (q *inquiry) take(subject, sent int, end weigh.Row, begin ...weigh.Row) {
	i := q.n
	q.begins[i] = q.begins[i][:0]
	for _, r := range begin {
		q.begins[i] = append(q.begins[i], r...)
	}
	q.ends[i] = end
	q.about[i].subject, q.about[i].sent = subject, sent
	if q.n++; q.n == weigh.Lanes {
		q.ask()
	}
}

// ask asks about the rows that have been taken and not asked about.
func (q *inquiry) ask() {
	if q.n == 0 {
		return
	}
	left, begins, ends := weigh.All, q.begins, q.ends
	for i := q.n; i < weigh.Lanes; i++ {
		begins[i], ends[i] = begins[0], ends[0]
	}
	q.forest.Ask(&left, 0, &begins)
	q.forest.Ask(&left, len(begins[0]), &ends)
	odds := q.forest.LogOdds(&left)
	for i, a := range q.about[:q.n] {
		q.hear(a.subject, a.sent, odds[i])
	}
	q.n = 0
}

// verdict is how probable the weights hold something, and the sentence that tells of it if any does.
type verdict struct {
	sure float64
	sent int
}

// jury is the memory of those who are asked, to be used again.
type jury struct {
	inquiry
	asked    []subject
	here     []int // subjects of a zone
	heard    []hearing
	zone     []*hearing // those of here
	rivals   rivals
	verdicts []verdict
}

// judge asks the weights about subjects; the verdicts are good until the next ones.
func (d *doc) judge(k Kind, zones []*weigher, asked []subject) []verdict {
	j := &d.jury
	if j.rivals == nil {
		j.rivals = rivals{}
	}
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
		if len(j.here) == 0 {
			continue
		}
		j.rivals.read(j.zone)
		j.forest, j.hear = d.weights[k].whole, func(x, sent int, z float64) { j.verdicts[x] = verdict{weigh.Probability(z), sent} }
		for _, x := range j.here {
			h := &j.heard[x]
			c, r := h.counts(), j.rivals.counts(h)
			j.take(x, h.sent, w.story, asked[x].row(k), c[:], r[:])
		}
		j.ask()
	}
	return j.verdicts
}

// hear asks what each sentence of a zone tells of those subjects of which it may tell.
func (d *doc) hear(k Kind, w *weigher, asked []subject) {
	j := &d.jury
	j.heard = slices.Grow(j.heard[:0], len(asked))[:len(asked)]
	j.zone = j.zone[:0]
	for _, x := range j.here {
		h := &j.heard[x]
		*h = hearing{p: asked[x].p, q: asked[x].q, told: told{odds: h.odds[:0], sents: h.sents[:0]}}
		j.zone = append(j.zone, h)
	}
	j.forest, j.hear = d.weights[k].told, func(x, sent int, z float64) { j.heard[x].hear(sent, z) }
	for i, at := range w.sents {
		for _, x := range j.here {
			if !asked[x].heard(k, at) {
				continue
			}
			w.stage(i)
			words := weigh.Row{steps(d.weights[k].words.LogOdds(w.grams(asked[x].p, asked[x].q)))}
			j.take(x, at, w.scene.row, asked[x].told(k), words)
		}
	}
	j.ask()
}
