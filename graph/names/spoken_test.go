package names

import (
	"strings"
	"testing"
)

func TestSpoken(t *testing.T) {
	for name, want := range map[string]int{
		"An-đrây Séc-ba-cốp":   2,
		"Hen-đrích van Đam":    3,
		"Jean-Yves Le Guennec": 4,
		"Kim Jong-un":          3,
		"Trần-Lê Thị Mỹ-Hạnh":  5, // capitals: parts of a name
		"Séc-ba-cốp-":          3,
	} {
		if got := Spoken(name); len(got) != want {
			t.Errorf("%s: %v, want %d words", name, got, want)
		}
	}
}

func TestSino(t *testing.T) {
	for _, tt := range []struct{ reason, country, name, want string }{
		{"a Chinese name", "CN", "Triệu Văn Bân", "zhao wen bin"},
		{"đ", "CN", "Đặng Tiểu Bình", "deng xiao ping"},
		{"not of China", "VN", "Triệu Văn Bân", ""},
		{"nothing tells that it is no pinyin", "CN", "Lan Hoan", ""},
		{"a syllable that Chinese lacks", "CN", "Triệu Văn Séc", ""},
		{"one word", "CN", "Triệu", ""},
	} {
		pinyin, ok := Sino(tt.country, Words(tt.name))
		var got []string
		for _, w := range pinyin {
			got = append(got, w.Folded)
		}
		if ok != (tt.want != "") || ok && strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %s is %q, %v, want %q", tt.reason, tt.name, got, ok, tt.want)
		}
	}
}
