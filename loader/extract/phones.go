package extract

import "github.com/diplograph/diplograph/loader/lexicon"

// onPhone reports a telephone at the start of the sentence, or right after the object.
func (f *frame) onPhone(end int) bool {
	start := f.d.afterDateline(f.s)
	for i := start; i < f.s.to && i < end+2; i++ {
		if f.d.units[i].actor < 0 && f.d.units[i].set.has(lexicon.Phone) {
			return i < start+3 || i >= end
		}
	}
	return false
}

// phoneAfter reports a telephone right after the object, or before the partner: "reached X by
// phone", "agreed over the telephone with X".
func (f *frame) phoneAfter() bool {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.g.at && a.prev < 0 {
			if f.onPhoneBetween(f.g.at+1, a.from) {
				return true
			}
			end := f.d.groupEnd(n)
			return end < f.s.to && (f.d.units[end].set.has(lexicon.Phone) || end+1 < f.s.to && f.d.units[end+1].set.has(lexicon.Phone))
		}
	}
	return false
}

// onPhoneBetween reports a telephone among units [from, to) of a language that tells the
// means before the partner.
func (f *frame) onPhoneBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if f.d.units[i].set.has(lexicon.Phone) {
			return true
		}
	}
	return false
}
