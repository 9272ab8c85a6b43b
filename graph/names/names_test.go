package names

import "testing"

func TestMarks(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Hùng", "Hưng", false}, {"Hùng", "Hung", true}, {"Nguyên", "Nguyễn", true}, {"Đỗ", "Do", true},
		{"Đo", "Dổ", true}, {"ứ", "ừ", false}, {"øre", "ore", true}, {"łódź", "lodz", true},
	} {
		_, a := Keys(tt.a)
		_, b := Keys(tt.b)
		if got := MarksAgree(a, b); got != tt.want || MarksAgree(b, a) != tt.want {
			t.Errorf("marks of %q and %q agree: %v, want %v both ways", tt.a, tt.b, got, tt.want)
		}
	}
	if f := Fold("Đỗ  Mười, L’Œuvre ﬁnale (ＡＢ)"); f != "do muoi loeuvre finale ab" {
		t.Errorf("Fold: %q", f)
	}
}

func TestAlike(t *testing.T) {
	for _, tt := range []struct {
		a, b   string
		want   Likeness
		reason string
	}{
		{"Tô Lâm", "LAM To", Same, "order, case and missing marks"},
		{"Vladimir Poutine", "Vladimir Putin", Spelled, "French and English"},
		{"Vladimir Poutine", "Владимир Путин", Spelled, "another alphabet"},
		{"Iouri Ouchakov", "Yuri Ushakov", Spelled, "short words too"},
		{"Vladimir Vladimirovitch Poutine", "Vladimir Poutine", Shorter, "a middle name more"},
		{"V. Poutine", "Vladimir Poutine", Shorter, "an initial"},
		{"Vladmir Poutine", "Vladimir Poutine", Slipped, "a letter less"},
		{"Valdimir Poutine", "Vladimir Poutine", Slipped, "two letters swapped"},
		{"Mario Rossi", "Maria Rossi", Other, "another given name"},
		{"Vũ Quốc Hùng", "Vũ Quốc Hưng", Other, "marks that exclude each other"},
		{"John Smith Jr", "John Smith", Other, "a son"},
		{"George W. Bush", "George H. W. Bush", Other, "an initial more than another"},
		{"Vladmir Poutne", "Vladimir Poutine", Other, "two slips"},
	} {
		for _, pair := range [][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
			if got := Alike(Words(pair[0]), Words(pair[1])); got != tt.want {
				t.Errorf("%s: %q and %q are alike to %d, want %d", tt.reason, pair[0], pair[1], got, tt.want)
			}
		}
		if tt.want != Other && tt.want != Shorter && BlockOf(tt.a) != BlockOf(tt.b) {
			t.Errorf("%s: %q and %q are in blocks %q and %q", tt.reason, tt.a, tt.b, BlockOf(tt.a), BlockOf(tt.b))
		}
	}
}
