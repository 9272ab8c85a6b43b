package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// settleParties decides what the names that several parties share stand for: an abbreviation for
// the party behind whose name it stands in brackets, "le Parti communiste de Cuba (PCC)", any other
// name for the one of the state that the article names unmistakably nearest to it. Where it names
// none of these states the name stands for a party of a state that is not known.
func (d *doc) settleParties() {
	defined := d.definedParties()
	var sure map[string][]int
	for i := range d.units {
		u := &d.units[i]
		if !u.set.has(lexicon.Party) {
			continue
		}
		if is, ok := defined[d.textOf(i, i+1)]; ok {
			u.mean(is)
		} else if d.noParty(i) {
			u.mean(nil)
			if u.to-u.from > 1 {
				u.set.add(lexicon.Thing) // and no part of a person's name either
			}
		}
		all := parties(u)
		if len(all) < 2 {
			continue
		}
		if sure == nil {
			sure = d.sureStates()
		}
		state, next := nearest(i, sure, all, lexicon.Party), d.stateOfNext(i)
		if others := slices.DeleteFunc(slices.Clone(all), func(e lexicon.Entry) bool { return e.Code == next }); state != "" && state == next {
			if own := nearest(i, sure, others, lexicon.Party); own != "" {
				state = own
			}
		}
		if state != "" {
			u.mean(slices.DeleteFunc(all, func(e lexicon.Entry) bool { return e.Code != state }))
		} else if i+2 < len(d.units) && d.units[i+1].punct == '(' && len(defined[d.textOf(i+2, i+3)]) == 1 {
			u.mean(defined[d.textOf(i+2, i+3)]) // "le Parti libéral-démocrate (PLD)"
		} else {
			all[0].Code = ""
			u.mean(all[:1])
		}
	}
}

// stateOfNext is the state before the office of somebody whom "and" joins to who has one in the party at unit i: "the chairman of
// the Democratic Party and U.S. Ambassador X"; empty for none.
func (d *doc) stateOfNext(i int) string {
	j := i + 1
	if j < len(d.units) && d.units[j].punct == ',' {
		j++
	}
	if j+2 >= len(d.units) || !d.units[j].set.has(lexicon.And) || !d.units[j+2].set.has(lexicon.Role) {
		return ""
	}
	return stateCode(&d.units[j+1])
}

// mean makes a name stand for no parties but these.
func (u *unit) mean(parties []lexicon.Entry) {
	u.entries = append(slices.DeleteFunc(slices.Clone(u.entries), isParty), parties...)
	if len(parties) == 0 {
		u.set.drop(lexicon.Party)
	}
}

func isParty(e lexicon.Entry) bool { return e.Class == lexicon.Party }

// parties are those that a unit can name.
func parties(u *unit) (out []lexicon.Entry) {
	for _, e := range u.entries {
		if isParty(e) {
			out = append(out, e)
		}
	}
	return out
}

// definedParties are the abbreviations in brackets that the lexicon knows, with the parties that
// the name in front leaves of those, or makes them: none where no lexicon has it, or where what it stands for is
// something else, "le Front de la Patrie du Vietnam (FPV)".
func (d *doc) definedParties() map[string][]lexicon.Entry {
	var defined map[string][]lexicon.Entry
	for i := 1; i+2 < len(d.units); i++ {
		short := &d.units[i+1]
		if d.units[i].punct != '(' || d.units[i+2].punct != ')' || !short.set.has(lexicon.Party) {
			continue
		}
		is, ok := d.partiesNamed(i, parties(short))
		if !ok {
			continue
		}
		if defined == nil {
			defined = map[string][]lexicon.Entry{}
		}
		defined[d.textOf(i+1, i+2)] = is
	}
	return defined
}

// partiesNamed are those of some parties of one abbreviation that the words in front of unit end name; ok is
// false when these do not tell.
func (d *doc) partiesNamed(end int, short []lexicon.Entry) (is []lexicon.Entry, ok bool) {
	if long := parties(&d.units[end-1]); slices.ContainsFunc(long, func(e lexicon.Entry) bool { return e.Form&lexicon.Weak == 0 }) {
		both := slices.DeleteFunc(slices.Clone(short), func(e lexicon.Entry) bool {
			return !slices.ContainsFunc(long, func(x lexicon.Entry) bool { return x.Index == e.Index })
		})
		if len(both) > 0 {
			return both, true
		}
		return long, true
	}
	const reach = 10
	head, states := false, []string{}
	for i := end - 1; i >= 0 && i > end-reach; i-- {
		u := &d.units[i]
		if !u.cap && !u.set.any(lexicon.PartyWord, lexicon.Adj, lexicon.Of, lexicon.Def, lexicon.For, lexicon.And) {
			break
		}
		head = head || u.set.either(lexicon.PartyWord, lexicon.Party)
		if code := stateCode(u); code != "" {
			states = append(states, code)
		}
	}
	if !head || len(states) == 0 {
		from, ok := d.spelledOut(end, d.textOf(end+1, end+2))
		if !ok {
			return nil, false
		}
		if d.isThing(from, end) {
			return nil, true
		}
		return slices.DeleteFunc(slices.Clone(short), func(e lexicon.Entry) bool { return len(states) > 0 && !slices.Contains(states, e.Code) }), true
	}
	return slices.DeleteFunc(slices.Clone(short), func(e lexicon.Entry) bool { return !slices.Contains(states, e.Code) }), true
}

// isThing reports that the name in units [from, to) is that of a thing as no party is, by its head: "Programme
// alimentaire mondial", "Trans-Pacific Partnership".
func (d *doc) isThing(from, to int) bool {
	head := from
	if d.lex.Options.Premodifier {
		for head = to - 1; head > from && !d.units[head].set.any(lexicon.Thing, lexicon.Body, lexicon.Noun); head-- {
		}
	}
	u := &d.units[head]
	return u.set.has(lexicon.Org) && head == from || u.set.any(lexicon.Thing, lexicon.Body, lexicon.Noun) && !u.set.either(lexicon.PartyWord, lexicon.Party) && !d.lex.PartyHead(d.textOf(head, head+1))
}

// amongParties reports a name that "and" or a comma joins to that of another party of the state: "with National
// and Labour in favour", "les Verts et le Parti socialiste".
func (d *doc) amongParties(i int, s sentence) bool {
	e, _ := d.units[i].entry(lexicon.Party)
	for _, step := range []int{-1, 1} {
		next := func(k int) int {
			if k += step; k >= s.from && k < s.to && d.units[k].set.has(lexicon.Def) {
				k += step
			}
			return k
		}
		joint := next(i)
		if joint < s.from || joint >= s.to || !d.units[joint].set.has(lexicon.And) && d.units[joint].punct != ',' {
			continue
		}
		if k := next(joint); k >= s.from && k < s.to {
			if x, ok := d.units[k].entry(lexicon.Party); ok && x.Code == e.Code && x.Index != e.Index {
				return true
			}
		}
	}
	return false
}
