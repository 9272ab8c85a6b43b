package extract_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/tools/txtar"
	"pgregory.net/rapid"
)

// pieces are what sentences of this genre are made of, in no order that makes
// sense, with the dirt of real pages between them.
var pieces = []string{
	"Le président lao ", "la ministre ", "Awa Diallo Keïta", "Trần Văn Hùng", "M. Hùng", "N'Guesso", "G.S. Sandhu", "Abdulaziz bin Hamad Al Thani", "al-Sissi",
	" a reçu ", " a été reçue par ", " s'est entretenu avec ", " se sont rencontrés", " doit rencontrer ", " ne rencontrera pas ", " ont signé un accord", " signé par ",
	"une délégation", " conduite par ", "à la tête d'une délégation ", "son homologue ", "son hôte", "les deux ministres", "elle", "il", "qui", "que", "dont", " et ", ", ", " entre ",
	"lors d'un entretien ", " avec ", "du 21 au 24 octobre", "mardi dernier", "le 29 février", "le 31 novembre", "hier", "en 2019", "à Hanoï", "à Paris", "au Kremlin", "(à gauche)", "(",
	")", "« ", " »", "\"", ".", ". ", "…", " – ", "\n", "\n\n", "Voir plus\n", "Photo : VNA", ">> ", "| ", "Hanoï, 7 mars (VNA) –", "lesdeux", "VladimirPetrov", "ex-", "l'", "L’",
	"The president of Ghana met ", "Chủ tịch nước ", " tiếp ", " held talks with ", "1.000", "3,5", "G20", "\u00a0", "\u200b", "ʼ", "e\u0301", "\U0001F600", "習近平", "Владимир",
}

// anyText draws texts of pieces and of any characters, as the reader of
// articles delivers them: NFC, no control characters.
func anyText() *rapid.Generator[string] {
	piece := rapid.OneOf(rapid.SampledFrom(pieces), rapid.SampledFrom(pieces), rapid.SampledFrom(pieces), rapid.String())
	return rapid.Map(rapid.SliceOfN(piece, 0, 60), func(p []string) string { return clean(strings.Join(p, "")) })
}

func clean(s string) string {
	return norm.NFC.String(strings.Map(func(c rune) rune {
		if c == utf8.RuneError || c != '\n' && c != '\t' && (c < ' ' || c >= 0x7f && c < 0xa0) {
			return -1
		}
		return c
	}, s))
}

// anyBlocks draws blocks of a text, in order, on rune boundaries.
func anyBlocks(t *rapid.T, s string) (bs []article.Block) {
	kinds := []article.Kind{article.Title, article.Body, article.Caption, article.Teaser}
	at := 0
	for range rapid.IntRange(0, 4).Draw(t, "blocks") {
		end := min(len(s), at+rapid.IntRange(1, 200).Draw(t, "length"))
		for end < len(s) && !utf8.RuneStart(s[end]) {
			end++
		}
		if end <= at {
			break
		}
		bs = append(bs, article.Block{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Start: at, End: end})
		at = end
	}
	return bs
}

func encode(r *graph.Report) string {
	b, err := json.Marshal(r)
	if err != nil {
		return err.Error()
	}
	return string(b)
}

// fault names the first promise that a report breaks, "" if none.
func fault(r *graph.Report, s string) string {
	if err := r.Validate(); err != nil {
		return err.Error()
	}
	if r.Article.Text != s {
		return "the text is not that of the article"
	}
	for _, p := range r.Persons {
		if f := personFault(&p, s); f != "" {
			return f
		}
	}
	for _, m := range r.Meetings {
		if f := meetingFault(&m); f != "" {
			return f
		}
	}
	return ""
}

// personFault wants each mention to be one of the names as written, up to
// white space and glued words.
func personFault(p *graph.ReportedPerson, s string) string {
	names := append([]string{squeeze(p.Name)}, make([]string, 0, len(p.Aliases))...)
	for _, a := range p.Aliases {
		if slices.Contains(names, squeeze(a)) && a == p.Name {
			return fmt.Sprintf("%q is an alias of itself", a)
		}
		names = append(names, squeeze(a))
	}
	if len(p.Mentions) == 0 {
		return fmt.Sprintf("%q is mentioned nowhere", p.Name)
	}
	for _, m := range p.Mentions {
		if !slices.Contains(names, squeeze(s[m.Start:m.End])) {
			return fmt.Sprintf("the mention %q is none of the names %q", s[m.Start:m.End], names)
		}
	}
	return ""
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// meetingFault wants two sides.
func meetingFault(m *graph.MeetingClaim) string {
	for _, p := range m.Participants {
		if p.Side != m.Participants[0].Side {
			return ""
		}
	}
	return "a meeting of one side"
}

// TestAnyText holds that any text gives a report that keeps all rules, and the
// same one again, from the same extractor and from a new one.
func TestAnyText(t *testing.T) {
	x, fresh := newExtractor(t), newExtractor(t)
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "text")
		a := &article.Article{ID: "any", Text: s, Blocks: anyBlocks(t, s), Published: rapid.SampledFrom([]string{"", "2024", "2024-02", "2024-03-01", "no date"}).Draw(t, "published")}
		r := x.Extract(a)
		if f := fault(&r, s); f != "" {
			t.Fatalf("%s\n%q", f, s)
		}
		again, other := x.Extract(a), fresh.Extract(a)
		if encode(&r) != encode(&again) || encode(&r) != encode(&other) {
			t.Fatalf("not a function of the article: %q\n%s\n%s\n%s", s, encode(&r), encode(&again), encode(&other))
		}
	})
}

// TestOneLanguage holds that each language alone keeps the rules on texts of
// any language.
func TestOneLanguage(t *testing.T) {
	for _, lang := range []string{"fr", "en", "vi"} {
		t.Run(lang, func(t *testing.T) {
			x := newExtractor(t, lang)
			rapid.Check(t, func(t *rapid.T) {
				s := anyText().Draw(t, "text")
				r := x.Extract(&article.Article{ID: "any", Text: s})
				if f := fault(&r, s); f != "" {
					t.Fatalf("%s\n%q", f, s)
				}
				if l := r.Article.Lang; l != "" && l != lang {
					t.Fatalf("read as %q", l)
				}
			})
		})
	}
}

func TestUnknownLanguage(t *testing.T) {
	if _, err := extract.New("xx"); err == nil || !strings.Contains(err.Error(), `"xx"`) {
		t.Errorf("got %v, want an error that names the language", err)
	}
	r := newExtractor(t).Extract(&article.Article{ID: "ru", Text: "Президент принял министра иностранных дел в Кремле. Они обсудили торговлю."})
	if r.Article.Lang != "" || len(r.Meetings)+len(r.Persons) > 0 {
		t.Errorf("a language without a lexicon claims something: %s", encode(&r))
	}
}

// texts are those of the cases, in the order of their files.
func texts(tb testing.TB) (out []string) {
	tb.Helper()
	paths, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		for _, f := range archive.Files {
			_, body, _ := strings.Cut(string(f.Data), "\n\n")
			out = append(out, strings.TrimSpace(body))
		}
	}
	return out
}

// TestConcurrent holds that articles read at once, in any order, give what
// they give alone.
func TestConcurrent(t *testing.T) {
	x := newExtractor(t)
	in := texts(t)
	want := make([]string, len(in))
	for i, s := range in {
		r := x.Extract(&article.Article{ID: "one", Text: s, Published: "2024-05-07"})
		want[i] = encode(&r)
	}
	var wait sync.WaitGroup
	for w := range 8 {
		wait.Go(func() {
			for k := range in {
				i := (k*7 + w*31) % len(in)
				r := x.Extract(&article.Article{ID: "one", Text: in[i], Published: "2024-05-07"})
				if encode(&r) != want[i] {
					t.Errorf("another report of %q", in[i])
				}
			}
		})
	}
	wait.Wait()
}

// TestSpacesAround holds that a text stays what it says between blank lines
// before and after it.
func TestSpacesAround(t *testing.T) {
	x := newExtractor(t)
	for _, s := range texts(t) {
		bare := x.Extract(&article.Article{ID: "a", Text: s, Published: "2024-05-07"})
		wide := x.Extract(&article.Article{ID: "a", Text: "\n\n" + s + "\n\n", Published: "2024-05-07"})
		if a, b := lines(&bare), lines(&wide); a != b {
			t.Errorf("%s\nsays\n%s\nand between blank lines\n%s", s, a, b)
		}
	}
}

func lines(r *graph.Report) string {
	var out []string
	for _, f := range factsOf(r) {
		out = append(out, f.String())
	}
	return strings.Join(out, "\n")
}

// TestFacts holds that the plain form lists the pairs of held meetings that the
// report has, and no other.
func TestFacts(t *testing.T) {
	x := newExtractor(t)
	for _, s := range texts(t) {
		r := x.Extract(&article.Article{ID: "a", Text: s, Published: "2024-05-07"})
		var want, got []string
		for _, f := range factsOf(&r) {
			if f.kind == "met" {
				want = append(want, f.fields[0]+"|"+f.fields[1]+"|"+f.fields[3])
			}
		}
		for _, m := range extract.FactsOf(&r).Met {
			got = append(got, m.A+"|"+m.B+"|"+m.Mode)
		}
		if !slices.Equal(want, got) {
			t.Errorf("%s\nreport: %q\nfacts: %q", s, want, got)
		}
	}
}

func FuzzExtract(f *testing.F) {
	for i, s := range texts(f) {
		if i%8 == 0 {
			f.Add(s)
		}
	}
	x := newExtractor(f)
	f.Fuzz(func(t *testing.T, s string) {
		s = clean(s)
		r := x.Extract(&article.Article{ID: "any", Text: s, Published: "2024-05-07"})
		if e := fault(&r, s); e != "" {
			t.Fatalf("%s\n%q", e, s)
		}
	})
}
