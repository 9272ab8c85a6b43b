package extract

import (
	"math/bits"
	"slices"

	"github.com/diplograph/diplograph/loader/weigh"
)

// weigher makes rows; names is filled with what each count counts when it is asked for.
type weigher struct {
	d      *doc
	zone   int
	traits []trait            // of all persons; those who are not here have no names
	here   []int              // persons of the zone, in order of first mention
	sents  []int              // sentences of the zone
	crowd  []int              // how many persons of the zone stand in each sentence of the text
	homes  []string           // of all persons
	words  [][]string         // of the names of all persons
	ties   *ties              // of all persons
	local  string             // state of the dateline
	story  weigh.Row          // what is the same for all rows
	scenes []scene            // of the sentences
	scene  *scene             // that is on stage
	found  [numSigns]*[]place // the words of each sign, nil before they are asked for
	row    weigh.Row
	names  *[]string
	prefix string // of those names, see of
}

func (w *weigher) put(name string, n int) {
	if w.names != nil {
		*w.names = append(*w.names, w.prefix+name)
	}
	w.row = append(w.row, uint8(min(max(n, 0), 255)))
}

// of makes the names that follow those of what a sign tells: "to signed back". Nobody reads
// them while rows are made.
func (w *weigher) of(before string, s sign) {
	if w.names != nil {
		w.as(before + " " + signNames[s] + " ")
	}
}

// as sets what stands before the names that follow.
func (w *weigher) as(prefix string) { w.prefix = prefix }

func (w *weigher) flag(name string, is bool) { w.put(name, one(is)) }

// flags puts which signs there are.
func (w *weigher) flags(names []string, signs signSet) {
	if w.names != nil {
		*w.names = append(*w.names, names...)
	}
	for s := range numSigns {
		w.row = append(w.row, uint8(signs>>s&1))
	}
}

// both puts the smaller and the greater of two counts.
func (w *weigher) both(name string, a, b, most int) {
	if w.names != nil {
		*w.names = append(*w.names, name+" min", name+" max")
	}
	w.row = append(w.row, uint8(max(min(a, b, most), 0)), uint8(max(min(max(a, b), most), 0)))
}

// flagsOfBoth puts of each sign whether both have it, and whether one has.
func (w *weigher) flagsOfBoth(names []string, x, y signSet) {
	for s := range numSigns {
		if w.names != nil {
			*w.names = append(*w.names, names[s]+" min", names[s]+" max")
		}
		w.row = append(w.row, uint8((x&y)>>s&1), uint8((x|y)>>s&1))
	}
}

// prefixed returns names with something before each.
func prefixed(before string, names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = before + n
	}
	return out
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// canFace: persons of one known state are one side.
func (d *doc) canFace(p, q int) bool { return !d.oneSide([]int{p, q}) }

// zones are the stories of the article, in order.
func (d *doc) zones() (out []int) {
	for k := range d.sents {
		if z := d.zone(k); !slices.Contains(out, z) {
			out = append(out, z)
		}
	}
	return out
}

// mark reads the signs of all sentences.
func (d *doc) mark() {
	d.marks = d.marks[:0]
	for k := range d.sents {
		d.marks = append(d.marks, d.signsOf(k))
	}
}

// read makes ready to make rows of a zone.
func (w *weigher) read(d *doc, zone int, t *ties) {
	*w = weigher{d: d, zone: zone, ties: t, local: d.datelineState(d.items[max(zone, 0)].from), homes: d.homes, words: d.nameWords,
		traits: w.traits, here: w.here[:0], sents: w.sents[:0], crowd: w.crowd, story: w.story, scenes: w.scenes, row: w.row[:0]}
	for i := range w.scenes {
		w.scenes[i].set = false
	}
	w.crowd = slices.Grow(w.crowd[:0], len(d.sents))[:len(d.sents)]
	clear(w.crowd)
	for k := range d.sents {
		if d.zone(k) == zone {
			w.sents = append(w.sents, k)
		}
	}
	w.traits = slices.Grow(w.traits[:0], len(d.persons))[:len(d.persons)]
	for p := range w.traits {
		t := &w.traits[p]
		*t = trait{sents: t.sents[:0], named: t.named[:0], near: t.near}
	}
	w.readTraits()
	for p := range w.traits {
		if len(w.traits[p].named) > 0 {
			w.here = append(w.here, p)
		}
	}
	w.compare()
	w.told()
	w.story = append(w.story[:0], w.row...)
}

// weighers are those of all zones, after the rules.
func (d *doc) weighers() []*weigher {
	d.homes, d.nameWords = d.homes[:0], slices.Grow(d.nameWords[:0], len(d.persons))[:len(d.persons)]
	for p := range d.persons {
		d.homes = append(d.homes, d.homeOf(p))
		words := d.nameWords[p][:0]
		for _, n := range d.persons[p].names {
			for _, w := range d.names[n].words {
				if !slices.Contains(words, w) {
					words = append(words, w)
				}
			}
		}
		d.nameWords[p] = words
	}
	t, zones := d.ties(), d.zones()
	for len(d.weighing) < len(zones) {
		d.weighing = append(d.weighing, new(weigher))
	}
	for i, z := range zones {
		d.weighing[i].read(d, z, t)
	}
	return d.weighing[:len(zones)]
}

// compare tells how each person of the zone stands among the others.
func (w *weigher) compare() {
	for rank, p := range w.here {
		t := &w.traits[p]
		t.rank, t.first = rank, slices.Index(w.sents, t.sents[0])
		for _, q := range w.here {
			t.behind += one(len(w.traits[q].sents) > len(t.sents))
			t.countrymen += one(w.homes[q] == w.homes[p])
		}
		for _, k := range t.sents {
			w.crowd[k]++
		}
		t.near = away(t.near, t.sents, len(w.d.sents))
	}
}

var (
	storyNames = prefixed("story ", signNames[:])
	leadNames  = prefixed("lead ", signNames[:])
)

// told: what the zone as a whole tells.
func (w *weigher) told() {
	d := w.d
	var counts [numSigns]int
	var lead signSet
	for i, k := range w.sents {
		for left := d.marks[k]; left != 0; left &= left - 1 {
			counts[bits.TrailingZeros64(uint64(left))]++
		}
		if i < 2 {
			lead |= d.marks[k]
		}
	}
	for s := range numSigns {
		w.put(storyNames[s], min(counts[s], 5))
		w.flag(leadNames[s], lead.has(s))
	}
	acts, states := 0, []string{}
	for _, r := range w.here {
		acts += one(w.traits[r].subj > 0)
		if c := w.homes[r]; c != "" && !slices.Contains(states, c) {
			states = append(states, c)
		}
	}
	w.put("story acts", min(acts, 9))
	w.put("story persons", min(len(w.here), 15))
	w.put("story states", min(len(states), 8))
	w.put("story sentences", min(len(w.sents), 25))
	w.flag("story is related", w.zone >= 0)
}

// oneOffice: some office of both is the same.
func (d *doc) oneOffice(p, q int) bool {
	return slices.ContainsFunc(d.persons[p].keys, func(k string) bool { return slices.Contains(d.persons[q].keys, k) })
}
