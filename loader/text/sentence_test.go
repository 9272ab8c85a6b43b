package text

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func sentences(s string) (out []string) {
	toks := tokenize(s)
	for _, r := range Sentences(nil, toks, s) {
		out = append(out, s[toks[r.From].Start:toks[r.To-1].End])
	}
	return out
}

func TestSentences(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"full stops", "Il part. Elle reste.", "Il part.|Elle reste."},
		{"question and exclamation", "Quoi ? Non ! Si… Peut-être.", "Quoi ?|Non !|Si…|Peut-être."},
		{"a small letter goes on", "Il part. puis revient.", "Il part. puis revient."},
		{"abbreviations", "M. Diop a vu Mme. Sy. Il part.", "M. Diop a vu Mme. Sy.|Il part."},
		{"words of one letter", "Milan ở Ý. Ông đi.", "Milan ở Ý.|Ông đi."},
		{"initials", "G.S. Sandhu parle. N. Modi écoute.", "G.S. Sandhu parle.|N. Modi écoute."},
		{"decimal numbers", "Soit 3.37 milliards. Fin.", "Soit 3.37 milliards.|Fin."},
		{"closing guillemets stay with their sentence", "« Oui. » Il part.", "« Oui. »|Il part."},
		{"closing straight quotes", "\"Oui.\" Il part.", "\"Oui.\"|Il part."},
		{"an opening straight quote starts one", "Il part. \"Oui\", dit-il.", "Il part.|\"Oui\", dit-il."},
		{"brackets", "Il part (hier.) Elle reste.", "Il part (hier.)|Elle reste."},
		{"a comma after the dot goes on", "Les S.A., dit-il. Fin.", "Les S.A., dit-il.|Fin."},
		{"a line that goes on in lower case", "le ministre\nlao parle.", "le ministre\nlao parle."},
		{"a line that starts with a capital", "Titre\nLe ministre parle.", "Titre|Le ministre parle."},
		{"a blank line ends", "le ministre\n\nlao parle.", "le ministre|lao parle."},
		{"points in lower case go on", "Le ministre a :\n\n- reçu X ;\n• vu Y.\nFin.", "Le ministre a :\n\n- reçu X ;\n• vu Y.|Fin."},
		{"points with a capital end", "Au programme :\n- Le roi parle ;\n- La reine part.", "Au programme :|- Le roi parle ;|- La reine part."},
		{"glued sentences", "en 2026.Renforcer les liens.", "en 2026.|Renforcer les liens."},
		{"glued to a digit goes on", "Version 2.Il", "Version 2.|Il"},
		{"a number starts one", "Il part. 12 pays suivent.", "Il part.|12 pays suivent."},
		{"dialogue dash", "Il part. – Non.", "Il part.|– Non."},
		{"no end", "sans point", "sans point"},
		{"only line ends", "\n\n\n", ""},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, strings.Join(sentences(tt.in), "|")); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.in, diff)
			}
		})
	}
}
