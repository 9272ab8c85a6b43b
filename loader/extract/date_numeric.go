package extract

import (
	"strconv"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// numeric reads 6/3, 6/3/2018, 06.03.2018, 2018/03/06 and 6/3 - 8/3.
func (p *dateParser) numeric(introduced bool) bool {
	if p.at(0).kind != text.Number {
		return false
	}
	w := p.d.textOf(p.i, p.i+1)
	sep := "/"
	if strings.Count(w, ".") == 2 {
		sep = "."
	}
	if !strings.Contains(w, sep) {
		return false
	}
	f := strings.Split(w, sep)
	if len(f) > 3 || len(f) == 2 && !p.d.lex.Options.SlashDates && !introduced {
		return false
	}
	var n [3]int
	for k, x := range f {
		v, err := strconv.Atoi(x)
		if err != nil {
			return false
		}
		n[k] = v
	}
	if len(f) == 2 && n[1] > 1900 && n[0] >= 1 && n[0] <= 12 {
		p.t.m, p.t.y = n[0], n[1]
		p.i++
		return true
	}
	if n[0] >= 1900 && n[0] <= 2100 && len(f) == 3 {
		n[0], n[2] = n[2], n[0] // 2018/03/06
	}
	if n[0] < 1 || n[0] > 31 || n[1] < 1 || n[1] > 12 || n[2] != 0 && (n[2] < 1900 || n[2] > 2100) {
		return false
	}
	p.t.d, p.t.m, p.t.y = n[0], n[1], n[2]
	p.i++
	p.yearWord()
	return true
}

// dashed reads "20-6" and "20.6" after a word for the day or a part of it, and after the
// place of a dateline.
func (p *dateParser) dashed(introduced bool) bool {
	placed := p.d.behindTown(p.i, p.s) && (p.at(-2).set.has(lexicon.Place) || p.at(3).punct == '(')
	placed = placed || p.t.relSet || p.at(-1).punct == '(' && (p.at(3).punct == ')' || p.at(3).punct == '-') || p.i <= p.s.from+1 && p.at(3).punct == ':' // "Hôm nay, 4-4", "(4-4)", "• 4-4: "
	if p.i >= p.s.to || !p.d.lex.Options.SlashDates || !introduced && !placed && (p.i == p.s.from || !p.at(-1).set.either(lexicon.DayPart, lexicon.Day)) {
		return false
	}
	if day, month, ok := strings.Cut(p.d.textOf(p.i, p.i+1), "."); ok {
		dd, err := strconv.Atoi(day)
		m, err2 := strconv.Atoi(month)
		if err != nil || err2 != nil || dd < 1 || dd > 31 || m < 1 || m > 12 {
			return false
		}
		p.t.d, p.t.m = dd, m
		p.i++
		return true
	}
	dd, m := p.num(0, 1, 31), p.num(2, 1, 12)
	if dd == 0 || m == 0 || p.at(1).punct != '-' || p.at(3).set.has(lexicon.MonthWord) || p.at(3).punct == '/' {
		return false
	}
	p.t.d, p.t.m = dd, m
	p.i += 3
	if y := p.num(1, 1900, 2100); y != 0 && p.at(0).punct == '-' {
		p.t.y = y
		p.i += 2
	}
	return true
}

func (p *dateParser) iso() bool {
	y, m := p.num(0, 1900, 2100), p.num(2, 1, 12)
	if y == 0 || m == 0 || p.at(1).punct != '-' {
		return false
	}
	p.t.y, p.t.m = y, m
	p.i += 3
	if dd := p.num(1, 1, 31); p.at(0).punct == '-' && dd != 0 {
		p.t.d = dd
		p.i += 2
	}
	return true
}

// numericSpan reads "25 và 26/3".
func (p *dateParser) numericSpan(n, j int) bool {
	q := *p
	q.i += j
	if !q.numeric(true) || q.t.d <= n {
		return false
	}
	p.i, p.t = q.i, q.t
	p.t.d, p.t.d2 = n, q.t.d
	return true
}
