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
	var best *lexicon.Lexicon
	bestShare := 1.0 / 7
	var buf []byte
	for _, l := range x.lexicons {
		l = l.For(s)
		toks := text.Tokenize(nil, s, 0, prefix(s, detectWords*8), &l.Rules)
		words, hits := 0, 0
		var ids []int32
		for _, t := range toks {
			var id int32
			if t.Kind == text.Word {
				id, buf = l.Word(buf, t.Text(s))
			}
			ids = append(ids, id)
		}
		for i := 0; i < len(toks); {
			n, es := l.Match(ids[i:], toks[i:])
			if toks[i].Kind == text.Word && (ids[i] != 0 || !toks[i].Cap) { // a name belongs to no language
				words++
				if lexicon.Function(es) {
					hits++
				}
			}
			i += max(n, 1)
		}
		if words == 0 {
			continue
		}

		if share := float64(hits) / float64(words); share > bestShare || best == nil && l.Options["sparse"] && share > 1.0/12 {
			best, bestShare = l, share
		}
	}
	return best
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
