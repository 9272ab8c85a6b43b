package extract

import (
	"unicode"
	"unicode/utf8"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// longestSyllable is its length in bytes: "nghiêng" with a mark of tone.
const longestSyllable = 11

// splitSyllables cuts "ThủtướngNguyễn" and "hộiđàm" in a language whose words are
// single syllables: each part is a word of the lexicon. Only what bears its marks is
// cut, else many a foreign name would be.
func (d *doc) splitSyllables(t text.Token, w string) bool {
	if utf8.RuneCountInString(w) == len(w) || resolve.Syllable(w) && hump(w) < 0 {
		return false
	}
	n := len(d.toks)
	for from := 0; from < len(w); {
		to := len(w)
		if h := hump(w[from:]); h > 0 {
			to = from + h
		}
		if !d.cutPiece(t, w, from, to) {
			d.toks, d.ids = d.toks[:n], d.ids[:n]
			return d.cutName(t, w)
		}
		from = to
	}
	return true
}

// cutName cuts the last syllable of a name from the word behind it: "Trần Văn Khảivà". A family name stands one or
// two words before.
func (d *doc) cutName(t text.Token, w string) bool {
	n := len(d.toks)
	if !t.Cap || hump(w) >= 0 || !d.surnameAt(n-1) && !(d.surnameAt(n-2) && d.toks[n-1].Cap && resolve.Syllable(d.toks[n-1].Text(d.text))) {
		return false
	}
	for at := 2; at < len(w)-1; at++ {
		if !utf8.RuneStart(w[at]) || !resolve.Syllable(w[:at]) || !resolve.Syllable(w[at:]) {
			continue
		}
		if id, _ := d.word(w[at:]); id != 0 {
			first, _ := d.word(w[:at])
			d.push(subToken(t, w[:at], t.Start, true), first)
			d.push(subToken(t, w[at:], t.Start+int32(at), false), id)
			return true
		}
	}
	return false
}

// surnameAt reports a family name of one syllable as token i.
func (d *doc) surnameAt(i int) bool {
	if i < 0 || d.ids[i] == 0 || !d.toks[i].Cap || !resolve.Syllable(d.toks[i].Text(d.text)) {
		return false
	}
	set := d.wordSet(d.ids[i], d.toks[i])
	return set.has(lexicon.Surname) && !set.has(lexicon.Honorific)
}

// cutPiece cuts w[from:to], which has no capital inside. The last piece may be a
// foreign name after marked ones: "LàoSonexay", but not "MacCárthaigh".
func (d *doc) cutPiece(t text.Token, w string, from, to int) bool {
	n := len(d.toks)
	if d.cutFrom(t, w, from, to) && (len(d.toks) == n+1 || d.glues(n)) && (!t.Cap || to-from < len(w) || d.startsForm(n)) {
		return true
	}
	if d.toks, d.ids = d.toks[:n], d.ids[:n]; utf8.RuneCountInString(w[:from]) == from || to < len(w) || to-from < 4 {
		return false
	}
	d.push(subToken(t, w[from:to], t.Start+int32(from), false), 0)
	return true
}

// cutFrom cuts w[at:to] into known syllables, the longest first one that leads to the
// end.
func (d *doc) cutFrom(t text.Token, w string, at, to int) bool {
	if at == to {
		return true
	}
	n := len(d.toks)
	for end := min(to, at+longestSyllable); end > at; end-- {
		if end < len(w) && !utf8.RuneStart(w[end]) || !resolve.Syllable(w[at:end]) {
			continue
		}
		id, _ := d.word(w[at:end])
		if id == 0 {
			continue
		}
		d.push(subToken(t, w[at:end], t.Start+int32(at), at == 0), id)
		if d.cutFrom(t, w, end, to) {
			return true
		}
		d.toks, d.ids = d.toks[:n], d.ids[:n]
	}
	return false
}

// glues reports that the parts from token n on make one form of the lexicon or have a
// function word among them: "Phanxicô" is no "Phan xi cô".
func (d *doc) glues(n int) bool {
	if k, _ := d.lex.Match(d.ids[n:], d.toks[n:]); k == len(d.ids)-n {
		return true
	}
	for i := n; i < len(d.ids); i++ {
		if d.lex.Sense(d.ids[i], &d.toks[i]).Classes.Function() {
			return true
		}
	}
	return false
}

// startsForm reports that the parts from token n on begin with a function word or a form of several:
// what has one capital alone may be a foreign name, "Touadéra".
func (d *doc) startsForm(n int) bool {
	k, sense := d.lex.Match(d.ids[n:], d.toks[n:])
	return k > 1 || sense.Classes.Function()
}

// hump is where a capital follows a small letter in w, -1 for nowhere.
func hump(w string) int {
	small := false
	for i, c := range w {
		if small && unicode.IsUpper(c) {
			return i
		}
		small = unicode.IsLower(c)
	}
	return -1
}

// lastSyllable reports that token i is the last syllable of a name, which goes on into no
// small word: "Tô Lâm thời gian qua" is no "lâm thời". first is the first unit of the
// sentence.
func (d *doc) lastSyllable(i, first int) bool {
	if !d.lex.Options.Tones || !d.toks[i].Cap || i+1 >= len(d.toks) || d.toks[i+1].Cap {
		return false
	}
	for k := len(d.units) - 1; k >= first && k >= len(d.units)-3; k-- {
		u := &d.units[k]
		if !u.cap || u.to-u.from != 1 {
			return false
		}
		if u.set.has(lexicon.Surname) && (k == first || !d.units[k-1].cap || d.units[k-1].set.any(lexicon.Role, lexicon.Honorific, lexicon.Portfolio)) {
			return true
		}
	}
	return false
}
