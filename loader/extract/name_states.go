package extract

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// collectStateNames finds the words that name a state elsewhere and are a part of
// somebody's name in this text: "Foreign Secretary Asad Alam Siam", "Jorge Luis
// Montenegro Chavesta". It reports whether there are any. They are none if the text
// speaks of the state too.
func (d *doc) collectStateNames() bool {
	d.stateNames = d.stateNames[:0]
	if !d.lex.Options.Article {
		return false
	}
	for i := range d.names {
		for j := d.names[i].from; d.names[i].to-d.names[i].from > 1 && j < d.names[i].to; j++ {
			if w := d.stateWord(j); w != "" && !slices.Contains(d.stateNames, w) && !d.speaksOf(w) {
				d.stateNames = append(d.stateNames, w)
			}
		}
	}
	return len(d.stateNames) > 0
}

// stateWord is the one word of a unit that is the name of a state, empty if it is none.
func (d *doc) stateWord(i int) string {
	if u := &d.units[i]; u.set.has(lexicon.Country) && u.to-u.from == 1 && u.cap {
		return d.textOf(i, i+1)
	}
	return ""
}

// speaksOf reports a mention of the state that a word names as a place, as an owner or as that of somebody:
// "in Montenegro", "Montenegro's", "X of Montenegro", "X (Montenegro)".
func (d *doc) speaksOf(w string) bool {
	for i := 0; i+2 < len(d.units); i++ {
		if b := &d.units[max(i-1, 0)]; d.stateWord(i) == w && (b.set.any(lexicon.In, lexicon.To, lexicon.From, lexicon.Of, lexicon.For) && b.actor < 0 || !d.lex.Options.Premodifier && (b.set.has(lexicon.Def) || d.units[i+1].punct == ':') || b.punct == '(' || d.clitic(i+1) && d.units[i+2].set.either(lexicon.Role, lexicon.Portfolio) || d.clitic(i+1) && d.units[i+2].cap) {
			return true
		}
	}
	return false
}

// endsName reports the name of a state right after two or more parts of a person's name
// at units [i, j), where no state can be told: "Asad Alam Siam when he called".
func (d *doc) endsName(i, j int, s sentence) bool {
	if !d.lex.Options.Premodifier || j-i < 2 || d.stateWord(j) == "" || d.capsLine(j) {
		return false
	}
	if j+1 == s.to {
		return false
	}
	n := &d.units[j+1]
	return n.kind != text.Word && !d.clitic(j+1) || !n.cap && (n.set.any(lexicon.Have, lexicon.Be, lexicon.That, lexicon.Who, lexicon.And, lexicon.In, lexicon.Prep) || n.set.has(lexicon.Verb) && !n.set.has(lexicon.Noun))
}

// stateAsSurname reports the name of a state behind one word that no lexicon knows and an office, where states
// stand before names: "Bộ trưởng Tài chính Siniša Mali".
func (d *doc) stateAsSurname(i, j int, s sentence) bool {
	if !d.lex.Options.Tones || j != i+1 || i == s.from || d.stateWord(j) == "" || d.toks[d.units[i].from].AllCaps || d.units[i].known() && !d.units[i].set.has(lexicon.Given) {
		return false
	}
	u := &d.units[i-1]
	return u.set.any(lexicon.Role, lexicon.Honorific, lexicon.Portfolio, lexicon.Country) && d.titleBefore(i, s) && (j+1 == s.to || !d.units[j+1].cap)
}

// standsForName reports a state's name alone that means a person named so in full.
func (d *doc) standsForName(i int, s sentence) bool {
	w := d.stateWord(i)
	return len(d.stateNames) > 0 && w != "" && slices.Contains(d.stateNames, w) && !(i+1 < s.to && d.units[i+1].cap && d.units[i+1].kind == text.Word)
}

// apostrophe reports a mark at the end or the head of a word inside a name: "Shia' Al Sudani", "Fekita 'Utoikamanu".
func (d *doc) apostrophe(j int, s sentence) bool {
	if d.units[j].punct != 0 && d.toks[d.units[j].from].Space && text.Key(d.textOf(j, j+1)) == "'" && j+1 < s.to && d.namePart(j+1) && !d.toks[d.units[j+1].from].Space {
		return d.lex.Options.Article && (j+2 == s.to || text.Key(d.textOf(j+2, j+3)) != "'")
	}
	return d.units[j].punct != 0 && text.Key(d.textOf(j, j+1)) == "'" && !d.toks[d.units[j].from].Space && !d.clitic(j) && j+1 < s.to && (d.namePart(j+1) || d.particle(j+1)) && d.lex.Options.Premodifier
}

// spousesApart keeps a family name alone from the spouse of somebody: "Trump" is not
// "First Lady Melania Trump", whom the press calls so with a title of respect alone.
func (d *doc) spousesApart() {
	for j := range d.forms {
		n := &d.names[j]
		if k := len(n.words) - 1; k < 1 || d.forms[j].Gender <= 0 || !d.spouseBefore(n) {
			continue
		}
		for i := range d.forms {
			if f := &d.forms[i]; len(f.Words) == 1 && f.Words[0] == n.words[len(n.words)-1] && f.Gender == 0 {
				f.Gender = -1
			}
		}
	}
}

// Numbers of persons beyond all others of name.post; see person_relatives.go for the last ones.
const ruler, heir, elder, younger, forebear, other = 1 << 20, 1<<20 + 1, 1<<20 + 2, 1<<20 + 3, 1<<20 + 4, 1<<20 + 5

// rulersApart tells "King Salman" from "Crown Prince Mohammed bin Salman", his son: who reigns is called by his
// own name, never by that of his father. "King Philippe" is not "Ambassador Philippe Dupont" either.
func (d *doc) rulersApart() {
	for i := range d.forms {
		f := &d.forms[i]
		if len(f.Words) != 1 || !d.rulerBefore(&d.names[i]) {
			continue
		}
		if begun := d.begunBy(f.Words[0]); len(begun) > 0 {
			if slices.ContainsFunc(begun, func(j int) bool { return d.officialBefore(&d.names[j]) }) {
				f.Post = ruler
				for _, j := range begun {
					d.forms[j].Post = cmp.Or(d.forms[j].Post, heir)
				}
			}
			continue
		}
		for j := range d.forms {
			if g := &d.forms[j]; (g.Post == 0 || g.Post == heir) && (d.childOf(g.Words, f.Words[0]) || d.officialOnly(j, f.Words[0])) {
				f.Post, g.Post = ruler, heir
			}
		}
	}
}

// officialOnly reports form j that a word ends, and of whose bearer the text tells an office and no throne: "Sultan Ibrahim"
// is not "Prime Minister Anwar Ibrahim".
func (d *doc) officialOnly(j int, word string) bool {
	words := d.forms[j].Words
	if len(words) < 2 || words[len(words)-1] != word {
		return false
	}
	official := false
	for i := range d.forms {
		if !slices.Equal(d.forms[i].Words, words) {
			continue
		}
		if d.rulerBefore(&d.names[i]) {
			return false
		}
		official = official || d.officialBefore(&d.names[i])
	}
	return official
}

// begunBy are the forms of full names that a word begins.
func (d *doc) begunBy(word string) (forms []int) {
	for j := range d.forms {
		if g := &d.forms[j]; len(g.Words) > 1 && g.Words[0] == word {
			forms = append(forms, j)
		}
	}
	return forms
}

// officialBefore reports the title of an office right before a name, of one that no ruler holds.
func (d *doc) officialBefore(n *name) bool {
	if n.from == d.sents[n.sent].from {
		return false
	}
	e, ok := d.units[n.from-1].entry(lexicon.Role)
	return ok && d.lex.Roles[e.Index].Flags.Has("head") && d.lex.Roles[e.Index].Key != "king"
}

// rulerBefore reports the title of a ruler right before a name.
func (d *doc) rulerBefore(n *name) bool {
	if n.from == d.sents[n.sent].from {
		return false
	}
	e, ok := d.units[n.from-1].entry(lexicon.Role)
	return ok && d.lex.Roles[e.Index].Key == "king"
}

// childOf reports a name with word w behind a particle that is not its first word: "X bin W".
func (d *doc) childOf(words []string, w string) bool {
	for k := 2; k < len(words); k++ {
		if words[k] != w {
			continue
		}
		if id, _ := d.word(words[k-1]); id != 0 && d.wordSet(id, text.Token{}).has(lexicon.Particle) {
			return true
		}
	}
	return false
}

// spouseBefore reports a word for a spouse or a relative right before a name.
func (d *doc) spouseBefore(n *name) bool {
	if n.from == d.sents[n.sent].from || !d.lex.Options.Premodifier {
		return false
	}
	e, ok := d.units[n.from-1].entry(lexicon.Role)
	return ok && d.lex.Roles[e.Index].Key == "spouse"
}

// placeElsewhere reports a name of one word that the article also gives to a
// town: "Thị trưởng Namyangju", "chính quyền Namyangju".
func (d *doc) placeElsewhere(n *name) bool {
	if !d.lex.Options.Tones || d.units[n.from].set.either(lexicon.Given, lexicon.Surname) {
		return false
	}
	if d.apposedTown(n) {
		return true
	}
	for i := 1; i < len(d.units); i++ {
		u := &d.units[i]
		if !u.cap || u.to-u.from != n.to-n.from || d.textOf(i, i+1) != n.text {
			continue
		}
		if d.units[i-1].set.any(lexicon.In, lexicon.Namesake, lexicon.Body) || !d.units[i-1].cap && d.units[i-1].set.has(lexicon.Portfolio) && !d.hostBefore(i) {
			return true
		}
	}
	return false
}

// hostBefore reports the word for a host before unit i: "Tổng thống nước chủ nhà Sudarmono".
func (d *doc) hostBefore(i int) bool {
	e, ok := d.units[i-1].entry(lexicon.Role)
	return ok && d.lex.Roles[e.Index].Flags.Has("host")
}

// apposedTown reports the town of an office told behind a name and a comma, at the end of what is said of him:
// "ông Milan X, Thị trưởng Brno."
func (d *doc) apposedTown(n *name) bool {
	i, s := n.from-1, d.sents[n.sent]
	if i < s.from+3 || n.to < s.to && d.units[n.to].punct == 0 {
		return false
	}
	e, ok := d.units[i].entry(lexicon.Role)
	return ok && d.lex.Roles[e.Index].Key == "governor" && d.units[i-1].punct == ',' && d.namePart(i-2) && d.namePart(i-3)
}

// codeOf is the state of a place or a seat.
func (d *doc) codeOf(i int) string {
	for _, e := range d.units[i].entries {
		if e.Code != "" && (e.Class == lexicon.Place || e.Class == lexicon.Country || e.Class == lexicon.Seat) {
			return e.Code
		}
	}
	return ""
}
