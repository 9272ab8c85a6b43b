package text

import "slices"

// Range is a half-open range of token indexes.
type Range struct{ From, To int }

// Sentences appends the sentences of toks to buf and returns it. A sentence
// ends at . ! ? … before white space and something that can start a sentence,
// at a blank line, and at a line end unless the next line goes on in lower
// case. A list whose points are in lower case goes on with the sentence that leads
// to it. Break tokens belong to no sentence of one line.
func Sentences(buf []Range, toks []Token, s string) []Range {
	from := 0
	flush := func(to int) {
		for from < to && toks[from].Kind == Break {
			from++
		}
		if from < to {
			buf = append(buf, Range{from, to})
		}
		from = to
	}
	for i := range toks {
		switch {
		case toks[i].Kind == Break:
			if lineEnds(toks, i) && !listGoesOn(toks, i, s) {
				flush(i)
				from = i + 1
			}
		case toks[i].Kind == Punct && ends(s[toks[i].Start]) || isEllipsis(toks[i], s):
			if j := afterClosers(toks, i+1, s); startsSentence(toks, j, s) {
				flush(j)
			}
		}
	}
	flush(len(toks))
	return buf
}

func ends(c byte) bool                  { return c == '.' || c == '!' || c == '?' }
func isEllipsis(t Token, s string) bool { return t.Kind == Punct && t.Text(s) == "…" }

// lineEnds reports whether the line end at i ends a sentence too.
func lineEnds(toks []Token, i int) bool {
	if i+1 >= len(toks) || i == 0 {
		return true
	}
	next := toks[i+1]
	return next.Kind != Word || next.Cap || toks[i-1].Kind == Break || toks[i-1].Kind == Punct
}

// listGoesOn reports that the lines around the line end at i are points of a list, or what
// leads to them: "The minister:\n- met X;\n- held talks with Y".
func listGoesOn(toks []Token, i int, s string) bool {
	before, after := i, i
	for before > 0 && toks[before].Kind == Break {
		before--
	}
	for after < len(toks) && toks[after].Kind == Break {
		after++
	}
	if after+1 >= len(toks) || toks[after+1].Kind != Word || toks[after+1].Cap {
		return false
	}
	return slices.Contains([]string{":", ";", ","}, toks[before].Text(s)) && slices.Contains([]string{"-", "–", "—", "•", "*"}, toks[after].Text(s))
}

// afterClosers skips quotes and brackets that close what the sentence opened.
func afterClosers(toks []Token, i int, s string) int {
	for i < len(toks) && toks[i].Kind == Punct {
		switch toks[i].Text(s) {
		case "\"", "”", "»", ")", "]", "’", "'":
			if toks[i].Text(s) == "\"" && toks[i].Space && i+1 < len(toks) && !toks[i+1].Space {
				return i // an opening quote
			}
			i++
			continue
		}
		break
	}
	return i
}

// startsSentence reports whether a sentence can start at token i. Glued
// sentences ("2026.Renforcer") are split before a capital too.
func startsSentence(toks []Token, i int, s string) bool {
	if i >= len(toks) {
		return true
	}
	t := toks[i]
	switch t.Kind {
	case Word:
		return t.Cap
	case Number:
		return t.Space
	case Punct:
		c := t.Text(s)
		return c != "," && c != ";" && c != ")" && c != "." && c != ":"
	}
	return true
}
