package derive

import "testing"

func TestNameShown(t *testing.T) {
	tests := []struct {
		reason string
		forms  map[string]int
		want   string
	}{
		{"marks of the name most used", map[string]int{"To Lam": 5, "Tô Lâm": 1, "TÔ LÂM": 3}, "Tô Lâm"},
		{"the name most used, though another has marks", map[string]int{"Xi Jinping": 3, "Tập Cận Bình": 2}, "Xi Jinping"},
		{"not what is written by ear", map[string]int{"Vla-đi-mia Pu-tin": 4, "Vladimir Putin": 1}, "Vladimir Putin"},
		{"not an initial", map[string]int{"V. Putin": 4, "Vladimir Putin": 1}, "Vladimir Putin"},
		{"nothing else is known", map[string]int{"Vla-đi-mia Pu-tin": 1, "V. Putin": 2}, "Vla-đi-mia Pu-tin"},
	}
	for _, tt := range tests {
		s := cells{}
		for name, n := range tt.forms {
			s[cell{attr: attrName, value: name}] = n
		}
		if got := preferredName(s); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}
