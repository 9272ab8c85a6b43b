package eval

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/extract"
)

// facts is one side of a comparison: the facts wanted of a text, or claimed.
type facts struct{ extract.Facts }

func names(name string, aliases []string) []string { return append([]string{name}, aliases...) }

func (t facts) person(i int) []string { return names(t.Persons[i].Name, t.Persons[i].Aliases) }
func (t facts) party(i int) []string  { return names(t.Parties[i].Name, t.Parties[i].Aliases) }

// find returns the person who has exactly this name, or -1. Spaces, case and
// diacritics do not count.
func (t facts) find(name string) int {
	key := strings.Join(words(name), "")
	for i := range t.Persons {
		if slices.ContainsFunc(t.person(i), func(n string) bool { return strings.Join(words(n), "") == key }) {
			return i
		}
	}
	return -1
}

// forms returns all names of the person called name.
func (t facts) forms(name string) []string {
	if i := t.find(name); i >= 0 {
		return append(t.person(i), name)
	}
	return []string{name}
}

// samePair reports whether meeting i of t and meeting j of u are of the same
// two persons.
func (t facts) samePair(i int, u facts, j int) bool {
	a, b := t.forms(t.Met[i].A), t.forms(t.Met[i].B)
	c, d := u.forms(u.Met[j].A), u.forms(u.Met[j].B)
	return sameAny(a, c) && sameAny(b, d) || sameAny(a, d) && sameAny(b, c)
}

// sameLead wants the same person, and the same country or party if both sides
// give any.
func (t facts) sameLead(i int, u facts, j int) bool {
	l, m := t.Led[i], u.Led[j]
	return sameAny(t.forms(l.Person), u.forms(m.Person)) && sameSide(l, m)
}

func sameSide(l, m extract.FactLead) bool {
	lc, lp, mc, mp := str(l.Country), str(l.Party), str(m.Country), str(m.Party)
	return lc != "" && lc == mc || lp != "" && mp != "" && SameName(lp, mp) || lc+lp == "" || mc+mp == ""
}

func (t facts) sameSigning(i int, u facts, j int) bool {
	a, b := t.Signed[i].Signer, u.Signed[j].Signer
	return a == b || sameAny(t.forms(a), u.forms(b))
}

// str is the value of an optional string, "" for none.
func str(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// europe is the pseudo-country nobody needs to find.
const europe = "EU"

// task is the comparison of the wanted and claimed facts of one kind.
type task struct {
	want, got int
	match     func(w, g int) bool
	optional  func(w int) bool
	free      func(g int) bool    // a claim that is never wrong; nil for none
	again     func(v, w int) bool // wanted fact w repeats v; nil when each counts
	shared    bool                // one claim may answer several wanted facts
	greedy    bool                // a wanted fact takes every claim that matches
}

func tasks(w, g facts) map[Kind]task {
	return map[Kind]task{
		Persons: {want: len(w.Persons), got: len(g.Persons),
			match:    func(i, j int) bool { return sameAny(w.person(i), g.person(j)) },
			optional: func(i int) bool { return w.Persons[i].Optional }},
		Parties: {want: len(w.Parties), got: len(g.Parties),
			match:    func(i, j int) bool { return sameAny(w.party(i), g.party(j)) },
			optional: func(i int) bool { return w.Parties[i].Optional }},
		Countries: {want: len(w.Countries), got: len(g.Countries),
			match:    func(i, j int) bool { return w.Countries[i] == g.Countries[j] },
			optional: func(i int) bool { return w.Countries[i] == europe },
			free:     func(j int) bool { return g.Countries[j] == europe || slices.Contains(w.Optional, g.Countries[j]) }},
		Met: {want: len(w.Met), got: len(g.Met), greedy: true,
			match:    func(i, j int) bool { return w.samePair(i, g, j) },
			optional: func(i int) bool { return w.Met[i].Optional },
			again:    func(v, i int) bool { return w.samePair(v, w, i) }},
		Led: {want: len(w.Led), got: len(g.Led), greedy: true, shared: true,
			match:    func(i, j int) bool { return w.sameLead(i, g, j) },
			optional: func(i int) bool { return w.Led[i].Optional }},
		Signed: {want: len(w.Signed), got: len(g.Signed), greedy: true, shared: true,
			match:    func(i, j int) bool { return w.sameSigning(i, g, j) },
			optional: func(i int) bool { return w.Signed[i].Optional }},
	}
}

// outcome is what a task comes to.
type outcome struct {
	Count
	hits   map[int][]int // wanted fact -> the claims that answer it
	missed []int         // wanted facts, in the order of the list
	wrong  []int         // claims, in the order of the list
}

// do compares. What must be found chooses its claims before what may be.
func (k task) do() outcome {
	o, used, seen := outcome{hits: map[int][]int{}}, make([]bool, k.got), []int{}
	for _, w := range k.order() {
		if k.again != nil && slices.ContainsFunc(seen, func(v int) bool { return k.again(v, w) }) {
			continue
		}
		seen = append(seen, w)
		o.take(k, w, used)
	}
	for g, u := range used {
		if !u && (k.free == nil || !k.free(g)) {
			o.wrong = append(o.wrong, g)
		}
	}
	slices.Sort(o.missed)
	o.FN, o.FP = len(o.missed), len(o.wrong)
	return o
}

// order lists the wanted facts, optional ones last.
func (k task) order() []int {
	order := make([]int, 0, k.want)
	for _, optional := range []bool{false, true} {
		for w := range k.want {
			if k.optional(w) == optional {
				order = append(order, w)
			}
		}
	}
	return order
}

// take finds the claims that answer wanted fact w and marks them used. A
// claim that two wanted facts share counts for the first alone.
func (o *outcome) take(k task, w int, used []bool) {
	var hits []int
	for g := range k.got {
		if (k.shared || !used[g]) && k.match(w, g) {
			hits = append(hits, g)
		}
	}
	optional := k.optional(w)
	if len(hits) == 0 {
		if !optional {
			o.missed = append(o.missed, w)
		}
		return
	}
	if !optional && !used[hits[0]] {
		o.TP++
	}
	if !k.greedy {
		hits = hits[:1]
	}
	for _, g := range hits {
		used[g] = true
	}
	o.hits[w] = hits
}
