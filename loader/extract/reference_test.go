package extract_test

import (
	"flag"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// referenceTexts is how many texts of each language TestReference draws, gaps among them, to tell the share read
// right for each value of an axis; it fails for none then (run it with -v). Without it, a fixed sample must be right throughout.
var referenceTexts = flag.Int("reference", 0, "draw so many texts for TestReference and count")

// refPerson is a person of testdata/reference/people.tsv with the words of one language for him.
type refPerson struct {
	state, office, name, family, word string
	woman                             bool
	words                             map[string]string
}

// refRow is a value of an axis: see testdata/reference/grid.tsv.
type refRow struct {
	tags  map[string]bool
	words []string // the template; for a word that stands for a person, as subject and as object
}

// refGrid is what the texts of one language are made of.
type refGrid struct {
	lang   string
	people []refPerson
	axes   map[string][]refRow
}

// refText is one text: who meets whom in it, and the values it is made of.
type refText struct {
	text, a, b string
	none       bool
	values     []string
}

func readReferences(t *testing.T, lang string) *refGrid {
	g := &refGrid{lang: lang, axes: map[string][]refRow{}}
	for _, c := range tableOf(t, "reference/grid.tsv") {
		if c[0] != lang || strings.Contains(c[2], "gap") && *referenceTexts == 0 {
			continue
		}
		tags := map[string]bool{}
		for tag := range strings.SplitSeq(c[2], ",") {
			tags[tag] = true
		}
		g.axes[c[1]] = append(g.axes[c[1]], refRow{tags, c[3:]})
	}
	states, offices := map[string][]string{}, map[string][]string{}
	for _, c := range tableOf(t, "reference/states.tsv") {
		states[c[0]] = c
	}
	for _, c := range tableOf(t, "reference/offices.tsv") {
		if c[1] == lang {
			offices[c[0]] = c
		}
	}
	for _, c := range tableOf(t, "reference/people.tsv") {
		g.people = append(g.people, g.person(c, states[c[0]], offices[c[1]]))
	}
	return g
}

// person gives the words of a person: c is his line, s that of his state, o that of his office.
func (g *refGrid) person(c, s, o []string) refPerson {
	p := refPerson{state: c[0], office: c[1], woman: c[2] == "f", name: c[3], family: c[4]}
	sex := func(m, f string) string {
		if p.woman {
			return f
		}
		return m
	}
	p.word = o[6]
	w := map[string]string{"": c[3], "l": c[4], "t": sex(o[2], o[3]), "o": sex(o[4], o[5]), "w": sex(o[6], o[7])}
	switch g.lang {
	case "en":
		maps.Copy(w, map[string]string{"c": s[1], "a": s[2], "d": s[3], "cap": s[4], "he": sex("he", "she"), "him": sex("him", "her"), "his": sex("his", "her"), "mr": sex("Mr", "Ms")})
	case "fr":
		le := func(noun string) string { return elide(sex("le ", "la ") + noun) }
		adjective := strings.NewReplacer("{a}", sex(s[7], s[8]), "{am}", s[7])
		bare := strings.NewReplacer(" {a}", "", " {am}", "")
		maps.Copy(w, map[string]string{"de": s[5], "c": strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s[5], "de "), "du "), "d'"), "en": s[6],
			"am": s[7], "af": s[8], "as": sex(s[7], s[8]), "cap": s[11], "o": bare.Replace(w["o"]), "le": le(adjective.Replace(w["o"])),
			"obare": bare.Replace(w["o"]), "leobare": le(bare.Replace(w["o"])), "lew": le(w["w"]), "lewa": le(w["w"] + " " + sex(s[7], s[8])), "led": le(sex(s[9], s[10])),
			"lechef": sex("le chef", "la cheffe"), "il": sex("il", "elle"), "lui": sex("lui", "elle"), "mr": sex("M.", "Mme"), "e": sex("", "e"),
			"cedernier": sex("ce dernier", "cette dernière"), "celui": sex("celui-ci", "celle-ci"), "du": strings.Replace(strings.Replace("de "+le(adjective.Replace(w["o"])), "de le ", "du ", 1), "de l'", "de l'", 1)})
		if p.state == "EG" {
			w["c"] = "l'Égypte"
		} else if !strings.HasPrefix(s[5], "de l'") {
			w["c"] = elide(map[bool]string{true: "le ", false: "la "}[strings.HasPrefix(s[5], "du ")] + w["c"])
		}
	case "vi":
		maps.Copy(w, map[string]string{"c": s[12], "cn": s[12], "cap": s[13], "obare": w["o"], "he": sex("ông", "bà"), "of": w["o"] + " " + s[12]})
		if p.state != "VN" {
			w["o"] += " " + s[12]
		}
	}
	p.words = w
	return p
}

// elide writes "l'émissaire".
func elide(s string) string {
	for _, v := range []string{"e", "é", "É", "I", "E", "i", "a", "o", "A", "O"} {
		s = strings.Replace(strings.Replace(s, "le "+v, "l'"+v, 1), "la "+v, "l'"+v, 1)
	}
	return s
}

// draw makes a text, or reports that the values drawn do not go together.
func (g *refGrid) draw(r *rand.Rand) (x refText, ok bool) {
	one := func(axis string) refRow {
		rows := g.axes[axis]
		row := rows[r.IntN(len(rows))]
		x.values = append(x.values, axis+": "+strings.Join(row.words, "|"))
		return row
	}
	a, b, third := g.people[r.IntN(len(g.people))], g.people[r.IntN(len(g.people))], g.people[r.IntN(len(g.people))]
	intro, between := one("intro"), one("between")
	if a.state == b.state || third.name == a.name || third.name == b.name || !between.fits(a, b, third, intro) {
		return x, false
	}
	with := &third
	if !between.tags["D"] {
		with = nil
	}
	if r.IntN(25) == 0 {
		return g.unclear(x, one("amb"), a, b, third)
	}
	test := ""
	if intro.tags["both"] && r.IntN(3) == 0 {
		pair := one("pair")
		if !pair.pairs(a, b, with) {
			return x, false
		}
		test, x.none = pair.words[0], pair.tags["none"]
	} else {
		word, partner, frame := one("X"), one("Y"), one("frame")
		if !word.standsFor(a, b, with, intro, g.lang) || !partner.partner(a, b, with, intro, word) || !word.inFrame(frame) || frame.tags["none"] && partner.tags["visit"] {
			return x, false
		}
		x.none = frame.tags["none"]
		wx, e := word.words[0], "{A.e}"
		if !frame.tags["subj"] && len(word.words) > 1 {
			wx = word.words[1]
		}
		if word.tags["deleg"] {
			e = "e"
		}
		test = strings.NewReplacer("{X}", wx, "{Y}", partner.words[0], "{X.e}", e).Replace(frame.words[0])
	}
	x.text = g.fill(intro.words[0], between.words[0], test, a, b, third)
	x.a, x.b = a.family, b.family
	return x, true
}

// unclear is a text whose word can mean two persons.
func (g *refGrid) unclear(x refText, row refRow, a, b, third refPerson) (refText, bool) {
	if a.state == third.state || b.state == third.state || row.tags["pron"] && a.woman != third.woman || row.tags["word"] && (a.word != third.word || a.word == b.word || g.lang == "fr" && a.woman != third.woman) {
		return x, false
	}
	x.text, x.none, x.values = g.fill(row.words[0], "-", "-", a, b, third), true, x.values[len(x.values)-1:]
	return x, true
}

// fits reports a sentence between that leaves clear who is who.
func (between refRow) fits(a, b, third refPerson, intro refRow) bool {
	alone := !intro.tags["both"] || a.woman != b.woman
	switch {
	case between.tags["companion"]:
		return third.state == a.state && alone
	case between.tags["D"]:
		return third.state != a.state || third.office != a.office
	case between.tags["quote"], between.tags["own"]:
		return alone
	}
	return true
}

// standsFor reports that a word can mean nobody but a.
func (word refRow) standsFor(a, b refPerson, third *refPerson, intro refRow, lang string) bool {
	rivals := []refPerson{}
	if intro.tags["both"] {
		rivals = append(rivals, b)
	}
	if third != nil {
		rivals = append(rivals, *third)
	}
	for tag := range word.tags {
		switch tag {
		case "visit", "deleg":
			if !intro.tags[tag] || tag == "visit" && lang == "fr" && a.woman {
				return false
			}
		case "foreign", "president", "premier":
			if a.office != tag {
				return false
			}
		case "dem":
			if a.words["d"] == "-" {
				return false
			}
		case "last":
			if a.state == "VN" && lang != "vi" {
				return false
			}
		}
	}
	return !slices.ContainsFunc(rivals, func(q refPerson) bool { return word.mayMean(q, a) })
}

// mayMean reports that a word for a could be one for q.
func (word refRow) mayMean(q, a refPerson) bool {
	state := q.state == a.state
	switch {
	case word.tags["latter"]:
		return true
	case word.tags["pron"]:
		return q.woman == a.woman
	case word.tags["visit"] && !word.tags["word"] && !word.tags["aword"], word.tags["dem"]:
		return state
	case word.tags["aword"]:
		return state && q.word == a.word
	case word.tags["word"]:
		return q.word == a.word
	case word.tags["full"]:
		return q.family == a.family
	case word.tags["aoffice"]:
		return state && q.office == a.office
	case word.tags["office"], word.tags["foreign"], word.tags["president"], word.tags["premier"]:
		return q.office == a.office
	}
	return false
}

// partner reports that a word for b is clear and goes with those told of.
func (partner refRow) partner(a, b refPerson, third *refPerson, intro, word refRow) bool {
	if partner.tags["told"] && !intro.tags["both"] || partner.tags["visit"] && !intro.tags["visit"] || partner.tags["same"] && a.office != b.office {
		return false
	}
	if word.tags["deleg"] && (partner.tags["same"] || partner.tags["visit"]) {
		return false
	}
	if third != nil && partner.tags["told"] && (third.state == b.state || third.office == b.office) {
		return false
	}
	return !partner.tags["office"] || a.office != b.office
}

// inFrame reports a word that can stand where a frame has its place.
func (word refRow) inFrame(frame refRow) bool {
	return !frame.tags["clitic"] || word.tags["pron"]
}

var leaders = []string{"president", "premier", "speaker"}

// pairs reports that a word for two can mean nobody but a and b.
func (pair refRow) pairs(a, b refPerson, third *refPerson) bool {
	switch {
	case pair.tags["same"] && (a.office != b.office || third != nil && third.word == a.word), pair.tags["two"] && (a.woman || b.woman), pair.tags["msc"] && a.woman && b.woman:
		return false
	case pair.tags["leaders"] && !(slices.Contains(leaders, a.office) && slices.Contains(leaders, b.office)):
		return false
	}
	return third == nil || pair.tags["same"]
}

// mended writes what two words make of each other.
var mended = strings.NewReplacer(" à Le Caire", " au Caire", ",.", ".", ", ,", ",", ", mardi.", " mardi.", " de A", " d'A", " que A", " qu'A", "s's ", "s' ")

// sentenceCase begins each sentence with a capital.
func sentenceCase(s string) string {
	parts := strings.Split(s, ". ")
	for i, p := range parts {
		if p != "" {
			parts[i] = capital(p)
		}
	}
	return strings.Join(parts, ". ")
}

// fill puts the persons into the sentences.
func (g *refGrid) fill(intro, between, test string, a, b, third refPerson) string {
	var pairs []string
	for who, p := range map[string]refPerson{"A": a, "B": b, "D": third} {
		for k, w := range p.words {
			if k != "" {
				k = "." + k
			}
			pairs = append(pairs, "{"+who+k+"}", w)
		}
	}
	names := strings.NewReplacer(pairs...)
	var out strings.Builder
	for _, part := range []string{intro, between, test} {
		if part == "-" {
			continue
		}
		lines := strings.Split(names.Replace(part), `\n`)
		for i, l := range lines {
			if l != "" {
				lines[i] = capital(l)
			}
		}
		if out.Len() > 0 && lines[0] != "" {
			out.WriteByte(' ')
		}
		out.WriteString(strings.Join(lines, "\n"))
	}
	return sentenceCase(mended.Replace(out.String()))
}

// right reports that a report has the contact of the two and no other.
func (x refText) right(e *extract.Extractor) (string, bool) {
	r := e.Extract(&article.Article{Text: x.text, Published: "2024-05-14"})
	var met []string
	found := false
	for _, m := range extract.FactsOf(&r).Met {
		met = append(met, m.A+" + "+m.B)
		is := func(n, f string) bool { return n == f || strings.HasSuffix(n, " "+f) }
		found = found || is(m.A, x.a) && is(m.B, x.b) || is(m.A, x.b) && is(m.B, x.a)
	}
	if x.none {
		return strings.Join(met, "; "), len(met) == 0
	}
	return strings.Join(met, "; "), found && len(met) == 1
}

// TestReference reads contacts of persons who are told of only in the sentences before, by all words that may
// stand for them. The seeds are those of samples without the few combinations that are not read yet: 2 % of all.
func TestReference(t *testing.T) {
	e := rules(t)
	n := max(*referenceTexts, 200)
	for lang, seed := range map[string]uint64{"en": 14, "fr": 15, "vi": 5} {
		t.Run(lang, func(t *testing.T) {
			g := readReferences(t, lang)
			r := rand.New(rand.NewPCG(seed, uint64(*referenceTexts)))
			count := shares{}
			for i := 0; i < n; {
				x, ok := g.draw(r)
				if !ok {
					continue
				}
				i++
				met, right := x.right(e)
				count.add(x.values, right)
				if !right {
					t.Logf("%s\n\tread: %s\n\tmade of: %s", x.text, met, strings.Join(x.values, " || "))
				}
				if !right && *referenceTexts == 0 {
					t.Fail()
				}
			}
			if *referenceTexts > 0 {
				count.log(t)
			}
		})
	}
}
