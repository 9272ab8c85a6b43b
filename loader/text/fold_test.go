package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	tests := []struct{ reason, in, want string }{
		{"French marks", "ÉLYSÉE façade Noël", "elysee facade noel"},
		{"Vietnamese marks and đ", "Đặng Thị Hương", "dang thi huong"},
		{"tone and vowel marks alike", "Hùng Hưng Hứng", "hung hung hung"},
		{"ligatures", "Œuvre cœur Æsir æther", "oeuvre coeur aesir aether"},
		{"sharp s", "Straße", "strasse"},
		{"Polish, Danish, Turkish, Maltese, Icelandic letters", "Wałęsa Søren ışık Ħal Guðni", "walesa soren isik hal gudni"},
		{"decomposed marks", "e\u0301", "e"},
		{"apostrophes and hyphens are plain", "l’État N‘Guesso vice‑ministre", "l'etat n'guesso vice-ministre"},
		{"other scripts keep their letters", "Владимир 习近平", "владимир 习近平"},
		{"digits and marks of punctuation stay", "COVID-19, G20!", "covid-19, g20!"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("%s: Fold(%q) = %q, want %q", tt.reason, tt.in, got, tt.want)
		}
	}
}

func TestKey(t *testing.T) {
	tests := []struct{ reason, in, want string }{
		{"diacritics stay", "ÉLYSÉE", "élysée"},
		{"Hùng is not Hưng", "Hùng Hưng", "hùng hưng"},
		{"the tone of hoà goes to the first letter", "hoà Hoá khoẻ", "hòa hóa khỏe"},
		{"the tone of thuý too", "Thuý uỷ", "thúy ủy"},
		{"a tone on the second of other pairs stays", "quá giá", "quá giá"},
		{"apostrophes and hyphens are plain", "l’État vice‑ministre", "l'état vice-ministre"},
		{"capitals without ASCII", "ĐẶNG", "đặng"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		if got := Key(tt.in); got != tt.want {
			t.Errorf("%s: Key(%q) = %q, want %q", tt.reason, tt.in, got, tt.want)
		}
	}
}

// word draws words of the letters that news in Latin script uses, and a few others.
func word() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.RuneFrom([]rune("aàảéêèoòóuùúyỳýưươđđœæßìAÀĐÉÔŒÂÊŁøłışЖ习'’ʼ-‑ 9")), 0, 12, -1)
}

// beyondTable reports a letter with case that letters does not hold, such as
// a full-width capital: Fold leaves it as it is.
func beyondTable(c rune) bool { return int(c) >= len(letters) }

func TestFoldProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := norm.NFC.String(rapid.OneOf(word(), rapid.String()).Draw(t, "s"))
		k, f := Key(s), Fold(s)
		if !utf8.ValidString(k) || !utf8.ValidString(f) {
			t.Fatalf("%q: not UTF-8: %q, %q", s, k, f)
		}
		if again := Key(k); again != k {
			t.Fatalf("Key(%q) = %q, but Key of that is %q", s, k, again)
		}
		if again := Fold(f); again != f {
			t.Fatalf("Fold(%q) = %q, but Fold of that is %q", s, f, again)
		}
		if kf := Fold(k); kf != f && strings.IndexFunc(s, beyondTable) < 0 {
			t.Fatalf("%q: equal keys must have equal folds: Fold(Key) = %q, Fold = %q", s, kf, f)
		}
		if got := string(AppendKey([]byte("x"), s)); got != "x"+k {
			t.Fatalf("AppendKey appended %q, want %q", got, k)
		}
	})
}
