package text

import (
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// stuck returns what the tokenizer stands before when it takes a step without
// moving on, "" if it never does. It comes before any call of Tokenize, which
// would not return and fill the memory.
func stuck(s string) string {
	z := tokenizer{s: s, rules: testRules()}
	for z.pos < len(s) {
		before := z.pos
		if z.next(); z.pos <= before {
			return s[before:]
		}
	}
	return ""
}

// fault names the first promise that the cut of s breaks, "" if none.
func fault(s string) string {
	if rest := stuck(s); rest != "" {
		return "no progress before " + strconv.Quote(rest)
	}
	toks := tokenize(s)
	at := 0
	for i, k := range toks {
		switch {
		case int(k.Start) < at || k.End <= k.Start || int(k.End) > len(s):
			return "tokens are not in order and inside the text"
		case !utf8.RuneStart(s[k.Start]) || int(k.End) < len(s) && !utf8.RuneStart(s[k.End]):
			return "a token cuts a letter"
		case strings.TrimSpace(s[at:k.Start]) != "":
			return "something between two tokens is lost"
		case k.Glued && (i == 0 || toks[i-1].End != k.Start):
			return "a glued token does not touch the one before"
		case k.Kind == Break && k.Text(s) != "\n":
			return "a break is no line end"
		case k.Kind != Break && k.Text(s) == "\n":
			return "a line end is no break"
		case k.Space != (k.Start == 0 || int(k.Start) > at):
			return "Space is wrong"
		}
		at = int(k.End)
	}
	if strings.TrimSpace(s[at:]) != "" {
		return "the end is lost"
	}
	return sentenceFault(toks, s)
}

// sentenceFault wants every token that is no break in one sentence, and no
// sentence that begins or ends in nothing.
func sentenceFault(toks []Token, s string) string {
	next := 0
	for _, r := range Sentences(nil, toks, s) {
		if r.From < next || r.To <= r.From || r.To > len(toks) {
			return "sentences are not in order"
		}
		for ; next < r.From; next++ {
			if toks[next].Kind != Break {
				return "a token is in no sentence"
			}
		}
		if toks[r.From].Kind == Break {
			return "a sentence starts with a break"
		}
		next = r.To
	}
	for ; next < len(toks); next++ {
		if toks[next].Kind != Break {
			return "the last tokens are in no sentence"
		}
	}
	return ""
}

// pieces are what makes cutting hard.
var pieces = []string{
	"l'", "d’", "N'", "n'", "M. ", "Mme ", "G.S.", "J.", " ", "\n", "\n\n", ". ", ".", "?", "… ", "« ", " »", "\"", "(", ")", "-", "‑", "–", "'s", "'",
	"ministre", "Lao", "McDonald", "NikolaevichDrozhzhov", "al-Sissi", "2,5", "26/3", "1.", "Đặng", "e\u0301", "\u0301", "œ", "習", "ʼ", "ʼok", "oʼok", "‘", "\u00a0", "\u200b", "\t", "x\U0001F600",
}

func news() *rapid.Generator[string] {
	return rapid.Map(rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(pieces), rapid.String()), 0, 30), func(p []string) string { return strings.Join(p, "") })
}

func TestCutProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := news().Draw(t, "text")
		if f := fault(s); f != "" {
			t.Fatalf("%s in %q", f, s)
		}
	})
}

// TestSpaceIsNothing holds that more white space between words changes no
// token but its place.
func TestSpaceIsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[A-Za-zéđÀ]{1,8}[.,]?`), 1, 12).Draw(t, "words")
		a, b := strings.Join(words, " "), strings.Join(words, " \t\u00a0")
		if cut(a) != cut(b) {
			t.Fatalf("%q: %s\n%q: %s", a, cut(a), b, cut(b))
		}
	})
}

// TestWordsHaveLetters holds that a word token has a letter or a mark and no
// white space.
func TestWordsHaveLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := news().Draw(t, "text")
		if stuck(s) != "" {
			t.Skip("TestCutProperties tells this")
		}
		for _, k := range tokenize(s) {
			w := k.Text(s)
			if k.Kind == Word && (strings.IndexFunc(w, unicode.IsSpace) >= 0 || strings.IndexFunc(w, letterOrMark) < 0) {
				t.Fatalf("word %q in %q", w, s)
			}
		}
	})
}

func letterOrMark(c rune) bool { return unicode.IsLetter(c) || isMark(c) }

// TestProgress holds that every letter, mark and sign moves the tokenizer on,
// alone and between others; U+02BC is a letter and an apostrophe at once.
func TestProgress(t *testing.T) {
	for _, in := range []string{"ʼ", "ʼ ", "ʼok", "ok ʼ", "okʼ", "'", "’’", "\u0301", "-a", "a-", "d'", "\u0301'"} {
		if rest := stuck(in); rest != "" {
			t.Errorf("%q: no progress before %q", in, rest)
		}
	}
}

func FuzzTokenize(f *testing.F) {
	f.Add("À l'issue d'un entretien, M. N'Guesso (à gauche) et G.S. Sandhu. « Oui. »\n\nHanoï, 7 mars – fin.")
	f.Add("NikolaevichDrozhzhov's 3,37 e\u0301 \u0301'")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("texts are UTF-8")
		}
		if e := fault(s); e != "" {
			t.Fatalf("%s in %q", e, s)
		}
	})
}
