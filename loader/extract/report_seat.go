package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// seat is the place of an office of which many places have one, as its title
// tells it: of an ambassador the states it is in, else the province or city.
func (d *doc) seat(r *roleUse) string {
	switch r.key {
	case "ambassador":
		return strings.Join(d.postings(r), "+")
	case "governor", "president", "vice_president", "chairman":
		return d.province(r)
	}
	return ""
}

// postings are the states in a title other than the one that sends.
func (d *doc) postings(r *roleUse) []string {
	var codes []string
	for i := r.from + 1; i < r.to; i++ {
		if e, ok := d.units[i].entry(lexicon.Country); ok && e.Code != r.code && r.code != "" {
			codes = append(codes, e.Code)
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// province is the last place of a title, by its key: one that is known, else a
// name that means nothing else.
func (d *doc) province(r *roleUse) string {
	for i := r.to - 1; i > r.from; i-- {
		u := &d.units[i]
		if e, ok := u.entry(lexicon.Place); ok {
			key, _ := lexicon.PlaceKey(e.Code, d.textOf(i, i+1))
			return key
		}
		if !u.cap || u.known() || u.name >= 0 {
			continue
		}
		from := i
		for from-1 > r.from && d.units[from-1].cap && !d.units[from-1].known() {
			from--
		}
		key, _ := lexicon.PlaceKey(r.code, d.textOf(from, i+1))
		return key
	}
	return cmp.Or(d.placeAhead(r), d.thatTown(r))
}

// placeAhead is the place right before a title, where words that tell of what something is stand there:
// "met Lao Cai Vice Chairman X", but not "in Lao Cai Vice Chairman X met".
func (d *doc) placeAhead(r *roleUse) string {
	if i := r.from - 1; d.lex.Options.Premodifier && i > 0 && !d.units[i].set.has(lexicon.Country) && d.units[i].name < 0 && !d.units[i-1].set.any(lexicon.In, lexicon.To, lexicon.From) {
		if e, ok := d.units[i].entry(lexicon.Place); ok {
			key, _ := lexicon.PlaceKey(e.Code, d.textOf(i, i+1))
			return key
		}
	}
	return ""
}

// thatTown is the place, told before in the sentence, that a title only points to:
// "received in Haiphong by the deputy mayor of that city".
func (d *doc) thatTown(r *roleUse) string {
	if r.to-r.from < 3 || !d.units[r.to-2].set.has(lexicon.Dem) {
		return ""
	}
	for i := r.from - 1; i > 0 && d.units[i].punct != '.'; i-- {
		u := &d.units[i]
		if e, ok := u.entry(lexicon.Place); ok && !u.set.has(lexicon.Country) && u.name < 0 && d.units[i-1].set.either(lexicon.In, lexicon.To) {
			key, _ := lexicon.PlaceKey(e.Code, d.textOf(i, i+1))
			return key
		}
	}
	return ""
}

// seatState is the state of the place that an office without a state is of: "Bali Governor X", "the chairman of
// the Hue People's Committee"; empty if none is told.
func (d *doc) seatState(a *actor) string {
	if !d.lex.Options.Premodifier {
		return ""
	}
	for i := range a.roles {
		r := &a.roles[i]
		if r.key != "governor" && r.key != "chairman" {
			continue
		}
		if d.placeAhead(r) != "" {
			e, _ := d.units[r.from-1].entry(lexicon.Place)
			return e.Code
		}
	}
	return ""
}

// townBefore reports a place at unit i that tells of where the office of actor a is: "was the guest of Bali Governor
// X".
func (d *doc) townBefore(a *actor, i int) bool {
	if len(a.roles) == 0 || a.roles[0].from != a.from || a.roles[0].key != "governor" && a.roles[0].key != "chairman" {
		return false
	}
	return d.units[i].actor < 0 && d.placeAhead(&a.roles[0]) != ""
}
