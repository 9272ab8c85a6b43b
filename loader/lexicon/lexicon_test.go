package lexicon

import (
	"maps"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/diplograph/diplograph/loader/text"
	"golang.org/x/text/unicode/norm"
)

// iso are the codes of ISO 3166-1; more are those of news without one of its own.
const (
	iso = `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ
		DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP
		KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ
		OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ
		UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`
	more = `XK EU UN`
	// noAdjective are the codes for which a language uses none, or only one that
	// means another state ("Congolese", "Dominican" in English).
	noAdjective = `AQ AX BL BQ BV CC CG CX DM EU GG GS HM JE MF MP NF PM PN SH SJ SX TC TF UM UN VG VI`
)

// What the engine understands in the columns "event" and "slots".
const (
	verbEvents = `met shared led signed letter say attend plain`
	verbSlots  = `- obj with beside from to at of by pto recip gathers doc deleg for invited his`
	nounEvents = `met doc visit letter delegation heads press session signature turn line signatory paper time table end picture welcome door outing farewell room board gift along scene`
	orgKinds   = `armed_forces association company intergovernmental media military other parliament university`
)

// unreadFlags are flags that stand in data for people alone; each
// that the engine comes to read must leave this list.
const unreadFlags = `call parl vu welcome`

// columns are how many columns each file has at least and at most.
var columns = map[string][2]int{
	"paradigms.tsv": {2, 7}, "verbs.tsv": {3, 5}, "nouns.tsv": {3, 4}, "roles.tsv": {3, 6}, "countries.tsv": {2, 7}, "places.tsv": {2, 3},
	"parties.tsv": {2, 4}, "organizations.tsv": {3, 4}, "words.txt": {1, 1}, "page.tsv": {2, 2}, "options.txt": {1, 1}, "names.tsv": {3, 3}, "generic.tsv": {2, 2}, "figures.tsv": {4, 5}, "exonyms.tsv": {2, 2},
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// row is a line of a data file.
type row struct {
	file string
	line int
	c    []string
}

// at returns column i, empty if the line is shorter.
func (r row) at(i int) string {
	if i < len(r.c) {
		return r.c[i]
	}
	return ""
}

// rowsOf reads a file without the reader under test; nil if there is none.
func rowsOf(t *testing.T, file string) (rows []row) {
	b, err := data.ReadFile(path.Join("data", file))
	if err != nil {
		return nil
	}
	for i, l := range strings.Split(string(b), "\n") {
		if l != "" && l[0] != '#' {
			rows = append(rows, row{file, i + 1, strings.Split(l, "\t")})
		}
	}
	return rows
}

func eachLanguage(t *testing.T, f func(t *testing.T, lang string)) {
	for _, lang := range Languages() {
		t.Run(lang, func(t *testing.T) { f(t, lang) })
	}
}

// TestFolders holds that languages and folders are the same.
func TestFolders(t *testing.T) {
	entries, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && e.Name() != "common" && !slices.Contains(Languages(), e.Name()) {
			t.Errorf("data/%s is no language of Languages()", e.Name())
		}
	}
	if _, err := Load("xx"); err == nil || !strings.Contains(err.Error(), "fr") {
		t.Errorf("Load of an unknown language: %v, want an error that names those there are", err)
	}
}

func TestReads(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang string) {
		l, err := read(lang)
		if err != nil {
			t.Fatal(err)
		}
		if len(l.Roles) == 0 || len(l.Verbs) == 0 || len(l.Nouns) == 0 || len(l.Parties) == 0 || len(l.Orgs) == 0 {
			t.Error("a list is empty")
		}
		again, _ := Load(lang)
		if same, _ := Load(lang); same != again {
			t.Error("Load reads again what it has")
		}
	})
}

// TestLines holds what every file of every folder has in common.
func TestLines(t *testing.T) {
	for _, dir := range append(Languages(), "common") {
		t.Run(dir, func(t *testing.T) {
			entries, err := data.ReadDir(path.Join("data", dir))
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				checkLines(t, e.Name(), rowsOf(t, path.Join(dir, e.Name())))
			}
		})
	}
}

func checkLines(t *testing.T, name string, rows []row) {
	want, ok := columns[name]
	if !ok {
		t.Errorf("%s is no file of a lexicon", name)
	}
	seen, section := map[string]int{}, ""
	for _, r := range rows {
		line := strings.Join(r.c, "\t")
		if strings.HasPrefix(line, "[") {
			section = line
		}
		n := len(r.c)
		for n > 0 && r.c[n-1] == "" {
			n--
		}
		if n < want[0] || n > want[1] {
			t.Errorf("%s:%d: %d columns, want %d to %d", r.file, r.line, n, want[0], want[1])
		}
		if first := seen[section+line]; first > 0 {
			t.Errorf("%s:%d: the same as line %d", r.file, r.line, first)
		}
		seen[section+line] = r.line
		switch {
		case !norm.NFC.IsNormalString(line):
			t.Errorf("%s:%d: not in NFC", r.file, r.line)
		case strings.ContainsAny(line, "’‘ʼ\u00a0\u200b\r"):
			t.Errorf("%s:%d: a curly apostrophe or a space that is none: forms are written plain", r.file, r.line)
		case strings.HasSuffix(name, ".tsv") && (strings.Contains(line, "||") || strings.Contains(line, "  ")):
			t.Errorf("%s:%d: an empty form or a doubled space", r.file, r.line)
		}
	}
}

// TestSections holds that each section of words.txt stands once and has words.
func TestSections(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang string) {
		seen, empty := map[string]bool{}, row{}
		for _, r := range rowsOf(t, lang+"/words.txt") {
			if !strings.HasPrefix(r.c[0], "[") {
				empty = row{}
				continue
			}
			if empty.file != "" {
				t.Errorf("%s:%d: section %s is empty", empty.file, empty.line, empty.c[0])
			}
			if seen[r.c[0]] {
				t.Errorf("%s:%d: section %s stands twice", r.file, r.line, r.c[0])
			}
			seen[r.c[0]], empty = true, r
		}
		for _, need := range []string{"[and]", "[of]", "[with]", "[in]", "[between]", "[plan]", "[not]", "[cancel]", "[weekday]", "[today]", "[phone]", "[teaser]", "[caption]", "[agency]", "[honorific]"} {
			if !seen[need] {
				t.Errorf("no section %s", need)
			}
		}
	})
}

func TestCountries(t *testing.T) {
	known := set(iso + " " + more)
	if n := len(set(iso)); n != 249 {
		t.Fatalf("%d codes in the test's own list", n)
	}
	eachLanguage(t, func(t *testing.T, lang string) {
		l, err := Load(lang)
		if err != nil {
			t.Fatal(err)
		}
		have := map[string]bool{}
		for _, r := range rowsOf(t, lang+"/countries.tsv") {
			code := r.c[0]
			if have[code] || !known[code] {
				t.Errorf("%s:%d: code %q is not one of ISO 3166-1 or stands twice", r.file, r.line, code)
			}
			have[code] = true
			if r.at(2) == "" && l.Options.Article && !set(noAdjective)[code] {
				t.Errorf("%s:%d: %s has no adjective", r.file, r.line, code)
			}
		}
		for code := range set(iso) {
			if !have[code] {
				t.Errorf("no state %s", code)
			}
		}
	})
}

// TestCodes holds that the other files name states that there are.
func TestCodes(t *testing.T) {
	known := set(iso + " " + more + " -")
	eachLanguage(t, func(t *testing.T, lang string) {
		for file, column := range map[string]int{"places.tsv": 1, "parties.tsv": 0, "organizations.tsv": 2} {
			for _, r := range rowsOf(t, lang+"/"+file) {
				if code := r.at(column); code != "" && !known[code] {
					t.Errorf("%s:%d: code %q", r.file, r.line, code)
				}
				if kind := r.at(3); file == "organizations.tsv" && !set(orgKinds)[kind] {
					t.Errorf("%s:%d: kind %q", r.file, r.line, kind)
				}
			}
		}
	})
}

// TestPartyNames holds that a name of a party has letters and stands once in its line.
func TestPartyNames(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang string) {
		for _, r := range rowsOf(t, lang+"/parties.tsv") {
			for _, names := range []string{r.at(1), r.at(2)} {
				seen := map[string]bool{}
				for name := range strings.SplitSeq(names, "|") {
					if name != "" && (seen[name] || !strings.ContainsFunc(name, unicode.IsLetter) || strings.Contains(name, "=")) {
						t.Errorf("%s:%d: name %q", r.file, r.line, name)
					}
					seen[name] = true
				}
			}
		}
	})
}

// TestPartyKeys holds that a key is of one state, in all languages, and stands
// once in each.
func TestPartyKeys(t *testing.T) {
	state := map[string]string{}
	for _, lang := range Languages() {
		seen := map[string]int{}
		for _, r := range rowsOf(t, lang+"/parties.tsv") {
			key, code := r.at(3), r.c[0]
			if key == "" {
				continue
			}
			if !strings.HasPrefix(key, strings.ToLower(code)+"/") || state[key] != "" && state[key] != code {
				t.Errorf("%s:%d: key %q of a party of %s", r.file, r.line, key, code)
			}
			if seen[key] > 0 {
				t.Errorf("%s:%d: key %q stands in line %d", r.file, r.line, key, seen[key])
			}
			state[key], seen[key] = code, r.line
		}
	}
}

func TestVerbs(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang string) {
		used := map[string]bool{}
		for _, r := range rowsOf(t, lang+"/verbs.tsv") {
			used[r.at(1)] = true
			if !set(verbEvents)[r.at(2)] {
				t.Errorf("%s:%d: event %q", r.file, r.line, r.at(2))
			}
			for s := range set(r.at(3)) {
				if !set(verbSlots)[s] {
					t.Errorf("%s:%d: slot %q", r.file, r.line, s)
				}
			}
		}
		seen := map[string]bool{}
		for _, r := range rowsOf(t, lang+"/paradigms.tsv") {
			if name := r.c[0]; !used[name] || seen[name] {
				t.Errorf("%s:%d: paradigm %q is used by no verb or stands twice", r.file, r.line, name)
			}
			seen[r.c[0]] = true
		}
		for name := range used {
			if !seen[name] {
				t.Errorf("no paradigm %q", name)
			}
		}
	})
}

func TestNouns(t *testing.T) {
	eachLanguage(t, func(t *testing.T, lang string) {
		for _, r := range rowsOf(t, lang+"/nouns.tsv") {
			if !set(nounEvents)[r.at(2)] {
				t.Errorf("%s:%d: event %q", r.file, r.line, r.at(2))
			}
			if r.at(0) == "" && r.at(1) == "" {
				t.Errorf("%s:%d: no form", r.file, r.line)
			}
		}
	})
}

// TestFlags holds that the engine reads every flag of the data.
func TestFlags(t *testing.T) {
	read := readFlags(t)
	for f := range set(unreadFlags) {
		if read[f] {
			t.Errorf("the engine reads the flag %q now: take it off the list of unread ones", f)
		}
		read[f] = true
	}
	eachLanguage(t, func(t *testing.T, lang string) {
		for file, column := range map[string]int{"verbs.tsv": 4, "nouns.tsv": 3, "roles.tsv": 1} {
			for _, r := range rowsOf(t, lang+"/"+file) {
				for f := range set(r.at(column)) {
					if !read[f] {
						t.Errorf("%s:%d: nobody reads the flag %q", r.file, r.line, f)
					}
				}
			}
		}
	})
}

// TestHintWords holds that the words that rules need of a sentence are events and flags of the data: by another
// one, no rule would ever run.
func TestHintWords(t *testing.T) {
	known := map[string]bool{}
	for _, lang := range Languages() {
		for file, columns := range map[string][]int{"verbs.tsv": {2, 4}, "nouns.tsv": {2, 3}, "roles.tsv": {1}} {
			for _, r := range rowsOf(t, lang+"/"+file) {
				for _, c := range columns {
					maps.Copy(known, set(r.at(c)))
				}
			}
		}
	}
	for _, m := range regexp.MustCompile(`\)\.or\(([^)]*)\)`).FindAllStringSubmatch(engine(t), -1) {
		for w := range strings.SplitSeq(m[1], ", ") {
			if !known[strings.Trim(w, `"`)] {
				t.Errorf("no verb, noun or role has the event or flag %s", w)
			}
		}
	}
}

// TestOptions holds that every option is one of some language, that the engine
// asks for it, and that the page on adding a language explains it.
func TestOptions(t *testing.T) {
	page, err := data.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	source := engine(t)
	set := map[string]bool{}
	eachLanguage(t, func(t *testing.T, lang string) {
		l, _ := Load(lang)
		for f, on := range reflect.ValueOf(l.Options).Fields() {
			set[f.Name] = set[f.Name] || on.Bool()
		}
	})
	for name, on := range set {
		written := strings.ToLower(regexp.MustCompile(`(.)([A-Z])`).ReplaceAllString(name, "$1-$2"))
		if !on || new(Options).set(written) != nil {
			t.Errorf("no language has the option %q", written)
		}
		if !strings.Contains(source, "Options."+name) {
			t.Errorf("nobody reads the option %s", name)
		}
		if !strings.Contains(string(page), "`"+written+"`") {
			t.Errorf("data/README.md does not explain the option %q", written)
		}
	}
}

// TestPage holds that the page on adding a language names every file.
func TestPage(t *testing.T) {
	b, err := data.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(b)
	eachLanguage(t, func(t *testing.T, lang string) {
		entries, err := data.ReadDir(path.Join("data", lang))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !strings.Contains(page, "`"+e.Name()+"`") {
				t.Errorf("data/README.md does not tell what %s holds", e.Name())
			}
		}
	})
}

// readFlags are the flags that the source of the engine asks for.
func readFlags(t *testing.T) map[string]bool {
	read := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?:\bHas\(|\brole\()"([^"]+)"`).FindAllStringSubmatch(engine(t), -1) {
		read[m[1]] = true
	}
	return read
}

// engine is the source of the engine and of what reads its data.
func engine(t *testing.T) string {
	var all strings.Builder
	for _, dir := range []string{"../extract/*.go", "read.go"} {
		paths, err := filepath.Glob(dir)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no source in %s: %v", dir, err)
		}
		for _, p := range paths {
			b, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			all.Write(b)
		}
	}
	return all.String()
}

// TestRoles holds that a key of generic.tsv and what it stands for are keys of
// roles of some language, and that the French ones have them all.
func TestRoles(t *testing.T) {
	keys := map[string]bool{"*": true}
	for _, lang := range Languages() {
		for _, r := range rowsOf(t, lang+"/roles.tsv") {
			keys[r.c[0]] = true
		}
	}
	for _, r := range rowsOf(t, "common/generic.tsv") {
		for k := range set(r.c[0] + " " + r.at(1)) {
			if !keys[k] {
				t.Errorf("%s:%d: %q is no key of a role", r.file, r.line, k)
			}
		}
	}
}

// TestNamesAreNoRoles holds that no form is a given name and a title alike: the
// engine would read "Major" as a person. The words of both kinds that news
// need are listed.
func TestNamesAreNoRoles(t *testing.T) {
	both := set("pape imam mari maj sheikha sayyid")
	given := map[string]string{}
	for _, r := range rowsOf(t, "common/names.tsv") {
		if r.c[0] == "given" {
			each(r.at(2), func(f string) { given[text.Key(f)] = f })
		}
	}
	eachLanguage(t, func(t *testing.T, lang string) {
		for _, r := range rowsOf(t, lang+"/roles.tsv") {
			for _, c := range r.c[min(2, len(r.c)):] {
				each(c, func(f string) {
					if g := given[text.Key(f)]; g != "" && !both[text.Key(f)] {
						t.Errorf("%s:%d: %q is a given name too", r.file, r.line, f)
					}
				})
			}
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for _, lang := range Languages() {
		b.Run(lang, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := read(lang); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkMemory reports what all lexicons together keep in memory.
func BenchmarkMemory(b *testing.B) {
	for b.Loop() {
		before := heap()
		var keep []*Lexicon
		for _, lang := range Languages() {
			l, err := read(lang)
			if err != nil {
				b.Fatal(err)
			}
			keep = append(keep, l)
		}
		b.ReportMetric(float64(heap()-before)/(1<<20), "MB")
		runtime.KeepAlive(keep)
	}
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func TestFigures(t *testing.T) {
	l, err := Load("vi")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"Vla-đi-mia Pu-tin": "ru/vladimir-putin",
		"V.Pu-tin":          "ru/vladimir-putin",
		"A.Lu-ca-sen-cô":    "by/alexander-lukashenko",
		"X.Pu-tin":          "", // another initial
	} {
		got := ""
		if f := l.Figure(name); f != nil {
			got = f.Key
		}
		if got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

// Figures are read when they are asked for: here all are.
func TestEveryFigure(t *testing.T) {
	fs, err := allFigures()
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]int{}
	for i, line := range fs.lines {
		f, err := parseFigure(line)
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		if f.To != 0 && f.To < f.From || len(f.Roles) == 0 || len(f.Names) == 0 {
			t.Errorf("%s: want names, roles and years in order", line)
		}
		if other, ok := keys[f.Key]; ok {
			t.Errorf("%s: the key of %s", line, fs.lines[other])
		}
		keys[f.Key] = i
		for _, name := range f.Names {
			sum := wordSum(name)
			if fs.first(sum) == int32(i) {
				continue
			}
			other, err := parseFigure(fs.lines[fs.first(sum)])
			if err == nil && !(f.To != 0 && f.To < other.From || other.To != 0 && other.To < f.From) {
				t.Errorf("%s: %s is the name of two figures of one time", line, name)
			}
		}
	}
}
