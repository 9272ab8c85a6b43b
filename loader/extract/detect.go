package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// detectWords is how many words language detection looks at.
const detectWords = 400

// detect returns the lexicon whose function words fill the text best, nil if
// none fills a seventh of it.
func (x *Extractor) detect(s string) *lexicon.Lexicon {
	if len(s) < shortText {
		if l := x.detectShort(s); l != nil {
			return l
		}
	}
	var best *lexicon.Lexicon
	bestShare := 1.0 / 7
	for _, l := range x.lexicons {
		l = l.For(s)
		words, hits, _ := tally(l, s)
		if words == 0 {
			continue
		}
		if share := float64(hits) / float64(words); share > bestShare || best == nil && l.Options["sparse"] && share > 1.0/12 {
			best, bestShare = l, share
		}
	}
	return best
}

// shortText is the length in bytes below which a text is told by its offices, verbs,
// nouns and demonyms first: a caption has hardly a function word.
const shortText = 320

// detectShort returns the lexicon that knows the largest part of a short text,
// a third at least; of two that know as much, neither is sure.
func (x *Extractor) detectShort(s string) (best *lexicon.Lexicon) {
	most, tie := 0, false
	for _, l := range x.lexicons {
		l = l.For(s)
		words, _, hits := tally(l, s)
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
// nobody knows belongs to no language and is no word.
func tally(l *lexicon.Lexicon, s string) (words, function, content int) {
	toks := text.Tokenize(nil, s, 0, prefix(s, detectWords*8), &l.Rules)
	ids := make([]int32, len(toks))
	var buf []byte
	for i, t := range toks {
		if t.Kind == text.Word {
			ids[i], buf = l.Word(buf, t.Text(s))
		}
	}
	for i := 0; i < len(toks); {
		n, es := l.Match(ids[i:], toks[i:])
		if toks[i].Kind == text.Word && (ids[i] != 0 || !toks[i].Cap) {
			words++
			w := weight(es, insideName(toks, i))
			function += w
			if w == 0 && setOf(es).any(lexicon.Role, lexicon.Verb, lexicon.Noun, lexicon.Adj) {
				w = 1
			}
			content += w
		}
		i += max(n, 1)
	}
	return words, function, content
}

// weight is what a form tells of the language of its text: 1 for a function word,
// less than nothing for one of another language, unless it is part of a name.
func weight(es []lexicon.Entry, inName bool) int {
	switch {
	case setOf(es).has(lexicon.Alien):
		if inName {
			return 0
		}
		return -2
	case lexicon.Function(es):
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
