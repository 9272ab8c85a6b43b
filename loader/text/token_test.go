package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// testRules are a bit of French and English together.
func testRules() *Rules {
	set := func(words string) map[string]bool {
		m := map[string]bool{}
		for _, w := range strings.Fields(words) {
			m[w] = true
		}
		return m
	}
	return &Rules{Elided: set("l d qu"), ElidedLow: set("n s j jusqu"), Clitics: set("s"), Abbreviations: set("m mme gen"), Letters: set("Ý")}
}

func tokenize(s string) []Token { return Tokenize(nil, s, 0, len(s), testRules()) }

// cut writes the tokens of s for comparison; a glued one starts with "+".
func cut(s string) string {
	var out []string
	for _, t := range tokenize(s) {
		w := t.Text(s)
		switch {
		case t.Kind == Break:
			w = "¶"
		case t.Glued:
			w = "+" + w
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"elided articles lean on the next word", "l'accord d'amitié qu'il", "l' accord d' amitié qu' il"},
		{"typographic apostrophe", "l’accord", "l’ accord"},
		{"an elision before a capital", "d'Abidjan", "d' Abidjan"},
		{"low elision before a small letter only", "n'est N'Guesso N'Djamena", "n' est N'Guesso N'Djamena"},
		{"long elided word", "jusqu'ici jusqu'Ici", "jusqu' ici jusqu'Ici"},
		{"an apostrophe inside a word", "aujourd'hui O'Brien Sana'a", "aujourd'hui O'Brien Sana'a"},
		{"an apostrophe at the end is punctuation", "les 'amis' d'", "les ' amis ' d '"},
		{"clitic", "Laos's Ruto's", "Laos 's Ruto 's"},
		{"what only begins like a clitic", "Bek'sultan", "Bek'sultan"},
		{"hyphens stay inside", "Jean-Yves al-Sissi vice-ministre", "Jean-Yves al-Sissi vice-ministre"},
		{"a dash does not", "Hanoï – Paris fin-", "Hanoï – Paris fin -"},
		{"hump of a glued name", "NikolaevichDrozhzhov", "Nikolaevich +Drozhzhov"},
		{"three glued words", "lePremierMinistre", "le +Premier +Ministre"},
		{"a capital at the end is no hump", "MoU MoUs PhD", "MoU MoUs PhD"},
		{"humps that names have", "McDonald MacArthur DiCaprio LaRouche", "McDonald MacArthur DiCaprio LaRouche"},
		{"hump after a letter with a mark", "éÉtat", "é +État"},
		{"capitals are no hump", "ASEAN OTAN-Russie", "ASEAN OTAN-Russie"},
		{"a hyphen joins letters alone", "COVID-19", "COVID - 19"},
		{"initials", "G.S. Sandhu N. Modi", "G.S. Sandhu N. Modi"},
		{"initials that a hyphen joins", "J.-Y. Le Drian, J.-Le", "J.-Y. Le Drian , J. - Le"},
		{"initials of three", "U.S.A. est", "U.S.A. est"},
		{"an initial of two letters", "Ph.Méc, ở Ph. Méc. Th.O", "Ph. Méc , ở Ph . Méc . Th . O"},
		{"a name of one letter", "Như Ý. Như Y. É. Roy", "Như Ý . Như Y. É. Roy"},
		{"a small letter is no initial", "a. b", "a . b"},
		{"abbreviation", "M. Diop et Mme. Sy", "M. Diop et Mme. Sy"},
		{"an unknown abbreviation ends in a dot of its own", "Prof. Sy", "Prof . Sy"},
		{"numbers keep separators", "3,37 1.000 26/3 12:30", "3,37 1.000 26/3 12:30"},
		{"a separator at the end is punctuation", "en 2016. Puis 5, ou 6:", "en 2016 . Puis 5 , ou 6 :"},
		{"ordinal ending", "1er 51e", "1 er 51 e"},
		{"digits inside a word", "G20 COVID19", "G20 COVID19"},
		{"line ends", "a\n\nb", "a ¶ ¶ b"},
		{"no-break space", "« oui\u00a0»", "« oui »"},
		{"decomposed letters stay together", "e\u0301te\u0301", "e\u0301te\u0301"},
		{"brackets and quotes", "(à gauche) \"oui\"", "( à gauche ) \" oui \""},
		{"nothing", " \t", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, cut(tt.in)); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.in, diff)
			}
		})
	}
}

func TestTokenFlags(t *testing.T) {
	tests := []struct {
		in                          string
		cap, allCaps, initial, spac bool
	}{
		{"ministre", false, false, false, true},
		{"Ministre", true, false, false, true},
		{"Étienne", true, false, false, true},
		{"PCV", true, true, false, true},
		{"À", true, false, false, true},
		{"G.", true, false, true, true},
		{"G.S.", true, true, true, true},
		{"al-Sissi", true, false, false, true},
		{"ash-Sharaa", true, false, false, true},
		{"vice-ministre", false, false, false, true},
		{"a-Sissi", false, false, false, true},
		{"2024", false, false, false, true},
	}
	for _, tt := range tests {
		toks := tokenize(tt.in)
		if len(toks) != 1 {
			t.Errorf("%q: %d tokens", tt.in, len(toks))
			continue
		}
		k := toks[0]
		got := []bool{k.Cap, k.AllCaps, k.Initial, k.Space}
		if diff := cmp.Diff([]bool{tt.cap, tt.allCaps, tt.initial, tt.spac}, got); diff != "" {
			t.Errorf("%q: Cap, AllCaps, Initial, Space (-want +got):\n%s", tt.in, diff)
		}
	}
}

// TestTokenizeRange holds that a range of a text is cut as it stands there:
// offsets are those of the whole text.
func TestTokenizeRange(t *testing.T) {
	s := "Avant. L'État parle. Après."
	toks := Tokenize(nil, s, 7, 21, testRules())
	var got []string
	for _, k := range toks {
		got = append(got, k.Text(s))
	}
	if diff := cmp.Diff([]string{"L'", "État", "parle", "."}, got); diff != "" {
		t.Error(diff)
	}
}

// TestTokenizeReuses holds that a buffer with room is used, after what it holds.
func TestTokenizeReuses(t *testing.T) {
	buf := append(make([]Token, 0, 16), Token{Start: 7})
	toks := Tokenize(buf, "un deux", 0, 7, testRules())
	if len(toks) != 3 || toks[0].Start != 7 || &toks[0] != &buf[0] {
		t.Errorf("got %v", toks)
	}
}
