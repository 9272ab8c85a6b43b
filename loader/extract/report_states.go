package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// noState reports a word for a state that means something else here: a language, a currency, a street, or is a syllable
// of somebody's name.
func (d *doc) noState(i int) bool {
	s := d.sents[d.sentenceAt(i)]
	return d.partOfSign(i) || d.language(i, s) || d.streetName(i, s) || d.nameSyllable(i, s)
}

// partOfSign reports "US" in "US$200", or another abbreviation that is a part of one.
func (d *doc) partOfSign(i int) bool {
	t := d.toks[d.units[i].from]
	if at := t.Start; at > 0 && (d.text[at-1] == '&' || at > 1 && d.text[at-1] == '.' && d.text[at-2] != '.' && t.AllCaps && t.End-at == 2) {
		return true // "TG&VN", "VOV.VN"
	}
	return i+1 < len(d.units) && !d.toks[d.units[i+1].from].Space && d.textOf(i+1, i+2) == "$"
}

// language reports an adjective right behind a preposition, also of belonging where it has a small letter, that no noun
// follows: "en anglais", "l'enseignement du français", "from Malay into English".
func (d *doc) language(i int, s sentence) bool {
	if e, ok := d.units[i].entry(lexicon.Adj); !ok || e.Form&lexicon.Plural != 0 || d.units[i].cap && !d.lex.Options.Premodifier {
		return false
	}
	if i == s.from || d.units[i].set.either(lexicon.Country, lexicon.Place) || d.units[i].to-d.units[i].from > 1 {
		return false
	}
	b := &d.units[i-1]
	if (b.set.has(lexicon.And) || b.punct == ',') && i-2 > s.from && d.language(i-2, s) {
		return true
	}
	if !(d.governsPlace(b) && !b.set.either(lexicon.Def, lexicon.Of) || !d.units[i].cap && !d.lex.Options.Premodifier && b.set.has(lexicon.Of)) {
		return false
	}
	for i++; i+1 < s.to && (d.units[i].set.has(lexicon.And) || d.units[i].punct == ',') && d.units[i+1].set.has(lexicon.Adj); i += 2 {
	}
	return i >= s.to || d.units[i].kind != text.Word || !d.units[i].cap && d.units[i].known() && !d.units[i].set.any(lexicon.Noun, lexicon.Role, lexicon.Portfolio, lexicon.Body, lexicon.Namesake, lexicon.Adj, lexicon.Thing)
}

// governsPlace reports a preposition of place, or a verb that ends with one: "switched to".
func (d *doc) governsPlace(u *unit) bool {
	return u.set.any(lexicon.In, lexicon.To, lexicon.From) || u.set.has(lexicon.Verb) && (d.endsWith(u, lexicon.To) || d.endsWith(u, lexicon.In))
}

// streetName reports a state after which a street, a building, a station or a club is called: "avenue d'Italie",
// "boulevard des Italiens", "Radio New Zealand".
func (d *doc) streetName(i int, s sentence) bool {
	k := i - 1
	for k > s.from && d.units[k].set.either(lexicon.Of, lexicon.Def) {
		k--
	}
	if k < s.from || !d.units[i].cap || d.lex.Options.Premodifier && !d.units[i].set.has(lexicon.Country) {
		return false
	}
	return slices.ContainsFunc(d.units[k].entries, func(e lexicon.Entry) bool { return e.Class == lexicon.Namesake && e.Index == 3 })
}

// nameSyllable reports the short name of a state, of one syllable, that ends the name of somebody who signs a report or
// begins that of somebody who is addressed so: "Tin: Duy Anh", "Anh Khamla X kể lại".
func (d *doc) nameSyllable(i int, s sentence) bool {
	u := &d.units[i]
	if !d.lex.Options.Tones || u.to-u.from > 1 || !u.set.has(lexicon.Country) || !u.cap || !resolve.Syllable(d.textOf(i, i+1)) {
		return false
	}
	if i > s.from && d.units[i-1].to-d.units[i-1].from == 1 && d.unlistedCapital(i-1) && resolve.Syllable(d.textOf(i-1, i)) {
		return true
	}
	if d.signature(i, s) || d.inPlaceName(i, s) {
		return true
	}
	return (i == s.from || d.units[i-1].punct != 0) && u.set.has(lexicon.Honorific) && i+1 < s.to && d.units[i+1].cap && d.units[i+1].name >= 0
}

// inPlaceName reports such a name as the first syllable of that of a place, behind a word for one or the other of two joined by a dash: "làng Nga
// Sơn", "thác Bản Giốc - Đức Thiên".
func (d *doc) inPlaceName(i int, s sentence) bool {
	if i+1 >= s.to || !d.unlistedCapital(i+1) || !resolve.Syllable(d.textOf(i+1, i+2)) {
		return false
	}
	k := i - 1
	if k > s.from && d.inDash(i) && d.units[k].punct == '-' {
		for k--; k > s.from && k > i-5 && d.units[k].cap && d.units[k].punct == 0; k-- {
		}
	}
	return k >= s.from && d.units[k].punct == 0 && d.units[k].set.either(lexicon.Namesake, lexicon.Thing)
}

// signature reports a state in a sentence, or what is behind its colon, that is two to four capitalised words, the others
// unknown: "Ảnh: Đức Tám".
func (d *doc) signature(i int, s sentence) bool {
	from, to := i, i+1
	for from > s.from && d.units[from-1].punct != ':' {
		from--
	}
	for to < s.to && d.units[to].punct != '.' {
		to++
	}
	for k := from; k < to; k++ {
		if u := &d.units[k]; k != i && (u.kind != text.Word || !u.cap || u.known() && !onlyName(u.set)) {
			return false
		}
	}
	return to-from > 1 && to-from < 5
}

// inDash reports a unit beside a dash: "Việt - Trung".
func (d *doc) inDash(i int) bool {
	dash := func(j int) bool {
		return j >= 0 && j < len(d.units) && (d.units[j].punct == '-' || d.textOf(j, j+1) == "–")
	}
	glued := func(j int) bool { return j < len(d.units) && d.toks[d.units[j].from].Glued }
	return dash(i-1) || dash(i+1) || glued(i) || glued(i+1)
}

func (d *doc) prefixInUse(i int) bool {
	return i+1 < len(d.units) && d.toks[d.units[i+1].from].Glued && d.units[i+1].kind == text.Word
}

func (d *doc) mediaOrCompany(u *unit) bool {
	e, ok := u.entry(lexicon.Org)
	return ok && (d.lex.Orgs[e.Index].Kind == "media" || d.lex.Orgs[e.Index].Kind == "company")
}

// statesInside are the states named inside a longer form, but no other one than its own in that of a party whose state
// the article names too while it does not name the other: "le Parti du travail de Corée" in one on the Korean north.
func (d *doc) statesInside(u *unit) (codes []string) {
	if e, ok := u.entry(lexicon.Org); ok && e.Code == "" && d.lex.Orgs[e.Index].Kind == "intergovernmental" {
		return nil // "Organisation des États américains"
	}
	party := parties(u)
	seat, isSeat := u.entry(lexicon.Seat)
	foreign := func(code string) bool {
		return isSeat && seat.Code != code || len(party) == 1 && party[0].Code != code && d.namesState(party[0].Code) && !d.namesState(code)
	}
	for i := u.from; i < u.to; {
		n, sense := d.lex.Match(d.ids[i:u.to], d.toks[i:u.to])
		if i == u.from && n == u.to-u.from {
			n, sense = d.lex.Match(d.ids[i:i+1], d.toks[i:i+1])
		}
		for _, e := range sense.Entries {
			if (e.Class == lexicon.Country || e.Class == lexicon.Adj && !d.lex.Options.Tones) && e.Code != "UN" {
				if own := len(party) == 1 && slices.ContainsFunc(sense.Entries, func(x lexicon.Entry) bool { return x.Code == party[0].Code }); own {
					codes = append(codes, party[0].Code) // "le Parti congolais du travail"
				} else if e.Class == lexicon.Adj && !isSeat || !foreign(e.Code) {
					codes = append(codes, e.Code)
				}
				break
			}
		}
		i += max(n, 1)
	}
	return codes
}
