package article

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// encoded is s in a charset.
func encoded(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Vietnamese as windows-1258 keyboards write it: base vowels composed, tone marks apart.
const (
	vietnamese      = "Tổng Bí thư Tô Lâm tiếp Đại sứ\n\nNguyễn Phú Trọng gửi điện mừng."
	vietnameseTyped = "Tô\u0309ng Bi\u0301 thư Tô Lâm tiê\u0301p Đa\u0323i sư\u0301\n\nNguyê\u0303n Phu\u0301 Tro\u0323ng gư\u0309i điê\u0323n mư\u0300ng."
)

func TestCharset(t *testing.T) {
	french := "Été à Genève : l’entrée en vigueur est fixée à août\n\nŒuvre commune, où l'ambassadeur a été reçu à 8 €."
	italian := "Perciò il ministro andrà a Parigi\n\nCiò che può dire non è molto, e così sarà per la città e per l'università italiana, dove tutti lavorano insieme."
	for _, c := range []struct {
		reason, in, want, warning string
	}{
		{"plain UTF-8", french, french, ""},
		{"UTF-8 mark", "\uFEFF" + french, french, ""},
		{"UTF-16 little endian", encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), vietnamese), vietnamese, ""},
		{"UTF-16 big endian", encoded(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), vietnamese), vietnamese, ""},
		{"French in windows-1252", encoded(t, charmap.Windows1252, french), french, "windows-1252"},
		{"Italian has ò after a vowel, but rarely", encoded(t, charmap.Windows1252, italian), italian, "windows-1252"},
		{"Vietnamese in windows-1258", encoded(t, charmap.Windows1258, vietnameseTyped), vietnamese, "windows-1258"},
		{"one Vietnamese name", encoded(t, charmap.Windows1258, "Nguyê\u0303n Phu\u0301"), "Nguyễn Phú", "windows-1258"},
		{"decomposed UTF-8", "Lu\u031Bo\u031Bng Cu\u031Bo\u031B\u0300ng\n\nx", "Lương Cường\n\nx", ""},
		{"UTF-8 with a bad byte", "Tô Lâm à Hanoï \xFF\n\nété", "Tô Lâm à Hanoï \uFFFD\n\nété", "U+FFFD"},
		{"UTF-8 cut inside a letter", "Tô Lâm\n\nHanoï, Huế\xE1", "Tô Lâm\n\nHanoï, Huế\uFFFD", "U+FFFD"},
		{"old Mac and DOS line ends", "A\r\rB\r\nC\u2028D", "A\n\nB\nC\nD", ""},
		{"control and hidden characters", "A\x00\x07\u00ADB\u200B\u202EC\n\nd\x7F", "ABC\n\nd", ""},
		{"an accent that a NUL held off", "e\x00\u0301te\u0301\n\nx", "été\n\nx", ""},
	} {
		t.Run(c.reason, func(t *testing.T) {
			res := readOnly(t, c.in)
			if res.Err != nil {
				t.Fatal(res.Err)
			}
			if res.Article.Text != c.want {
				t.Errorf("text %q, want %q", res.Article.Text, c.want)
			}
			if (res.Warning == "") != (c.warning == "") || !strings.Contains(res.Warning, c.warning) {
				t.Errorf("warning %q, want %q", res.Warning, c.warning)
			}
		})
	}
}

func TestDeclaredCharset(t *testing.T) {
	meta := `<html><head><meta http-equiv="Content-Type" content="text/html; charset=`
	page := func(charset, body string) string {
		return meta + charset + `"></head><body><p>` + body + `</p></body></html>`
	}
	header := "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Type: text/html; charset="
	for _, c := range []struct{ reason, in, want string }{
		{"meta windows-1251", page("windows-1251", encoded(t, charmap.Windows1251, "Лавров прибыл в Ханой")), "Лавров прибыл в Ханой"},
		{"meta windows-1258", page("windows-1258", encoded(t, charmap.Windows1258, "Tô Lâm tiê\u0301p kha\u0301ch")), "Tô Lâm tiếp khách"},
		{"meta latin-1, and it is", page("iso-8859-1", encoded(t, charmap.ISO8859_1, "été reçu")), "été reçu"},
		{"meta latin-1, but Vietnamese", page("iso-8859-1", encoded(t, charmap.Windows1258, "Tô Lâm tiê\u0301p kha\u0301ch")), "Tô Lâm tiếp khách"},
		{"meta latin-1, but UTF-8", page("iso-8859-1", "été reçu"), "été reçu"},
		{"meta UTF-8, but windows-1252", page("utf-8", encoded(t, charmap.Windows1252, "été reçu")), "été reçu"},
		{"meta of no known name", page("x-nothing", encoded(t, charmap.Windows1252, "été reçu")), "été reçu"},
		{"HTTP header", header + "windows-1251\r\n\r\n<p>" + encoded(t, charmap.Windows1251, "Лавров прибыл в Ханой") + "</p>", "Лавров прибыл в Ханой"},
		{"HTTP header with bare line feeds", "HTTP/2 200\ncontent-type: text/html; charset=koi8-r\n\n<p>" + encoded(t, charmap.KOI8R, "Лавров в Ханое"), "Лавров в Ханое"},
		{"HTTP header without end", "HTTP/1.1 200 OK <p>text of it</p>", "HTTP/1.1 200 OK\n\ntext of it"},
		{"HTTP status alone", "HTTP/1.1 200 OK\n\n<p>text of it</p>", "text of it"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			dir := write(t, map[string]string{"p.html": c.in})
			res := readAll(t, Reader{}, filepath.Join(dir, "p.html"))[0]
			if res.Err != nil {
				t.Fatal(res.Err)
			}
			if got := block(res.Article, Body); got != c.want {
				t.Errorf("body %q, want %q", got, c.want)
			}
		})
	}
}

func TestJSONLCharset(t *testing.T) {
	line := `{"id":"x","text":"Été à Genève\n\nreçu"}` + "\n"
	good := `{"id":"y","text":"Tô Lâm\n\nHuế"}` + "\n"
	in := encoded(t, charmap.Windows1252, line) + good
	results := readString(t, in)
	if len(results) != 2 || results[0].Article == nil || results[1].Article == nil {
		t.Fatalf("results %v", results)
	}
	if got := results[0].Article.Text; got != "Été à Genève\n\nreçu" || results[0].Warning == "" {
		t.Errorf("legacy line: %q, warning %q", got, results[0].Warning)
	}
	if got := results[1].Article.Text; got != "Tô Lâm\n\nHuế" || results[1].Warning != "" {
		t.Errorf("UTF-8 line: %q, warning %q", got, results[1].Warning)
	}
	wide := encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), good+good)
	if results := readString(t, wide); len(results) != 2 || results[1].Article == nil || results[1].Article.Title != "Tô Lâm" {
		t.Errorf("UTF-16 lines: %v", results)
	}
}

func TestBinaryIsRefused(t *testing.T) {
	wide := encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "no byte order mark")
	for name, in := range map[string]string{"UTF-16 without mark": wide, "zeros": strings.Repeat("\x00", 100)} {
		if res := readOnly(t, in); !errors.Is(res.Err, ErrEncoding) {
			t.Errorf("%s: %v, want ErrEncoding", name, res.Err)
		}
	}
	if exe, err := os.Executable(); err == nil {
		head := make([]byte, 4096)
		f, err := os.Open(exe)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if _, err := f.Read(head); err != nil {
			t.Fatal(err)
		}
		if res := readOnly(t, string(head)); !errors.Is(res.Err, ErrEncoding) {
			t.Errorf("program: %v, want ErrEncoding", res.Err)
		}
	}
}
