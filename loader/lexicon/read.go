package lexicon

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/diplograph/diplograph/loader/text"
)

// manyWords is about how many words and longer forms a language has.
const manyWords = 1 << 15

// read reads the folder of a language.
func read(lang string) (*Lexicon, error) {
	l, err := readAs(lang, false)
	if err == nil {
		l.tones = l.Options.Tones
	}
	return l, err
}

func readAs(lang string, plain bool) (*Lexicon, error) {
	l := &Lexicon{
		Lang: lang, plain: plain, Generic: map[string]Offices{}, NameWords: map[string]NameWord{}, Page: map[string]PageWord{}, partyHeads: map[string]int{},
		Rules: text.Rules{Elided: map[string]bool{}, ElidedLow: map[string]bool{}, Clitics: map[string]bool{}, Abbreviations: map[string]bool{}, Letters: map[string]bool{}},
		nodes: make([]node, 1, 2*manyWords), entries: make([][]Entry, 1, 2*manyWords),
	}
	l.next.grow()
	r := reader{l: l, dir: path.Join("data", lang), paradigms: map[string][]ending{}}
	steps := []struct {
		file string
		row  func(c []string) error
	}{
		{"options.txt", r.option}, {"paradigms.tsv", r.paradigm}, {"verbs.tsv", r.verb}, {"nouns.tsv", r.noun}, {"roles.tsv", r.role},
		{"countries.tsv", r.country}, {"places.tsv", r.place}, {"parties.tsv", r.party}, {"organizations.tsv", r.org},
		{"page.tsv", r.page}, {"../common/names.tsv", r.name}, {"../common/generic.tsv", r.generic},
	}
	for _, s := range steps {
		if err := r.rows(s.file, s.row); err != nil {
			return nil, err
		}
		if s.file == "options.txt" {
			if err := r.words(); err != nil { // elisions must be known before any form is cut
				return nil, err
			}
		}
	}
	l.learnSlips()
	l.settle()
	l.room, l.nouns, l.toks, l.key = nil, nil, nil, nil
	var err error
	l.figures, err = allFigures()
	return l, err
}

type reader struct {
	l         *Lexicon
	dir       string
	paradigms map[string][]ending
}

type ending struct {
	form Form
	text string
}

// rows calls f for each line of a tab-separated file of the reader's folder. A
// file may be missing.
func (r *reader) rows(file string, f func(c []string) error) error {
	return rows(path.Join(r.dir, file), f)
}

func rows(name string, f func(c []string) error) error {
	return lines(name, func(line string) error { return f(fields(line)) })
}

// fields are those of a line, and empty ones behind them up to the most that any file has.
func fields(line string) []string {
	c := strings.Split(line, "\t")
	for len(c) < 8 {
		c = append(c, "")
	}
	return c
}

// lines calls f for each line of a file but comments; a file that is absent has none.
func lines(name string, f func(line string) error) error {
	b, err := data.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	i := 0
	for line := range strings.SplitSeq(string(b), "\n") {
		if i++; line == "" || line[0] == '#' {
			continue
		}
		if err := f(line); err != nil {
			return fmt.Errorf("%s:%d: %w", name, i, err)
		}
	}
	return nil
}

// each calls f for each of the forms in a column.
func each(column string, f func(form string)) {
	for s := range strings.SplitSeq(column, "|") {
		if s = strings.TrimSpace(s); s != "" {
			f(s)
		}
	}
}

func (r *reader) option(c []string) error {
	k, v, _ := strings.Cut(c[0], ":")
	switch k {
	case "adverb-suffixes":
		r.l.AdverbSuffixes = strings.Fields(v)
		return nil
	case "thing-suffixes":
		r.l.ThingSuffixes = strings.Fields(v)
		return nil
	}
	if k == "options" {
		return r.habits(strings.Fields(v))
	}
	dst := map[string]map[string]bool{
		"elided": r.l.Rules.Elided, "elided-low": r.l.Rules.ElidedLow, "clitics": r.l.Rules.Clitics, "abbreviations": r.l.Rules.Abbreviations, "letters": r.l.Rules.Letters,
	}[k]
	if dst == nil {
		return fmt.Errorf("unknown setting %q", k)
	}
	for _, w := range strings.Fields(v) {
		dst[w] = true
	}
	return nil
}

// page reads what a word or phrase of the page around a text is.
func (r *reader) page(c []string) error {
	kind, ok := pageKinds[c[0]]
	if !ok {
		return fmt.Errorf("unknown kind %q", c[0])
	}
	each(c[1], func(phrase string) {
		first, _, _ := strings.Cut(phrase, " ")
		r.l.Page[first] |= PageFirst
		r.l.Page[phrase] |= kind
	})
	return nil
}

var pageKinds = map[string]PageWord{"phrase": PagePhrase, "label": PageLabel, "stamp": PageStamp, "rights": PageRights}

// habits sets the options of the names, and Home of "home-XX".
func (r *reader) habits(names []string) error {
	for _, n := range names {
		if home, ok := strings.CutPrefix(n, "home-"); ok {
			r.l.Home = home
		} else if err := r.l.Options.set(n); err != nil {
			return err
		}
	}
	return nil
}

// words reads words.txt: sections "[class]" with one line of forms, separated
// by "|", per value of the class.
func (r *reader) words() error {
	byName := map[string]Class{}
	for c, n := range classNames {
		if n != "" {
			byName[n] = Class(c)
		}
	}
	class, value := None, int32(0)
	return r.rows("words.txt", func(c []string) error {
		if name, ok := strings.CutPrefix(c[0], "["); ok {
			name = strings.TrimSuffix(name, "]")
			if class = byName[name]; class == None {
				return fmt.Errorf("unknown class %q", name)
			}
			value = 0
			return nil
		}
		value++
		each(c[0], func(f string) { r.l.add(f, Entry{Class: class, Index: value}) })
		return nil
	})
}

// paradigm: name, then columns "fin=e|es|ent". "-2:" before an ending cuts
// two letters off the stem.
func (r *reader) paradigm(c []string) error {
	forms := map[string]Form{"fin": Fin, "fut": Fut, "pp": PP, "ppf": PP | Fem, "inf": Inf, "ger": Ger, "pres": Pres}
	for _, col := range c[1:] {
		if col == "" {
			continue
		}
		k, v, ok := strings.Cut(col, "=")
		if !ok || forms[k] == 0 {
			return fmt.Errorf("bad column %q", col)
		}
		for _, e := range strings.Split(v, "|") {
			r.paradigms[c[0]] = append(r.paradigms[c[0]], ending{forms[k], e})
		}
	}
	return nil
}

// verb: stem, paradigm, event, slots, flags. Stem "prend_part" with a "_" puts the
// ending before the first "_" and keeps the rest as following words.
func (r *reader) verb(c []string) error {
	ends, ok := r.paradigms[c[1]]
	if !ok {
		return fmt.Errorf("unknown paradigm %q", c[1])
	}
	r.l.Verbs = append(r.l.Verbs, VerbEntry{Key: first(c[0]), Event: c[2], Slots: flagsOf(c[3]), Flags: flagsOf(c[4]), Words: WordsOf(strings.Fields(c[2] + " " + c[4])...)})
	i := int32(len(r.l.Verbs) - 1)
	each(c[0], func(stem string) {
		stem, rest, _ := strings.Cut(stem, "_")
		if rest != "" {
			rest = " " + strings.ReplaceAll(rest, "_", " ")
		}
		for _, e := range ends {
			r.l.add(applyEnding(stem, e.text, rest), Entry{Class: Verb, Form: e.form, Index: i})
		}
	})
	return nil
}

// applyEnding is a stem with its ending, and the words behind.
func applyEnding(stem, end, rest string) string {
	if cut, rest, ok := strings.Cut(end, ":"); ok && len(cut) == 2 && cut[0] == '-' {
		for range int(cut[1] - '0') {
			_, n := utf8.DecodeLastRuneInString(stem)
			stem = stem[:len(stem)-n]
		}
		end = rest
	}
	return stem + end + rest
}

// noun: singular forms, plural forms, event, flags.
func (r *reader) noun(c []string) error {
	r.l.Nouns = append(r.l.Nouns, NounEntry{Key: first(c[0], c[1]), Event: c[2], Flags: flagsOf(c[3]), Words: WordsOf(strings.Fields(c[2] + " " + c[3])...)})
	i := int32(len(r.l.Nouns) - 1)
	each(c[0], func(f string) { r.l.add(f, Entry{Class: Noun, Index: i}) })
	each(c[1], func(f string) { r.l.add(f, Entry{Class: Noun, Index: i, Form: Plural}) })
	return nil
}

func first(columns ...string) string {
	for _, c := range columns {
		if f, _, _ := strings.Cut(c, "|"); f != "" {
			return f
		}
	}
	return ""
}

// role: key, flags, then the forms masculine or common, feminine, plural,
// feminine plural.
func (r *reader) role(c []string) error {
	r.l.Roles = append(r.l.Roles, RoleEntry{Key: c[0], Flags: flagsOf(c[1]), Words: WordsOf(strings.Fields(c[1])...)})
	i := int32(len(r.l.Roles) - 1)
	for k, form := range []Form{0, Fem, Plural, Plural | Fem} {
		each(c[2+k], func(f string) { r.l.add(f, Entry{Class: Role, Index: i, Form: form}) })
	}
	return nil
}

// country: code, names, adjectives, demonyms, prefixes, capitals, seats. The
// adjectives give the demonyms by their capital; those that are none are of persons, most of them of several.
func (r *reader) country(c []string) error {
	code := c[0]
	add := func(column string, class Class) {
		each(column, func(f string) { r.l.add(f, Entry{Class: class, Code: code}) })
	}
	add(c[1], Country)
	add(c[2], Adj)
	each(c[3], func(f string) { r.l.add(f, Entry{Class: Adj, Code: code, Form: Plural}) })
	add(c[4], Prefix)
	each(c[5], func(f string) { r.l.add(f, Entry{Class: Place, Code: code, Form: Capital}) })
	add(c[6], Seat)
	return nil
}

// place: names, code, kind. A seat is a building in the capital: who met there met in the capital.
func (r *reader) place(c []string) error {
	e := Entry{Class: Place, Code: strings.Trim(c[1], "-")}
	switch c[2] {
	case "seat":
		e.Form = Capital
	case "landmark":
		e.Form = Spot
	}
	each(c[0], func(f string) { r.l.add(f, e) })
	return nil
}

// party: country, full names, abbreviations, and a key shared by languages.
func (r *reader) party(c []string) error {
	p := PartyEntry{Country: c[0], Name: strings.TrimSuffix(first(c[1], c[2]), "!"), Key: c[3]}
	each(c[2], func(f string) { p.Short = append(p.Short, f) })
	i := int32(len(r.l.Parties))
	each(c[1]+"|"+c[2], func(f string) {
		e := Entry{Class: Party, Index: i, Code: p.Country}
		if w, ok := strings.CutSuffix(f, "!"); ok {
			f, e.Form = w, Weak
		}
		r.l.add(f, e)
	})
	r.l.Parties = append(r.l.Parties, p)
	words := strings.Fields(text.Fold(p.Name))
	r.l.partyHeads[words[0]]++
	r.l.partyHeads[words[len(words)-1]]++
	return nil
}

// org: names, abbreviations, code, kind.
func (r *reader) org(c []string) error {
	o := OrgEntry{Name: first(c[0], c[1]), Code: strings.Trim(c[2], "-"), Kind: c[3]}
	i := int32(len(r.l.Orgs))
	r.l.Orgs = append(r.l.Orgs, o)
	each(c[0]+"|"+c[1], func(f string) { r.l.add(f, Entry{Class: Org, Index: i, Code: o.Code}) })
	return nil
}

// name: kind, origin, names.
func (r *reader) name(c []string) error {
	if part, ok := map[string]NameWord{"given_word": AsGiven, "surname_word": AsSurname}[c[0]]; ok {
		each(c[2], func(f string) { r.l.NameWords[f] |= part })
		return nil
	}
	class, ok := map[string]Class{"given": Given, "surname": Surname, "woman": FemName, "particle": Particle, "honorific_name": NameHead}[c[0]]
	if !ok {
		return fmt.Errorf("unknown kind of name %q", c[0])
	}
	each(c[2], func(f string) {
		if class != Particle {
			u, n := utf8.DecodeRuneInString(f)
			f = string(unicode.ToUpper(u)) + f[n:]
		}
		e := Entry{Class: class}
		if class == FemName {
			e.Form = Fem // a first name
		}
		if class == Surname {
			e.Code = map[string]string{"vi": "VN", "vietnamese": "VN", "zh": "CN", "chinese": "CN", "ko": "KR", "korean": "KR", "ja": "JP", "japanese": "JP"}[c[1]]
		}
		r.l.add(f, e)
	})
	return nil
}

func (r *reader) generic(c []string) error {
	r.l.Generic[c[0]] = strings.Fields(c[1])
	return nil
}
