package extract

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// detectWords is how many words language detection looks at.
const detectWords = 120

// probe is the beginning of a text, cut once for all the lexicons that try it. What
// it knows of the words in the lexicon chosen need not be looked up again.
type probe struct {
	text string
	toks []text.Token
	keys []lexicon.Key // of the words
	ids  []int32       // of the words, in the lexicon tried last
	buf  []byte

	chosen *lexicon.Lexicon // nil until there is one
	found  []int32          // of the words, in the lexicon chosen
	next   int              // token to recall next
}

// look cuts the first words of a text by the rules of all languages together.
func (p *probe) look(s string, words int, r *text.Rules) {
	p.text, p.chosen = s, nil
	p.toks = text.Tokenize(p.toks[:0], s, 0, prefix(s, words*8), r)
	p.keys = slices.Grow(p.keys[:0], len(p.toks))[:len(p.toks)]
	for i, t := range p.toks {
		if t.Kind == text.Word {
			p.keys[i], p.buf = lexicon.KeyOf(p.buf, t.Text(s))
		}
	}
}

// detect returns the lexicon whose function words fill the text best, nil if none fills a
// seventh of it; where they are sparse it is enough to know half of the words by their marks:
// a lead full of long titles.
func (x *Extractor) detect(p *probe, s string) *lexicon.Lexicon {
	if len(s) >= shortText {
		p.look(s, glimpseWords, &x.rules)
		if l := x.glimpse(p); l != nil {
			return l
		}
	}
	p.look(s, detectWords, &x.rules)
	if len(s) < shortText {
		if l := x.detectShort(p); l != nil {
			return l
		}
	}
	var best *lexicon.Lexicon
	bestShare := 1.0 / 7
	for _, l := range x.lexicons {
		l = l.For(s)
		least := bestShare
		if best == nil && l.Options.Sparse {
			least = 0
		}
		words, hits, content := p.tally(l, least)
		if words == 0 {
			continue
		}
		if share := float64(hits) / float64(words); share > bestShare || best == nil && l.Options.Sparse && (share > 1.0/12 || 2*content > words) {
			best, bestShare = l, share
			p.choose(l)
		}
	}
	return best
}

// glimpseWords is how many words tell the language of most texts.
const glimpseWords = 32

// glimpse returns the lexicon that has many function words among the first words of a text and, unless they
// are so many that no rival can have as many, alone has them. It is nil if there is no such one, or if the
// text is to be read without diacritics.
func (x *Extractor) glimpse(p *probe) (found *lexicon.Lexicon) {
	for _, l := range x.lexicons {
		words, hits, content := p.tally(l, 0)
		many := hits*4 > words || l.Options.Sparse && 2*content > words
		switch {
		case words < glimpseWords/3 || hits*8 < words && !many:
			continue
		case found != nil || !many:
			return nil
		}
		found = l
		p.choose(l)
		if hits*3 > words {
			break
		}
	}
	if found != nil && found.For(p.text) != found {
		return nil
	}
	return found
}

// choose keeps what the last tally has looked up.
func (p *probe) choose(l *lexicon.Lexicon) {
	p.chosen = l
	p.ids, p.found = p.found, p.ids
}

// rewind makes ready to recall the words of a text, from its first one on, if they
// are known.
func (p *probe) rewind(s string, l *lexicon.Lexicon) {
	if p.next = 0; p.chosen != l || p.text != s {
		p.next = len(p.toks)
	}
}

// recall returns the id of a word; known is false if the probe does not have it.
func (p *probe) recall(t text.Token) (id int32, known bool) {
	for p.next < len(p.toks) && p.toks[p.next].Start < t.Start {
		p.next++
	}
	if p.next == len(p.toks) || p.toks[p.next].Start != t.Start || p.toks[p.next].End != t.End {
		return 0, false
	}
	return p.found[p.next], true
}

// shortText is the length in bytes below which a text is told by its offices, verbs,
// nouns and demonyms first: a caption has hardly a function word.
const shortText = 320

// detectShort returns the lexicon that knows the largest part of a short text,
// a third at least; of two that know as much, neither is sure.
func (x *Extractor) detectShort(p *probe) (best *lexicon.Lexicon) {
	most, tie := 0, false
	for _, l := range x.lexicons {
		l = l.For(p.text)
		words, _, hits := p.tally(l, 0)
		if hits < 2 || hits*3 < words || hits < most {
			continue
		}
		tie = hits == most
		best, most = l, hits
	}
	if tie {
		return nil
	}
	return best
}

// tally counts the words of a text, those that a lexicon knows as function words,
// and with these those it knows as offices, verbs or nouns of contact; a name that
// nobody knows belongs to no language and is no word. It gives up, with no words, as soon as
// function words cannot be more than the least share of them.
func (p *probe) tally(l *lexicon.Lexicon, least float64) (words, function, content int) {
	p.ids = slices.Grow(p.ids[:0], len(p.toks))[:len(p.toks)]
	most, unknown := len(p.toks), 0 // words that may be known, and that are not
	for i, t := range p.toks {
		if p.ids[i] = 0; t.Kind == text.Word {
			p.ids[i] = l.Find(p.keys[i])
			unknown += one(p.ids[i] == 0 && !t.Cap)
		}
		most -= one(p.ids[i] == 0)
		if float64(most) <= least*float64(most+unknown) {
			return 0, 0, 0
		}
	}
	for i := 0; i < len(p.toks); {
		n, sense := l.Match(p.ids[i:], p.toks[i:])
		if p.toks[i].Kind == text.Word && (p.ids[i] != 0 || !p.toks[i].Cap) {
			words++
			set := classSet(sense.Classes)
			w := weight(set, p.toks, i)
			function += w
			if w == 0 && (set.any(lexicon.Role, lexicon.Verb, lexicon.Noun, lexicon.Adj) || l.Options.Tones && p.ids[i] != 0 && bearsMark(p.toks[i].Text(p.text))) {
				w = 1
			}
			content += w
		}
		i += max(n, 1)
	}
	return words, function, content
}

// bearsMark reports a word with a letter that Western Europe does not write: where a
// lexicon tells words apart by their marks, one that it knows is of its language.
func bearsMark(w string) bool {
	return strings.ContainsFunc(w, func(c rune) bool { return c > unicode.MaxLatin1 })
}

// allRules are the rules of all the lexicons together.
func allRules(ls []*lexicon.Lexicon) text.Rules {
	all := text.Rules{Elided: map[string]bool{}, ElidedLow: map[string]bool{}, Clitics: map[string]bool{}, Abbreviations: map[string]bool{}}
	for _, l := range ls {
		maps.Copy(all.Elided, l.Rules.Elided)
		maps.Copy(all.ElidedLow, l.Rules.ElidedLow)
		maps.Copy(all.Clitics, l.Rules.Clitics)
		maps.Copy(all.Abbreviations, l.Rules.Abbreviations)
	}
	return all
}

// weight is what the form at token i tells of the language of its text: 1 for a
// function word, less than nothing for one of another language, unless it is part
// of a name.
func weight(set classSet, toks []text.Token, i int) int {
	switch {
	case set.has(lexicon.Alien):
		if insideName(toks, i) {
			return 0
		}
		return -2
	case lexicon.Set(set).Function():
		return 1
	}
	return 0
}

// insideName reports a small word between capitalised ones: "Saskia van der
// Hoeven", "Joaquim dos Santos".
func insideName(toks []text.Token, i int) bool {
	a, b := i, i
	for a > 0 && i-a < 3 && toks[a].Kind == text.Word && !toks[a].Cap {
		a--
	}
	for b+1 < len(toks) && b-i < 3 && toks[b].Kind == text.Word && !toks[b].Cap {
		b++
	}
	return toks[a].Cap && toks[b].Cap
}

// prefix returns the length of at most n bytes of s that ends a rune.
func prefix(s string, n int) int {
	if len(s) <= n {
		return len(s)
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return n
}
